"""Tags with more attributes than any page needs: libxml2 compares each with all others, for minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONG = 20_000  # characters; nearly no page has such a tag, and most of those that do embed a picture
LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{LONG},}}>")
NAME = re.compile(r"<[^\s<>]+")
ATTRIBUTE = re.compile(r"""\s+[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")
MOST_ATTRIBUTES = 1_000


def shorten_tags(markup: str) -> str:
    """The markup with at most 1,000 attributes in a tag, the first ones; their values stay whole."""
    return LONG_TAG.sub(_shortened, markup) if any(_gaps(markup)) else markup


def _gaps(markup: str) -> Iterator[bool]:
    """Every LONG characters, whether tags begin so far apart there: a tag of that length lies across such a place."""
    for at in range(LONG, len(markup), LONG):
        above, below = markup.rfind("<", at - LONG, at), markup.find("<", at, at + LONG)
        yield above < 0 or below < 0 or below - above > LONG


def _shortened(tag: re.Match[str]) -> str:
    name = NAME.match(tag[0])
    attributes = ATTRIBUTE.findall(tag[0], name.end() if name else 0)
    if name is None or len(attributes) <= MOST_ATTRIBUTES:
        return tag[0]
    return f"{name[0]}{''.join(attributes[:MOST_ATTRIBUTES])}>"
