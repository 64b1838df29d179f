import assert from "node:assert/strict";
import { test } from "node:test";
import { backwards, shardOf, shardsOfBeginning } from "./shard-starts.js";

const STARTS = ["", "harb", "salt", "salty", "tar"];

test("a term is in the last shard that starts before it", () => {
  assert.deepEqual(["a", "harb", "harbour", "salt", "saltier", "salty", "zinc"].map((term) => shardOf(STARTS, term)), [0, 1, 1, 2, 2, 3, 4]);
  assert.equal(shardOf([], "salt"), -1);
});

test("terms that begin alike may stand in several shards", () => {
  assert.deepEqual(shardsOfBeginning(STARTS, "salt"), [2, 3]);
  assert.deepEqual(shardsOfBeginning(STARTS, "s"), [1, 2, 3]);
  assert.deepEqual(shardsOfBeginning(STARTS, ""), [0, 1, 2, 3, 4]);
  assert.deepEqual(shardsOfBeginning([], "salt"), []);
});

test("words are turned by letters, not by halves of one", () => {
  assert.equal(backwards("a𠀀b"), "b𠀀a");
});
