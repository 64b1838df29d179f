// Which documents are kept by what was chosen beside the words, and how many there are of each choice.
import { foldLetters } from "../analyser/folding.js";
import { KINDS } from "./index/columns.js";

/** @typedef {import("./index/columns.js").Columns} Columns */
/** @typedef {import("./index/columns.js").Kind} Kind */
/** @typedef {import("./index/columns.js").Name} Name */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Query} Query */

/**
 * @typedef {object} Filters a document is kept if each part that is there keeps it: one of the names, a year in the range
 * @property {string[]} [source] names
 * @property {string[]} [author]
 * @property {string[]} [topic]
 * @property {{from: number, to: number}} [years]
 * @property {boolean} [excluded] whether what they would keep is what goes
 */

/**
 * @typedef {object} Facets
 * @property {Record<Kind, {name: Name, count: number, chosen: boolean}[]>} names those with the most documents first
 * @property {{year: number, count: number}[]} years ascending
 * @property {number} undated
 */

/** @typedef {(document: number) => boolean} Keeps */

/**
 * The filters that a reader typed. `author:blank` is one where an author is called so, and else words to be found in
 * the authors' names.
 *
 * @param {Query} query
 * @param {Columns} columns
 * @returns {Promise<{filters: Filters[], clauses: Clause[]}>}
 */
export async function filtersOfQuery({ names, years }, columns) {
  const read = await Promise.all(names.map(async ({ kind, name, quoted, excluded, clauses }) => {
    const isKnown = quoted || (await columns.names(kind)).some((known) => isSame(known.name, name));
    return isKnown ? { filters: [{ [kind]: [name], excluded }], clauses: [] } : { filters: [], clauses };
  }));
  const kept = read.flatMap(({ filters }) => filters);
  return {
    filters: [...joined(kept.filter(({ excluded }) => !excluded)), ...kept.filter(({ excluded }) => excluded), ...years.map(({ from, to, excluded }) => ({ years: { from, to }, excluded }))],
    clauses: read.flatMap(({ clauses }) => clauses),
  };
}

/**
 * @param {Filters[]} filters each with names of one kind
 * @returns {Filters[]} one for each kind: two sources mean either
 */
function joined(filters) {
  return KINDS.map((kind) => ({ [kind]: filters.flatMap((filter) => filter[kind] ?? []) })).filter((filter) => Object.values(filter)[0].length > 0);
}

/**
 * @param {Filters[]} filters
 * @param {Columns} columns
 * @returns {Promise<Keeps>}
 */
export async function filterOf(filters, columns) {
  const keeps = await Promise.all(filters.map(async (filter) => {
    const parts = await Promise.all([...KINDS.map((kind) => keepsNames(kind, filter[kind], columns)), keepsYears(filter.years, columns)]);
    const all = parts.filter((part) => part !== null);
    return filter.excluded && all.length > 0 ? (/** @type {number} */ document) => !all.every((keep) => keep(document)) : together(all);
  }));
  return together(keeps);
}

/**
 * @param {Keeps[]} parts
 * @returns {Keeps}
 */
function together(parts) {
  return (document) => parts.every((keeps) => keeps(document));
}

/**
 * @param {Kind} kind
 * @param {string[] | undefined} wanted
 * @param {Columns} columns
 * @returns {Promise<Keeps | null>} null where all are kept
 */
async function keepsNames(kind, wanted, columns) {
  if (wanted === undefined || wanted.length === 0) return null;
  const [names, column] = await Promise.all([columns.names(kind), columns.of(kind)]);
  const places = new Set(names.flatMap(({ name }, place) => (wanted.some((one) => isSame(one, name)) ? [place] : [])));
  return (document) => column[document].some((place) => places.has(place));
}

/**
 * @param {Filters["years"]} years
 * @param {Columns} columns
 * @returns {Promise<Keeps | null>}
 */
async function keepsYears(years, columns) {
  if (years === undefined) return null;
  const dates = await columns.dates();
  return (document) => dates.years[document] >= Math.max(1, years.from) && dates.years[document] <= years.to;
}

/**
 * A facet counts what would be found if nothing were chosen in it, so that a second choice beside the first shows what
 * it adds.
 *
 * @param {number[]} documents found, before what was chosen beside the words
 * @param {Filters} chosen
 * @param {Columns} columns
 * @returns {Promise<Facets>}
 */
export async function facetsOf(documents, chosen, columns) {
  const counted = await Promise.all(KINDS.map(async (kind) => {
    const keeps = await filterOf([{ ...chosen, [kind]: undefined }], columns);
    return [kind, await countNames(kind, documents.filter(keeps), chosen[kind] ?? [], columns)];
  }));
  const keeps = await filterOf([{ ...chosen, years: undefined }], columns);
  return { names: Object.fromEntries(counted), ...(await countYears(documents.filter(keeps), columns)) };
}

/**
 * @param {Kind} kind
 * @param {number[]} documents
 * @param {string[]} chosen
 * @param {Columns} columns
 * @returns {Promise<{name: Name, count: number, chosen: boolean}[]>}
 */
async function countNames(kind, documents, chosen, columns) {
  const [names, column] = await Promise.all([columns.names(kind), columns.of(kind)]);
  const counts = names.map(() => 0);
  for (const document of documents) for (const place of column[document]) counts[place] += 1;
  return names
    .map((name, place) => ({ name, count: counts[place], chosen: chosen.some((one) => isSame(one, name.name)) }))
    .filter(({ count, chosen: isChosen }) => count > 0 || isChosen)
    .sort((one, other) => other.count - one.count);
}

/**
 * @param {number[]} documents
 * @param {Columns} columns
 * @returns {Promise<{years: {year: number, count: number}[], undated: number}>}
 */
async function countYears(documents, columns) {
  const dates = await columns.dates();
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const document of documents) counts.set(dates.years[document], (counts.get(dates.years[document]) ?? 0) + 1);
  const undated = counts.get(0) ?? 0;
  counts.delete(0);
  return { years: Array.from(counts, ([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year), undated };
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean} whether the two names differ in capitals, accents and signs at most
 */
function isSame(one, other) {
  return foldLetters(one) === foldLetters(other);
}
