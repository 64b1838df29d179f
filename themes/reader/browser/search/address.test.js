import assert from "node:assert/strict";
import { test } from "node:test";
import { marksIn, withMarks } from "./address.js";

test("terms come back from an article's address", () => {
  const terms = ["key", "3.5", "σοφοσ", "𠀀"];
  assert.deepEqual(marksIn(new URL(withMarks("https://a.example/x/index.html", terms)).hash), { terms, phrases: [] });
});

test("phrases come back as they were, with terms and without", () => {
  const phrases = ["the salt, the road", "50% & more", "“a,b”"];
  assert.deepEqual(marksIn(new URL(withMarks("https://a.example/x", ["key"], phrases)).hash), { terms: ["key"], phrases });
  assert.deepEqual(marksIn(new URL(withMarks("https://a.example/x", [], phrases)).hash), { terms: [], phrases });
});

test("an article found without any term has its plain address", () => {
  assert.equal(withMarks("a/index.html", []), "a/index.html");
});

test("the terms of an address are bounded", () => {
  assert.equal(marksIn(withMarks("", Array.from({ length: 500 }, (_, number) => `w${number}`))).terms.length, 24);
});

test("other fragments and broken ones carry none", () => {
  for (const hash of ["", "#", "#p-3f2a91", "#mark=", "#mark=%E0%A4%A,,"]) assert.deepEqual(marksIn(hash), { terms: [], phrases: [] });
});
