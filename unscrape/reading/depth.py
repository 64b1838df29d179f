"""Markup nested deeper than lxml goes, made shallower."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Elements that end only at their end tags: the others (p, li, td …) end by themselves, and don't add up.
TAG = re.compile(
    r"<(/?)(?:div|span|font|section|article|blockquote|center|table|ul|ol|a|b|i|u|em|strong|big|small|sup|sub|form|main"
    r"|nav|aside|header|footer|figure|dl|ins|del|[a-z][a-z0-9]*-[a-z0-9-]*)(?=[\s/>])[^>]{0,2000}>",
    re.IGNORECASE,
)
DEEPEST = 500


def flatten(markup: str) -> str:
    """The markup without the tags below a depth of 500; all text stays, and so do the tags above.

    >>> flatten("<b>" * 501 + "word" + "</b>" * 501).count("<b>")
    500
    """
    return "".join(_shallow_parts(markup))


def _shallow_parts(markup: str) -> Iterator[str]:
    depth, end = 0, 0
    for tag in TAG.finditer(markup):
        yield markup[end : tag.start()]
        end = tag.end()
        deep = depth > DEEPEST if tag[1] else depth >= DEEPEST
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if not deep:
            yield tag[0]
    yield markup[end:]
