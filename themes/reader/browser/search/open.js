// Opens the search: in a worker where one can be had, so that typing stays fluid, else on the page itself.
import { filesIn, loadEngine } from "./index-files.js";
import { connect } from "./rpc.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {Pick<Engine, "search" | "page" | "facets" | "citations" | "completions" | "names" | "titles">} Search */

/** How long a worker may take to answer that it is there; a page whose worker never starts searches by itself. */
const PATIENCE = 4000;
const METHODS = ["search", "page", "facets", "citations", "completions", "names", "titles"];

/**
 * @param {string} folder the address of the folder with manifest.js
 * @param {string} engineAddress of search-engine.js
 * @returns {Promise<Search>} rejects where something could not be loaded
 */
export async function open(folder, engineAddress) {
  const files = filesIn(folder);
  const manifest = files.load("manifest"); // at once: the engine will ask for it
  manifest.catch(() => {}); // and tell
  const makeEngine = await loadEngine(engineAddress);
  const worker = startWorker(makeEngine);
  if (worker !== null) {
    const ask = connect(worker, files);
    const opened = await Promise.race([ask("open").then(() => true), failing(worker), waiting(PATIENCE)]);
    if (opened) return /** @type {Search} */ (Object.fromEntries(METHODS.map((method) => [method, (/** @type {unknown[]} */ ...asked) => ask("ask", method, asked)])));
    worker.terminate();
  }
  return makeEngine().Engine.open(files.load, /** @type {any} */ (files.loadRange));
}

/**
 * @param {() => unknown} makeEngine
 * @returns {Worker | null}
 */
function startWorker(makeEngine) {
  try {
    const address = URL.createObjectURL(new Blob([`(${makeEngine})().serve(self)`], { type: "text/javascript" }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    return worker;
  } catch {
    return null; // this browser wants no worker here
  }
}

/**
 * @param {Worker} worker
 * @returns {Promise<false>} once it fails
 */
function failing(worker) {
  return new Promise((resolve) => {
    worker.addEventListener("error", () => resolve(false));
  });
}

/**
 * @param {number} milliseconds
 * @returns {Promise<false>}
 */
function waiting(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds);
  });
}
