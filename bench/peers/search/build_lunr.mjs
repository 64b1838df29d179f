// node build_lunr.mjs ARTICLES FOLDER: the whole index and what is shown of an article, by lunr.js itself.
import { writeFileSync } from "node:fs";
import lunr from "lunr";
import { readArticles } from "./articles.mjs";
import { FIELDS } from "./options.mjs";

const [articles, folder] = process.argv.slice(2);
const builder = new lunr.Builder();
builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
builder.searchPipeline.add(lunr.stemmer);
builder.ref("id");
for (const field of FIELDS) builder.field(field);
const shown = [];
for await (const article of readArticles(articles)) {
  builder.add(article);
  const { title, address, meta } = article;
  shown.push({ title, address, meta });
}
writeFileSync(`${folder}/index.json`, JSON.stringify(builder.build()));
writeFileSync(`${folder}/documents.json`, JSON.stringify(shown));
