# SPDX-License-Identifier: AGPL-3.0-or-later
"""The table that this analyser and the browser's both read: it stands with the theme's browser code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "themes" / "reader" / "browser" / "analyser"

Step = tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Stemmer:
    """The rules of Porter's second English stemmer; a step's rows are (ending, becomes, region, follows one of)."""

    vowels: frozenset[str]
    doubles: tuple[str, ...]
    never_closing_a_short_syllable: frozenset[str]
    first_region_starts_after: tuple[str, ...]
    whole_words: dict[str, str]
    left_alone_after_plurals: frozenset[str]
    plurals: tuple[str, ...]
    past_and_participle: tuple[str, ...]
    takes_an_e_back: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """How text becomes terms. The character classes are ready to stand inside a regular expression's brackets."""

    apostrophes: str
    hyphens: str
    ignorable: str
    word_characters: str
    word_characters_of_basic_plane: str
    dropped: str
    after_apostrophe: frozenset[str]
    folds: dict[str, str]
    stop_words: frozenset[str]
    stemmer: Stemmer


def load_table(folder: Path = FOLDER) -> Table:
    """Read both files of the table; a missing one raises with its path, as the theme is then incomplete."""
    told = _read_json(folder / "table.json")
    letters = list(_runs(_read_json(folder / "word-characters.json")["runs"]))
    return Table(
        apostrophes=_listed(told["apostrophes"]),
        hyphens=_listed(told["hyphens"]),
        ignorable=_ranges(told["ignorable"]),
        word_characters=_ranges(letters),
        word_characters_of_basic_plane=_ranges([run for run in letters if _starts(run) <= 0xFFFF]),
        dropped=_ranges(told["dropped"]),
        after_apostrophe=frozenset(told["after_apostrophe"]),
        folds=told["folds"],
        stop_words=frozenset(told["stop_words"]),
        stemmer=_stemmer(told["stemmer"]),
    )


def _read_json(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _listed(characters: str) -> str:
    return "".join(f"\\U{ord(character):08x}" for character in characters)


def _runs(lines: list[str]) -> Iterator[str]:
    """Each run of code points, from the gap before it and its length to the base 36, as `_ranges` reads it.

    >>> list(_runs(["1t.p 6 2"]))
    ['41-5a', '60', '62']
    """
    last = 0
    for told in " ".join(lines).split():
        gap, _, length = told.partition(".")
        first = last + int(gap, 36)
        last = first + int(length or "0", 36)
        yield f"{first:x}-{last:x}" if length else f"{first:x}"


def _ranges(lines: list[str]) -> str:
    """
    >>> _ranges(["41-5a 5f"])
    '\\\\U00000041-\\\\U0000005a\\\\U0000005f'
    """
    runs = (run.split("-") for line in lines for run in line.split())
    return "".join("-".join(f"\\U{int(edge, 16):08x}" for edge in run) for run in runs)


def _starts(run: str) -> int:
    return int(run.split("-")[0], 16)


def _stemmer(told: dict[str, Any]) -> Stemmer:
    return Stemmer(
        vowels=frozenset(told["vowels"]),
        doubles=tuple(told["doubles"]),
        never_closing_a_short_syllable=frozenset(told["never_closing_a_short_syllable"]),
        first_region_starts_after=tuple(told["first_region_starts_after"]),
        whole_words=told["whole_words"],
        left_alone_after_plurals=frozenset(told["left_alone_after_plurals"]),
        plurals=tuple(told["plurals"]),
        past_and_participle=tuple(told["past_and_participle"]),
        takes_an_e_back=tuple(told["takes_an_e_back"]),
        steps=tuple(tuple((e, b, r, f) for e, b, r, f in step) for step in told["steps"]),
    )


TABLE = load_table()
