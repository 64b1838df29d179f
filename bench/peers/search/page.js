// What the peers' pages share: the same form, address and list as the archive's own search page.

/** @typedef {{title: string, address: string, meta: string, excerpt: string}} Result `excerpt` is HTML or text */

export const SHOWN = 10;
const AROUND = 15;

/** @param {(query: string) => Promise<Node[]>} search the first ten results as list items */
export function mount(search) {
  const form = document.querySelector("form");
  const results = document.querySelector(".search-results");
  const update = async (query) => {
    const items = await search(query);
    results.replaceChildren(...(items.length > 0 ? items : ["Nothing found."]));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void update(form.elements.q.value);
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    form.elements.q.value = asked;
    void update(asked);
  }
}

export function item(title, address, meta, excerptHtml) {
  const made = document.createElement("li");
  made.innerHTML = '<h2 class="search-result__title"><a></a></h2><p></p><p class="search-result__excerpt"></p>';
  const [heading, line, excerpt] = made.children;
  heading.firstChild.href = address;
  heading.firstChild.textContent = title;
  line.textContent = meta;
  excerpt.innerHTML = excerptHtml;
  return made;
}

/** Loads the ten articles' texts, each in a file of its own, as Pagefind has them. */
export async function itemsOf(found, words) {
  const texts = await Promise.all(found.map(async ({ place }) => (await fetch(`texts/${place}.json`)).json()));
  return found.map(({ title, address, meta }, number) => item(title, address, meta, excerptOf(texts[number], words)));
}

/** Thirty words around the first one that begins as one of `words` does. */
export function excerptOf(text, words) {
  const starts = words.map((word) => word.toLowerCase());
  const isHit = (word) => starts.some((start) => word.toLowerCase().replace(/^\W+/, "").startsWith(start));
  const all = text.split(/\s+/);
  const begin = Math.max(0, all.findIndex(isHit) - AROUND);
  const escaped = (word) => word.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return all.slice(begin, begin + 2 * AROUND).map((word) => isHit(word) ? `<mark>${escaped(word)}</mark>` : escaped(word)).join(" ");
}
