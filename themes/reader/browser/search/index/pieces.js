// The pieces of the index that were loaded, made ready for use; those used last are kept, in bounds.

/** Bytes of loaded pieces; what they are decoded to takes some times as much. */
const MOST_BYTES = 8_000_000;

/** @typedef {(name: string) => Promise<unknown>} Load the content of a script of the index, by its name */

/**
 * @template Piece
 * @typedef {object} Kept
 * @property {Promise<Piece>} piece
 * @property {number} bytes
 */

export class Pieces {
  /** @type {Load} */
  #load;
  /** @type {Map<string, Kept<unknown>>} in the order of their last use */
  #kept = new Map();
  #bytes = 0;

  /** @param {Load} load */
  constructor(load) {
    this.#load = load;
  }

  /**
   * @template Piece
   * @param {string} name
   * @param {(content: any) => Piece | Promise<Piece>} read makes the piece of what was loaded
   * @param {Load} [load] for what is no script of the index
   * @returns {Promise<Piece>} rejects where it could not be loaded, and is tried again when it is next asked for
   */
  get(name, read, load = this.#load) {
    const known = this.#kept.get(name);
    if (known) {
      this.#kept.delete(name);
      this.#kept.set(name, known);
      return /** @type {Promise<Piece>} */ (known.piece);
    }
    /** @type {Kept<Piece>} */
    const kept = { bytes: 0, piece: this.#fetch(name, read, load) };
    this.#kept.set(name, kept);
    return kept.piece;
  }

  /**
   * @template Piece
   * @param {string} name
   * @param {(content: any) => Piece | Promise<Piece>} read
   * @param {Load} load
   * @returns {Promise<Piece>}
   */
  async #fetch(name, read, load) {
    try {
      const content = await load(name);
      this.#count(name, sizeOf(content));
      return await readWhole(name, content, read);
    } catch (problem) {
      this.#kept.delete(name);
      throw problem;
    }
  }

  /**
   * @param {string} name
   * @param {number} bytes
   */
  #count(name, bytes) {
    const kept = this.#kept.get(name);
    if (!kept) return;
    kept.bytes = bytes;
    this.#bytes += bytes;
    for (const [oldest, { bytes: its }] of this.#kept) {
      if (this.#bytes <= MOST_BYTES || oldest === name) break;
      this.#kept.delete(oldest);
      this.#bytes -= its;
    }
  }
}

/**
 * @param {unknown} content
 * @returns {number}
 */
function sizeOf(content) {
  return typeof content === "string" || content instanceof Uint8Array ? content.length : 0;
}

/**
 * @template Piece
 * @param {string} name
 * @param {unknown} content
 * @param {(content: any) => Piece | Promise<Piece>} read
 * @returns {Promise<Piece>}
 */
async function readWhole(name, content, read) {
  try {
    return await read(content);
  } catch (problem) {
    // A reader is told which file it is; what a decoder says of its bytes helps nobody.
    throw new Error(`${name}.js is damaged.`, { cause: problem });
  }
}
