"""What goes with the text around it, whatever its words are like: pictures, captions, notes, cells, code.

The pages that the model learned from count captions and notes as no text; an archive keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unscrape.boilerplate.learned.page import Column, Page
from unscrape.model import BlockKind

Kept = NDArray[np.bool_]

# Kinds that are kept where the text around them is. Nothing can be said of a picture or a rule by its words.
WITH_THE_TEXT: frozenset[BlockKind] = frozenset({"caption", "image", "code", "rule"})
REACH = 4
TWO_MINDS = 0.25


class Mended(NamedTuple):
    """`kept` with all that goes along; `reasons` tell why, by the places of the blocks that changed sides."""

    kept: Kept
    reasons: dict[int, str]


def keep_what_belongs(page: Page, kept: Kept, advised: Kept, likely: Column) -> Mended:
    """Adds to what is kept. `advised` are the blocks that some labeller takes for furniture: they stay out."""
    mended, reasons = kept.copy(), dict[int, str]()
    for find in (_unopposed, _whole_tables, _notes, _amid_the_text):
        for place, keep, reason in list(find(page, mended, advised, likely)):
            if mended[place] != keep:
                mended[place], reasons[place] = keep, reason
    return Mended(mended, reasons)


Change = tuple[int, bool, str]


def _whole_tables(page: Page, kept: Kept, advised: Kept, likely: Column) -> Iterator[Change]:
    """A table is kept or left out whole, its empty cells too."""
    tables: dict[int, list[int]] = {}
    for place, block in enumerate(page.blocks):
        table = next((one.number for one in block.nesting if one.kind == "table"), None)
        if table is not None:
            tables.setdefault(table, []).append(place)
    for cells in tables.values():
        words = page.words[cells]
        most = bool((words * kept[cells]).sum() * 2 > words.sum())
        yield from ((cell, most, f"the table is {'kept' if most else 'left out'} whole") for cell in cells)


def _notes(page: Page, kept: Kept, advised: Kept, likely: Column) -> Iterator[Change]:
    if not kept.any():
        return
    for place, block in enumerate(page.blocks):
        if block.kind == "footnote" and not advised[place]:
            yield place, True, "a note on the text"


def _amid_the_text(page: Page, kept: Kept, advised: Kept, likely: Column) -> Iterator[Change]:
    """Pictures, captions, code and rules between kept text; a picture with its caption right above it too."""
    with_it = np.array([block.kind in WITH_THE_TEXT for block in page.blocks], dtype=np.bool_)
    text = np.flatnonzero(~with_it & ~advised)
    for place in np.flatnonzero(with_it & ~advised & ~kept):
        at = int(np.searchsorted(text, place))
        above = at > 0 and bool(kept[text[at - 1]])
        below = at < len(text) and bool(kept[text[at]])
        near = below and text[at] - place <= REACH
        block = page.blocks[int(place)]
        if (above and below) or ((block.kind == "caption" or block.within("figure")) and (near or above)):
            yield int(place), True, "amid the text"


def _unopposed(page: Page, kept: Kept, advised: Kept, likely: Column) -> Iterator[Change]:
    """A line right beside kept text that no labeller takes for furniture, and that the model is in two minds about."""
    beside = np.zeros(len(kept), dtype=np.bool_)
    beside[1:] |= kept[:-1]
    beside[:-1] |= kept[1:]
    for place in np.flatnonzero(~kept & ~advised & beside & (likely >= TWO_MINDS)):
        yield int(place), True, f"likely the article's: {likely[place]:.0%}, beside its text; no rule speaks against it"
