// The filters that are chosen, each with a way to remove it.
import { button } from "../element.js";
import { choicesOf, unfiltered } from "./search-state.js";

/** @typedef {import("./search-state.js").Choice} Choice */
/** @typedef {import("./search-state.js").State} State */

/**
 * @param {HTMLElement} element
 * @param {(wanted: State) => void} go
 * @returns {(state: State) => void} shows the state's filters
 */
export function mountChoices(element, go) {
  return function show(state) {
    const place = [...element.children].indexOf(/** @type {Element} */ (document.activeElement));
    const choices = choicesOf(state);
    const chips = choices.map((choice) => chip(choice, go));
    if (choices.length > 1) chips.push(button("search-choices__all", "Clear all", () => go(unfiltered(state))));
    element.replaceChildren(...chips);
    element.hidden = choices.length === 0;
    // Whoever removed one by the keyboard goes on beside it.
    if (place >= 0) (chips[Math.min(place, chips.length - 1)] ?? document.querySelector(".search-page__found"))?.focus({ preventScroll: true });
  };
}

/**
 * @param {Choice} choice
 * @param {(wanted: State) => void} go
 * @returns {HTMLButtonElement}
 */
function chip({ kind, name, without }, go) {
  const made = button("search-choice", name, () => go(without));
  made.setAttribute("aria-label", `Remove the filter: ${kind === "years" ? "years" : kind} ${name}`);
  return made;
}
