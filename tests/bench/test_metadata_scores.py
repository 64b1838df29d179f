"""When two titles, bylines or dates count as the same: the bench's figures stand on this."""

from __future__ import annotations

import pytest

from bench.metadata_scores import names_in, same_authors, same_day, same_first_author, same_title


@pytest.mark.parametrize(
    ("found", "truth", "same"),
    [
        ("Who counts the rain?", "WHO COUNTS the rain", True),
        ("The mole that moved", "The mole that moved | Harbour Review", False),
        (None, "The mole that moved", False),
    ],
)
def test_titles_are_the_same_by_their_words(found: str | None, truth: str, same: bool) -> None:
    assert same_title(found, truth) is same


@pytest.mark.parametrize(
    ("found", "truth", "same"),
    [
        (["Ana Ilić", "Tor Østby"], "Tor Østby & Ana Ilić", True),
        (["Ana Ilić"], "Ana Ilić, Ph.D.", True),
        (["Ana Ilić"], "Dr. Ana Ilić", True),
        (["Ana Ilić"], "Ana Ilić and Tor Østby", False),
        (["Ana Ilić", "Tor Østby"], "Ana Ilić", False),
        ([], "Ana Ilić", False),
        ([], "", False),
    ],
)
def test_authors_are_the_same_as_a_set(found: list[str], truth: str, same: bool) -> None:
    assert same_authors(found, truth) is same


def test_the_lenient_figure_looks_at_the_first_author() -> None:
    assert same_first_author(["Ana Ilić", "Someone Else"], "Ana Ilić, Tor Østby")
    assert not same_first_author([], "Ana Ilić")


def test_a_day_is_no_month() -> None:
    assert same_day("2016-03-15T08:00", "2016-03-15")
    assert not same_day("2016-03", "2016-03-15")


def test_degrees_are_no_persons() -> None:
    assert names_in("Ana Ilić, MD, Ph.D.") == {"ana ilić"}
