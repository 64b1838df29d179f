// Text to the terms of the index, with their places: exactly the terms that plugins/search_index/analyser.py finds.
import { fold, PLAIN } from "./folding.js";
import { once, remembering } from "./remembering.js";
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

/** Texts of nothing but PLAIN signs and European letters, and what CLASSES has of those. */
const EUROPEAN = new RegExp(`^[${PLAIN}\\xc0-\\u024f]*$`);
const EUROPEAN_CLASSES = { wordCharacters: "0-9A-Za-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f", ignorable: "", apostrophes: "'`’‘", hyphens: "\\-&" };
const EUROPEAN_WORDS = wordsOf(EUROPEAN_CLASSES, "g");
/** Made when a text asks for it: making it takes a browser more milliseconds than most questions. */
const ALL_WORDS = once(() => wordsOf(CLASSES, "gu"));
const NUMBER = /^[0-9].*[.,]/;
const HYPHENS = new RegExp(`[${CLASSES.hyphens}]`, "gu");
const DIGITS = /^[0-9]+$/;

/**
 * The terms of a text, in its order. A hyphenated word gives its parts, then the whole of it written together.
 *
 * @param {string} text
 * @returns {Token[]}
 */
export function analyse(text) {
  return placed(text, tokensOf);
}

/**
 * What a phrase is compared by: all words, folded and not stemmed, the stop words among them.
 *
 * @param {string} text
 * @returns {Part[]}
 */
export function partsOf(text) {
  return placed(text, partsOfWord);
}

/**
 * Those of a text's terms that are wanted. Nearly all words of a text are none, so that they leave nothing behind.
 *
 * @param {string} text
 * @param {(token: Token) => boolean} isWanted
 * @returns {Token[]}
 */
export function analyseFor(text, isWanted) {
  /** @type {Map<string, Token[]>} */
  const wanted = new Map();
  return placed(text, (word) => {
    const known = wanted.get(word);
    if (known) return known;
    const own = tokensOf(word).filter(isWanted);
    wanted.set(word, own);
    return own;
  });
}

/**
 * @template {{start: number, end: number}} Piece
 * @param {string} text
 * @param {(word: string) => Piece[]} read a word's pieces, with their places in the word
 * @returns {Piece[]} with their places in the text
 */
function placed(text, read) {
  /** @type {Piece[]} */
  const pieces = [];
  const words = EUROPEAN.test(text) ? EUROPEAN_WORDS : ALL_WORDS();
  // Not matchAll, which makes a copy of the expression each time.
  for (let found = words.exec(text); found !== null; found = words.exec(text)) {
    const { 0: word, index } = found;
    for (const piece of read(word)) pieces.push({ ...piece, start: piece.start + index, end: piece.end + index });
  }
  return pieces;
}

/**
 * Initials (U.S.), numbers with separators (1,000.5), then all other words.
 *
 * @param {typeof EUROPEAN_CLASSES} classes
 * @param {string} flags
 * @returns {RegExp} that finds words
 */
function wordsOf({ wordCharacters, ignorable, apostrophes, hyphens }, flags) {
  const letter = `[${wordCharacters}]`;
  const inside = `[${wordCharacters}${ignorable}]`;
  return new RegExp(
    `(?![0-9])${letter}(?:\\.(?![0-9])${letter})+(?!${letter})`
    + `|(?<![0-9],)[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?!${letter})`
    + `|(?<![0-9]\\.)[0-9]+\\.[0-9]+(?!${letter}|\\.[0-9])`
    + `|${letter}${inside}*(?:[${apostrophes}${hyphens}]${inside}+)*`,
    flags,
  );
}

/** The parts of a word, as a text has it. */
const partsOfWord = remembering((word) => {
  const whole = { start: 0, end: word.length };
  if (NUMBER.test(word)) return [{ folded: word.replaceAll(",", ""), ...whole }];
  const parts = word.includes(".") ? [{ folded: fold(word.replaceAll(".", "")), ...whole }] : splitAtHyphens(word);
  return parts.filter(({ folded }) => folded !== "");
});

/** The terms of a word, as a text has it. */
const tokensOf = remembering((word) => {
  const parts = partsOfWord(word);
  const single = parts.flatMap((part) => token(part, false));
  const whole = parts.map(({ folded }) => folded);
  if (!isCompound(whole)) return single;
  return [...single, ...token({ folded: whole.join(""), start: parts[0].start, end: parts[parts.length - 1].end }, true)];
});

/**
 * @param {string} word
 * @returns {Part[]}
 */
function splitAtHyphens(word) {
  let place = 0;
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
