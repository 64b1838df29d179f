// Standard input: {"folder": with the search's files, "queries": [text, or a question]}. Standard output: for each query what the
// browser's search answers: the titles of the first that it found, the best first, its notes, and so on.
import { readFileSync } from "node:fs";
import { Engine } from "../../themes/reader/browser/search/engine.js";
import { openFolder } from "./files_in_node.mjs";

/** Excerpts of hundreds of hits would take most of the time. */
const MOST = 20;
const { folder, queries } = JSON.parse(readFileSync(0, "utf8"));
const { load, loadRange } = openFolder(folder);
const engine = await Engine.open(load, loadRange);
const answers = [];
for (const query of queries) {
  const question = { text: "", filters: {}, sort: "relevance", typing: false, ...(typeof query === "string" ? { text: query } : query) };
  const answer = await engine.search(question);
  const hits = await engine.page(0, MOST);
  answers.push({ ...answer, facets: await engine.facets(), numbers: engine.numbers(), titles: hits.map(({ title, label }) => title?.map(({ text }) => text).join("") ?? label), hits });
}
process.stdout.write(JSON.stringify(answers));
