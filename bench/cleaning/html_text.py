"""The plain text of an article that a system gives as HTML alone, so that its words can be counted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u"
    " var wbr".split()
)
UNSEEN = frozenset("script style template noscript".split())


def text_of_html(source: str) -> str:
    """Text with a line break at each border of an element that isn't inline.

    >>> text_of_html("<p>The <b>p</b>ump</p><p>stood<br>still</p>").split()
    ['The', 'pump', 'stood', 'still']
    """
    if not source.strip():
        return ""
    return "".join(
        pieces_of(html.fragment_fromstring(source, create_parent="div", parser=html.HTMLParser(huge_tree=True)))
    )


def pieces_of(top: html.HtmlElement) -> Iterator[str]:
    """Walked by events, not by recursion: some pages nest their elements a thousand deep."""
    for event, element in etree.iterwalk(top, events=("start", "end", "comment", "pi")):
        if event in ("start", "end"):
            yield "" if element.tag in INLINE else "\n"
        if event == "start" and element.tag not in UNSEEN:
            yield element.text or ""
        if event != "start":
            yield element.tail or "" if element is not top else ""
