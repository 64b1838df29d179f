// Standard input: {"folder": with the search's files, "whole": lunr's own index, serialised, "queries": [[clause]]}.
// Standard output: the queries to which the two give different answers, with both; and how many answers had results.
import { readFileSync } from "node:fs";
import { Index, Pipeline } from "../../themes/reader/browser/search/index/lunr-parts.js";
import { toLunr } from "../../themes/reader/browser/search/index/archive-index.js";
import { openIndex } from "./files_in_node.mjs";

const { folder, whole, queries } = JSON.parse(readFileSync(0, "utf8"));
Pipeline.registerFunction((token) => token, "reader-analyser");
const reference = Index.load(whole);
const { index } = await openIndex(folder);

const different = [];
let withResults = 0;
for (const clauses of queries) {
  const found = await index.query(clauses);
  const wanted = reference.query((query) => {
    for (const clause of clauses) query.clause(toLunr(clause, query.allFields));
  }).map(({ ref, score, matchData }) => ({ document: Number(ref), score, terms: Object.keys(matchData.metadata) }));
  if (wanted.length > 0) withResults += 1;
  if (JSON.stringify(found) !== JSON.stringify(wanted)) different.push({ clauses, found: found.slice(0, 3), wanted: wanted.slice(0, 3), of: [found.length, wanted.length] });
}
process.stdout.write(JSON.stringify({ different, withResults }));
