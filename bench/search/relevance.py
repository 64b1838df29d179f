"""Do the wanted documents come first? Whole questions as queries over ../shared/relevance/cranfield."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean

from playwright.sync_api import Browser

from bench.search import ours
from bench.search.building import measured
from bench.search.corpus import REPOSITORY, Article, shared, write_articles
from bench.search.measuring import fresh_page
from bench.search.serving import hosted
from bench.search.systems import PAGEFIND, named, run_node, version_of

TEN = 10
OUR_ANSWERS = str(REPOSITORY / "bench/search/our_answers.mjs")
ASK_PAGEFIND = """async (questions) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
  const answers = [];
  for (const question of questions) {
    const { results } = await pagefind.search(question);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    answers.push(shown.map(({ url }) => url));
  }
  return answers;
}"""


@dataclass(frozen=True, slots=True)
class Collection:
    """`grades`: by question and document; 0 is left out."""

    name: str
    documents: Sequence[Article]
    questions: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Relevance:
    """Means over the judged questions; `unanswered` are those without any result, which count as 0."""

    name: str
    ndcg: float
    mrr: float
    unanswered: int
    questions: int


Ranking = Sequence[Sequence[str]]


def load_collection() -> Collection:
    """Cranfield. Raises NothingShared where it is missing."""
    folder = shared("relevance") / "cranfield"
    grades: dict[str, dict[str, int]] = {}
    for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
        question, _, document, grade = line.split()
        if int(grade) > 0:
            grades.setdefault(question, {})[document] = int(grade)
    questions = dict(json.loads((folder / "queries.json").read_text(encoding="utf-8")))
    documents = json.loads((folder / "docs.json").read_text(encoding="utf-8"))
    return Collection(
        "Cranfield",
        [Article(told["id"], told["title"], (), (), "", None, told["body"]) for told in documents],
        {number: question for number, question in questions.items() if number in grades},
        grades,
    )


def ndcg_at_10(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Järvelin and Kekäläinen's measure with the gain 2^grade − 1.

    >>> ndcg_at_10(["b", "a"], {"a": 2, "b": 1}) < ndcg_at_10(["a", "b"], {"a": 2, "b": 1})
    True
    """
    best = discounted_gain(sorted(grades.values(), reverse=True))
    return discounted_gain([grades.get(document, 0) for document in ranked]) / best if best else 0.0


def discounted_gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:TEN]))


def reciprocal_rank_at_10(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    return next((1 / place for place, document in enumerate(ranked[:TEN], 1) if grades.get(document, 0) > 0), 0.0)


def judged(name: str, ranking: Ranking, collection: Collection) -> Relevance:
    pairs = list(zip(ranking, (collection.grades[number] for number in collection.questions), strict=True))
    return Relevance(
        name,
        fmean(ndcg_at_10(*pair) for pair in pairs),
        fmean(reciprocal_rank_at_10(*pair) for pair in pairs),
        sum(not ranked for ranked in ranking),
        len(pairs),
    )


def measure_relevance(
    browser: Browser, folder: Path, bm25s_python: Path, tell: Callable[[str], None]
) -> list[Relevance]:
    collection = load_collection()
    rankings: dict[str, Callable[[], Ranking]] = {
        "ours": lambda: by_ours(collection, folder),
        f"Lunr {version_of('lunr')}, by default": lambda: by_node("lunr", collection),
        f"MiniSearch {version_of('minisearch')}": lambda: by_node("minisearch", collection),
        f"bm25s {bm25s_version()}": lambda: by_bm25s(collection, bm25s_python),
        f"Pagefind {version_of('pagefind')}": lambda: by_pagefind(collection, folder, browser),
    }
    figures = []
    for name, rank in rankings.items():
        tell(f"relevance: {name}")
        figures.append(judged(name, rank(), collection))
    return figures


def by_ours(collection: Collection, folder: Path) -> Ranking:
    """The index as a site's build writes it, asked by the browser code in Node."""
    articles, site = folder / "relevance.jsonl", folder / "relevance of ours"
    write_articles(articles, collection.documents)
    measured(ours.command(articles, site))
    told = json.dumps({"folder": str(site / "search"), "questions": list(collection.questions.values())})
    return in_slugs(json.loads(run_node(OUR_ANSWERS, told=told)))


def by_node(peer: str, collection: Collection) -> Ranking:
    ranking: Ranking = json.loads(run_node("rank.mjs", peer, told=as_told(collection)))
    return ranking


def by_bm25s(collection: Collection, python: Path) -> Ranking:
    command = [str(python), "-m", "bench.peers.by_bm25s"]
    done = subprocess.run(
        command, cwd=REPOSITORY, input=as_told(collection), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    ranking: Ranking = json.loads(done.stdout)
    return ranking


def bm25s_version() -> str:
    locked = (REPOSITORY / "requirements/bench.in").read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("bm25s==") for line in locked if line.startswith("bm25s=="))


def as_told(collection: Collection) -> str:
    documents = [{"id": one.slug, "title": one.title, "text": one.text} for one in collection.documents]
    return json.dumps({"documents": documents, "questions": list(collection.questions.values())})


def by_pagefind(collection: Collection, folder: Path, browser: Browser) -> Ranking:
    """In the browser, the one place where it searches."""
    (system,) = named([PAGEFIND])
    articles, site = folder / "relevance.jsonl", folder / "relevance of Pagefind"
    site.mkdir()
    with hosted(site) as host, fresh_page(browser) as page:
        system.lay_out(articles, site, host.address)
        measured(system.command(articles, site))
        host.compress()
        page.goto(f"{host.address}/{system.page}")
        return in_slugs(page.evaluate(ASK_PAGEFIND, list(collection.questions.values())))


def in_slugs(addresses: Sequence[Sequence[str]]) -> Ranking:
    """articles/SLUG/index.html, in whatever form a system writes it, as the slug."""
    return [[address.partition("articles/")[2].partition("/")[0] for address in ten] for ten in addresses]
