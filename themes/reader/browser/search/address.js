// What addresses carry: the search page's its query, an article's the terms to mark.
// The terms stand behind a #: so they work from disk, reach no server, and an article keeps one address for caches.

/** A pattern such as s* may have found thousands. */
const MOST_TERMS = 24;
const MARKS = "#mark=";

/**
 * @param {string} search as in location.search
 * @returns {string}
 */
export function queryIn(search) {
  return new URLSearchParams(search).get("q") ?? "";
}

/**
 * @param {string} path as in location.pathname
 * @param {string} query
 * @returns {string} the search page's address with this query
 */
export function searchAddress(path, query) {
  return query.trim() === "" ? path : `${path}?${new URLSearchParams({ q: query })}`;
}

/**
 * @param {string} address an article's
 * @param {string[]} terms
 * @returns {string}
 */
export function withMarks(address, terms) {
  const marks = terms.slice(0, MOST_TERMS).map(encodeURIComponent).join(",");
  return marks === "" ? address : `${address}${MARKS}${marks}`;
}

/**
 * @param {string} hash as in location.hash
 * @returns {string[]}
 */
export function marksIn(hash) {
  if (!hash.startsWith(MARKS)) return [];
  return hash.slice(MARKS.length).split(",").map(decoded).filter((term) => term !== "");
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
