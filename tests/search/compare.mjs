// Standard input: {"folder": with the search's files, "whole": lunr's own index, serialised, "queries": [[clause]]}.
// Standard output: the queries to which the two give different answers, with both; those for which the box finds other
// documents, or other terms in them; and how many answers had results.
import { readFileSync } from "node:fs";
import { Index, Pipeline } from "../../themes/reader/browser/search/index/lunr-parts.js";
import { toLunr } from "../../themes/reader/browser/search/index/archive-index.js";
import { countedIn, rank, termsIn } from "../../themes/reader/browser/search/ranking.js";
import { openIndex } from "./files_in_node.mjs";

const { folder, whole, queries } = JSON.parse(readFileSync(0, "utf8"));
Pipeline.registerFunction((token) => token, "reader-analyser");
const reference = Index.load(whole);
const { index } = await openIndex(folder);

const byDocument = (found) => JSON.stringify(found.map(({ document, terms }) => [document, [...terms].sort()]).sort(([one], [other]) => one - other));

async function foundByBox(clauses) {
  const meant = (await index.meantBy(clauses)).map((entries, place) => ({ clause: clauses[place], entries }));
  const documents = rank(clauses, meant.map((one) => countedIn(one, index.scoring)), index.scoring);
  return documents.map((document) => ({ document, terms: termsIn(document, meant, index.scoring) }));
}

const different = [];
const otherInBox = [];
let withResults = 0;
for (const clauses of queries) {
  const found = await index.query(clauses);
  const wanted = reference.query((query) => {
    for (const clause of clauses) query.clause(toLunr(clause, query.allFields));
  }).map(({ ref, score, matchData }) => ({ document: Number(ref), score, terms: Object.keys(matchData.metadata) }));
  if (wanted.length > 0) withResults += 1;
  if (JSON.stringify(found) !== JSON.stringify(wanted)) different.push({ clauses, found: found.slice(0, 3), wanted: wanted.slice(0, 3), of: [found.length, wanted.length] });
  if (byDocument(await foundByBox(clauses)) !== byDocument(wanted)) otherInBox.push(clauses);
}
process.stdout.write(JSON.stringify({ different, otherInBox, withResults }));
