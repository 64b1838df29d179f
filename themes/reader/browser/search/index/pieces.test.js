import assert from "node:assert/strict";
import { test } from "node:test";
import { Pieces } from "./pieces.js";

const MEGABYTE = "x".repeat(1_000_000);

/**
 * @returns {{pieces: Pieces, loaded: string[]}} pieces of a megabyte each
 */
function ofMegabytes() {
  /** @type {string[]} */
  const loaded = [];
  const pieces = new Pieces(async (name) => {
    loaded.push(name);
    return MEGABYTE;
  });
  return { pieces, loaded };
}

test("a piece is loaded once, however many ask for it at the same time", async () => {
  const { pieces, loaded } = ofMegabytes();
  await Promise.all([pieces.get("terms/1", String), pieces.get("terms/1", String)]);
  await pieces.get("terms/1", String);
  assert.deepEqual(loaded, ["terms/1"]);
});

test("those used last are kept, within eight megabytes", async () => {
  const { pieces, loaded } = ofMegabytes();
  for (let number = 0; number < 8; number += 1) await pieces.get(`terms/${number}`, String);
  await pieces.get("terms/0", String);
  await pieces.get("terms/8", String); // one too many: terms/1 was used longest ago
  loaded.length = 0;
  for (const number of [0, 2, 7, 8, 1]) await pieces.get(`terms/${number}`, String);
  assert.deepEqual(loaded, ["terms/1"]);
});

test("a piece that could not be loaded is asked for again", async () => {
  let broken = true;
  const pieces = new Pieces(async () => {
    if (broken) throw new Error("gone");
    return "there";
  });
  await assert.rejects(pieces.get("terms/1", String), /gone/);
  broken = false;
  assert.equal(await pieces.get("terms/1", String), "there");
});
