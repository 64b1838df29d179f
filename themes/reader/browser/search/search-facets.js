// What can be chosen beside the words: sources, authors and topics by their names, years by a chart. The counts come
// after the results, which don't wait for them.
import { mountFacet } from "./facet.js";
import { changedTo, isFiltered, KINDS, toggled } from "./search-state.js";
import { mountYears } from "./year-chart.js";

/** @typedef {import("./filters.js").Facets} Facets */
/** @typedef {import("./search-state.js").State} State */

/** As in search-page.css: here the filters stand beside the results. */
const BESIDE = "(min-width: 56rem)";

/**
 * @param {HTMLDetailsElement} element
 * @param {(wanted: State) => void} go
 * @returns {{wait: (state: State, total: number) => void, show: (counts: Facets | string, state: State) => void}} `wait` makes
 *   place for counts to come, `show` takes them, or the reason why there are none
 */
export function mountFacets(element, go) {
  const problem = /** @type {HTMLElement} */ (element.querySelector(".search-facets__problem"));
  const parts = /** @type {HTMLElement} */ (element.querySelector(".search-facets__parts"));
  const lists = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".facet"))];
  /** @type {State} */
  let shown;
  const names = KINDS.map((kind, place) => mountFacet(lists[place], {
    choose: (name) => go(toggled(shown, kind, name)),
    clear: () => go(changedTo(shown, { [kind]: [] })),
  }));
  const showYears = mountYears(lists[KINDS.length], (years) => go(changedTo(shown, { years })));
  const beside = matchMedia(BESIDE);
  const settle = () => { element.open = beside.matches; };
  beside.addEventListener("change", settle);
  settle();

  return {
    wait(state, total) {
      shown = state;
      element.hidden = total === 0 && !isFiltered(state);
      parts.setAttribute("aria-busy", "true");
    },
    show(counts, state) {
      shown = state;
      parts.setAttribute("aria-busy", "false");
      problem.hidden = typeof counts !== "string";
      problem.textContent = typeof counts === "string" ? `The filters are missing. ${counts}` : "";
      for (const list of lists) if (typeof counts === "string") list.hidden = true;
      if (typeof counts === "string") return;
      KINDS.forEach((kind, place) => names[place](counts.names[kind]));
      showYears(counts, state.years);
    },
  };
}
