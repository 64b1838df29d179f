"""The elements around the blocks of a page: what each of them holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Elements:
    """Elements by their numbers in the page's order, so that an inner one has a larger number than an outer one.

    `trails` are the numbers of the elements around each block, outermost first; all are empty in a text dump.
    """

    def __init__(self, trails: Sequence[tuple[int, ...]]) -> None:
        self._trails = trails
        depths = np.fromiter(map(len, trails), dtype=np.int64, count=len(trails))
        self.depths = depths.astype(np.float64)
        self._holders = np.fromiter(chain.from_iterable(trails), dtype=np.int64, count=int(depths.sum()))
        self._held = np.repeat(np.arange(len(trails)), depths)
        self._ends = np.cumsum(depths)
        self._depths = depths

    def __bool__(self) -> bool:
        return len(self._holders) > 0

    @cached_property
    def nowhere(self) -> int:
        """A number that no element has: its sums are 0."""
        return int(self._holders.max(initial=0)) + 1

    def sums(self, column: Column) -> Column:
        """What each element holds of a column, by its number."""
        return np.asarray(
            np.bincount(self._holders, weights=column[self._held], minlength=self.nowhere + 1), dtype=np.float64
        )

    def around(self, height: int) -> Numbers:
        """The element that many steps up from each block; 0 is the innermost."""
        found = np.full(len(self._trails), self.nowhere, dtype=np.int64)
        high = np.flatnonzero(self._depths > height)
        found[high] = self._holders[self._ends[high] - 1 - height]
        return found

    def innermost_with(self, sums: Column, least: float) -> int | None:
        """The last element in the page's order that holds so much."""
        full = np.flatnonzero(sums >= least)
        return int(full[-1]) if self and len(full) else None

    def inside(self, element: int) -> NDArray[np.bool_]:
        """Which blocks the element holds."""
        within = np.zeros(len(self._trails), dtype=np.bool_)
        within[self._held[self._holders == element]] = True
        return within

    def shared_depth(self, element: int) -> tuple[Column, int]:
        """How many outer elements each block shares with this one, itself included, and how deep this one lies."""
        trail = next(trail for trail in self._trails if element in trail)
        path = trail[: trail.index(element) + 1]
        # An element stands at one depth only: whoever is in it shares all that is around it.
        shared = np.bincount(self._held[np.isin(self._holders, path)], minlength=len(self._trails))
        return shared.astype(np.float64), len(path)
