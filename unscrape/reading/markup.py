"""Markup → lxml's tree, rebuilt through BeautifulSoup where lxml loses words."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from unscrape.reading.depth import flatten
from unscrape.reading.long_tags import shorten_tags
from unscrape.reading.losses import lost_words, text_of
from unscrape.reading.parser import html_parser
from unscrape.reading.rebuild import rebuild

# libxml2 hangs what follows </body></html> beside the root, out of every walk's sight. Both tags may be left out.
CLOSERS = re.compile(r"</(?:body|html)\b[^>]{0,100}>", re.IGNORECASE)
NOTHING = "<!---->"  # keeps apart the texts on its sides, as the tags did
REBUILT_UP_TO = 2_000_000  # characters; html5lib needs seconds for each million
TOO_DEEP = "Excessive depth"


class Parsed(NamedTuple):
    """The root of a page's tree, and its text nodes in order as `text_of` gives them."""

    tree: HtmlElement
    text: str


def parse(markup: str) -> Parsed:
    """The page's tree; every word of the markup is in it.

    Where lxml's own tree lacks words (it follows no browser in broken markup), BeautifulSoup builds the tree anew
    with html5lib, unless the page is huge or that reading lacks as many.
    """
    markup = shorten_tags(markup)
    tree, too_deep = _parse_by_lxml(markup)
    if too_deep:
        markup = flatten(markup)
        tree, _ = _parse_by_lxml(markup)
    parsed = Parsed(tree, text_of(tree))
    lost = lost_words(markup, parsed.text)
    return _parse_by_html5lib(markup, parsed, lost.total()) if lost and len(markup) <= REBUILT_UP_TO else parsed


def _parse_by_html5lib(markup: str, parsed: Parsed, lost: int) -> Parsed:
    """The tree built anew, where that lacks fewer words."""
    tree = rebuild(markup)
    rebuilt = Parsed(tree, text_of(tree))
    return rebuilt if lost_words(markup, rebuilt.text).total() < lost else parsed


def _parse_by_lxml(markup: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether lxml gave up for its depth."""
    parser = html_parser()
    tree = etree.fromstring(CLOSERS.sub(NOTHING, markup).encode("utf-8", "replace"), parser)
    too_deep = any(TOO_DEEP in error.message for error in parser.error_log)
    return (tree if tree is not None else parser.makeelement("html")), too_deep
