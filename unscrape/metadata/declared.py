"""What an HTML page declares about itself: meta, link and time elements, microdata, JSON-LD, the data of its scripts.

Empty for a text dump.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from unscrape.metadata.json_ld import read_json_ld
from unscrape.model import ScrapedPage

# What scripts call a date or an author, where frameworks keep their data: found as text, for the form varies.
SCRIPT_KEYS = {
    "datePublished": "script datePublished",
    "publishedAt": "script datePublished",
    "published_at": "script datePublished",
    "publishedDate": "script datePublished",
    "publishDate": "script datePublished",
    "publicationDate": "script datePublished",
    "postedAt": "script datePublished",
    "firstPublished": "script datePublished",
    "dateModified": "script dateModified",
    "updatedAt": "script dateModified",
}
SCRIPT_VALUE = re.compile(r"\W{1,12}((?:19|20)\d\d-\d\d-\d\d)")
MOST_HITS = 4
LONGEST = 300
ITEM_NAMES = {
    "author": "microdata author",
    "creator": "microdata author",
    "headline": "microdata headline",
    "datepublished": "microdata datePublished",
    "datecreated": "microdata datePublished",
    "datemodified": "microdata dateModified",
}
WANTED = ("meta", "link", "title", "time", "script", "html", "h1")


class Declared(NamedTuple):
    """One statement of the page about itself: `name` says where, such as "meta og:title" or "JSON-LD headline"."""

    name: str
    value: str
    place: str


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a page declares, in its own order, and by name."""

    all: tuple[Declared, ...]
    named: Mapping[str, tuple[Declared, ...]]

    def values(self, *names: str) -> tuple[Declared, ...]:
        """The statements of these names, in the order of the names."""
        return tuple(found for name in names for found in self.named.get(name, ()))


def read_declared(page: ScrapedPage) -> Statements:
    """The page's own statements. What cannot be read (broken JSON-LD) states nothing."""
    return statements(() if page.tree is None else _statements(page.tree))


def statements(found: Iterator[Declared] | Sequence[Declared]) -> Statements:
    """The statements in order and by name; empty ones say nothing."""
    told = tuple(dict.fromkeys(one for one in found if one.value))
    named: dict[str, list[Declared]] = {}
    for one in told:
        named.setdefault(one.name, []).append(one)
    return Statements(told, {name: tuple(ones) for name, ones in named.items()})


def kind_of_page(declared: Statements) -> frozenset[str]:
    """What the page says it is, in phrases: an article's author and date are likelier to be told than a shop's."""
    if not declared.all:
        return frozenset({"a text dump, or a page that declares nothing"})
    kinds = {one.value.casefold() for one in declared.values("meta og:type")}
    told = "declares an article" if "article" in kinds else "declares another type" if kinds else "declares no type"
    found = {told}
    if declared.values("JSON-LD headline", "JSON-LD author", "JSON-LD datePublished"):
        found.add("JSON-LD of an article")
    if declared.values("JSON-LD type"):
        found.add("JSON-LD of a news article")
    if any(
        name.startswith(("meta author", "meta article:author", "JSON-LD author", "microdata author"))
        for name in declared.named
    ):
        found.add("declares an author")
    if declared.values("JSON-LD datePublished", "meta article:published_time", "time published", "meta datepublished"):
        found.add("declares a date of publication")
    return frozenset(found)


def read_addresses(page: ScrapedPage) -> tuple[Declared, ...]:
    """Where the page says it was published, without reading the rest of it."""
    if page.tree is None:
        return ()
    heads = page.tree.iter("link", "meta")
    found = [one for element in heads for one in _of_element(element, "") if one.name in ADDRESSES]
    return addresses_in(statements(found))


def addresses_in(declared: Statements) -> tuple[Declared, ...]:
    """The addresses that the page gives itself, the surest first."""
    return tuple(one for one in declared.values(*ADDRESSES) if one.value.startswith(("http://", "https://")))


ADDRESSES = ("link canonical", "meta og:url", "meta citation_public_url")


def _statements(tree: HtmlElement) -> Iterator[Declared]:
    below_heading = 0
    for element in tree.iter(*WANTED):
        if element.tag == "h1":
            below_heading = 1
            continue
        name = ""
        if element.tag == "time" and below_heading:
            name = "time, the first below an h1" if below_heading == 1 else "time, a later one below an h1"
            below_heading += 1
        yield from _of_element(element, name)
    yield from _items(tree)


def _of_element(element: HtmlElement, time_place: str) -> Iterator[Declared]:
    place = f"line {element.sourceline or 1}"
    match element.tag:
        case "meta":
            yield from _meta(element, place)
        case "title" if not any(parent.tag == "svg" for parent in element.iterancestors()):
            yield Declared("title element", squeeze(element.text_content()), place)
        case "link" if "canonical" in (element.get("rel") or "").lower().split():
            yield Declared("link canonical", (element.get("href") or "").strip(), place)
        case "time" if element.get("datetime"):
            value = element.get("datetime").strip()
            yield Declared(_time_name(element), value, place)
            yield Declared(time_place, value if time_place else "", place)
        case "html":
            yield Declared("html lang", (element.get("lang") or element.get("xml:lang") or "").strip(), place)
        case "script":
            yield from _script(element, place)


def _meta(element: HtmlElement, place: str) -> Iterator[Declared]:
    content = squeeze(element.get("content") or "")
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


def _script(element: HtmlElement, place: str) -> Iterator[Declared]:
    text = element.text or ""
    if (element.get("type") or "").strip().lower() == "application/ld+json":
        yield from (Declared(name, value, place) for name, value in read_json_ld(text))
        return
    for key, name in SCRIPT_KEYS.items():
        at = text.find(key)
        for _ in range(MOST_HITS):
            if at < 0:
                break
            if told := SCRIPT_VALUE.match(text, at + len(key)):
                yield Declared(name, told[1], place)
            at = text.find(key, at + 1)


def _items(tree: HtmlElement) -> Iterator[Declared]:
    """Microdata and RDFa outside of meta elements: the attribute's value, or the words shown."""
    for element in tree.xpath("//*[@itemprop][not(self::meta)]"):
        for prop in (element.get("itemprop") or "").lower().split():
            if prop in ITEM_NAMES:
                yield Declared(ITEM_NAMES[prop], _shown_value(element, prop), f"line {element.sourceline or 1}")


def _shown_value(element: HtmlElement, prop: str) -> str:
    stated = element.get("content") or element.get("datetime")
    named = element.xpath(".//*[@itemprop='name']")[:1] if prop in ("author", "creator") and not stated else []
    value = stated or (named[0].get("content") if named else None) or (named or [element])[0].text_content()
    return squeeze(value) if len(value) <= LONGEST else ""


def squeeze(text: str) -> str:
    return " ".join(text.split())
