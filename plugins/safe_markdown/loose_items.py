# SPDX-License-Identifier: AGPL-3.0-or-later
"""An item's text before a block that is no list is a paragraph: Python-Markdown leaves it bare, glued to the block."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

INNER_LISTS = frozenset({"ul", "ol"})


class LooseItemExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # On the tree of blocks, before inline patterns bring elements into the text.
        md.treeprocessors.register(LooseItems(md), "loose_items", 35)


class LooseItems(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            if (item.text or "").strip() and any(child.tag not in INNER_LISTS for child in item):
                paragraph = Element("p")
                paragraph.text, item.text = item.text, None
                item.insert(0, paragraph)
