import assert from "node:assert/strict";
import { test } from "node:test";
import { rank, withoutAsking } from "./ranking.js";

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
  return rank([0, 1, 2, 3].map((document) => ({ document, score: 0, terms: [] })), meant, SCORING).map(({ document }) => document);
}

test("a word of the title counts as three of the text, and a long text less", () => {
  assert.deepEqual(order([{ clause: asked("salt"), entries: [entry("salt", [[1, 2], [3, 2]], [2])] }]), [2, 1, 3, 0]);
});

test("a title without a text stands behind a title and a text that have the word", () => {
  assert.deepEqual(order([{ clause: asked("salt"), entries: [entry("salt", [[1, 4]], [0, 1])] }]).slice(0, 2), [1, 0]);
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
