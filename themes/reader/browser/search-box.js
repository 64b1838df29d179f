// The search form on every page: "/" and Ctrl-K take the reader to its field.

/** @param {HTMLElement} element the form */
export function mountSearchBox(element) {
  const field = element.querySelector("input");
  if (!field) return;
  field.setAttribute("aria-keyshortcuts", "/ Control+K");
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
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
  if (event.defaultPrevented || event.altKey || event.shiftKey && event.key !== "/") return false;
  const hasCommand = event.ctrlKey || event.metaKey;
  return hasCommand ? event.key.toLowerCase() === "k" : event.key === "/" && !isTyping(event.target);
}

/**
 * @param {EventTarget | null} target
 * @returns {boolean} whether a "/" typed here belongs into a text
 */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
