import assert from "node:assert/strict";
import { test } from "node:test";
import { asksSomething, changedTo, choicesOf, questionOf, stateAddress, stateIn, toggled, unfiltered, yearsBetween } from "./search-state.js";

const ADDRESSES = [
  "", "?q=salt", "?q=title%3A%E2%80%9Cx%E2%80%9D+%26+y%3Dz%231", "?q=salt&source=A+%26+B&source=C&author=Ana+Ili%C4%87&topic=Salt%2C+sea",
  "?years=2014-2017", "?years=2014", "?years=2014-", "?years=-2017", "?q=salt&sort=oldest&page=12",
  "?q=T%C3%BCrkiye+%F0%9F%99%82+100%25+%2Ba+-b",
];

for (const address of ADDRESSES) {
  test(`an address says what is asked, and comes back from that: ${address}`, () => {
    assert.equal(stateAddress("/search/index.html", stateIn(address)), `/search/index.html${address}`);
  });
}

test("what an address can't mean is as if it weren't there", () => {
  assert.deepEqual(stateIn("?q=+&source=&years=soon&years2=&sort=best&page=-1"), { ...stateIn(""), text: " " });
  for (const years of ["-", "20145", "2014-2015-2016", ""]) assert.equal(stateIn(`?years=${years}`).years, null);
  for (const page of ["0", "1.5", "1e3", "x"]) assert.equal(stateIn(`?page=${page}`).page, 1);
  assert.deepEqual(stateIn("?source=A&source=A").source, ["A"]);
  assert.equal(stateAddress("/s", stateIn("?q=+&page=1")), "/s");
});

test("years may come the wrong way round", () => {
  assert.deepEqual(stateIn("?years=2017-2014").years, { from: 2014, to: 2017 });
  assert.deepEqual(yearsBetween(2017, 2014), { from: 2014, to: 2017 });
  assert.equal(yearsBetween(null, null), null);
});

test("whoever chooses another filter begins at the first page", () => {
  const state = stateIn("?q=salt&source=A&page=3");
  assert.equal(stateAddress("", toggled(state, "source", "B")), "?q=salt&source=A&source=B");
  assert.equal(stateAddress("", toggled(state, "source", "A")), "?q=salt");
  assert.equal(stateAddress("", changedTo(state, { page: 2 })), "?q=salt&source=A&page=2");
  assert.equal(stateAddress("", unfiltered(stateIn("?q=salt&topic=B&years=2014&sort=newest"))), "?q=salt&sort=newest");
});

test("each choice tells what is asked without it", () => {
  const choices = choicesOf(stateIn("?q=salt&source=A&author=B&years=2014-&page=2"));
  assert.deepEqual(choices.map(({ kind, name }) => [kind, name]), [["source", "A"], ["author", "B"], ["years", "since 2014"]]);
  assert.deepEqual(choices.map(({ without }) => stateAddress("", without)), [
    "?q=salt&author=B&years=2014-", "?q=salt&source=A&years=2014-", "?q=salt&source=A&author=B",
  ]);
});

test("filters alone ask for something, a page or an order doesn't", () => {
  assert.ok(asksSomething(stateIn("?topic=Salt")));
  assert.ok(asksSomething(stateIn("?years=2014")));
  assert.ok(!asksSomething(stateIn("?q=+&page=2&sort=newest")));
});

test("a question has no years where none are chosen", () => {
  assert.deepEqual(questionOf(stateIn("?q=salt&source=A"), true), { text: "salt", filters: { source: ["A"], author: [], topic: [] }, sort: "relevance", typing: true });
  assert.deepEqual(questionOf(stateIn("?years=2014"), false).filters.years, { from: 2014, to: 2014 });
});
