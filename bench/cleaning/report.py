"""The figures as Markdown and as a small SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

from bench.cleaning.confidence import (
    COVERAGES,
    LEAST_SURE,
    Judged,
    caught,
    field_judged,
    kept,
    text_judged,
)
from bench.cleaning.results import PageScore, Summary, summarise
from bench.cleaning.structure import KINDS, mean_by_kind
from bench.cleaning.systems import System

NONE = "–"
NOTABLE = 0.001  # a page whose F1 moves by more is better, or worse


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the rounds; `ratio` compares with trafilatura's in the same round."""

    pages_a_second: float
    ratio: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Row:
    """A system over one kind of input."""

    name: str
    scores: Sequence[PageScore]
    system: System | None = None
    version: str = ""
    speed: Speed | None = None

    @property
    def title(self) -> str:
        return f"{self.name} {self.version}".strip()

    def gives(self, name: str) -> bool:
        return self.system is not None and name in self.system.gives


@dataclass(frozen=True, slots=True)
class Together:
    """Word F1 of a page whose site has several here: cleaned by itself, and with the other pages of its site."""

    site: str
    alone: float
    together: float


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run measured."""

    heading: str
    notes: Sequence[str]
    html: Sequence[Row]
    dumps: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    together: Mapping[str, Sequence[Together]] = field(default_factory=dict)  # by what the pages are cleaned from
    curve: str = ""


Column = tuple[str, Callable[[Row, Summary], str]]


def right(name: str) -> Callable[[Row, Summary], str]:
    field_name = name.removeprefix("first ")
    return lambda row, summary: decimals(summary.right.get(name)) if row.gives(field_name) else NONE


def invented(name: str) -> Callable[[Row, Summary], str]:
    return lambda row, summary: percent(summary.invented.get(name)) if row.gives(name) else NONE


TEXT_COLUMNS: tuple[Column, ...] = (
    ("F1", lambda row, summary: decimals(summary.f1)),
    ("P", lambda row, summary: decimals(summary.precision)),
    ("R", lambda row, summary: decimals(summary.recall)),
    ("4-gram F1", lambda row, summary: decimals(summary.runs)),
    ("snippets found", lambda row, summary: percent(summary.found)),
    ("furniture avoided", lambda row, summary: percent(summary.avoided)),
)
FIELD_COLUMNS: tuple[Column, ...] = (
    ("title", right("title")),
    ("author", right("author")),
    ("first author", right("first author")),
    ("date", right("date")),
    ("author invented", invented("author")),
    ("date invented", invented("date")),
)
COST_COLUMNS: tuple[Column, ...] = (
    ("Markdown structure", lambda row, summary: decimals(summary.structure) if row.gives("markdown") else NONE),
    ("pages a CPU second", lambda row, summary: f"{row.speed.pages_a_second:.1f}" if row.speed else NONE),
    ("× trafilatura", lambda row, summary: f"{row.speed.ratio:.2f}" if row.speed else NONE),
    ("peak MB", lambda row, summary: f"{row.speed.peak_mb:.0f}" if row.speed else NONE),
    ("pages failed", lambda row, summary: str(summary.failed)),
)


def as_markdown(report: Report) -> str:
    parts = [f"# {report.heading}", "\n".join(report.notes), "## HTML", table_of(report.html, TEXT_COLUMNS)]
    parts += ["Title, author and date, Markdown and cost:", table_of(report.html, FIELD_COLUMNS + COST_COLUMNS)]
    if report.dumps:
        parts += ["## Text dumps", table_of(dump_rows(report), TEXT_COLUMNS + FIELD_COLUMNS)]
    parts += ["## Markdown structure, kind by kind", structure_table(report.html)]
    if report.together:
        parts += ["## Several pages of one site", together_table(report.together)]
    ours = next(row for row in report.html if row.system and row.system.ours)
    parts += ["## Does doubt find the bad ones?", *risk_tables(curves_of(report)), *field_tables(ours.scores)]
    if report.curve:
        parts.append(f"![Mean F1 of the pages that we are surest of]({report.curve})")
    return "\n\n".join(parts) + "\n"


def dump_rows(report: Report) -> list[Row]:
    """All kinds in one table, each row with its kind."""
    return [replace(row, name=f"{kind}: {row.name}", version="") for kind, rows in report.dumps.items() for row in rows]


def table_of(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    head = ["", *(name for name, _ in columns)]
    return table(head, ([row.title, *cells(row, columns)] for row in rows))


def cells(row: Row, columns: Sequence[Column]) -> list[str]:
    summary = summarise(row.scores)
    return [cell(row, summary) for _, cell in columns]


def structure_table(rows: Sequence[Row]) -> str:
    """F1 by kind; the pages of a kind are the same for all systems."""
    measured = [(row.title, mean_by_kind([score.structure for score in row.scores])) for row in rows]
    measured = [(title, kinds) for (title, kinds), row in zip(measured, rows, strict=True) if row.gives("markdown")]
    head = ["", *(f"{kind} ({measured[0][1][kind][1]} pages)" for kind in KINDS if kind in measured[0][1])]
    return table(
        head, ([title, *(decimals(kinds[kind][0]) for kind in KINDS if kind in kinds)] for title, kinds in measured)
    )


def together_table(measured: Mapping[str, Sequence[Together]]) -> str:
    head = ["", "sites", "pages", "F1 one by one", "F1 together", "pages better", "pages worse"]
    return table(head, (together_row(name, pages) for name, pages in measured.items() if pages))


def together_row(name: str, pages: Sequence[Together]) -> list[str]:
    gains = [page.together - page.alone for page in pages]
    return [
        name,
        str(len({page.site for page in pages})),
        str(len(pages)),
        decimals(fmean(page.alone for page in pages), 4),
        decimals(fmean(page.together for page in pages), 4),
        str(sum(gain > NOTABLE for gain in gains)),
        str(sum(gain < -NOTABLE for gain in gains)),
    ]


def curves_of(report: Report) -> dict[str, list[Judged]]:
    """Our confidences by kind of input."""
    rows = {"HTML": report.html} | {f"dumps: {kind}": rows for kind, rows in report.dumps.items()}
    return {
        kind: text_judged(row.scores) for kind, every in rows.items() for row in every if row.system and row.system.ours
    }


def risk_tables(curves: Mapping[str, Sequence[Judged]]) -> list[str]:
    surest = table(
        ["mean F1 of the surest", *(f"{coverage:.0%}" for coverage in COVERAGES)],
        ([kind, *(decimals(kept(judged, coverage)) for coverage in COVERAGES)] for kind, judged in curves.items()),
    )
    least = table(
        ["share of the bad pages (F1 < .8) among the least sure", *(f"{doubted:.0%}" for doubted in LEAST_SURE), "bad"],
        (
            [
                kind,
                *(percent(caught(judged, doubted)) for doubted in LEAST_SURE),
                str(sum(one < 0.8 for _, one in judged)),
            ]
            for kind, judged in curves.items()
        ),
    )
    return [surest, least]


def field_tables(scores: Sequence[PageScore]) -> list[str]:
    judged = {name: field_judged(scores, name) for name in ("title", "author", "date")}
    surest = table(
        ["right of the surest, of those given (HTML)", *(f"{coverage:.0%}" for coverage in COVERAGES)],
        ([name, *(decimals(kept(one, coverage)) for coverage in COVERAGES)] for name, one in judged.items()),
    )
    least = table(
        ["share of the wrong ones among the least sure", *(f"{doubted:.0%}" for doubted in LEAST_SURE), "wrong"],
        (
            [name, *(percent(caught(one, doubted)) for doubted in LEAST_SURE), str(sum(not good for _, good in one))]
            for name, one in judged.items()
        ),
    )
    return [surest, least]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def decimals(figure: float | None, places: int = 3) -> str:
    """
    >>> decimals(0.9625), decimals(1.0), decimals(None)
    ('.963', '1.000', '–')
    """
    return NONE if figure is None else f"{figure + 1e-9:.{places}f}".removeprefix("0")


def percent(figure: float | None) -> str:
    return NONE if figure is None else f"{100 * figure:.1f} %"
