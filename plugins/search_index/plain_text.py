# SPDX-License-Identifier: AGPL-3.0-or-later
"""A rendered article's words, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

# Between these, a line ends; all other elements stand within one.
BLOCKS = frozenset(
    {
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
    }
)
# A footnote's number would grow into the word that it stands at.
BROKEN_OFF = frozenset({"sup"})
NOT_TEXT = frozenset({"script", "style", "template"})
FOOTNOTE_LINKS = frozenset({"footnote-ref", "footnote-backref"})


def plain_text(article: str) -> str:
    """
    >>> plain_text("<p>Salt<sup>2</sup> &amp; <b>w</b>ater</p><p>Wind</p>")
    'Salt 2 & water\\nWind'
    """
    if not article.strip():
        return ""
    lines = (" ".join(line.split()) for line in "".join(_pieces(article)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(article: str) -> Iterator[str]:
    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    root = html.fragment_fromstring(article, create_parent="div", parser=parser)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            yield _break_at(element)
            yield _in_one_line(element.tail)
        elif _is_text(element):
            yield _break_at(element)
            yield _in_one_line(element.text)
        else:
            walker.skip_subtree()


def _in_one_line(text: str | None) -> str:
    """A line of the page's source is no line of the text: a phrase may reach over its end."""
    return (text or "").replace("\n", " ")


def _is_text(element: etree._Element) -> bool:
    classes = FOOTNOTE_LINKS & set((element.get("class") or "").split())
    return element.tag not in NOT_TEXT and not classes


def _break_at(element: etree._Element) -> str:
    if element.tag in BLOCKS:
        return "\n"
    return " " if element.tag in BROKEN_OFF else ""
