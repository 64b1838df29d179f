# SPDX-License-Identifier: AGPL-3.0-or-later
"""A word's letters, folded to what a reader types: no case, no diacritics, no apostrophes."""

from __future__ import annotations

import re
import unicodedata

from .table import TABLE

DROPPED = re.compile(f"[{TABLE.dropped}]+")
NO_WORD_CHARACTER = re.compile(f"[^{TABLE.word_characters}]+")
APOSTROPHES = re.compile(f"[{TABLE.apostrophes}]")


def fold(piece: str) -> str:
    """
    >>> fold("Türkiye’s"), fold("O'Brien"), fold("Łódź"), fold("they'll")
    ('turkiye', 'obrien', 'lodz', 'they')
    """
    return fold_letters(without_clitic(piece))


def without_clitic(piece: str) -> str:
    """A possessive or a contracted verb goes, whatever the apostrophe's form; other apostrophes are left out later."""
    before, *after = APOSTROPHES.split(piece)
    if after and after[-1].lower() in TABLE.after_apostrophe:
        return before + "".join(after[:-1])
    return piece


def fold_letters(piece: str) -> str:
    """The same letters on both sides: decomposed, in lower case, without marks, then composed again (Hangul)."""
    lower = unicodedata.normalize("NFKD", piece).lower()
    plain = "".join(TABLE.folds.get(letter, letter) for letter in lower)
    return NO_WORD_CHARACTER.sub("", unicodedata.normalize("NFC", DROPPED.sub("", plain)))
