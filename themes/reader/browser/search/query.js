// What a reader typed, read as Lunr's query language and some more: words, wild*cards, typo~1, weight^2, +must, -mustn't,
// field:word, "exact phrases", and filters such as author:"Ana Ilić" and year:2014..2017.
// It never fails: what can't be meant as an operator is a word, and a note says so where that may surprise.
import { analyse } from "../analyser/analyser.js";
import { foldLetters } from "../analyser/folding.js";
import { once } from "../analyser/remembering.js";
import { CLASSES } from "../analyser/table.js";

/** @typedef {"optional" | "required" | "prohibited"} Presence */
/** @typedef {import("./index/columns.js").Kind} Kind */

/**
 * @typedef {object} Clause
 * @property {string} term analysed; with * in it, a pattern
 * @property {string[]} [alternatives] other terms that are as good
 * @property {string} [word] what the reader typed, where it is a whole word
 * @property {string | null} field null for all fields
 * @property {Presence} presence
 * @property {number} boost
 * @property {number} editDistance
 * @property {boolean} [bonus] whether it only adds to the score: a hyphenated word as a whole, beside its parts
 */

/** @typedef {{text: string, field: string | null, excluded: boolean}} PhraseClause */
/** @typedef {{kind: Kind, name: string, quoted: boolean, excluded: boolean, clauses: Clause[]}} NameClause `clauses` are what it means where no name is so */
/** @typedef {{from: number, to: number, excluded: boolean}} YearClause */

/**
 * @typedef {object} Query
 * @property {Clause[]} clauses
 * @property {PhraseClause[]} phrases
 * @property {NameClause[]} names
 * @property {YearClause[]} years
 * @property {string[]} notes lines for the reader
 */

/**
 * @typedef {object} Operators
 * @property {string | null} field
 * @property {Presence} presence
 * @property {number} boost
 * @property {number} editDistance
 */

export const FIELDS = ["title", "text", "author", "topic", "source"];
const FILTERS = [...FIELDS, "year"];

/** @type {ReadonlyMap<string, string>} */
const FIELD_NAMES = new Map([
  ...FIELDS.map((field) => /** @type {[string, string]} */ ([field, field])),
  ["titles", "title"], ["authors", "author"], ["by", "author"], ["topics", "topic"], ["sources", "source"],
  ["year", "year"], ["years", "year"],
]);
/** @type {ReadonlyMap<string, Kind>} */
const KINDS = new Map([["author", "author"], ["topic", "topic"], ["source", "source"]]);
/** @type {Record<string, Presence>} */
const PRESENCES = { "": "optional", "+": "required", "-": "prohibited" };
const MOST_EDITS = 2;
/** Lunr's net of possible typos grows with the word, and no real word is longer. */
const LONGEST_FUZZY = 40;
const ESCAPED = /\\([:~^*+\\-])/g;
/** Stands for an escaped sign: no part of any word. */
const NO_SIGN = "\u0000";
/** A phrase with what stands before it, or all up to the next space. */
const CHUNKS = /[+-]?(?:\p{L}+:)?["“”„][^"“”„]*["“”„]|\S+/gu;
const PHRASE = /^([+-]?)(?:(\p{L}+):)?["“”„](.*)["“”„]$/u;
const QUOTES = /["“”„]/u;
const YEARS = /^(?:(\d{4})|(\d{4})?(?:\.\.+|…|–|-)(\d{4})?)$/u;
const LAST_YEAR = 9999;
const CHUNK = /^([+-]?)(?:(\p{L}+):(?!\/\/)(?=[^:]))?(.*)$/u;
const MODIFIER = /[~^][0-9]+/gu;
/** Of Unicode's tables, and few questions have a pattern: made when one does. */
const patterns = once(() => new RegExp(`[${CLASSES.wordCharacters}${CLASSES.ignorable}${CLASSES.apostrophes}*]+`, "gu"));

/** @type {Query} */
const NOTHING = { clauses: [], phrases: [], names: [], years: [], notes: [] };

/**
 * @param {string} text
 * @returns {Query}
 */
export function readQuery(text) {
  const chunks = text.replace(ESCAPED, NO_SIGN).match(CHUNKS) ?? [];
  const parts = chunks.map(readChunk);
  const clauses = parts.flatMap((part) => part.clauses);
  const [phrases, names, years] = [parts.flatMap((part) => part.phrases), parts.flatMap((part) => part.names), parts.flatMap((part) => part.years)];
  const notes = [...new Set(parts.flatMap((part) => part.notes))];
  const asksNothing = clauses.length + phrases.length + names.length + years.length === 0 && chunks.length > 0;
  return { clauses, phrases, names, years, notes: asksNothing ? [nothingToAsk(chunks), ...notes] : notes };
}

/**
 * @param {string} chunk
 * @returns {Query}
 */
function readChunk(chunk) {
  const [, sign = "", name, quoted] = PHRASE.exec(chunk) ?? [];
  return quoted === undefined ? readWord(chunk) : readPhrase(chunk, { excluded: sign === "-", name, quoted });
}

/**
 * @param {string} chunk a phrase, with its sign and its field
 * @param {{excluded: boolean, name: string | undefined, quoted: string}} parts
 * @returns {Query}
 */
function readPhrase(chunk, { excluded, name, quoted }) {
  const field = name === undefined ? null : FIELD_NAMES.get(name.toLowerCase());
  if (field === "year") return yearClause(quoted, excluded);
  const kind = KINDS.get(field ?? "");
  if (kind) return { ...NOTHING, names: [{ kind, name: quoted, quoted: true, excluded, clauses: [] }] };
  if (analyse(quoted).length === 0) {
    return { ...NOTHING, notes: [`${chunk}: a phrase needs a word that isn’t in nearly every article.`] };
  }
  const notes = field === undefined ? [noSuchField(name ?? "")] : [];
  return { ...NOTHING, phrases: [{ text: quoted, field: field ?? null, excluded }], notes };
}

/**
 * @param {string} years such as 2014..2017
 * @param {boolean} excluded
 * @returns {Query}
 */
function yearClause(years, excluded) {
  const [all, one, from, to] = YEARS.exec(years) ?? [];
  if (all === undefined || /^\D*$/.test(all)) return { ...NOTHING, notes: ["Write years as in year:2016, year:2014..2017, year:2014.. or year:..2017."] };
  const [first, last] = [Number(one ?? from ?? 0), Number(one ?? to ?? LAST_YEAR)];
  return { ...NOTHING, years: [{ from: Math.min(first, last), to: Math.max(first, last), excluded }] };
}

/**
 * @param {string} chunk what stands between two spaces
 * @returns {Query}
 */
function readWord(chunk) {
  const [, sign = "", name, rest = ""] = CHUNK.exec(chunk) ?? [];
  const end = startOfModifiers(rest);
  const [body, modifiers] = [rest.slice(0, end), rest.slice(end)];
  const field = FIELD_NAMES.get((name ?? "").toLowerCase()) ?? null;
  if (field === "year") return yearClause(rest, sign === "-");
  const isWord = name !== undefined && field === null;
  const { boost, edits } = readModifiers(modifiers);
  const operators = { field, presence: PRESENCES[sign], boost, editDistance: Math.min(edits, MOST_EDITS) };
  const clauses = clausesOf(isWord ? `${name} ${body}` : body, operators);
  const notes = notesOn(chunk, isWord ? name : null, edits);
  const kind = KINDS.get(field ?? "");
  const isName = kind !== undefined && modifiers === "" && !body.includes("*");
  if (!isName) return { ...NOTHING, clauses, notes };
  return { ...NOTHING, names: clauses.length === 0 ? [] : [{ kind, name: body, quoted: false, excluded: sign === "-", clauses }], notes };
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
  const pieces = body.match(patterns()) ?? [];
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
  if (operators.presence === "prohibited" && whole.length > 0) return whole.map((token) => wordClause(token, operators));
  return tokens.map((token) => {
    const told = wordClause(token, token.compound && operators.presence === "required" ? { ...operators, presence: "optional" } : operators);
    return token.compound ? { ...told, bonus: true } : told;
  });
}

/**
 * Articles in other languages have words as they are written, not their stems.
 *
 * @param {import("../analyser/analyser.js").Token} token
 * @param {Operators} operators
 * @returns {Clause}
 */
function wordClause({ term, folded }, operators) {
  const told = { ...clause(term, operators), word: folded };
  return folded === term || told.editDistance > 0 ? told : { ...told, alternatives: [folded] };
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
  const bare = /^[+-]?(\p{L}+):$/u.exec(chunk)?.[1] ?? "";
  return [
    ...(noField === null ? [] : [noSuchField(noField)]),
    ...(FIELD_NAMES.has(bare.toLowerCase()) ? [`Write the word right after the colon, as in ${bare}:word.`] : []),
    ...(edits > MOST_EDITS ? [`~${MOST_EDITS} is the most: words that differ in up to ${MOST_EDITS} letters.`] : []),
    ...(QUOTES.test(chunk) && chunk.length > 1 ? ["A quotation mark has no partner here, so it was left out. Put one on each side of a phrase."] : []),
  ];
}

/**
 * @param {string} name
 * @returns {string}
 */
function noSuchField(name) {
  const fields = FILTERS.map((field) => `${field}:`).join(", ");
  return `“${name}:” is not a field, so it was searched for as a word. The fields are ${fields}.`;
}

/**
 * @param {string[]} chunks
 * @returns {string}
 */
function nothingToAsk(chunks) {
  const words = chunks.flatMap((chunk) => chunk.match(patterns()) ?? []);
  if (words.length === 0) return "There is no word in this search. Type a word, a name or a number.";
  const named = words.map((word) => `“${word}”`).join(" ");
  return `${named}: too common to search for, since nearly every article has it. Add another word.`;
}
