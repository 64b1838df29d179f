// What the theme's one script does on a page: each mount function takes an element that is there.
import { mountSearchBox } from "./search-box.js";

/** @type {ReadonlyArray<[selector: string, mount: (element: HTMLElement) => void]>} */
const MOUNTS = [
  [".search-box", mountSearchBox],
];

for (const [selector, mount] of MOUNTS) {
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof HTMLElement) mount(element);
  }
}
