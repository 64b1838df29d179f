"""A system's outputs against the truth: page by page, then as one row of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from bench.cleaning.corpus import Page
from bench.cleaning.running import Output
from bench.cleaning.scores import Overlap, run_overlap, snippets_avoided, snippets_found, word_overlap
from bench.cleaning.structure import mean_over_kinds, structure_scores
from bench.metadata_scores import same_authors, same_day, same_first_author, same_title


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page. A field is right or wrong where the truth has it, `invented` or not where the truth has none."""

    words: Overlap
    runs: float
    found: Sequence[bool]
    avoided: Sequence[bool]
    right: Mapping[str, bool]
    invented: Mapping[str, bool]
    structure: Mapping[str, float]
    given: frozenset[str] = frozenset()
    sure: Mapping[str, float] = field(default_factory=dict)
    failed: bool = False

    @property
    def f1(self) -> float:
        return self.words.f1


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over the pages; shares of the pages, or of the snippets, that the question is for."""

    pages: int
    f1: float
    precision: float
    recall: float
    runs: float
    found: float
    avoided: float
    right: Mapping[str, float]
    invented: Mapping[str, float]
    structure: float
    failed: int


def score_page(page: Page, output: Output) -> PageScore:
    return PageScore(
        words=word_overlap(output.text, page.text),
        runs=run_overlap(output.text, page.text).f1,
        found=snippets_found(output.text, page.wanted),
        avoided=snippets_avoided(output.text, page.unwanted, page.text),
        right=dict(right_fields(page, output)),
        invented=dict(invented_fields(page, output)),
        structure=structure_scores(output.markdown, page.markdown, page.url),
        given=frozenset(name for name, value in given_fields(output).items() if value),
        sure=output.sure,
        failed=output.error is not None,
    )


def right_fields(page: Page, output: Output) -> Iterable[tuple[str, bool]]:
    """Of the fields that the truth has: is this the truth's?"""
    yield "title", same_title(output.title, page.title)
    if page.author:
        yield "author", same_authors(output.authors, page.author)
        yield "first author", same_first_author(output.authors, page.author)
    if page.date:
        yield "date", same_day(output.date, page.date)


def invented_fields(page: Page, output: Output) -> Iterable[tuple[str, bool]]:
    """Of the fields that the truth hasn't: is one given all the same?"""
    for name, truth in (("author", page.author), ("date", page.date)):
        if not truth:
            yield name, bool(given_fields(output)[name])


def given_fields(output: Output) -> dict[str, object]:
    return {"title": output.title, "author": output.authors, "date": output.date}


def summarise(scores: Sequence[PageScore]) -> Summary:
    def mean(of: Callable[[PageScore], float]) -> float:
        return fmean(map(of, scores))

    return Summary(
        pages=len(scores),
        f1=mean(lambda score: score.words.f1),
        precision=mean(lambda score: score.words.precision),
        recall=mean(lambda score: score.words.recall),
        runs=mean(lambda score: score.runs),
        found=share(one for score in scores for one in score.found),
        avoided=share(one for score in scores for one in score.avoided),
        right=shares(score.right for score in scores),
        invented=shares(score.invented for score in scores),
        structure=mean_over_kinds([score.structure for score in scores]),
        failed=sum(score.failed for score in scores),
    )


def share(answers: Iterable[bool]) -> float:
    known = list(answers)
    return sum(known) / len(known) if known else 0.0


def shares(pages: Iterable[Mapping[str, bool]]) -> dict[str, float]:
    """The share of yes for each name, of the pages that have an answer to it."""
    answers: dict[str, list[bool]] = {}
    for page in pages:
        for name, answer in page.items():
            answers.setdefault(name, []).append(answer)
    return {name: share(known) for name, known in answers.items()}
