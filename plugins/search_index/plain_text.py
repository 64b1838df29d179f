# SPDX-License-Identifier: AGPL-3.0-or-later
"""A rendered article's words, as a reader sees them."""

from __future__ import annotations

from bs4 import BeautifulSoup

# Between these, a line ends; all other elements stand within one.
BLOCKS = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
]
# A footnote's number would grow into the word that it stands at.
NOT_WORDS = "a.footnote-ref, a.footnote-backref, script, style, template"
BROKEN_OFF = ["sup"]


def plain_text(html: str) -> str:
    """
    >>> plain_text("<p>Salt<sup>2</sup> &amp; <b>w</b>ater</p><p>Wind</p>")
    'Salt 2 & water\\nWind'
    """
    soup = BeautifulSoup(html, "lxml")
    for element in soup.select(NOT_WORDS):
        element.decompose()
    _break_before_and_after(soup, BLOCKS, "\n")
    _break_before_and_after(soup, BROKEN_OFF, " ")
    lines = (" ".join(line.split()) for line in soup.get_text().split("\n"))
    return "\n".join(line for line in lines if line)


def _break_before_and_after(soup: BeautifulSoup, names: list[str], sign: str) -> None:
    for element in soup.find_all(names):
        element.insert_before(sign)
        element.insert_after(sign)
