"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from statistics import fmean, median

from bench.search.building import BuildFigures
from bench.search.measuring import Search
from bench.search.relevance import Relevance
from bench.search.systems import PAGEFIND, System

NONE = "–"
EXTRAPOLATED = 100_000
DATA = ("index", "texts")


@dataclass(frozen=True, slots=True)
class Measured:
    """A system at one size: what its build left, and each search of all rounds."""

    system: System
    size: int
    built: BuildFigures
    cold: Sequence[Search]
    following: Sequence[Search]
    heap_mb: float


Figures = Mapping[str, float]
Column = tuple[str, str, str]

# Name of the figure, its heading, its form. Times aren't extrapolated.
COLUMNS: tuple[Column, ...] = (
    ("first", "KB until 10 results", ".0f"),
    ("index", "of it index", ".0f"),
    ("code", "code, KB", ".0f"),
    ("all", "together", ".0f"),
    ("requests", "requests", ".0f"),
    ("later", "KB after that", ".0f"),
    ("next", "next query, KB", ".0f"),
    ("cold_ms", "cold, ms", ".0f"),
    ("cold_ratio", "× Pagefind", ".2f"),
    ("next_ms", "next, ms", ".0f"),
    ("next_ratio", "× Pagefind", ".2f"),
    ("heap", "heap, MB", ".1f"),
    ("files", "files", ",.0f"),
    ("disk", "MB on disk", ".1f"),
    ("article", "index, KB an article", ".2f"),
    ("cpu", "build, CPU s", ".1f"),
    ("peak", "build, peak MB", ".0f"),
)
GROWING = ("first", "index", "code", "all", "requests", "next", "heap", "files", "disk", "article", "cpu", "peak")


def as_markdown(notes: Sequence[str], measured: Sequence[Measured], relevance: Sequence[Relevance]) -> str:
    parts = ["# Search, in the browser side by side", "\n".join(notes)]
    if measured:
        parts.append(cost_table(measured))
    if relevance:
        parts += ["## Relevance: Cranfield, whole questions as queries", relevance_table(relevance)]
    return "\n\n".join(parts) + "\n"


def cost_table(measured: Sequence[Measured]) -> str:
    figures = {(one.size, one.system.name): figures_of(one) for one in measured}
    systems = {one.system.name: f"{one.system.name} {one.system.version}".strip() for one in measured}
    rows = []
    for size in sorted({one.size for one in measured}):
        compared = figures.get((size, PAGEFIND), {})
        for name, title in systems.items():
            rows.append([f"{size:,}", title, *cells(with_ratios(figures[size, name], compared))])
    for name, title in systems.items():
        by_size = {size: told for (size, one), told in figures.items() if one == name}
        if len(by_size) > 1 and EXTRAPOLATED not in by_size:
            rows.append([f"{EXTRAPOLATED:,}, extrapolated", title, *cells(extrapolated(by_size, EXTRAPOLATED))])
    return table(["articles", "", *(heading for _, heading, _ in COLUMNS)], rows)


def figures_of(one: Measured) -> dict[str, float]:
    """Medians of the queries, of all rounds; bytes in thousands or millions."""
    built = one.built
    return {
        "first": median_kb(one.cold, DATA),
        "index": median_kb(one.cold, ["index"]),
        "code": median_kb(one.cold, ["code"]),
        "all": median_kb(one.cold, [*DATA, "code"]),
        "requests": median(search.requests for search in one.cold),
        "later": median_kb(one.cold, ["later"]),
        "next": median_kb(one.following, [*DATA, "code"]),
        "cold_ms": median_ms(one.cold),
        "next_ms": median_ms(one.following),
        "heap": one.heap_mb,
        "files": built.files,
        "disk": built.size / 1e6,
        "article": built.index_size / 1e3 / one.size,
        "cpu": built.cpu_seconds,
        "peak": built.peak_mb,
    }


def median_kb(searches: Iterable[Search], kinds: Sequence[str]) -> float:
    return median(sum(search.sizes.get(kind, 0) for kind in kinds) for search in searches) / 1e3


def median_ms(searches: Iterable[Search]) -> float:
    return median(search.milliseconds for search in searches if search.milliseconds is not None)


def with_ratios(figures: Figures, compared: Figures) -> dict[str, float]:
    """With the times beside Pagefind's of the same run."""
    ratios = {name: figures[f"{name}_ms"] / compared[f"{name}_ms"] for name in ("cold", "next") if compared}
    return {**figures, **{f"{name}_ratio": ratio for name, ratio in ratios.items()}}


def extrapolated(by_size: Mapping[int, Figures], size: int) -> dict[str, float]:
    told = {name: power_law({n: figures[name] for n, figures in by_size.items()}, size) for name in GROWING}
    return {name: value for name, value in told.items() if value is not None}


def power_law(values: Mapping[int, float], size: int) -> float | None:
    """The straight line through the logarithms, by least squares. None where a value is 0.

    >>> round(power_law({10: 20.0, 100: 200.0}, 1000))
    2000
    """
    if min(values.values()) <= 0:
        return None
    points = [(log(n), log(value)) for n, value in values.items()]
    middle, height = fmean(x for x, _ in points), fmean(y for _, y in points)
    slope = sum((x - middle) * (y - height) for x, y in points) / sum((x - middle) ** 2 for x, _ in points)
    return exp(height + slope * (log(size) - middle))


def cells(figures: Figures) -> list[str]:
    return [format(figures[name], form) if name in figures else NONE for name, _, form in COLUMNS]


def relevance_table(relevance: Sequence[Relevance]) -> str:
    rows = [
        [one.name, f"{one.ndcg:.3f}", f"{one.mrr:.3f}", f"{one.unanswered} of {one.questions}"] for one in relevance
    ]
    return table(["", "nDCG@10", "MRR@10", "questions without results"], rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
