# SPDX-License-Identifier: AGPL-3.0-or-later
"""Porter's second stemmer for English ("Porter2"), from its published description.

Written twice, here and in themes/reader/browser/analyser/stemmer.js, step by step the same, over one table of endings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .table import TABLE

if TYPE_CHECKING:
    from .table import Step

RULES = TABLE.stemmer


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings with what becomes of each, and their lengths, the longest first: a word's own is found by a look-up for
    each length, where comparing it with all of them takes most of the time that an index takes to build.
    """

    rows: dict[str, tuple[tuple[str, int, str], ...]]
    lengths: tuple[int, ...]


def _endings(step: Step) -> Endings:
    """
    >>> _endings((("ational", "ate", "1", ""), ("al", "", "2", "t"), ("al", "", "2", "s"))).rows["al"]
    (('', 1, 't'), ('', 1, 's'))
    """
    rows: dict[str, tuple[tuple[str, int, str], ...]] = {}
    for ending, becomes, region, follows in step:
        rows[ending] = (*rows.get(ending, ()), (becomes, int(region) - 1, follows))
    return Endings(rows, tuple(sorted({len(ending) for ending in rows}, reverse=True)))


def _plain(endings: tuple[str, ...]) -> Endings:
    return _endings(tuple((ending, "", "1", "") for ending in endings))


STEPS = tuple(map(_endings, RULES.steps))
PLURALS = _plain(RULES.plurals)
PAST_AND_PARTICIPLE = _plain(RULES.past_and_participle)
ENGLISH = re.compile(r"[a-z]{3,}")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The stem of a folded word. Words of fewer than three letters, or with other signs than a to z, stay as they are.

    >>> stem("stabilisation"), stem("today"), stem("skies")
    ('stabilis', 'today', 'sky')
    """
    if not ENGLISH.fullmatch(word):
        return word
    if word in RULES.whole_words:
        return RULES.whole_words[word]
    return _stem_by_steps(_mark_consonant_y(word)).lower()


def _stem_by_steps(word: str) -> str:
    regions = _regions(word)
    word = _without_plural(word)
    if word in RULES.left_alone_after_plurals:
        return word
    word = _y_to_i(_without_past(word, regions[0]))
    for step in STEPS:
        word = _replace_ending(word, step, regions)
    return _without_last_letter(word, regions)


def _mark_consonant_y(word: str) -> str:
    """A y that sounds as a consonant is written Y, so that it is no vowel in the steps that follow."""
    marked = ""
    for letter in word:
        consonant = letter == "y" and (not marked or marked[-1] in RULES.vowels)
        marked += "Y" if consonant else letter
    return marked


def _regions(word: str) -> tuple[int, int]:
    """Where Porter's regions R1 and R2 start."""
    beginning = next((b for b in RULES.first_region_starts_after if word.startswith(b)), None)
    first = len(beginning) if beginning else _after_vowel_and_consonant(word, 0)
    return first, _after_vowel_and_consonant(word, first)


def _after_vowel_and_consonant(word: str, start: int) -> int:
    for place in range(start + 1, len(word)):
        if word[place] not in RULES.vowels and word[place - 1] in RULES.vowels:
            return place + 1
    return len(word)


def _without_plural(word: str) -> str:
    ending = _longest(word, PLURALS)
    before = word[: len(word) - len(ending)]
    if ending == "sses":
        return before + "ss"
    if ending in ("ied", "ies"):
        return before + ("i" if len(before) > 1 else "ie")
    if ending == "s" and _has_vowel(before[:-1]):
        return before
    return word


def _without_past(word: str, first_region: int) -> str:
    ending = _longest(word, PAST_AND_PARTICIPLE)
    before = word[: len(word) - len(ending)]
    if ending in ("eed", "eedly"):
        return before + "ee" if len(before) >= first_region else word
    if ending and _has_vowel(before):
        return _mend(before, first_region)
    return word


def _mend(word: str, first_region: int) -> str:
    if word.endswith(RULES.takes_an_e_back):
        return word + "e"
    if word.endswith(RULES.doubles):
        return word[:-1]
    if first_region >= len(word) and _ends_in_short_syllable(word):
        return word + "e"
    return word


def _y_to_i(word: str) -> str:
    if len(word) > 2 and word[-1] in "yY" and word[-2] not in RULES.vowels:
        return word[:-1] + "i"
    return word


def _replace_ending(word: str, step: Endings, regions: tuple[int, int]) -> str:
    ending = _longest(word, step)
    before = word[: len(word) - len(ending)]
    for becomes, region, follows in step.rows.get(ending, ()):
        if len(before) >= regions[region] and _follows(before, follows):
            return before + becomes
    return word


def _follows(before: str, letters: str) -> bool:
    return not letters or before[-1:] in tuple(letters)


def _without_last_letter(word: str, regions: tuple[int, int]) -> str:
    before, last = word[:-1], word[-1]
    in_first, in_second = (len(before) >= region for region in regions)
    if last == "e" and (in_second or (in_first and not _ends_in_short_syllable(before))):
        return before
    if last == "l" and in_second and before.endswith("l"):
        return before
    return word


def _ends_in_short_syllable(word: str) -> bool:
    if len(word) < 2 or word[-1] in RULES.vowels or word[-2] not in RULES.vowels:
        return False
    if len(word) == 2:
        return True
    return word[-1] not in RULES.never_closing_a_short_syllable and word[-3] not in RULES.vowels


def _has_vowel(word: str) -> bool:
    return any(letter in RULES.vowels for letter in word)


def _longest(word: str, endings: Endings) -> str:
    return next((word[-length:] for length in endings.lengths if word[-length:] in endings.rows), "")
