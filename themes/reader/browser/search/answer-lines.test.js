import assert from "node:assert/strict";
import { test } from "node:test";
import { noteLines, statusLine, windowTitle } from "./answer-lines.js";
import { stateIn } from "./search-state.js";

/** @type {import("./engine.js").Answer} */
const ANSWER = { total: 3, notes: [], fellBack: false, complete: 3, corrections: [], sort: "relevance", isRanked: true };
const FIRST = { page: 1, pages: 1 };

test("the status tells how many and for what", () => {
  assert.equal(statusLine(stateIn("?q=tide"), 1, FIRST), "1 article for “tide”");
  assert.equal(statusLine(stateIn("?q=tide"), 1234, { page: 2, pages: 124 }), "1,234 articles for “tide”, page 2 of 124");
  assert.equal(statusLine(stateIn("?source=A"), 3, FIRST), "3 articles");
  assert.equal(statusLine(stateIn("?q=tide"), 0, FIRST), "Nothing found for “tide”.");
  assert.equal(statusLine(stateIn("?q=tide&source=A"), 0, FIRST), "Nothing found for “tide” with these filters.");
});

test("corrections and easing are told before all else", () => {
  const told = noteLines(stateIn("?q=harbuor"), { ...ANSWER, fellBack: true, complete: 0, corrections: [{ from: "harbuor", to: "harbour" }], notes: ["A note."] });
  assert.deepEqual(told, [
    "No article has “harbuor”; searched for “harbour” instead.",
    "No article has all of these words; these have some of them.",
    "A note.",
  ]);
});

test("those with all words are told from the others", () => {
  const told = (/** @type {number} */ complete) => noteLines(stateIn("?q=salt"), { ...ANSWER, fellBack: true, complete });
  assert.deepEqual(told(1), ["The first article has all of these words; the others have some of them."]);
  assert.deepEqual(told(2), ["The first 2 articles have all of these words; the others have some of them."]);
});

test("who finds nothing gets advice that fits", () => {
  const nothing = { ...ANSWER, total: 0 };
  assert.match(noteLines(stateIn("?q=zzz"), nothing)[0], /^Try fewer or other words/u);
  assert.deepEqual(noteLines(stateIn("?q=the"), { ...nothing, notes: ["A note."] }), ["A note."]);
  assert.deepEqual(noteLines(stateIn("?q=zzz&source=A"), nothing), ["Remove a filter to find more."]);
  assert.deepEqual(noteLines(stateIn("?q=salt"), ANSWER), []);
});

test("a window's title tells one search from another", () => {
  assert.equal(windowTitle("Search · X", stateIn(""), 1), "Search · X");
  assert.equal(windowTitle("Search · X", stateIn("?q=salt&source=A&years=2014-2017"), 2), "salt, A, 2014–2017, page 2 · Search · X");
});
