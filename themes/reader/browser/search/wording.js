// A query's words against those that the archive has: other spellings, unknown words, unfinished ones.
import { partsOf } from "../analyser/analyser.js";
import { stem } from "../analyser/stemmer.js";

/** @typedef {import("./index/archive-index.js").ArchiveIndex} ArchiveIndex */
/** @typedef {import("./index/phrases.js").Phrases} Phrases */
/** @typedef {import("./index/term-shard.js").Entry} Entry */
/** @typedef {import("./query.js").Clause} Clause */

/** Words of fewer letters are like too many others. */
const SHORTEST_CORRECTED = 4;
export const SHORTEST_COMPLETED = 3;
const MOST_COMPLETIONS = 8;
/** An unfinished word stands for so many words at most, those in the most documents. */
const MOST_ENDINGS = 24;
/** Of so many pieces; where a beginning spans more, it is too short to say anything. */
const MOST_PIECES = 4;

export class Wording {
  /**
   * @param {ArchiveIndex} index
   * @param {Phrases} phrases
   */
  constructor(index, phrases) {
    this.index = index;
    this.phrases = phrases;
    const groups = index.manifest.synonyms ?? [];
    this.synonyms = groupsBy((word) => word, groups);
    /** For the words' other forms; the words themselves come first, since university has the stem of universe. */
    this.synonymsByStem = groupsBy(stem, groups);
  }

  /**
   * @param {Clause[]} clauses
   * @param {boolean} isUnfinished whether the last word may be
   * @returns {Promise<{clauses: Clause[], corrections: {from: string, to: string}[]}>}
   */
  async prepare(clauses, isUnfinished) {
    const last = isUnfinished ? clauses.findLastIndex(({ word, bonus }) => word !== undefined && !bonus) : -1;
    /** @type {{from: string, to: string}[]} */
    const corrections = [];
    const prepared = await Promise.all(clauses.map(async (clause, place) => {
      if (clause.word === undefined || clause.editDistance > 0) return clause;
      const known = await this.#known(clause, this.#synonymsOf(clause.word));
      const endings = place === last ? await this.#endings(clause.word, clause.field) : [];
      if (known.length + endings.length > 0) return withTerms(clause, [...known, ...endings]);
      const correction = place === last || clause.presence === "prohibited" || clause.bonus ? null : await this.#correction(clause);
      if (correction === null) return withTerms(clause, [clause.term]);
      corrections.push({ from: clause.word, to: correction.to });
      return withTerms(clause, [correction.term]);
    }));
    return { clauses: prepared, corrections };
  }

  /**
   * @param {Clause[]} clauses
   * @returns {Promise<Clause[]>} each with those of its terms that the index has, and no synonyms
   */
  spelled(clauses) {
    return Promise.all(clauses.map(async (clause) => {
      const known = await this.#known(clause, []);
      return known.length > 0 ? withTerms(clause, known) : withTerms(clause, [clause.term]);
    }));
  }

  /**
   * @param {string} text
   * @returns {Promise<string[]>} words that begin as the text's last word does, the most frequent first
   */
  async completions(text) {
    const beginning = partsOf(text).at(-1)?.folded ?? "";
    if (beginning.length < SHORTEST_COMPLETED || !/[\p{L}\p{N}]$/u.test(text)) return [];
    const words = await this.phrases.wordsBeginning(beginning, MOST_PIECES);
    return words.sort((one, other) => other.documents - one.documents).slice(0, MOST_COMPLETIONS).map(({ word }) => word);
  }

  /**
   * @template {{name: {name: string, count: number}}} Named
   * @param {string} text
   * @param {Named[]} names
   * @returns {Named[]} those of which some words begin as the text's words do, the ones with the most articles first
   */
  namesLike(text, names) {
    const wanted = partsOf(text).map(({ folded }) => folded);
    if (wanted.length === 0) return [];
    const like = names.filter(({ name }) => {
      const parts = partsOf(name.name).map(({ folded }) => folded);
      return wanted.every((word) => parts.some((part) => part.startsWith(word)));
    });
    return like.sort((one, other) => other.name.count - one.name.count);
  }

  /**
   * @param {string} word
   * @returns {string[]}
   */
  #synonymsOf(word) {
    return this.synonyms.get(word) ?? this.synonymsByStem.get(stem(word)) ?? [];
  }

  /**
   * @param {Clause} clause
   * @param {string[]} synonyms
   * @returns {Promise<string[]>} those terms for the clause's word that the index has
   */
  async #known(clause, synonyms) {
    const isMixed = this.index.manifest.languages.includes("other");
    const same = synonyms.flatMap((other) => (isMixed ? [stem(other), other] : [stem(other)]));
    const spelled = [clause.term, ...(isMixed ? clause.alternatives ?? [] : []), ...same];
    const entries = await this.index.entriesOf(Array.from(new Set(spelled)));
    return entries.map(({ term }) => term);
  }

  /**
   * @param {string} beginning
   * @param {string | null} field null for all fields
   * @returns {Promise<string[]>} terms
   */
  async #endings(beginning, field) {
    if (beginning.length < SHORTEST_COMPLETED) return [];
    const terms = await this.index.termsBeginning(beginning, MOST_PIECES);
    const entries = await this.index.entriesOf(terms.length > 0 ? terms : await this.#stemsOfWordsBeginning(beginning));
    const number = this.index.manifest.fields.indexOf(field ?? "");
    // Else those that are frequent in texts would leave no place for the title's.
    const own = field === null ? entries : entries.filter(({ fields }) => fields.has(number));
    return byFrequency(own).slice(0, MOST_ENDINGS).map(({ term }) => term);
  }

  /**
   * Who types on past the end of a stem has left every term of the index: no term begins with "companie".
   *
   * @param {string} beginning
   * @returns {Promise<string[]>} terms
   */
  async #stemsOfWordsBeginning(beginning) {
    const words = await this.phrases.wordsBeginning(beginning, MOST_PIECES);
    return Array.from(new Set(words.map(({ word }) => stem(word))));
  }

  /**
   * @param {Clause} clause with a term that the index doesn't have
   * @returns {Promise<{term: string, to: string} | null>} the most frequent term one letter away, and a word for it
   */
  async #correction({ term }) {
    if (term.length < SHORTEST_CORRECTED || /[0-9]/.test(term)) return null;
    const near = await this.index.termsOf({ term, editDistance: 1 });
    const [best] = byFrequency(await this.index.entriesOf(near));
    return best === undefined ? null : { term: best.term, to: await this.#wordFor(best.term) };
  }

  /**
   * @param {string} term
   * @returns {Promise<string>} the most frequent word whose stem it is
   */
  async #wordFor(term) {
    // A stem's last letter is not always the word's: happi is happy's.
    const words = await this.phrases.wordsBeginning(term.slice(0, -1), MOST_PIECES);
    const own = words.filter(({ word }) => stem(word) === term).sort((one, other) => other.documents - one.documents);
    return own[0]?.word ?? term;
  }
}

/**
 * @param {(word: string) => string} key
 * @param {string[][]} groups
 * @returns {Map<string, string[]>}
 */
function groupsBy(key, groups) {
  return new Map(groups.flatMap((group) => group.map((word) => /** @type {[string, string[]]} */ ([key(word), group]))));
}

/**
 * @param {Clause} clause
 * @param {string[]} terms
 * @returns {Clause} that means any of them
 */
function withTerms(clause, terms) {
  const [term, ...alternatives] = new Set(terms);
  return { ...clause, term, alternatives };
}

/**
 * @param {Entry[]} entries
 * @returns {Entry[]} those in the most documents first
 */
function byFrequency(entries) {
  /** @param {Entry} entry */
  const documents = ({ fields }) => Math.max(...Array.from(fields.values(), (field) => field.documents.length));
  return [...entries].sort((one, other) => documents(other) - documents(one));
}

