// The list of results.
import { resultItem } from "./result-item.js";

/** @typedef {import("./engine.js").Hit} Hit */

/**
 * @param {HTMLElement} element the place of the list; what it held goes
 * @param {Hit[]} hits
 * @param {number} start the number of the first of them, from 1
 */
export function showResults(element, hits, start) {
  const list = document.createElement("ol");
  list.start = start;
  list.append(...hits.map(resultItem));
  element.replaceChildren(list);
}
