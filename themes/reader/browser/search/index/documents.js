// What a list of results shows of an article: loaded one by one from a host that gives parts of files, else in packs.
import { inflate, readJson, readNumbers, unpack } from "./bytes.js";

/** @typedef {import("./pieces.js").Pieces} Pieces */

/**
 * @typedef {object} Document
 * @property {string} address from the archive's root
 * @property {string | null} title
 * @property {string} label the title, or what the archive calls an article without one
 * @property {string[]} authors
 * @property {string | null} source
 * @property {string | null} published as exact as it is known: 2016-03-15, 2016-03 or 2016
 * @property {string | null} published_text the same in words
 * @property {string | null} language
 * @property {string} dek
 * @property {string} text empty where only an excerpt may be shown
 */

/** @typedef {(name: string, start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>} LoadRange the bytes of a file from start to before end */

const NAMES = ["address", "title", "label", "authors", "source", "published", "published_text", "language", "dek", "text"];
/** As in plugins/search_index/packs.py. */
const OF_A_PACK = 32;
const OF_A_SCRIPT = 128;
const OF_A_SIZE_TABLE = 256;
const UNIT = 16;
const BYTES_OF_A_LENGTH = 4;

export class Documents {
  /** @type {LoadRange | null} */
  #loadRange;

  /**
   * @param {Pieces} pieces
   * @param {LoadRange | null} loadRange null where files can't be read by range: from disk, or from a host that can't
   */
  constructor(pieces, loadRange) {
    this.pieces = pieces;
    this.#loadRange = loadRange;
  }

  /**
   * @param {number[]} numbers
   * @returns {Promise<Document[]>}
   */
  get(numbers) {
    return Promise.all(numbers.map((number) => this.#one(number)));
  }

  /**
   * @param {number} number
   * @returns {Promise<Document>}
   */
  async #one(number) {
    if (this.#loadRange !== null) {
      try {
        return await this.#byRange(number, this.#loadRange);
      } catch {
        this.#loadRange = null; // this host can't, so the others need not try
      }
    }
    const script = await this.pieces.get(`documents/${Math.floor(number / OF_A_SCRIPT)}`, async (content) => readJson(await unpack(content)));
    return named(script[number % OF_A_SCRIPT]);
  }

  /**
   * @param {number} number
   * @param {LoadRange} loadRange
   * @returns {Promise<Document>}
   */
  async #byRange(number, loadRange) {
    const sizes = await this.pieces.get(`sizes/${Math.floor(number / OF_A_SIZE_TABLE)}`, async (content) => readNumbers(await unpack(content)));
    const place = number % OF_A_SIZE_TABLE;
    const start = sizes.slice(place - (place % OF_A_PACK), place).reduce((sum, size) => sum + size, 0) * UNIT;
    const pack = `packs/${Math.floor(number / OF_A_PACK)}.bin`;
    return this.pieces.get(`document ${number}`, readBlock, () => loadRange(pack, start, start + sizes[place] * UNIT));
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} block
 * @returns {Promise<Document>}
 */
async function readBlock(block) {
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0, true);
  return named(readJson(await inflate(block.slice(BYTES_OF_A_LENGTH, BYTES_OF_A_LENGTH + length))));
}

/**
 * @param {unknown[]} values in the order of NAMES
 * @returns {Document}
 */
function named(values) {
  return /** @type {Document} */ (/** @type {unknown} */ (Object.fromEntries(NAMES.map((name, place) => [name, values[place]]))));
}
