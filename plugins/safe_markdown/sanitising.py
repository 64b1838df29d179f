# SPDX-License-Identifier: AGPL-3.0-or-later
"""The last word on what HTML may stand in the archive, by nh3; and what it took out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from html import escape
from html.parser import HTMLParser

import nh3

ATTRIBUTES: dict[str, set[str]] = {
    **{
        tag: set()
        for tag in ("br hr em strong code blockquote ul figure figcaption span table caption thead tbody tr").split()
    },
    **{tag: {"id"} for tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre")},
    "ol": {"start"},
    "li": {"id", "value", "data-label"},
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title"},
    "sup": {"id"},
    "div": {"class"},
    "th": {"align"},
    "td": {"align"},
}
SCHEMES = {"http", "https", "mailto"}
ATTRIBUTE_VALUE = re.compile(r"<[^>]*>")
# Only an address that begins with one is meant for Pelican; an alternative text that quotes one isn't.
FOR_PELICAN = re.compile(r'(?<= src=")\{(?:static|attach)\}')


def sanitised(html: str) -> str:
    """The HTML with nothing in it but what the archive's articles may hold, and with no name that Pelican replaces."""
    safe = nh3.clean(html, tags=set(ATTRIBUTES), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return ATTRIBUTE_VALUE.sub(_kept_from_pelican, safe)


def is_address(link: str) -> bool:
    """Whether it leads somewhere at all: sanitising takes "http://no host" away."""
    return "href" in nh3.clean(f'<a href="{escape(link)}"></a>', attributes={"a": {"href"}}, link_rel=None)


def changes_made(before: str, after: str) -> Iterator[str]:
    """What sanitising took out ("-") and put in ("+"): tags with their attributes, and text."""
    if (first := events_of(before)) != (second := events_of(after)):
        yield from (line for line in unified_diff(first, second, lineterm="", n=0) if line[:3] not in ("---", "+++"))


def events_of(html: str) -> list[str]:
    """Tags and text in their order, however they are written."""
    reader = _EventReader(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    return reader.events


def _kept_from_pelican(tag: re.Match[str]) -> str:
    parts = FOR_PELICAN.split(tag[0], maxsplit=1)
    encoded = [part.replace("{", "&#123;").replace("|", "&#124;") for part in parts]
    meant = FOR_PELICAN.search(tag[0])
    return (meant[0] if meant else "").join(encoded)


class _EventReader(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.events: list[str] = []
        self._in_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(f"<{tag} {sorted(attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        self._add(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self._add(f"<!--{data}-->")

    def handle_data(self, data: str) -> None:
        if self._in_text:
            self.events[-1] += data
        else:
            self._add(data)
            self._in_text = True

    def _add(self, event: str) -> None:
        self.events.append(event)
        self._in_text = False
