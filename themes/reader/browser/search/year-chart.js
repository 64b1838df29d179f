// The years of what was found: a chart to drag over or to click on, and two fields that do the same for everybody.
import { button, element } from "../element.js";
import { counted } from "./answer-lines.js";
import { endsOf, spokenYears, yearsBetween } from "./search-state.js";
import { across, binAt, binsOf, isWithin, yearsToChoose } from "./year-bins.js";

/** @typedef {import("./filters.js").Facets} Facets */
/** @typedef {import("./search-state.js").Years} Years */
/** @typedef {import("./year-bins.js").Bin} Bin */
/** @typedef {import("./year-bins.js").YearCount} YearCount */

const SVG = "http://www.w3.org/2000/svg";
/** In percent: the width of a bar in its place, at most in the chart, and the least height of one that isn't empty. */
const BAR = 78;
const WIDEST = 9;
const LEAST = 4;

/**
 * @param {HTMLElement} facet
 * @param {(years: Years | null) => void} choose
 * @returns {(counts: Facets, chosen: Years | null) => void}
 */
export function mountYears(facet, choose) {
  const clearing = button("facet__clear", "Clear", () => {
    choose(null);
    from.focus({ preventScroll: true });
  });
  clearing.setAttribute("aria-label", "Clear years");
  const chart = mountChart(choose);
  const [from, to] = [yearField("from", hear), yearField("to", hear)];
  const fields = element("p", "year-facet__fields", labelled("From", from), labelled("To", to));
  const undated = element("p", "year-facet__undated");
  facet.querySelector(".facet__head")?.append(clearing);
  facet.append(chart.element, fields, undated);

  function hear() {
    choose(yearsBetween(from.value === "" ? null : Number(from.value), to.value === "" ? null : Number(to.value)));
  }

  return function show({ years, undated: without }, chosen) {
    const ends = endsOf(chosen);
    const choosable = yearsToChoose(years, [ends.from, ends.to]);
    offer(from, choosable, ends.from);
    offer(to, choosable, ends.to);
    chart.show(binsOf(choosable), chosen);
    clearing.hidden = chosen === null;
    facet.hidden = choosable.length === 0 && without === 0;
    fields.hidden = choosable.length === 0;
    undated.hidden = without === 0;
    undated.textContent = `${counted(without)} without a date${chosen === null ? "" : ", left out"}`;
  };
}

/**
 * @param {string} name
 * @param {() => void} hear
 * @returns {HTMLSelectElement}
 */
function yearField(name, hear) {
  const field = element("select", "year-facet__field");
  field.name = name;
  field.addEventListener("change", hear);
  return field;
}

/**
 * @param {string} label
 * @param {HTMLSelectElement} field
 * @returns {HTMLLabelElement}
 */
function labelled(label, field) {
  return element("label", "year-facet__end", label, field);
}

/**
 * @param {HTMLSelectElement} field
 * @param {YearCount[]} years
 * @param {number | null} chosen
 */
function offer(field, years, chosen) {
  const options = years.map(({ year, count }) => new Option(`${year} (${count.toLocaleString("en")})`, String(year)));
  field.replaceChildren(new Option("any", ""), ...options);
  field.value = chosen === null ? "" : String(chosen);
}

/**
 * The chart is for those who point: all that it does, the fields do too.
 *
 * @param {(years: Years | null) => void} choose
 * @returns {{element: HTMLElement, show: (bins: Bin[], chosen: Years | null) => void}}
 */
function mountChart(choose) {
  const bars = /** @type {SVGSVGElement} */ (document.createElementNS(SVG, "svg"));
  bars.setAttribute("class", "year-chart__bars");
  const [first, told, last] = ["first", "told", "last"].map((part) => element("span", `year-chart__${part}`));
  const chart = element("div", "year-chart", bars, element("p", "year-chart__line", first, told, last));
  chart.setAttribute("aria-hidden", "true");
  /** @type {Bin[]} */
  let bins = [];
  /** @type {Years | null} */
  let chosen = null;
  /** @type {number | null} the bar where the pointer was pressed */
  let start = null;

  /** @param {PointerEvent} event */
  function placeOf(event) {
    const { left, width } = bars.getBoundingClientRect();
    return binAt((event.clientX - left) / width, bins.length);
  }

  /** @param {Years | null} years */
  function light(years) {
    [...bars.children].forEach((bar, place) => bar.classList.toggle("year-chart__bin--out", !isWithin(bins[place], years)));
  }

  /** @param {Bin | null} range */
  function tell(range) {
    told.textContent = range === null ? "" : `${spokenYears(range)}: ${range.count.toLocaleString("en")}`;
  }

  bars.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || bins.length === 0) return;
    start = placeOf(event);
    bars.setPointerCapture(event.pointerId);
    light(bins[start]);
  });
  bars.addEventListener("pointermove", (event) => {
    if (bins.length === 0) return;
    const range = across(bins, start ?? placeOf(event), placeOf(event));
    tell(range);
    if (start !== null) light(range);
  });
  bars.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const { from, to } = across(bins, start, placeOf(event));
    start = null;
    choose(chosen !== null && chosen.from === from && chosen.to === to ? null : { from, to });
  });
  bars.addEventListener("pointercancel", () => {
    start = null;
    light(chosen);
  });
  bars.addEventListener("pointerleave", () => tell(null));

  return {
    element: chart,
    show(shown, years) {
      [bins, chosen, start] = [shown, years, null];
      chart.hidden = bins.length === 0;
      const most = Math.max(1, ...bins.map(({ count }) => count));
      bars.replaceChildren(...bins.map((bin, place) => bar(bin, place, bins.length, most)));
      light(years);
      first.textContent = String(bins[0]?.from ?? "");
      last.textContent = bins.length > 1 ? String(bins[bins.length - 1].to) : "";
    },
  };
}

/**
 * @param {Bin} bin
 * @param {number} place
 * @param {number} bins
 * @param {number} most articles in a bar
 * @returns {SVGGElement}
 */
function bar({ count }, place, bins, most) {
  const group = /** @type {SVGGElement} */ (document.createElementNS(SVG, "g"));
  group.setAttribute("class", "year-chart__bin");
  const width = 100 / bins;
  const thick = Math.min(WIDEST, (width * BAR) / 100);
  const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * 100);
  group.append(
    rectangle("year-chart__place", place * width, width, 100),
    rectangle("year-chart__bar", place * width + (width - thick) / 2, thick, height),
  );
  return group;
}

/**
 * @param {string} className
 * @param {number} x in percent, like all of its measures
 * @param {number} width
 * @param {number} height from the ground
 * @returns {SVGRectElement}
 */
function rectangle(className, x, width, height) {
  const made = /** @type {SVGRectElement} */ (document.createElementNS(SVG, "rect"));
  made.setAttribute("class", className);
  const measures = { x, y: 100 - height, width, height };
  for (const [name, value] of Object.entries(measures)) made.setAttribute(name, `${value}%`);
  return made;
}
