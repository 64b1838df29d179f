// Which of the documents found stand first. Lunr says which are found. Its scores add up a word's fields, each as if it
// were a text of its own, so that a word in a title and in the text counts nearly twice what it should beside another
// word. BM25 over all fields at once (Robertson, Zaragoza and Taylor 2004) finds better: docs/benchmarks.md has figures.

/** @typedef {import("./index/archive-index.js").Match} Match */
/** @typedef {import("./index/small-index.js").Scoring} Scoring */
/** @typedef {import("./index/term-shard.js").Entry} Entry */
/** @typedef {import("./query.js").Clause} Clause */

/** @typedef {{clause: Clause, entries: Entry[]}} Meant a clause, and the terms of the index that it means */

/**
 * For how many words of the text a word of another field counts.
 *
 * @type {ReadonlyMap<string, number>}
 */
const WEIGHTS = new Map([["title", 3], ["author", 3], ["topic", 3]]);
const K1 = 1.5;
const B = 0.75;
/** Of the mean length: a text is never taken for shorter, or articles of which a line is shown would always stand first. */
const SHORTEST = 0.5;
/** Weight of a hyphenated word as a whole, whose parts count already. */
const WHOLE = 0.5;
/**
 * Words that ask, and say nothing of what is asked for. Not among the index's stop words: a phrase may hold them. Who
 * and may are missing, as the WHO and Theresa May are in the news.
 */
const ASKING = new Set(["what", "when", "where", "whom", "whose", "why", "how", "can", "could", "do", "does", "did", "should", "shall", "must", "any", "anyone"]);

/**
 * @param {Match[]} matches
 * @param {Meant[]} meant
 * @param {Scoring} scoring
 * @returns {Match[]} the best first
 */
export function rank(matches, meant, scoring) {
  const scores = new Float64Array(scoring.documents);
  const lengths = relativeLengths(scoring);
  for (const { clause, entries } of eachOnce(meant)) addScores(scores, { clause, counts: countsOf(clause, entries, scoring) }, lengths);
  return matches.map((match) => ({ ...match, score: scores[match.document] })).sort((one, other) => other.score - one.score);
}

/**
 * @param {Clause[]} clauses of which some will do
 * @returns {Clause[]} where other words tell what is asked for, words that only ask count nothing
 */
export function withoutAsking(clauses) {
  const asks = clauses.map(({ word, presence }) => presence === "optional" && ASKING.has(word ?? ""));
  if (clauses.every(({ presence }, place) => asks[place] || presence === "prohibited")) return clauses;
  return clauses.map((clause, place) => (asks[place] ? { ...clause, boost: 0 } : clause));
}

/**
 * A word says what is asked for as well when it is said once.
 *
 * @param {Meant[]} meant
 * @returns {Meant[]}
 */
function eachOnce(meant) {
  const wanted = meant.filter(({ clause }) => clause.presence !== "prohibited");
  return [...new Map(wanted.map((one) => [`${one.clause.field}:${one.entries.map(({ term }) => term).join(" ")}`, one])).values()];
}

/**
 * @param {Scoring} scoring
 * @returns {number[]} of each document's text, by the mean length
 */
function relativeLengths({ fields, averages, textLengths }) {
  const average = averages[fields.indexOf("text")] || 1;
  return textLengths.map((length) => Math.max(length / average, SHORTEST));
}

/**
 * @param {Clause} clause
 * @param {Entry[]} entries
 * @param {Scoring} scoring
 * @returns {Float64Array} how often each document has any of the terms
 */
function countsOf({ field }, entries, { fields, documents }) {
  const counts = new Float64Array(documents);
  for (const [number, postings] of entries.flatMap((entry) => [...entry.fields])) {
    if (field !== null && field !== fields[number]) continue;
    const weight = WEIGHTS.get(fields[number]) ?? 1;
    postings.documents.forEach((document, place) => { counts[document] += weight * postings.counts[place]; });
  }
  return counts;
}

/**
 * @param {Float64Array} scores to add to
 * @param {{clause: Clause, counts: Float64Array}} found
 * @param {number[]} lengths
 */
function addScores(scores, { clause, counts }, lengths) {
  const having = counts.reduce((sum, count) => sum + Number(count > 0), 0);
  const rarity = Math.log(1 + (counts.length - having + 0.5) / (having + 0.5));
  const weight = rarity * clause.boost * (clause.bonus ? WHOLE : 1);
  for (let document = 0; document < counts.length; document += 1) {
    const count = counts[document];
    if (count > 0) scores[document] += weight * ((K1 + 1) * count) / (K1 * (1 - B + B * lengths[document]) + count);
  }
}
