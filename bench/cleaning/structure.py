"""How much of an article's structure its Markdown keeps, by one measure for every system.

Both sides are parsed by one CommonMark parser (with tables). What is counted are pairs of a kind and its text:

| kind | counted as |
|---|---|
| heading | its words |
| heading level | level and words: one that is moved up or down a level counts as a heading, not as this |
| list item | its words, without those of the lists inside it, which count for themselves |
| quote | the words of each of its paragraphs |
| cell | the words of each table cell that has any |
| link | the words of its anchor and its address, without fragment and slash at the end |
| strong, emphasis | word for word, outside of headings: where a run of them is broken in two, nothing is lost |

A kind is compared on the pages whose truth marks it at all (F1 of the multisets), and the kinds' means are weighted by
their numbers of pages. The truth is noisy, and that is why: it marks lists on three of five pages that have list
elements in their article, quotes on one of three; a page where it marks none says nothing about lists. Left out are,
on both sides alike, what the truth hardly marks or only seems to:
- images, captions (it has none; a paragraph of emphasis right after an image is one), code (on 5 % of the pages);
- ordered lists of one item: in the truth these are paragraphs that begin with a number ("4. Read the meter").
Links in the truth are absolute, so every side's are made absolute with the page's address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from urllib.parse import unquote, urldefrag, urljoin

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bench.cleaning.scores import overlap, words_of

KINDS = ("heading", "heading level", "list item", "quote", "cell", "link", "strong", "emphasis")
Pair = tuple[str, str]
EMPHASES = {"strong": "strong", "em": "emphasis"}
LISTS = ("bullet_list", "ordered_list")
BULLETS = "-*+"


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
    >>> for pair in pairs_of("## The *old* pump\\n\\n- from [1887](/a/)", "https://ombe.example/b"):
    ...     print(pair)
    ('heading', 'the old pump')
    ('heading level', '2 the old pump')
    ('link', '1887 https://ombe.example/a')
    ('list item', 'from 1887')
    """
    tree = SyntaxTreeNode(parser().parse(markdown))
    inlines = [node for node in tree.walk() if node.type == "inline"]
    for before, node in zip([None, *inlines], inlines, strict=False):
        yield from with_text(pairs_of_text(node, address, is_caption(node, before)))
    yield from with_text(("list item", own_words(item)) for item in tree.walk() if is_item(item))


def pairs_of_text(inline: SyntaxTreeNode, address: str, caption: bool) -> Iterator[Pair]:
    """What one heading, paragraph or cell counts as, and the marks inside it."""
    around = [node.type for node in ancestors(inline)]
    text = plain(inline)
    if "heading" in around:
        yield "heading", text
        yield "heading level", f"{levels_of(inline)} {text}" if text else ""
    if "blockquote" in around:
        yield "quote", text
    if "td" in around or "th" in around:
        yield "cell", text
    for mark in inline.walk():
        if mark.type == "link" and plain(mark):
            yield "link", f"{plain(mark)} {absolute(str(mark.attrs.get('href', '')), address)}"
        elif mark.type in EMPHASES and "heading" not in around and not caption:
            yield from ((EMPHASES[mark.type], word) for word in plain(mark).split())


def is_item(node: SyntaxTreeNode) -> bool:
    return node.type == "list_item" and (node.markup in BULLETS or len(node.siblings) > 1)


def is_caption(inline: SyntaxTreeNode, before: SyntaxTreeNode | None) -> bool:
    """A paragraph that is one run of emphasis, right after one that is nothing but images."""
    pieces = [node for node in inline.children if node.type not in ("softbreak", "hardbreak")]
    alone = len(pieces) == 1 and pieces[0].type == "em"
    return alone and before is not None and not plain(before) and any(node.type == "image" for node in before.walk())


def own_words(item: SyntaxTreeNode) -> str:
    """An item's words without those of the lists inside it."""
    inside = [node for child in item.children if child.type not in LISTS for node in child.walk()]
    return " ".join(text for node in inside if node.type == "inline" and (text := plain(node)))


def ancestors(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    while node.parent and not node.parent.is_root:
        node = node.parent
        yield node


def levels_of(inline: SyntaxTreeNode) -> str:
    return next(node.tag[1:] for node in ancestors(inline) if node.type == "heading")


def absolute(target: str, address: str) -> str:
    """
    >>> absolute("../salt%20pans/#wells", "https://ombe.example/a/b")
    'https://ombe.example/salt pans'
    """
    try:
        return unquote(urldefrag(urljoin(address, target)).url).rstrip("/")
    except ValueError:  # "http://[" is no address
        return target


def plain(node: SyntaxTreeNode) -> str:
    """The words that a reader sees; an image's alternative text isn't one of them."""
    return " ".join(words_of("".join(pieces_of(node))))


def pieces_of(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type in ("text", "code_inline"):
        yield node.content
    elif node.type in ("softbreak", "hardbreak", "html_inline", "image"):
        yield " "
    else:
        for child in node.children:
            yield from pieces_of(child)


def with_text(pairs: Iterable[Pair]) -> Iterator[Pair]:
    return (pair for pair in pairs if pair[1])


@cache
def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")
