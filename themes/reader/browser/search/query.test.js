import assert from "node:assert/strict";
import { test } from "node:test";
import lunr from "lunr";
import { FIELDS, readQuery } from "./query.js";

const PRESENCE = new Map([
  [lunr.Query.presence.OPTIONAL, "optional"],
  [lunr.Query.presence.REQUIRED, "required"],
  [lunr.Query.presence.PROHIBITED, "prohibited"],
]);

/** Words that our analyser and Lunr's parser leave as they are, so that only the language is compared. */
const LUNRS_OWN = [
  "salt", "salt tar", "+salt -tar", "title:salt", "+title:salt", "-author:tar", "salt^5", "salt~1", "salt~2^3", "salt^3~1",
  "sal*", "*lt", "s*t", "+sal*", "title:sal*^2", "  salt   tar  ",
];

for (const text of LUNRS_OWN) {
  test(`reads “${text}” as Lunr does`, () => {
    const { clauses, names, notes } = readQuery(text);
    assert.deepEqual([...clauses, ...names.flatMap((name) => name.clauses)].map(comparable), lunrsClauses(text));
    assert.deepEqual(notes, []);
  });
}

/**
 * @param {string} text
 * @returns {object[]}
 */
function lunrsClauses(text) {
  const query = new lunr.Query(FIELDS);
  // The package of types has no parser.
  const { QueryParser } = /** @type {{QueryParser: new (text: string, query: lunr.Query) => {parse: () => void}}} */ (
    /** @type {unknown} */ (lunr));
  new QueryParser(text, query).parse();
  return query.clauses.map((clause) => {
    const { term, fields, boost, editDistance = 0, presence } = /** @type {lunr.Query.Clause & {presence: number}} */ (clause);
    return { term, field: fields.length > 1 ? null : fields[0], presence: PRESENCE.get(presence), boost, editDistance };
  });
}

/**
 * @param {import("./query.js").Clause} clause
 * @returns {object}
 */
function comparable({ term, field, presence, boost, editDistance }) {
  return { term, field, presence, boost, editDistance };
}

/**
 * @param {string} text
 * @returns {string} such as "+al +baghdadi albaghdadi"
 */
function brief(text) {
  const signs = { optional: "", required: "+", prohibited: "-" };
  return readQuery(text).clauses.map(({ term, presence }) => signs[presence] + term).join(" ");
}

test("a hyphenated name is wanted in parts, and kept out as a whole", () => {
  assert.equal(brief("al-Baghdadi"), "al baghdadi albaghdadi");
  assert.equal(brief("+al-Baghdadi"), "+al +baghdadi albaghdadi");
  assert.equal(brief("-al-Baghdadi"), "-albaghdadi");
});

test("patterns are folded, not stemmed", () => {
  assert.equal(brief("Türkiy* al-BAGH* O’Br* running*"), "turkiy* al bagh* obr* running*");
});

test("a star alone says nothing", () => {
  assert.equal(brief("* ** salt title:*"), "salt");
  assert.match(readQuery("*").notes[0], /“\*”: too common/);
});

test("stop words say nothing, even where they are demanded", () => {
  assert.equal(brief("+the salt of -a"), "salt");
  assert.match(readQuery("of the").notes[0], /“of” “the”: too common/);
});

test("escaped signs are no operators", () => {
  assert.equal(brief(String.raw`\+salt tar\^5 a\:b \-tar`), "salt tar 5 b tar");
});

test("what is no field is a word, and the reader is told", () => {
  assert.equal(brief("autor:salt"), "autor salt");
  assert.match(readQuery("autor:salt").notes[0], /“autor:” is not a field/);
  assert.deepEqual(readQuery("10:30 https://a.example").notes, []);
});

test("typos are bounded, since Lunr's net grows with each", () => {
  assert.equal(readQuery("harbour~9").clauses[0].editDistance, 2);
  assert.equal(readQuery(`${"ab".repeat(30)}~2`).clauses[0].editDistance, 0);
});

test("a word's modifiers are those that it ends in, however many stand before", () => {
  assert.equal(brief("salt~1x~2"), brief("salt~1x~1~2"));
  assert.equal(readQuery(`${"~1".repeat(100_000)}x`).clauses[0].editDistance, 0);
});
