import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, orderIn, queryWith } from "./list-order.js";

const ARTICLES = [
  { title: "Zinc", author: "Østby, Tor" },
  { title: "“Amber”", author: "" },
  { title: "", author: "Farr, Leocádia" },
  { title: "Čapek’s 10 wells", author: "Ilić, Ana" },
  { title: "Čapek’s 9 wells", author: "Farr, Leocádia" },
].map((keys) => ({ keys }));
const SOURCES = [
  { name: "Amber", articles: "9", latest: "2016-03" },
  { name: "Copper", articles: "10", latest: "" },
  { name: "Salt", articles: "9", latest: "2016" },
  { name: "Zinc", articles: "0", latest: "2016-03-02" },
].map((keys) => ({ keys }));
const ORDERS = ["date", "title", "author"];

/** @param {string} order */
const titles = (order) => inOrder(ARTICLES, order).map((entry) => entry.keys.title);

/** @param {string} order */
const names = (order) => inOrder(SOURCES, order).map((entry) => entry.keys.name);

test("by date they stay as they were built", () => {
  assert.deepEqual(titles("date"), ARTICLES.map((entry) => entry.keys.title));
});

test("by title, with numbers as numbers, marks aside and the untitled last", () => {
  assert.deepEqual(titles("title"), ["“Amber”", "Čapek’s 9 wells", "Čapek’s 10 wells", "Zinc", ""]);
});

test("by author, one author’s articles as they were, those of nobody last", () => {
  assert.deepEqual(titles("author"), ["", "Čapek’s 9 wells", "Čapek’s 10 wells", "Zinc", "“Amber”"]);
});

test("by number of articles the most first, and equals by name", () => {
  assert.deepEqual(names("articles"), ["Copper", "Amber", "Salt", "Zinc"]);
});

test("by latest article, a day before the month alone, a month before the year, and the undated last", () => {
  assert.deepEqual(names("latest"), ["Zinc", "Amber", "Salt", "Copper"]);
});

test("an address tells the order, and nonsense tells none", () => {
  assert.equal(orderIn("?sort=title", ORDERS), "title");
  assert.equal(orderIn("?sort=size", ORDERS), "date");
  assert.equal(orderIn("?sort=date", ["title", "author"]), "title");
  assert.equal(orderIn("", ORDERS), "date");
});

test("only another order than the list’s own stands in the address", () => {
  assert.equal(queryWith("", "author", ORDERS), "?sort=author");
  assert.equal(queryWith("?sort=author", "date", ORDERS), "");
  assert.equal(queryWith("?q=a+b&sort=author", "title", ORDERS), "?q=a+b&sort=title");
});
