"""The figures of search, against values worked out by hand."""

from __future__ import annotations

from math import log2

import pytest

from bench.search.building import BuildFigures
from bench.search.corpus import Article
from bench.search.measuring import Search
from bench.search.relevance import Collection, judged, ndcg_at_10, reciprocal_rank_at_10
from bench.search.report import Measured, figures_of, power_law
from bench.search.systems import SYSTEMS

GRADES = {"a": 4, "b": 2, "c": 1}
BEST = 15 + 3 / log2(3) + 1 / 2


@pytest.mark.parametrize(
    ("ranked", "gain"),
    [
        (["a", "b", "c"], BEST),
        (["x", "a"], 15 / log2(3)),
        (["c", "x", "b", "y"], 1 + 3 / 2),
        (["x"] * 10 + ["a"], 0),
        ([], 0),
    ],
)
def test_ndcg_weighs_grades_and_places(ranked: list[str], gain: float) -> None:
    assert ndcg_at_10(ranked, GRADES) == pytest.approx(gain / BEST)


@pytest.mark.parametrize(
    ("ranked", "rank"), [(["a"], 1), (["x", "y", "c", "a"], 1 / 3), (["x"] * 10 + ["a"], 0), ([], 0)]
)
def test_the_first_wanted_document_counts(ranked: list[str], rank: float) -> None:
    assert reciprocal_rank_at_10(ranked, GRADES) == pytest.approx(rank)


def test_a_question_without_results_counts_as_nothing() -> None:
    documents = [Article(name, name, (), (), "", None, name) for name in GRADES]
    collection = Collection("Three", documents, {"1": "first", "2": "second"}, {"1": GRADES, "2": {"b": 1}})
    told = judged("someone", [["a", "b", "c"], []], collection)
    assert (told.ndcg, told.mrr, told.unanswered, told.questions) == (0.5, 0.5, 1, 2)


def test_figures_are_medians_of_the_queries() -> None:
    built = BuildFigures(files=3, size=900_000, index_size=500_000, cpu_seconds=1.0, peak_mb=50.0)
    sizes = ({"index": 1_000, "texts": 500, "code": 90_000}, {"index": 3_000, "later": 7}, {"index": 9_000})
    cold = [Search("q", time, 10, size, 2) for time, size in zip((5.0, None, 7.0), sizes, strict=True)]
    told = figures_of(Measured(SYSTEMS[0], 1_000, built, cold, cold, 4.0))
    assert (told["first"], told["index"], told["code"], told["cold_ms"]) == (3.0, 3.0, 0.0, 6.0)
    assert (told["article"], told["disk"]) == (0.5, 0.9)


def test_a_power_law_goes_on() -> None:
    assert power_law({1_000: 10, 4_000: 20}, 16_000) == pytest.approx(40)
    assert power_law({1_000: 7, 5_000: 7, 20_000: 7}, 100_000) == pytest.approx(7)
    assert power_law({1_000: 0, 5_000: 1}, 100_000) is None


@pytest.mark.parametrize(
    ("system", "path", "kind"),
    [
        ("Pagefind", "pagefind/pagefind.js", "code"),
        ("Pagefind", "pagefind/wasm.en.pagefind", "code"),
        ("Pagefind", "pagefind/pagefind-entry.json", "index"),
        ("Pagefind", "pagefind/fragment/en_1.pf_fragment", "texts"),
        ("Pagefind", "index.html", "page"),
        ("MiniSearch", "index.json", "index"),
        ("MiniSearch", "texts/7.json", "texts"),
        ("ours", "search/index.html", "page"),
        ("ours", "theme/js/reader.js", "code"),
        ("ours", "theme/css/reader.css", "page"),
    ],
)
def test_what_a_file_counts_as(system: str, path: str, kind: str) -> None:
    (one,) = (one for one in SYSTEMS if one.name == system)
    assert one.kind_of(path) == kind
