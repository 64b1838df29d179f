// Marks the terms that a search handed on, in the article's text alone, and goes to the first of them.
import { SEARCH_ENGINE } from "../addresses.js";
import { marksIn } from "./address.js";
import { loadEngine } from "./index-files.js";

const MARK = "search-mark";
/** A word doesn't reach from one of these into the next; a footnote's number is no part of its word either. */
const APART = "address, blockquote, caption, dd, div, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, li, p, pre, sup, td, th";

/** @param {HTMLElement} text the element .article-text */
export function mountArticleMarks(text) {
  async function update() {
    unmark(text);
    const terms = new Set(marksIn(location.hash));
    if (terms.size === 0) return;
    const { findPlaces } = (await loadEngine(SEARCH_ENGINE))();
    mark(text, (joined) => findPlaces(joined, terms));
    text.querySelector(`.${MARK}`)?.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", () => void update());
  void update();
}

/** @param {HTMLElement} text */
function unmark(text) {
  for (const old of text.querySelectorAll(`mark.${MARK}`)) {
    const parent = old.parentNode;
    old.replaceWith(...old.childNodes);
    parent?.normalize();
  }
}

/**
 * @param {HTMLElement} text
 * @param {(joined: string) => {start: number, end: number}[]} find
 */
function mark(text, find) {
  const { joined, pieces } = readText(text);
  // From the end, so that a text node that is cut keeps what lies before.
  for (const place of find(joined).reverse()) {
    for (const piece of pieces.filter(({ start, end }) => start < place.end && end > place.start).reverse()) {
      wrap(piece.node, Math.max(0, place.start - piece.start), Math.min(piece.end, place.end) - piece.start);
    }
  }
}

/** @typedef {{node: Text, start: number, end: number}} TextPiece */

/**
 * @param {HTMLElement} text
 * @returns {{joined: string, pieces: TextPiece[]}} all text, and where in it each text node stands
 */
function readText(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  /** @type {TextPiece[]} */
  const pieces = [];
  let joined = "";
  /** @type {Element | null | undefined} */
  let before;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const around = node.parentElement?.closest(APART);
    if (around !== before) joined += "\n";
    before = around;
    pieces.push({ node, start: joined.length, end: joined.length + node.data.length });
    joined += node.data;
  }
  return { joined, pieces };
}

/**
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function wrap(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const wrapper = document.createElement("mark");
  wrapper.className = MARK;
  range.surroundContents(wrapper);
}
