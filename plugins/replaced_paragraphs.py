# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links to a paragraph that was corrected by hand still find it: the id of its former words stays, on an empty anchor.

Ids are made of words (safe_markdown), and the ledger keeps the words as they were cleaned. So what an id was before a
correction can be told without anything being written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from about_this_copy import read_entries
from pelican.plugins import signals
from safe_markdown import id_of
from site_types import ArticlesGenerator

BEGIN = re.compile(r'<(?:p|h[1-6]|li|pre) id="(p-[0-9a-f]{6}(?:-\d+)?)">')


def register() -> None:
    signals.article_generator_finalized.connect(keep_former_ids)


def keep_former_ids(generator: ArticlesGenerator) -> None:
    for article in generator.articles:
        if article.copy and article.copy.corrected:
            kept = [entry.words for entry in read_entries(article.copy, article.settings) if entry.fate == "kept"]
            article._content = with_former_ids(article._content, [id_of(words) for words in kept])


def with_former_ids(html: str, former: Sequence[str]) -> str:
    """
    >>> with_former_ids('<p id="p-00000a">New.</p>', ["p-00000b"])
    '<p id="p-00000a"><span id="p-00000b"></span>New.</p>'
    """
    begins = list(BEGIN.finditer(html))
    anchors: dict[int, list[str]] = {}
    for name, place in _places(former, [begin[1] for begin in begins]):
        anchors.setdefault(begins[place].end(), []).append(f'<span id="{name}"></span>')
    cuts = [0, *sorted(anchors), len(html)]
    pieces = (html[start:end] + "".join(anchors.get(end, ())) for start, end in pairwise(cuts))
    return "".join(pieces)


def _places(former: Sequence[str], present: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each former id that is gone, and which of the present paragraphs took its place."""
    known = set(present)
    for kind, begin, end, there, there_end in SequenceMatcher(None, former, present, autojunk=False).get_opcodes():
        if kind in ("replace", "delete") and present:
            for step, name in enumerate(former[begin:end]):
                if name not in known:
                    known.add(name)
                    yield name, min(there + step, max(there_end - 1, there), len(present) - 1)
