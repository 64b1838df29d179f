// What "copy quote" puts on the clipboard: the words, who said them and where, and a link that finds them again.

const WORDS_AT_AN_END = 5;

/**
 * Browsers look for each end of a fragment in one paragraph, and for whole words.
 * @param {string} words what was selected, or what of it stands in its first paragraph
 * @param {string} [last] what of it stands in its last paragraph, where that is another
 * @returns {string} a text fragment (WICG Scroll to Text Fragment), without its #
 */
export function textFragment(words, last) {
  const said = wordsOf(words);
  const short = last === undefined && said.length <= 2 * WORDS_AT_AN_END;
  const parts = short ? [said] : [said.slice(0, WORDS_AT_AN_END), wordsOf(last ?? words).slice(-WORDS_AT_AN_END)];
  return `:~:text=${parts.map((part) => encoded(part.join(" "))).join(",")}`;
}

/** @param {string} words */
function wordsOf(words) {
  return words.trim().split(/\s+/u);
}

/**
 * Hyphens and commas part a fragment, and encodeURIComponent leaves hyphens alone.
 * @param {string} words
 */
function encoded(words) {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}

/**
 * @typedef {object} Quotation
 * @property {string} words
 * @property {string} citation formatted, with a full stop at its end or without
 * @property {number | null} paragraph counted from 1; null in what isn't one
 * @property {string} link to the words, in this archive
 * @property {string} original address of the original; "" where it isn't known
 * @property {string} captured day of the capture; "" where it isn't known
 */

/**
 * @param {Quotation} quotation
 * @returns {string} plain text
 */
export function asText({ words, citation, paragraph, link, original, captured }) {
  const place = paragraph === null ? "" : `, para. ${paragraph}`;
  const lines = [`“${words.trim()}”`, "", `${citation.trim().replace(/\.$/u, "")}${place}.`, link];
  if (original) lines.push(`Original: ${original}${captured ? ` (captured ${captured})` : ""}`);
  else if (captured) lines.push(`Captured ${captured}`);
  return lines.join("\n");
}
