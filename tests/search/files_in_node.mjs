// Loads the search's files as a page does, from a folder on disk.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { ArchiveIndex } from "../../themes/reader/browser/search/index/archive-index.js";
import { Pieces } from "../../themes/reader/browser/search/index/pieces.js";

const arrived = {};
globalThis.archiveSearch = (name, content) => { arrived[name] = content; };

function run(path, name) {
  vm.runInThisContext(readFileSync(path, "utf8"), { filename: path });
  const content = arrived[name];
  delete arrived[name];
  return content;
}

export function openFolder(folder) {
  const manifest = run(join(folder, "manifest.js"), "manifest");
  const loaded = [];
  const load = async (name) => {
    loaded.push(name);
    if (name === "manifest") return manifest;
    return run(join(folder, manifest.edition, `${name}.js`), name);
  };
  const loadRange = async (name, start, end) => {
    loaded.push(name);
    return new Uint8Array(readFileSync(join(folder, manifest.edition, name))).slice(start, end);
  };
  return { manifest, load, loadRange, loaded };
}

export async function openIndex(folder) {
  const { manifest, load, loaded } = openFolder(folder);
  return { index: await ArchiveIndex.open(manifest, new Pieces(load)), loaded };
}
