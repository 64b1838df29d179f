// What can be chosen beside the words: sources, authors and topics by their names, years by a chart. The counts come
// after the results, which don't wait for them.
import { changedTo, isFiltered, KINDS, toggled } from "./search-state.js";

/** @typedef {import("./filters.js").Facets} Facets */
/** @typedef {import("./later-parts.js").LaterParts} LaterParts */
/** @typedef {import("./search-state.js").State} State */

/** As in search-page.css: here the filters stand beside the results. */
const BESIDE = "(min-width: 56rem)";

/**
 * @param {HTMLDetailsElement} element
 * @param {(wanted: State) => void} go
 * @returns {{wait: (state: State, total: number) => void, show: (parts: LaterParts, counts: Facets, state: State) => void, lack: (why: string) => void}}
 *   `wait` makes place for counts to come, `show` takes them, `lack` the reason why there are none
 */
export function mountFacets(element, go) {
  const problem = /** @type {HTMLElement} */ (element.querySelector(".search-facets__problem"));
  const parts = /** @type {HTMLElement} */ (element.querySelector(".search-facets__parts"));
  const lists = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".facet"))];
  /** @type {State} */
  let shown;
  /** @type {((counts: Facets, state: State) => void) | null} */
  let showCounts = null;
  const beside = matchMedia(BESIDE);
  const settle = () => { element.open = beside.matches; };
  beside.addEventListener("change", settle);
  settle();

  /**
   * @param {LaterParts} made
   * @returns {(counts: Facets, state: State) => void}
   */
  function mountCounts({ mountFacet, mountYears }) {
    const names = KINDS.map((kind, place) => mountFacet(lists[place], {
      choose: (name) => go(toggled(shown, kind, name)),
      clear: () => go(changedTo(shown, { [kind]: [] })),
    }));
    const showYears = mountYears(lists[KINDS.length], (years) => go(changedTo(shown, { years })));
    return (counts, { years }) => {
      KINDS.forEach((kind, place) => names[place](counts.names[kind]));
      showYears(counts, years);
    };
  }

  /** @param {string} why there is nothing to choose, if so */
  function end(why) {
    parts.setAttribute("aria-busy", "false");
    problem.hidden = why === "";
    problem.textContent = why;
  }

  return {
    wait(state, total) {
      shown = state;
      element.hidden = total === 0 && !isFiltered(state);
      parts.setAttribute("aria-busy", "true");
    },
    show(made, counts, state) {
      shown = state;
      showCounts ??= mountCounts(made);
      showCounts(counts, state);
      end("");
    },
    lack(why) {
      for (const list of lists) list.hidden = true;
      end(`The filters are missing. ${why}`);
    },
  };
}
