"""Learns what each sign weighs for a title, an author or a date: unscrape/metadata/weights.yaml, from WCXB's pages.

    python -m training.metadata                 # cross-validation by site, then the file, from pages not held back
    python -m training.metadata --dry-run       # the figures alone

A conditional logit: on each page the candidates compete with each other and with "none of them", and the weights are
those under which the right answers are likeliest, kept small by a penalty on their squares.

Authors and dates are looked for around the title that the present weights find: after a change to the title's signs,
run it twice.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from bs4 import BeautifulSoup

from bench.metadata_scores import names_in, same_day, same_title
from unscrape.blocks import split_page
from unscrape.metadata.authors import author_candidates
from unscrape.metadata.declared import Statements, read_declared
from unscrape.metadata.language import find_language
from unscrape.metadata.lines import Shown, read_lines
from unscrape.metadata.published import date_candidates
from unscrape.metadata.scorer import Candidate, merged
from unscrape.metadata.title import find_title, title_candidates
from unscrape.model import Form
from unscrape.reading import read_data
from unscrape.review import SURE

SHARED = Path(os.environ.get("UNSCRAPE_SHARED", Path(__file__).resolve().parents[2] / "shared"))
WEIGHTS = Path(__file__).resolve().parents[1] / "unscrape/metadata/weights.yaml"
FOLDS, HELD_BACK = 5, 0
PENALTY = 2.0
STEPS = 400
LEAST_WEIGHT = 0.05
# How likely any answer must be for one to be given; chosen on the table that this script prints.
ENOUGH: dict[Form, dict[str, float]] = {
    "html": {"title": 0.05, "authors": 0.53, "published": 0.68},
    "text": {"title": 0.05, "authors": 0.3, "published": 0.3},
}
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Page:
    """One page with what its title, authors and date are known to be."""

    site: str
    form: Form
    shown: Shown
    declared: Statements
    truth: dict[str, str | None]


@dataclass(frozen=True)
class Example:
    """A page's candidates for one field: `right` tells which give the truth; none do where the page has no answer."""

    site: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    answer: bool


@dataclass(frozen=True)
class Judged:
    """A page's surest candidate: whether it is right, how sure it is, and how sure it is that there is any answer."""

    example: Example
    right: bool
    sure: float
    some: float


def main(arguments: Sequence[str]) -> None:
    pages = list(read_pages(SHARED / "wcxb-articles"))
    weights: dict[str, dict[str, dict[str, Any]]] = {}
    for form in ENOUGH:
        ours = [page for page in pages if page.form == form]
        weights[form] = {}
        for field, enough in ENOUGH[form].items():
            examples = [example_of(field, page) for page in ours]
            report(form, field, cross_validate(examples))
            weights[form][field] = {"enough": enough, "signs": fit(examples)}
    if "--dry-run" not in arguments:
        WEIGHTS.write_text("".join(as_yaml(weights)), encoding="utf-8")


def read_pages(folder: Path) -> Iterator[Page]:
    """The pages that aren't held back, as served and as the text dumps that scrapers make of them."""
    for path in sorted(folder.glob("truth/*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        site = urlsplit(truth["url"] or "").netloc.removeprefix("www.") or path.stem
        if fold_of(site) == HELD_BACK:
            continue
        data = gzip.decompress((folder / f"html/{path.stem}.html.gz").read_bytes())
        told = {"title": truth["title"], "authors": truth["author"], "published": truth["date"]}
        yield as_page(site, data, told)
        yield from (as_page(site, dump, told) for dump in dumps_of(read_data(data).text))


def as_page(site: str, data: bytes | str, truth: dict[str, str | None]) -> Page:
    page = read_data(data)
    blocks = split_page(page).blocks
    declared = read_declared(page)
    return Page(site, page.form, Shown(page.form, blocks, read_lines(blocks)), declared, truth)


def dumps_of(html: str) -> Iterator[str]:
    """All visible text, as BeautifulSoup gives it, and resiliparse where it is installed."""
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript", "template"]):
        element.decompose()
    yield soup.get_text("\n")
    if importlib.util.find_spec("resiliparse"):
        yield importlib.import_module("resiliparse.extract.html2text").extract_plain_text(html)


def fold_of(site: str) -> int:
    return int(hashlib.sha256(site.encode()).hexdigest()[:8], 16) % FOLDS


def example_of(field: str, page: Page) -> Example:
    truth = page.truth[field]
    candidates = merged(candidates_for(field, page))
    is_right: Callable[[Candidate, str], bool] = IS_RIGHT[field]
    right = tuple(bool(truth) and is_right(one, truth or "") for one in candidates)
    return Example(page.site, candidates, right, bool(truth))


def candidates_for(field: str, page: Page) -> Sequence[Candidate]:
    """Authors and dates are looked for around the title, so the title's weights must be there already."""
    if field == "title":
        return title_candidates(page.shown, page.declared)
    title = find_title(page.shown, page.declared, None).block
    shown = Shown(page.form, page.shown.blocks, page.shown.lines, title)
    if field == "authors":
        return author_candidates(shown, page.declared)
    return date_candidates(shown, page.declared, find_language(shown.blocks, page.declared).value)


def _are_the_authors(candidate: Candidate, truth: str) -> bool:
    return names_in(*candidate.key.split("; ")) == names_in(truth)


IS_RIGHT: dict[str, Callable[[Candidate, str], bool]] = {
    "title": lambda candidate, truth: same_title(candidate.evidence.value, truth),
    "authors": _are_the_authors,
    "published": lambda candidate, truth: same_day(candidate.key, truth),
}


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs, by accelerated gradient ascent on the penalised likelihood."""
    signs = sorted({sign for one in examples for candidate in one.candidates for sign in candidate.signs})
    table = _Table(examples, signs)
    weights = ahead = np.zeros(len(signs))
    step = 4.0 / (table.steepest() + PENALTY)
    for number in range(STEPS):
        risen = ahead + step * (table.slope(ahead) - PENALTY * ahead)
        ahead = risen + number / (number + 3) * (risen - weights)
        weights = risen
    return {
        sign: round(float(weight), 2)
        for sign, weight in zip(signs, weights, strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }


class _Table:
    """All candidates of all pages as rows of ones and zeros."""

    def __init__(self, examples: Sequence[Example], signs: Sequence[str]) -> None:
        column = {sign: number for number, sign in enumerate(signs)}
        rows = [candidate for one in examples for candidate in one.candidates]
        self.rows = np.zeros((len(rows), len(signs)))
        for number, candidate in enumerate(rows):
            self.rows[number, [column[sign] for sign in candidate.signs]] = 1.0
        self.page = np.array([number for number, one in enumerate(examples) for _ in one.candidates], dtype=int)
        self.right = np.array([good for one in examples for good in one.right], dtype=float)
        self.pages = len(examples)
        self.has_right = np.array([any(one.right) for one in examples], dtype=bool)

    def slope(self, weights: Array) -> Array:
        """How the likelihood rises: right candidates' rows less the rows that the weights expect."""
        odds = np.exp(np.clip(self.rows @ weights, -30, 30))
        share = odds / (1.0 + self._sums(odds))[self.page]
        good = odds * self.right
        wanted = good / np.maximum(self._sums(good), 1e-12)[self.page]
        return np.asarray(self.rows.T @ (wanted - share))

    def steepest(self) -> float:
        """A bound on the likelihood's curvature, for a step that never overshoots."""
        return float(np.linalg.norm(self.rows, 2) ** 2)

    def _sums(self, odds: Array) -> Array:
        return np.asarray(np.bincount(self.page, odds, minlength=self.pages), dtype=float)


def cross_validate(examples: Sequence[Example]) -> list[Judged]:
    """For each page what weights say that have not seen its site."""
    found = []
    for fold in range(FOLDS):
        weights = fit([one for one in examples if fold_of(one.site[::-1]) != fold])
        found += [judge(one, weights) for one in examples if fold_of(one.site[::-1]) == fold]
    return found


def judge(example: Example, weights: dict[str, float]) -> Judged:
    odds = [
        float(np.exp(np.clip(sum(weights.get(sign, 0.0) for sign in one.signs), -30, 30))) for one in example.candidates
    ]
    best = max(range(len(odds)), key=odds.__getitem__, default=None)
    if best is None:
        return Judged(example, right=False, sure=0.0, some=0.0)
    whole = 1.0 + sum(odds)
    return Judged(example, example.right[best], odds[best] / whole, 1.0 - 1.0 / whole)


def report(form: Form, field: str, found: Sequence[Judged]) -> None:
    """By least certainty that there is an answer: the share right of the pages that have one, and given where there is
    none. Then how right the surest candidates are, by their confidence."""
    known = [one for one in found if one.example.answer]
    unknown = [one for one in found if not one.example.answer]
    reach = sum(any(one.example.right) for one in known) / len(known)
    print(f"{form} {field}: {len(known)} pages with an answer, {len(unknown)} without; within reach {reach:.3f}")
    for least in sorted({0.0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, ENOUGH[form][field]}):
        given = [one.right for one in known if one.some >= least]
        share = sum(given) / max(len(given), 1)
        invented = sum(one.some >= least for one in unknown) / max(len(unknown), 1)
        print(
            f"  from {least:.2f}: right {sum(given) / len(known):.3f}, of those given {share:.3f}, "
            f"invented {invented:.3f}"
        )
    doubted = [one.right for one in found if one.some >= ENOUGH[form][field] and one.sure < SURE]
    trusted = [one.right for one in found if one.some >= ENOUGH[form][field] and one.sure >= SURE]
    for name, ones in (("doubted", doubted), ("trusted", trusted)):
        print(f"  {name}: {len(ones) / len(found):.3f} of the pages, right {sum(ones) / max(len(ones), 1):.3f}")
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        within = [one.right for one in found if low <= one.sure < high]
        print(
            f"  confidence {low:.2f} to {high:.2f}: {len(within)} pages, right {sum(within) / max(len(within), 1):.3f}"
        )


def as_yaml(weights: dict[str, dict[str, dict[str, Any]]]) -> Iterator[str]:
    yield HEAD
    for form, fields in weights.items():
        yield f"\n{form}:\n"
        for field, given in fields.items():
            signs = given["signs"] or {}
            yield f"  {field}:\n    enough: {given['enough']}\n    signs:{'' if signs else ' {}'}\n"
            for sign, weight in sorted(signs.items(), key=lambda pair: -pair[1]):
                yield f"      {json.dumps(sign, ensure_ascii=False)}: {weight}\n"


HEAD = """\
# What each sign weighs for or against a candidate for a field: written by training/metadata.py, explained in
# docs/metadata.md. Weights are natural logarithms of odds: 0.7 doubles them, -0.7 halves them. A candidate's weights
# are summed; it competes with the page's other candidates and with "none of them", whose sum is 0. Nothing is given
# where the share of all candidates together is less than `enough`.
#
# Learned from WCXB (Web Content eXtraction Benchmark v1.0, Murrough Foley, 2026, CC-BY-4.0), development split, article
# pages of the sites that are not held back for measuring.
"""


if __name__ == "__main__":
    main(sys.argv[1:])
