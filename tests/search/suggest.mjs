// Standard input: {"folder": with the search's files, "texts": what readers typed}. Standard output: what the jump box gets for each.
import { readFileSync } from "node:fs";
import { Engine } from "../../themes/reader/browser/search/engine.js";
import { openFolder } from "./files_in_node.mjs";

const { folder, texts } = JSON.parse(readFileSync(0, "utf8"));
const { load, loadRange } = openFolder(folder);
const engine = await Engine.open(load, loadRange);
const answers = [];
for (const text of texts) {
  const titles = await engine.titles(text, 5);
  const names = await engine.names(text, 60);
  answers.push({
    titles: titles.map(({ label }) => label),
    marked: titles.map(({ title }) => title?.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("") ?? null),
    words: await engine.completions(text),
    names: names.map(({ name }) => name.name),
  });
}
process.stdout.write(JSON.stringify(answers));
