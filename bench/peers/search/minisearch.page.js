// MiniSearch with its whole index, as its documentation has it loaded.
import MiniSearch from "minisearch";
import { MINISEARCH } from "./options.mjs";
import { itemsOf, mount, SHOWN } from "./page.js";

const opening = fetch("index.json").then((answer) => answer.text()).then((json) => MiniSearch.loadJSON(json, MINISEARCH));

mount(async (query) => {
  const hits = (await opening).search(query).slice(0, SHOWN);
  const found = hits.map(({ id, title, address, meta }) => ({ place: id, title, address, meta }));
  return itemsOf(found, [...new Set(hits.flatMap(({ terms }) => terms))]);
});
