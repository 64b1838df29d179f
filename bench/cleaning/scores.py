"""How near a text is to the truth: words, runs of words, snippets. What a title, an author and a date are compared by
stands in bench/metadata_scores.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WORD = re.compile(r"\w+")
RUN = 4


class Overlap(NamedTuple):
    f1: float
    precision: float
    recall: float


def words_of(text: str) -> list[str]:
    """
    >>> words_of("The well's OLD pump")
    ['the', 'well', 's', 'old', 'pump']
    """
    return WORD.findall(text.lower())


def word_overlap(found: str, truth: str) -> Overlap:
    """F1, precision and recall of the multisets of words, as WCXB and the README of wcxb-articles define them.

    >>> word_overlap("the pump the well", "the pump stood still")
    Overlap(f1=0.5, precision=0.5, recall=0.5)
    """
    return overlap(words_of(found), words_of(truth))


def run_overlap(found: str, truth: str) -> Overlap:
    """The same over runs of four words, which hardly ever agree by chance: order counts, and glued lines cost."""
    return overlap(runs_of(words_of(found)), runs_of(words_of(truth)))


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """A text of fewer than four words is one run."""
    starts = range(max(1, len(words) - RUN + 1)) if words else ()
    return [tuple(words[start : start + RUN]) for start in starts]


def overlap(found: Iterable[object], truth: Iterable[object]) -> Overlap:
    """Of two multisets. Nothing found where there is nothing is right."""
    ours, theirs = Counter(found), Counter(truth)
    common = (ours & theirs).total()
    if not ours and not theirs:
        return Overlap(1.0, 1.0, 1.0)
    return Overlap(
        2 * common / (ours.total() + theirs.total()), common / (ours.total() or 1), common / (theirs.total() or 1)
    )


def snippets_found(text: str, wanted: Iterable[str]) -> list[bool]:
    """Which of the truth's snippets the text has. Many are cut in their last word: that one isn't asked for.

    >>> snippets_found("The pump, it seems, stood still.", ["it seems stood sti", "pump stood still"])
    [True, False]
    """
    whole = padded(words_of(text))
    return [padded(short(words_of(snippet))) in whole for snippet in wanted if words_of(snippet)]


def snippets_avoided(text: str, unwanted: Iterable[str], truth: str) -> list[bool]:
    """Which pieces of furniture the text lacks. One that the truth's text has too ("Home") can tell nothing.

    >>> snippets_avoided("The pump. Read also: salt", ["Read also", "Log in", "the pump"], "The pump.")
    [False, True]
    """
    whole, right = padded(words_of(text)), padded(words_of(truth))
    pieces = [padded(words_of(snippet)) for snippet in unwanted if words_of(snippet)]
    return [piece not in whole for piece in pieces if piece not in right]


def short(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 1 else words


def padded(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "
