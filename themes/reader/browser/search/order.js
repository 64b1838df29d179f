// The orders in which results stand.

/** @typedef {import("./index/columns.js").Columns} Columns */
/** @typedef {"relevance" | "newest" | "oldest"} Sort */

/** @type {Sort[]} */
export const SORTS = ["relevance", "newest", "oldest"];

/**
 * @param {number[]} documents the best first
 * @param {Sort} sort
 * @param {Columns} columns
 * @returns {Promise<number[]>} where dates are equal, the better first; what has no date stands last
 */
export async function inOrder(documents, sort, columns) {
  if (sort === "relevance") return documents;
  const { years, months, days } = await columns.dates();
  /** @param {number} document */
  const date = (document) => (years[document] * 100 + months[document]) * 100 + days[document];
  const direction = sort === "newest" ? -1 : 1;
  return [...documents].sort((one, other) => {
    const [first, second] = [date(one), date(other)];
    if (first === 0 || second === 0) return Number(first === 0) - Number(second === 0);
    return direction * (first - second);
  });
}
