"""JSON-LD: what a page tells search engines about its article, and how sure it is that the article is meant."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Essay|Opinion)$")
PAGE = re.compile(r"(?:Page|CreativeWork)$")
# They have names, authors and dates of their own.
OTHERS = re.compile(
    r"(?:Person|Organi[sz]ation|Corporation|WebSite|ImageObject|VideoObject|AudioObject|Breadcrumb\w*|ListItem|ItemList|"
    r"Comment|Event|Offer|Rating|AggregateRating|Answer|Question|Action|Place|Address|LocalBusiness|Brand|Product)$"
)
KEYS = ("headline", "name", "datePublished", "dateModified", "articleSection", "inLanguage")
INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed")
DEEPEST = 6
# Where a comma or a quote too many makes the whole unreadable: single keys can be read all the same.
BROKEN_KEY = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"([^"\\]{1,300})"')
BROKEN_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"\\]{1,120})"')
BROKEN_TYPE = re.compile(r'"@type"\s*:\s*"(\w*(?:Article|BlogPosting))"')
COMMENTED = re.compile(r"^\s*(?:/[/*])?\s*<!(?:\[CDATA\[|--)(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]|--)>(?:\s*\*/)?\s*$")

Statement = tuple[str, str]
Thing = Mapping[str, Any]


def read_json_ld(text: str) -> Iterator[Statement]:
    """Names and values, such as ("JSON-LD headline", "Salt by the hour").

    >>> list(read_json_ld('{"@type": "NewsArticle", "author": [{"name": "Ana Ilić"}], "headline": "Salt &amp; rain"}'))
    [('JSON-LD type', 'NewsArticle'), ('JSON-LD headline', 'Salt & rain'), ('JSON-LD author', 'Ana Ilić')]
    """
    try:
        given = json.loads(COMMENTED.sub("", text), strict=False)
    except (ValueError, RecursionError):
        yield from _broken(text)
        return
    things = list(_things(given, 0))
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing}
    for thing in things:
        yield from _of_thing(thing, known)


def _broken(text: str) -> Iterator[Statement]:
    kind = BROKEN_TYPE.search(text)
    if not kind:
        return
    yield from _of_news([kind[1]])
    for key, value in dict(BROKEN_KEY.findall(text)).items():
        yield f"JSON-LD {key}", squeeze(value)
    yield from (("JSON-LD author", squeeze(name)) for name in BROKEN_AUTHOR.findall(text)[:1])


def _things(given: object, depth: int) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(given, list):
        for part in given:
            yield from _things(part, depth + 1)
    elif isinstance(given, dict):
        yield given
        for key in INSIDE:
            if key in given:
                yield from _things(given[key], depth + 1)


def _of_thing(thing: Thing, known: Mapping[str, Thing]) -> Iterator[Statement]:
    kinds = [str(kind) for kind in _as_list(thing.get("@type"))]
    about = _about(kinds)
    if about is None:
        return
    yield from _of_news(kinds)
    for key in KEYS:
        for value in _as_list(thing.get(key)):
            if isinstance(value, str) and (key != "name" or not about.endswith("thing")):
                yield f"JSON-LD {key}{about}", squeeze(value)
    for key in ("author", "creator", "publisher"):
        for value in _as_list(thing.get(key)):
            yield from _named("author" if key == "creator" else key, value, about, known)


def _of_news(kinds: list[str]) -> Iterator[Statement]:
    """Newspapers date what they declare with care; for a shop's guide its tools do."""
    yield from (("JSON-LD type", kind) for kind in kinds if "NewsArticle" in kind)


def _about(kinds: list[str]) -> str | None:
    """How near the thing is to the article; None for what isn't it."""
    if any(ARTICLE.search(kind) for kind in kinds):
        return ""
    if any(PAGE.search(kind) for kind in kinds):
        return " of the web page"
    return None if not kinds or any(OTHERS.search(kind) for kind in kinds) else " of another thing"


def _named(key: str, value: object, about: str, known: Mapping[str, Thing]) -> Iterator[Statement]:
    """An author or publisher: by name, as a thing with a name, or as a reference to one."""
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        value = known.get(str(value["@id"]), value)
    thing = value if isinstance(value, dict) else {}
    kinds = [str(kind) for kind in _as_list(thing.get("@type"))]
    kind = " organisation" if key == "author" and any("Organi" in one for one in kinds) else ""
    names = _as_list(thing.get("name")) if isinstance(value, dict) else [value]
    yield from ((f"JSON-LD {key}{kind}{about}", squeeze(one)) for one in names if isinstance(one, str))


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) and value else [value]


def squeeze(text: str) -> str:
    """One line; character references are undone that some sites leave in."""
    return " ".join(html.unescape(text).split())
