// The forms in which plugins/search_index/streams.py writes numbers and terms.

const SEVEN_BITS = 127;
/** A byte below this is in no term: it says how many bytes a term shares with the one before. */
const FIRST_OF_A_TERM = 32;
// ignoreBOM, or a term that starts with U+FEFF would lose it.
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * @param {string} text base64 of deflated bytes
 * @returns {Promise<Uint8Array>}
 */
export function unpack(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return inflate(bytes);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes deflated, without a header
 * @returns {Promise<Uint8Array>}
 */
export async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * @param {Uint8Array} bytes
 * @returns {number[]} all numbers of a stream
 */
export function readNumbers(bytes) {
  /** @type {number[]} */
  const numbers = [];
  let [number, weight] = [0, 1];
  for (const byte of bytes) {
    number += (byte & SEVEN_BITS) * weight;
    weight *= SEVEN_BITS + 1;
    if (byte > SEVEN_BITS) continue;
    numbers.push(number);
    [number, weight] = [0, 1];
  }
  return numbers;
}

/**
 * @param {Uint8Array} bytes
 * @returns {string[]} the terms of a stream, in order
 */
export function readTerms(bytes) {
  /** @type {string[]} */
  const terms = [];
  let before = new Uint8Array(0);
  for (let start = 0; start < bytes.length;) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] >= FIRST_OF_A_TERM) end += 1;
    const term = new Uint8Array(bytes[start] + end - start - 1);
    term.set(before.subarray(0, bytes[start]));
    term.set(bytes.subarray(start + 1, end), bytes[start]);
    terms.push(UTF8.decode(term));
    [before, start] = [term, end];
  }
  return terms;
}

/**
 * @param {Uint8Array} bytes a piece of the index
 * @param {number} streams how many are in it
 * @returns {{count: number, streams: Uint8Array[]}} how many things it holds, and each stream's bytes
 */
export function splitStreams(bytes, streams) {
  let end = 0;
  for (let numbers = 0; numbers <= streams; end += 1) if (bytes[end] <= SEVEN_BITS) numbers += 1;
  const [count, ...sizes] = readNumbers(bytes.subarray(0, end));
  return {
    count,
    streams: sizes.map((size) => {
      end += size;
      return bytes.subarray(end - size, end);
    }),
  };
}

/**
 * @param {number[]} gaps
 * @param {number} from the first of those wanted
 * @param {number} count
 * @returns {number[]} the sums from there on
 */
export function summed(gaps, from, count) {
  let sum = 0;
  return gaps.slice(from, from + count).map((gap) => (sum += gap));
}
