// The list below the field of the jump box, and what the field says of it: open or not, and which option is the active one.
import { drawOptions } from "./jump-option.js";
import { isSame, moved } from "./search/suggestions.js";

/** @typedef {import("./jump-option.js").Row} Row */
/** @typedef {import("./search/suggestions.js").Group} Group */

export class JumpList {
  /** @type {Row[]} */
  #rows = [];
  #active = -1;
  #field;
  #element = document.createElement("div");

  /** @param {HTMLInputElement} field becomes a combobox */
  constructor(field) {
    this.#field = field;
    const id = `${field.id}-list`;
    setAttributes(this.#element, { class: "jump-box", id, role: "listbox", "aria-label": "Suggestions", hidden: "", tabindex: "-1" });
    setAttributes(field, { role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": id });
  }

  get element() {
    return this.#element;
  }

  get isOpen() {
    return !this.#element.hidden;
  }

  /** @returns {Row | undefined} */
  get active() {
    return this.#rows[this.#active];
  }

  /**
   * @param {EventTarget | null} target
   * @returns {Row | undefined}
   */
  rowAt(target) {
    return this.#rows.find(({ element }) => target instanceof Node && element.contains(target));
  }

  /**
   * @param {Group[]} groups
   * @returns {number} how many options there are; the active one stays so if it is among them
   */
  show(groups) {
    const before = this.active?.option;
    this.#rows = drawOptions(this.#element, groups, this.#field.id);
    this.#open(this.#rows.length > 0);
    this.#activate(before ? this.#rows.findIndex(({ option }) => isSame(before, option)) : -1);
    return this.#rows.length;
  }

  /** The elements stay: the browser may be about to follow one. */
  close() {
    this.#open(false);
    this.#activate(-1);
    this.#rows = [];
  }

  /** @param {number} step 1 or -1 */
  move(step) {
    this.#activate(moved(this.#active, step, this.#rows.length));
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.#element.hidden = !isOpen;
    this.#field.setAttribute("aria-expanded", String(isOpen));
  }

  /** @param {number} place */
  #activate(place) {
    this.#active = place;
    this.#rows.forEach(({ element }, number) => element.setAttribute("aria-selected", String(number === place)));
    if (!this.active) return this.#field.removeAttribute("aria-activedescendant");
    this.#field.setAttribute("aria-activedescendant", this.active.element.id);
    this.active.element.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

/**
 * @param {Element} element
 * @param {Record<string, string>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
