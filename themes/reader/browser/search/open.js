// Opens the search: in a worker where one can be had, so that typing stays fluid, else on the page itself.
import { filesIn, loadEngine } from "./index-files.js";
import { connect } from "./rpc.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {Pick<Engine, "search" | "page" | "facets" | "citations" | "completions" | "names" | "titles">} Search */

/** How long a worker may take to answer that it is there; a page whose worker never starts searches by itself. */
const PATIENCE = 4000;
/** So many results of a worker's first answer, which nobody sees. */
const WARMING = 10;
/** Those that are about the last answer of `search`. */
const OF_AN_ANSWER = new Set(["search", "page", "facets", "citations"]);
const METHODS = [...OF_AN_ANSWER, "completions", "names", "titles"];

/** @typedef {() => typeof import("./engine-bundle.js")} MakeEngine */
/** @typedef {ReturnType<typeof filesIn>} Files */

/**
 * @param {string} folder the address of the folder with manifest.js
 * @param {string} engineAddress of search-engine.js
 * @param {boolean} isAsked whether somebody waits for an answer already, and isn't typing: then the page itself gives
 *   the first one, since a worker is slow to start
 * @returns {Promise<Search>} rejects where something could not be loaded
 */
export async function open(folder, engineAddress, isAsked) {
  const files = filesIn(folder);
  files.load("manifest").catch(() => {}); // at once: the engine will ask for it, and tell
  const makeEngine = await loadEngine(engineAddress);
  if (isAsked) {
    const kept = keptFor(files);
    return handedOver(await onPage(makeEngine, kept.files), () => inWorker(makeEngine, kept.files), kept.forget);
  }
  return (await inWorker(makeEngine, files)) ?? onPage(makeEngine, files);
}

/**
 * @param {MakeEngine} makeEngine
 * @param {Files} files
 * @returns {Promise<Search>}
 */
function onPage(makeEngine, files) {
  return makeEngine().Engine.open(files.load, /** @type {any} */ (files.loadRange));
}

/**
 * @param {MakeEngine} makeEngine
 * @param {Files} files
 * @returns {Promise<Search | null>} null where no worker can be had
 */
async function inWorker(makeEngine, files) {
  const worker = startWorker(makeEngine);
  if (worker === null) return null;
  const ask = connect(worker, files);
  const isOpen = await Promise.race([ask("open").then(() => true), failing(worker), waiting(PATIENCE)]);
  if (isOpen) return withMethods((method, asked) => ask("ask", method, asked));
  worker.terminate();
  return null;
}

/**
 * @param {Search} first answers until there is another
 * @param {() => Promise<Search | null>} startOther
 * @param {() => void} onEnd called when the other has taken over
 * @returns {Search} that asks for pages and counts of an answer where the answer came from
 */
function handedOver(first, startOther, onEnd) {
  let [current, answering] = [first, first];
  /** @type {any} */
  let question = null;
  let isStarted = false;

  async function start() {
    const other = await startOther();
    // What the first was asked warms the other up: its code has run, and the pieces that most questions need are there.
    await other?.search(question);
    await other?.page(0, WARMING);
    current = other ?? first;
  }

  /** Where the other can't be had, the first goes on. */
  function startOnce() {
    if (isStarted || question === null) return;
    isStarted = true;
    start().catch(() => {}).finally(onEnd);
  }

  return withMethods(async (method, asked) => {
    if (method === "search") [answering, question] = [current, asked[0]];
    const search = OF_AN_ANSWER.has(method) ? answering : current;
    try {
      return await /** @type {any} */ (search)[method](...asked);
    } finally {
      if (method === "facets") startOnce(); // all that the first answer needs has come
    }
  });
}

/**
 * Browsers may not keep what was asked for in parts.
 *
 * @param {Files} files
 * @returns {{files: Files, forget: () => void}} the same files, each loaded once until they are forgotten
 */
function keptFor(files) {
  /** @type {Map<string, Promise<any>> | null} */
  let kept = new Map();

  /**
   * @param {string} key
   * @param {() => Promise<any>} load
   * @returns {Promise<any>}
   */
  function once(key, load) {
    const known = kept?.get(key);
    if (known) return known;
    const loading = load();
    kept?.set(key, loading);
    loading.catch(() => kept?.delete(key)); // so that it is tried again
    return loading;
  }

  return {
    files: {
      load: (name) => once(name, () => files.load(name)),
      loadRange: (name, start, end) => once(`${name} ${start}`, () => files.loadRange(name, start, end)),
    },
    forget: () => { kept = null; },
  };
}

/**
 * @param {(method: string, asked: unknown[]) => unknown} ask
 * @returns {Search}
 */
function withMethods(ask) {
  return /** @type {Search} */ (Object.fromEntries(METHODS.map((method) => [method, (/** @type {unknown[]} */ ...asked) => ask(method, asked)])));
}

/**
 * @param {MakeEngine} makeEngine
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
