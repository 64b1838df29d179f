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

test("what most texts consist of is read as if they had any sign", () => {
  const words = ["a", "Be", "s", "019", "ÉñĆȿ", "ßæĳǆ", "'s", "’ll", "U.S.", "1,000", ".", ",", "'", "-", "&", "_", " "];
  for (let sign = 0; sign < 0x2030; sign += sign === 0x250 ? 0x1db0 : 1) {
    for (let round = 0; round < 4; round += 1) {
      const text = Array.from({ length: 9 }, (_, place) => (place % 3 === 1 ? String.fromCharCode(sign) : words[(sign * 7 + round * 5 + place * 11) % words.length])).join("");
      assert.deepEqual(analyse(text), analyse(`${text} 海`).slice(0, -1), JSON.stringify(text));
    }
  }
});
