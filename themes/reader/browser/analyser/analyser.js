// Text to the terms of the index, with their places: exactly the terms that plugins/search_index/analyser.py finds.
import { fold } from "./folding.js";
import { stem } from "./stemmer.js";
import { CLASSES, STOP_WORDS } from "./table.js";

/**
 * @typedef {object} Token
 * @property {string} term
 * @property {number} start where its word starts in the text, in UTF-16 units
 * @property {number} end
 * @property {boolean} compound whether it is a hyphenated word written together, beside that word's parts
 */

const LETTER = `[${CLASSES.wordCharacters}]`;
const INSIDE = `[${CLASSES.wordCharacters}${CLASSES.ignorable}]`;
const JOINER = `[${CLASSES.apostrophes}${CLASSES.hyphens}]`;
const WORDS = new RegExp(
  `(?<initials>(?![0-9])${LETTER}(?:\\.(?![0-9])${LETTER})+(?!${LETTER}))`
  + `|(?<number>(?<![0-9],)[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?!${LETTER})`
  + `|(?<![0-9]\\.)[0-9]+\\.[0-9]+(?!${LETTER}|\\.[0-9]))`
  + `|${LETTER}${INSIDE}*(?:${JOINER}${INSIDE}+)*`,
  "gu",
);
const HYPHENS = new RegExp(`[${CLASSES.hyphens}]`, "gu");
const DIGITS = /^[0-9]+$/;

/**
 * The terms of a text, in its order. A hyphenated word gives its parts, then the whole of it written together.
 *
 * @param {string} text
 * @returns {Token[]}
 */
export function analyse(text) {
  return Array.from(text.matchAll(WORDS)).flatMap((match) => tokens(match[0], match.index, match.groups ?? {}));
}

/**
 * @param {string} word
 * @param {number} start
 * @param {Record<string, string | undefined>} kinds
 * @returns {Token[]}
 */
function tokens(word, start, kinds) {
  const end = start + word.length;
  if (kinds.initials) return token(fold(word.replaceAll(".", "")), start, end);
  if (kinds.number) return [{ term: word.replaceAll(",", ""), start, end, compound: false }];
  const parts = splitAtHyphens(word, start).filter((part) => part.folded !== "");
  const single = parts.flatMap((part) => token(part.folded, part.start, part.end));
  const whole = parts.map((part) => part.folded);
  return isCompound(whole) ? [...single, ...token(whole.join(""), start, end, true)] : single;
}

/**
 * @param {string} word
 * @param {number} start
 * @returns {{folded: string, start: number, end: number}[]}
 */
function splitAtHyphens(word, start) {
  let place = start;
  return word.split(HYPHENS).map((part) => {
    const found = { folded: fold(part), start: place, end: place + part.length };
    place = found.end + 1;
    return found;
  });
}

/**
 * F-16 and al-Baghdadi are names; 2014-2017 is only a range.
 *
 * @param {string[]} parts
 * @returns {boolean}
 */
function isCompound(parts) {
  return parts.length > 1 && !parts.every((part) => DIGITS.test(part));
}

/**
 * @param {string} folded
 * @param {number} start
 * @param {number} end
 * @param {boolean} [compound]
 * @returns {Token[]}
 */
function token(folded, start, end, compound = false) {
  if (folded === "" || STOP_WORDS.has(folded)) return [];
  return [{ term: stem(folded), start, end, compound }];
}
