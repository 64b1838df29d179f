// Formats citations for plugins/citations: reads {styles, locale, items} in JSON, writes an array of {style: HTML}.
import CSL from "citeproc";
import { readFileSync } from "node:fs";

// citeproc takes <i> and the like in a title for markup; an archive's titles are plain text.
const LESS = "\uE0F0";
// APA's style says "Retrieved July 18, 2024, from" of what has no date; where no day is known, "Retrieved" was left alone.
const RETRIEVED_NEVER = /\bRetrieved (?=https?:)/;

// Kinds in which APA names no publisher or site that is the author too (Publication Manual, 7th edition, 9.24 and 9.32).
const NAMED_ONCE = new Set(["report", "webpage"]);

/** @typedef {{id: string, type: string, author?: {literal?: string}[], publisher?: string, "container-title"?: string}} Item */

/** @type {{styles: Record<string, string>, locale: string, items: Item[]}} */
const asked = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, string>[]} */
const formatted = asked.items.map(() => ({}));
const items = asked.items.map((item) => JSON.parse(JSON.stringify(item).replaceAll("<", LESS)));

/**
 * @param {string} style
 * @param {Item} item
 */
function shownIn(style, item) {
  const { publisher, "container-title": site, ...rest } = item;
  const repeats = item.author?.length === 1 && item.author[0].literal === (publisher ?? site);
  return style === "APA" && NAMED_ONCE.has(item.type) && repeats ? rest : item;
}

for (const [name, style] of Object.entries(asked.styles)) {
  const engine = new CSL.Engine(
    { retrieveLocale: () => asked.locale, retrieveItem: (/** @type {string} */ id) => shownIn(name, items[Number(id)]) },
    style,
    "en-US",
  );
  // Each by itself: in one bibliography, two of a year would become 2016a and 2016b.
  items.forEach((item, at) => {
    item.id = String(at);
    engine.updateItems([item.id]);
    const [, entries] = engine.makeBibliography();
    const entry = entries.join("").trim().replace(RETRIEVED_NEVER, "");
    formatted[at][name] = entry.replace(/^<div[^>]*>|<\/div>$/g, "").trim().replaceAll(LESS, "&#60;");
  });
}
process.stdout.write(JSON.stringify(formatted));
