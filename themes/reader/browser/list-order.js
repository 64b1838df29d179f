// In which order a list of articles is shown.

/** @typedef {"date" | "title" | "author"} Order */
/**
 * @typedef {object} Entry
 * @property {string} title "" where it is unknown
 * @property {string} author the first author's name, the family's first; "" where nobody is known
 */

/** @type {readonly Order[]} */
export const ORDERS = ["date", "title", "author"];

// Č beside C, "10" after "9", and no quotation mark before the letter A.
const COLLATOR = new Intl.Collator("en", { numeric: true, ignorePunctuation: true });

/**
 * The entries come as the page was built: by date, the newest first. Unknown titles and authors go to the end, and equal
 * ones keep their order.
 * @template {Entry} E
 * @param {readonly E[]} entries
 * @param {Order} order
 * @returns {E[]}
 */
export function inOrder(entries, order) {
  if (order === "date") return [...entries];
  return [...entries].sort((one, other) => {
    const [a, b] = [one[order], other[order]];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return COLLATOR.compare(a, b);
  });
}

/**
 * @param {string} query the address's, as in "?sort=title"
 * @param {readonly Order[]} orders those that the list has; the first is how it was built
 * @returns {Order}
 */
export function orderIn(query, orders) {
  const asked = new URLSearchParams(query).get("sort");
  return orders.find((order) => order === asked) ?? orders[0] ?? "date";
}

/**
 * The query that tells an order; the order in which a list was built needs none.
 * @param {string} query
 * @param {Order} order
 * @param {readonly Order[]} orders
 * @returns {string}
 */
export function queryWith(query, order, orders) {
  const told = new URLSearchParams(query);
  told.delete("sort");
  if (order !== orders[0]) told.set("sort", order);
  return told.size === 0 ? "" : `?${told}`;
}
