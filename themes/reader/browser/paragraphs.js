// Marks beside paragraphs that copy a link to them, and buttons that quote: the paragraph whose mark was used last, which
// needs neither mouse nor caret, or what is selected.
import { announce, copy } from "./clipboard.js";
import { asText, textFragment } from "./quotation.js";

const LINKED = ":is(p, li, pre, h2, h3, h4, h5, h6)[id^='p-']";
/** Those that have numbers, as in the style sheet for printing. */
const NUMBERED = ":is(p, li, pre)[id^='p-']";
const REFUSED = "The browser doesn’t let this page copy.";

/** @param {HTMLElement} text the element .article-text of an article */
export function mountParagraphs(text) {
  if (!text.closest(".article")) return;
  const numbers = new Map([...text.querySelectorAll(NUMBERED)].map((one, index) => [one, index + 1]));
  const whole = newWholeQuote(numbers);
  for (const element of text.querySelectorAll(LINKED)) element.append(newMark(element.id, numbers.get(element), whole));
  text.after(newQuoteBar(text, numbers));
}

/**
 * @param {string} id
 * @param {number | undefined} number
 * @param {HTMLElement} whole the button that quotes a whole paragraph
 * @returns {HTMLElement}
 */
function newMark(id, number, whole) {
  const mark = document.createElement("a");
  mark.className = "paragraph-mark";
  mark.href = `#${id}`;
  mark.setAttribute("aria-label", number ? `Copy a link to paragraph ${number}` : "Copy a link to this heading");
  mark.addEventListener("click", async (event) => {
    // To follow a link to a paragraph takes the focus away; by keyboard (no clicks are counted) the way goes on from here.
    if (event.detail === 0) {
      event.preventDefault();
      location.hash = id;
      mark.focus({ preventScroll: true });
    }
    if (number) offerAt(mark, whole, number);
    const told = (await copy(`${pageAddress()}#${id}`)) ? "Copied the link." : `${REFUSED} The link is in the address bar.`;
    announce(number ? `${told} “Copy quote” is beside it.` : told);
  });
  return mark;
}

/**
 * @param {HTMLElement} mark
 * @param {HTMLElement} whole
 * @param {number} number
 */
function offerAt(mark, whole, number) {
  whole.setAttribute("aria-label", `Copy quote: all of paragraph ${number}`);
  mark.after(whole);
}

/**
 * @param {ReadonlyMap<Element, number>} numbers
 * @returns {HTMLElement} it has no text of its own (the style sheet writes it), so that no selection and no search finds it
 */
function newWholeQuote(numbers) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button paragraph-quote";
  button.addEventListener("click", async () => {
    const paragraph = paragraphAt(button);
    if (paragraph) announce((await copy(quoted(wholeOf(paragraph), numbers))) ? "Copied the quotation." : REFUSED);
  });
  return button;
}

/**
 * @param {Element} paragraph
 * @returns {Range} its own words; of an item those before a list in it
 */
function wholeOf(paragraph) {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const inner = paragraph.querySelector(":scope > :is(ul, ol, blockquote, table)");
  if (inner) range.setEndBefore(inner);
  return range;
}

/**
 * @param {HTMLElement} text
 * @param {ReadonlyMap<Element, number>} numbers
 * @returns {HTMLElement}
 */
function newQuoteBar(text, numbers) {
  const bar = document.createElement("div");
  bar.className = "quote-bar";
  bar.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy-button";
  button.textContent = "Copy quote";
  bar.append(button);
  /** @type {Range | null} */
  let chosen = null;
  document.addEventListener("selectionchange", () => {
    const range = selectedIn(text);
    // A click on the button may end the selection; what was chosen before is meant.
    if (!range && document.activeElement === button) return;
    bar.hidden = !range;
    if (range) chosen = range.cloneRange();
  });
  button.addEventListener("click", async () => {
    if (chosen) announce((await copy(quoted(chosen, numbers))) ? "Copied the quotation." : REFUSED);
  });
  return bar;
}

/**
 * @param {HTMLElement} text
 * @returns {Range | null} what is selected, if it is in the text and says something
 */
function selectedIn(text) {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.toString().trim() === "") return null;
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) ? range : null;
}

/**
 * @param {Node} node
 * @returns {Element | null}
 */
function paragraphAt(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(LINKED) ?? null;
}

/**
 * @param {Range} range
 * @param {ReadonlyMap<Element, number>} numbers
 * @returns {string}
 */
function quoted(range, numbers) {
  const paragraph = paragraphAt(range.startContainer);
  return asText({
    words: wordsIn(range),
    citation: document.querySelector("[data-style='Chicago'] .cite-box__citation")?.textContent ?? document.title,
    paragraph: (paragraph && numbers.get(paragraph)) ?? null,
    link: `${pageAddress()}#${paragraph?.id ?? ""}${fragmentOf(toWordBorders(range))}`,
    original: document.querySelector("link[rel='original']")?.getAttribute("href") ?? "",
    captured: document.querySelector(".cite-box")?.getAttribute("data-captured") ?? "",
  });
}

/**
 * @param {Range} range
 * @returns {string} its words; a note's number is no part of the sentence that it follows ("salt1")
 */
function wordsIn(range) {
  const words = range.cloneContents();
  for (const link of words.querySelectorAll(".footnote-ref, .footnote-backref")) link.remove();
  return words.textContent ?? "";
}

/**
 * @param {Range} range
 * @returns {string} the text fragment that finds it
 */
function fragmentOf(range) {
  const first = paragraphAt(range.startContainer);
  const last = paragraphAt(range.endContainer);
  if (!first || !last || first === last) return textFragment(range.toString());
  const [start, end] = [range.cloneRange(), range.cloneRange()];
  start.setEnd(first, first.childNodes.length);
  end.setStart(last, 0);
  // A selection of whole paragraphs may end before the first word of the next one.
  return end.toString().trim() ? textFragment(start.toString(), end.toString()) : textFragment(start.toString());
}

/**
 * @param {Range} range
 * @returns {Range} with the rest of the words that it begins and ends amid
 */
function toWordBorders(range) {
  const whole = range.cloneRange();
  const { startContainer: first, startOffset: start, endContainer: last, endOffset: end } = range;
  if (first instanceof Text) whole.setStart(first, start - lengthOf(/[\p{L}\p{M}\p{N}_]*$/u, first.data.slice(0, start)));
  if (last instanceof Text) whole.setEnd(last, end + lengthOf(/^[\p{L}\p{M}\p{N}_]*/u, last.data.slice(end)));
  return whole;
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 */
function lengthOf(pattern, text) {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** @returns {string} where others find this page: where it is published, or else where it was opened */
function pageAddress() {
  const canonical = document.querySelector("link[rel='canonical']")?.getAttribute("href");
  return canonical ?? location.href.replace(/[?#].*$/u, "");
}
