# SPDX-License-Identifier: AGPL-3.0-or-later
"""Footnotes whose references read as they are labelled: `[^12]` shows 12, `[^*]` an asterisk.

Python-Markdown would number them by itself, and so say something that the original didn't. Where two notes of an
article have one label, the second is written `[^1#2]` and shows what stands before the `#`.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString


class NoteExtension(FootnoteExtension):
    """`article` stands in all ids, so that the notes of several articles can share a page."""

    def __init__(self) -> None:
        # The marker for the place of the notes holds a character that no text can hold: no text is taken for it.
        super().__init__(PLACE_MARKER=f"{STX}notes")
        self.article = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.inlinePatterns.register(ReferenceProcessor(r"\[\^([^\]]*)\]", self), "footnote", 175)
        md.treeprocessors.register(NoteFinisher(self), "notes", 12)

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802
        return f"fn:{self._place(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, N802
        reference: str = self.unique_ref(f"fnref:{self._place(id)}", found)
        return reference

    def _place(self, label: str) -> str:
        number = list(self.footnotes).index(label) + 1
        return f"{self.article}-{number}" if self.article else str(number)


class ReferenceProcessor(FootnoteInlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        reference, start, end = super().handleMatch(m, data)
        if not isinstance(reference, Element):
            return None, start, end
        reference[0].text = AtomicString(_shown(m.group(1)))
        return reference, start, end


class NoteFinisher(Treeprocessor):
    """Gives each note its label, and takes back the way back from a note that nothing refers to."""

    def __init__(self, notes: NoteExtension) -> None:
        super().__init__(notes.md)
        self.notes = notes

    def run(self, root: Element) -> None:
        for div in root.iter("div"):
            if div.get("class") == "footnote":
                for label, item in zip(self.notes.footnotes, div.find("ol") or [], strict=True):
                    self._finish(label, item)

    def _finish(self, label: str, item: Element) -> None:
        shown = _shown(label)
        # The number in front of a note is the list's; a label that is none is left to the style sheet.
        item.set("value" if shown.isdecimal() and shown.isascii() else "data-label", shown)
        if label not in self.notes.footnote_order:
            for parent in list(item.iter()):
                for link in [child for child in parent if child.get("class") == "footnote-backref"]:
                    parent.remove(link)


def _shown(label: str) -> str:
    return label.split("#")[0] or label
