"""Broken markup read as browsers read it (BeautifulSoup with html5lib), as an lxml tree."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning
from bs4.element import NavigableString, PreformattedString, Tag
from lxml import etree
from lxml.html import HtmlElement

from unscrape.reading.parser import html_parser
from unscrape.reading.xml_limits import xml_name, xml_text


def rebuild(markup: str) -> HtmlElement:
    """The tree that html5lib builds, without comments and doctype."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(markup, "html5lib")
    root = html_parser().makeelement("html")
    waiting = [(tag, root) for tag in soup.find_all("html", recursive=False)]
    while waiting:  # a loop: broken pages nest deeper than Python recurses
        tag, element = waiting.pop()
        _set_attributes(tag, element)
        waiting.extend(_fill(tag, element))
    return root


def _set_attributes(tag: Tag, element: HtmlElement) -> None:
    if tag.sourceline:
        element.sourceline = tag.sourceline
    for name, value in tag.attrs.items():
        text = value if isinstance(value, str) else " ".join(value)
        element.set(xml_name(name), xml_text(text))


def _fill(tag: Tag, element: HtmlElement) -> Iterator[tuple[Tag, HtmlElement]]:
    """Gives an element its texts and, still empty, its children; tells them."""
    child: HtmlElement | None = None
    for node in tag.contents:
        if isinstance(node, Tag):
            child = etree.SubElement(element, xml_name(node.name))
            yield node, child
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            _append_text(element, child, xml_text(node))


def _append_text(element: HtmlElement, last_child: HtmlElement | None, text: str) -> None:
    if last_child is None:
        element.text = (element.text or "") + text
    else:
        last_child.tail = (last_child.tail or "") + text
