// node build_minisearch.mjs ARTICLES FOLDER: MiniSearch's index, in which what is shown of an article is stored.
import { writeFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { readArticles } from "./articles.mjs";
import { MINISEARCH } from "./options.mjs";

const [articles, folder] = process.argv.slice(2);
const index = new MiniSearch(MINISEARCH);
for await (const article of readArticles(articles)) index.add(article);
writeFileSync(`${folder}/index.json`, JSON.stringify(index));
