// Text to the terms of the index, with their places: exactly the terms that plugins/search_index/analyser.py finds.
import { fold } from "./folding.js";
import { stem } from "./stemmer.js";
import { CLASSES, STOP_WORDS } from "./table.js";

/**
 * @typedef {object} Part a word between spaces and hyphens
 * @property {string} folded
 * @property {number} start where it starts in the text, in UTF-16 units
 * @property {number} end
 */

/**
 * @typedef {object} Token
 * @property {string} term as the index has it of English
 * @property {string} folded as the index has it of all other languages
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
  return wordsOf(text).flatMap(tokens);
}

/**
 * What a phrase is compared by: all words, folded and not stemmed, the stop words among them.
 *
 * @param {string} text
 * @returns {Part[]}
 */
export function partsOf(text) {
  return wordsOf(text).flat();
}

/**
 * @param {string} text
 * @returns {Part[][]} the parts of each word
 */
function wordsOf(text) {
  return Array.from(text.matchAll(WORDS), ({ 0: word, index, groups = {} }) => {
    const whole = { start: index, end: index + word.length };
    if (groups.number) return [{ folded: word.replaceAll(",", ""), ...whole }];
    const parts = groups.initials ? [{ folded: fold(word.replaceAll(".", "")), ...whole }] : splitAtHyphens(word, index);
    return parts.filter(({ folded }) => folded !== "");
  });
}

/**
 * @param {Part[]} parts of one word
 * @returns {Token[]}
 */
function tokens(parts) {
  const single = parts.flatMap((part) => token(part, false));
  const whole = parts.map(({ folded }) => folded);
  if (!isCompound(whole)) return single;
  return [...single, ...token({ folded: whole.join(""), start: parts[0].start, end: parts[parts.length - 1].end }, true)];
}

/**
 * @param {string} word
 * @param {number} start
 * @returns {Part[]}
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
 * @param {Part} part
 * @param {boolean} compound
 * @returns {Token[]}
 */
function token(part, compound) {
  return STOP_WORDS.has(part.folded) ? [] : [{ ...part, term: stem(part.folded), compound }];
}
