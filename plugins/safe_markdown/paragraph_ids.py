# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ids of paragraphs, headings and items, made of their words, not of their place: edits elsewhere don't move them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

WITH_IDS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre"})
WORD = re.compile(r"\w+")
# Python-Markdown's marks of what it puts in last.
STASHED = re.compile(f"{STX}[^{ETX}]*{ETX}")


class ParagraphIdExtension(Extension):
    def __init__(self) -> None:
        super().__init__()
        self.wanted = False

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Once escapes are undone, so that the words are those that a reader sees.
        md.treeprocessors.register(ParagraphIds(self), "paragraph_ids", -5)
        md.registerExtension(self)


class ParagraphIds(Treeprocessor):
    def __init__(self, extension: ParagraphIdExtension) -> None:
        super().__init__()
        self._extension = extension

    def run(self, root: Element) -> None:
        if not self._extension.wanted:
            return
        seen: Counter[str] = Counter()
        for element in list(_told_apart(root)):
            name = id_of("".join(element.itertext()))
            seen[name] += 1
            element.set("id", name if seen[name] == 1 else f"{name}-{seen[name]}")


def id_of(text: str) -> str:
    """Of the words alone: other quotes, emphasis or a dash don't make another paragraph.

    >>> id_of("Salt, and *more* salt.") == id_of("“Salt” and more salt")
    True
    """
    text = unicodedata.normalize("NFC", STASHED.sub(" ", text)).casefold()
    words = " ".join(WORD.findall(text)) or text.strip()
    return f"p-{hashlib.sha256(words.encode()).hexdigest()[:6]}"


def _told_apart(parent: Element) -> Iterator[Element]:
    """Elements whose words are a paragraph's; of an item made of paragraphs those. Notes have ids of their own."""
    for child in parent:
        if child.tag == "div":
            continue
        if child.tag in WITH_IDS and not any(inner.tag == "p" for inner in child):
            yield child
        yield from _told_apart(child)
