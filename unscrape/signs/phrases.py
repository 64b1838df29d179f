"""Furniture by its words: lines that sites share, read from the table in phrases.yaml."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

LONGEST_CUE, LONGEST_LINE = 26, 80  # words; a longer line is text, however it begins
REMEMBERED = 20_000  # several stages ask about the same lines, and the lines of a site repeat
AFTER = r"[\s.!:»›]*\Z"

Table = tuple[tuple[str, re.Pattern[str]], ...]


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
    return next((name for name, form in table if form.match(line)), None)


def _table(rows: dict[str, list[str]]) -> Table:
    """One pattern for each kind, in the order of the file."""
    return tuple(
        (name, re.compile(f"(?:{'|'.join(forms)}){AFTER}", re.IGNORECASE | re.DOTALL)) for name, forms in rows.items()
    )


_TABLES = yaml.safe_load(Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8"))
_FURNITURE = _table(_TABLES["furniture"])
_ENDS = _table(_TABLES["ends"])
