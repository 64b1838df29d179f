// Where this script lies tells where all else of the site does, from a host and from disk.

export const SCRIPT = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** The archive's root. */
export const ROOT = new URL("../../", SCRIPT).href;
/** The folder with the search's manifest.js. */
export const SEARCH = new URL("search/", ROOT).href;
export const SEARCH_ENGINE = new URL("search-engine.js", SCRIPT).href;
export const SEARCH_FILTERS = new URL("search-filters.js", SCRIPT).href;
