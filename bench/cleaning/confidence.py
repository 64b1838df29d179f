"""Does low confidence find the bad ones? Risk against coverage, for the text and for each field.

Text: pages sorted by our confidence; a page is bad where its word F1 is below 0.8. Fields: pages on which we give one,
sorted by the confidence in it; a field is wrong where the truth has another or none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import fmean

from bench.cleaning.results import PageScore

COVERAGES = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5, 0.3)
LEAST_SURE = (0.02, 0.05, 0.1, 0.2, 0.3)
BAD = 0.8

# How sure we were, and how good it was (0 to 1).
Judged = tuple[float, float]


def text_judged(scores: Iterable[PageScore]) -> list[Judged]:
    return [(score.sure.get("text", 0.0), score.f1) for score in scores]


def field_judged(scores: Iterable[PageScore], name: str) -> list[Judged]:
    given = [score for score in scores if name in score.given]
    return [(score.sure.get(name, 0.0), float(score.right.get(name, False))) for score in given]


def kept(judged: Sequence[Judged], coverage: float) -> float:
    """The mean over the share of the pages that we are surest of. What ties at the border is taken by its mean.

    >>> kept([(0.9, 1.0), (0.2, 0.0), (0.8, 0.5), (0.1, 0.1)], 0.5)
    0.75
    """
    levelled = levelled_by_confidence(judged)
    return fmean(levelled[: max(1, round(coverage * len(levelled)))]) if levelled else 0.0


def caught(judged: Sequence[Judged], doubted: float, bad: float = BAD) -> float:
    """The share of the bad ones that stand among the share of the pages that we are least sure of.

    >>> caught([(0.9, 1.0), (0.2, 0.0), (0.8, 0.5), (0.1, 1.0)], 0.5)
    0.5
    """
    flags = levelled_by_confidence([(sure, float(good < bad)) for sure, good in judged])
    least = flags[len(flags) - round(doubted * len(flags)) :]
    return sum(least) / sum(flags) if any(flags) else 1.0


def levelled_by_confidence(judged: Sequence[Judged]) -> list[float]:
    """Surest first; pages of one confidence share their mean, so that their order can't flatter the curve."""
    groups: dict[float, list[float]] = {}
    for sure, good in judged:
        groups.setdefault(sure, []).append(good)
    return [fmean(groups[sure]) for sure in sorted(groups, reverse=True) for _ in groups[sure]]
