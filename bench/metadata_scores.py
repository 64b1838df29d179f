"""Is a title, an author or a date the truth's? One definition for every system that the bench measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

WORD = re.compile(r"\w+")
BETWEEN_NAMES = re.compile(r"\s*(?:[,;&|/]|\b(?:and|with)\b)\s*", re.IGNORECASE)
# What stands behind a name and is none: the truth writes it for some authors, and no system gives it as a person.
DEGREE = re.compile(
    r"^(?:ph\.?\s?d|m\.?d|m\.?b\.?a|ms|rdn?|fand|rn|dvm|vmd|dacvb|cpp|psp|esq|jr|sr|cfp®?|cepf®?|foma|dabom|e-ryt \d+|"
    r"bs|ba|lvt|vts.*|lcsw|cpa|lpc|pharmd|facp|mph|do)\.?$",
    re.IGNORECASE,
)

# Before a name some truths and some systems have it, some have not.
HONORIFIC = re.compile(r"^(?:dr|prof|professor)\b\.?\s+(?=\S)", re.IGNORECASE)


def same_title(found: str | None, truth: str) -> bool:
    """The same words in the same order; case, quotes and punctuation don't count.

    >>> same_title("The “salt” year: 1887", "The salt year – 1887"), same_title("The salt year", "A salt year")
    (True, False)
    """
    return words(found or "") == words(truth)


def same_authors(found: Iterable[str], truth: str) -> bool:
    """The same persons, in whatever order.

    >>> same_authors(["Tor Østby", "Ana Ilić"], "Ana Ilić, Ph.D. & Tor Østby"), same_authors(["Ana Ilić"], "Ilić")
    (True, False)
    """
    return names_in(*found) == names_in(truth) != frozenset()


def same_first_author(found: Sequence[str], truth: str) -> bool:
    """The lenient figure: the first name that is given is the first of the truth."""
    wanted = [part for part in BETWEEN_NAMES.split(truth) if words(part)]
    return bool(found and wanted) and names_in(BETWEEN_NAMES.split(found[0])[0]) == names_in(wanted[0])


def names_in(*texts: str) -> frozenset[str]:
    """
    >>> sorted(names_in("By-line of Ana Ilić, MD", "T. Østby and Ana Ilić"))
    ['ana ilić', 'by line of ana ilić', 't østby']
    """
    parts = (part.strip() for text in texts for part in BETWEEN_NAMES.split(text))
    return frozenset(words(HONORIFIC.sub("", part)) for part in parts if words(part) and not DEGREE.match(part))


def same_day(found: str | None, truth: str) -> bool:
    """The same date, as exact as the truth has it.

    >>> same_day("2016-03-15", "2016-03-15"), same_day("2016-03", "2016-03-15"), same_day(None, "2016")
    (True, False, False)
    """
    return (found or "")[:10] == truth[:10]


def words(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))
