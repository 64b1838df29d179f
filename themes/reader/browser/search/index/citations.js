// Citations of what was found, in the forms that reference managers read (plugins/search_index/citations.py).
import { unpack } from "./bytes.js";

/** @typedef {import("./pieces.js").Pieces} Pieces */
/** @typedef {"biblatex" | "ris" | "csl-json"} CitationFormat */
/** @typedef {[item: object, biblatex: string, ris: string]} Citation */

/** As in plugins/search_index/citations.py. */
const OF_A_SCRIPT = 128;
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** @type {Record<CitationFormat, (citations: Citation[]) => string>} the same as the files of the archive's lists */
const FORMATS = {
  biblatex: (citations) => citations.map(([, entry]) => entry).join("\n"),
  ris: (citations) => citations.map(([, , record]) => record).join("\n"),
  "csl-json": (citations) => `${JSON.stringify(citations.map(([item]) => item), null, 1)}\n`,
};

/**
 * @param {Pieces} pieces
 * @param {number[]} documents
 * @param {CitationFormat} format
 * @returns {Promise<string>} of those that have a citation, in this order
 */
export async function citationsOf(pieces, documents, format) {
  /** @type {Map<number, (Citation | null)[]>} */
  const scripts = new Map();
  // One by one: a large set needs most of the scripts, and other pieces shouldn't wait behind them all.
  for (const number of new Set(documents.map((document) => Math.floor(document / OF_A_SCRIPT)))) {
    scripts.set(number, await pieces.get(`citations/${number}`, async (content) => JSON.parse(UTF8.decode(await unpack(content)))));
  }
  const citations = documents.map((document) => scripts.get(Math.floor(document / OF_A_SCRIPT))?.[document % OF_A_SCRIPT] ?? null);
  return FORMATS[format](citations.filter((citation) => citation !== null));
}
