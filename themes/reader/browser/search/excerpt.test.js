import assert from "node:assert/strict";
import { test } from "node:test";
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
