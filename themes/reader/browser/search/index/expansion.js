// Which terms of the index a clause may mean: where to look for them, so that few pieces need to be loaded.
// What is found there goes through Lunr's own matching, so it only has to be enough, not exact.
import { TokenSet } from "./lunr-parts.js";

/** @typedef {import("../query.js").Clause} Clause */

/**
 * @typedef {object} Places where all terms are that a clause may mean
 * @property {string[]} exact these very terms
 * @property {string[]} beginnings all terms that begin so
 * @property {string[]} endings all terms that end so; "" for all terms
 */

/**
 * @param {Pick<Clause, "term" | "editDistance">} clause
 * @returns {Places}
 */
export function placesOf({ term, editDistance }) {
  const hasStar = term.includes("*");
  if (editDistance === 0) return hasStar ? placesOfPattern(term) : { exact: [term], beginnings: [], endings: [] };
  if (editDistance === 1 && term.length > 2 && !hasStar) return placesOfOneEdit(term);
  return { exact: [], beginnings: [], endings: [""] };
}

/**
 * @param {string} pattern
 * @returns {Places}
 */
function placesOfPattern(pattern) {
  const beginning = pattern.slice(0, pattern.indexOf("*"));
  const ending = pattern.slice(pattern.lastIndexOf("*") + 1);
  return beginning !== "" ? { exact: [], beginnings: [beginning], endings: [] } : { exact: [], beginnings: [], endings: [ending] };
}

/**
 * One edit leaves the word's beginning or its ending whole, unless it swaps the two letters at the border. The
 * beginning is the longer part, since the pieces that are sorted by it hold postings too.
 *
 * @param {string} term
 * @returns {Places}
 */
function placesOfOneEdit(term) {
  const letters = Array.from(term);
  const border = Math.ceil((letters.length * 3) / 5);
  const [beginning, ending] = [letters.slice(0, border), letters.slice(border)];
  const swapped = [...beginning.slice(0, -1), ...ending.slice(0, 1), ...beginning.slice(-1), ...ending.slice(1)];
  return { exact: [swapped.join("")], beginnings: [beginning.join("")], endings: [ending.join("")] };
}

/**
 * @param {Pick<Clause, "term" | "editDistance">} clause
 * @param {string[]} candidates
 * @returns {string[]} those that Lunr takes the clause to mean
 */
export function matching(clause, candidates) {
  if (clause.editDistance === 0 && !clause.term.includes("*")) return candidates.filter((term) => term === clause.term);
  const meant = TokenSet.fromClause(clause.editDistance > 0 ? clause : { term: clause.term });
  return TokenSet.fromArray(Array.from(new Set(candidates)).sort()).intersect(meant).toArray();
}
