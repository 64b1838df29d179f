"""What an HTML page declares about itself: meta elements, link and time elements, JSON-LD. Empty for a text dump."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from unscrape.model import ScrapedPage

ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|ScholarlyArticle|NewsArticle|Review|WebPage|CreativeWork)$")


@dataclass(frozen=True, slots=True)
class Declared:
    """One statement of the page about itself: `name` says where, such as "meta og:title" or "JSON-LD headline"."""

    name: str
    value: str
    place: str


def read_declared(page: ScrapedPage) -> tuple[Declared, ...]:
    """The page's own statements, in the order of the page. What cannot be read (broken JSON-LD) states nothing."""
    if page.tree is None:
        return ()
    return tuple(found for found in _statements(page.tree) if found.value)


def values(declared: Sequence[Declared], *names: str) -> tuple[Declared, ...]:
    """The statements of these names, in the order of the names."""
    return tuple(found for name in names for found in declared if found.name == name)


def _statements(tree: HtmlElement) -> Iterator[Declared]:
    for element in tree.iter("meta", "link", "title", "time", "script", "html", "base"):
        place = f"line {element.sourceline or 1}"
        match element.tag:
            case "meta":
                yield from _meta(element, place)
            case "title" if not any(parent.tag == "svg" for parent in element.iterancestors()):
                yield Declared("title element", _squeeze(element.text_content()), place)
            case "link" if "canonical" in (element.get("rel") or "").lower().split():
                yield Declared("link canonical", (element.get("href") or "").strip(), place)
            case "time" if element.get("datetime"):
                yield Declared(_time_name(element), element.get("datetime").strip(), place)
            case "html":
                yield Declared("html lang", (element.get("lang") or element.get("xml:lang") or "").strip(), place)
            case "script" if (element.get("type") or "").strip().lower() == "application/ld+json":
                yield from _json_ld(element.text or "", place)


def _meta(element: HtmlElement, place: str) -> Iterator[Declared]:
    content = _squeeze(element.get("content") or "")
    for attribute in ("property", "name", "itemprop"):
        name = (element.get(attribute) or "").strip().lower()
        if name:
            yield Declared(f"meta {name}", content, place)


def _time_name(element: HtmlElement) -> str:
    words = " ".join(
        filter(None, (element.get("itemprop"), element.get("class"), element.get("pubdate") and "published"))
    )
    if re.search(r"modif|updat", words, re.IGNORECASE):
        return "time modified"
    return "time published" if re.search(r"publish|entry-date", words, re.IGNORECASE) else "time"


def _json_ld(text: str, place: str) -> Iterator[Declared]:
    try:
        given = json.loads(re.sub(r"^\s*(?://)?<!\[CDATA\[|(?://)?\]\]>\s*$", "", text), strict=False)
    except ValueError:
        return
    for thing in _things(given, 0):
        if any(ARTICLE_TYPES.search(str(kind)) for kind in _as_list(thing.get("@type"))):
            yield from _article_statements(thing, place)


def _things(given: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(given, list):
        for part in given:
            yield from _things(part, depth + 1)
    elif isinstance(given, dict):
        yield given
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if key in given:
                yield from _things(given[key], depth + 1)


def _article_statements(thing: dict[str, Any], place: str) -> Iterator[Declared]:
    kind = str(_as_list(thing.get("@type"))[0])
    weak = " of the web page" if kind.endswith(("WebPage", "CreativeWork")) else ""
    for key in ("headline", "name", "datePublished", "dateModified", "articleSection", "inLanguage"):
        for value in _as_list(thing.get(key)):
            if isinstance(value, str):
                yield Declared(f"JSON-LD {key}{weak}", _squeeze(value), place)
    for key in ("author", "publisher"):
        for value in _as_list(thing.get(key)):
            name = value.get("name") if isinstance(value, dict) else value
            kinds = [str(kind) for kind in _as_list(value.get("@type"))] if isinstance(value, dict) else []
            about = " organisation" if key == "author" and any("Organi" in kind for kind in kinds) else ""
            yield from (
                Declared(f"JSON-LD {key}{about}{weak}", _squeeze(one), place)
                for one in _as_list(name)
                if isinstance(one, str)
            )


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) and value else [value]


def _squeeze(text: str) -> str:
    return " ".join(text.split())
