# SPDX-License-Identifier: AGPL-3.0-or-later
"""The home page's chart: how many articles of which source each year has, by decade where there are many years.

All sizes are percentages of the chart, so that it is as wide as its page while words and patterns keep their size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pelican.plugins import signals
from site_types import Article, ArticlesGenerator
from years_and_undated import Year

LARGEST = 5
MOST_BARS = 40
ROUND = (1, 2, 5)
# How much of the plot the tallest bar takes, and a bar of its place; a few bars are no planks.
TALLEST, WIDTH, WIDEST = 92.0, 72.0, 7.0
LABELS_NARROW, LABELS_WIDE = 8, 20


@dataclass(frozen=True, slots=True)
class Series:
    """A source, or all others together; `tone` names its colour and pattern."""

    name: str
    tone: str
    url: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Piece:
    tone: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """`counts` stand in the order of the chart's series. A bar without articles is a gap, and leads nowhere."""

    label: str
    words: str
    url: str
    counts: Sequence[int]
    x: float
    place: float
    pieces: Sequence[Piece]
    narrow: bool  # whether its label is shown where there is little room
    wide: bool

    @property
    def count(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Line:
    count: int
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    span: int  # years that a bar stands for
    series: Sequence[Series]
    bars: Sequence[Bar]
    lines: Sequence[Line]
    bar_width: float
    place_width: float


def register() -> None:
    signals.article_generator_finalized.connect(draw_articles)


def draw_articles(generator: ArticlesGenerator) -> None:
    chart = chart_of(generator.articles)
    generator.context["articles_over_time_chart"] = chart
    generator.context["year_groups"] = group_years(generator.context["years"], chart.span if chart else 1)


def chart_of(articles: Iterable[Article]) -> Chart | None:
    """None where fewer than two years have articles: there is no change to see."""
    dated = [article for article in articles if article.year]
    years = sorted({int(article.year or 0) for article in dated})
    if len(years) < 2:
        return None
    span = span_of(years[0], years[-1])
    starts = range(years[0] // span * span, years[-1] + 1, span)
    series = series_of(dated)
    counts = Counter((start_of(article, span), _index(article, series)) for article in dated)
    table = {start: [counts[start, index] for index in range(len(series))] for start in starts}
    most = max(map(sum, table.values()))
    bars = [_bar(start, place, table[start], series, span, len(starts), most) for place, start in enumerate(starts)]
    place_width = 100 / len(starts)
    return Chart(span, series, bars, lines_of(most), round(bar_width(len(starts)), 3), round(place_width, 3))


def span_of(first: int, last: int) -> int:
    """
    >>> span_of(2016, 2024), span_of(1887, 2024), span_of(999, 2024)
    (1, 10, 100)
    """
    return next((span for span in (1, 10) if last // span - first // span < MOST_BARS), 100)


def start_of(article: Article, span: int) -> int:
    return int(article.year or 0) // span * span


def series_of(articles: Sequence[Article]) -> list[Series]:
    """The largest sources, the largest first, and the others together."""
    counts = Counter(article.source for article in articles if article.source)
    largest = sorted(counts, key=lambda source: (-counts[source], source.name))[:LARGEST]
    series = [
        Series(source.name, str(number), source.url, counts[source]) for number, source in enumerate(largest, start=1)
    ]
    unknown = sum(not article.source for article in articles)
    rest = len(articles) - sum(one.count for one in series)
    if rest:
        name = "Unknown source" if rest == unknown else "Other or unknown sources" if unknown else "Other sources"
        series.append(Series(name, "other", None, rest))
    return series


def lines_of(most: int) -> list[Line]:
    """One to four lines at round numbers.

    >>> [[line.count for line in lines_of(most)] for most in (1, 7, 430)]
    [[1], [2, 4, 6], [100, 200, 300, 400]]
    """
    step = _first_round_above(most / 4.9)
    return [Line(count, round(100 - TALLEST * count / most, 3)) for count in range(step, most + 1, step)]


def bar_width(bars: int) -> float:
    return min(WIDTH / bars, WIDEST)


def label_of(start: int, span: int) -> str:
    """
    >>> label_of(2016, 1), label_of(1880, 10), label_of(1800, 100)
    ('2016', '1880s', '1800–1899')
    """
    year = f"{start:04}"
    return {1: year, 10: f"{year}s"}.get(span, f"{year}–{start + span - 1:04}")


def group_years(years: Sequence[Year], span: int) -> list[tuple[str, str, list[Year]]]:
    """The page of years as the chart's bars lead to it: the id, the heading and the years of each decade.

    Where bars lead to the years themselves, all are one group without a heading.
    """
    if span == 1:
        return [("", "", list(years))] if years else []
    groups = groupby(years, key=lambda year: int(year.year) // span * span)
    return [(f"from-{start:04}", label_of(start, span), list(some)) for start, some in groups]


def _index(article: Article, series: Sequence[Series]) -> int:
    """The last series is that of all others, where some source has none of its own."""
    url = article.source.url if article.source else None
    return next((index for index, one in enumerate(series) if url and one.url == url), len(series) - 1)


def _bar(
    start: int, place: int, counts: Sequence[int], series: Sequence[Series], span: int, bars: int, most: int
) -> Bar:
    label = label_of(start, span)
    return Bar(
        label=label if span < 100 else f"{start:04}",
        words=_in_words(label, counts, series),
        url=f"years/{label}/index.html" if span == 1 else f"years/index.html#from-{start:04}",
        counts=counts,
        x=round((place + 0.5) * 100 / bars - bar_width(bars) / 2, 3),
        place=round(place * 100 / bars, 3),
        pieces=list(_pieces(counts, series, most)),
        narrow=start // span % _first_round_above(bars / LABELS_NARROW) == 0,
        wide=start // span % _first_round_above(bars / LABELS_WIDE) == 0,
    )


def _pieces(counts: Sequence[int], series: Sequence[Series], most: int) -> Iterator[Piece]:
    """From the ground upwards."""
    below = 0
    for count, one in zip(counts, series, strict=True):
        below += count
        if count:
            yield Piece(one.tone, round(100 - TALLEST * below / most, 3), round(TALLEST * count / most, 3))


def _in_words(label: str, counts: Sequence[int], series: Sequence[Series]) -> str:
    """2016: 5 articles: The Harbour Review 3, Ombe Dispatch 2"""
    total = sum(counts)
    told = ", ".join(f"{one.name} {count:,}" for count, one in zip(counts, series, strict=True) if count)
    return f"{label}: {total:,} article{'' if total == 1 else 's'}: {told}"


def _first_round_above(least: float) -> int:
    """The first of 1, 2, 5, 10, 20, 50 and so on that is no less."""
    tens = 1
    while 5 * tens < least:
        tens *= 10
    return next(number * tens for number in ROUND if number * tens >= least)
