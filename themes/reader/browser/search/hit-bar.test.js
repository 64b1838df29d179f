import assert from "node:assert/strict";
import { test } from "node:test";
import { stepped } from "./hit-bar.js";

test("after the last hit comes the first, and before the first the last", () => {
  assert.deepEqual([0, 1, 2].map((place) => stepped(place, 1, 3)), [1, 2, 0]);
  assert.deepEqual([0, 1, 2].map((place) => stepped(place, -1, 3)), [2, 0, 1]);
});
