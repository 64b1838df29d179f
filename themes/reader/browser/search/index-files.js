// Loads the index's files. They are classic scripts, since a page opened from disk may not fetch anything else; each
// calls archiveSearch(name, content). plugins/search_index/files.py writes them.

/** @type {Map<string, unknown>} */
const arrived = new Map();

/**
 * @param {string} address of the script
 * @param {string} name by which it says what it brings
 * @returns {Promise<unknown>} its content
 */
function runScript(address, name) {
  Object.assign(globalThis, {
    archiveSearch: (/** @type {string} */ told, /** @type {unknown} */ content) => void arrived.set(told, content),
  });
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => reject(new Error(`${name}.js could not be loaded.`));
    script.addEventListener("error", fail);
    script.addEventListener("load", () => {
      script.remove();
      const has = arrived.has(name);
      const content = arrived.get(name);
      arrived.delete(name);
      if (has) resolve(content);
      else fail();
    });
    script.src = address;
    document.head.append(script);
  });
}

/**
 * @param {string} folder the address of the folder with manifest.js
 * @returns {{load: (name: string) => Promise<unknown>, loadRange: (name: string, start: number, end: number) => Promise<Uint8Array>}}
 */
export function filesIn(folder) {
  /** @type {Promise<any> | null} */
  let manifest = null;

  function manifestOnce() {
    manifest ??= runScript(new URL("manifest.js", folder).href, "manifest").catch((problem) => {
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
    load: async (name) => (name === "manifest" ? manifestOnce() : runScript(await addressOf(`${name}.js`), name)),
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
  if (!known()) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error("search-engine.js could not be loaded.")));
      script.src = address;
      document.head.append(script);
    });
  }
  const engine = known();
  if (!engine) throw new Error("search-engine.js is broken.");
  return engine;
}
