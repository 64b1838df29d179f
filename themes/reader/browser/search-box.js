// The search form on every page: "/" takes the reader to its field.

/** @param {HTMLElement} element the form */
export function mountSearchBox(element) {
  const field = element.querySelector("input");
  if (!field) return;
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event) || isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/**
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function isShortcut(event) {
  return event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
}

/**
 * @param {EventTarget | null} target
 * @returns {boolean} whether a "/" typed here belongs into a text
 */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
