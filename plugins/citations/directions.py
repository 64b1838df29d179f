# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that run from right to left, in a citation that doesn't: marks beside them stay where the style puts them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from writing_direction import runs_from_right

TAG = re.compile(r"(<[^>]*>)")


def isolate_directions(formatted: str, item: Mapping[str, Any]) -> str:
    """The citation's HTML, with <bdi> around each title and name that runs from right to left.

    >>> isolate_directions("“ملح.” <i>S</i>.", {"title": "ملح"})
    '“<bdi>ملح</bdi>.” <i>S</i>.'
    """
    told = sorted(
        {escape(words, quote=False) for words in _words(item) if runs_from_right(words)}, key=len, reverse=True
    )
    if not told:
        return formatted
    found = re.compile("|".join(map(re.escape, told)))
    return "".join(
        piece if piece.startswith("<") else found.sub(r"<bdi>\g<0></bdi>", piece) for piece in TAG.split(formatted)
    )


def _words(item: Mapping[str, Any]) -> Iterator[str]:
    """Each whole, and without a mark at its end, which a style may leave out."""
    for name in item.get("author", ()):
        yield from name.values()
    for key in ("title", "container-title", "publisher"):
        if key in item:
            yield item[key]
            yield item[key].rstrip(" .?!؟۔…")
