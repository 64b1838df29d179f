"""The whole index that lunr.py builds of the same documents: what ours has to answer like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lunr.builder import Builder
from lunr.pipeline import Pipeline
from lunr.token import Token
from search_index.analyser import analyse
from search_index.files import BOOSTS, K1, B
from search_index.occurrences import in_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search_index.documents import Document

ANALYSER = "reader-analyser"


def whole_index(documents: Sequence[Document]) -> dict[str, Any]:
    """Serialised by lunr's own schema; a document's reference is its place in the sequence."""
    builder = _builder()
    for place, document in enumerate(documents):
        stemmed = "1" if document.stemmed else "0"
        builder.add(
            {"place": place, **{name: [stemmed + part for part in parts] for name, parts in _fields(document).items()}}
        )
    serialised: dict[str, Any] = builder.build().serialize()
    # lunr.js compares UTF-16 units and refuses an index in any other order: 𠀀 comes before 﨎 there.
    serialised["invertedIndex"].sort(key=lambda posting: in_utf16(posting[0]))
    return serialised


def _builder() -> Builder:
    builder = Builder()
    builder.k1(K1)
    builder.b(B)
    builder.ref("place")
    for field, boost in BOOSTS.items():
        builder.field(field, boost=boost)
    builder.pipeline.add(analyse_token)
    return builder


def _fields(document: Document) -> dict[str, list[str]]:
    """Each text as a list of one, which lunr.py's own tokenizer leaves whole for the analyser."""
    return {
        "title": [document.title or ""],
        "text": [document.dek, document.text],
        "author": [author.name for author in document.authors],
        "topic": [topic.name for topic in document.topics],
        "source": [document.source.name if document.source else ""],
    }


def analyse_token(token: Token, _place: int = 0, _tokens: object = None) -> list[Token]:
    """The first character says whether the rest is in a language that is stemmed."""
    return [Token(term) for term in analyse(token.string[1:], token.string[0] == "1")]


Pipeline.register_function(analyse_token, ANALYSER)
