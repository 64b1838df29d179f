"""Chunks of Markdown: what stands between two blank lines, how chunks are joined, indented and kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

ChunkKind = Literal[
    "paragraph",
    "emphasised",
    "heading",
    "image",
    "figure",
    "bullets",
    "numbers",
    "quote",
    "code",
    "table",
    "rule",
    "apart",
]

INDENT = "    "
# Alone on its line it keeps two neighbours apart, and renders as nothing.
APART = "<!-- -->"
# Neighbours that Python-Markdown would run into one, or read as caption and captioned.
KEPT_APART: frozenset[tuple[ChunkKind, ChunkKind]] = frozenset(
    {
        ("bullets", "bullets"),
        ("numbers", "numbers"),
        ("bullets", "code"),
        ("numbers", "code"),
        ("quote", "quote"),
        ("code", "code"),
        ("image", "emphasised"),
        ("emphasised", "table"),
    }
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some lines of Markdown. `first` and `last` are the kinds of its outer blocks, which its neighbours must heed."""

    text: str
    first: ChunkKind
    last: ChunkKind
    tight: bool = False


def chunk(text: str, kind: ChunkKind, tight: bool = False) -> Chunk:
    return Chunk(text, kind, kind, tight)


def joined(chunks: Iterable[Chunk]) -> str:
    """Chunks with blank lines between them."""
    return "\n\n".join(piece.text for piece in kept_apart([piece for piece in chunks if piece.text]))


def kept_apart(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, with a separator between neighbours that would run into one."""
    kept: list[Chunk] = []
    for piece in chunks:
        if kept and (kept[-1].last, piece.first) in KEPT_APART:
            kept.append(chunk(APART, "apart"))
        kept.append(piece)
    return kept


def indented(text: str) -> str:
    """Each line one level further in; blank lines stay blank."""
    return "\n".join(f"{INDENT}{line}" if line else "" for line in text.split("\n"))


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
