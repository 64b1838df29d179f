import assert from "node:assert/strict";
import { test } from "node:test";
import { countedIn, rank, termsIn, withoutAsking } from "./ranking.js";

/** @typedef {import("./query.js").Clause} Clause */

const SCORING = { documents: 4, fields: ["title", "text"], boosts: [1, 1], averages: [2, 100], textLengths: [0, 100, 100, 200], k1: 1.2, b: 0.75 };

/**
 * @param {string} word
 * @param {Partial<Clause>} [more]
 * @returns {Clause}
 */
function asked(word, more = {}) {
  return { term: word, word, field: null, presence: "optional", boost: 1, editDistance: 0, ...more };
}

/**
 * @param {string} term
 * @param {[number, number][]} inText documents and how often each has it
 * @param {number[]} inTitle
 * @returns {import("./index/term-shard.js").Entry}
 */
function entry(term, inText, inTitle = []) {
  const text = { documents: inText.map(([document]) => document), counts: inText.map(([, count]) => count), lengths: null };
  const title = { documents: inTitle, counts: inTitle.map(() => 1), lengths: inTitle.map(() => 2) };
  /** @type {import("./index/term-shard.js").Entry["fields"]} */
  const fields = new Map();
  if (inTitle.length > 0) fields.set(0, title);
  return { term, rank: 0, fields: fields.set(1, text) };
}

/**
 * @param {import("./ranking.js").Meant[]} meant
 * @returns {number[]} the documents, the best first
 */
function order(meant) {
  return rank(meant.map(({ clause }) => clause), meant.map((one) => countedIn(one, SCORING)), SCORING);
}

test("a word of the title counts as three of the text, and a long text less", () => {
  assert.deepEqual(order([{ clause: asked("salt"), entries: [entry("salt", [[1, 2], [3, 2]], [2])] }]), [2, 1, 3]);
});

test("a title without a text stands behind a title and a text that have the word", () => {
  assert.deepEqual(order([{ clause: asked("salt"), entries: [entry("salt", [[1, 4]], [0, 1])] }]), [1, 0]);
});

test("a word said twice counts once", () => {
  const [salt, tar] = [entry("salt", [[1, 1]]), entry("tar", [[2, 2]])];
  const meant = [{ clause: asked("salt"), entries: [salt] }, { clause: asked("tar"), entries: [tar] }];
  assert.deepEqual(order([...meant, meant[0]]), order(meant));
});

test("words that ask count nothing beside others, and else they do", () => {
  const boosts = (/** @type {Clause[]} */ clauses) => withoutAsking(clauses).map(({ boost }) => boost);
  assert.deepEqual(boosts([asked("how"), asked("salt")]), [0, 1]);
  assert.deepEqual(boosts([asked("how"), asked("salt", { presence: "prohibited" })]), [1, 1]);
  assert.deepEqual(boosts([asked("how", { presence: "required" }), asked("salt")]), [1, 1]);
});

test("finds what has all that is required, else anything that is wanted, and nothing prohibited", () => {
  const [salt, tar] = [entry("salt", [[0, 1], [1, 1], [2, 1]]), entry("tar", [[1, 1], [3, 1]], [2])];
  const found = (/** @type {Partial<Clause>} */ ofSalt, /** @type {Partial<Clause>} */ ofTar) => (
    order([{ clause: asked("salt", ofSalt), entries: [salt] }, { clause: asked("tar", ofTar), entries: [tar] }]).sort()
  );
  assert.deepEqual(found({}, {}), [0, 1, 2, 3]);
  assert.deepEqual(found({ presence: "required" }, {}), [0, 1, 2]);
  assert.deepEqual(found({ presence: "required" }, { presence: "required" }), [1, 2]);
  assert.deepEqual(found({ presence: "required" }, { presence: "required", field: "title" }), [2]);
  assert.deepEqual(found({}, { presence: "prohibited", field: "title" }), [0, 1]);
  assert.deepEqual(found({ presence: "prohibited" }, { presence: "prohibited", field: "title" }), [3]);
  assert.deepEqual(found({ presence: "required", field: "title" }, {}), []);
});

test("equally good documents stand in the order of their numbers", () => {
  assert.deepEqual(order([{ clause: asked("salt"), entries: [entry("salt", [[2, 1], [1, 1]])] }]), [1, 2]);
});

test("tells the terms that a document has where they were asked for", () => {
  const [salt, tar] = [entry("salt", [[1, 1]]), entry("tar", [[1, 1]], [2])];
  const meant = [{ clause: asked("salt"), entries: [salt] }, { clause: asked("tar", { field: "title" }), entries: [tar] }];
  assert.deepEqual([1, 2].map((document) => termsIn(document, meant, SCORING)), [["salt"], ["tar"]]);
});
