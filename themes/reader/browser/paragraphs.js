// Marks beside paragraphs that copy a link to them, and a button that copies what is selected as a quotation.
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
  for (const element of text.querySelectorAll(LINKED)) element.append(newMark(element.id, numbers.get(element)));
  text.after(newQuoteBar(text, numbers));
}

/**
 * @param {string} id
 * @param {number | undefined} number
 * @returns {HTMLElement}
 */
function newMark(id, number) {
  const mark = document.createElement("a");
  mark.className = "paragraph-mark";
  mark.href = `#${id}`;
  mark.setAttribute("aria-label", number ? `Copy a link to paragraph ${number}` : "Copy a link to this heading");
  mark.addEventListener("click", async () => {
    announce((await copy(`${pageAddress()}#${id}`)) ? "Copied the link." : `${REFUSED} The link is in the address bar.`);
  });
  return mark;
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
  let chosen = "";
  /** @type {Element | null} */
  let paragraph = null;
  document.addEventListener("selectionchange", () => {
    const range = selectedIn(text);
    // A click on the button may end the selection; what was chosen before is meant.
    if (!range && document.activeElement === button) return;
    bar.hidden = !range;
    if (!range) return;
    chosen = range.toString();
    paragraph = paragraphAt(range.startContainer);
  });
  button.addEventListener("click", async () => {
    announce((await copy(quoted(chosen, paragraph, numbers))) ? "Copied the quotation." : REFUSED);
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
 * @param {string} words
 * @param {Element | null} paragraph
 * @param {ReadonlyMap<Element, number>} numbers
 * @returns {string}
 */
function quoted(words, paragraph, numbers) {
  const citation = document.querySelector("[data-style='Chicago'] .cite-box__citation")?.textContent ?? document.title;
  return asText({
    words,
    citation,
    paragraph: (paragraph && numbers.get(paragraph)) ?? null,
    link: `${pageAddress()}#${paragraph?.id ?? ""}${textFragment(words)}`,
    original: document.querySelector("link[rel='original']")?.getAttribute("href") ?? "",
    captured: document.querySelector(".cite-box")?.getAttribute("data-captured") ?? "",
  });
}

/** @returns {string} where others find this page: where it is published, or else where it was opened */
function pageAddress() {
  const canonical = document.querySelector("link[rel='canonical']")?.getAttribute("href");
  return canonical ?? location.href.replace(/[?#].*$/u, "");
}
