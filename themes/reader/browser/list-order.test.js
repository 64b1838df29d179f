import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, ORDERS, orderIn, queryWith } from "./list-order.js";

const ENTRIES = [
  { title: "Zinc", author: "Østby, Tor" },
  { title: "“Amber”", author: "" },
  { title: "", author: "Farr, Leocádia" },
  { title: "Čapek’s 10 wells", author: "Ilić, Ana" },
  { title: "Čapek’s 9 wells", author: "Farr, Leocádia" },
];

/** @param {import("./list-order.js").Order} order */
const titles = (order) => inOrder(ENTRIES, order).map((entry) => entry.title);

test("by date they stay as they were built", () => {
  assert.deepEqual(titles("date"), ENTRIES.map((entry) => entry.title));
});

test("by title, with numbers as numbers, marks aside and the untitled last", () => {
  assert.deepEqual(titles("title"), ["“Amber”", "Čapek’s 9 wells", "Čapek’s 10 wells", "Zinc", ""]);
});

test("by author, one author’s articles as they were, those of nobody last", () => {
  assert.deepEqual(titles("author"), ["", "Čapek’s 9 wells", "Čapek’s 10 wells", "Zinc", "“Amber”"]);
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
