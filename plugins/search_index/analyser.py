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
    """Initials (U.S.), numbers with separators (1,000.5), then all other words. No group in it catches anything."""
    letter, inside = f"[{letters}]", f"[{letters}{TABLE.ignorable}]"
    return re.compile(
        rf"(?![0-9]){letter}(?:\.(?![0-9]){letter})+(?!{letter})"
        rf"|(?<![0-9],)[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?!{letter})"
        rf"|(?<![0-9]\.)[0-9]+\.[0-9]+(?!{letter}|\.[0-9])"
        rf"|{letter}{inside}*(?:[{TABLE.apostrophes}{TABLE.hyphens}]{inside}+)*"
    )


LAST_OF_BASIC_PLANE = "\uffff"
WORDS = _words(TABLE.word_characters)
# Python tests what lies beyond the basic plane range by range, at each space: ten times the whole analyser's time.
WORDS_OF_BASIC_PLANE = _words(TABLE.word_characters_of_basic_plane)
DIGITS = re.compile("[0-9]+")
HYPHENS = re.compile(f"[{TABLE.hyphens}]")


def analyse(text: str, stemmed: bool = True) -> list[str]:
    """The terms of a text, in its order. A hyphenated word gives its parts, then the whole of it written together.

    >>> analyse("The company’s al-Baghdadi, in the U.S. today: 1,000 keys")
    ['compani', 'al', 'baghdadi', 'albaghdadi', 'us', 'today', '1000', 'key']
    """
    return [term for word in find_words(text) for term in terms_of(word, stemmed)]


def find_words(text: str) -> list[str]:
    """The words as they are written.

    >>> find_words("The company’s U.S. keys")
    ['The', 'company’s', 'U.S.', 'keys']
    """
    return (WORDS if max(text, default="") > LAST_OF_BASIC_PLANE else WORDS_OF_BASIC_PLANE).findall(text)


@lru_cache(maxsize=1 << 17)
def terms_of(word: str, stemmed: bool = True) -> tuple[str, ...]:
    """The terms of one word that `find_words` found."""
    parts = parts_of(word)
    single = tuple(term for part in parts for term in _term(part, stemmed))
    return single + (_term("".join(parts), stemmed) if _is_compound(parts) else ())


def parts_of(word: str) -> list[str]:
    """A word's parts between its hyphens, folded: what a phrase is compared by.

    >>> parts_of("al-Baghdadi’s"), parts_of("1,000"), parts_of("U.S")
    (['al', 'baghdadi'], ['1000'], ['us'])
    """
    if word[0] in "0123456789" and ("," in word or "." in word):
        return [word.replace(",", "")]
    pieces = [word.replace(".", "")] if "." in word else HYPHENS.split(word)
    return [folded for folded in map(fold, pieces) if folded]


def _is_compound(parts: list[str]) -> bool:
    """F-16 and al-Baghdadi are names; 2014-2017 is only a range."""
    return len(parts) > 1 and not all(map(DIGITS.fullmatch, parts))


def _term(folded: str, stemmed: bool) -> tuple[str, ...]:
    if folded in TABLE.stop_words:
        return ()
    return (stem(folded) if stemmed else folded,)
