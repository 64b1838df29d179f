// The search page: its form, what was chosen beside it, the results, and its address, which always says what is shown.
import { noteLines, statusLine, windowTitle } from "./answer-lines.js";
import { showResults } from "./result-list.js";
import { laterParts } from "./later-parts.js";
import { mountChoices } from "./search-choices.js";
import { mountFacets } from "./search-facets.js";
import { mountSearchPager } from "./search-pager.js";
import { mountSort } from "./search-sort.js";
import { asksSomething, changedTo, isFiltered, questionOf, stateAddress, stateIn } from "./search-state.js";
import { sharedSearch } from "./shared-search.js";

/** @typedef {import("./engine.js").Answer} Answer */
/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./open.js").Search} Search */
/** @typedef {import("./search-state.js").State} State */

/**
 * @typedef {object} Way how the page came to ask
 * @property {boolean} [typing] the reader may not be done with the last word
 * @property {boolean} [leading] to another page of the results, to which the reader is led
 */

/** Milliseconds without a key before a search while typing. */
const PAUSE = 200;
/** A click that leaves the field for a result must not find that the results have changed under it. */
const PAUSE_AFTER_LEAVING = 400;
/** Who waits longer than this is told for what. */
const PATIENCE = 300;
const RESULTS = 10;
const MENDING = "Press Search to try again, or reload the page. If that doesn’t help, the folder “search” of this "
  + "archive is incomplete: build the site again.";

/** @param {HTMLElement} page the element .search-page */
export function mountSearchPage(page) {
  const parts = findParts(page);
  const name = document.title;
  let state = stateIn(location.search);
  /** Of the question asked last: answers to earlier ones come too late. */
  let turn = 0;
  let isTyping = false;
  let isOpen = false;
  /** Whether nothing was asked yet, so that the help stands in the place of results. */
  let isNew = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const showChoices = mountChoices(parts.choices, go);
  const facets = mountFacets(parts.facets, go);
  const showSort = mountSort(parts.sort, (sort) => go(changedTo(state, { sort })));
  const showPager = mountSearchPager(parts.pager, (wanted) => go(wanted, { leading: true }));
  /** @type {((total: number) => void) | null} */
  let showCite = null;

  /**
   * @param {State} wanted
   * @param {Way} [way]
   */
  function go(wanted, way = {}) {
    const text = parts.field.value.trim();
    state = text === state.text.trim() ? wanted : changedTo(wanted, { text });
    tell(stateAddress(location.pathname, state), way.typing ?? false);
    void update(way);
  }

  /** @param {boolean} typing */
  function ask(typing) {
    clearTimeout(waiting);
    go(parts.field.value.trim() === state.text.trim() ? state : changedTo(state, { text: parts.field.value.trim() }), { typing });
  }

  /**
   * Shows what the state asks for.
   *
   * @param {Way} [way]
   */
  async function update({ typing = false, leading = false } = {}) {
    turn += 1;
    const mine = turn;
    isTyping = typing;
    if (parts.field.value.trim() !== state.text.trim()) parts.field.value = state.text;
    document.title = windowTitle(name, state, state.page);
    showChoices(state);
    page.classList.toggle("search-page--asked", asksSomething(state));
    if (isNew) parts.help.open = !asksSomething(state);
    isNew = !asksSomething(state);
    if (!asksSomething(state)) return clear();
    const late = setTimeout(() => say(parts, isOpen ? "Searching …" : "Loading the search index …"), PATIENCE);
    try {
      const search = await sharedSearch(!typing);
      isOpen = true;
      const answer = await search.search(questionOf(state, typing));
      const hits = await pageOf(search, answer);
      clearTimeout(late);
      if (mine !== turn) return;
      show(answer, hits, leading);
      await showBeside(search, answer, () => mine === turn);
    } catch (problem) {
      if (mine === turn) fail(parts, problem, isOpen);
    } finally {
      clearTimeout(late);
    }
  }

  /**
   * @param {Search} search
   * @param {Answer} answer
   * @returns {Promise<Hit[] | string>} those of the page, or why they can't be shown: the rest still works
   */
  function pageOf(search, { total }) {
    return search.page((placeIn(total, state.page).page - 1) * RESULTS, RESULTS).catch(complaint);
  }

  /**
   * @param {Answer} answer
   * @param {Hit[] | string} hits
   * @param {boolean} leading
   */
  function show(answer, hits, leading) {
    const place = placeIn(answer.total, state.page);
    const [shown, lacking] = typeof hits === "string" ? [[], [hits]] : [hits, []];
    say(parts, statusLine(state, answer.total, place));
    note(parts, [...lacking, ...noteLines(state, answer)]);
    showResults(parts.results, shown, (place.page - 1) * RESULTS + 1);
    showSort(answer);
    showPager(state, place);
    showCite?.(answer.total);
    facets.wait(state, answer.total);
    page.classList.toggle("search-page--alone", answer.total === 0 && !isFiltered(state));
    if (leading) lead(parts);
    restoreScroll();
  }

  /**
   * What can be done with an answer: it comes behind the results.
   *
   * @param {Search} search
   * @param {Answer} answer
   * @param {() => boolean} isWanted whether the reader has not gone on
   */
  async function showBeside(search, answer, isWanted) {
    const told = await Promise.all([laterParts(), search.facets()]).catch(complaint);
    if (!isWanted()) return;
    if (typeof told === "string") return facets.lack(told);
    const [made, counts] = told;
    facets.show(made, counts, state);
    showCite ??= made.mountCite(parts.cite, () => sharedSearch());
    showCite(answer.total);
  }

  function clear() {
    say(parts, "");
    note(parts, []);
    parts.results.replaceChildren();
    for (const part of [parts.sort, parts.pager, parts.cite, parts.facets]) part.hidden = true;
  }

  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(false);
  });
  parts.field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE, true);
  });
  parts.field.addEventListener("blur", () => {
    if (isTyping) waiting = setTimeout(ask, PAUSE_AFTER_LEAVING, false);
  });
  parts.field.addEventListener("focus", () => void sharedSearch().catch(() => undefined), { once: true });
  window.addEventListener("popstate", () => {
    const told = stateIn(location.search);
    // A link to a place on this page is no other search.
    if (stateAddress("", told) === stateAddress("", state)) return;
    clearTimeout(waiting);
    state = told;
    parts.field.value = state.text;
    void update();
  });
  rememberScroll();
  void update();
}

/**
 * @typedef {object} Parts
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} field
 * @property {HTMLDetailsElement} help
 * @property {HTMLElement} head
 * @property {HTMLElement} status
 * @property {HTMLElement} notes
 * @property {HTMLElement} choices
 * @property {HTMLDetailsElement} facets
 * @property {HTMLElement} found
 * @property {HTMLFieldSetElement} sort
 * @property {HTMLElement} results
 * @property {HTMLElement} pager
 * @property {HTMLDetailsElement} cite
 */

/**
 * @param {HTMLElement} page
 * @returns {Parts}
 */
function findParts(page) {
  return {
    form: find(page, "form", HTMLFormElement),
    field: find(page, "input[name=q]", HTMLInputElement),
    help: find(page, ".search-help", HTMLDetailsElement),
    head: find(page, ".search-page__head", HTMLElement),
    status: find(page, ".search-page__status", HTMLElement),
    notes: find(page, ".search-page__notes", HTMLElement),
    choices: find(page, ".search-choices", HTMLElement),
    facets: find(page, ".search-facets", HTMLDetailsElement),
    found: find(page, ".search-page__found", HTMLElement),
    sort: find(page, ".search-sort", HTMLFieldSetElement),
    results: find(page, ".search-results", HTMLElement),
    pager: find(page, ".search-pager", HTMLElement),
    cite: find(page, ".search-cite", HTMLDetailsElement),
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

/**
 * A word that is being typed is one entry in the window's history, however many letters it takes.
 *
 * @param {string} address
 * @param {boolean} typing
 */
function tell(address, typing) {
  const isNew = address !== location.pathname + location.search;
  const isTyped = history.state?.typing === true;
  try {
    if (isNew && !(typing && isTyped)) history.pushState({ typing }, "", address);
    else history.replaceState({ typing }, "", address);
  } catch {
    // Some browsers allow only so many changes a minute: what is shown is right all the same.
  }
}

/**
 * @param {number} total
 * @param {number} wanted
 * @returns {{page: number, pages: number}} the last page where there are fewer
 */
function placeIn(total, wanted) {
  const pages = Math.max(1, Math.ceil(total / RESULTS));
  return { page: Math.min(wanted, pages), pages };
}

/** @param {Parts} parts */
function lead({ found, head }) {
  found.focus({ preventScroll: true });
  head.scrollIntoView({ block: "start" });
}

/** Results come after the browser has gone back to where the reader was on the page: so that is kept by itself. */
function rememberScroll() {
  window.addEventListener("pagehide", () => {
    history.replaceState({ ...history.state, scroll: window.scrollY }, "");
    history.scrollRestoration = "manual"; // else the browser tries, too, while the page grows
  });
}

function restoreScroll() {
  history.scrollRestoration = "auto";
  const { scroll, ...rest } = history.state ?? {};
  if (scroll === undefined) return;
  history.replaceState(rest, "");
  window.scrollTo({ top: scroll, behavior: "instant" });
}

/**
 * @param {Parts} parts
 * @param {unknown} problem
 * @param {boolean} isOpen whether only a part is missing
 */
function fail(parts, problem, isOpen) {
  parts.results.replaceChildren();
  for (const part of [parts.sort, parts.pager, parts.cite]) part.hidden = true;
  say(parts, isOpen ? "A part of the search index could not be loaded." : "The search index could not be loaded.");
  note(parts, [complaint(problem)]);
}

/**
 * @param {unknown} problem
 * @returns {string} what is wrong and what to do
 */
function complaint(problem) {
  return `${problem instanceof Error ? problem.message : String(problem)} ${MENDING}`;
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
  if ([...parts.notes.children].map((line) => line.textContent).join("\n") === lines.join("\n")) return;
  parts.notes.replaceChildren(...lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  }));
}
