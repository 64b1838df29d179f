# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables as the original had them: without a header where it had none, with the caption that stands before them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .figures import is_caption, to_caption


class SimpleTableExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # After figures have taken their captions.
        md.treeprocessors.register(TableFinisher(md), "simple_tables", 17)


class TableFinisher(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for table in [child for child in parent if child.tag == "table"]:
                _leave_out_empty(table)
                _take_caption(parent, table)


def _leave_out_empty(table: Element) -> None:
    """Markdown has no table without a header: an empty one stands for none. So does an empty row for no rows."""
    for part in list(table):
        filled = any(len(cell) or (cell.text or "").strip() for row in part for cell in row)
        if not filled and (part.tag == "thead" or len(part) == 1):
            table.remove(part)


def _take_caption(parent: Element, table: Element) -> None:
    position = list(parent).index(table)
    if position and is_caption(parent[position - 1]):
        table.insert(0, to_caption(parent[position - 1], "caption"))
        parent.remove(parent[position - 1])
