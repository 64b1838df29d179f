// Which shard holds a term: `starts` has for each shard a string that is above all terms of the one before.

/**
 * @param {string[]} starts ascending
 * @param {string} term
 * @returns {number} the shard that has the term, if any has it; -1 where there is none
 */
export function shardOf(starts, term) {
  let [low, high] = [-1, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= term) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * @param {string[]} starts
 * @param {string} beginning
 * @returns {number[]} the shards that have the terms that begin so
 */
export function shardsOfBeginning(starts, beginning) {
  if (starts.length === 0) return [];
  const first = Math.max(0, shardOf(starts, beginning));
  let last = first;
  while (last + 1 < starts.length && (starts[last + 1].startsWith(beginning) || starts[last + 1] < beginning)) last += 1;
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/**
 * @param {string} text
 * @returns {string} backwards, by code points
 */
export function backwards(text) {
  return Array.from(text).reverse().join("");
}
