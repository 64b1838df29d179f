"""How near is a text to the truth? Small cases, each worked out by hand."""

from __future__ import annotations

import pytest

from bench.cleaning.html_text import text_of_html
from bench.cleaning.scores import run_overlap, snippets_avoided, snippets_found, word_overlap


@pytest.mark.parametrize(
    ("found", "truth", "f1", "precision", "recall"),
    [
        ("The pump stood still.", "the PUMP stood still", 1, 1, 1),
        ("still stood pump the", "the pump stood still", 1, 1, 1),
        ("salt salt", "salt", 2 / 3, 1 / 2, 1),
        ("", "salt", 0, 0, 0),
        ("salt", "", 0, 0, 0),
        ("", "", 1, 1, 1),
        ("the well", "the well of Ombe is dry", 1 / 2, 1, 1 / 3),
    ],
)
def test_words_are_compared_as_multisets(found: str, truth: str, f1: float, precision: float, recall: float) -> None:
    assert word_overlap(found, truth) == pytest.approx((f1, precision, recall))


@pytest.mark.parametrize(
    ("found", "truth", "f1"),
    [
        ("one two three four five", "one two three four five", 1),
        ("five four three two one", "one two three four five", 0),
        ("one two three four five", "one two three four", 2 / 3),
        ("salt pans", "salt pans", 1),
        ("salt pans", "the salt pans of Ombe", 0),
    ],
)
def test_runs_of_four_words_tell_the_order(found: str, truth: str, f1: float) -> None:
    assert run_overlap(found, truth).f1 == pytest.approx(f1)


def test_a_snippet_that_is_cut_in_its_last_word_is_found() -> None:
    text = "The council, it seems, has sold the last of its wells."
    assert snippets_found(text, ["council it seems has so", "the LAST of its wells", "sold three wells", "–"]) == [
        True,
        True,
        False,
    ]


def test_a_snippet_is_whole_words() -> None:
    assert snippets_found("Two saltpans burned.", ["pans burned down"]) == [False]


def test_furniture_that_the_article_has_too_is_not_asked_for() -> None:
    truth = "Home is where the well is."
    assert snippets_avoided("Home is where the well is. Log in", ["Home", "Log in", "Share"], truth) == [False, True]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>s<b>a</b>l<em>t</em></p>", ["salt"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<p>one</p><script>no()</script><style>p {}</style>two<!-- no -->three", ["one", "twothree"]),
        ("<td>one</td><td>two</td>", ["one", "two"]),
        ("", []),
        ("no markup", ["no", "markup"]),
        ("<div>" * 1000 + "deep", ["deep"]),
    ],
)
def test_a_peers_html_is_read_as_a_browser_breaks_it(html: str, words: list[str]) -> None:
    assert text_of_html(html).split() == words
