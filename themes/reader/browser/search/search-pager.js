// The pages of the results. Each has an address, so that its link can be opened in a window of its own.
import { element } from "../element.js";
import { changedTo, stateAddress } from "./search-state.js";

/** @typedef {import("./search-state.js").State} State */

/**
 * @param {HTMLElement} pager
 * @param {(wanted: State) => void} go
 * @returns {(state: State, place: {page: number, pages: number}) => void}
 */
export function mountSearchPager(pager, go) {
  return function show(state, { page, pages }) {
    pager.hidden = pages === 1;
    const here = element("p", "pager__here", `Page ${page.toLocaleString("en")} of ${pages.toLocaleString("en")}`);
    const ways = element("ul", "pager__ways");
    ways.append(...waysFrom(page, pages).map(([label, wanted, relation]) => {
      const item = document.createElement("li");
      item.append(way(label, changedTo(state, { page: wanted }), relation, go));
      return item;
    }));
    pager.replaceChildren(here, ways);
  };
}

/**
 * @param {number} page
 * @param {number} pages
 * @returns {[label: string, page: number, relation: string][]}
 */
function waysFrom(page, pages) {
  return [
    ...(page > 2 ? [/** @type {[string, number, string]} */ (["First", 1, ""])] : []),
    ...(page > 1 ? [/** @type {[string, number, string]} */ (["Previous", page - 1, "prev"])] : []),
    ...(page < pages ? [/** @type {[string, number, string]} */ (["Next", page + 1, "next"])] : []),
    ...(page < pages - 1 ? [/** @type {[string, number, string]} */ (["Last", pages, ""])] : []),
  ];
}

/**
 * @param {string} label
 * @param {State} state
 * @param {string} relation
 * @param {(wanted: State) => void} go
 * @returns {HTMLAnchorElement}
 */
function way(label, state, relation, go) {
  const link = element("a", "pager__way", label);
  link.href = stateAddress(location.pathname, state);
  if (relation !== "") link.rel = relation;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(state);
  });
  return link;
}
