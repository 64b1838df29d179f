// Of each document its date, source, authors and topics, for facets and filters (plugins/search_index/columns.py).
import { readJson, readNumbers, splitStreams, unpack } from "./bytes.js";

/** @typedef {import("./pieces.js").Pieces} Pieces */
/** @typedef {"source" | "author" | "topic"} Kind */
/** @typedef {{name: string, address: string, count: number}} Name of a source, an author or a topic, and its articles */

/**
 * @typedef {object} Dates of each document; 0 for what is not known
 * @property {number[]} years
 * @property {number[]} months
 * @property {number[]} days
 */

/** @type {Kind[]} */
export const KINDS = ["source", "author", "topic"];

export class Columns {
  /** @param {Pieces} pieces */
  constructor(pieces) {
    this.pieces = pieces;
  }

  /**
   * @param {Kind} kind
   * @returns {Promise<Name[]>} those with the most articles first; a document's numbers are places in this list
   */
  async names(kind) {
    const told = await this.pieces.get("names", async (content) => /** @type {Record<Kind, [string, string, number][]>} */ (readJson(await unpack(content))));
    return told[kind].map(([name, address, count]) => ({ name, address, count }));
  }

  /**
   * @param {Kind} kind
   * @returns {Promise<number[][]>} of each document, its names
   */
  of(kind) {
    return this.pieces.get(`columns/${kind}`, async (content) => {
      const [counts, places] = splitStreams(await unpack(content), 2).streams.map(readNumbers);
      let end = 0;
      return counts.map((count) => places.slice(end, (end += count)));
    });
  }

  /** @returns {Promise<Dates>} */
  dates() {
    return this.pieces.get("columns/date", async (content) => {
      const [years, months, days] = splitStreams(await unpack(content), 3).streams.map(readNumbers);
      return { years, months, days };
    });
  }
}
