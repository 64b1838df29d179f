// Which documents are found, and which of them stand first. Found are those that Lunr finds, but straight from the
// postings: an index of Lunr's takes many times as long to make and to ask. Lunr's scores would add up a word's fields,
// each as if it were a text of its own, so that a word in a title and in the text counts nearly twice what it should
// beside another word. BM25 over all fields at once (Robertson, Zaragoza and Taylor 2004) finds better: docs/benchmarks.md has figures.

/** @typedef {import("./index/small-index.js").Scoring} Scoring */
/** @typedef {import("./index/term-shard.js").Entry} Entry */
/** @typedef {import("./query.js").Clause} Clause */

/** @typedef {{clause: Clause, entries: Entry[]}} Meant a clause, and the terms of the index that it means */

/**
 * @typedef {object} Counted what the documents have of a clause
 * @property {Entry[]} entries the terms of the index that it means
 * @property {Float64Array} counts of each document, how often it has any of them
 * @property {number[]} having the documents that have any, once each
 */

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
 * @param {Meant} meant
 * @param {Scoring} scoring
 * @returns {Counted}
 */
export function countedIn({ clause: { field }, entries }, { fields, documents }) {
  const counts = new Float64Array(documents);
  /** @type {number[]} */
  const having = [];
  for (const [number, postings] of entries.flatMap((entry) => [...entry.fields])) {
    if (field !== null && field !== fields[number]) continue;
    const weight = WEIGHTS.get(fields[number]) ?? 1;
    for (let place = 0; place < postings.documents.length; place += 1) {
      const document = postings.documents[place];
      if (counts[document] === 0) having.push(document);
      counts[document] += weight * postings.counts[place];
    }
  }
  return { entries, counts, having };
}

/**
 * @param {Clause[]} clauses at least one
 * @param {Counted[]} counted for each clause
 * @param {Scoring} scoring
 * @returns {number[]} the documents that they find, the best first, equally good ones in the order of their numbers
 */
export function rank(clauses, counted, scoring) {
  const scores = new Float64Array(scoring.documents);
  for (const [clause, one] of eachOnce(clauses, counted)) addScores(scores, clause, one, scoring);
  return found(clauses, counted, scoring).sort((one, other) => scores[other] - scores[one] || one - other);
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
 * What Lunr finds: documents with all that is required, or else with anything that is wanted, and nothing prohibited.
 *
 * @param {Clause[]} clauses
 * @param {Counted[]} counted
 * @param {Scoring} scoring
 * @returns {number[]}
 */
function found(clauses, counted, { documents }) {
  const having = (/** @type {Clause["presence"]} */ wanted) => counted.filter((_, place) => clauses[place].presence === wanted).map((one) => one.having);
  const [required, optional, prohibited] = [having("required"), having("optional"), having("prohibited")];
  const times = new Int32Array(documents);
  for (const document of required.flat()) times[document] += 1;
  for (const document of prohibited.flat()) times[document] = -1;
  if (required.length > 0) return required[0].filter((document) => times[document] === required.length);
  const candidates = optional.length > 0 ? optional.flat() : Array.from(times.keys());
  return candidates.filter((document) => times[document]++ === 0);
}

/**
 * A word says what is asked for as well when it is said once.
 *
 * @param {Clause[]} clauses
 * @param {Counted[]} counted
 * @returns {Iterable<[Clause, Counted]>}
 */
function eachOnce(clauses, counted) {
  /** @type {Map<string, [Clause, Counted]>} */
  const once = new Map();
  clauses.forEach((clause, place) => {
    if (clause.presence === "prohibited") return;
    once.set(`${clause.field}:${counted[place].entries.map(({ term }) => term).join(" ")}`, [clause, counted[place]]);
  });
  return once.values();
}

/**
 * @param {Float64Array} scores to add to
 * @param {Clause} clause
 * @param {Counted} counted
 * @param {Scoring} scoring
 */
function addScores(scores, { boost, bonus }, { counts, having }, { fields, averages, textLengths, documents }) {
  const average = averages[fields.indexOf("text")] || 1;
  const rarity = Math.log(1 + (documents - having.length + 0.5) / (having.length + 0.5));
  const weight = rarity * boost * (bonus ? WHOLE : 1);
  for (const document of having) {
    const count = counts[document];
    const length = Math.max(textLengths[document] / average, SHORTEST);
    scores[document] += weight * ((K1 + 1) * count) / (K1 * (1 - B + B * length) + count);
  }
}

/**
 * @param {number} document
 * @param {Meant[]} meant
 * @param {Scoring} scoring
 * @returns {string[]} those of the terms that it has where they were asked for, and that were no reason to leave it out
 */
export function termsIn(document, meant, { fields }) {
  const terms = meant.flatMap(({ clause, entries }) => (clause.presence === "prohibited" ? [] : entries.filter((entry) => (
    Array.from(entry.fields).some(([number, { documents }]) => (clause.field ?? fields[number]) === fields[number] && documents.includes(document))
  ))).map(({ term }) => term));
  return [...new Set(terms)];
}
