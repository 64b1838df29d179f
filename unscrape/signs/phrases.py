"""Furniture by its words: lines that sites share, read from the table in phrases.yaml."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

LONGEST_CUE, LONGEST_LINE = 26, 80  # words; a longer line is text, however it begins
REMEMBERED = 20_000  # several stages ask about the same lines, and the lines of a site repeat
AFTER = r"[\s.!:»›]*\Z"

CAPITAL = re.compile(r"(?<!\\)[A-Z]")


class Table(NamedTuple):
    """Each kind's pattern, in the order of the file; `quick` finds, in lower case, whether any of them may match.

    Most lines are none of these, and without regard to case no alternative is passed over at its first letter.
    """

    quick: re.Pattern[str]
    rows: tuple[tuple[str, re.Pattern[str]], ...]


@lru_cache(maxsize=REMEMBERED)
def furniture_name(text: str) -> str | None:
    """What kind of furniture the line is by its words alone; None for text.

    >>> furniture_name("Follow us on social"), furniture_name("The next morning we left.")
    ('share bar', None)
    """
    return _name(text, _FURNITURE) if len(text.split()) <= LONGEST_LINE else None


@lru_cache(maxsize=REMEMBERED)
def end_name(text: str) -> str | None:
    """What begins with this line, where it ends an article; None for text.

    >>> end_name("Related Posts"), end_name("Tags: salt, ferries"), end_name("More were to come.")
    ('teasers', 'tags', None)
    """
    return _name(text, _ENDS) if len(text.split()) <= LONGEST_CUE else None


def _name(text: str, table: Table) -> str | None:
    line = text.strip()
    if not table.quick.match(line.lower()):
        return None
    return next((name for name, form in table.rows if form.match(line)), None)


def _table(rows: dict[str, list[str]]) -> Table:
    """One pattern for each kind, in the order of the file."""
    forms = {name: f"(?:{'|'.join(forms)}){AFTER}" for name, forms in rows.items()}
    return Table(
        re.compile("|".join(_in_lower_case(form) for form in forms.values()), re.DOTALL),
        tuple((name, re.compile(form, re.IGNORECASE | re.DOTALL)) for name, form in forms.items()),
    )


def _in_lower_case(form: str) -> str:
    r"""A form that the lower-cased line matches where the line matches the form; `\S` and its kin stay.

    >>> _in_lower_case(r"written by (?-i:[A-Z])\S+")
    'written by (?:[a-z])\\S+'
    """
    return CAPITAL.sub(lambda letter: letter[0].lower(), form.replace("(?-i:", "(?:"))


_TABLES = yaml.safe_load(Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8"))
_FURNITURE = _table(_TABLES["furniture"])
_ENDS = _table(_TABLES["ends"])
