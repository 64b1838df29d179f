// What a list of results shows of a document.
import { excerptOf, findPlaces, markText } from "./excerpt.js";

/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./index/documents.js").Document} Document */

/**
 * @param {Document} document
 * @param {string[]} found terms of the index
 * @param {string[]} phrases that were asked for
 * @param {ReadonlySet<string>} onlyInPhrases terms that are nothing by themselves
 * @returns {Hit}
 */
export function hitOf(document, found, phrases, onlyInPhrases) {
  const terms = new Set(found);
  return {
    address: document.address,
    label: document.label,
    title: document.title === null ? null : markText(document.title, terms, phrases),
    authors: markText(document.authors.join(", "), terms),
    source: markText(document.source ?? "", terms),
    published: document.published,
    publishedText: document.published_text,
    language: document.language,
    excerpt: excerpt(document, terms, phrases),
    terms: found.filter((term) => !onlyInPhrases.has(term)),
    phrases,
  };
}

/**
 * Of the text where it has a hit, else of the dek where there is one.
 *
 * @param {Document} document
 * @param {ReadonlySet<string>} terms
 * @param {string[]} phrases
 * @returns {import("./excerpt.js").Piece[]}
 */
function excerpt({ text, dek }, terms, phrases) {
  const places = findPlaces(text, terms, phrases);
  return places.length > 0 || dek === "" ? excerptOf(text, places) : excerptOf(dek, findPlaces(dek, terms, phrases));
}
