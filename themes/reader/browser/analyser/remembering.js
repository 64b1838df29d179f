// What was found or made once: texts repeat their words, so what was found for one is kept, in bounds.

const MOST = 50_000;

/**
 * @template Found
 * @param {(word: string) => Found} find a pure function, of which nobody changes what it finds
 * @returns {(word: string) => Found} the same function, asked once for each word
 */
export function remembering(find) {
  /** @type {Map<string, Found>} */
  const found = new Map();
  return (word) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    if (found.size >= MOST) found.clear();
    const answer = find(word);
    found.set(word, answer);
    return answer;
  };
}

/**
 * @template Made
 * @param {() => Made} make
 * @returns {() => Made} the same function, run when it is first asked
 */
export function once(make) {
  /** @type {Made | undefined} */
  let made;
  return () => (made ??= make());
}
