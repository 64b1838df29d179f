# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items as BibLaTeX (as in its manual: types of entries, dates in ISO 8601, names parted by commas), in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .csl_json import BETWEEN_KEYWORDS

TYPES = {"article-newspaper": "article", "article-magazine": "article", "report": "report"}
SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
SPECIAL = re.compile(r"[\\{}$&#^_~%]")
# Braces have names, since a .bib file's braces are counted whatever stands before them: a lone \} would end the entry.
AS_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "#": r"\#",
    "_": r"\_", "%": r"\%", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def as_biblatex(items: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(_entry(item) for item in items)


def _entry(item: Mapping[str, Any]) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(item))
    return f"@{TYPES.get(item['type'], 'online')}{{{item['id']},\n{fields}}}\n"


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is known, in the order in which people write entries."""
    in_journal = item["type"] in SUBTYPES
    told = {
        "author": " and ".join(_name(one) for one in item.get("author", ())),
        # The second pair of braces keeps the title's capitals from a style's sentence case.
        "title": f"{{{escaped(item['title'])}}}" if "title" in item else "",
        "entrysubtype": SUBTYPES.get(item["type"], ""),
        "journaltitle" if in_journal else "organization": escaped(item.get("container-title", "")),
        "type": "Report" if item["type"] == "report" else "",
        "institution": escaped(item.get("publisher", "")),
        "date": _date(item.get("issued")),
        "urldate": _date(item.get("accessed")),
        "url": _address(item.get("URL", "")),
        "abstract": escaped(item.get("abstract", "")),
        "keywords": ", ".join(_keyword(one) for one in item.get("keyword", "").split(BETWEEN_KEYWORDS)),
    }
    return ((name, value) for name, value in told.items() if value)


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    return ", ".join(escaped(name[part]) for part in ("family", "suffix", "given") if part in name)


def _keyword(words: str) -> str:
    """Keywords are parted by commas; braces keep the comma of one."""
    return f"{{{escaped(words)}}}" if "," in words else escaped(words)


def _date(date: Mapping[str, Any] | None) -> str:
    if date is None:
        return ""
    year, *rest = date["date-parts"][0]
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def _address(url: str) -> str:
    """biblatex reads `url` verbatim: only braces and backslashes would end it early."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def escaped(text: str) -> str:
    r"""What LaTeX would take for a command, as the character that it is.

    >>> escaped("R&D: 5 % of {it}")
    'R\\&D: 5 \\% of \\textbraceleft{}it\\textbraceright{}'
    """
    return SPECIAL.sub(lambda found: AS_LATEX[found[0]], " ".join(text.split()))
