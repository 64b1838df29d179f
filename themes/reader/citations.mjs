// Formats citations for plugins/citations: reads {styles, locale, items} in JSON, writes an array of {style: HTML}.
import CSL from "citeproc";
import { readFileSync } from "node:fs";

// citeproc takes <i> and the like in a title for markup; an archive's titles are plain text.
const LESS = "\uE0F0";

/** @type {{styles: Record<string, string>, locale: string, items: {id: string}[]}} */
const asked = JSON.parse(readFileSync(0, "utf8"));
/** @type {Record<string, string>[]} */
const formatted = asked.items.map(() => ({}));
const items = asked.items.map((item) => JSON.parse(JSON.stringify(item).replaceAll("<", LESS)));

for (const [name, style] of Object.entries(asked.styles)) {
  const engine = new CSL.Engine(
    { retrieveLocale: () => asked.locale, retrieveItem: (/** @type {string} */ id) => items[Number(id)] },
    style,
    "en-US",
  );
  // Each by itself: in one bibliography, two of a year would become 2016a and 2016b.
  items.forEach((item, at) => {
    item.id = String(at);
    engine.updateItems([item.id]);
    const [, entries] = engine.makeBibliography();
    const entry = entries.join("").trim();
    formatted[at][name] = entry.replace(/^<div[^>]*>|<\/div>$/g, "").trim().replaceAll(LESS, "&#60;");
  });
}
process.stdout.write(JSON.stringify(formatted));
