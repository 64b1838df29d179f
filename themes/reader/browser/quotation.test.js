import assert from "node:assert/strict";
import { test } from "node:test";
import { asText, textFragment } from "./quotation.js";

test("a short quotation is found by all of its words", () => {
  assert.equal(textFragment(" al-Baghdadi,  he\nsaid "), ":~:text=al%2DBaghdadi%2C%20he%20said");
});

test("a long one by its first and last words", () => {
  const words = "one two three four five six seven eight nine ten eleven";
  assert.equal(textFragment(words), ":~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven");
});

test("over two paragraphs, by the first words in the one and the last in the other", () => {
  assert.equal(textFragment("Of salt", "it is dear"), ":~:text=Of%20salt,it%20is%20dear");
});

const QUOTATION = {
  words: "Salt is dear.\n",
  citation: "Ilić, Ana. “Bridges.” The Harbour Review, March 15, 2016.",
  paragraph: 3,
  link: "https://kept.example/articles/bridges/index.html#p-3f2a91",
  original: "https://harbour.example/bridges",
  captured: "2024-07-18",
};

test("a quotation says who, where, which paragraph, and when it was captured", () => {
  assert.equal(
    asText(QUOTATION),
    [
      "“Salt is dear.”",
      "",
      "Ilić, Ana. “Bridges.” The Harbour Review, March 15, 2016, para. 3.",
      "https://kept.example/articles/bridges/index.html#p-3f2a91",
      "Original: https://harbour.example/bridges (captured 2024-07-18)",
    ].join("\n"),
  );
});

test("the day of the capture is told where the original's address isn't known", () => {
  assert.match(asText({ ...QUOTATION, original: "" }), /\nCaptured 2024-07-18$/u);
});

test("what isn't known is left out", () => {
  const text = asText({ ...QUOTATION, paragraph: null, original: "", captured: "" });
  assert.doesNotMatch(text, /para\.|Original|captured/u);
});
