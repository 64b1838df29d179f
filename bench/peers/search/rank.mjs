// node rank.mjs lunr|minisearch < {"documents": [{id, title, text}], "questions": [...]}: for each question the ids of
// the ten best documents, by either as it is by default.
import { readFileSync } from "node:fs";
import lunr from "lunr";
import MiniSearch from "minisearch";

const FIELDS = ["title", "text"];
const TEN = 10;

const ranked = {
  lunr(documents) {
    const index = lunr(function () {
      this.ref("id");
      FIELDS.forEach((field) => this.field(field));
      documents.forEach((document) => this.add(document));
    });
    return (question) => index.query((asked) => asked.term(lunr.tokenizer(question))).map(({ ref }) => ref);
  },
  minisearch(documents) {
    const index = new MiniSearch({ fields: FIELDS });
    index.addAll(documents);
    return (question) => index.search(question).map(({ id }) => id);
  },
};

const { documents, questions } = JSON.parse(readFileSync(0, "utf8"));
const rank = ranked[process.argv[2]](documents);
process.stdout.write(JSON.stringify(questions.map((question) => rank(question).slice(0, TEN))));
