// Porter's second stemmer for English ("Porter2"), from its published description.
// Written twice, here and in plugins/search_index/stemmer.py, step by step the same, over one table of endings.
import { remembering } from "./remembering.js";
import { STEMMER } from "./table.js";

/** @typedef {import("./table.js").Row} Row */
/** @typedef {[first: number, second: number]} Regions where Porter's R1 and R2 start */

const ENGLISH = /^[a-z]{3,}$/;

/** The stem of a folded word. Words of fewer than three letters, or with other signs than a to z, stay as they are. */
export const stem = remembering((word) => {
  if (!ENGLISH.test(word)) return word;
  return STEMMER.wholeWords.get(word) ?? stemBySteps(markConsonantY(word)).toLowerCase();
});

/**
 * @param {string} marked
 * @returns {string}
 */
function stemBySteps(marked) {
  const regions = findRegions(marked);
  let word = withoutPlural(marked);
  if (STEMMER.leftAloneAfterPlurals.has(word)) return word;
  word = yToI(withoutPast(word, regions[0]));
  for (const step of STEMMER.steps) word = replaceEnding(word, step, regions);
  return withoutLastLetter(word, regions);
}

/**
 * A y that sounds as a consonant is written Y, so that it is no vowel in the steps that follow.
 *
 * @param {string} word
 * @returns {string}
 */
function markConsonantY(word) {
  let marked = "";
  for (const letter of word) {
    const consonant = letter === "y" && (marked === "" || isVowel(marked.at(-1)));
    marked += consonant ? "Y" : letter;
  }
  return marked;
}

/**
 * @param {string} word
 * @returns {Regions}
 */
function findRegions(word) {
  const beginning = STEMMER.firstRegionStartsAfter.find((start) => word.startsWith(start));
  const first = beginning ? beginning.length : afterVowelAndConsonant(word, 0);
  return [first, afterVowelAndConsonant(word, first)];
}

/**
 * @param {string} word
 * @param {number} start
 * @returns {number}
 */
function afterVowelAndConsonant(word, start) {
  for (let place = start + 1; place < word.length; place += 1) {
    if (!isVowel(word[place]) && isVowel(word[place - 1])) return place + 1;
  }
  return word.length;
}

/**
 * @param {string} word
 * @returns {string}
 */
function withoutPlural(word) {
  const ending = longest(word, STEMMER.plurals);
  const before = word.slice(0, word.length - ending.length);
  if (ending === "sses") return `${before}ss`;
  if (ending === "ied" || ending === "ies") return before + (before.length > 1 ? "i" : "ie");
  return ending === "s" && hasVowel(before.slice(0, -1)) ? before : word;
}

/**
 * @param {string} word
 * @param {number} firstRegion
 * @returns {string}
 */
function withoutPast(word, firstRegion) {
  const ending = longest(word, STEMMER.pastAndParticiple);
  const before = word.slice(0, word.length - ending.length);
  if (ending === "eed" || ending === "eedly") return before.length >= firstRegion ? `${before}ee` : word;
  return ending !== "" && hasVowel(before) ? mend(before, firstRegion) : word;
}

/**
 * @param {string} word
 * @param {number} firstRegion
 * @returns {string}
 */
function mend(word, firstRegion) {
  if (STEMMER.takesAnEBack.some((ending) => word.endsWith(ending))) return `${word}e`;
  if (STEMMER.doubles.some((double) => word.endsWith(double))) return word.slice(0, -1);
  return firstRegion >= word.length && endsInShortSyllable(word) ? `${word}e` : word;
}

/**
 * @param {string} word
 * @returns {string}
 */
function yToI(word) {
  const turns = word.length > 2 && /[yY]$/.test(word) && !isVowel(word.at(-2));
  return turns ? `${word.slice(0, -1)}i` : word;
}

/**
 * @param {string} word
 * @param {Row[]} step
 * @param {Regions} regions
 * @returns {string}
 */
function replaceEnding(word, step, regions) {
  const ending = longest(word, step.map((row) => row.ending));
  const row = step.find((candidate) => candidate.ending === ending);
  if (!row) return word;
  const before = word.slice(0, word.length - ending.length);
  const inRegion = before.length >= regions[row.region];
  return inRegion && follows(before, row.follows) ? before + row.becomes : word;
}

/**
 * @param {string} before
 * @param {string} letters
 * @returns {boolean}
 */
function follows(before, letters) {
  return letters === "" || (before !== "" && letters.includes(before.slice(-1)));
}

/**
 * @param {string} word
 * @param {Regions} regions
 * @returns {string}
 */
function withoutLastLetter(word, regions) {
  const before = word.slice(0, -1);
  const [inFirst, inSecond] = regions.map((region) => before.length >= region);
  const dropsE = word.endsWith("e") && (inSecond || (inFirst && !endsInShortSyllable(before)));
  const dropsL = word.endsWith("ll") && inSecond;
  return dropsE || dropsL ? before : word;
}

/**
 * @param {string} word
 * @returns {boolean}
 */
function endsInShortSyllable(word) {
  if (word.length < 2 || isVowel(word.at(-1)) || !isVowel(word.at(-2))) return false;
  if (word.length === 2) return true;
  return !STEMMER.neverClosingAShortSyllable.includes(word.slice(-1)) && !isVowel(word.at(-3));
}

/**
 * @param {string | undefined} letter
 * @returns {boolean}
 */
function isVowel(letter) {
  return letter !== undefined && STEMMER.vowels.includes(letter);
}

/**
 * @param {string} word
 * @returns {boolean}
 */
function hasVowel(word) {
  return Array.from(word).some(isVowel);
}

/**
 * @param {string} word
 * @param {string[]} endings
 * @returns {string} the longest ending that the word has, or an empty string
 */
function longest(word, endings) {
  return endings.filter((ending) => word.endsWith(ending)).reduce((a, b) => (b.length > a.length ? b : a), "");
}
