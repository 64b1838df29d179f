// What the theme's script does on every page but the search page, which has one of its own (search-main.js).
import { mountArticleMarks } from "./search/article-marks.js";
import { mountCiteBox } from "./cite-box.js";
import { mountAll } from "./mounting.js";
import { mountJumpBox } from "./jump-box.js";
import { mountPager } from "./pager.js";
import { mountParagraphs } from "./paragraphs.js";
import { mountSearchBox } from "./search-box.js";
import { mountSortableList } from "./sortable-list.js";

mountAll([
  [".search-box", mountSearchBox],
  [".search-box", mountJumpBox],
  // First the search's marks, in the text as it was built.
  [".article-text", mountArticleMarks],
  [".article-text", mountParagraphs],
  [".cite-box", mountCiteBox],
  // Pagers hear in which order the list begins.
  [".pager", mountPager],
  [".sortable-list", mountSortableList],
]);
