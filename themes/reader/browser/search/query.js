// What a reader typed, read as Lunr's query language: words, wild*cards, typo~1, weight^2, +must, -mustn't, field:word.
// It never fails: what can't be meant as an operator is a word, and a note says so where that may surprise.
import { analyse } from "../analyser/analyser.js";
import { foldLetters } from "../analyser/folding.js";
import { CLASSES } from "../analyser/table.js";

/** @typedef {"optional" | "required" | "prohibited"} Presence */

/**
 * @typedef {object} Clause
 * @property {string} term analysed; with * in it, a pattern
 * @property {string | null} field null for all fields
 * @property {Presence} presence
 * @property {number} boost
 * @property {number} editDistance
 */

/** @typedef {{clauses: Clause[], notes: string[]}} Query `notes` are lines for the reader */

/**
 * @typedef {object} Operators
 * @property {string | null} field
 * @property {Presence} presence
 * @property {number} boost
 * @property {number} editDistance
 */

export const FIELDS = ["title", "text", "author", "topic", "source"];

/** @type {ReadonlyMap<string, string>} */
const FIELD_NAMES = new Map([
  ...FIELDS.map((field) => /** @type {[string, string]} */ ([field, field])),
  ["titles", "title"], ["authors", "author"], ["by", "author"], ["topics", "topic"], ["sources", "source"],
]);
/** @type {Record<string, Presence>} */
const PRESENCES = { "": "optional", "+": "required", "-": "prohibited" };
const MOST_EDITS = 2;
/** Lunr's net of possible typos grows with the word, and no real word is longer. */
const LONGEST_FUZZY = 40;
const ESCAPED = /\\([:~^*+\\-])/g;
/** Stands for an escaped sign: no part of any word. */
const NO_SIGN = "\u0000";
const CHUNK = /^([+-]?)(?:(\p{L}+):(?!\/\/)(?=[^:]))?(.*)$/u;
const MODIFIER = /[~^][0-9]+/gu;
const PATTERN = new RegExp(`[${CLASSES.wordCharacters}${CLASSES.ignorable}${CLASSES.apostrophes}*]+`, "gu");

/**
 * @param {string} text
 * @returns {Query}
 */
export function readQuery(text) {
  const chunks = text.replace(ESCAPED, NO_SIGN).split(/\s+/u).filter((chunk) => chunk !== "");
  const parts = chunks.map(readChunk);
  const clauses = parts.flatMap((part) => part.clauses);
  const notes = [...new Set(parts.flatMap((part) => part.notes))];
  return { clauses, notes: clauses.length === 0 && chunks.length > 0 ? [nothingToAsk(chunks), ...notes] : notes };
}

/**
 * @param {string} chunk what stands between two spaces
 * @returns {Query}
 */
function readChunk(chunk) {
  const [, sign = "", name, rest = ""] = CHUNK.exec(chunk) ?? [];
  const end = startOfModifiers(rest);
  const [body, modifiers] = [rest.slice(0, end), rest.slice(end)];
  const field = FIELD_NAMES.get((name ?? "").toLowerCase()) ?? null;
  const isWord = name !== undefined && field === null;
  const { boost, edits } = readModifiers(modifiers);
  const operators = { field, presence: PRESENCES[sign], boost, editDistance: Math.min(edits, MOST_EDITS) };
  const clauses = clausesOf(isWord ? `${name} ${body}` : body, operators);
  return { clauses, notes: notesOn(chunk, isWord ? name : null, edits) };
}

/**
 * Where the run of modifiers begins that the word ends in. They are gone through once: one pattern for the word and
 * its modifiers would look for their end anew from each of them.
 *
 * @param {string} rest a word as it was typed, behind its sign and its field
 * @returns {number}
 */
function startOfModifiers(rest) {
  let [start, stop] = [rest.length, -1];
  for (const { 0: modifier, index } of rest.matchAll(MODIFIER)) {
    if (index !== stop) start = index;
    stop = index + modifier.length;
  }
  return stop === rest.length ? start : rest.length;
}

/**
 * @param {string} modifiers such as ~1^5
 * @returns {{boost: number, edits: number}}
 */
function readModifiers(modifiers) {
  const [boost, edits] = ["^", "~"].map((sign) => modifiers.split(sign).slice(1).map((rest) => parseInt(rest, 10)).at(-1));
  return { boost: boost ?? 1, edits: edits ?? 0 };
}

/**
 * @param {string} body
 * @param {Operators} operators
 * @returns {Clause[]}
 */
function clausesOf(body, operators) {
  if (!body.includes("*")) return wordClauses(body, operators);
  const pieces = body.match(PATTERN) ?? [];
  return pieces.flatMap((piece) => (piece.includes("*") ? patternClauses(piece, operators) : wordClauses(piece, operators)));
}

/**
 * A hyphenated word is wanted in its parts, wherever they stand, and better still as a whole; but it is kept out as
 * a whole only: -co-operation says nothing against every "operation".
 *
 * @param {string} body
 * @param {Operators} operators
 * @returns {Clause[]}
 */
function wordClauses(body, operators) {
  const tokens = analyse(body);
  const whole = tokens.filter((token) => token.compound);
  if (operators.presence === "prohibited" && whole.length > 0) return whole.map(({ term }) => clause(term, operators));
  return tokens.map(({ term, compound }) => {
    const eased = compound && operators.presence === "required";
    return clause(term, eased ? { ...operators, presence: "optional" } : operators);
  });
}

/**
 * A pattern is not stemmed, as in Lunr, but folded like all else. A star alone would be every word of the index, and
 * take seconds to say nothing.
 *
 * @param {string} piece
 * @param {Operators} operators
 * @returns {Clause[]}
 */
function patternClauses(piece, operators) {
  const pattern = piece.split(/\*+/).map(foldLetters).join("*");
  return pattern === "*" ? [] : [clause(pattern, { ...operators, editDistance: 0 })];
}

/**
 * @param {string} term
 * @param {Operators} operators
 * @returns {Clause}
 */
function clause(term, operators) {
  return { term, ...operators, editDistance: term.length > LONGEST_FUZZY ? 0 : operators.editDistance };
}

/**
 * @param {string} chunk
 * @param {string | null} noField what stood where a field's name stands, and is none
 * @param {number} edits
 * @returns {string[]}
 */
function notesOn(chunk, noField, edits) {
  const fields = FIELDS.map((field) => `${field}:`).join(", ");
  const bare = /^[+-]?(\p{L}+):$/u.exec(chunk)?.[1] ?? "";
  return [
    ...(noField === null ? [] : [`“${noField}:” is not a field, so it was searched for as a word. The fields are ${fields}.`]),
    ...(FIELD_NAMES.has(bare.toLowerCase()) ? [`Write the word right after the colon, as in ${bare}:word.`] : []),
    ...(edits > MOST_EDITS ? [`~${MOST_EDITS} is the most: words that differ in up to ${MOST_EDITS} letters.`] : []),
  ];
}

/**
 * @param {string[]} chunks
 * @returns {string}
 */
function nothingToAsk(chunks) {
  const words = chunks.flatMap((chunk) => chunk.match(PATTERN) ?? []);
  if (words.length === 0) return "There is no word in this search. Type a word, a name or a number.";
  const named = words.map((word) => `“${word}”`).join(" ");
  return `${named}: too common to search for, since nearly every article has it. Add another word.`;
}
