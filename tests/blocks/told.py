"""Blocks in a few words, for tests to compare."""

from __future__ import annotations

from unscrape.blocks import split_blocks
from unscrape.model import Block, Container
from unscrape.reading import read_data


def blocks_of(body: str, url: str | None = None) -> tuple[Block, ...]:
    return split_blocks(
        read_data(f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>", url=url)
    )


def told(body: str) -> list[str]:
    """Each block as `kind: text`, a heading with its rank: `heading 2: text`."""
    return [f"{block.kind}{f' {block.level}' if block.level else ''}: {block.text}" for block in blocks_of(body)]


def nestings(body: str) -> list[str]:
    """What each block stands in, numbered by appearance: `list1 item1`."""
    seen: dict[str, list[int]] = {}

    def name(container: Container) -> str:
        numbers = seen.setdefault(container.kind, [])
        if container.number not in numbers:
            numbers.append(container.number)
        return f"{container.kind}{numbers.index(container.number) + 1}"

    return [" ".join(map(name, block.nesting)) for block in blocks_of(body)]
