"""What of an article's structure is counted, and against what."""

from __future__ import annotations

import pytest

from bench.cleaning.structure import mean_by_kind, mean_over_kinds, pairs_of, structure_scores

ADDRESS = "https://ombe.example/news/wells"
COUNTED = [
    ("## The *old* pump", {("heading", "the old pump"), ("heading level", "2 the old pump")}),
    ("Title\n=====", {("heading", "title"), ("heading level", "1 title")}),
    ("- one\n- two\n    - three", {("list item", "one"), ("list item", "two"), ("list item", "three")}),
    ("1. one\n\n   more of one\n2. two", {("list item", "one more of one"), ("list item", "two")}),
    ("4. Read the meter\n\nand write it down", set()),
    ("> said she\n>\n> and went", {("quote", "said she"), ("quote", "and went")}),
    ("| a | b |\n|---|---|\n| 1 | |", {("cell", "a"), ("cell", "b"), ("cell", "1")}),
    ("**Salt** and *water*", {("strong", "salt"), ("emphasis", "water")}),
    ("**Salt<br>** **water**", {("strong", "salt"), ("strong", "water")}),
    ("![a well](well.jpg)\n\n*the old well*", set()),
    ("![a well](well.jpg)\n\n*the old well*, dry", {("emphasis", "the"), ("emphasis", "old"), ("emphasis", "well")}),
    ("***both***", {("strong", "both"), ("emphasis", "both")}),
    ("see [the well](/wells/#top)", {("link", "the well https://ombe.example/wells")}),
    ("see [the well](a b)", set()),
    ("![a well](well.jpg)", set()),
    ("[![a well](well.jpg)](https://ombe.example/)", set()),
    ("> - one", {("quote", "one"), ("list item", "one")}),
    ("`code` and plain words", set()),
    ("<b>raw</b>", set()),
]


@pytest.mark.parametrize(("markdown", "pairs"), COUNTED)
def test_what_is_counted(markdown: str, pairs: set[tuple[str, str]]) -> None:
    assert set(pairs_of(markdown, ADDRESS)) == pairs


def test_a_link_is_the_same_however_its_address_is_written() -> None:
    ways = ["[x](/a/b/)", "[x](https://ombe.example/a/b)", "[x](../a/b#c)", "[x](<https://ombe.example/a/b>)"]
    assert len({pair for way in ways for pair in pairs_of(way, ADDRESS)}) == 1


def test_an_address_that_is_none_is_kept_as_it_is() -> None:
    assert ("link", "x http://[") in set(pairs_of("[x](http://[)", ADDRESS))


def test_a_kind_that_the_truth_lacks_is_not_asked_for() -> None:
    assert structure_scores("- one\n\n**two**", "**two**", ADDRESS) == {"strong": 1.0}


def test_what_is_too_much_costs_as_what_is_missing_does() -> None:
    assert structure_scores("- one\n- two\n- three", "- one", ADDRESS) == {"list item": pytest.approx(1 / 2)}
    assert structure_scores("- one", "- one\n- two\n- three", ADDRESS) == {"list item": pytest.approx(1 / 2)}


def test_kinds_weigh_by_their_pages() -> None:
    scores = [{"heading": 1.0, "quote": 0.0}, {"heading": 1.0}, {"heading": 1.0}]
    assert mean_over_kinds(scores) == pytest.approx(3 / 4)
    assert mean_by_kind(scores) == {"heading": (1.0, 3), "quote": (0.0, 1)}
