// node our_answers.mjs < {"folder": "…/search", "questions": [...]}: for each question the addresses of the ten best
// documents, by the theme's own browser code over an index that plugins/search_index wrote.
import { readFileSync } from "node:fs";
import { Engine } from "../../themes/reader/browser/search/engine.js";
import { openFolder } from "../../tests/search/files_in_node.mjs";

const TEN = 10;
const { folder, questions } = JSON.parse(readFileSync(0, "utf8"));
const { load, loadRange } = openFolder(folder);
const engine = await Engine.open(load, loadRange);
const answers = [];
for (const text of questions) {
  await engine.search({ text, filters: {}, sort: "relevance", typing: false });
  answers.push((await engine.page(0, TEN)).map(({ address }) => address));
}
process.stdout.write(JSON.stringify(answers));
