"""Selectors over the element trail of a block: so that after the walk nothing needs a tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

NOT_TAG = re.compile(r"[#.]")
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
PART = re.compile(r"[#.]?[^#.\[\]]+|\[[^\]]*\]")


def matches(trail: Sequence[str], selector: str) -> bool:
    """True where a block inside these elements is inside what the selector names: compounds, split by spaces.

    >>> matches(("html", "body", "div#main.story.wide", "p"), ".story p"), matches(("html", "div.a"), "div.b")
    (True, False)
    """
    wanted = selector.split()
    for element in trail:
        if wanted and _parts(wanted[0]) <= _parts(element):
            wanted = wanted[1:]
    return not wanted


@lru_cache(maxsize=20_000)
def _parts(compound: str) -> frozenset[str]:
    return frozenset(PART.findall(compound))


@lru_cache(maxsize=50_000)
def words_of_names(element: str) -> tuple[str, ...]:
    """The words in the id and the classes of an element, as far as no bracket begins; lower case.

    >>> words_of_names("div#relatedPosts.side-bar2[role=list]"), words_of_names("div")
    (('related', 'posts', 'side', 'bar', '2'), ())
    """
    names = element.partition("[")[0]
    start = NOT_TAG.search(names)
    return tuple(map(str.lower, WORDS.findall(names, start.start()))) if start else ()


@lru_cache(maxsize=20_000)
def tokens(element: str) -> tuple[str, ...]:
    """The words in an element's id and classes, lower case; camelCase and hyphens split.

    >>> tokens("div#relatedPosts.side-bar")
    ('related', 'posts', 'side', 'bar')
    """
    names = " ".join(part[1:] for part in PART.findall(element) if part[0] in "#.")
    return tuple(map(str.lower, WORDS.findall(names)))


REGIONS = {"nav": "in a nav", "footer": "in a footer", "aside": "in an aside", "header": "in a header"}


@lru_cache(maxsize=20_000)
def regions_of(trail: tuple[str, ...]) -> frozenset[str]:
    """In which parts of the page the elements are, in phrases.

    >>> sorted(regions_of(("body", "header.top", "nav", "a")))
    ['in a header', 'in a nav']
    """
    tags = {NOT_TAG.split(element, maxsplit=1)[0].split("[")[0] for element in trail}
    found = {sign for tag, sign in REGIONS.items() if tag in tags}
    return frozenset(found | ({"in an article or main element"} if {"article", "main"} & tags else set()))
