// Parts of Lunr that its package of types doesn't know, or gets wrong.
import lunr from "lunr";

/**
 * @typedef {object} TokenSetFactory
 * @property {(terms: string[]) => lunr.TokenSet} fromArray of sorted terms
 * @property {(clause: {term: string, editDistance?: number}) => lunr.TokenSet} fromClause
 */

/** @typedef {(new (attributes: object) => lunr.Index) & {load: (serialised: object) => lunr.Index}} IndexClass */

const parts = /** @type {{TokenSet: TokenSetFactory & {_nextId: number}, Index: IndexClass, Pipeline: typeof lunr.Pipeline}} */ (
  /** @type {unknown} */ (lunr));

// Lunr tells the states of its word graph apart by "edge letter + id" strings, in which the edges 1 → 23 and 12 → 3
// look the same: words with digits then get lost. Ids of one length can't be mistaken.
parts.TokenSet._nextId = 1_000_000_000;

export const { TokenSet, Index, Pipeline } = parts;
