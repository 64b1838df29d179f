"""How much of an article's structure its Markdown keeps, by one measure for every system.

Both sides are parsed by one CommonMark parser (with tables). What is counted are pairs of a kind and its text:

| kind | counted as |
|---|---|
| heading | its words |
| heading level | level and words: one that is moved up or down a level counts as a heading, not as this |
| list item | the words of its first line, ordered or not; lists inside it count for themselves |
| quote | the words of each of its paragraphs |
| cell | the words of each table cell that has any |
| link | the words of its anchor and its address, without fragment and slash at the end |
| strong, emphasis | their words, outside of headings |

A kind is compared on the pages whose truth marks it at all (F1 of the multisets), and the kinds' means are weighted by
their numbers of pages. The truth is noisy, and that is why: it marks lists on three of five pages that have list
elements in their article, quotes on one of three; a page where it marks none says nothing about lists. It never marks
captions and images, so they are no part of the measure; code it marks on 5 % of the pages, and it is left out too.
Links in the truth are absolute, so every side's are made absolute with the page's address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from urllib.parse import unquote, urldefrag, urljoin

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bench.cleaning.scores import overlap, words_of

KINDS = ("heading", "heading level", "list item", "quote", "cell", "link", "strong", "emphasis")
Pair = tuple[str, str]
BLOCKS = {"list_item_open": "list item", "blockquote_open": "quote", "td_open": "cell", "th_open": "cell"}
INLINE = {"strong_open": "strong", "em_open": "emphasis", "link_open": "link"}


def structure_scores(found: str, truth: str, address: str) -> dict[str, float]:
    """F1 by kind, of the kinds that the truth has."""
    ours, theirs = by_kind(pairs_of(found, address)), by_kind(pairs_of(truth, address))
    return {kind: overlap(ours.get(kind, ()), texts).f1 for kind, texts in theirs.items()}


def mean_over_kinds(scores: Sequence[Mapping[str, float]]) -> float:
    """The kinds' means, weighted by the pages that have them."""
    every = [score for page in scores for score in page.values()]
    return sum(every) / len(every) if every else 0.0


def mean_by_kind(scores: Sequence[Mapping[str, float]]) -> dict[str, tuple[float, int]]:
    """Each kind's mean and the number of its pages."""
    pages = Counter(kind for page in scores for kind in page)
    sums = {kind: sum(page.get(kind, 0.0) for page in scores) for kind in pages}
    return {kind: (sums[kind] / pages[kind], pages[kind]) for kind in KINDS if pages[kind]}


def by_kind(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for kind, text in pairs:
        kinds.setdefault(kind, []).append(text)
    return kinds


def pairs_of(markdown: str, address: str = "") -> Iterator[Pair]:
    """
    >>> list(pairs_of("## The *old* pump\\n\\n- from [1887](/years/1887/)\\n", "https://ombe.example/a"))
    [('heading', 'the old pump'), ('heading level', '2 the old pump'), ('list item', 'from 1887'), \
('link', '1887 https://ombe.example/years/1887')]
    """
    around: list[Token] = []
    fresh = False
    for token in parser().parse(markdown):
        if token.nesting > 0:
            around.append(token)
            fresh = fresh or token.type == "list_item_open"
        elif token.nesting < 0:
            around.pop()
        elif token.type == "inline":
            yield from with_text(pairs_of_block(token, around, fresh, address))
            fresh = False


def pairs_of_block(inline: Token, around: Sequence[Token], fresh: bool, address: str) -> Iterator[Pair]:
    text = plain(inline.children or ())
    heading = next((token for token in around if token.type == "heading_open"), None)
    if heading and text:
        yield "heading", text
        yield "heading level", f"{heading.tag[1:]} {text}"
    for kind in {BLOCKS[token.type] for token in around if token.type in BLOCKS}:
        if kind != "list item" or fresh:
            yield kind, text
    for kind, words in pairs_of_marks(inline.children or (), address):
        if kind == "link" or not heading:
            yield kind, words


def pairs_of_marks(tokens: Sequence[Token], address: str) -> Iterator[Pair]:
    """Each mark's text goes on to the token that closes it: they are nested, so the depth tells which."""
    for start, token in enumerate(tokens):
        if token.type in INLINE:
            inside = tokens[start + 1 : closing(tokens, start)]
            target = f" {absolute(str(token.attrs.get('href', '')), address)}" if token.type == "link_open" else ""
            if plain(inside):
                yield INLINE[token.type], plain(inside) + target


def closing(tokens: Sequence[Token], start: int) -> int:
    same = (number for number in range(start + 1, len(tokens)) if tokens[number].level == tokens[start].level)
    return next((number for number in same if tokens[number].nesting < 0), len(tokens))


def absolute(target: str, address: str) -> str:
    """
    >>> absolute("../salt%20pans/#wells", "https://ombe.example/a/b")
    'https://ombe.example/salt pans'
    """
    try:
        return unquote(urldefrag(urljoin(address, target)).url).rstrip("/")
    except ValueError:  # "http://[" is no address
        return target


def plain(tokens: Iterable[Token]) -> str:
    """The words that a reader sees; an image's alternative text isn't one of them."""
    pieces = (token.content if token.type in ("text", "code_inline") else separator(token) for token in tokens)
    return " ".join(words_of("".join(pieces)))


def separator(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak", "html_inline", "image") else ""


def with_text(pairs: Iterable[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if pair[1])


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")
