// What the search page needs when its results are drawn: a script of its own, which the results don't wait for.
import { SEARCH_FILTERS } from "../addresses.js";
import { runScript } from "./index-files.js";

/** @typedef {typeof import("./filters-bundle.js")} LaterParts */

/** @returns {LaterParts | undefined} */
const known = () => /** @type {{archiveSearchFilters?: LaterParts}} */ (globalThis).archiveSearchFilters;

/** @returns {Promise<LaterParts>} rejects where they could not be loaded, and tries anew when they are next asked for */
export async function laterParts() {
  if (!known()) await runScript(SEARCH_FILTERS);
  const parts = known();
  if (!parts) throw new Error("search-filters.js could not be loaded.");
  return parts;
}
