# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that mean the same, from curation/synonyms.yaml: who searches for one of a group finds the others too."""

from __future__ import annotations

from pathlib import Path

from archive_faults import ArchiveError
from curated_yaml import TEXT, Schema, read_curated

from .analyser import find_words, parts_of
from .table import TABLE

FILE = "curation/synonyms.yaml"
SYNONYMS: Schema = {
    "type": "array",
    "items": {
        "type": "array",
        "items": TEXT,
        "minItems": 2,
        "description": "a group of two words or more that mean the same, as in [ISIS, Daesh]",
    },
    "description": "a list of groups of words, as in - [ISIS, Daesh]",
}


def load_synonyms(archive: Path) -> list[list[str]]:
    """The groups, each word as the analyser folds it. Mistakes in the file stop the build, all of them told at once."""
    groups = read_curated(archive / FILE, archive, SYNONYMS) or []
    folded: list[list[str]] = []
    faults: list[str] = []
    stands: dict[str, str] = {}
    for group, words in enumerate(groups, start=1):
        folded.append([])
        for place, word in enumerate(words, start=1):
            parts = [part for found in find_words(word) for part in parts_of(found)]
            fault = _fault(word, parts) or _repeats(word, stands.get(parts[0]))
            if fault:
                faults.append(f"{FILE}: [{group}][{place}]: {fault}")
                continue
            stands[parts[0]] = f"“{word}” in [{group}]"
            folded[-1].append(parts[0])
    if faults:
        raise ArchiveError("\n".join(faults))
    return folded


def _fault(word: str, parts: list[str]) -> str | None:
    if not parts:
        return f"“{word}” has no letter or digit to search for; write a word."
    if len(parts) > 1:
        told = ", ".join(parts)
        return (
            f"“{word}” is {len(parts)} words to the search ({told}); only single words can be synonyms: leave it out."
        )
    if parts[0] in TABLE.stop_words:
        return f"“{word}” is too common to be searched for; leave it out."
    return None


def _repeats(word: str, known: str | None) -> str | None:
    """Capitals, accents and possessives make no other word; and a word has one group, or it would join two unseen."""
    return known and f"“{word}” is the same word to the search as {known}; leave one out, or make the two groups one."
