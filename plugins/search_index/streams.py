# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers and texts as bytes, as the browser reads them (themes/reader/browser/search/index/bytes.js)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
# Control characters are in no term, so that the count of shared bytes can tell one term from the next.
MOST_SHARED = 31
SEVEN_BITS = 127
BITS_OF_A_BYTE = 8
BITS_OF_A_PAIR = 13
CHARACTERS = 91
FIRST_CHARACTER = ord("#")
BACKSLASH = ord("\\")


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


def varints(numbers: npt.NDArray[np.integer]) -> Stream:
    """A row for each number: as few bytes as it needs, seven bits in each, the lowest first; the eighth says: goes on.

    >>> varints(np.array([5, 300])).content.tolist()
    [5, 172, 2]
    """
    most = int(numbers.max(initial=0))
    sizes = np.ones(len(numbers), dtype=np.uint8)
    for bits in range(7, most.bit_length(), 7):
        sizes += numbers >= (1 << bits)
    starts = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
    content = np.zeros(starts[-1], dtype=np.uint8)
    for place in range(int(sizes.max(initial=0))):
        has = np.flatnonzero(sizes > place)
        goes_on = (sizes[has] > place + 1) * np.uint8(SEVEN_BITS + 1)
        content[starts[has] + place] = ((numbers[has] >> (7 * place)) & SEVEN_BITS).astype(np.uint8) | goes_on
    return Stream(content, starts)


@dataclass(frozen=True, slots=True)
class Bits:
    """Like a Stream, in bits: a row may start within a byte, but what is cut out begins with one of its own."""

    content: Bytes
    starts: npt.NDArray[np.int64]

    def by(self, first_rows: npt.NDArray[np.int64]) -> Bits:
        return Bits(self.content, self.starts[first_rows])

    def sizes(self) -> npt.NDArray[np.int64]:
        """In bytes."""
        return np.diff(self.starts) // BITS_OF_A_BYTE

    def cut(self, first: int, last: int) -> bytes:
        return np.packbits(self.content[self.starts[first] : self.starts[last]]).tobytes()


def rice_codes(numbers: npt.NDArray[np.integer], parameters: npt.NDArray[np.integer]) -> Bits:
    """A row for each number n with its parameter k: n >> k ones, a zero, then the k lowest bits of n. For gaps between
    documents that have a term by chance it is within some hundredths of the best code there is (R. F. Rice, 1979).

    >>> rice_codes(np.array([5]), np.array([1])).content.tolist()
    [1, 1, 0, 1]
    """
    ones = numbers >> parameters
    starts = np.concatenate(([0], np.cumsum(ones + 1 + parameters)))
    content = np.ones(starts[-1], dtype=np.uint8)
    content[starts[:-1] + ones] = 0
    for bit in range(int(parameters.max(initial=0))):
        has = parameters > bit
        content[starts[1:][has] - 1 - bit] = (numbers[has] >> bit) & 1
    return Bits(content, starts)


def rice_parameters(counts: npt.NDArray[np.int64], most: int) -> npt.NDArray[np.int64]:
    """The parameters for the gaps between so many ascending numbers below `most`: the logarithm of 0.69 of the mean gap
    (0.69 is ln 2), in whole numbers, so that the browser finds the same.
    """
    parameters = np.zeros(len(counts), dtype=np.int64)
    for bits in range(1, most.bit_length() + 1):
        parameters += (counts << bits) * 100 <= most * 69
    return parameters


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


def joined(count: int, streams: Sequence[bytes]) -> tuple[bytes, ...]:
    """The parts of a piece of the index: how many things it holds and the sizes of its streams, then the streams."""
    return b"".join((varint(count), *(varint(len(stream)) for stream in streams))), *streams


def deflated(*parts: bytes) -> bytes:
    """The parts as one, each compressed by a table of its own: numbers of different kinds would spoil each other's."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    squeezed = [squeezer.compress(part) + squeezer.flush(zlib.Z_BLOCK) for part in parts]
    return b"".join(squeezed) + squeezer.flush()


def as_text(*parts: bytes) -> str:
    """Bytes in a form that a classic script may hold: 13 bits as two of 91 characters, those from # to ~ but for the
    backslash. It is a twelfth shorter than base64; a host's gzip takes back what it costs. The first character says
    how many bytes the last bits make too many.

    >>> as_text(b"")[:1]
    '0'
    """
    content = deflated(*parts)
    bits = np.unpackbits(np.frombuffer(content, dtype=np.uint8))
    filled = np.zeros(-(-len(bits) // BITS_OF_A_PAIR) * BITS_OF_A_PAIR, dtype=np.uint8)
    filled[: len(bits)] = bits
    pairs = filled.reshape(-1, BITS_OF_A_PAIR) @ (1 << np.arange(BITS_OF_A_PAIR)[::-1])
    characters = np.stack(np.divmod(pairs, CHARACTERS), axis=1).ravel() + FIRST_CHARACTER
    characters += characters >= BACKSLASH
    too_many = len(filled) // BITS_OF_A_BYTE - len(content)
    return f"{too_many}{characters.astype(np.uint8).tobytes().decode('ascii')}"
