# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a list of results shows of each article, its text for the excerpt included.

In two forms: for a host, each article compressed by itself, many to a file, so that a browser asks for the bytes of
the ten that it shows (by range requests, which nearly all hosts answer); for a disk, where bytes cost nothing and
scripts are all that loads, many to a script.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .streams import deflated, varints

if TYPE_CHECKING:
    from .documents import Document

DOCUMENTS_OF_A_PACK = 32
DOCUMENTS_OF_A_SCRIPT = 128
DOCUMENTS_OF_A_SIZE_TABLE = 256
# Sizes in units of so many bytes are numbers of one byte.
UNIT = 16
BYTES_OF_A_LENGTH = 4


def display_of(document: Document) -> list[object]:
    """In the order in which browser/search/index/documents.js names them."""
    return [
        document.address,
        document.title,
        document.label,
        [author.name for author in document.authors],
        document.source.name if document.source else None,
        document.published,
        document.published_text,
        document.language,
        document.dek,
        document.text,
    ]


def scripts_of_documents(documents: Sequence[Document]) -> Iterator[bytes]:
    """The display of DOCUMENTS_OF_A_SCRIPT documents each, as JSON."""
    for some in _batches(len(documents), DOCUMENTS_OF_A_SCRIPT):
        yield as_json([display_of(document) for document in documents[some]])


@dataclass(frozen=True, slots=True)
class Packs:
    """`size_tables` have the units of UNIT bytes that each document takes, for DOCUMENTS_OF_A_SIZE_TABLE each."""

    contents: tuple[bytes, ...]
    size_tables: tuple[bytes, ...]


def pack_documents(documents: Sequence[Document]) -> Packs:
    blocks = [_block(document) for document in documents]
    sizes = np.array([len(block) // UNIT for block in blocks], dtype=np.int64)
    return Packs(
        contents=tuple(b"".join(blocks[some]) for some in _batches(len(blocks), DOCUMENTS_OF_A_PACK)),
        size_tables=tuple(
            varints(sizes[some]).content.tobytes() for some in _batches(len(blocks), DOCUMENTS_OF_A_SIZE_TABLE)
        ),
    )


def _block(document: Document) -> bytes:
    """The length of the compressed display, then that, filled up to whole units."""
    content = deflated(as_json(display_of(document)))
    block = len(content).to_bytes(BYTES_OF_A_LENGTH, "little") + content
    return block + bytes(-len(block) % UNIT)


def _batches(count: int, size: int) -> Iterator[slice]:
    return (slice(start, start + size) for start in range(0, count, size))


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
