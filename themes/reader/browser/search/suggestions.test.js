import assert from "node:assert/strict";
import { test } from "node:test";
import { completed, groupsOf, isSame, moved, spoken } from "./suggestions.js";

const NOTHING = { words: [], titles: [], names: [] };
const TITLE = { address: "articles/a/index.html", label: "A", title: null, source: "The Review", publishedText: null, language: "en" };
/** @param {string} name */
const named = (name) => ({ name, address: `${name}.html`, count: 2 });

test("only groups that have something are shown, words first", () => {
  const names = [{ kind: /** @type {const} */ ("source"), name: named("S") }, { kind: /** @type {const} */ ("author"), name: named("A") }];
  const groups = groupsOf("sal", { words: ["salt"], titles: [TITLE], names });
  assert.deepEqual(groups.map(({ label }) => label), ["Search for", "Articles", "Authors", "Sources"]);
  assert.deepEqual(groupsOf("sal", NOTHING), []);
});

test("no kind of names fills the box", () => {
  const names = Array.from({ length: 9 }, (_, number) => ({ kind: /** @type {const} */ ("topic"), name: named(`T${number}`) }));
  assert.equal(groupsOf("t", { ...NOTHING, names })[0].options.length, 3);
});

test("a word stands in the place of the last one, whatever signs are before it", () => {
  assert.equal(completed("salt roa", "road"), "salt road");
  assert.equal(completed("title:sal", "salt"), "title:salt");
  assert.equal(completed('"old sal', "salt$&"), '"old salt$&');
  assert.equal(completed("Tür", "turkiye"), "turkiye");
});

test("what a word adds stands out; the word that is typed already is no suggestion", () => {
  const [{ options }] = groupsOf("old Sal", { ...NOTHING, words: ["salt", "sal"] });
  assert.deepEqual(options.map(({ fill }) => fill), ["old salt"]);
  assert.deepEqual(options[0].text, [{ text: "old sal", hit: false }, { text: "t", hit: true }]);
  assert.deepEqual(groupsOf("Salt", { ...NOTHING, words: ["salt"] }), []);
});

test("a title tells its source and its date, as far as they are known", () => {
  const [{ options: [option] }] = groupsOf("a", { ...NOTHING, titles: [TITLE] });
  assert.equal(option.detail, "The Review");
  assert.deepEqual(option.text, [{ text: "A", hit: false }]);
});

test("arrows lead round, through the text field", () => {
  assert.deepEqual([-1, 0, 1].map((active) => moved(active, 1, 2)), [0, 1, -1]);
  assert.deepEqual([-1, 0, 1].map((active) => moved(active, -1, 2)), [1, -1, 0]);
  assert.equal(moved(-1, 1, 0), -1);
});

test("options are told apart by where they lead", () => {
  const [{ options: [one, other] }] = groupsOf("sa", { ...NOTHING, words: ["salt", "sand"] });
  assert.ok(isSame(one, { ...one, detail: "x" }));
  assert.ok(!isSame(one, other));
  assert.ok(!isSame(one, undefined));
});

test("counts are spoken as a person would", () => {
  assert.deepEqual([0, 1, 5].map(spoken), ["No suggestions", "1 suggestion", "5 suggestions"]);
});
