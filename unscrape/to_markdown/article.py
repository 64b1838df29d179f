"""An article's blocks → Markdown: one writer for each kind of block and each kind of container."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from unscrape.model import Article, Block, BlockKind, ContainerKind, Span
from unscrape.to_markdown.chunks import Chunk, chunk, indented, joined, quoted
from unscrape.to_markdown.escaping import code_lines
from unscrape.to_markdown.inline import inline
from unscrape.to_markdown.lists import write_list
from unscrape.to_markdown.notes import Notes, find_notes
from unscrape.to_markdown.pieces import only_images, wholly_emphasised
from unscrape.to_markdown.tables import around_grid, is_grid, write_grid
from unscrape.to_markdown.tree import Group, Node, tree_of

TOP_HEADING = 2
LAST_HEADING = 6
RULE = "* * *"


@dataclass(frozen=True, slots=True)
class Writing:
    """What all writers of one article share: its notes, and the Markdown level of each rank of heading it uses."""

    notes: Notes
    levels: Mapping[int, int]


def to_markdown(article: Article) -> str:
    """The body of an article as Markdown, without its header; ends in a line end, or is empty.

    `plugins/safe_markdown` renders it to exactly the words of the blocks, in their order; only notes that are
    referred to move to the end. A figure is a paragraph of images followed by a paragraph that is wholly emphasised
    (caption and credit); a table's caption is such a paragraph before the table. `<!-- -->` keeps apart what would
    run into one, `<br>` is a break in a cell or a heading. Superscript, subscript and strike keep their text alone.
    """
    writing = Writing(find_notes(article.blocks), _levels(article.blocks))
    body = [block for block in article.blocks if _note_number(block, writing.notes) is None]
    text = joined([*_chunks(tree_of(body), writing), *_note_chunks(article.blocks, writing)])
    return f"{text}\n" if text else ""


def _levels(blocks: Iterable[Block]) -> dict[int, int]:
    """Ranks of headings, closed up and shifted: the highest that the article uses becomes `##`."""
    ranks = sorted({block.level for block in blocks if block.kind == "heading"})
    return {rank: min(TOP_HEADING + index, LAST_HEADING) for index, rank in enumerate(ranks)}


def _chunks(nodes: Iterable[Node], writing: Writing) -> list[Chunk]:
    """The chunks of neighbours; a run of images is one paragraph, and so is a run of captions."""
    chunks: list[Chunk] = []
    for kind, run in groupby(nodes, key=_run_key):
        written = _run(kind, list(run), writing)
        if written and kind == "caption" and chunks and chunks[-1].last == "image":
            chunks[-1] = Chunk(f"{chunks[-1].text}\n\n{written[0].text}", chunks[-1].first, "figure")
        else:
            chunks += written
    return chunks


def _run_key(node: Node) -> str:
    return node.kind if isinstance(node, Block) and node.kind in ("image", "caption") else ""


def _run(kind: str, nodes: Sequence[Node], writing: Writing) -> list[Chunk]:
    if kind == "image":
        written = [_paragraph(_as_one(nodes, Span(" ")), writing)]
    elif kind == "caption":
        written = [_caption(_as_one(nodes, Span("", frozenset({"break"}))), writing)]
    else:
        written = [piece for node in nodes for piece in _node(node, writing)]
    return [piece for piece in written if piece.text]


def _as_one(nodes: Sequence[Node], between: Span) -> Block:
    blocks = [node for node in nodes if isinstance(node, Block)]
    return replace(blocks[0], spans=tuple(span for block in blocks for span in (*block.spans, between)))


def _node(node: Node, writing: Writing) -> list[Chunk]:
    if isinstance(node, Group):
        return GROUP_WRITERS[node.kind](node, writing)
    return [BLOCK_WRITERS[node.kind](node, writing)]


def _paragraph(block: Block, writing: Writing) -> Chunk:
    text = inline(block.spans, writing.notes)
    if only_images(block.spans):
        return chunk(text, "image")
    return chunk(text, "emphasised" if wholly_emphasised(block.spans) else "paragraph")


def _caption(block: Block, writing: Writing) -> Chunk:
    return chunk(inline(block.spans, writing.notes, emphasised=True), "emphasised")


def _heading(block: Block, writing: Writing) -> Chunk:
    text = inline(block.spans, writing.notes, "heading")
    return chunk(f"{'#' * writing.levels[block.level]} {text}" if text else "", "heading")


def _code(block: Block, writing: Writing) -> Chunk:
    return chunk(indented(code_lines(block.text)), "code")


def _rule(block: Block, writing: Writing) -> Chunk:
    return chunk(RULE, "rule")


def _quote(group: Group, writing: Writing) -> list[Chunk]:
    inside = joined(_chunks(group.children, writing))
    return [chunk(quoted(inside), "quote")] if inside else []


def _list(group: Group, writing: Writing) -> list[Chunk]:
    """An item without text is left out, unless its number counts; a list without items is none."""
    start = group.container.start
    if not any(isinstance(child, Group) and child.kind == "item" for child in group.children):
        return _transparent(group, writing)
    items = [
        _chunks(child.children if isinstance(child, Group) and child.kind == "item" else [child], writing)
        for child in group.children
    ]
    kept = [item for item in items if item or start is not None]
    return [write_list(kept, start)] if any(kept) else []


def _lone_item(group: Group, writing: Writing) -> list[Chunk]:
    chunks = _chunks(group.children, writing)
    return [write_list([chunks], None)] if chunks else []


def _table(group: Group, writing: Writing) -> list[Chunk]:
    if not is_grid(group):
        return _transparent(group, writing)
    around = _chunks(around_grid(group), writing)
    grid = write_grid(group, writing.notes)
    if around and around[-1].first == "emphasised":
        return [*around[:-1], Chunk(f"{around[-1].text}\n\n{grid}", "emphasised", "table")]
    return [*around, chunk(grid, "table")]


def _transparent(group: Group, writing: Writing) -> list[Chunk]:
    """A container that Markdown has no form for: what stands in it is written as if it stood outside."""
    return _chunks(group.children, writing)


def _note_number(block: Block, notes: Notes) -> int | None:
    return next(
        (
            container.number
            for container in block.nesting
            if container.kind == "footnote" and container.number in notes.labels
        ),
        None,
    )


def _note_chunks(blocks: Sequence[Block], writing: Writing) -> list[Chunk]:
    """The notes that are referred to, in the order in which they stand in the article."""
    inside: dict[int, list[Block]] = {}
    for block in blocks:
        number = _note_number(block, writing.notes)
        if number is not None:
            inside.setdefault(number, []).append(_from_note_on(block, number))
    return [_note(number, note, writing) for number, note in inside.items()]


def _note(number: int, blocks: Iterable[Block], writing: Writing) -> Chunk:
    chunks = _chunks(tree_of(blocks), writing)
    # Two blank lines, as code may have them, would end the note.
    text = re.sub(r"\n{3,}", "\n\n", indented(joined(chunks)))
    beside = bool(chunks) and chunks[0].first == "paragraph"
    label = writing.notes.labels[number]
    return chunk(f"[^{label}]: {text.lstrip(' ')}" if beside else f"[^{label}]:\n\n{text}", "paragraph")


def _from_note_on(block: Block, number: int) -> Block:
    position = next(
        index
        for index, container in enumerate(block.nesting)
        if container.kind == "footnote" and container.number == number
    )
    return replace(block, nesting=block.nesting[position + 1 :])


BLOCK_WRITERS: Mapping[BlockKind, Callable[[Block, Writing], Chunk]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list_item": _paragraph,
    "quote": _paragraph,
    "caption": _caption,
    "image": _paragraph,
    "table": _paragraph,
    "code": _code,
    "rule": _rule,
    "footnote": _paragraph,
}
GROUP_WRITERS: Mapping[ContainerKind, Callable[[Group, Writing], list[Chunk]]] = {
    "quote": _quote,
    "list": _list,
    "item": _lone_item,
    "figure": _transparent,
    "table": _table,
    "row": _transparent,
    "cell": _transparent,
    "header_cell": _transparent,
    "footnote": _transparent,
}
