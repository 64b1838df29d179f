# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which way a language's words run, by its tag (BCP 47): its script where the tag names one, else what is usual."""

from __future__ import annotations

LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


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
