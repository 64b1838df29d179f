// In which order a list is shown.

/** @typedef {{ readonly [key: string]: string }} Keys what an entry is sorted by; "" or absent where that is unknown */
/** @typedef {(one: string, other: string) => number} Comparison */

// Č beside C, "10" after "9", and no quotation mark before the letter A.
const COLLATOR = new Intl.Collator("en", { numeric: true, ignorePunctuation: true });

/** @type {Comparison} */
const byWords = (one, other) => COLLATOR.compare(one, other);

/** @type {Comparison} */
const mostFirst = (one, other) => Number(other) - Number(one);

/** @type {Comparison} "2016-03" before "2016", as in all lists */
const newestFirst = (one, other) => (one < other ? 1 : Number(one > other) * -1);

/**
 * Every order that a list may have: what its button says, and how it compares. A list is built by date or by name, so
 * that these need no comparison here.
 * @type {ReadonlyMap<string, { label: string, compare?: Comparison }>}
 */
export const ORDERS = new Map([
  ["date", { label: "date" }],
  ["title", { label: "title", compare: byWords }],
  ["author", { label: "author", compare: byWords }],
  ["name", { label: "name" }],
  ["articles", { label: "number of articles", compare: mostFirst }],
  ["latest", { label: "latest article", compare: newestFirst }],
]);

/**
 * The entries come as the page was built. What is unknown goes to the end, and equals keep their order.
 * @template {{ keys: Keys }} E
 * @param {readonly E[]} entries
 * @param {string} order
 * @returns {E[]}
 */
export function inOrder(entries, order) {
  const compare = ORDERS.get(order)?.compare;
  if (compare === undefined) return [...entries];
  return [...entries].sort((one, other) => {
    const [a, b] = [one.keys[order] ?? "", other.keys[order] ?? ""];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return compare(a, b);
  });
}

/**
 * @param {string} query the address's, as in "?sort=title"
 * @param {readonly string[]} orders those that the list has; the first is how it was built
 * @returns {string}
 */
export function orderIn(query, orders) {
  const asked = new URLSearchParams(query).get("sort");
  return orders.find((order) => order === asked) ?? orders[0] ?? "";
}

/**
 * The query that tells an order; the order in which a list was built needs none.
 * @param {string} query
 * @param {string} order
 * @param {readonly string[]} orders
 * @returns {string}
 */
export function queryWith(query, order, orders) {
  const told = new URLSearchParams(query);
  told.delete("sort");
  if (order !== orders[0]) told.set("sort", order);
  return told.size === 0 ? "" : `?${told}`;
}
