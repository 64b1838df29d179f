// A piece of the positions: words as they are written, with the places where they stand (plugins/search_index/phrases.py).
import { readNumbers, readTerms, RiceReader, splitStreams, summed } from "./bytes.js";
import { fieldsIn } from "./term-shard.js";

/**
 * @typedef {object} Places
 * @property {number[]} positions of the word in one field of one document, ascending
 * @property {number[]} runs the stop words right before each, as a number (see `runNumber`)
 */

/** @typedef {Map<number, Places>} PlacesByDocument */

/**
 * @typedef {object} WordEntry
 * @property {string} word
 * @property {number} documents how many have it in their text; where none has, in their title
 * @property {() => Map<number, PlacesByDocument>} byField by the field's number; read when it is asked for
 */

/** @typedef {Map<string, WordEntry>} PositionShard */
/** @typedef {{field: number, documents: number[], row: number, place: number}} Group of places, from `place` on, in documents whose counts start at `row` */

const ESCAPED_RUN = 127;
/** A run of stop words is a number to this base, the word nearest to its end in the lowest place. */
const BASE = 64;
const LONGEST_RUN = 8;

/**
 * @param {number[]} stops numbers of stop words, from 1, in their order
 * @returns {number}
 */
export function runNumber(stops) {
  return stops.slice(-LONGEST_RUN).reduce((run, stop) => run * BASE + stop, 0);
}

/**
 * @param {number} run
 * @param {number[]} stops
 * @returns {boolean}
 */
export function endsWith(run, stops) {
  return run % BASE ** Math.min(stops.length, LONGEST_RUN) === runNumber(stops);
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} frequentRuns those that codes stand for, from 1
 * @param {number} all how many documents the archive has
 * @returns {PositionShard}
 */
export function readPositionShard(bytes, frequentRuns, all) {
  const { streams: [words, headBytes, gaps, countBytes, stepBytes, runs] } = splitStreams(bytes, 6);
  const [heads, counts, steps] = [headBytes, countBytes, stepBytes].map(readNumbers);
  const read = { counts, steps, runs: readRuns(runs, frequentRuns) };
  const numbers = new RiceReader(gaps, all);
  /** @type {PositionShard} */
  const shard = new Map();
  let [head, row, place] = [0, 0, 0];
  for (const word of readTerms(words)) {
    /** @type {Group[]} */
    const groups = [];
    for (const field of fieldsIn(heads[head++])) {
      const documents = numbers.read(heads[head++]);
      groups.push({ field, documents, row, place });
      for (const _ of documents) place += counts[row++];
    }
    const byField = () => new Map(groups.map((group) => [group.field, placesIn(read, group)]));
    shard.set(word, { word, documents: groups[groups.length - 1].documents.length, byField });
  }
  return shard;
}

/**
 * @param {{counts: number[], steps: number[], runs: number[]}} read
 * @param {Group} group
 * @returns {PlacesByDocument}
 */
function placesIn({ counts, steps, runs }, { documents, row, place }) {
  /** @type {PlacesByDocument} */
  const places = new Map();
  let start = place;
  documents.forEach((document, number) => {
    const count = counts[row + number];
    places.set(document, { positions: summed(steps, start, count), runs: runs.slice(start, start + count) });
    start += count;
  });
  return places;
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} frequentRuns
 * @returns {number[]}
 */
function readRuns(bytes, frequentRuns) {
  /** @type {number[]} */
  const runs = [];
  for (let place = 0; place < bytes.length;) {
    const code = bytes[place++];
    if (code !== ESCAPED_RUN) {
      runs.push(code === 0 ? 0 : frequentRuns[code - 1]);
      continue;
    }
    const length = bytes[place++];
    runs.push(runNumber(Array.from(bytes.subarray(place, place + length)).reverse()));
    place += length;
  }
  return runs;
}
