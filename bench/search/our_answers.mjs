// node our_answers.mjs < {"folder": "…/search", "questions": [...]}: for each question the addresses of the ten best
// documents, by the theme's own browser code over an index that plugins/search_index wrote.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { searchIn } from "../../themes/reader/browser/search/open.js";

const TEN = 10;
const { folder, questions } = JSON.parse(readFileSync(0, "utf8"));
const parts = {};
globalThis.archiveSearch = (name, edition, content) => { parts[name] = content; };
for (const name of ["index", "documents"]) vm.runInThisContext(readFileSync(`${folder}/${name}.js`, "utf8"));
const search = searchIn(parts.index, parts.documents);
const answer = (question) => search.search(question).hits.slice(0, TEN).map((hit) => hit.document.address);
process.stdout.write(JSON.stringify(questions.map(answer)));
