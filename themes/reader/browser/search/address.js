// What an article's address carries: the terms and the phrases to mark.
// Those stand behind a #: so they work from disk, reach no server, and an article keeps one address for caches.

/** A pattern such as s* may have found thousands. */
const MOST_TERMS = 24;
const MOST_PHRASES = 8;
const MARKS = "#mark=";
const PHRASES = "&phrase=";

/** @typedef {{terms: string[], phrases: string[]}} Marks what to mark in an article */

/**
 * @param {string} address an article's
 * @param {string[]} terms
 * @param {string[]} [phrases]
 * @returns {string} with #mark=term,term&phrase=phrase,phrase
 */
export function withMarks(address, terms, phrases = []) {
  if (terms.length + phrases.length === 0) return address;
  const told = phrases.length > 0 ? `${PHRASES}${listed(phrases.slice(0, MOST_PHRASES))}` : "";
  return `${address}${MARKS}${listed(terms.slice(0, MOST_TERMS))}${told}`;
}

/**
 * @param {string} hash as in location.hash
 * @returns {Marks}
 */
export function marksIn(hash) {
  if (!hash.startsWith(MARKS)) return { terms: [], phrases: [] };
  const [terms, phrases = ""] = hash.slice(MARKS.length).split(PHRASES);
  return { terms: unlisted(terms), phrases: unlisted(phrases) };
}

/**
 * @param {string[]} values
 * @returns {string}
 */
function listed(values) {
  return values.map(encodeURIComponent).join(",");
}

/**
 * @param {string} list
 * @returns {string[]}
 */
function unlisted(list) {
  return list.split(",").map(decoded).filter((value) => value !== "");
}

/**
 * @param {string} part
 * @returns {string} empty where it was no valid encoding: addresses come from anywhere
 */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
