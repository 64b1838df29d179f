"""Markup → lxml's tree, rebuilt through BeautifulSoup where lxml loses words."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from unscrape.reading.losses import lost_words
from unscrape.reading.rebuild import rebuild

# libxml2 hangs what follows </body></html> beside the root, out of every walk's sight. Both tags may be left out.
CLOSERS = re.compile(r"</(?:body|html)\b[^>]*>", re.IGNORECASE)
REBUILT_UP_TO = 4_000_000  # characters; html5lib needs seconds for each million


def parse(markup: str) -> HtmlElement:
    """The root of the page's tree; every word of the markup is in it.

    Where lxml's own tree lacks words (it follows no browser in broken markup), BeautifulSoup builds the tree anew
    with html5lib, unless the page is huge or that reading lacks even more.
    """
    tree = _parse_by_lxml(CLOSERS.sub("", markup))
    lost = lost_words(markup, tree)
    if not lost or len(markup) > REBUILT_UP_TO:
        return tree
    rebuilt = rebuild(markup)
    return rebuilt if lost_words(markup, rebuilt).total() < lost.total() else tree


def _parse_by_lxml(markup: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    return tree if tree is not None else _parse_by_lxml("<html><body><!-- nothing --></body></html>")
