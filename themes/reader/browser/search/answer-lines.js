// What the search page says of an answer, in words.
import { choicesOf, isFiltered } from "./search-state.js";

/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./search-state.js").State} State */

const ADVICE = "Try fewer or other words; the beginning of a word with a star, as in harb*; "
  + "or harbor~1, which allows for one wrong letter.";
const ADVICE_ON_FILTERS = "Remove a filter to find more.";

/**
 * @param {State} state
 * @param {number} total
 * @param {{page: number, pages: number}} place
 * @returns {string}
 */
export function statusLine(state, total, { page, pages }) {
  const text = state.text.trim();
  const asked = text === "" ? "" : ` for “${text}”`;
  if (total === 0) return `Nothing found${asked}${isFiltered(state) ? " with these filters" : ""}.`;
  return `${counted(total)}${asked}${page > 1 ? `, page ${page} of ${pages.toLocaleString("en")}` : ""}`;
}

/**
 * @param {number} count
 * @returns {string}
 */
export function counted(count) {
  return count === 1 ? "1 article" : `${count.toLocaleString("en")} articles`;
}

/**
 * @param {State} state
 * @param {Answer} answer
 * @returns {string[]} what a reader must know to read the results rightly
 */
export function noteLines(state, { total, notes, fellBack, complete, corrections }) {
  const corrected = corrections.map(({ from, to }) => `No article has “${from}”; searched for “${to}” instead.`);
  const told = [...corrected, ...(fellBack ? [easing(complete)] : []), ...notes];
  if (total > 0) return told;
  if (isFiltered(state)) return [...told, ADVICE_ON_FILTERS];
  return told.length > 0 ? told : [ADVICE];
}

/**
 * @param {number} complete
 * @returns {string}
 */
function easing(complete) {
  if (complete === 0) return "No article has all of these words; these have some of them.";
  const first = complete === 1 ? "The first article has" : `The first ${complete} articles have`;
  return `${first} all of these words; the others have some of them.`;
}

/**
 * @param {string} name the page's own
 * @param {State} state
 * @param {number} page
 * @returns {string} of the window, so that its history tells one search from another
 */
export function windowTitle(name, state, page) {
  const asked = [state.text.trim(), ...choicesOf(state).map((choice) => choice.name)].filter((part) => part !== "");
  return [...(asked.length > 0 ? [`${asked.join(", ")}${page > 1 ? `, page ${page}` : ""}`] : []), name].join(" · ");
}
