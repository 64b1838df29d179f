// The search itself: a reader's question to the documents that answer it, in order. It knows no page and no network:
// whoever makes one gives it the functions that load pieces of the index, so that it runs in a worker too.
import { ArchiveIndex } from "./index/archive-index.js";
import { citationsOf } from "./index/citations.js";
import { Columns, KINDS } from "./index/columns.js";
import { Documents } from "./index/documents.js";
import { matching } from "./index/expansion.js";
import { Phrases } from "./index/phrases.js";
import { Pieces } from "./index/pieces.js";
import { facetsOf, filterOf, filtersOfQuery } from "./filters.js";
import { hitOf } from "./hit.js";
import { inOrder } from "./order.js";
import { readQuery } from "./query.js";
import { countedIn, rank, termsIn, withoutAsking } from "./ranking.js";
import { findTitles } from "./titles.js";
import { Wording } from "./wording.js";

/** @typedef {import("./filters.js").Filters} Filters */
/** @typedef {import("./filters.js").Facets} Facets */
/** @typedef {import("./index/citations.js").CitationFormat} CitationFormat */
/** @typedef {import("./index/columns.js").Kind} Kind */
/** @typedef {import("./index/columns.js").Name} Name */
/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./index/documents.js").LoadRange} LoadRange */
/** @typedef {import("./index/archive-index.js").Manifest} Manifest */
/** @typedef {import("./index/pieces.js").Load} Load */
/** @typedef {import("./order.js").Sort} Sort */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./ranking.js").Meant} Meant */

/**
 * @typedef {object} Question
 * @property {string} text what the reader typed
 * @property {Filters} filters those chosen beside it
 * @property {Sort} sort
 * @property {boolean} typing whether the last word may be unfinished
 */

/**
 * @typedef {object} Answer
 * @property {number} total how many documents were found
 * @property {string[]} notes lines for the reader
 * @property {boolean} fellBack whether documents with some of the words are told too, behind those with all
 * @property {number} complete how many documents have all words
 * @property {{from: string, to: string}[]} corrections words that no document has, and those that were searched for instead
 * @property {Sort} sort the order in which they stand
 * @property {boolean} isRanked whether they could be sorted by relevance: what only filters has none
 */

/**
 * @typedef {object} Hit what a list of results shows, in pieces of which the hits are told
 * @property {string} address from the archive's root
 * @property {string} label stands for the title where there is none
 * @property {Piece[] | null} title
 * @property {Piece[]} authors
 * @property {Piece[]} source
 * @property {string | null} published
 * @property {string | null} publishedText
 * @property {string | null} language
 * @property {Piece[]} excerpt
 * @property {string[]} terms of the index, found in the article; not those that only a phrase asked for
 * @property {string[]} phrases that were asked for
 */

/**
 * @typedef {object} TitleHit an article, found by its title
 * @property {string} address from the archive's root
 * @property {string} label stands for the title where there is none
 * @property {Piece[] | null} title
 * @property {string | null} source
 * @property {string | null} publishedText
 * @property {string | null} language
 */

/**
 * @typedef {object} Found the last answer, kept for the pages and counts that are asked for next
 * @property {number[]} documents in order, filtered
 * @property {number[]} unfiltered
 * @property {Meant[]} meant
 * @property {Filters} filters
 * @property {string[]} phrases
 * @property {ReadonlySet<string>} onlyInPhrases terms that no word outside a phrase asks for
 */

const FIRST_PAGE = 10;
/** A query of so many words is more of a question than a list of what must be there. */
const MANY_WORDS = 4;

export class Engine {
  /** @type {Found} */
  #found = { documents: [], unfiltered: [], meant: [], filters: {}, phrases: [], onlyInPhrases: new Set() };

  /** The number of the question asked last: one that was asked before it may be answered after it. */
  #asked = 0;

  /**
   * @param {ArchiveIndex} index
   * @param {Pieces} pieces
   * @param {LoadRange | null} loadRange
   */
  constructor(index, pieces, loadRange) {
    this.index = index;
    this.pieces = pieces;
    this.columns = new Columns(pieces);
    this.phrases = new Phrases(pieces, index.manifest);
    this.documents = new Documents(pieces, loadRange);
    this.wording = new Wording(index, this.phrases);
  }

  /**
   * @param {Load} load
   * @param {LoadRange} loadRange
   * @returns {Promise<Engine>}
   */
  static async open(load, loadRange) {
    const pieces = new Pieces(load);
    const manifest = /** @type {Manifest} */ (await load("manifest"));
    return new Engine(await ArchiveIndex.open(manifest, pieces), pieces, manifest.packs ? loadRange : null);
  }

  /**
   * @param {Question} question
   * @returns {Promise<Answer>}
   */
  async search({ text, filters, sort, typing }) {
    this.#asked += 1;
    const asked = this.#asked;
    const query = readQuery(text);
    const named = await filtersOfQuery(query, this.columns);
    const { clauses, corrections } = await this.wording.prepare([...query.clauses, ...named.clauses], typing && !/\s$/u.test(text));
    const { all, some, meant, notes, onlyInPhrases } = await this.#matches(query, clauses, { filters, sort });
    const unfiltered = [...all, ...some].filter(await filterOf(named.filters, this.columns));
    const kept = await filterOf([filters], this.columns);
    const ranked = isRanked(query, clauses);
    const order = sort === "relevance" && !ranked ? "newest" : sort;
    const ordered = await inOrder(unfiltered.filter(kept), order, this.columns);
    const phrases = query.phrases.filter(({ excluded }) => !excluded).map((phrase) => phrase.text);
    if (asked === this.#asked) {
      this.#found = { documents: ordered, unfiltered, meant, filters, phrases, onlyInPhrases };
      // A page will be asked for next, and tell what is missing.
      void this.documents.get(ordered.slice(0, FIRST_PAGE)).catch(() => {});
    }
    const incomplete = new Set(some);
    const complete = some.length === 0 ? ordered.length : ordered.filter((document) => !incomplete.has(document)).length;
    return { total: ordered.length, notes: [...query.notes, ...notes], fellBack: ordered.length > complete, complete, corrections, sort: order, isRanked: ranked };
  }

  /**
   * @param {number} start
   * @param {number} count
   * @returns {Promise<Hit[]>} of the last answer
   */
  async page(start, count) {
    const { documents, meant, phrases, onlyInPhrases } = this.#found;
    const some = documents.slice(start, start + count);
    const told = await this.documents.get(some);
    return told.map((document, place) => hitOf(document, termsIn(some[place], meant, this.index.scoring), phrases, onlyInPhrases));
  }

  /** @returns {Promise<Facets>} the counts of the last answer */
  facets() {
    const { unfiltered, filters } = this.#found;
    return facetsOf(unfiltered, filters, this.columns);
  }

  /** @returns {number[]} the documents of the last answer, in its order */
  numbers() {
    return this.#found.documents;
  }

  /**
   * @param {CitationFormat} format
   * @returns {Promise<string>} of the documents of the last answer, in its order
   */
  citations(format) {
    return citationsOf(this.pieces, this.numbers(), format);
  }

  /**
   * @param {string} text
   * @returns {Promise<string[]>} words of the archive that begin as the text's last word does, the most frequent first
   */
  completions(text) {
    return this.wording.completions(text);
  }

  /**
   * @param {string} text
   * @param {number} most
   * @returns {Promise<TitleHit[]>} articles whose titles have all the words; the last answer stays what it was
   */
  titles(text, most) {
    return findTitles(text, most, this);
  }

  /**
   * @param {string} text
   * @param {number} most
   * @returns {Promise<{kind: Kind, name: Name}[]>} sources, authors and topics with words that begin so
   */
  async names(text, most) {
    const all = await Promise.all(KINDS.map(async (kind) => (await this.columns.names(kind)).map((name) => ({ kind, name }))));
    return this.wording.namesLike(text, all.flat()).slice(0, most);
  }

  /**
   * All words are wanted; where no document has them all, some of them will do. Of many words, some will do behind the
   * few documents that have all: few articles have every word of a whole question. But not by date, where a document
   * with one of the words could stand first.
   *
   * @param {Query} query
   * @param {Clause[]} clauses
   * @param {Pick<Question, "filters" | "sort">} beside
   * @returns {Promise<{all: number[], some: number[], meant: Meant[], notes: string[], onlyInPhrases: Set<string>}>}
   */
  async #matches(query, clauses, { filters, sort }) {
    const { inPhrases, phraseClauses, notes } = await this.#phraseFilter(query);
    const asked = [...clauses, ...phraseClauses];
    const onlyInPhrases = new Set(phraseClauses.flatMap(termsOf).filter((term) => !clauses.some((clause) => means(clause, term))));
    const strict = asked.map((clause) => (isWanted(clause) ? { ...clause, presence: /** @type {const} */ ("required") } : clause));
    const entries = await this.index.meantBy(asked);
    const meant = asked.map((clause, place) => ({ clause, entries: entries[place] }));
    const counted = meant.map((one) => countedIn(one, this.index.scoring));
    const found = asked.length === 0 ? this.#everything(query, filters) : rank(strict, counted, this.index.scoring);
    const all = found.filter(inPhrases);
    const words = asked.filter(isWanted).length;
    const isEased = words > 1 && (all.length === 0 || (words >= MANY_WORDS && all.length < FIRST_PAGE && sort === "relevance"));
    if (!isEased) return { all, some: [], meant, notes, onlyInPhrases };
    const complete = new Set(all);
    const some = rank(withoutAsking(asked), counted, this.index.scoring).filter((document) => inPhrases(document) && !complete.has(document));
    return { all, some, meant, notes, onlyInPhrases };
  }

  /**
   * @param {Query} query
   * @param {Filters} filters
   * @returns {number[]} for a query that only filters or excludes: all documents
   */
  #everything({ phrases, names, years, notes }, filters) {
    const isFiltered = notes.length === 0 && Object.values(filters).some((part) => (Array.isArray(part) ? part.length > 0 : part !== undefined));
    if (phrases.length + names.length + years.length === 0 && !isFiltered) return [];
    return Array.from({ length: this.index.manifest.documents }, (_, document) => document);
  }

  /**
   * @param {Query} query
   * @returns {Promise<{inPhrases: (document: number) => boolean, phraseClauses: Clause[], notes: string[]}>} the clauses
   *   let a phrase's words count in the score
   */
  async #phraseFilter({ phrases }) {
    const read = await Promise.all(phrases.map(async ({ text, field, excluded }) => {
      const phrase = await this.phrases.read(text);
      return { text, field, excluded, isCut: phrase.isCut, documents: await this.phrases.documentsWith(phrase, field) };
    }));
    const wanted = phrases.filter(({ excluded }) => !excluded);
    const words = wanted.flatMap(({ text, field }) => readQuery(text.replace(/[+~^:*-]/gu, " ")).clauses
      .map((clause) => ({ ...clause, field, presence: /** @type {const} */ ("required") })));
    return {
      inPhrases: (document) => read.every(({ documents, excluded }) => documents.has(document) !== excluded),
      phraseClauses: await this.wording.spelled(words),
      notes: read.filter(({ isCut }) => isCut).map(({ text }) => `“${text}”: the last words are in nearly every article, so they were not looked for.`),
    };
  }
}

/**
 * @param {Clause} clause
 * @returns {boolean} whether a document should have it, though nothing says that it must
 */
function isWanted({ presence, bonus }) {
  return presence === "optional" && !bonus;
}

/**
 * @param {Clause} clause
 * @returns {string[]}
 */
function termsOf({ term, alternatives = [] }) {
  return [term, ...alternatives];
}

/**
 * @param {Clause} clause
 * @param {string} term
 * @returns {boolean}
 */
function means(clause, term) {
  return termsOf(clause).includes(term) || matching(clause, [term]).length > 0;
}

/**
 * @param {Query} query
 * @param {Clause[]} clauses
 * @returns {boolean} whether some documents answer it better than others
 */
function isRanked({ phrases }, clauses) {
  return clauses.some(({ presence }) => presence !== "prohibited") || phrases.some(({ excluded }) => !excluded);
}
