// What "copy quote" puts on the clipboard: the words, who said them and where, and a link that finds them again.

const WORDS_AT_AN_END = 5;

/**
 * @param {string} words what was selected
 * @returns {string} a text fragment (WICG Scroll to Text Fragment), without its #
 */
export function textFragment(words) {
  const said = words.trim().split(/\s+/u);
  const parts =
    said.length <= 2 * WORDS_AT_AN_END
      ? [said.join(" ")]
      : [said.slice(0, WORDS_AT_AN_END).join(" "), said.slice(-WORDS_AT_AN_END).join(" ")];
  return `:~:text=${parts.map(encoded).join(",")}`;
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
  return lines.join("\n");
}
