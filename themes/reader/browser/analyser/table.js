// The table that this analyser and the index's builder (plugins/search_index/) both read, made ready for use.
import table from "./table.json" with { type: "json" };
import wordCharacters from "./word-characters.json" with { type: "json" };

/** Character classes, to stand inside a regular expression's brackets. */
export const CLASSES = {
  apostrophes: listed(table.apostrophes),
  hyphens: listed(table.hyphens),
  ignorable: ranges(table.ignorable),
  wordCharacters: runs(wordCharacters.runs),
  dropped: ranges(table.dropped),
};

export const AFTER_APOSTROPHE = new Set(table.after_apostrophe);

/** @type {ReadonlyMap<string, string>} */
export const FOLDS = new Map(Object.entries(table.folds));

export const STOP_WORDS = new Set(table.stop_words);

/** The rules of Porter's second English stemmer. */
export const STEMMER = {
  vowels: table.stemmer.vowels,
  doubles: table.stemmer.doubles,
  neverClosingAShortSyllable: table.stemmer.never_closing_a_short_syllable,
  firstRegionStartsAfter: table.stemmer.first_region_starts_after,
  /** @type {ReadonlyMap<string, string>} */
  wholeWords: new Map(Object.entries(table.stemmer.whole_words)),
  leftAloneAfterPlurals: new Set(table.stemmer.left_alone_after_plurals),
  plurals: table.stemmer.plurals,
  pastAndParticiple: table.stemmer.past_and_participle,
  takesAnEBack: table.stemmer.takes_an_e_back,
  steps: table.stemmer.steps.map((step) => step.map(toRow)),
};

/**
 * @typedef {object} Row a line of one of the stemmer's steps
 * @property {string} ending
 * @property {string} becomes
 * @property {number} region the region that the ending has to lie in: 0 for R1, 1 for R2
 * @property {string} follows letters of which one has to stand before the ending; empty for any
 */

/**
 * @param {string[]} cells
 * @returns {Row}
 */
function toRow([ending, becomes, region, follows]) {
  return { ending, becomes, region: Number(region) - 1, follows };
}

/**
 * @param {string} characters
 * @returns {string}
 */
function listed(characters) {
  return Array.from(characters, (character) => escaped(/** @type {number} */ (character.codePointAt(0)))).join("");
}

/**
 * @param {string[]} lines code points and ranges of them in hexadecimal, as in "41-5a 5f"
 * @returns {string}
 */
function ranges(lines) {
  const runs = lines.join(" ").split(" ");
  return runs.map((run) => run.split("-").map((edge) => escaped(parseInt(edge, 16))).join("-")).join("");
}

/**
 * @param {string[]} lines runs of code points: the gap before each and how far it goes on, to the base 36, as in "1t.p 6"
 * @returns {string}
 */
function runs(lines) {
  let last = 0;
  return lines.join(" ").split(" ").map((run) => {
    const [gap, length] = run.split(".");
    const first = last + parseInt(gap, 36);
    last = first + parseInt(length ?? "0", 36);
    return length === undefined ? escaped(first) : `${escaped(first)}-${escaped(last)}`;
  }).join("");
}

/**
 * @param {number} codePoint
 * @returns {string}
 */
function escaped(codePoint) {
  return `\\u{${codePoint.toString(16)}}`;
}
