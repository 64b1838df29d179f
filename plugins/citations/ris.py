# SPDX-License-Identifier: AGPL-3.0-or-later
"""Items as RIS, which EndNote, Zotero, Mendeley and catalogues read. rispy knows its tags and writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import rispy  # type: ignore[import-untyped]

from .csl_json import BETWEEN_KEYWORDS

TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "webpage": "ELEC",
}
# rispy's names of the tags TI, T2, PB, UR, LA, AB.
TEXTS = {
    "title": "title",
    "container-title": "secondary_title",
    "publisher": "publisher",
    "URL": "urls",
    "language": "language",
    "abstract": "abstract",
}


def as_ris(items: Sequence[Mapping[str, Any]]) -> str:
    written: str = rispy.dumps([dict(_fields(item)) for item in items], implementation=_Unnumbered)
    return written


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc]
    """rispy puts "1." before each entry, and not every reader passes over that."""

    def set_header(self, count: int) -> str:
        return ""


def _fields(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "type_of_reference", TYPES[item["type"]]
    yield "id", item["id"]
    if "author" in item:
        yield "authors", [_name(one) for one in item["author"]]
    for key, tag in TEXTS.items():
        if key in item:
            text = " ".join(item[key].split())
            yield tag, [text] if tag == "urls" else text
    if "issued" in item:
        yield "year", f"{item['issued']['date-parts'][0][0]:04}"
        yield "date", _date(item["issued"])
    if "accessed" in item:
        yield "access_date", _date(item["accessed"])
    if "keyword" in item:
        yield "keywords", item["keyword"].split(BETWEEN_KEYWORDS)


def _name(name: Mapping[str, str]) -> str:
    """Family, given, suffix; a body's name has no comma that would part it."""
    if "literal" in name:
        return name["literal"].replace(",", "")
    return ", ".join(name[part] for part in ("family", "given", "suffix") if part in name)


def _date(date: Mapping[str, Any]) -> str:
    """YYYY/MM/DD/, with nothing where a part isn't known: 2016/03//.

    >>> _date({"date-parts": [[2016, 3]]})
    '2016/03//'
    """
    year, *rest = date["date-parts"][0]
    month, day = [*(f"{part:02}" for part in rest), "", ""][:2]
    return f"{year:04}/{month}/{day}/" if not day else f"{year:04}/{month}/{day}"
