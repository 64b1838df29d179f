// Articles by their titles, while the reader types: every word is wanted, the last may be unfinished.
import { partsOf } from "../analyser/analyser.js";
import { markText } from "./excerpt.js";
import { readQuery } from "./query.js";
import { SHORTEST_COMPLETED } from "./wording.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./engine.js").TitleHit} TitleHit */
/** @typedef {import("./query.js").Clause} Clause */

/**
 * @param {string} text what the reader typed; signs in it are no operators here
 * @param {number} most
 * @param {Pick<Engine, "index" | "wording" | "documents">} engine
 * @returns {Promise<TitleHit[]>} the best first
 */
export async function findTitles(text, most, { index, wording, documents }) {
  const isTyping = !/\s$/u.test(text);
  const { clauses } = readQuery(partsOf(text).map(({ folded }) => `title:${folded}`).join(" "));
  if (clauses.length === 0) return [];
  const prepared = await wording.prepare(clauses, isTyping);
  const best = (await index.query(wanted(prepared.clauses, isTyping))).slice(0, most);
  const found = await documents.get(best.map(({ document }) => document));
  return found.map((document, place) => titleHit(document, best[place].terms));
}

/**
 * A letter or two of a last word say nothing yet: what was found by the words before stays in view.
 *
 * @param {Clause[]} clauses
 * @param {boolean} isTyping
 * @returns {Clause[]}
 */
function wanted(clauses, isTyping) {
  const saysNothing = (/** @type {number} */ place) => isTyping && place > 0 && place === clauses.length - 1
    && (clauses[place].word ?? "").length < SHORTEST_COMPLETED;
  return clauses.map((clause, place) => (saysNothing(place) ? clause : { ...clause, presence: "required" }));
}

/**
 * @param {import("./index/documents.js").Document} document
 * @param {string[]} terms
 * @returns {TitleHit}
 */
function titleHit({ address, title, label, source, published_text: publishedText, language }, terms) {
  return { address, title: title === null ? null : markText(title, new Set(terms)), label, source, publishedText, language };
}
