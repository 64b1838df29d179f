// What the search form suggests while the reader types: a combobox whose list leads straight to articles, authors,
// topics and sources. Without the index, or before it is there, the form does what a form does.
import { JumpList } from "./jump-list.js";
import { sharedSearch } from "./search/shared-search.js";
import { groupsOf, spoken } from "./search/suggestions.js";

/** @typedef {import("./search/suggestions.js").Found} Found */

const MOST_WORDS = 3;
const MOST_WORDS_ALONE = 6;
const MOST_TITLES = 5;
const MOST_NAMES = 60;
/** Milliseconds without a key before a screen reader is told how many there are. */
const PAUSE = 500;

/** @param {HTMLElement} element the form */
export function mountJumpBox(element) {
  const [form, field] = [element, element.querySelector("input")];
  if (!field || !(form instanceof HTMLFormElement)) return;
  const list = new JumpList(field);
  const tell = newStatus(form);
  form.append(list.element);
  const { update, close, wake } = suggesting(field, list, tell);
  listenToKeys(field, list, { update, close });
  field.addEventListener("focus", wake);
  field.addEventListener("input", () => void update());
  field.addEventListener("click", () => { if (!list.isOpen) void update(); });
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  // A finger or a mouse doesn't take the focus out of the field.
  list.element.addEventListener("mousedown", (event) => event.preventDefault());
  list.element.addEventListener("click", (event) => {
    const row = list.rowAt(event.target);
    if (!row) return;
    if (!event.ctrlKey && !event.metaKey) close();
    if (row.option.address !== null) return; // it is a link
    field.value = row.option.fill;
    form.requestSubmit();
  });
}

/**
 * @param {HTMLInputElement} field
 * @param {JumpList} list
 * @param {(text: string) => void} tell
 * @returns {{update: () => Promise<void>, close: () => void, wake: () => void}}
 */
function suggesting(field, list, tell) {
  // On the search page the articles stand below, as results.
  const wordsAlone = field.closest(".search-page") !== null;
  /** Counts the questions, so that a late answer is known as one. */
  let asked = 0;
  /** Whether the index could not be loaded since the reader came into the field. */
  let failed = false;

  function close() {
    asked += 1;
    list.close();
    tell("");
  }

  async function update() {
    const text = field.value;
    if (text.trim() === "" || failed) return close();
    asked += 1;
    const own = asked;
    try {
      const found = await find(text, wordsAlone);
      if (own === asked) tell(spoken(list.show(groupsOf(text, found))));
    } catch {
      failed = true;
      close();
    }
  }

  function wake() {
    failed = false;
    void sharedSearch().catch(() => { failed = true; });
  }

  return { update, close, wake };
}

/**
 * @param {HTMLInputElement} field
 * @param {JumpList} list
 * @param {{update: () => Promise<void>, close: () => void}} actions
 */
function listenToKeys(field, list, { update, close }) {
  /** @param {number} step */
  function move(step) {
    if (list.isOpen) list.move(step);
    else void update();
    return true;
  }

  /** @type {Record<string, () => boolean>} each says whether the key was meant for the box */
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => {
      const { active } = list;
      active?.element.click();
      return active !== undefined;
    },
    Escape: () => {
      if (!list.isOpen) return empty(field);
      close();
      return true;
    },
    Tab: () => {
      close();
      return false;
    },
  };

  field.addEventListener("keydown", (event) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (event.isComposing || (hasModifier && event.key !== "Tab")) return;
    if (keys[event.key]?.()) event.preventDefault();
  });
}

/**
 * @param {HTMLInputElement} field
 * @returns {boolean} whether there was something to empty
 */
function empty(field) {
  if (field.value === "") return false;
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/**
 * @param {HTMLElement} form
 * @returns {(text: string) => void} tells a screen reader, once the reader pauses
 */
function newStatus(form) {
  const status = document.createElement("p");
  status.className = "jump-box__status";
  status.setAttribute("aria-live", "polite");
  form.append(status);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return (text) => {
    clearTimeout(waiting);
    if (text === "") status.textContent = "";
    else waiting = setTimeout(() => { status.textContent = text; }, PAUSE);
  };
}

/**
 * @param {string} text
 * @param {boolean} wordsAlone
 * @returns {Promise<Found>}
 */
async function find(text, wordsAlone) {
  const search = await sharedSearch();
  const [words, titles, names] = await Promise.all([
    orNone(search.completions(text)),
    wordsAlone ? [] : orNone(search.titles(text, MOST_TITLES)),
    wordsAlone ? [] : orNone(search.names(text, MOST_NAMES)),
  ]);
  return { words: words.slice(0, wordsAlone ? MOST_WORDS_ALONE : MOST_WORDS), titles, names };
}

/**
 * @template Thing
 * @param {Promise<Thing[]>} answer
 * @returns {Promise<Thing[]>} none where a piece of the index is missing: the other groups still help
 */
function orNone(answer) {
  return answer.catch(() => []);
}
