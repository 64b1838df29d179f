// The orders in which results stand.

/** @typedef {import("./index/archive-index.js").Match} Match */
/** @typedef {import("./index/columns.js").Columns} Columns */
/** @typedef {"relevance" | "newest" | "oldest"} Sort */

/** @type {Sort[]} */
export const SORTS = ["relevance", "newest", "oldest"];

/**
 * @param {Match[]} matches the best first
 * @param {Sort} sort
 * @param {Columns} columns
 * @returns {Promise<Match[]>} where dates are equal, the better match first; what has no date stands last
 */
export async function inOrder(matches, sort, columns) {
  if (sort === "relevance") return matches;
  const { years, months, days } = await columns.dates();
  /** @param {Match} match */
  const date = ({ document }) => (years[document] * 100 + months[document]) * 100 + days[document];
  const direction = sort === "newest" ? -1 : 1;
  return [...matches].sort((one, other) => {
    const [first, second] = [date(one), date(other)];
    if (first === 0 || second === 0) return Number(first === 0) - Number(second === 0);
    return direction * (first - second);
  });
}
