// A shard of the index: terms with their postings, as plugins/search_index/shards.py cut it.
import { readNumbers, readTerms, RiceReader, splitStreams } from "./bytes.js";

/**
 * @typedef {object} FieldPostings the documents that have a term in one field
 * @property {number[]} documents ascending
 * @property {number[]} counts how often each has it
 * @property {number[] | null} lengths of the field in each, in terms; null for the text, whose lengths the manifest has
 */

/**
 * @typedef {object} Entry a term of the index
 * @property {string} term
 * @property {number} rank the number of terms that are new in the same document before it
 * @property {Map<number, FieldPostings>} fields by the field's number
 */

/** @typedef {Map<string, Entry>} TermShard */

/**
 * @param {Uint8Array} bytes
 * @param {{text: number, documents: number}} index the number of the field of which postings say no lengths; how many
 *   documents the archive has
 * @returns {TermShard}
 */
export function readTermShard(bytes, { text, documents }) {
  const { streams: [terms, rankBytes, headBytes, gaps, weightBytes] } = splitStreams(bytes, 5);
  const [ranks, heads, weights] = [rankBytes, headBytes, weightBytes].map(readNumbers);
  const numbers = new RiceReader(gaps, documents);
  /** @type {TermShard} */
  const shard = new Map();
  let [head, weight] = [0, 0];
  readTerms(terms).forEach((term, number) => {
    /** @type {Entry["fields"]} */
    const fields = new Map();
    const mask = heads[head++];
    for (const field of fieldsIn(mask)) {
      const count = heads[head++];
      const documents = numbers.read(count);
      if (field === text) {
        fields.set(field, { documents, counts: weights.slice(weight, weight + count), lengths: null });
        weight += count;
        continue;
      }
      /** @type {{counts: number[], lengths: number[]}} */
      const { counts, lengths } = { counts: [], lengths: [] };
      for (let left = count; left > 0; left -= 1) {
        counts.push(weights[weight++]);
        lengths.push(weights[weight++]);
      }
      fields.set(field, { documents, counts, lengths });
    }
    shard.set(term, { term, rank: ranks[number], fields });
  });
  return shard;
}

/**
 * @param {number} mask
 * @returns {number[]} the numbers of the fields whose bits are set
 */
export function fieldsIn(mask) {
  /** @type {number[]} */
  const fields = [];
  for (let field = 0; mask >> field > 0; field += 1) if ((mask >> field) & 1) fields.push(field);
  return fields;
}
