// What static/js/search-engine.js holds: all that knows words and the index, for a worker or for the page itself.
import { Engine } from "./engine.js";
import { findPlaces } from "./excerpt.js";
import { connect } from "./rpc.js";

export { Engine, findPlaces };

/**
 * In a worker: opens the engine once it is told to, and answers what the page asks it.
 *
 * @param {import("./rpc.js").Port} port
 */
export function serve(port) {
  /** @type {Promise<Engine>} */
  let engine;
  const askPage = connect(port, {
    open: async () => {
      engine = Engine.open((name) => askPage("load", name), (name, start, end) => askPage("loadRange", name, start, end));
      await engine;
    },
    ask: async (/** @type {keyof Engine} */ method, /** @type {unknown[]} */ asked) => {
      const opened = /** @type {any} */ (await engine);
      return opened[method](...asked);
    },
  });
}
