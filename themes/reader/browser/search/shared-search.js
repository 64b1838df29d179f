// The one search that all parts of a page share: its pieces are loaded once, and not before somebody wants them.
import { SEARCH, SEARCH_ENGINE } from "../addresses.js";
import { open } from "./open.js";

/** @typedef {import("./open.js").Search} Search */

/** @type {Promise<Search> | null} */
let opening = null;

/** @returns {Promise<Search>} rejects where it could not be loaded, and tries anew when it is next asked for */
export function sharedSearch() {
  opening ??= open(SEARCH, SEARCH_ENGINE).catch((problem) => {
    opening = null;
    throw problem;
  });
  return opening;
}
