"""No word is lost in a tree, however broken the markup."""

from __future__ import annotations

import time

import pytest

from unscrape.model import words_of
from unscrape.reading import read_data
from unscrape.reading.losses import lost_words
from unscrape.reading.markup import parse
from unscrape.reading.rebuild import rebuild


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>One</body></html><p>two</p> three",
        "<html><body>One </body><body>two </body></html><html><body>three</body></html>",
        "<form><p>One<form><p>two</form> three</form>",
        "<p>One <b>two <i>three</b></i>",
        "<table><p>One</p><tr>two<td>three</table>",
        "<select><p>One</p><option>two<option>three</select>",
        "<p>One<template><ul><li>no</ul></li></template><li>two <li>three",
        "<div>One <a href='x>y'>two</a> three</div>",
        "<p>One <!-- no -- no --> two <!--> three",
        "<p>One two three<!-- never closed",
        "<p>One<p/>two<br/>three<br></br>",
        "<p title='a > b'>One</p><p title=\"it's\">two</p><p title=a\"b>three</p>",
        "<p>One <svg><title>two</title></svg> three",
        "<p>One <![CDATA[no]]> two <?php no ?> three",
        "<textarea>One <b></textarea> two three",
        "<p>One<nobr>two<o:p>three</o:p></nobr>",
    ],
)
def test_broken_markup_keeps_its_words(markup: str) -> None:
    page = read_data(f"<!DOCTYPE html>{markup}")
    assert page.tree is not None
    seen = [word.lower() for word in words_of(" ".join(page.tree.itertext()))]
    assert [word for word in seen if word in {"one", "two", "three"}] == ["one", "two", "three"]


def test_lost_words_are_noticed() -> None:
    markup = "<p>One two two three</p><script>no();</script><style>no {}</style><!-- no --><template>no</template>"
    assert lost_words(markup, parse("<p>One two</p>").text) == {"two": 1, "three": 1}
    assert not lost_words(markup, parse(markup).text)


def test_rebuilt_tree_has_texts_attributes_and_lines() -> None:
    tree = rebuild('<body>\n<p class="a b" x"y=1>One <b>two</b>\x01 three</p><!-- no --></body>')
    [paragraph] = tree.iter("p")
    assert "".join(paragraph.itertext()) == "One two three"
    assert paragraph.get("class") == "a b"
    assert paragraph.sourceline == 2


@pytest.mark.parametrize("depth", [300, 3_000, 10_000])
def test_deep_nesting_is_read(depth: int) -> None:
    page = read_data("<!DOCTYPE html>" + "<div>" * depth + "word" + "</div>" * depth + "<p>after</p>")
    assert page.tree is not None
    assert words_of(" ".join(page.tree.itertext())) == ["word", "after"]


def test_huge_page_takes_seconds_at_most() -> None:
    markup = "<!DOCTYPE html>" + "<p>A paragraph of the <b>long</b> page.</p>\n" * 200_000
    start = time.monotonic()
    page = read_data(markup)
    assert time.monotonic() - start < 20
    assert page.tree is not None


def test_huge_broken_tags_take_seconds_at_most() -> None:
    start = time.monotonic()
    read_data("<!DOCTYPE html><p>x</p>" + '<a b="' * 50_000)
    read_data("<!DOCTYPE html><p>x</p>" + "<!--" * 50_000)
    read_data("<!DOCTYPE html><p>x</p>" + "<script " * 50_000)
    assert time.monotonic() - start < 20
