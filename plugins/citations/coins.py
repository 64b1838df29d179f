# SPDX-License-Identifier: AGPL-3.0-or-later
"""COinS: an item in the title of an empty span, by which reference managers save many articles of a list at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from .names import inverted

# Zotero makes of `rft.type` in Dublin Core what the item is.
TYPES = {
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "post-weblog": "blogPost",
    "report": "report",
    "webpage": "webpage",
}


def as_coins(item: Mapping[str, Any]) -> str:
    return urlencode(list(_pairs(item)))


def _pairs(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
    yield "rft.type", TYPES[item["type"]]
    for key, name in (("title", "title"), ("container-title", "source"), ("publisher", "publisher")):
        if key in item:
            yield f"rft.{name}", item[key]
    for person in item.get("author", ()):
        yield "rft.creator", inverted(person)
    if "issued" in item:
        year, *rest = item["issued"]["date-parts"][0]
        yield "rft.date", "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
    for key, name in (("URL", "identifier"), ("language", "language")):
        if key in item:
            yield f"rft.{name}", item[key]
