"""Lists: an item's first line carries the marker, all that follows is indented."""

from __future__ import annotations

from collections.abc import Sequence

from unscrape.to_markdown.chunks import APART, Chunk, chunk, indented, joined, kept_apart

# What may stand on the marker's line; Python-Markdown misreads the rest there.
ON_MARKER_LINE = frozenset({"paragraph", "emphasised", "heading", "image"})
INNER_LISTS = frozenset({"bullets", "numbers"})


def write_list(items: Sequence[Sequence[Chunk]], start: int | None) -> Chunk:
    """A list of items, each given as its chunks; numbered from `start` unless that is None.

    Items that are a paragraph, perhaps with a list under it, are written without blank lines between them.
    """
    bodies = [_body([piece for piece in item if piece.text]) for item in items]
    tight = all(_is_tight(body) for body in bodies)
    written = [_item(_marker(start, index), body, tight) for index, body in enumerate(bodies)]
    return chunk(("\n" if tight else "\n\n").join(written), "bullets" if start is None else "numbers", tight)


def _body(item: Sequence[Chunk]) -> list[Chunk]:
    opening = [] if item and item[0].first in ON_MARKER_LINE else [chunk(APART, "apart")]
    return kept_apart([*opening, *item])


def _is_tight(body: Sequence[Chunk]) -> bool:
    first, *others = body
    return (
        first.first in {"paragraph", "apart"}
        and all(piece.tight and piece.first in INNER_LISTS for piece in others)
        and len(others) < 2
    )


def _marker(start: int | None, index: int) -> str:
    return "- " if start is None else f"{max(start, 0) + index}. "


def _item(marker: str, body: Sequence[Chunk], tight: bool) -> str:
    rest = joined(body[1:])
    first = indented(body[0].text).lstrip(" ")
    return f"{marker}{first}" + (f"{'' if tight else chr(10)}\n{indented(rest)}" if rest else "")
