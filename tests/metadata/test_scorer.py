"""The scorer: what weights do, and that each sign which the code may give can be looked up."""

from __future__ import annotations

import pytest

from unscrape.metadata.scorer import Candidate, Weights, by_confidence, merged, weights_for
from unscrape.model import Evidence, Form

WEIGHTS = Weights(0.5, {"byline": 2.0, "meta author": 1.0, "far away": -3.0})


def told(value: str, *signs: str) -> Candidate:
    return Candidate(value.casefold(), Evidence(value, signs[0], "line 1", 0.0), frozenset(signs))


def test_what_two_places_say_is_one_candidate_with_both_their_signs() -> None:
    [one] = merged([told("Ana Ilić", "byline"), told("ANA ILIĆ", "meta author")])
    assert (one.evidence.value, one.evidence.origin) == ("Ana Ilić", "byline, meta author")
    assert one.signs == {"byline", "meta author"}


def test_confidences_of_a_page_and_of_none_add_up_to_one() -> None:
    ranked = by_confidence([told("A", "far away"), told("B", "byline"), told("C", "meta author")], WEIGHTS)
    assert [one.evidence.value for one in ranked] == ["B", "C", "A"]
    assert 0.85 < sum(one.evidence.confidence for one in ranked) < 1


def test_a_sign_without_a_weight_says_nothing() -> None:
    one, other = by_confidence([told("A", "unheard of"), told("B", "never seen")], WEIGHTS)
    assert one.evidence.confidence == other.evidence.confidence


@pytest.mark.parametrize("form", ["html", "text"])
@pytest.mark.parametrize("field", ["title", "authors", "published"])
def test_shipped_weights_are_few_and_small_enough_to_read(form: Form, field: str) -> None:
    weights = weights_for(field, form)
    assert 10 < len(weights.signs) < 150
    assert all(abs(weight) < 8 for weight in weights.signs.values())
    assert 0 < weights.enough < 1
