// The articles of a file with a line of JSON each, as the peers index and show them.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** @param {string} path */
export async function* readArticles(path) {
  let id = 0;
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    const { slug, title, text, authors, topics, source, published } = JSON.parse(line);
    const meta = [authors.join(", "), published, source].filter(Boolean).join(" · ");
    const fields = { title, text, author: authors.join(", "), topic: topics.join(", "), source };
    yield { id: id++, address: `articles/${slug}/index.html`, meta, ...fields };
  }
}
