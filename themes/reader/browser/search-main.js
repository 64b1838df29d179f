// What the theme's script does on the search page.
import { mountAll } from "./mounting.js";
import { mountJumpBox } from "./jump-box.js";
import { mountSearchBox } from "./search-box.js";
import { mountSearchPage } from "./search/search-page.js";

mountAll([
  [".search-box", mountSearchBox],
  [".search-box", mountJumpBox],
  [".search-page", mountSearchPage],
]);
