"""Flat blocks → the tree of containers that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from unscrape.model import Block, BlockKind, Container, ContainerKind

# Deeper than this, what stands in further containers is written as if it stood in the last one.
DEEPEST = 12
# Blocks of these kinds bring their containers with them where the page has none around them.
IMPLIED: Mapping[BlockKind, tuple[ContainerKind, ...]] = {"list_item": ("list", "item"), "quote": ("quote",)}


@dataclass(frozen=True, slots=True)
class Group:
    """A container with what stands in it, in order."""

    container: Container
    children: tuple[Group | Block, ...]

    @property
    def kind(self) -> ContainerKind:
        return self.container.kind


Node = Group | Block


def tree_of(blocks: Iterable[Block]) -> tuple[Node, ...]:
    """The blocks as a tree; neighbours stand together as long as they share their containers."""
    return _grouped([(_nesting(block), block) for block in blocks])


def _nesting(block: Block) -> tuple[Container, ...]:
    nesting = block.nesting[:DEEPEST]
    implied = IMPLIED.get(block.kind, ())
    if not implied or any(container.kind == implied[-1] for container in nesting):
        return nesting
    # Numbers below zero are no page's own; neighbouring list items share their list, but not their item.
    return nesting + tuple(Container(kind, -block.number - 2 if kind == "item" else -1) for kind in implied)


def _grouped(nested: Sequence[tuple[tuple[Container, ...], Block]]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    for container, members in groupby(nested, key=lambda member: member[0][0] if member[0] else None):
        if container is None:
            nodes.extend(block for _, block in members)
        else:
            nodes.append(Group(container, _grouped([(nesting[1:], block) for nesting, block in members])))
    return tuple(nodes)
