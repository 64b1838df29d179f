"""Tables of data as against tables that only lay a page out, and the columns that wide cells take."""

from __future__ import annotations

from lxml.html import HtmlElement

LAYOUT_ROLES = frozenset({"presentation", "none"})
DATA_SIGNS = frozenset({"th", "thead", "caption"})
# What no cell of a data table holds.
PAGE_PARTS = frozenset({"article", "section", "nav", "form", "iframe", "video", "h1", "h2", "h3", "header", "footer"})
BLOCKS_OF_A_CELL = frozenset({"p", "div", "ul", "ol", "blockquote", "pre", "figure"})
MOST_BLOCKS = 4
LONGEST_CELL = 1200
WIDEST_CELL = 100
MOST_EMPTY_CELLS = 2_000  # a broken table could claim millions


def is_data_table(table: HtmlElement) -> bool:
    """Whether the table's cells are data: small, in rows and columns, without parts of a page in them."""
    if table.get("role") in LAYOUT_ROLES or any(True for _ in table.iterdescendants("table")):
        return False
    rows, cells, signs = 0, 0, False
    for element in table.iterdescendants():
        tag = element.tag
        if tag in PAGE_PARTS and not _in_head_cell(element):
            return False
        signs = signs or tag in DATA_SIGNS
        rows += tag == "tr"
        if tag in {"td", "th"}:
            cells += 1
            if _is_page_like(element):
                return False
    return cells > 1 if signs else rows > 1 and cells > rows


def _in_head_cell(element: HtmlElement) -> bool:
    return any(True for _ in element.iterancestors("th", "caption"))


def _is_page_like(cell: HtmlElement) -> bool:
    blocks = sum(child.tag in BLOCKS_OF_A_CELL for child in cell.iterdescendants())
    return blocks > MOST_BLOCKS or len("".join(cell.itertext())) > LONGEST_CELL


class Grid:
    """Which columns of a table are taken, so that cells that span columns or rows don't shift their neighbours."""

    def __init__(self) -> None:
        self._taken: dict[int, int] = {}  # column → rows, this one counted, that a cell above reaches through
        self._column = 0  # where the next cell goes
        self._told = 0  # columns that have got a cell, or an empty one in its stead
        self._empty = 0

    def start_row(self) -> None:
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}
        self._column = self._told = 0

    def place(self, attributes: dict[str, str]) -> int:
        """Puts the next cell into the row; tells how many empty cells are due before it."""
        while self._column in self._taken:
            self._column += 1
        due = min(self._column - self._told, MOST_EMPTY_CELLS - self._empty)
        self._empty += due
        width, height = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        if height > 1 and self._column < WIDEST_CELL:
            self._taken.update(dict.fromkeys(range(self._column, self._column + width), height))
        self._told = self._column + 1
        self._column += width
        return due


def _span(value: str | None) -> int:
    return min(max(int(value), 1), WIDEST_CELL) if value and value.strip().isdecimal() else 1
