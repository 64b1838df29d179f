// Two sides that ask each other for things by messages: the page, and the worker that searches.

/** @typedef {(...asked: any[]) => unknown} Method */
/** @typedef {{call: number, method: string, asked: unknown[]}} Call */
/** @typedef {{answer: number, result?: unknown, problem?: string}} Answer */

/**
 * @typedef {object} Port one end of a channel: a worker, or a worker's own `self`
 * @property {(message: Call | Answer) => void} postMessage
 * @property {(type: "message", listener: (event: MessageEvent) => void) => void} addEventListener
 */

/**
 * @param {Port} port
 * @param {Record<string, Method>} methods that the other side may ask for
 * @returns {(method: string, ...asked: unknown[]) => Promise<any>} asks the other side
 */
export function connect(port, methods) {
  /** @type {Map<number, {resolve: (result: unknown) => void, reject: (problem: Error) => void}>} */
  const waiting = new Map();
  let calls = 0;

  /** @param {Call} call */
  async function answer({ call, method, asked }) {
    try {
      port.postMessage({ answer: call, result: await methods[method](...asked) });
    } catch (problem) {
      port.postMessage({ answer: call, problem: problem instanceof Error ? problem.message : String(problem) });
    }
  }

  port.addEventListener("message", ({ data }) => {
    if ("call" in data) return void answer(data);
    const asker = waiting.get(data.answer);
    waiting.delete(data.answer);
    if (data.problem === undefined) asker?.resolve(data.result);
    else asker?.reject(new Error(data.problem));
  });

  return (method, ...asked) => new Promise((resolve, reject) => {
    calls += 1;
    waiting.set(calls, { resolve, reject });
    port.postMessage({ call: calls, method, asked });
  });
}
