// Loads the index's files. They are classic scripts, since a page opened from disk may not fetch anything else; each
// calls archiveSearch(name, content). plugins/search_index/files.py writes them.
import { SCRIPT } from "../addresses.js";

/** @type {Map<string, unknown>} */
const arrived = new Map();

Object.assign(globalThis, {
  archiveSearch: (/** @type {string} */ name, /** @type {unknown} */ content) => void arrived.set(name, content),
});

/**
 * The search page names scripts that stand after this one: they are on their way, and have not been run.
 *
 * @type {Map<string, HTMLScriptElement>}
 */
const onTheirWay = new Map(scriptsAfterThis().map((script) => [script.src, forgotten(script)]));

/** @returns {HTMLScriptElement[]} */
function scriptsAfterThis() {
  const scripts = Array.from(document.scripts);
  return scripts.slice(scripts.findIndex(({ src }) => src === SCRIPT) + 1);
}

/**
 * @param {HTMLScriptElement} script
 * @returns {HTMLScriptElement} that goes once it was run: who asks for it again has it loaded again
 */
function forgotten(script) {
  for (const type of ["load", "error"]) {
    script.addEventListener(type, () => {
      onTheirWay.delete(script.src);
      script.remove();
    });
  }
  return script;
}

/**
 * @param {string} address of a script
 * @returns {Promise<boolean>} whether it could be run
 */
export function runScript(address) {
  return new Promise((resolve) => {
    const script = onTheirWay.get(address) ?? newScript(address);
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => resolve(false));
  });
}

/**
 * @param {string} address
 * @returns {HTMLScriptElement}
 */
function newScript(address) {
  const script = forgotten(document.createElement("script"));
  script.src = address;
  document.head.append(script);
  return script;
}

/**
 * @param {string} address of a script of the index
 * @param {string} name by which it says what it brings
 * @returns {Promise<unknown>} its content
 */
async function contentOf(address, name) {
  const isRun = arrived.has(name) || (await runScript(address));
  if (!isRun || !arrived.has(name)) throw new Error(`${name}.js could not be loaded.`);
  const content = arrived.get(name);
  arrived.delete(name);
  return content;
}

/**
 * @param {string} folder the address of the folder with manifest.js
 * @returns {{load: (name: string) => Promise<unknown>, loadRange: (name: string, start: number, end: number) => Promise<Uint8Array>}}
 */
export function filesIn(folder) {
  /** @type {Promise<any> | null} */
  let manifest = null;

  function manifestOnce() {
    manifest ??= contentOf(new URL("manifest.js", folder).href, "manifest").catch((problem) => {
      manifest = null; // so that the next search tries again
      throw problem;
    });
    return manifest;
  }

  /**
   * @param {string} name
   * @returns {Promise<string>}
   */
  async function addressOf(name) {
    const { edition } = await manifestOnce();
    return new URL(`${edition}/${name}`, folder).href;
  }

  return {
    load: async (name) => (name === "manifest" ? manifestOnce() : contentOf(await addressOf(`${name}.js`), name)),
    loadRange: async (name, start, end) => {
      const answer = await fetch(await addressOf(name), { headers: { Range: `bytes=${start}-${end - 1}` } });
      if (answer.status !== 206) throw new Error(`${name}: the host gives no parts of files.`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}

/**
 * @param {string} address of search-engine.js
 * @returns {Promise<() => typeof import("./engine-bundle.js")>} makes the engine's modules; its source is all that a
 *   worker needs
 */
export async function loadEngine(address) {
  const known = () => /** @type {{archiveSearchEngine?: () => typeof import("./engine-bundle.js")}} */ (globalThis).archiveSearchEngine;
  if (!known() && !(await runScript(address))) throw new Error("search-engine.js could not be loaded.");
  const engine = known();
  if (!engine) throw new Error("search-engine.js is broken.");
  return engine;
}
