import assert from "node:assert/strict";
import { test } from "node:test";
import { marksIn, queryIn, searchAddress, withMarks } from "./address.js";

test("a query comes back from its address as it was", () => {
  for (const query of ["salt", "+a -b", "title:“x” & y=z#1", "Türkiye 🙂", "100%"]) {
    assert.equal(queryIn(new URL(searchAddress("/search/index.html", query), "https://a.example").search), query);
  }
});

test("without a query the address is the page's own", () => {
  assert.equal(searchAddress("/search/index.html", "  "), "/search/index.html");
  assert.equal(queryIn(""), "");
});

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
