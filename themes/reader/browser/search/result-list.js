// The list of results, which grows by a step at a time.
import { resultItem } from "./result-item.js";

/** @typedef {import("./open.js").Hit} Hit */

const STEP = 20;

/**
 * @param {HTMLElement} element the place of the list; what it held goes
 * @param {Hit[]} hits
 * @param {string} root the address of the archive's root
 */
export function showResults(element, hits, root) {
  const list = document.createElement("ol");
  element.replaceChildren(list);
  showStep(list, hits, root);
}

/**
 * @param {HTMLOListElement} list
 * @param {Hit[]} hits those that are not in the list yet
 * @param {string} root
 * @returns {HTMLElement | undefined} the first item that was added
 */
function showStep(list, hits, root) {
  const items = hits.slice(0, STEP).map((hit) => resultItem(hit, root));
  const rest = hits.slice(STEP);
  list.append(...items);
  if (rest.length > 0) list.after(moreButton(list, rest, root));
  return items[0];
}

/**
 * @param {HTMLOListElement} list
 * @param {Hit[]} rest
 * @param {string} root
 * @returns {HTMLButtonElement}
 */
function moreButton(list, rest, root) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "search-results__more";
  button.textContent = `Show ${Math.min(STEP, rest.length)} more of ${rest.length}`;
  button.addEventListener("click", () => {
    button.remove();
    showStep(list, rest, root)?.querySelector("a")?.focus();
  });
  return button;
}
