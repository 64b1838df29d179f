// Bundles browser/main.js into one classic script, since module scripts don't load from file://,
// and lays the licences of what is bundled beside it.
import { build } from "esbuild";
import { appendFile, readFile } from "node:fs/promises";

const OUTPUT = "static/js/reader.js";

await build({
  entryPoints: ["browser/main.js"],
  outfile: OUTPUT,
  bundle: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  minify: true,
  legalComments: "linked",
  logLevel: "warning",
});

const licence = await readFile("node_modules/lunr/LICENSE", "utf8");
await appendFile(`${OUTPUT}.LEGAL.txt`, `\nlunr's licence in full:\n\n${licence.trim()}\n`);
