"""What a reader finds in rendered HTML, read by BeautifulSoup alone."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

WORD = re.compile(r"\w+")
BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table caption thead tbody tr td th figure figcaption div hr br".split()
)


def words_of_html(html: str) -> list[str]:
    """All words that are seen, and those of alternative texts, in their order."""
    return WORD.findall("".join(_texts(BeautifulSoup(html, "html5lib").body)))


def words_of_elements(html: str, selector: str) -> list[list[str]]:
    """The words of each element that has any."""
    found = ["".join(_texts(element)) for element in BeautifulSoup(html, "html5lib").select(selector)]
    return [words for words in map(WORD.findall, found) if words]


def _texts(element: Tag | None) -> list[str]:
    """The text of the elements, with spaces where a browser begins a new line or shows an image."""
    texts: list[str] = []
    for child in element.children if element else ():
        if isinstance(child, NavigableString):
            texts.append(str(child))
        elif isinstance(child, Tag) and child.name == "img":
            texts.append(f" {child.get('alt') or ''} ")
        elif isinstance(child, Tag):
            apart = " " if child.name in BLOCKS else ""
            texts += [apart, *_texts(child), apart]
    return texts
