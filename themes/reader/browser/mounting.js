// Gives the elements of a page to what makes them do something.

/** @typedef {[selector: string, mount: (element: HTMLElement) => void]} Mount a mount function takes an element that is there */

/** @param {Mount[]} mounts in their order */
export function mountAll(mounts) {
  for (const [selector, mount] of mounts) {
    for (const element of document.querySelectorAll(selector)) {
      if (element instanceof HTMLElement) mount(element);
    }
  }
}
