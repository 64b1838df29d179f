// Standard input: a JSON array of texts. Standard output: the terms that the browser's analyser finds in each.
import { readFileSync } from "node:fs";
import { analyse } from "../../themes/reader/browser/analyser/analyser.js";

/** @type {string[]} */
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => analyse(text).map(({ term }) => term))));
