import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "./analyser.js";

// That the terms are those of the index is tested against the index's builder, in tests/search/.

test("a token's place is that of its word in the text", () => {
  const text = "🙂 The “Türkiye’s” al-Baghdadi, U.S.A. 1,000";
  const words = analyse(text).map(({ term, start, end }) => [term, text.slice(start, end)]);
  assert.deepEqual(words, [
    ["turkiy", "Türkiye’s"], ["al", "al"], ["baghdadi", "Baghdadi"], ["albaghdadi", "al-Baghdadi"],
    ["usa", "U.S.A"], ["1000", "1,000"],
  ]);
});

test("only the whole of a hyphenated word is a compound", () => {
  assert.deepEqual(analyse("co-op 2014-2017 plain").map(({ compound }) => compound), [false, false, true, false, false, false]);
});

test("names of JavaScript's own are words like others", () => {
  assert.deepEqual(analyse("constructor __proto__").map(({ term }) => term), ["constructor", "proto"]);
});
