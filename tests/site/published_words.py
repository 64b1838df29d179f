"""All the words that a built site ships, whatever form they are in: pages, feeds, citations, search scripts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from tests.search.reading import told_in

SHARDS = ("search/manifest.js", *(f"search/{digit}" for digit in "0123456789abcdef"))
WORD = re.compile(r"\w+")
Run = tuple[str, ...]


def texts_of(output: Path) -> Iterator[tuple[str, str]]:
    """Each file with its text, the theme's own aside. One that can't be decoded is an error: it might hold any."""
    for file in sorted(output.rglob("*")):
        address = file.relative_to(output).as_posix()
        if file.is_file() and not address.startswith("theme/"):
            yield (
                address,
                search_file(file) if address.startswith(SHARDS) else decoded(address, file.read_text("utf-8")),
            )


def decoded(address: str, text: str) -> str:
    """The text without what could stand between two words of a sentence: tags, escapes, JSON."""
    if address.endswith(".html"):
        # Attributes are read in their own right: words may be in a title or in a line of the head.
        return f"{BeautifulSoup(text, 'html.parser').get_text(' ')} {html.unescape(text)}"
    if address.endswith(".json"):
        return " ".join(strings(json.loads(text)))
    return html.unescape(text)


def search_file(file: Path) -> str:
    """What a file of the search brings; a form that isn't read here fails, or it would pass every search for words."""
    told = told_in(file)
    try:
        return " ".join(strings(json.loads(told)))
    except ValueError:
        return told


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401  (any JSON)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from strings(below)
    elif isinstance(value, list):
        for below in value:
            yield from strings(below)


def runs(text: str, length: int) -> set[Run]:
    """Every run of so many words: a piece of a sentence is as telling as the whole."""
    words = [word.casefold() for word in WORD.findall(text)]
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
