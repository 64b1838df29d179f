// One hit in the list of results. All text goes in as text, never as HTML.
import { withMarks } from "./address.js";
import { excerptOf, markText } from "./excerpt.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./open.js").Hit} Hit */

/**
 * @param {Hit} hit
 * @param {string} root the address of the archive's root
 * @returns {HTMLLIElement}
 */
export function resultItem(hit, root) {
  const { document: article } = hit;
  const terms = new Set(hit.terms);
  const item = element("li", "search-result");
  const title = element("h2", "search-result__title");
  const link = element("a", "search-result__link");
  link.href = withMarks(new URL(article.address, root).href, hit.terms);
  link.append(...named(article, terms));
  title.append(link);
  const excerpt = element("p", "search-result__excerpt");
  excerpt.append(...marked(excerptOf(excerptSource(hit, terms), terms)));
  if (article.language) title.lang = excerpt.lang = article.language;
  item.append(title, meta(hit, terms), excerpt);
  return item;
}

/**
 * The title; where there is none, the archive's own words for it, in which nothing was found.
 *
 * @param {Hit["document"]} article
 * @param {ReadonlySet<string>} terms
 * @returns {Node[]}
 */
function named({ title, label }, terms) {
  if (title !== null) return marked(markText(title, terms));
  const untitled = element("span", "untitled");
  untitled.lang = "en";
  untitled.dir = "ltr";
  untitled.textContent = label;
  return [untitled];
}

/**
 * The text where it has a hit, else the dek where there is one.
 *
 * @param {Hit} hit
 * @param {ReadonlySet<string>} terms
 * @returns {string}
 */
function excerptSource({ document: { text, dek } }, terms) {
  const hasHit = markText(text, terms).some((piece) => piece.hit);
  return hasHit || dek === "" ? text : dek;
}

/**
 * @param {Hit} hit
 * @param {ReadonlySet<string>} terms
 * @returns {HTMLElement}
 */
function meta({ document: { authors, published, published_text, source } }, terms) {
  const line = element("p", "search-result__meta");
  const date = element("time", "search-result__date");
  if (published !== null) date.dateTime = published;
  date.textContent = published_text ?? published ?? "";
  const parts = [marked(markText(authors.join(", "), terms)), published === null ? [] : [date], marked(markText(source ?? "", terms))];
  const told = parts.filter((part) => part.length > 0);
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
