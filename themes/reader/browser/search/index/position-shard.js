// A piece of the positions: words as they are written, with the places where they stand (plugins/search_index/phrases.py).
import { readNumbers, readTerms, splitStreams, summed } from "./bytes.js";
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
 * @returns {PositionShard}
 */
export function readPositionShard(bytes, frequentRuns) {
  const { streams: [words, heads, gaps, counts, steps, runs] } = splitStreams(bytes, 6);
  const numbers = [heads, gaps, counts, steps].map(readNumbers);
  const read = { gaps: numbers[1], counts: numbers[2], steps: numbers[3], runs: readRuns(runs, frequentRuns) };
  /** @type {PositionShard} */
  const shard = new Map();
  let [head, row, place] = [0, 0, 0];
  for (const word of readTerms(words)) {
    /** @type {{field: number, documents: number, row: number, place: number}[]} */
    const groups = [];
    for (const field of fieldsIn(numbers[0][head++])) {
      const documents = numbers[0][head++];
      groups.push({ field, documents, row, place });
      for (let number = 0; number < documents; number += 1) place += read.counts[row++];
    }
    const byField = () => new Map(groups.map((group) => [group.field, placesIn(read, group)]));
    shard.set(word, { word, documents: groups[groups.length - 1].documents, byField });
  }
  return shard;
}

/**
 * @param {{gaps: number[], counts: number[], steps: number[], runs: number[]}} read
 * @param {{documents: number, row: number, place: number}} group
 * @returns {PlacesByDocument}
 */
function placesIn({ gaps, counts, steps, runs }, { documents, row, place }) {
  /** @type {PlacesByDocument} */
  const places = new Map();
  let start = place;
  summed(gaps, row, documents).forEach((document, number) => {
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
