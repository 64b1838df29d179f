// Marks the terms and phrases that a search handed on, in the article's text alone, and goes to the first of them.
import { SEARCH_ENGINE } from "../addresses.js";
import { marksIn } from "./address.js";
import { newHitBar } from "./hit-bar.js";
import { loadEngine } from "./index-files.js";

/** @typedef {import("./hit-bar.js").Hit} Hit */

const MARK = "search-mark";
/** A word doesn't reach from one of these into the next; a footnote's number is no part of its word either. */
const APART = "address, blockquote, caption, dd, div, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, li, p, pre, sup, td, th";

/** @param {HTMLElement} text the element .article-text */
export function mountArticleMarks(text) {
  /** @type {HTMLElement | null} */
  let bar = null;

  async function update() {
    clear();
    const { hash } = location;
    const { terms, phrases } = marksIn(hash);
    if (terms.length + phrases.length === 0) return;
    const { findPlaces } = (await loadEngine(SEARCH_ENGINE))();
    if (hash !== location.hash) return; // the reader is elsewhere by now
    clear();
    const hits = mark(text, (joined) => findPlaces(joined, new Set(terms), phrases));
    if (hits.length === 0) return;
    bar = newHitBar(hits, close);
    text.before(bar);
  }

  function clear() {
    bar?.remove();
    bar = null;
    unmark(text);
  }

  /** @param {Hit} current where the reader is, and stays: the keyboard goes on from there */
  function close([current]) {
    const block = current.closest(APART) ?? text;
    clear();
    history.replaceState(history.state, "", location.pathname + location.search);
    if (block instanceof HTMLElement) focusWithin(block);
  }

  // Without the engine an article is as it was: unmarked.
  const tryUpdate = () => void update().catch(() => undefined);
  window.addEventListener("hashchange", tryUpdate);
  tryUpdate();
}

/** @param {HTMLElement} block that no key leads to */
function focusWithin(block) {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
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
 * @returns {Hit[]} in the text's order
 */
function mark(text, find) {
  const { joined, pieces } = readText(text);
  // From the end, so that a text node that is cut keeps what lies before.
  const hits = find(joined).reverse().map((place) => {
    const own = pieces.filter(({ start, end }) => start < place.end && end > place.start).reverse();
    const marks = own.map((piece) => wrap(piece.node, Math.max(0, place.start - piece.start), Math.min(piece.end, place.end) - piece.start));
    return marks.reverse();
  });
  return hits.reverse();
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
    // Within a paragraph the source's line ends are spaces; a phrase goes across them.
    joined += node.data.replaceAll("\n", " ");
  }
  return { joined, pieces };
}

/**
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 * @returns {HTMLElement}
 */
function wrap(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const wrapper = document.createElement("mark");
  wrapper.className = MARK;
  range.surroundContents(wrapper);
  return wrapper;
}
