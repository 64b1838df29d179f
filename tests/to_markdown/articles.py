"""Generated articles: every kind of block, container and mark, with texts that Markdown could misread."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from unscrape.model import Article, Block, BlockKind, Container, ContainerKind, Mark, Metadata, Place, Span

NASTY = (
    "* _ ** __ *** ___ a*b*c a_b_c _a_ *a* `code` `` ` [^1] [^1]: [a](b) [a]: https://x.org [] ![x](y) ! # ## "
    "#a 1. 12. 1) + - -- --- === = : | |--- :--- a|b {filename} {static} |filename| {: .a #b} <b> </b> <br> "
    "<!-- --> <!--x--> <?php ?> <http://x.org> <a@b.org> http://x.org/a_b_c https://x.org/?a=1&amp=2 &amp; "
    "&lt; &#35; &# & &amp \\ \\\\ \\* \\# > >> ~~~ ``` !!! ::: ::::note *[HTML]: klzzwxh:0001 "
    "\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03 \x0242\x03 \x02amp\x03 title: lang: --- [TOC] ///Footnotes ١. ² "
    "naïve Østby 日本 𝔘 e\u0301 \u200b \ufeff \xa0 \u2028 \u2029 \x85 \x0b \x0c \x1c \x00 \x7f \u202e \ud800 'a' "
    '"b" it\'s $x$ ^2^ H~2~O ==m== ++i++ @x %20 ; zz1337820767766393qq'
).split(" ")
WORDS = ["salt", "road", "Ana", "2016", "the", "x"]
GAPS = [" ", "  ", "\n", "\t", "\u00a0", "\n    ", " \n", "  \n"]
LINKS = [
    "https://example.org/a",
    "http://example.org/a_b_(c)?d=[e]&amp;f=*g*#h",
    "mailto:a@b.org",
    "javascript:alert(1)",
    "https://example.org/)(",
    "//example.org",
    "{filename}/x.md",
    "https://x.org/{static}|a|'\"<>\\`",
    "data:text/html,x",
    "https://[",
    "",
    " https://x.org/a b ",
    "https://x.org/\u00e9?\u65e5",
]
REFERENCES = ["1", "2", "[1]", "*", "(ii)", "note 3", "", "[^1]", "a`b"]
MARKS: list[Mark] = ["strong", "emphasis", "superscript", "subscript", "strike"]
PLACE = Place(1)
# Two notes that may be referred to; 9003 is a reference without its note.
NOTES = (9001, 9002)
REFERRED_TO = (*NOTES, 9003)

TOKENS = [*WORDS * 6, *GAPS * 6, *NASTY]
POOL = 60_000 if os.environ.get("UNSCRAPE_SOAK") else 4_000


def _text(chance: Random) -> str:
    if chance.random() < 0.1:
        return "".join(chr(chance.choice((chance.randrange(0x250), chance.randrange(0x10FFFF)))) for _ in range(4))
    return "".join(chance.choices(TOKENS, k=chance.randint(0, 9)))


def _plain(chance: Random) -> Span:
    return Span(_text(chance), _marks(chance))


def _linked(chance: Random) -> Span:
    return Span(_text(chance), _marks(chance), chance.choice(LINKS))


def _code_span(chance: Random) -> Span:
    return Span(_text(chance), _marks(chance) | {"code"})


def _image(chance: Random) -> Span:
    return Span(_text(chance), frozenset({"image"}), chance.choice(LINKS))


def _break(chance: Random) -> Span:
    return Span("", frozenset({"break"}))


def _reference(chance: Random) -> Span:
    return Span(chance.choice(REFERENCES), _marks(chance) | {"footnote_ref"}, f"fn-{chance.choice(REFERRED_TO)}")


def _marks(chance: Random) -> frozenset[Mark]:
    return frozenset(chance.choices(MARKS, k=chance.choice((0, 0, 1, 2))))


def _line(chance: Random) -> tuple[Span, ...]:
    makers = chance.choices(
        (_plain, _linked, _code_span, _image, _break, _reference), (6, 2, 2, 1, 2, 2), k=chance.randint(1, 5)
    )
    return tuple(make(chance) for make in makers)


def _code(chance: Random) -> tuple[Span, ...]:
    indents = chance.choices(("", "  ", "    ", "\t", "\n"), k=chance.randint(1, 4))
    return (Span("\n".join(indent + _text(chance) for indent in indents)),)


def _pool(make: Callable[[Random], tuple[Span, ...]]) -> list[tuple[Span, ...]]:
    made = [make(Random(seed)) for seed in range(POOL)]
    return sorted(made, key=lambda spans: sum(len(span.text) + 5 * len(span.marks) for span in spans))


# One draw a block: drawn character by character, articles took longer to make than all else. The simplest come
# first, for Hypothesis to shrink to.
lines = st.sampled_from(_pool(_line))
code = st.sampled_from(_pool(_code))
images = st.sampled_from(_pool(lambda chance: (_image(chance),)))


@dataclass(frozen=True)
class Part:
    """A container of parts, or blocks of its own; the numbers come last."""

    kind: ContainerKind
    children: tuple[Any, ...]
    start: int | None = None


def _block(kind: BlockKind, inside: tuple[Span, ...], level: int = 0) -> Block:
    return Block(0, kind, inside, PLACE, level=level)


def _of(kind: BlockKind, inside: SearchStrategy[tuple[Span, ...]]) -> SearchStrategy[Block]:
    return st.builds(_block, st.just(kind), inside)


paragraphs = _of("paragraph", lines)
image_blocks = _of("image", images)
captions = _of("caption", lines)
blocks: SearchStrategy[Any] = st.one_of(
    paragraphs,
    paragraphs,
    st.builds(_block, st.just("heading"), lines, st.integers(1, 6)),
    image_blocks,
    captions,
    _of("code", code),
    _of("rule", st.just(())),
    _of("footnote", lines),
)


def _in_containers(parts: SearchStrategy[Any]) -> SearchStrategy[Any]:
    several = st.lists(parts, min_size=1, max_size=3)
    items = st.lists(_item(several), min_size=1, max_size=3)
    rows = st.lists(st.lists(_cell(several), min_size=1, max_size=3), min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda made: Part("quote", tuple(made))),
        st.builds(lambda made, start: Part("list", tuple(made), start), items, st.sampled_from([None, None, 1, 0, 7])),
        st.builds(_table, rows, st.booleans(), st.lists(captions, max_size=1)),
        st.builds(
            lambda image, told, others: Part("figure", (image, *told, *others)),
            image_blocks,
            st.lists(captions, max_size=2),
            st.one_of(st.just([]), several),
        ),
    )


def _item(several: SearchStrategy[list[Any]]) -> SearchStrategy[Part]:
    first = st.lists(_of("list_item", lines), max_size=1)
    return st.builds(lambda own, more: Part("item", (*own, *more)), first, st.one_of(st.just([]), several))


def _cell(several: SearchStrategy[list[Any]]) -> SearchStrategy[tuple[Any, ...]]:
    text = st.lists(_of("table", lines), min_size=1, max_size=2)
    return st.one_of(text, text, text, several).map(tuple)


def _table(rows: list[list[tuple[Any, ...]]], headed: bool, told: list[Block]) -> Part:
    kinds: list[ContainerKind] = ["header_cell" if headed and not index else "cell" for index in range(len(rows))]
    return Part(
        "table",
        (*told, *(Part("row", tuple(Part(kind, cell) for cell in row)) for kind, row in zip(kinds, rows, strict=True))),
    )


def _article(body: Sequence[Any], notes: Sequence[Sequence[Any]]) -> Article:
    numbers = count(1)
    noted = [Part("footnote", tuple(note), number) for number, note in zip(NOTES, notes, strict=False)]
    flat = [block for part in [*body, *noted] for block in _flat(part, (), numbers)]
    return Article(Metadata(), tuple(replace(block, number=index) for index, block in enumerate(flat)))


def _flat(part: Block | Part, nesting: tuple[Container, ...], numbers: count[int]) -> Iterator[Block]:
    if isinstance(part, Block):
        yield replace(part, nesting=nesting)
        return
    if part.kind == "footnote":
        container = Container("footnote", part.start or 0)
    else:
        container = Container(part.kind, next(numbers), part.start)
    for child in part.children:
        yield from _flat(child, (*nesting, container), numbers)


articles: SearchStrategy[Article] = st.deferred(
    lambda: st.builds(
        _article, st.lists(parts, max_size=4), st.lists(st.lists(parts, min_size=1, max_size=2), max_size=len(NOTES))
    )
)
parts: SearchStrategy[Any] = st.deferred(lambda: st.recursive(blocks, _in_containers, max_leaves=6))
