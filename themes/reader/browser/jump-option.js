// How the options of the jump box look: in groups, each an element with a name of its own. All text goes in as text.
import { ROOT } from "./addresses.js";

/** @typedef {import("./search/suggestions.js").Group} Group */
/** @typedef {import("./search/suggestions.js").Option} Option */
/** @typedef {{option: Option, element: HTMLElement}} Row */

/**
 * @param {HTMLElement} list what it held goes
 * @param {Group[]} groups
 * @param {string} name begins the names of all elements
 * @returns {Row[]} in the order in which they are shown
 */
export function drawOptions(list, groups, name) {
  /** @type {Row[]} */
  const rows = [];
  list.replaceChildren(...groups.map(({ label, options }, number) => {
    const own = options.map((option, place) => ({ option, element: optionElement(option, `${name}-option-${rows.length + place}`) }));
    rows.push(...own);
    return groupElement(label, own.map(({ element }) => element), `${name}-group-${number}`);
  }));
  list.scrollTop = 0;
  return rows;
}

/**
 * @param {string} label
 * @param {HTMLElement[]} options
 * @param {string} id
 * @returns {HTMLElement}
 */
function groupElement(label, options, id) {
  const group = element("div", "jump-box__group");
  group.setAttribute("role", "group");
  group.setAttribute("aria-labelledby", id);
  const heading = element("div", "jump-box__label");
  heading.setAttribute("role", "presentation");
  heading.id = id;
  heading.textContent = label;
  group.append(heading, ...options);
  return group;
}

/**
 * @param {Option} option
 * @param {string} id
 * @returns {HTMLElement} a link where it has an address, so that it opens in a new tab as links do
 */
function optionElement(option, id) {
  const made = option.address === null ? element("div", "jump-box__option") : element("a", "jump-box__option");
  if (made instanceof HTMLAnchorElement && option.address !== null) made.href = new URL(option.address, ROOT).href;
  made.id = id;
  made.tabIndex = -1;
  made.setAttribute("role", "option");
  const text = element("span", "jump-box__text");
  if (option.language) text.lang = option.language;
  text.dir = "auto";
  text.append(...option.text.map((piece) => (piece.hit ? strong(piece.text) : piece.text)));
  made.append(text);
  if (option.detail !== "") made.append(" ", detailElement(option));
  return made;
}

/**
 * @param {string} text
 * @returns {HTMLElement}
 */
function strong(text) {
  const made = element("b", "jump-box__hit");
  made.textContent = text;
  return made;
}

/**
 * @param {Option} option
 * @returns {HTMLElement}
 */
function detailElement({ detail, beneath }) {
  const made = element("span", beneath ? "jump-box__detail jump-box__detail--beneath" : "jump-box__detail");
  made.textContent = detail;
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
