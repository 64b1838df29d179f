// A Lunr index of nothing but the terms that a query asks for. Its results are those of the whole index: a score is
// dot(query, document) / |query|, and to that product only the query's own terms add anything.
import lunr from "lunr";
import { Index, Pipeline, TokenSet } from "./lunr-parts.js";

/** @typedef {import("./term-shard.js").Entry} Entry */
/** @typedef {import("./term-shard.js").FieldPostings} FieldPostings */

/**
 * @typedef {object} Scoring what scores are made of, beside the postings; plugins/search_index/files.py writes it
 * @property {number} documents how many the archive has
 * @property {string[]} fields
 * @property {number[]} boosts of each field
 * @property {number[]} averages each field's mean length, in terms
 * @property {number[]} textLengths of each document's text
 * @property {number} k1
 * @property {number} b
 */

/** More terms than a document can be the first to have: makes one number of a document's and a rank in it. */
const RANKS = 2 ** 24;
/** Stands between the terms of a clause that means any of them: no part of any term. */
export const BETWEEN_ALTERNATIVES = "\u0000";
const NO_METADATA = Object.freeze({});

/**
 * Makes one clause's term several.
 *
 * @param {lunr.Token} token
 * @returns {lunr.Token[]}
 */
function splitAlternatives(token) {
  return token.toString().split(BETWEEN_ALTERNATIVES).map((term) => new lunr.Token(term, {}));
}

Pipeline.registerFunction(splitAlternatives, "reader-alternatives");
const ALTERNATIVES = new Pipeline();
ALTERNATIVES.add(splitAlternatives);

/**
 * @param {Entry[]} entries each term once
 * @param {Scoring} scoring
 * @param {boolean} withAll whether documents without any of the terms are wanted too: for a query that only excludes
 * @returns {lunr.Index}
 */
export function smallIndex(entries, scoring, withAll) {
  const inOrder = entries.map((entry) => ({ entry, index: orderOf(entry) })).sort((one, other) => one.index - other.index);
  /** @type {Record<string, object>} */
  const invertedIndex = Object.create(null);
  const fieldVectors = withAll ? emptyVectors(scoring) : Object.create(null);
  for (const { entry, index } of inOrder) {
    const n = documentsWith(entry);
    const idf = Math.log(1 + Math.abs((scoring.documents - n + 0.5) / (n + 0.5)));
    /** @type {Record<string, unknown>} */
    const posting = Object.assign(Object.create(null), { _index: index });
    scoring.fields.forEach((name, field) => {
      const found = entry.fields.get(field);
      posting[name] = found ? refsOf(found) : {};
      if (found) addScores(fieldVectors, found, { field, index, idf }, scoring);
    });
    invertedIndex[entry.term] = posting;
  }
  const terms = entries.map((entry) => entry.term).sort();
  return new Index({
    invertedIndex,
    fieldVectors,
    tokenSet: TokenSet.fromArray(terms),
    fields: scoring.fields,
    pipeline: ALTERNATIVES,
  });
}

/**
 * Lunr's builder numbers terms as it meets them, and a score is summed up in that order.
 *
 * @param {Entry} entry
 * @returns {number}
 */
function orderOf(entry) {
  const first = Math.min(...Array.from(entry.fields.values(), (field) => field.documents[0]));
  return first * RANKS + entry.rank;
}

/**
 * @param {Entry} entry
 * @returns {number} as Lunr counts: a document with the term in two fields counts twice
 */
function documentsWith(entry) {
  let count = 0;
  for (const field of entry.fields.values()) count += field.documents.length;
  return count;
}

/**
 * @param {FieldPostings} found
 * @returns {Record<string, object>}
 */
function refsOf(found) {
  /** @type {Record<string, object>} */
  const refs = {};
  for (const document of found.documents) refs[document] = NO_METADATA;
  return refs;
}

/**
 * @param {Record<string, lunr.Vector>} vectors to add to
 * @param {FieldPostings} found
 * @param {{field: number, index: number, idf: number}} term
 * @param {Scoring} scoring
 */
function addScores(vectors, { documents, counts, lengths }, { field, index, idf }, scoring) {
  const { k1, b, textLengths } = scoring;
  const [average, boost, name] = [scoring.averages[field], scoring.boosts[field], scoring.fields[field]];
  for (let place = 0; place < documents.length; place += 1) {
    const count = counts[place];
    const length = lengths === null ? textLengths[documents[place]] : lengths[place];
    // lunr.Builder's own formula, operation by operation: another order would round differently.
    const score = (idf * ((k1 + 1) * count)) / (k1 * (1 - b + b * (length / average)) + count) * boost;
    const vector = (vectors[`${name}/${documents[place]}`] ??= new lunr.Vector([]));
    elementsOf(vector).push(index, Math.round(score * 1000) / 1000);
  }
}

/**
 * Terms come in ascending order, so that a vector's elements stay sorted without a search for the place of each.
 *
 * @param {lunr.Vector} vector
 * @returns {number[]}
 */
function elementsOf(vector) {
  return /** @type {{elements: number[]}} */ (/** @type {unknown} */ (vector)).elements;
}

/**
 * @param {Scoring} scoring
 * @returns {Record<string, lunr.Vector>}
 */
function emptyVectors({ documents, fields }) {
  /** @type {Record<string, lunr.Vector>} */
  const vectors = Object.create(null);
  for (let document = 0; document < documents; document += 1) {
    for (const field of fields) vectors[`${field}/${document}`] = new lunr.Vector([]);
  }
  return vectors;
}
