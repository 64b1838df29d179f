"""Letters and signs counted block by block, all of a page's at once: by a table of what each character is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Kinds = NDArray[np.uint8]

# What a character is: nothing that is counted, a part of a word, the same and no small letter, or a sign.
OTHER, WORDLY, CAPITAL, COMMA, QUOTE, SIGN = range(6)
SIGNS = {COMMA: ",", QUOTE: '"“”', SIGN: "|©»›·•→@#"}
IN_WORDS = {WORDLY: re.compile(r"\w"), CAPITAL: re.compile(r"[^\W\d_a-z]")}
LAST = 0xFFFF  # of the table; what lies beyond is rare, and looked at one by one


class Letters:
    """The characters of a page's blocks.

    >>> letters = Letters(["Of Ölmütz, iPad", "", "»Zu« 2 B"])
    >>> letters.capital_words.tolist(), letters.count(COMMA).tolist(), letters.count(SIGN).tolist()
    ([2.0, 0.0, 2.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0])
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._kinds = _kinds_in("\n".join([*texts, ""]))
        lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts)) + 1
        self._starts = np.cumsum(lengths) - lengths

    def count(self, kind: int) -> Column:
        return self._by_block(self._kinds == kind)

    @property
    def capital_words(self) -> Column:
        """How many words begin with a capital, or with a letter of a script that has none."""
        begins = self._kinds == CAPITAL
        in_words = (self._kinds == WORDLY) | begins
        begins[1:] &= ~in_words[:-1]
        return self._by_block(begins)

    def _by_block(self, marked: NDArray[np.bool_]) -> Column:
        return np.add.reduceat(marked, self._starts, dtype=np.int64).astype(np.float64)


def _kinds_in(text: str) -> Kinds:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _table()[np.minimum(codes, LAST)]
    for place in np.flatnonzero(codes > LAST):
        kinds[place] = _kind_of(text[place])
    return kinds


@cache
def _table() -> Kinds:
    characters = "".join(map(chr, range(LAST + 1)))
    table = np.full(len(characters), OTHER, dtype=np.uint8)
    for kind, pattern in IN_WORDS.items():
        table[[found.start() for found in pattern.finditer(characters)]] = kind
    for kind, signs in SIGNS.items():
        table[list(map(ord, signs))] = kind
    return table


def _kind_of(character: str) -> int:
    """Of a character beyond the table, which has no sign that is counted."""
    return next((kind for kind in (CAPITAL, WORDLY) if IN_WORDS[kind].match(character)), OTHER)
