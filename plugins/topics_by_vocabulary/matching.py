# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds the terms of a vocabulary in a text: whole words only, and a name only where it is written as a name.

In “Reading’s NATO desk was reading nato.org”, the place Reading and the organisation NATO are named once each. One walk
over the text's words serves a vocabulary of any size. At each word the longest term wins: “South Georgia” is no mention
of Georgia.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .vocabulary import Topic

# An apostrophe ends a word, so that “NATO’s” is a mention of NATO; so does a hyphen: “Georgia-based”.
# Chinese and Japanese set no spaces: there each character is a word of its own.
UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
# Between the words of one term may stand white space or a hyphen. A full stop may too where the term has one: “U.S.”
GAP = re.compile(r"[\s\u00ad\u2010\u2011-]+")


@dataclass(frozen=True, slots=True)
class Term:
    """`topic` is None for a phrase that mentions none. `words` as the curator wrote them; `gaps` is what stands between
    them and `tail` what ends the term (C++).
    """

    topic: Topic | None
    name: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    is_name: bool


class Matcher:
    def __init__(self, topics: Iterable[Topic]) -> None:
        self._by_first: dict[str, list[Term]] = {}
        for topic in topics:
            for name in (topic.name, *topic.aliases):
                self._add(make_term(topic, name))
            for phrase in topic.excepted:
                self._add(make_term(None, phrase))
        for terms in self._by_first.values():
            terms.sort(key=lambda term: -len(term.words))

    def _add(self, term: Term) -> None:
        if term.words:
            self._by_first.setdefault(term.words[0].casefold(), []).append(term)

    def find(self, text: str) -> Iterator[tuple[Topic, str]]:
        """Each mention, in the text's order: the topic, and the term as the vocabulary has it."""
        text = unicodedata.normalize("NFC", text)
        words = list(WORD.finditer(text))
        at = 0
        while at < len(words):
            terms = self._by_first.get(words[at].group().casefold(), ())
            term = next((term for term in terms if _stands(term, words[at : at + len(term.words)], text)), None)
            if term and term.topic:
                yield term.topic, term.name
            at += len(term.words) if term else 1


def make_term(topic: Topic | None, name: str) -> Term:
    name = unicodedata.normalize("NFC", name)
    words = list(WORD.finditer(name))
    gaps = tuple(_gap(name[one.end() : two.start()]) for one, two in pairwise(words))
    tail = name[words[-1].end() :].strip().rstrip(".") if words else ""
    return Term(
        topic,
        name,
        tuple(word.group() for word in words),
        gaps,
        tail,
        topic is not None and topic.kind not in (None, "theme"),
    )


def folded(text: str) -> str:
    """Text without its case, its Unicode form and the width of its white space."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _stands(term: Term, words: list[re.Match[str]], text: str) -> bool:
    """Whether the term stands in the text at these words."""
    if len(words) < len(term.words):
        return False
    gaps = (_gap(text[one.end() : two.start()]) for one, two in pairwise(words))
    return (
        all(_same(wanted, word.group(), term.is_name) for wanted, word in zip(term.words, words, strict=True))
        and all(wanted == gap for wanted, gap in zip(term.gaps, gaps, strict=True))
        and text.startswith(term.tail, words[-1].end())
    )


def _same(wanted: str, word: str, in_name: bool) -> bool:
    """Acronyms stand as they are (NATO, iOS), a name's capitals must be capitals; in a theme the case doesn't matter.

    A headline in capitals still mentions a name: SALT RIVER is the Salt River.
    """
    if wanted[1:] != wanted[1:].lower():
        return word == wanted
    if in_name and wanted[0].isupper() and not word[0].isupper():
        return False
    return word.casefold() == wanted.casefold()


def _gap(between: str) -> str:
    """White space and hyphens are as good as each other, and so are the two apostrophes: O'Brien, O’Brien."""
    return GAP.sub(" ", between).replace("’", "'")
