# SPDX-License-Identifier: AGPL-3.0-or-later
"""What facets count and filters compare: of each document its date, source, authors and topics, as numbers.

A browser loads a column once something is counted or filtered by it, so that a search alone doesn't wait for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from .streams import joined, varints

if TYPE_CHECKING:
    from .documents import Document, Named


@dataclass(frozen=True, slots=True)
class Names:
    """All names of one kind, those with the most articles first, each with that number."""

    names: tuple[Named, ...]
    counts: tuple[int, ...]

    def listed(self) -> list[tuple[str, str, int]]:
        return [(name.name, name.address, count) for name, count in zip(self.names, self.counts, strict=True)]


KINDS: dict[str, Callable[[Document], Iterable[Named]]] = {
    "source": lambda document: [document.source] if document.source else [],
    "author": lambda document: document.authors,
    "topic": lambda document: document.topics,
}


def find_names(documents: Sequence[Document], kind: str) -> Names:
    counted = Counter(chain.from_iterable(set(KINDS[kind](document)) for document in documents))
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0].name, item[0].address))
    return Names(tuple(name for name, _count in ordered), tuple(count for _name, count in ordered))


def column_of_names(documents: Sequence[Document], kind: str, names: Names) -> tuple[bytes, ...]:
    """Streams: of each document how many names it has; the places of those in `names`."""
    place = {name: number for number, name in enumerate(names.names)}
    of_each = [list(dict.fromkeys(place[name] for name in KINDS[kind](document))) for document in documents]
    return joined(len(documents), [_coded(map(len, of_each)), _coded(chain.from_iterable(of_each))])


def column_of_dates(documents: Sequence[Document]) -> tuple[bytes, ...]:
    """Streams: years, 0 for none; months, 0 where unknown; days, 0 where unknown."""
    dates = [[*map(int, (document.published or "0").split("-")), 0, 0][:3] for document in documents]
    return joined(len(documents), [_coded(date[part] for date in dates) for part in range(3)])


def _coded(numbers: Iterable[int]) -> bytes:
    return varints(np.fromiter(numbers, dtype=np.int64)).content.tobytes()
