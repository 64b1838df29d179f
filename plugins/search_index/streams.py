# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers and texts as bytes, as the browser reads them (themes/reader/browser/search/index/bytes.js)."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
# Control characters are in no term, so that the count of shared bytes can tell one term from the next.
MOST_SHARED = 31
SEVEN_BITS = 127


@dataclass(frozen=True, slots=True)
class Stream:
    """Bytes in rows: `starts` has the place where each row starts and, behind the last, where it ends."""

    content: Bytes
    starts: npt.NDArray[np.int64]

    def by(self, first_rows: npt.NDArray[np.int64]) -> Stream:
        """The same bytes in longer rows: `first_rows` has the row that each starts with, and behind the last the
        number of rows.
        """
        return Stream(self.content, self.starts[first_rows])

    def sizes(self) -> npt.NDArray[np.int64]:
        return np.diff(self.starts)

    def cut(self, first: int, last: int) -> bytes:
        """The bytes of the rows from `first` up to, not including, `last`."""
        return self.content[self.starts[first] : self.starts[last]].tobytes()


def varints(numbers: npt.NDArray[np.int64]) -> Stream:
    """A row for each number: as few bytes as it needs, seven bits in each, the lowest first; the eighth says: goes on.

    >>> varints(np.array([5, 300])).content.tolist()
    [5, 172, 2]
    """
    sizes = np.ones(len(numbers), dtype=np.int64)
    for bits in range(7, 63, 7):
        sizes += numbers >= (1 << bits)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    content = np.zeros(starts[-1], dtype=np.uint8)
    for place in range(int(sizes.max(initial=0))):
        has = sizes > place
        goes_on = (sizes[has] > place + 1) * (SEVEN_BITS + 1)
        content[starts[:-1][has] + place] = ((numbers[has] >> (7 * place)) & SEVEN_BITS) | goes_on
    return Stream(content, starts)


def varint(number: int) -> bytes:
    return varints(np.array([number])).content.tobytes()


def front_coded(terms: Iterable[str]) -> bytes:
    """Sorted terms, each as one byte, how many of its bytes it shares with the one before, and those that are its own.

    >>> front_coded(["salt", "salty", "sea"])
    b'\\x00salt\\x04y\\x01ea'
    """
    coded, before = bytearray(), b""
    for term in terms:
        now = term.encode()
        shared = min(_shared(before, now), MOST_SHARED)
        coded.append(shared)
        coded += now[shared:]
        before = now
    return bytes(coded)


def _shared(one: bytes, other: bytes) -> int:
    for place, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return place
    return min(len(one), len(other))


def joined(count: int, streams: Sequence[bytes]) -> bytes:
    """A piece of the index: how many things it holds, the sizes of its streams, then the streams."""
    return b"".join((varint(count), *(varint(len(stream)) for stream in streams), *streams))


def deflated(content: bytes) -> bytes:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return squeezer.compress(content) + squeezer.flush()


def as_text(content: bytes) -> str:
    """Bytes in a form that a classic script may hold; a host's gzip takes back what that costs."""
    return base64.b64encode(deflated(content)).decode()
