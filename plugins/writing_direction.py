# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which way a language's words run, by its tag (BCP 47): its script where the tag names one, else what is usual."""

from __future__ import annotations

from unicodedata import bidirectional

LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def runs_from_right(text: str) -> bool:
    """Whether the text has a letter of a script that runs from right to left.

    >>> runs_from_right("NATO و ما"), runs_from_right("NATO")
    (True, False)
    """
    return any(bidirectional(letter) in ("R", "AL") for letter in text)


def direction_of(language: str | None) -> str:
    """
    >>> direction_of("fa"), direction_of("uz-Arab"), direction_of("ar-Latn"), direction_of("en"), direction_of(None)
    ('rtl', 'rtl', 'ltr', 'ltr', 'auto')
    """
    if not language:
        return "auto"
    first, *rest = language.casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    return "rtl" if (script in SCRIPTS if script else first in LANGUAGES) else "ltr"
