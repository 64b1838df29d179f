// Opens the search: the one place that knows in which form the index comes.
import { ask, loadIndex } from "./lunr-index.js";
import { readQuery } from "./query.js";
import { loadPart } from "./index-scripts.js";

/**
 * @typedef {object} Document what is shown of an article
 * @property {string} address from the archive's root
 * @property {string | null} title
 * @property {string} label the title, or what the archive calls an article without one
 * @property {string[]} authors
 * @property {string | null} source
 * @property {string | null} published as exact as it is known: 2016-03-15, 2016-03 or 2016
 * @property {string | null} published_text the same in words
 * @property {string | null} language
 * @property {string} dek
 * @property {string} text
 */

/** @typedef {{document: Document, terms: string[]}} Hit `terms`: the index's terms that were found in it */
/** @typedef {{hits: Hit[], notes: string[]}} Found the best hit first; notes are lines for the reader */
/** @typedef {{search: (query: string) => Found}} Search */

/**
 * @param {string} folder the address of the folder with the index
 * @returns {Promise<Search>} rejects where a part could not be loaded, or the parts don't belong together
 */
export async function open(folder) {
  const [index, documents] = await Promise.all([loadPart(folder, "index"), loadPart(folder, "documents")]);
  if (index.edition !== documents.edition) throw new Error("The parts of the search index are of different editions.");
  return searchIn(/** @type {object} */ (index.content), /** @type {Document[]} */ (documents.content));
}

/**
 * @param {object} serialised
 * @param {Document[]} documents
 * @returns {Search}
 */
export function searchIn(serialised, documents) {
  const index = loadIndex(serialised);
  return {
    search(text) {
      const { clauses, notes } = readQuery(text);
      if (clauses.length === 0) return { hits: [], notes };
      const matches = ask(index, clauses);
      return { hits: matches.map(({ ref, terms }) => ({ document: documents[Number(ref)], terms })), notes };
    },
  };
}
