// The place in a text that shows best why it was found, cut into pieces with the hits apart.
import { analyseFor, partsOf } from "../analyser/analyser.js";

/** @typedef {{text: string, hit: boolean}} Piece */
/** @typedef {{start: number, end: number, term: string, isPhrase?: boolean}} Place */

const LENGTH = 260;
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
  const tokens = analyseFor(text, ({ term, folded }) => terms.has(term) || terms.has(folded));
  const places = [...phrases.flatMap((phrase) => findPhrase(text, phrase)), ...tokens].sort((a, b) => a.start - b.start || b.end - a.end);
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
 * @returns {Place[]}
 */
function findPhrase(text, phrase) {
  const wanted = partsOf(phrase).map(({ folded }) => folded);
  const parts = partsOf(text);
  return parts.flatMap((part, place) => {
    const isHere = wanted.length > 0 && wanted.every((word, number) => parts[place + number]?.folded === word);
    const end = isHere ? parts[place + wanted.length - 1].end : 0;
    return isHere && !text.slice(part.start, end).includes("\n") ? [{ start: part.start, end, term: phrase, isPhrase: true }] : [];
  });
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
