"""The learned labeller: for pages of sites without rules, it weighs what all other labellers only advise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unscrape.boilerplate.belonging import Mended, keep_what_belongs
from unscrape.boilerplate.context import Context
from unscrape.boilerplate.learned.choice import best_set, without_twins
from unscrape.boilerplate.learned.judged import likelihood
from unscrape.boilerplate.learned.page import Column, Page
from unscrape.boilerplate.learned.score import Spoken, likelihoods, listen
from unscrape.boilerplate.learned.weights import Weights, shipped_weights, tokens_by_id
from unscrape.boilerplate.templates import Template, template_of
from unscrape.model import Block, Finding, Form, Metadata

# Below it the model knows nothing like the page, and what nobody takes for furniture is kept.
LEAST_EXPECTED = 0.3
CERTAIN = 1e-9
# What the site's other pages say is told from these log odds on.
TELLING, FURNITURE_ELSEWHERE = -1.0, "on the site's other pages elements like its own hold furniture"
TOLD = 3  # tokens named in a reason
# Advice that decides against the model: without it the word F1 of pages that the model hadn't seen is no better.
# (`python -m training.decisive` counts.)
DECISIVE: dict[Form, frozenset[str]] = {
    "html": frozenset({"hidden element", "end of the article", "furniture phrase"}),
    "text": frozenset({"furniture phrase", "below the author's note", "box", "dek again"}),
}


Weighed = tuple[float, str]


class Judgement(NamedTuple):
    """Findings on what is left out, and on what is kept against advice; `expected` is the model's word F1, 0 to 1."""

    findings: tuple[Finding, ...]
    expected: float


def judge(
    blocks: Sequence[Block],
    metadata: Metadata,
    decided: Sequence[Finding],
    advice: Sequence[Finding],
    context: Context,
) -> Judgement:
    """Labels what is left when `decided` has had its say. Rules that agree with the model give its reasons."""
    if not blocks:
        return Judgement((), 0.0)
    form = context.form
    weights = shipped_weights(form)
    page = Page(blocks, metadata)
    spoken = listen(page, weights.tokens)
    alone = likelihoods(page, advice, weights, spoken)
    others = context.template.odds(page)
    likely, twins = without_twins(page, _with_others(alone, others))
    likely[_spoken_of(page, [finding for finding in advice if finding.rule in DECISIVE[form]])] = 0.0
    counted = ~_spoken_of(page, decided) & (page.column(lambda block: block.kind != "image") > 0)
    choice = best_set(likely, page.words * counted)
    advised = _spoken_of(page, advice)
    kept = choice.kept if choice.expected >= LEAST_EXPECTED else ~advised
    mended = keep_what_belongs(page, kept, advised, likely)
    first = {finding.block: finding for finding in reversed(advice)}
    reasons = _Reasons(page, spoken, weights, tokens_by_id(form), twins, first, mended, others)
    findings = (reasons.finding(place, one) for place, one in enumerate(likely.tolist()))
    return Judgement(tuple(finding for finding in findings if finding), choice.expected)


def learn_template(blocks: Sequence[Block], metadata: Metadata, advice: Sequence[Finding], form: Form) -> Template:
    """What this page by itself tells of its site's template."""
    weights, page = shipped_weights(form), Page(blocks, metadata)
    if not page.elements:
        return Template()
    return template_of(page, likelihoods(page, advice, weights, listen(page, weights.tokens)))


def _with_others(alone: Column, others: Column) -> Column:
    """The likelihoods of the page by itself, with what the site's other pages tell of elements that look so."""
    if not others.any():
        return alone
    certain = np.clip(alone, CERTAIN, 1 - CERTAIN)
    return likelihood(np.log(certain / (1 - certain)) + others)


def _spoken_of(page: Page, findings: Sequence[Finding]) -> NDArray[np.bool_]:
    """The blocks that findings speak of as a whole."""
    whole = {finding.block for finding in findings if finding.start is None}
    return np.fromiter((block.number in whole for block in page.blocks), np.bool_, len(page))


class _Reasons:
    """What to tell of each block: the rule that agrees, or the tokens that weighed most."""

    def __init__(
        self,
        page: Page,
        spoken: Spoken,
        weights: Weights,
        tokens: Sequence[str],
        twins: Mapping[int, int],
        advice: Mapping[int, Finding],
        mended: Mended,
        others: Column,
    ) -> None:
        self._page = page
        self._spoken = spoken
        self._weights = weights
        self._twins = twins
        self._advice = advice
        self._mended = mended
        self._others = others.tolist()
        self._tokens = tokens
        self._kept = mended.kept.tolist()
        self._around: dict[int, list[Weighed]] = {}

    def finding(self, place: int, likely: float) -> Finding | None:
        block, advice = self._page.blocks[place], self._advice.get(self._page.blocks[place].number)
        if self._kept[place]:
            reason = f"likely the article's: {likely:.0%}, though {advice.reason}" if advice else ""
            return Finding(block.number, "article", "model", reason) if advice else None
        if place in self._mended.reasons:
            return Finding(block.number, "furniture", "belonging", self._mended.reasons[place])
        if place in self._twins:
            line = self._page.blocks[self._twins[place]].place.line
            return Finding(block.number, "furniture", "said twice", f"says the same as line {line}")
        return advice or self._by_words(place, likely)

    def _by_words(self, place: int, likely: float) -> Finding:
        others = f"; {FURNITURE_ELSEWHERE}" if self._others[place] <= TELLING else ""
        reason = f"likely the article's: {likely:.0%}{others}{self._against(place)}"
        return Finding(self._page.blocks[place].number, "furniture", "model", reason)

    def _against(self, place: int) -> str:
        """The tokens that speak most against the block, in words."""
        trail = int(self._spoken.trails[place])
        weighed = sorted([*self._against_in(self._spoken.block.set(place), 0), *self._against_around(trail)])
        told = [_in_words(token) for _, token in weighed[:TOLD]]
        return f"; against it: {', '.join(dict.fromkeys(told))}" if told else "; what stands around it is furniture"

    def _against_around(self, trail: int) -> list[Weighed]:
        """The tokens of a trail that speak most against the blocks in it: there are many of them."""
        if trail not in self._around:
            near = self._against_in(self._spoken.near.set(trail), 3)
            far = self._against_in(self._spoken.far.set(trail), 4)
            self._around[trail] = sorted([*near, *far])[:TOLD]
        return self._around[trail]

    def _against_in(self, ids: NDArray[np.int32], role: int) -> list[Weighed]:
        weights = self._weights.linear[ids, role].astype(np.float64) * max(len(ids), 1) ** -0.5
        against = np.flatnonzero(weights < 0)
        return [
            (weight, self._tokens[one])
            for weight, one in zip(weights[against].tolist(), ids[against].tolist(), strict=True)
        ]


SIGNS = {"t": "element <{}>", "a": "attribute {}", "c": "“{}” in a class or id", "n": "class or id “{}”"}


def _in_words(token: str) -> str:
    """
    >>> _in_words("c:sidebar"), _in_words("^read"), _in_words("subscribe")
    ('“sidebar” in a class or id', 'begins “read”', '“subscribe”')
    """
    if token[1:2] == ":" and token[0] in SIGNS:
        return SIGNS[token[0]].format(token[2:])
    edge = {"^": "begins ", "$": "ends "}.get(token[0], "") if len(token) > 1 else ""
    return f"{edge}“{token[1:] if edge else token}”"
