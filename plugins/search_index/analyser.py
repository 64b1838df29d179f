# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text to the terms of the index: exactly what the browser's analyser does with the same text.

Its twin is themes/reader/browser/analyser/; the tests run whole vocabularies through both.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .folding import fold
from .stemmer import stem
from .table import TABLE


def _words(letters: str) -> re.Pattern[str]:
    letter, inside = f"[{letters}]", f"[{letters}{TABLE.ignorable}]"
    return re.compile(
        rf"(?P<initials>(?![0-9]){letter}(?:\.(?![0-9]){letter})+(?!{letter}))"
        rf"|(?P<number>(?<![0-9],)[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?!{letter})"
        rf"|(?<![0-9]\.)[0-9]+\.[0-9]+(?!{letter}|\.[0-9]))"
        rf"|{letter}{inside}*(?:[{TABLE.apostrophes}{TABLE.hyphens}]{inside}+)*"
    )


LAST_OF_BASIC_PLANE = "\uffff"
WORDS = _words(TABLE.word_characters)
# Python tests what lies beyond the basic plane range by range, at each space: ten times the whole analyser's time.
WORDS_OF_BASIC_PLANE = _words(TABLE.word_characters_of_basic_plane)
DIGITS = re.compile("[0-9]+")
HYPHENS = re.compile(f"[{TABLE.hyphens}]")


def analyse(text: str) -> list[str]:
    """The terms of a text, in its order. A hyphenated word gives its parts, then the whole of it written together.

    >>> analyse("The company’s al-Baghdadi, in the U.S. today: 1,000 keys")
    ['compani', 'al', 'baghdadi', 'albaghdadi', 'us', 'today', '1000', 'key']
    """
    return [term for match in _pattern(text).finditer(text) for term in _terms(match.lastgroup, match.group())]


def _pattern(text: str) -> re.Pattern[str]:
    return WORDS if max(text, default="") > LAST_OF_BASIC_PLANE else WORDS_OF_BASIC_PLANE


@lru_cache(maxsize=1 << 17)
def _terms(kind: str | None, word: str) -> tuple[str, ...]:
    if kind == "initials":
        return _term(fold(word.replace(".", "")))
    if kind == "number":
        return (word.replace(",", ""),)
    parts = [folded for folded in map(fold, HYPHENS.split(word)) if folded]
    single = tuple(term for part in parts for term in _term(part))
    return single + (_term("".join(parts)) if _is_compound(parts) else ())


def _is_compound(parts: list[str]) -> bool:
    """F-16 and al-Baghdadi are names; 2014-2017 is only a range."""
    return len(parts) > 1 and not all(map(DIGITS.fullmatch, parts))


def _term(folded: str) -> tuple[str, ...]:
    return () if folded in TABLE.stop_words or not folded else (stem(folded),)
