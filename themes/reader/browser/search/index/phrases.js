// Which documents have a phrase, exactly as it is written but for capitals, accents and apostrophes.
import { partsOf } from "../../analyser/analyser.js";
import { unpack } from "./bytes.js";
import { endsWith, readPositionShard, runNumber } from "./position-shard.js";
import { shardOf, shardsOfBeginning } from "./shard-starts.js";

/** @typedef {import("./pieces.js").Pieces} Pieces */
/** @typedef {import("./position-shard.js").Places} Places */
/** @typedef {import("./position-shard.js").PositionShard} PositionShard */
/** @typedef {import("./position-shard.js").WordEntry} WordEntry */

/** @typedef {{word: string, before: number[]}} PhraseWord a word that is no stop word, and the stop words before it */
/** @typedef {{starts: string[], runs: number[], stops: string[]}} Starts what words/starts.js says */

/**
 * @typedef {object} Phrase
 * @property {PhraseWord[]} words
 * @property {boolean} isCut whether stop words at its end were left out: of them no places are known
 */

export class Phrases {
  /**
   * @param {Pieces} pieces
   * @param {{fields: string[], documents: number}} index
   */
  constructor(pieces, { fields, documents }) {
    this.pieces = pieces;
    this.fields = fields;
    this.documents = documents;
  }

  /**
   * @param {string} text
   * @returns {Promise<Phrase>}
   */
  async read(text) {
    const { stops } = await this.#starts();
    /** @type {PhraseWord[]} */
    const words = [];
    /** @type {number[]} */
    let before = [];
    for (const { folded: part } of partsOf(text)) {
      const stop = stops.indexOf(part) + 1;
      if (stop > 0) {
        before.push(stop);
      } else {
        words.push({ word: part, before });
        before = [];
      }
    }
    return { words, isCut: before.length > 0 };
  }

  /**
   * @param {Phrase} phrase
   * @param {string | null} field null for the title and the text
   * @returns {Promise<Set<number>>}
   */
  async documentsWith({ words }, field) {
    const entries = await Promise.all(words.map(({ word }) => this.#entry(word)));
    const known = entries.filter((entry) => entry !== undefined);
    if (known.length < words.length || words.length === 0) return new Set();
    const wanted = field === null ? this.fields : [field];
    const byField = known.map((entry) => entry.byField());
    return new Set(wanted.flatMap((name) => documentsIn(words, byField.map((places) => places.get(this.fields.indexOf(name))))));
  }

  /**
   * @param {string} beginning folded
   * @param {number} most how many pieces may be loaded
   * @returns {Promise<WordEntry[]>} the words that begin so; none where they stand in too many pieces
   */
  async wordsBeginning(beginning, most) {
    const { starts, runs } = await this.#starts();
    const numbers = shardsOfBeginning(starts, beginning);
    if (numbers.length > most) return [];
    const shards = await Promise.all(numbers.map((number) => this.#shard(number, runs)));
    return shards.flatMap((shard) => Array.from(shard.values())).filter(({ word }) => word.startsWith(beginning));
  }

  /** @returns {Promise<Starts>} */
  #starts() {
    return this.pieces.get("words/starts", (told) => /** @type {Starts} */ (told));
  }

  /**
   * @param {string} word
   * @returns {Promise<WordEntry | undefined>}
   */
  async #entry(word) {
    const { starts, runs } = await this.#starts();
    const number = shardOf(starts, word);
    return number < 0 ? undefined : (await this.#shard(number, runs)).get(word);
  }

  /**
   * @param {number} number
   * @param {number[]} runs
   * @returns {Promise<PositionShard>}
   */
  #shard(number, runs) {
    return this.pieces.get(`words/${number}`, async (content) => readPositionShard(await unpack(content), runs, this.documents));
  }
}

/**
 * @param {PhraseWord[]} words
 * @param {(Map<number, Places> | undefined)[]} places of each word, in one field
 * @returns {number[]}
 */
function documentsIn(words, places) {
  const all = places.filter((some) => some !== undefined);
  if (all.length < words.length) return [];
  const fewest = all.reduce((least, some) => (some.size < least.size ? some : least));
  return Array.from(fewest.keys()).filter((document) => {
    const own = all.map((some) => some.get(document)).filter((some) => some !== undefined);
    return own.length === words.length && standTogether(words, own);
  });
}

/**
 * @param {PhraseWord[]} words
 * @param {Places[]} places of each word, in one field of one document
 * @returns {boolean}
 */
function standTogether(words, [first, ...others]) {
  const rest = others.map(({ positions, runs }, number) => {
    const run = runNumber(words[number + 1].before);
    return new Set(positions.filter((_, place) => runs[place] === run));
  });
  return first.positions.some((position, place) => (
    endsWith(first.runs[place], words[0].before) && rest.every((known, number) => known.has(position + number + 1))
  ));
}
