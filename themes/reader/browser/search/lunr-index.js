// Lunr with our analyser: loads an index that plugins/search_index/ built, and puts a query to it.
import lunr from "lunr";
import { analyse } from "../analyser/analyser.js";

/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {{ref: string, score: number, terms: string[]}} Match a document, and the terms of the index found in it */

/** The name under which plugins/search_index/index.py wrote the analyser into the index. */
const ANALYSER = "reader-analyser";

const PRESENCE = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
};

lunr.Pipeline.registerFunction((token) => analyse(token.toString()).map(({ term }) => new lunr.Token(term, {})), ANALYSER);

// Lunr tells the states of its word graph apart by "edge letter + id" strings, in which the edges 1 → 23 and 12 → 3
// look the same: words with digits then get lost. Ids of one length can't be mistaken.
/** @type {{_nextId: number}} */ (/** @type {unknown} */ (lunr.TokenSet))._nextId = 1_000_000_000;

/**
 * @param {object} serialised an index in Lunr's own schema
 * @returns {lunr.Index}
 */
export function loadIndex(serialised) {
  return lunr.Index.load(serialised);
}

/**
 * @param {lunr.Index} index
 * @param {Clause[]} clauses
 * @returns {Match[]} the best first
 */
export function ask(index, clauses) {
  const results = index.query((query) => {
    for (const clause of clauses) query.clause(toLunr(clause, query.allFields));
  });
  return results.map(({ ref, score, matchData }) => ({ ref, score, terms: Object.keys(matchData.metadata) }));
}

/**
 * @param {Clause} clause
 * @param {string[]} allFields
 * @returns {lunr.Query.Clause}
 */
function toLunr({ term, field, presence, boost, editDistance }, allFields) {
  // The package of types knows no presence.
  return /** @type {lunr.Query.Clause} */ (/** @type {unknown} */ ({
    term,
    fields: field === null ? allFields : [field],
    boost,
    presence: PRESENCE[presence],
    usePipeline: false, // the clause's term went through the analyser already
    wildcard: lunr.Query.wildcard.NONE, // the term has its own
    ...(editDistance > 0 ? { editDistance } : {}),
  }));
}
