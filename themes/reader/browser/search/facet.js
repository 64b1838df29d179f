// One list of names to choose from, each with the number of articles that are found with it.
import { button, element } from "../element.js";
import { FIRST_ROWS, rowsToShow } from "./facet-rows.js";

/** @typedef {import("./facet-rows.js").Row} Row */

/** Whoever has so many names before them looks for one rather than reads them all. */
const MANY_ROWS = 20;
/** @type {Record<string, string>} */
const PLURALS = { source: "sources", author: "authors", topic: "topics" };

/**
 * @param {HTMLElement} facet data-kind tells the kind of its names
 * @param {{choose: (name: string) => void, clear: () => void}} told
 * @returns {(rows: Row[]) => void} shows the counts
 */
export function mountFacet(facet, { choose, clear }) {
  const kind = facet.dataset.kind ?? "";
  /** @type {Row[]} */
  let rows = [];
  let open = false;
  const list = element("ul", "facet__list");
  const rest = element("p", "facet__rest");
  const like = lookFor(kind, update);
  const clearing = button("facet__clear", "Clear", () => {
    clear();
    list.querySelector("input")?.focus({ preventScroll: true });
  });
  clearing.setAttribute("aria-label", `Clear ${PLURALS[kind]}`);
  const more = button("facet__more", "", () => {
    open = !open;
    update();
  });
  facet.querySelector(".facet__head")?.append(clearing);
  facet.append(like, list, rest, more);
  list.addEventListener("change", (event) => choose(/** @type {HTMLInputElement} */ (event.target).value));

  function update() {
    const focused = document.activeElement instanceof HTMLInputElement && list.contains(document.activeElement) ? document.activeElement.value : null;
    const shown = rowsToShow(rows, { open, like: like.hidden ? "" : like.value });
    list.replaceChildren(...shown.rows.map((row) => choice(kind, row)));
    // The boxes are new ones: whoever was on one stays there.
    if (focused !== null) [...list.querySelectorAll("input")].find(({ value }) => value === focused)?.focus({ preventScroll: true });
    facet.hidden = rows.length === 0;
    clearing.hidden = !rows.some(({ chosen }) => chosen);
    like.hidden = !open || rows.length <= MANY_ROWS;
    more.hidden = rows.length <= FIRST_ROWS;
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? `Fewer ${PLURALS[kind]}` : `All ${rows.length.toLocaleString("en")} ${PLURALS[kind]}`;
    rest.hidden = !open || (shown.rest === 0 && shown.rows.length > 0);
    rest.textContent = shown.rest > 0 ? `… and ${shown.rest.toLocaleString("en")} more: type a part of the name.` : "None is called so.";
  }

  return function show(counted) {
    rows = counted;
    update();
  };
}

/**
 * @param {string} kind
 * @param {() => void} hear
 * @returns {HTMLInputElement}
 */
function lookFor(kind, hear) {
  const field = element("input", "facet__find");
  field.type = "search";
  field.placeholder = "Part of a name";
  field.setAttribute("aria-label", `Find among the ${PLURALS[kind]}`);
  field.addEventListener("input", hear);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return field;
}

/**
 * @param {string} kind
 * @param {Row} row
 * @returns {HTMLLIElement}
 */
function choice(kind, { name: { name }, count, chosen }) {
  const box = element("input", "facet__box");
  box.type = "checkbox";
  box.name = kind;
  box.value = name;
  box.checked = chosen;
  const written = element("bdi", "facet__label", name);
  return element("li", "facet__item", element("label", "facet__choice", box, written, " ", element("span", "facet__count", count.toLocaleString("en"))));
}
