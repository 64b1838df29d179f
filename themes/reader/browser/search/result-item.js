// One hit in the list of results. All text goes in as text, never as HTML.
import { ROOT } from "../addresses.js";
import { withMarks } from "./address.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./engine.js").Hit} Hit */

/**
 * @param {Hit} hit
 * @returns {HTMLLIElement}
 */
export function resultItem(hit) {
  const item = element("li", "search-result");
  const title = element("h2", "search-result__title");
  const link = element("a", "search-result__link");
  link.href = withMarks(new URL(hit.address, ROOT).href, hit.terms, hit.phrases);
  link.append(...named(hit));
  title.append(link);
  const excerpt = element("p", "search-result__excerpt");
  excerpt.append(...marked(hit.excerpt));
  if (hit.language) title.lang = excerpt.lang = hit.language;
  item.append(title, meta(hit), excerpt);
  return item;
}

/**
 * The title; where there is none, the archive's own words for it, in which nothing was found.
 *
 * @param {Hit} hit
 * @returns {Node[]}
 */
function named({ title, label }) {
  if (title !== null) return marked(title);
  const untitled = element("span", "untitled");
  untitled.lang = "en";
  untitled.dir = "ltr";
  untitled.textContent = label;
  return [untitled];
}

/**
 * @param {Hit} hit
 * @returns {HTMLElement}
 */
function meta({ authors, published, publishedText, source }) {
  const line = element("p", "search-result__meta");
  const date = element("time", "search-result__date");
  if (published !== null) date.dateTime = published;
  date.textContent = publishedText ?? published ?? "";
  const told = [marked(authors), published === null ? [] : [date], marked(source)].filter((part) => part.length > 0);
  line.append(...told.flatMap((part, number) => (number === 0 ? part : [" · ", ...part])));
  return line;
}

/**
 * @param {Piece[]} pieces
 * @returns {Node[]}
 */
function marked(pieces) {
  return pieces.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text);
    const mark = element("mark", "search-mark");
    mark.textContent = text;
    return mark;
  });
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
