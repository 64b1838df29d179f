// The search page: its form, the list of results, and its address, which always says what is shown.
import { queryIn, searchAddress } from "./address.js";
import { SEARCH, SEARCH_ENGINE } from "../addresses.js";
import { open } from "./open.js";
import { showResults } from "./result-list.js";

/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./open.js").Search} Search */

/** Milliseconds without a key before a search while typing. */
const PAUSE = 200;
const RESULTS = 10;
const ADVICE = "Try fewer or other words; the beginning of a word with a star, as in harb*; "
  + "or harbor~1, which allows for one wrong letter.";
const MENDING = "Press Search to try again, or reload the page. If that doesn’t help, the folder “search” of this "
  + "archive is incomplete: build the site again.";

/** @param {HTMLElement} page the element .search-page, with form, status, notes and results in it */
export function mountSearchPage(page) {
  const parts = findParts(page);
  /** @type {Promise<Search> | null} */
  let opening = null;
  let isOpen = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @returns {Promise<Search>} */
  function openOnce() {
    opening ??= open(SEARCH, SEARCH_ENGINE).catch((problem) => {
      opening = null; // so that the next search tries again
      throw problem;
    });
    return opening;
  }

  /** Shows what the address asks for. */
  async function update() {
    const query = queryIn(location.search);
    if (parts.field.value.trim() !== query.trim()) parts.field.value = query;
    if (query.trim() === "") return clear(parts);
    try {
      if (!isOpen) say(parts, "Loading the search index …");
      const search = await openOnce();
      isOpen = true;
      const answer = await search.search({ text: query, filters: {}, sort: "relevance", typing: false });
      const hits = await search.page(0, RESULTS);
      if (query === queryIn(location.search)) show(parts, query, answer, hits);
    } catch (problem) {
      fail(parts, problem);
    }
  }

  /** @param {boolean} finished whether the reader is done typing */
  function ask(finished) {
    clearTimeout(waiting);
    const address = searchAddress(location.pathname, parts.field.value.trim());
    const isTyping = history.state?.typing === true;
    const isNew = address !== location.pathname + location.search;
    if (isNew && !isTyping) history.pushState({ typing: !finished }, "", address);
    else history.replaceState({ typing: !finished }, "", address);
    void update();
  }

  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(true);
  });
  parts.field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE, false);
  });
  parts.field.addEventListener("focus", () => void openOnce().catch(() => undefined), { once: true });
  window.addEventListener("popstate", () => void update());
  void update();
}

/**
 * @typedef {object} Parts
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} field
 * @property {HTMLElement} status
 * @property {HTMLElement} notes
 * @property {HTMLElement} results
 */

/**
 * @param {HTMLElement} page
 * @returns {Parts}
 */
function findParts(page) {
  const results = find(page, ".search-results", HTMLElement);
  return {
    form: find(page, "form", HTMLFormElement),
    field: find(page, "input[name=q]", HTMLInputElement),
    status: find(page, "[role=status]", HTMLElement),
    notes: find(page, ".search-page__notes", HTMLElement),
    results,
  };
}

/**
 * @template {Element} Kind
 * @param {HTMLElement} page
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function find(page, selector, kind) {
  const found = page.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The search page lacks its ${selector}.`);
  return found;
}

/** @param {Parts} parts */
function clear(parts) {
  say(parts, "");
  note(parts, []);
  parts.results.replaceChildren();
}

/**
 * @param {Parts} parts
 * @param {string} query
 * @param {Answer} answer
 * @param {Hit[]} hits
 */
function show(parts, query, { total, notes }, hits) {
  say(parts, total === 0 ? `Nothing found for “${query}”.` : `${counted(total)} for “${query}”`);
  note(parts, total === 0 && notes.length === 0 ? [ADVICE] : notes);
  showResults(parts.results, hits, 1);
}

/**
 * @param {number} count
 * @returns {string}
 */
function counted(count) {
  return count === 1 ? "1 article" : `${count.toLocaleString("en")} articles`;
}

/**
 * @param {Parts} parts
 * @param {unknown} problem
 */
function fail(parts, problem) {
  parts.results.replaceChildren();
  say(parts, "The search index could not be loaded.");
  const reason = problem instanceof Error ? problem.message : String(problem);
  note(parts, [`${reason} ${MENDING}`]);
}

/**
 * @param {Parts} parts
 * @param {string} text
 */
function say(parts, text) {
  if (parts.status.textContent !== text) parts.status.textContent = text;
}

/**
 * @param {Parts} parts
 * @param {string[]} lines
 */
function note(parts, lines) {
  parts.notes.replaceChildren(...lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
}
