"""lxml's parser of HTML, as all trees of ours are made."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HTMLParser

# lxml.html looks for an element's class in Python, each time that a walk meets it: most of what a walk takes.
ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)


def html_parser() -> HTMLParser:
    """A parser, with a log of errors of its own."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    parser.set_element_class_lookup(ONE_CLASS)
    return parser
