// The forms in which plugins/search_index/streams.py writes numbers and terms.

const SEVEN_BITS = 127;
/** A byte below this is in no term: it says how many bytes a term shares with the one before. */
const FIRST_OF_A_TERM = 32;
const BITS_OF_A_PAIR = 13;
const CHARACTERS = 91;
const FIRST_CHARACTER = 35;
const BACKSLASH = 92;
/** Of each character its place in the alphabet from # to ~, which has no backslash. */
const DIGITS = Uint8Array.from({ length: 127 }, (_, character) => character - FIRST_CHARACTER - Number(character > BACKSLASH));
// ignoreBOM, or a term that starts with U+FEFF would lose it.
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * @param {string} text as `as_text` writes deflated bytes
 * @returns {Promise<Uint8Array>}
 */
export function unpack(text) {
  const tooMany = Number(text[0]);
  const bytes = new Uint8Array((((text.length - 1) / 2) * BITS_OF_A_PAIR) >> 3);
  let [bits, held, place] = [0, 0, 0];
  for (let pair = 1; pair < text.length; pair += 2) {
    bits = ((bits << BITS_OF_A_PAIR) | (DIGITS[text.charCodeAt(pair)] * CHARACTERS + DIGITS[text.charCodeAt(pair + 1)])) & 0xfffff;
    held += BITS_OF_A_PAIR;
    for (; held >= 8; held -= 8) bytes[place++] = bits >> (held - 8);
  }
  return inflate(bytes.slice(0, bytes.length - tooMany));
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes deflated, without a header
 * @returns {Promise<Uint8Array>}
 */
export async function inflate(bytes) {
  // Written to the stream by hand: a Blob's own stream comes through another process, and takes ten times as long.
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const isWritten = writer.write(bytes).then(() => writer.close());
  const [inflated] = await Promise.all([new Response(readable).arrayBuffer(), isWritten]);
  return new Uint8Array(inflated);
}

/**
 * @param {Uint8Array} bytes
 * @returns {number[]} all numbers of a stream
 */
export function readNumbers(bytes) {
  /** @type {number[]} */
  const numbers = [];
  let [number, weight] = [0, 1];
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place];
    number += (byte & SEVEN_BITS) * weight;
    weight *= SEVEN_BITS + 1;
    if (byte > SEVEN_BITS) continue;
    numbers.push(number);
    [number, weight] = [0, 1];
  }
  return numbers;
}

/**
 * @param {Uint8Array} bytes of JSON
 * @returns {any}
 */
export function readJson(bytes) {
  return JSON.parse(UTF8.decode(bytes));
}

/**
 * @param {Uint8Array} bytes
 * @returns {string[]} the terms of a stream, in order
 */
export function readTerms(bytes) {
  /** @type {string[]} */
  const terms = [];
  const term = new Uint8Array(bytes.length + FIRST_OF_A_TERM);
  for (let start = 0; start < bytes.length;) {
    let end = start + 1;
    while (end < bytes.length && bytes[end] >= FIRST_OF_A_TERM) end += 1;
    // What is shared stands there already.
    term.set(bytes.subarray(start + 1, end), bytes[start]);
    terms.push(UTF8.decode(term.subarray(0, bytes[start] + end - start - 1)));
    start = end;
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

/** Ascending numbers, told by their gaps in Rice's code. */
export class RiceReader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} most that all numbers are below
   */
  constructor(bytes, most) {
    this.bytes = bytes;
    this.most = most;
    this.bit = 0;
  }

  /**
   * One loop without a call: most browsers run it once, before they have compiled it.
   *
   * @param {number} count
   * @returns {number[]} the next numbers
   */
  read(count) {
    const { bytes } = this;
    const parameter = this.parameter(count);
    /** @type {number[]} */
    const numbers = [];
    let [bit, last] = [this.bit, -1];
    for (let left = count; left > 0; left -= 1) {
      let gap = 1;
      for (; (bytes[bit >> 3] << (bit & 7)) & 128; bit += 1) gap += 1 << parameter;
      bit += 1;
      const at = bit >> 3;
      const next = ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) << (bit & 7);
      last += gap + ((next >>> 1) >>> (31 - parameter));
      bit += parameter;
      numbers.push(last);
    }
    this.bit = bit;
    return numbers;
  }

  /**
   * @param {number} count
   * @returns {number} as `rice_parameters` has it in plugins/search_index/streams.py
   */
  parameter(count) {
    let bits = 0;
    while (count * 2 ** (bits + 1) * 100 <= this.most * 69) bits += 1;
    return bits;
  }
}
