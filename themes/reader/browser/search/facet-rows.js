// Which names of a facet are shown: the first few, or all that a reader looks for by a part of the name.

/** @typedef {import("./filters.js").Facets["names"]["source"][number]} Row */

export const FIRST_ROWS = 8;
/** A page of thousands of boxes serves nobody. */
const MOST_ROWS = 100;

/**
 * @param {Row[]} rows those with the most documents first
 * @param {{open: boolean, like: string}} shown whether the reader asked for more, and a part of a name
 * @returns {{rows: Row[], rest: number}} what is chosen is always among them, unless it isn't like that
 */
export function rowsToShow(rows, { open, like }) {
  const wanted = folded(like);
  const meant = open ? rows.filter(({ name }) => folded(name.name).includes(wanted)) : rows;
  const most = open ? MOST_ROWS : FIRST_ROWS;
  const shown = meant.filter(({ chosen }, place) => place < most || chosen);
  return { rows: shown, rest: meant.length - shown.length };
}

/**
 * @param {string} text
 * @returns {string}
 */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
