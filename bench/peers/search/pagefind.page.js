// Pagefind through its own interface for programs: lighter than its ready-made page.
import { item, mount, SHOWN } from "./page.js";

const opening = import(new URL("pagefind/pagefind.js", location.href).href);

mount(async (query) => {
  const found = await (await opening).search(query);
  const shown = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
  return shown.map(({ url, meta, excerpt }) => item(meta.title, url, meta.line ?? "", excerpt));
});
