// The whole Lunr index, as Lunr's guide has it loaded.
import lunr from "lunr";
import { itemsOf, mount, SHOWN } from "./page.js";

const opening = Promise.all(["index.json", "documents.json"].map(async (name) => (await fetch(name)).json()))
  .then(([index, documents]) => ({ index: lunr.Index.load(index), documents }));

mount(async (query) => {
  const { index, documents } = await opening;
  const terms = lunr.tokenizer(query).map(String);
  const hits = index.query((asked) => asked.term(terms)).slice(0, SHOWN);
  const words = [...new Set(hits.flatMap(({ matchData }) => Object.keys(matchData.metadata)))];
  return itemsOf(hits.map(({ ref }) => ({ place: Number(ref), ...documents[Number(ref)] })), words);
});
