// A word's letters, folded to what a reader types: no case, no diacritics, no apostrophes.
import { once, remembering } from "./remembering.js";
import { AFTER_APOSTROPHE, CLASSES, FOLDS } from "./table.js";

const DROPPED = once(() => new RegExp(`[${CLASSES.dropped}]+`, "gu"));
const NO_WORD_CHARACTER = once(() => new RegExp(`[^${CLASSES.wordCharacters}]+`, "gu"));
/** ASCII, and signs of which only the apostrophes can be part of a word: nearly every text needs no more. */
export const PLAIN = "\\0-\\x7f\\xa0-\\xa9\\xab\\xac\\xae-\\xb3\\xb6-\\xb9\\xbb-\\xbf\\u2012-\\u2027€";
const NOT_PLAIN = new RegExp(`[^${PLAIN}]`);
const APOSTROPHES = new RegExp(`[${CLASSES.apostrophes}]`, "u");

/** `Türkiye’s` → `turkiye`, `O'Brien` → `obrien`, `they'll` → `they`. */
export const fold = remembering((piece) => foldLetters(withoutClitic(piece)));

/**
 * The same letters on both sides: decomposed, in lower case, without marks, then composed again (Hangul).
 *
 * @param {string} piece
 * @returns {string}
 */
export function foldLetters(piece) {
  const lower = piece.normalize("NFKD").toLowerCase();
  const folded = Array.from(lower, (letter) => FOLDS.get(letter) ?? letter).join("").replace(/[\u0300-\u036f]+/g, "");
  if (!NOT_PLAIN.test(folded)) return folded.replace(/[^a-z0-9]+/g, "");
  return folded.replace(DROPPED(), "").normalize("NFC").replace(NO_WORD_CHARACTER(), "");
}

/**
 * A possessive or a contracted verb goes, whatever the apostrophe's form; other apostrophes are left out later.
 *
 * @param {string} piece
 * @returns {string}
 */
function withoutClitic(piece) {
  const parts = piece.split(APOSTROPHES);
  const last = parts.length > 1 ? parts[parts.length - 1].toLowerCase() : "";
  return AFTER_APOSTROPHE.has(last) ? parts.slice(0, -1).join("") : piece;
}
