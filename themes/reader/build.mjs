// Bundles the style sheets into one, and the browser code into classic scripts, since module scripts don't load from
// file://: reader.js for every page but the search page, which has search-page.js, then search-filters.js behind the
// results, and search-engine.js for those that search. Beside them it lays the licences of what is bundled.
import { build } from "esbuild";
import { appendFile, readFile, writeFile } from "node:fs/promises";

const FOLDER = "static/js";
/** Those of Lunr's own files that a search needs, in its order: its builder, stemmer and parser are a third of a page's code. */
const LUNR_PARTS = [
  "utils", "field_ref", "set", "token", "pipeline", "vector", "match_data", "token_set", "token_set_builder", "query", "index",
];

/** @type {import("esbuild").Plugin} */
const lunrInParts = {
  name: "lunr-in-parts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^lunr$/ }, () => ({ path: "lunr", namespace: "parts" }));
    onLoad({ filter: /.*/, namespace: "parts" }, async () => {
      const parts = await Promise.all(LUNR_PARTS.map((name) => readFile(`node_modules/lunr/lib/${name}.js`, "utf8")));
      return { contents: ["const lunr = {};", ...parts, "export default lunr;"].join("\n"), loader: "js" };
    });
  },
};

/** @type {import("esbuild").BuildOptions} */
const OPTIONS = {
  bundle: true, format: "iife", target: "es2022", charset: "utf8", minify: true, legalComments: "linked", logLevel: "warning",
};

await build({ entryPoints: ["css/reader.css"], outfile: "static/css/reader.css", bundle: true, minify: true, charset: "utf8", logLevel: "warning" });
await build({ ...OPTIONS, entryPoints: ["browser/main.js"], outfile: `${FOLDER}/reader.js` });
await build({ ...OPTIONS, entryPoints: ["browser/search-main.js"], outfile: `${FOLDER}/search-page.js` });
await build({ ...OPTIONS, entryPoints: ["browser/search/filters-bundle.js"], outfile: `${FOLDER}/search-filters.js`, globalName: "archiveSearchFilters" });

// One function that gives the engine's modules: the page calls it, or hands its source to a worker.
const ENGINE = `${FOLDER}/search-engine.js`;
await build({ ...OPTIONS, entryPoints: ["browser/search/engine-bundle.js"], outfile: ENGINE, globalName: "engine", plugins: [lunrInParts] });
const engine = await readFile(ENGINE, "utf8");
const code = engine.replace(/\n\/\*! For license.*\n?$/u, "");
await writeFile(ENGINE, `function archiveSearchEngine(){${code}return engine}\n/*! For licences see search-engine.js.LEGAL.txt */\n`);

const licence = await readFile("node_modules/lunr/LICENSE", "utf8");
await appendFile(`${ENGINE}.LEGAL.txt`, `\nlunr's licence in full:\n\n${licence.trim()}\n`);
