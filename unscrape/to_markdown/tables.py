"""Tables: rows of cells, padded to one width, with an empty header where the page's table has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unscrape.model import Block
from unscrape.to_markdown.inline import inline
from unscrape.to_markdown.notes import Notes
from unscrape.to_markdown.tree import Group, Node

CELLS = frozenset({"cell", "header_cell"})
NOT_IN_A_CELL = frozenset({"code", "rule"})


def is_grid(table: Group) -> bool:
    """Whether each cell is lines of text, as Markdown's tables hold; other tables are laid out block by block."""
    rows = rows_of(table)
    return bool(rows) and all(
        isinstance(block, Block) and block.kind not in NOT_IN_A_CELL
        for row in rows
        for cell in cells_of(row)
        for block in cell.children
    )


def write_grid(table: Group, notes: Notes) -> str:
    rows = [[_cell(cell, notes) for cell in cells_of(row)] for row in rows_of(table)]
    width = max(len(row) for row in rows)
    header = rows.pop(0) if _is_header(rows_of(table)[0]) else []
    return "\n".join([_row(header, width), _row(["---"] * width, width), *(_row(row, width) for row in rows)])


def rows_of(table: Group) -> list[Group]:
    return [child for child in table.children if isinstance(child, Group) and child.kind == "row"]


def cells_of(row: Group) -> list[Group]:
    return [child for child in row.children if isinstance(child, Group) and child.kind in CELLS]


def around_grid(table: Group) -> list[Node]:
    """What stands in a table, but in none of its cells: captions."""
    return list(_outside(table.children))


def _outside(children: Sequence[Node]) -> Iterator[Node]:
    for child in children:
        if isinstance(child, Group) and child.kind == "row":
            yield from (node for node in child.children if isinstance(node, Block) or node.kind not in CELLS)
        else:
            yield child


def _is_header(row: Group) -> bool:
    return all(cell.kind == "header_cell" for cell in cells_of(row))


def _cell(cell: Group, notes: Notes) -> str:
    lines = [inline(block.spans, notes, "cell") for block in cell.children if isinstance(block, Block)]
    return "<br>".join(line for line in lines if line)


def _row(cells: Sequence[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"
