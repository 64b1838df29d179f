// What the jump box suggests for the words in it: in which groups, in which order, and where each leads.

/** @typedef {import("./engine.js").TitleHit} TitleHit */
/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./index/columns.js").Kind} Kind */
/** @typedef {import("./index/columns.js").Name} Name */

/**
 * @typedef {object} Option
 * @property {Piece[]} text with its parts that stand out
 * @property {string} detail
 * @property {boolean} beneath whether the detail has a line of its own
 * @property {string | null} language of the text, where it is known
 * @property {string | null} address from the archive's root; null for words to search for
 * @property {string} fill what to search for; empty for what has an address
 */

/** @typedef {{label: string, options: Option[]}} Group */

/**
 * @typedef {object} Found
 * @property {string[]} words that the last word may become
 * @property {TitleHit[]} titles
 * @property {{kind: Kind, name: Name}[]} names
 */

/** @type {ReadonlyArray<[kind: Kind, label: string]>} */
const KINDS = [["author", "Authors"], ["topic", "Topics"], ["source", "Sources"]];
const MOST_OF_A_KIND = 3;
const LAST_WORD = /[\p{L}\p{M}\p{N}'’]+$/u;

/**
 * @param {string} text what the reader typed
 * @param {Found} found
 * @returns {Group[]} those that have something
 */
export function groupsOf(text, { words, titles, names }) {
  const groups = [
    { label: "Search for", options: words.map((word) => wordOption(text, word)).filter(({ fill }) => fill !== text.trim().toLowerCase()) },
    { label: "Articles", options: titles.map(titleOption) },
    ...KINDS.map(([kind, label]) => ({
      label,
      options: names.filter((one) => one.kind === kind).slice(0, MOST_OF_A_KIND).map(({ name }) => nameOption(name)),
    })),
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/**
 * @param {string} text
 * @param {string} word
 * @returns {string} the text with this for its last word
 */
export function completed(text, word) {
  return text.replace(LAST_WORD, () => word);
}

/**
 * @param {number} active the number of the active option, -1 for none: the reader is in the text field
 * @param {number} step 1 or -1
 * @param {number} count
 * @returns {number} from the last option on, and back from the first, the way leads through the text field
 */
export function moved(active, step, count) {
  const places = count + 1;
  return ((active + 1 + step + places) % places) - 1;
}

/**
 * @param {number} count
 * @returns {string} for a screen reader
 */
export function spoken(count) {
  if (count === 0) return "No suggestions";
  return count === 1 ? "1 suggestion" : `${count} suggestions`;
}

/**
 * @param {Option} one
 * @param {Option | undefined} other
 * @returns {boolean}
 */
export function isSame(one, other) {
  return one.address === other?.address && one.fill === other.fill;
}

/**
 * @param {string} text
 * @param {string} word
 * @returns {Option}
 */
function wordOption(text, word) {
  const typed = LAST_WORD.exec(text)?.[0] ?? "";
  const fill = completed(text, word);
  const known = word.startsWith(typed.toLowerCase()) ? typed.length : 0;
  const border = fill.length - word.length + known;
  const pieces = [{ text: fill.slice(0, border), hit: false }, { text: fill.slice(border), hit: true }];
  return { text: pieces.filter((piece) => piece.text !== ""), detail: "", beneath: false, language: null, address: null, fill: fill.trim() };
}

/**
 * @param {TitleHit} hit
 * @returns {Option}
 */
function titleOption({ title, label, source, publishedText, language, address }) {
  const detail = [source, publishedText].filter((part) => part).join(" · ");
  return { text: title ?? [{ text: label, hit: false }], detail, beneath: true, language, address, fill: "" };
}

/**
 * @param {Name} name
 * @returns {Option}
 */
function nameOption({ name, count, address }) {
  const detail = count === 1 ? "1 article" : `${count.toLocaleString("en")} articles`;
  return { text: [{ text: name, hit: false }], detail, beneath: false, language: null, address, fill: "" };
}
