// Standard input: {"scripts": [paths of index.js and documents.js], "queries": [...]}.
// Standard output: for each query the titles that the browser's search finds, the best first, and its notes; then
// the number of words that Lunr's word graph has, beside those that the index has.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { searchIn } from "../../themes/reader/browser/search/open.js";
import { loadIndex } from "../../themes/reader/browser/search/lunr-index.js";

const { scripts, queries } = JSON.parse(readFileSync(0, "utf8"));
const parts = {};
globalThis.archiveSearch = (name, edition, content) => { parts[name] = { edition, content }; };
for (const path of scripts) vm.runInThisContext(readFileSync(path, "utf8"), { filename: path });
// First of all, since Lunr's ids, and with them its mistakes, depend on what it built before.
const graph = new Set(loadIndex(parts.index.content).tokenSet.toArray());
const search = searchIn(parts.index.content, parts.documents.content);
const answers = queries.map((query) => {
  const { hits, notes } = search.search(query);
  return { titles: hits.map((hit) => hit.document.title), terms: hits[0]?.terms ?? [], notes };
});
const terms = new Set(parts.index.content.invertedIndex.map(([term]) => term));
process.stdout.write(JSON.stringify({
  answers,
  same_edition: parts.index.edition === parts.documents.edition,
  lost_words: [...terms].filter((term) => !graph.has(term)),
  false_words: [...graph].filter((term) => !terms.has(term)),
}));
