// A small bar over an article that was opened from a search: which of its hits this is, to the next, to the one before.

const CURRENT = "search-mark--current";
/** How much of the text around a hit is told to who can't see it. */
const AROUND = 60;

/** @typedef {HTMLElement[]} Hit the marks of one hit: several where it crosses the border of an element */

/**
 * Goes to the first hit.
 *
 * @param {Hit[]} hits at least one
 * @param {(current: Hit) => void} onClose
 * @returns {HTMLElement} to be put into the page, where it goes to the first hit
 */
export function newHitBar(hits, onClose) {
  const bar = document.createElement("section");
  bar.className = "hit-bar";
  bar.setAttribute("aria-label", "Places found");
  const count = document.createElement("p");
  count.className = "hit-bar__count";
  count.setAttribute("role", "status");
  let place = 0;

  /** @param {ScrollBehavior} behavior */
  function update(behavior) {
    hits.forEach((marks, number) => { for (const mark of marks) mark.classList.toggle(CURRENT, number === place); });
    hits[place][0].scrollIntoView({ block: "center", behavior });
    count.replaceChildren(`${place + 1} of ${hits.length}`, hidden(around(hits[place])));
  }

  /** @param {number} step */
  function go(step) {
    place = stepped(place, step, hits.length);
    update("auto"); // smooth, or not, as the reader's system wants it
  }

  const steps = [button("previous", "Previous place", () => go(-1)), button("next", "Next place", () => go(1))];
  bar.append(count, ...(hits.length > 1 ? steps : []), button("close", "Remove the marks", () => onClose(hits[place])));
  bar.addEventListener("keydown", (event) => {
    const goesBack = event.key === "Enter" && event.shiftKey && hits.length > 1;
    if (goesBack) go(-1);
    else if (event.key === "Escape") onClose(hits[place]);
    else return;
    event.preventDefault();
  });
  // Only what changes in a status that is there already is spoken.
  setTimeout(update, 0, "instant");
  return bar;
}

/**
 * @param {number} place
 * @param {number} step
 * @param {number} count
 * @returns {number} after the last comes the first
 */
export function stepped(place, step, count) {
  return (place + step + count) % count;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {() => void} onClick
 * @returns {HTMLButtonElement}
 */
function button(name, label, onClick) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `hit-bar__button hit-bar__button--${name}`;
  made.setAttribute("aria-label", label);
  made.title = label;
  made.addEventListener("click", onClick);
  return made;
}

/**
 * @param {Hit} marks
 * @returns {string} the hit with some words around it
 */
function around(marks) {
  const text = (marks[0].closest("p, li, h1, h2, h3, h4, h5, h6, td, th, figcaption, blockquote") ?? marks[0]).textContent ?? "";
  const hit = marks.map((mark) => mark.textContent).join("");
  const start = Math.max(0, text.indexOf(hit) - AROUND);
  return text.slice(start, start + hit.length + 2 * AROUND).replace(/\s+/gu, " ").trim();
}

/**
 * @param {string} text
 * @returns {HTMLElement}
 */
function hidden(text) {
  const made = document.createElement("span");
  made.className = "visually-hidden";
  made.textContent = `: ${text}`;
  return made;
}
