// What a reader asks of the search page, and the address that says it: ?q=…&source=…&author=…&topic=…&years=2014-2017
// &sort=newest&page=2. Such an address can be kept, sent on and gone back to.
import { SORTS } from "./order.js";

/** @typedef {import("./index/columns.js").Kind} Kind */
/** @typedef {import("./order.js").Sort} Sort */
/** @typedef {{from: number, to: number}} Years */

/**
 * @typedef {object} State
 * @property {string} text
 * @property {string[]} source names that were chosen
 * @property {string[]} author
 * @property {string[]} topic
 * @property {Years | null} years
 * @property {Sort | null} sort null for the one that suits the question
 * @property {number} page from 1
 */

/** @typedef {{kind: Kind | "years", name: string, without: State}} Choice one filter, and what is asked once it goes */

/** @type {Kind[]} in the order in which readers see them */
export const KINDS = ["source", "author", "topic"];
const YEARS = /^(?:(\d{1,4})|(\d{1,4})?-(\d{1,4})?)$/u;
const LAST_YEAR = 9999;

/**
 * @param {string} search as in location.search; what can't be read in it is as if it weren't there
 * @returns {State}
 */
export function stateIn(search) {
  const told = new URLSearchParams(search);
  /** @param {string} key */
  const names = (key) => Array.from(new Set(told.getAll(key).map((name) => name.trim()).filter((name) => name !== "")));
  const sort = SORTS.find((known) => known === told.get("sort")) ?? null;
  const page = /^[1-9]\d{0,5}$/u.test(told.get("page") ?? "") ? Number(told.get("page")) : 1;
  return {
    text: told.get("q") ?? "", source: names("source"), author: names("author"), topic: names("topic"),
    years: readYears(told.get("years") ?? ""), sort, page,
  };
}

/**
 * @param {string} path as in location.pathname
 * @param {State} state
 * @returns {string}
 */
export function stateAddress(path, state) {
  const told = new URLSearchParams();
  if (state.text.trim() !== "") told.set("q", state.text.trim());
  for (const kind of KINDS) for (const name of state[kind]) told.append(kind, name);
  if (state.years !== null) told.set("years", writtenYears(state.years));
  if (state.sort !== null) told.set("sort", state.sort);
  if (state.page > 1) told.set("page", String(state.page));
  return told.size === 0 ? path : `${path}?${told}`;
}

/**
 * @param {State} state
 * @returns {boolean} whether there is anything to look for
 */
export function asksSomething(state) {
  return state.text.trim() !== "" || isFiltered(state);
}

/**
 * @param {State} state
 * @returns {boolean}
 */
export function isFiltered(state) {
  return state.years !== null || KINDS.some((kind) => state[kind].length > 0);
}

/**
 * @param {State} state
 * @param {boolean} typing whether the last word may be unfinished
 * @returns {import("./engine.js").Question}
 */
export function questionOf({ text, source, author, topic, years, sort }, typing) {
  return { text, filters: { source, author, topic, ...(years === null ? {} : { years }) }, sort: sort ?? "relevance", typing };
}

/**
 * @param {State} state
 * @param {Partial<State>} changed
 * @returns {State} from its first page on, unless another one is told
 */
export function changedTo(state, changed) {
  return { ...state, page: 1, ...changed };
}

/**
 * @param {State} state
 * @param {Kind} kind
 * @param {string} name
 * @returns {State} with the name chosen, or no longer so
 */
export function toggled(state, kind, name) {
  const others = state[kind].filter((one) => one !== name);
  return changedTo(state, { [kind]: others.length < state[kind].length ? others : [...state[kind], name] });
}

/**
 * @param {State} state
 * @returns {State} without any filter
 */
export function unfiltered(state) {
  return changedTo(state, { source: [], author: [], topic: [], years: null });
}

/**
 * @param {State} state
 * @returns {Choice[]}
 */
export function choicesOf(state) {
  const names = KINDS.flatMap((kind) => state[kind].map((name) => ({ kind, name, without: toggled(state, kind, name) })));
  if (state.years === null) return names;
  return [...names, { kind: "years", name: spokenYears(state.years), without: changedTo(state, { years: null }) }];
}

/**
 * @param {string} written such as 2014-2017, 2014, 2014- or -2017
 * @returns {Years | null}
 */
function readYears(written) {
  const [, one, first, last] = YEARS.exec(written) ?? [];
  const [from, to] = [one ?? first, one ?? last].map((year) => (year === undefined ? null : Number(year)));
  return yearsBetween(from, to);
}

/**
 * @param {Years} years
 * @returns {string}
 */
function writtenYears({ from, to }) {
  if (from === to) return String(from);
  return `${from > 0 ? from : ""}-${to < LAST_YEAR ? to : ""}`;
}

/**
 * @param {Years} years
 * @returns {string} to be read
 */
export function spokenYears({ from, to }) {
  if (from === to) return String(from);
  if (to >= LAST_YEAR) return `since ${from}`;
  return from <= 0 ? `until ${to}` : `${from}–${to}`;
}

/**
 * @param {number | null} from null for any
 * @param {number | null} to
 * @returns {Years | null}
 */
export function yearsBetween(from, to) {
  if (from === null && to === null) return null;
  const [first, last] = [from ?? 0, to ?? LAST_YEAR];
  return { from: Math.min(first, last), to: Math.max(first, last) };
}

/**
 * @param {Years | null} years
 * @returns {{from: number | null, to: number | null}} null for an end that is open
 */
export function endsOf(years) {
  if (years === null) return { from: null, to: null };
  return { from: years.from > 0 ? years.from : null, to: years.to < LAST_YEAR ? years.to : null };
}
