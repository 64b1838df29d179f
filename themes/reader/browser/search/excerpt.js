// The place in a text that shows best why it was found, cut into pieces with the hits apart.
import { analyseFor, partsOf } from "../analyser/analyser.js";
import { PLAIN } from "../analyser/folding.js";
import { AFTER_APOSTROPHE } from "../analyser/table.js";

/** @typedef {{text: string, hit: boolean}} Piece */
/** @typedef {{start: number, end: number, term: string, isPhrase?: boolean}} Place */

const LENGTH = 260;
/** So many letters of a longer term are those of each of its words. */
const BEGINNING = 3;
const SIGNS = "[^a-z0-9 \\n]+";
const BETWEEN = `(?:${SIGNS}(?:(?:${Array.from(AFTER_APOSTROPHE).join("|")})${SIGNS})?)?`;
/** How much stands before the first hit. */
const LEAD = 70;

/**
 * Where a text has one of the phrases or of the terms, in its order, none overlapping another. A phrase counts more
 * than the words in it.
 *
 * @param {string} text
 * @param {ReadonlySet<string>} terms
 * @param {string[]} [phrases]
 * @returns {Place[]}
 */
export function findPlaces(text, terms, phrases = []) {
  const places = phrases.flatMap((phrase) => findPhrase(text, phrase));
  for (const { 0: chunk, index } of text.matchAll(chunksWith(Array.from(terms, beginningOfTerm)))) {
    places.push(...moved(analyseFor(chunk, ({ term, folded }) => terms.has(term) || terms.has(folded)), index));
  }
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return places.filter((place) => {
    const isNew = place.start >= reached;
    if (isNew) reached = place.end;
    return isNew;
  });
}

/**
 * @param {string} text
 * @param {string} phrase
 * @returns {Place[]} none goes over the end of a line
 */
function findPhrase(text, phrase) {
  const wanted = partsOf(phrase).map(({ folded }) => folded);
  if (wanted.length === 0) return [];
  const signs = wanted.map((word) => chunksWith([word.slice(0, BEGINNING)], ""));
  let end = -1;
  return text.split("\n").flatMap((line) => {
    const start = end + 1;
    end = start + line.length;
    return signs.every((sign) => sign.test(line)) ? moved(phraseIn(line, phrase, wanted), start) : [];
  });
}

/**
 * @param {string} line
 * @param {string} phrase
 * @param {string[]} wanted its words
 * @returns {Place[]}
 */
function phraseIn(line, phrase, wanted) {
  const parts = partsOf(line);
  return parts.flatMap(({ start }, place) => {
    const isHere = wanted.every((word, number) => parts[place + number]?.folded === word);
    return isHere ? [{ start, end: parts[place + wanted.length - 1].end, term: phrase, isPhrase: true }] : [];
  });
}

/**
 * @param {string} term
 * @returns {string} what each of its words begins with: the stemmer may change the third of three letters, since use is
 *   the stem of using, and the second too, since die is that of dying
 */
function beginningOfTerm(term) {
  return term.slice(0, term.length > BEGINNING ? BEGINNING : 1);
}

/**
 * The parts of a text between spaces in which a word may begin so. A text's other words, nearly all, need no analysis:
 * no word has a space or the end of a line in it. What folding leaves out may stand between
 * two letters (O'Brien, 1,000, the whole of X's-ray); a letter that is not PLAIN may be folded to any.
 *
 * @param {string[]} beginnings
 * @param {string} [flags]
 * @returns {RegExp}
 */
function chunksWith(beginnings, flags = "g") {
  const spelled = beginnings.map((beginning) => /^[a-z0-9]*/.exec(beginning)?.[0] ?? "").filter((letters) => letters !== "");
  const begun = spelled.map((letters) => `(?<![a-z0-9])${letters.split("").join(BETWEEN)}`);
  return new RegExp(`(?<![^ \\n])[^ \\n]*?(?:${[...begun, `[^${PLAIN}]`].join("|")})[^ \\n]*`, `i${flags}`);
}

/**
 * @template {{start: number, end: number}} Piece
 * @param {Piece[]} pieces
 * @param {number} by
 * @returns {Piece[]}
 */
function moved(pieces, by) {
  return pieces.map((piece) => ({ ...piece, start: piece.start + by, end: piece.end + by }));
}

/**
 * @param {string} text
 * @param {ReadonlySet<string>} terms
 * @param {string[]} [phrases]
 * @returns {Piece[]} the whole text
 */
export function markText(text, terms, phrases = []) {
  return cut(text, findPlaces(text, terms, phrases), 0, text.length);
}

/**
 * @param {string} text
 * @param {Place[]} places that `findPlaces` found in it
 * @param {number} [length] about how many characters
 * @returns {Piece[]} the part of the text with a phrase, else with the most different terms; its beginning where it
 *   has none
 */
export function excerptOf(text, places, length = LENGTH) {
  const best = places.find(({ isPhrase }) => isPhrase) ?? richest(places, length - LEAD);
  const start = best === undefined ? 0 : wordStart(text, best.start - LEAD);
  const end = wordEnd(text, start + length);
  return [
    ...(start > 0 ? [{ text: "… ", hit: false }] : []),
    ...cut(text, places, start, end),
    ...(end < text.length ? [{ text: " …", hit: false }] : []),
  ];
}

/**
 * @param {Place[]} places
 * @param {number} length
 * @returns {Place | undefined} the place from which on the most different terms follow
 */
function richest(places, length) {
  const counted = places.map((place, number) => ({ place, count: termsWithin(places, number, place.start + length) }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best), counted[0])?.place;
}

/**
 * @param {Place[]} places
 * @param {number} number the first place
 * @param {number} end
 * @returns {number}
 */
function termsWithin(places, number, end) {
  const seen = new Set();
  for (let next = number; next < places.length && places[next].end <= end; next += 1) seen.add(places[next].term);
  return seen.size;
}

/**
 * @param {string} text
 * @param {number} near
 * @returns {number}
 */
function wordStart(text, near) {
  if (near <= 0) return 0;
  const space = text.slice(near, near + LEAD).search(/\s/u);
  return space < 0 ? near + LEAD : near + space + 1;
}

/**
 * @param {string} text
 * @param {number} near
 * @returns {number}
 */
function wordEnd(text, near) {
  if (near >= text.length) return text.length;
  const space = Math.max(text.lastIndexOf(" ", near), text.lastIndexOf("\n", near));
  return space > near - LEAD ? space : near;
}

/**
 * @param {string} text
 * @param {Place[]} places
 * @param {number} start
 * @param {number} end
 * @returns {Piece[]}
 */
function cut(text, places, start, end) {
  /** @type {Piece[]} */
  const pieces = [];
  let reached = start;
  for (const place of places.filter((candidate) => candidate.start >= start && candidate.end <= end)) {
    pieces.push({ text: text.slice(reached, place.start), hit: false }, { text: text.slice(place.start, place.end), hit: true });
    reached = place.end;
  }
  return [...pieces, { text: text.slice(reached, end), hit: false }].filter((piece) => piece.text !== "");
}
