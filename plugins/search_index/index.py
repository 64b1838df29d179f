# SPDX-License-Identifier: AGPL-3.0-or-later
"""lunr.py's index with our analyser, in the form that lunr.js loads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lunr.builder import Builder
from lunr.pipeline import Pipeline
from lunr.token import Token

from .analyser import analyse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .documents import Document

# The name under which the browser registers its own analyser (themes/reader/browser/search/lunr-index.js).
ANALYSER = "reader-analyser"
# A hit in a title says more than one in the text; not much more, or long questions find titles alone.
BOOSTS = {"title": 2, "text": 1, "author": 1.5, "topic": 1.5, "source": 1}


def build_index(documents: Sequence[Document]) -> dict[str, Any]:
    """A serialised Lunr index, by lunr's own schema; a document's reference is its place in the sequence."""
    if not documents:
        return _empty_index()
    builder = _builder()
    for place, document in enumerate(documents):
        builder.add({"place": place, **_fields(document)})
    serialised: dict[str, Any] = builder.build().serialize()
    # lunr.js compares UTF-16 units and refuses an index in any other order: 𠀀 comes before 﨎 there.
    serialised["invertedIndex"].sort(key=lambda posting: in_utf16(posting[0]))
    return serialised


def in_utf16(term: str) -> bytes:
    """The key by which JavaScript sorts strings."""
    return term.encode("utf-16-be", "surrogatepass")


def _empty_index() -> dict[str, Any]:
    """lunr.py divides by the number of documents."""
    return {
        "version": "2.3.9",
        "fields": list(BOOSTS),
        "fieldVectors": [],
        "invertedIndex": [],
        "pipeline": [ANALYSER],
    }


def _builder() -> Builder:
    builder = Builder()
    builder.ref("place")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    builder.pipeline.add(analyse_token)
    builder.search_pipeline.add(analyse_token)
    return builder


def _fields(document: Document) -> dict[str, list[str]]:
    """Each text as a list of one, which lunr.py's own tokenizer leaves whole for the analyser."""
    return {
        "title": [document.title or ""],
        "text": [document.dek, document.text],
        "author": list(document.authors),
        "topic": list(document.topics),
        "source": [document.source or ""],
    }


def analyse_token(token: Token, _place: int = 0, _tokens: object = None) -> list[Token]:
    return [Token(term) for term in analyse(token.string)]


Pipeline.register_function(analyse_token, ANALYSER)
