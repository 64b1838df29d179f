"""Lines of text dumps: which belong together, and which don't, in the ways in which scrapers write text out."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

import unscrape
from unscrape.blocks import split_blocks
from unscrape.reading import read_data

PAGE = """<html><body>
<ul><li><a href="/">Home</a></li><li><a href="/a">Archive</a></li><li><a href="/c">Crew</a></li></ul>
<h1>The Night Boat to Ombe</h1>
<p>We left <a href="/v">Varrow</a>, on the <em>second</em> tide, with Captain <b>Ana Ilić</b>, and a crew of six.</p>
<p>“Nobody sleeps,” she said, “before the <a href="/l">lightship</a> (the red one) is behind us.”</p>
<p>The fare was <b>$12</b>; see the <a href="/t">Harbour Timetable</a> for the return.</p>
<p>1. <a href="/b">Bring a coat.</a> The wind is from the north.</p>
<ul><li>Terms</li><li>Contact</li></ul></body></html>"""
PARAGRAPHS = [
    "Home",
    "Archive",
    "Crew",
    "The Night Boat to Ombe",
    "We left Varrow, on the second tide, with Captain Ana Ilić, and a crew of six.",
    "“Nobody sleeps,” she said, “before the lightship (the red one) is behind us.”",
    "The fare was $12; see the Harbour Timetable for the return.",
    "1. Bring a coat. The wind is from the north.",
    "Terms",
    "Contact",
]


def lines_of(dump: str) -> list[str]:
    return [block.text for block in split_blocks(read_data(dump))]


def test_sentences_that_get_text_breaks_at_tags() -> None:
    assert lines_of(BeautifulSoup(PAGE, "lxml").get_text("\n")) == PARAGRAPHS


def test_sentences_broken_and_stripped_of_their_spaces() -> None:
    """What stood between the lines is lost: names stay apart where nothing else tells."""
    dump = BeautifulSoup(PAGE, "lxml").get_text("\n", strip=True)
    lines = lines_of(dump)
    assert lines[:4] == PARAGRAPHS[:4]
    assert "Varrow, on the second tide, with Captain" in lines


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Ferries", "Salt", "Letters"], id="menu"),
        pytest.param(["We waited for the tide.", "The tide came late.", "(It always does.)"], id="sentences"),
        pytest.param(["A verse of the keeper", "that breaks where he wants it", "and goes on, below"], id="verse"),
        pytest.param(["http://ombe.example/", "http://varrow.example/"], id="addresses"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", "\r", "\f", "\u2028"])
def test_lines_that_stay_apart(lines: list[str], end: str) -> None:
    assert lines_of(end.join(lines)) == lines


def test_lines_are_counted_as_editors_count_them() -> None:
    blocks = split_blocks(read_data("One\fTwo\n\u00a0\nThree\r\n\r\nFour"))
    assert [(block.text, block.place.line) for block in blocks] == [("One", 1), ("Two", 1), ("Three", 3), ("Four", 5)]


@pytest.mark.parametrize("strip", [False, True])
def test_joined_lines_balance(*, strip: bool) -> None:
    cleaned = unscrape.clean(BeautifulSoup(PAGE, "lxml").get_text("\n", strip=strip))
    assert not cleaned.ledger.balance()


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "dump",
    [
        pytest.param("The keeper went down to the quay and counted boats there.\n\n" * 100_000, id="lines"),
        pytest.param("the keeper went down \nto\n the quay, and counted boats. \n" * 35_000, id="torn"),
        pytest.param("The keeper went down to the quay and counted boats there. " * 150_000, id="one line"),
        pytest.param("\n" * 9_000_000 + "end", id="line breaks"),
        pytest.param(" \n" * 4_500_000 + "end", id="empty lines"),
        pytest.param("." * 9_000_000 + "end", id="dots"),
    ],
)
def test_long_dumps_are_split_in_linear_time(dump: str) -> None:
    assert split_blocks(read_data(dump))
