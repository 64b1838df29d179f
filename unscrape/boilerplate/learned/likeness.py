"""What looks alike on a page: cards of a list, comments, teasers are made of elements with the same tag and classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from unscrape.model import Place

Numbers = NDArray[np.int64]
Look = tuple[str, ...]

CLASSES = re.compile(r"\.[^.#\[]+")
NUMBER = re.compile(r"\d+")
TAG = re.compile(r"[^.#\[]*")
INNERMOST = 3
NOWHERE = -1


class Likeness:
    """Numbers for looks. `alike[element]` tells how many elements of the page look like this one, `most[element]`
    the same of the element around it, or itself, of whose look there are most; both 0 for no element.

    `trails` are one number a block for the looks of all elements around it, `inner` for those of the innermost, which
    `inner_looks` tells in words.
    """

    def __init__(self, places: Sequence[Place], elements: int) -> None:
        """`elements` is one more than the largest number that an element has."""
        self._looks = np.full(elements + 1, NOWHERE, dtype=np.int64)
        self._parents = np.full(elements + 1, elements, dtype=np.int64)
        self._named = np.zeros(elements + 1, dtype=np.bool_)
        numbers: dict[str, int] = {}
        known: set[int] = set()
        for place in places:
            for element, look, parent in _new_elements(place, known):
                self._looks[element] = numbers.setdefault(look, len(numbers))
                self._named[element] = look[-1] != "."
                self._parents[element] = elements if parent is None else parent
        self.alike = self._counted()
        self.most = self._most(sorted(known))
        self.trails, self.inner = self._trails(places)
        self.inner_looks = self._in_words(places)

    def _counted(self) -> Numbers:
        there = self._looks != NOWHERE
        counts = np.bincount(self._looks[there], minlength=1)
        return np.where(there, counts[self._looks], 0)

    def _most(self, elements: Sequence[int]) -> Numbers:
        """An outer element has a smaller number than those in it, so what it has is known before them."""
        most = self.alike * self._named
        for element in elements:
            most[element] = max(most[element], most[self._parents[element]])
        return most

    def _trails(self, places: Sequence[Place]) -> tuple[Numbers, Numbers]:
        whole: dict[tuple[int, ...], int] = {}
        inner: dict[tuple[int, ...], int] = {}
        looks = self._looks.tolist()
        found = np.zeros((2, len(places)), dtype=np.int64)
        for number, place in enumerate(places):
            trail = tuple([looks[element] for element in place.elements])
            found[0, number] = whole.setdefault(trail, len(whole))
            found[1, number] = inner.setdefault(trail[-INNERMOST:], len(inner))
        return found[0], found[1]

    def _in_words(self, places: Sequence[Place]) -> list[Look]:
        _, firsts = np.unique(self.inner, return_index=True)
        return [tuple(look(element) for element in places[first].trail[-INNERMOST:]) for first in firsts]


def _new_elements(place: Place, known: set[int]) -> Iterator[tuple[int, str, int | None]]:
    """Each element that was not met before, with its look and the number of the one around it."""
    for step in range(len(place.elements) - 1, -1, -1):
        element = place.elements[step]
        if element in known:
            return  # and so is all that is around it
        known.add(element)
        yield element, look(place.trail[step]), place.elements[step - 1] if step else None


@lru_cache(maxsize=20_000)
def look(element: str) -> str:
    """An element's tag and classes, without their order and their numbers.

    >>> look("div#card-7.teaser.col-4[role=listitem]"), look("p")
    ('div.col-#.teaser', 'p.')
    """
    tag = TAG.match(element)
    names = element.partition("[")[0]
    classes = sorted(NUMBER.sub("#", found[1:]) for found in CLASSES.findall(names))
    return f"{tag[0] if tag else ''}.{'.'.join(classes)}"
