// Copying to the clipboard, and saying so to those who see and to those who listen.

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard now
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * Some browsers keep the clipboard from pages that are opened from a disk, but not from a selection.
 * @param {string} text
 * @returns {boolean}
 */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** @param {string} words what a screen reader says, and a line at the foot of the window shows for a while */
export function announce(words) {
  const line = document.querySelector(".status-line") ?? newLine();
  line.textContent = words;
  setTimeout(() => {
    if (line.textContent === words) line.textContent = "";
  }, 4000);
}

/** @returns {HTMLElement} */
function newLine() {
  const line = document.createElement("p");
  line.className = "status-line";
  line.setAttribute("role", "status");
  document.body.append(line);
  return line;
}
