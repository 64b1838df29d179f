// The one search that all parts of a page share: its pieces are loaded once, and not before somebody wants them.
import { SEARCH, SEARCH_ENGINE } from "../addresses.js";
import { open } from "./open.js";

/** @typedef {import("./open.js").Search} Search */

/** @type {Promise<Search> | null} */
let opening = null;

/**
 * @param {boolean} [isAsked] whether somebody waits for an answer already, and isn't typing
 * @returns {Promise<Search>} rejects where it could not be loaded, and tries anew when it is next asked for
 */
export function sharedSearch(isAsked = false) {
  opening ??= open(SEARCH, SEARCH_ENGINE, isAsked).catch((problem) => {
    opening = null;
    throw problem;
  });
  return opening;
}
