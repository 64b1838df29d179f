// What the theme's one script does on a page: each mount function takes an element that is there.
import { mountArticleMarks } from "./search/article-marks.js";
import { mountCiteBox } from "./cite-box.js";
import { mountJumpBox } from "./jump-box.js";
import { mountPager } from "./pager.js";
import { mountParagraphs } from "./paragraphs.js";
import { mountSearchBox } from "./search-box.js";
import { mountSearchPage } from "./search/search-page.js";
import { mountSortableList } from "./sortable-list.js";

/** @type {ReadonlyArray<[selector: string, mount: (element: HTMLElement) => void]>} */
const MOUNTS = [
  [".search-box", mountSearchBox],
  [".search-box", mountJumpBox],
  [".search-page", mountSearchPage],
  // First the search's marks, in the text as it was built.
  [".article-text", mountArticleMarks],
  [".article-text", mountParagraphs],
  [".cite-box", mountCiteBox],
  // Pagers hear in which order the list begins.
  [".pager", mountPager],
  [".sortable-list", mountSortableList],
];

for (const [selector, mount] of MOUNTS) {
  for (const element of document.querySelectorAll(selector)) {
    if (element instanceof HTMLElement) mount(element);
  }
}
