import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsToShow } from "./facet-rows.js";

/**
 * @param {string} name
 * @param {boolean} [chosen]
 */
const row = (name, chosen = false) => ({ name: { name, address: "", count: 1 }, count: 1, chosen });
const MANY = Array.from({ length: 250 }, (_, place) => row(`Name ${place}`, place === 40));

/** @param {{rows: {name: {name: string}}[]}} shown */
const names = ({ rows }) => rows.map(({ name }) => name.name);

test("the first eight, and what is chosen", () => {
  assert.deepEqual(names(rowsToShow(MANY, { open: false, like: "" })), [...names({ rows: MANY.slice(0, 8) }), "Name 40"]);
});

test("more of them, in bounds, and how many are left", () => {
  const { rows, rest } = rowsToShow(MANY, { open: true, like: "" });
  assert.equal(rows.length, 100);
  assert.equal(rest, 150);
});

test("names that have some letters, whatever their accents and capitals", () => {
  const some = [row("Ana Ilić"), row("Tor Østby-Venn"), row("MIRA ILICZ")];
  assert.deepEqual(names(rowsToShow(some, { open: true, like: " ilic" })), ["Ana Ilić", "MIRA ILICZ"]);
  assert.deepEqual(rowsToShow(some, { open: true, like: "zzz" }), { rows: [], rest: 0 });
});
