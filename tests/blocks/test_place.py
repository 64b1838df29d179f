"""Where a block stood, and by which means it is hidden."""

from __future__ import annotations

import pytest

from tests.blocks.told import blocks_of
from unscrape.blocks import split_blocks
from unscrape.reading import read_data
from unscrape.reading.visible import words_as_read


def test_line_and_trail() -> None:
    page = read_data(
        "<!DOCTYPE html>\n<html>\n<body class='a b'>\n<main id=top role=main data-x=1>\n"
        "<p itemprop=text>\nOne <b>two</b></p>\n<div><a rel=author href=x class=c>three</a></div></main>"
    )
    blocks = split_blocks(page)
    assert [block.place.line for block in blocks] == [5, 7]
    assert blocks[0].place.trail == ("html", "body.a.b", "main#top[role=main]", "p[itemprop=text]")
    assert blocks[1].place.trail[-2:] == ("div", "a.c[rel=author]")


@pytest.mark.parametrize(
    ("body", "means"),
    [
        ("<p hidden>word</p>", "hidden attribute"),
        ("<div aria-hidden=true><p>word</p></div>", "aria-hidden"),
        ("<p style='color:red; Display : NONE'>word</p>", "display: none"),
        ("<p style='visibility:hidden'>word</p>", "visibility: hidden"),
        ("<noscript><p>word</p></noscript>", "noscript"),
        ("<dialog>word</dialog>", "closed dialog"),
        ("<div popover>word</div>", "closed popover"),
        ("<iframe>word</iframe>", "fallback for old browsers"),
        ("<video><p>word</p></video>", "fallback for old browsers"),
        ("<svg><desc>word</desc></svg>", "description of a drawing"),
        ("<svg><title>word</title></svg>", "title element"),
        ("<map><area alt=word></map>", "image map"),
        ("<dialog open>word</dialog>", None),
        ("<details>word</details>", None),
        ("<p aria-hidden=false>word</p>", None),
        ("<textarea>word</textarea>", None),
    ],
)
def test_hidden(body: str, means: str | None) -> None:
    [block] = blocks_of(body)
    assert (block.text, block.place.hidden) == ("word", means)


def test_what_is_hidden_inside_a_paragraph_does_not_part_it() -> None:
    shown, hidden = blocks_of("<p>One <span style='display:none'>no</span>two</p>")
    assert (shown.text, shown.place.hidden) == ("One two", None)
    assert (hidden.text, hidden.place.hidden) == ("no", "display: none")


@pytest.mark.parametrize("tag", ["script", "style", "template"])
def test_code_is_no_text(tag: str) -> None:
    assert [block.text for block in blocks_of(f"<p>One</p><{tag}>no</{tag}><p>two")] == ["One", "two"]


def test_head_is_no_text_but_what_slipped_into_it_is() -> None:
    page = read_data("<html><head><title>No</title><made-up>word</made-up></head><body>more")
    assert [block.text for block in split_blocks(page)] == ["word", "more"]
    assert words_as_read(page) == ("word", "more")
