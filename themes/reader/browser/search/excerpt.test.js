import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse, partsOf } from "../analyser/analyser.js";
import { excerptOf, findPlaces, markText } from "./excerpt.js";

/**
 * @param {string} text
 * @param {string[]} terms
 * @returns {import("./excerpt.js").Piece[]}
 */
function excerptFor(text, ...terms) {
  return excerptOf(text, findPlaces(text, new Set(terms)));
}

/**
 * @param {import("./excerpt.js").Piece[]} pieces
 * @returns {string} hits in brackets
 */
function shown(pieces) {
  return pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
}

test("marks every form of a word, and nothing that only begins like it", () => {
  assert.equal(shown(markText("Keys, a key’s keyhole; KEY.", new Set(["key"]))), "[Keys], a [key’s] keyhole; [KEY].");
});

test("marks a part of a hyphenated name, or the whole of it", () => {
  assert.equal(shown(markText("al-Baghdadi", new Set(["baghdadi"]))), "al-[Baghdadi]");
  assert.equal(shown(markText("al-Baghdadi", new Set(["albaghdadi", "al"]))), "[al-Baghdadi]");
});

test("loses nothing of a text", () => {
  const text = "Ships — “ships” <b>of 🙂 the\nharbour</b> & ships";
  assert.equal(markText(text, new Set(["ship", "harbour"])).map((piece) => piece.text).join(""), text);
});

test("shows the place with the most different words", () => {
  const filler = "nothing to see here at all ".repeat(30);
  const text = `salt ${filler} salt and tar ${filler}`;
  const excerpt = shown(excerptFor(text, "salt", "tar"));
  assert.match(excerpt, /^… .*\[salt\] and \[tar\].* …$/u);
  assert.ok(excerpt.length < 320);
});

test("cuts between words", () => {
  const text = "harbourmaster ".repeat(60);
  for (const piece of excerptFor(`${text}key ${text}`, "key").filter((part) => !part.hit)) {
    for (const word of piece.text.trim().split(/\s+/u)) assert.match(word, /^(?:harbourmaster|…)$/u);
  }
});

test("begins at the beginning where there is no hit", () => {
  assert.equal(shown(excerptFor("A short text", "key")), "A short text");
  assert.equal(shown(excerptFor("", "key")), "");
});

test("cuts even a text without any space", () => {
  const text = "海".repeat(1000);
  assert.ok(shown(excerptFor(text, "key")).length < 400);
});

/** @typedef {import("./excerpt.js").Place} Place */

/**
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function chances(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SOUNDS = [..."aaeioubdghklmnrstyxz", "al", "ing", "ed", "ies", "y", "ly", "s", "us", "ation", "1", "20", "000", "é", "ü", "ß", "ﬁ", "Ⅳ", "海", "ж", "ʼ"];
const INNER = ["", "", "", "", "", "'", "’s-", "'ll-", "-", "&", ".", ",", "\u00ad", "\ufeff", "\u0301", "‑", "’", "`", "'s", "_"];
const OUTER = [" ", " ", " ", " ", "\n", "\n", "\u00a0", "\u2028", "—", ", ", ". ", " “", "” ", "…", "(", "\t", "/"];
const KNOWN = ["using", "use", "dying", "die", "lies", "tying", "skies", "ugly", "cry", "cries", "U.S.", "U.S.A", "AT&T", "F-16", "1,000", "3.5", "x’s-ray", "O'Brien", "O’Brien’s", "co-operation", "rating", "rate", "they'll"];

/**
 * @param {(below: number) => number} chance
 * @returns {string}
 */
function madeUpText(chance) {
  const sound = () => SOUNDS[chance(chance(3) ? 30 : SOUNDS.length)];
  const word = () => (chance(4) ? Array.from({ length: 1 + chance(5) }, () => sound() + INNER[chance(INNER.length)]).join("") : KNOWN[chance(KNOWN.length)]);
  const cased = (/** @type {string} */ some) => [some, some, some.toUpperCase(), some.slice(0, 1).toUpperCase() + some.slice(1)][chance(4)];
  return Array.from({ length: 1 + chance(30) }, () => cased(word()) + OUTER[chance(OUTER.length)]).join("");
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} terms
 * @param {string[]} phrases
 * @returns {Place[]} what `findPlaces` gives, with every word of the text analysed
 */
function placesOfAllWords(text, terms, phrases) {
  const parts = partsOf(text);
  const found = phrases.flatMap((phrase) => {
    const wanted = partsOf(phrase).map(({ folded }) => folded);
    return parts.flatMap(({ start }, place) => {
      const isHere = wanted.length > 0 && wanted.every((word, number) => parts[place + number]?.folded === word);
      const end = isHere ? parts[place + wanted.length - 1].end : 0;
      return isHere && !text.slice(start, end).includes("\n") ? [{ start, end, term: phrase }] : [];
    });
  });
  const all = [...found, ...analyse(text).filter(({ term, folded }) => terms.has(term) || terms.has(folded))];
  let reached = 0;
  return all.sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => {
    const isNew = start >= reached;
    if (isNew) reached = end;
    return isNew;
  });
}

test("words that are passed over have none of the terms", () => {
  const chance = chances(7);
  const told = (/** @type {Place[]} */ places) => places.map(({ start, end, term }) => [start, end, term]);
  let found = 0;
  for (let round = 0; round < 600; round += 1) {
    const text = madeUpText(chance);
    const tokens = analyse(`${text} ${madeUpText(chance)}`);
    const parts = partsOf(text).map(({ folded }) => folded);
    const terms = new Set(tokens.filter(() => chance(6) === 0).map(({ term, folded }) => (chance(2) ? term : folded)));
    const from = chance(parts.length + 1);
    const phrases = chance(3) ? [] : [parts.slice(from, from + 1 + chance(3)).join(" ")];
    const places = findPlaces(text, terms, phrases);
    assert.deepEqual(told(places), told(placesOfAllWords(text, terms, phrases)), JSON.stringify([text, [...terms], phrases]));
    found += places.length;
  }
  assert.ok(found > 1000);
});
