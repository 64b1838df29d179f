# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two marks that Markdown lacks: `<!-- -->` keeps neighbours apart, `<br>` breaks the line in a cell or a heading."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

SEPARATOR = "<!-- -->"
SEPARATOR_TAG = "separator"


class MarksApartExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        # Before all kinds of blocks but the empty and the indented one; before all inline patterns but code.
        md.parser.blockprocessors.register(SeparatorProcessor(md.parser), "separator", 85)
        md.inlinePatterns.register(InlineSeparator(re.escape(SEPARATOR), md), "separator", 185)
        md.inlinePatterns.register(SubstituteTagInlineProcessor("<br>", "br"), "break_tag", 105)
        # Once figures and tables have taken the captions that stand beside them.
        md.treeprocessors.register(SeparatorRemover(md), "separator", 16)


class SeparatorProcessor(BlockProcessor):
    """A separator between two blocks becomes an element, so that the second doesn't join the first."""

    def test(self, parent: Element, block: str) -> bool:
        return block.split("\n", 1)[0].strip() == SEPARATOR and not block.startswith(" " * self.tab_length)

    def run(self, parent: Element, blocks: list[str]) -> None:
        _, _, rest = blocks.pop(0).partition("\n")
        SubElement(parent, SEPARATOR_TAG)
        if rest:
            blocks.insert(0, rest)


class InlineSeparator(InlineProcessor):
    """A separator between two marks becomes nothing, but they have been told apart by then."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        return "", m.start(0), m.end(0)


class SeparatorRemover(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == SEPARATOR_TAG:
                    _remove(parent, child)


def _remove(parent: Element, child: Element) -> None:
    """Text after a separator (in a list item, Python-Markdown leaves it there) stays."""
    before = list(parent).index(child)
    if child.tail and before:
        parent[before - 1].tail = (parent[before - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)
