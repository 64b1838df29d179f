# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rows as JSON Lines and as CSV. A spreadsheet must not run what an article says."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from .rows import Row

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"); the wide ones do in Japanese ones.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BETWEEN = " | "
LONGEST = 32_000  # characters: Excel cuts a cell at 32,767 without a word


def write_jsonl(file: Path, rows: Sequence[Row]) -> None:
    file.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")


def write_csv(file: Path, rows: Sequence[Row]) -> None:
    """With a byte order mark, by which Excel knows UTF-8. A text too long for a cell goes on in columns beside it."""
    cells = [_cells(row) for row in rows]
    names = list(dict.fromkeys(name for row in cells for name in row))
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, names, restval="")
        writer.writeheader()
        writer.writerows(cells)


def _cells(row: Row) -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, value in row.items():
        text = BETWEEN.join(map(whole, value)) if isinstance(value, list) else value
        cells[name] = safe(text[:LONGEST])
        for number, start in enumerate(range(LONGEST, len(text), LONGEST), 2):
            cells[f"{name}_{number}"] = safe(text[start : start + LONGEST])
    return cells


def whole(value: str) -> str:
    r"""One of several values in a cell: its own bars part nothing.

    >>> whole("Ana Ilić | Salt Desk")
    'Ana Ilić \\| Salt Desk'
    """
    return value.replace("|", r"\|")


def safe(text: str) -> str:
    """
    >>> safe("=HYPERLINK(1)"), safe("2016-03"), safe("")
    ("'=HYPERLINK(1)", '2016-03', '')
    """
    return f"'{text}" if text.startswith(FORMULA) else text
