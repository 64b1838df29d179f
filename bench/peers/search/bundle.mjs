// node bundle.mjs PAGE FOLDER: the peer's search page with its script, bundled and minified as a site would ship it.
// esbuild is the theme's own.
import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "../../../themes/reader/node_modules/esbuild/lib/main.js";

const [page, folder] = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
await build({ entryPoints: [here(page)], outfile: `${folder}/search.js`, bundle: true, minify: true, format: "esm" });
copyFileSync(here("page.html"), `${folder}/index.html`);
