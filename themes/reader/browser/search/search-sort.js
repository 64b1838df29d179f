// In which order the results stand.

/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./order.js").Sort} Sort */

/**
 * @param {HTMLFieldSetElement} element
 * @param {(sort: Sort | null) => void} choose null for the one that suits the question
 * @returns {(answer: Answer) => void} shows how an answer is sorted
 */
export function mountSort(element, choose) {
  const inputs = [...element.querySelectorAll("input")];
  for (const input of inputs) {
    input.addEventListener("change", () => choose(input.value === "relevance" ? null : /** @type {Sort} */ (input.value)));
  }
  return function show({ total, sort, isRanked }) {
    element.hidden = total < 2;
    for (const input of inputs) {
      input.checked = input.value === sort;
      // What only filters has no relevance to be sorted by.
      input.parentElement?.toggleAttribute("hidden", input.value === "relevance" && !isRanked);
    }
  };
}
