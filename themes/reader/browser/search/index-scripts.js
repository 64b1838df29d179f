// The index comes in classic scripts, since a page opened from disk may not fetch anything else. Each calls
// archiveSearch(name, edition, content); plugins/search_index/scripts.py writes them.

/** @typedef {{edition: string, content: unknown}} Part */

/** @type {Map<string, Part>} */
const arrived = new Map();

/**
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Part>}
 */
export function loadPart(folder, name) {
  listen();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => reject(new Error(`${name}.js could not be loaded.`));
    script.addEventListener("error", fail);
    script.addEventListener("load", () => {
      const part = arrived.get(name);
      script.remove();
      arrived.delete(name);
      if (part) resolve(part);
      else fail();
    });
    script.src = new URL(`${name}.js`, folder).href;
    document.head.append(script);
  });
}

function listen() {
  Object.assign(globalThis, {
    /** @type {(name: string, edition: string, content: unknown) => void} */
    archiveSearch: (name, edition, content) => arrived.set(name, { edition, content }),
  });
}
