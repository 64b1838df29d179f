// The years of what was found as bars: one for each year, or for some of them where the years are many.

/** @typedef {{year: number, count: number}} YearCount */
/** @typedef {{from: number, to: number, count: number}} Bin */
/** @typedef {import("./search-state.js").Years} Years */

const SPANS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Thinner bars than of so many can't be told apart in a narrow column. */
const MOST_BINS = 40;

/**
 * @param {YearCount[]} years ascending
 * @returns {Bin[]} from the first of the years to the last, those without articles included
 */
export function binsOf(years) {
  if (years.length === 0) return [];
  const [first, last] = [years[0].year, years[years.length - 1].year];
  const span = SPANS.find((one) => Math.floor(last / one) - Math.floor(first / one) < MOST_BINS) ?? 1000;
  const start = Math.floor(first / span);
  const bins = Array.from({ length: Math.floor(last / span) - start + 1 }, (_, place) => {
    const from = (start + place) * span;
    return { from, to: from + span - 1, count: 0 };
  });
  for (const { year, count } of years) bins[Math.floor(year / span) - start].count += count;
  return bins;
}

/**
 * @param {number} part of the chart's width, from 0 to 1; beyond its ends, the bar there is meant
 * @param {number} bins how many
 * @returns {number} the bar's place
 */
export function binAt(part, bins) {
  return Math.min(bins - 1, Math.max(0, Math.floor(part * bins)));
}

/**
 * @param {Bin[]} bins
 * @param {number} one the place of a bar
 * @param {number} other
 * @returns {Bin} all from the one to the other
 */
export function across(bins, one, other) {
  const some = bins.slice(Math.min(one, other), Math.max(one, other) + 1);
  return { from: some[0].from, to: some[some.length - 1].to, count: some.reduce((sum, { count }) => sum + count, 0) };
}

/**
 * @param {Bin} bin
 * @param {Years | null} years chosen
 * @returns {boolean} whether they have some of it
 */
export function isWithin({ from, to }, years) {
  return years === null || (to >= years.from && from <= years.to);
}

/**
 * @param {YearCount[]} years ascending
 * @param {(number | null)[]} chosen years that must be there, though nothing was found in them
 * @returns {YearCount[]}
 */
export function yearsToChoose(years, chosen) {
  const lacking = new Set(chosen.filter((year) => year !== null && !years.some((known) => known.year === year)));
  const added = Array.from(lacking, (year) => ({ year: Number(year), count: 0 }));
  return [...years, ...added].sort((one, other) => one.year - other.year);
}
