// The archive's index: answers Lunr's queries from the few pieces that each needs, with the whole index's results.
import lunr from "lunr";
import { readNumbers, readTerms, splitStreams, unpack } from "./bytes.js";
import { matching, placesOf } from "./expansion.js";
import { Pieces } from "./pieces.js";
import { backwards, shardOf, shardsOfBeginning } from "./shard-starts.js";
import { BETWEEN_ALTERNATIVES, smallIndex } from "./small-index.js";
import { readTermShard } from "./term-shard.js";

/** @typedef {import("../query.js").Clause} Clause */
/** @typedef {import("./pieces.js").Load} Load */
/** @typedef {import("./small-index.js").Scoring} Scoring */
/** @typedef {import("./term-shard.js").Entry} Entry */
/** @typedef {import("./term-shard.js").TermShard} TermShard */

/** @typedef {{document: number, score: number, terms: string[]}} Match a document, and the terms of the index found in it */

/**
 * @typedef {object} Manifest what manifest.js says of the index
 * @property {string} edition
 * @property {number} documents
 * @property {string[]} fields
 * @property {number[]} boosts
 * @property {number[]} averages
 * @property {number} k1
 * @property {number} b
 * @property {string} lengths of the texts, packed
 * @property {string[]} terms the starts of the shards
 * @property {string[]} languages "en" for those whose words are stemmed, "other"
 * @property {string[][]} synonyms groups of words that mean the same, folded
 * @property {boolean} packs whether documents may be loaded one by one
 */

const PRESENCE = {
  optional: lunr.Query.presence.OPTIONAL,
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
};

export class ArchiveIndex {
  /**
   * @param {Manifest} manifest
   * @param {Pieces} pieces
   * @param {Scoring} scoring
   */
  constructor(manifest, pieces, scoring) {
    this.manifest = manifest;
    this.pieces = pieces;
    this.scoring = scoring;
    this.text = manifest.fields.indexOf("text");
    this.documents = manifest.documents;
  }

  /**
   * @param {Manifest} manifest
   * @param {Pieces} pieces
   * @returns {Promise<ArchiveIndex>}
   */
  static async open(manifest, pieces) {
    const textLengths = readLengths(await unpack(manifest.lengths));
    return new ArchiveIndex(manifest, pieces, { ...manifest, textLengths });
  }

  /**
   * @param {Clause[]} clauses
   * @returns {Promise<Match[]>} the best first
   */
  async query(clauses) {
    const meant = await this.meantBy(clauses);
    const entries = Array.from(new Map(meant.flat().map((entry) => [entry.term, entry])).values());
    const excludesOnly = clauses.every((clause) => clause.presence === "prohibited");
    const index = smallIndex(entries, this.scoring, excludesOnly);
    const results = index.query((query) => {
      for (const clause of clauses) query.clause(toLunr(clause, query.allFields));
    });
    return results.map(({ ref, score, matchData }) => ({ document: Number(ref), score, terms: Object.keys(matchData.metadata) }));
  }

  /**
   * @param {Clause[]} clauses
   * @returns {Promise<Entry[][]>} for each the terms of the index that it means, once each
   */
  meantBy(clauses) {
    return Promise.all(clauses.map(async (clause) => {
      const terms = await Promise.all([clause, ...alternativesOf(clause)].map((one) => this.termsOf(one)));
      return this.entriesOf(Array.from(new Set(terms.flat())));
    }));
  }

  /**
   * @param {Pick<Clause, "term" | "editDistance">} clause
   * @returns {Promise<string[]>} the index's terms that it means
   */
  async termsOf(clause) {
    const { exact, beginnings, endings } = placesOf(clause);
    const known = await Promise.all([
      ...exact.map(async (term) => ((await this.entryOf(term)) ? [term] : [])),
      ...beginnings.map((beginning) => this.termsBeginning(beginning)),
      ...endings.map((ending) => this.termsEnding(ending)),
    ]);
    return matching(clause, known.flat());
  }

  /**
   * @param {string} term
   * @returns {Promise<Entry | undefined>}
   */
  async entryOf(term) {
    const number = shardOf(this.manifest.terms, term);
    return number < 0 ? undefined : (await this.#shard(number)).get(term);
  }

  /**
   * @param {string[]} terms
   * @returns {Promise<Entry[]>} of those that the index has
   */
  async entriesOf(terms) {
    const entries = await Promise.all(terms.map((term) => this.entryOf(term)));
    return entries.filter((entry) => entry !== undefined);
  }

  /**
   * @param {string} beginning
   * @param {number} [most] how many pieces may be loaded
   * @returns {Promise<string[]>} none where they stand in more
   */
  async termsBeginning(beginning, most = Infinity) {
    const numbers = shardsOfBeginning(this.manifest.terms, beginning);
    if (numbers.length > most) return [];
    const shards = await Promise.all(numbers.map((number) => this.#shard(number)));
    return shards.flatMap((shard) => Array.from(shard.keys())).filter((term) => term.startsWith(beginning));
  }

  /**
   * @param {string} ending
   * @returns {Promise<string[]>}
   */
  async termsEnding(ending) {
    const { starts } = await this.pieces.get("endings/starts", (told) => /** @type {{starts: string[]}} */ (told));
    const written = backwards(ending);
    const shards = await Promise.all(shardsOfBeginning(starts, written).map((number) => this.#endings(number)));
    return shards.flat().filter((term) => term.startsWith(written)).map(backwards);
  }

  /**
   * @param {number} number
   * @returns {Promise<TermShard>}
   */
  #shard(number) {
    return this.pieces.get(`terms/${number}`, async (content) => readTermShard(await unpack(content), this));
  }

  /**
   * @param {number} number
   * @returns {Promise<string[]>} terms, written backwards
   */
  #endings(number) {
    return this.pieces.get(`endings/${number}`, async (content) => readTerms(splitStreams(await unpack(content), 1).streams[0]));
  }
}

/**
 * @param {Uint8Array} bytes pairs: how much longer, and how many documents are so long
 * @returns {number[]} the length of each document's text
 */
function readLengths(bytes) {
  const pairs = readNumbers(bytes);
  /** @type {number[]} */
  const lengths = [];
  for (let [place, length] = [0, 0]; place < pairs.length; place += 2) {
    length += pairs[place];
    for (let times = pairs[place + 1]; times > 0; times -= 1) lengths.push(length);
  }
  return lengths;
}

/**
 * @param {Clause} clause
 * @returns {{term: string, editDistance: number}[]}
 */
function alternativesOf({ alternatives = [] }) {
  return alternatives.map((term) => ({ term, editDistance: 0 }));
}

/**
 * @param {Clause} clause
 * @param {string[]} allFields
 * @returns {lunr.Query.Clause}
 */
export function toLunr({ term, alternatives = [], field, presence, boost, editDistance }, allFields) {
  // The package of types knows no presence.
  return /** @type {lunr.Query.Clause} */ (/** @type {unknown} */ ({
    term: [term, ...alternatives].join(BETWEEN_ALTERNATIVES),
    fields: field === null ? allFields : [field],
    boost,
    presence: PRESENCE[presence],
    // The clause's terms went through the analyser already; Lunr's pipeline is where one clause becomes several terms.
    usePipeline: alternatives.length > 0,
    wildcard: lunr.Query.wildcard.NONE, // the term has its own
    ...(editDistance > 0 ? { editDistance } : {}),
  }));
}
