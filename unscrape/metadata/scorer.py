"""Candidates for a field, and how sure each is: signs with weights, learned from pages whose truth is known.

A field's candidates compete with each other and with "none of them": the confidences of one page add up to one at
most, and a confidence of .8 means that four in five such candidates were right (docs/metadata.md has the figures).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp, fsum
from pathlib import Path
from typing import Any

import yaml

from unscrape.model import Evidence, Form

SOFTEST, HARDEST = -30.0, 30.0
MOST_ORIGINS = 3
# A page of a thousand headings has as many unlikely titles; together they are no reason to doubt the likely one.
MOST_RIVALS = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer, and all that speaks for or against it. Candidates of one `key` give the same answer."""

    key: str
    evidence: Evidence
    signs: frozenset[str]
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs, in natural logarithms of odds; below `enough` no candidate is chosen."""

    enough: float
    signs: Mapping[str, float]


def weigh(field: str, form: Form, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The merged candidates with their confidences, the surest first."""
    return by_confidence(merged(candidates), weights_for(field, form))


def chosen(field: str, form: Form, weighed: Sequence[Candidate]) -> Candidate | None:
    """The surest candidate, where it is likely enough that any of them is right: two days that compete are a date."""
    some = sum(one.evidence.confidence for one in weighed)
    return weighed[0] if weighed and some >= weights_for(field, form).enough else None


def merged(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate for each answer: the first one's words, and the signs of all."""
    alike: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        alike.setdefault(candidate.key, []).append(candidate)
    return tuple(_together(ones) for ones in alike.values())


def by_confidence(candidates: Sequence[Candidate], weights: Weights) -> tuple[Candidate, ...]:
    """Shares of probability: each candidate against the others and against none (which weighs nothing)."""
    # A set has no order of its own, and a plain sum depends on it: fsum gives every run the same last digit.
    scores = [fsum(weights.signs.get(sign, 0.0) for sign in one.signs) for one in candidates]
    odds = [exp(min(max(score, SOFTEST), HARDEST)) for score in scores]
    whole = 1.0 + sum(sorted(odds)[-MOST_RIVALS:])
    weighed = [
        replace(one, evidence=replace(one.evidence, confidence=round(share / whole, 3)))
        for one, share in zip(candidates, odds, strict=True)
    ]
    order = sorted(range(len(odds)), key=lambda number: -odds[number])
    return tuple(weighed[number] for number in order)


@cache
def weights_for(field: str, form: Form) -> Weights:
    """The weights that ship with the package."""
    given = _tables()[form][field]
    return Weights(float(given["enough"]), dict(given["signs"]))


@cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    tables: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("weights.yaml").read_text(encoding="utf-8"))
    return tables


def _together(ones: Sequence[Candidate]) -> Candidate:
    first = ones[0]
    if len(ones) == 1:
        return first
    origins = list(dict.fromkeys(one.evidence.origin for one in ones))
    more = f" and {len(origins) - MOST_ORIGINS} more" if len(origins) > MOST_ORIGINS else ""
    told = replace(first.evidence, origin=", ".join(origins[:MOST_ORIGINS]) + more)
    block = next((one.block for one in ones if one.block is not None), None)
    return Candidate(first.key, told, frozenset().union(*(one.signs for one in ones)), block)
