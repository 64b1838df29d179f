"""The types that cross a stage border. This module imports no sibling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Form = Literal["html", "text"]
BlockKind = Literal[
    "heading", "paragraph", "list_item", "quote", "caption", "image", "table", "code", "rule", "footnote"
]
ContainerKind = Literal["quote", "list", "item", "figure", "table", "row", "cell", "header_cell", "footnote"]
Mark = Literal["strong", "emphasis", "code", "superscript", "subscript", "strike", "image", "footnote_ref", "break"]
Label = Literal[
    "article", "furniture", "title", "dek", "byline", "date", "source", "section", "image_credit", "author_bio", "url"
]
Fate = Literal["kept", "metadata", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate for a field: what it says, how we know it, where it stood, and how sure we are (0 to 1).

    `origin` is a phrase for the reader of the ledger ("byline", "meta og:title", "JSON-LD datePublished").
    """

    value: str
    origin: str
    place: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ScrapedPage:
    """One scrape, decoded. `tree` is lxml's, parsed and repaired once; None for a text dump.

    `repairs` are the changes made while decoding (before, after): mended mojibake, each a `changed` entry later.
    """

    form: Form
    text: str
    raw_sha256: str
    encoding: str
    path: str | None = None
    url: str | None = None
    captured: Evidence | None = None
    repairs: tuple[tuple[str, str], ...] = ()
    tree: HtmlElement | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of inline text with its marks; `link` is the target of a link, or the address of an image."""

    text: str
    marks: frozenset[Mark] = frozenset()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """Something that blocks stand in. `number` tells neighbours of one kind apart; it is unique on its page.

    `start` is an ordered list's first number, None for a bulleted list and for everything else.
    """

    kind: ContainerKind
    number: int
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stood: its line (from 1), and in HTML the elements around it, outermost first.

    An element reads like a CSS compound selector: `div#main.story[role=main]`. `hidden` says by which means a
    browser would not show it ("hidden attribute", "display: none", "aria-hidden"), or None. `elements` are the
    numbers of the trail's elements in the order of the page: they tell two of the same looks apart.
    """

    line: int
    trail: tuple[str, ...] = ()
    hidden: str | None = None
    elements: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"line {self.line}: {' > '.join(self.trail)}" if self.trail else f"line {self.line}"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page between two breaks. Blocks are flat; `nesting` lists what they stand in, outermost first.

    `level` is a heading's rank, 1 to 6, and 0 for all other kinds. `marker` is what a text dump wrote before a list
    item or a note ("1.", "[2]"): the renderer writes it anew, so it is no part of the text.

    `text` is what the spans say, a break being a line end, and `length` how many words white space parts it into:
    every stage asks for them, so they are made with the block.
    """

    number: int
    kind: BlockKind
    spans: tuple[Span, ...]
    place: Place
    nesting: tuple[Container, ...] = ()
    level: int = 0
    marker: str = ""
    text: str = field(init=False, repr=False, compare=False)
    length: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        spans = self.spans
        if len(spans) == 1 and not spans[0].marks:  # as in most blocks
            text = spans[0].text
        else:
            text = "".join(["\n" if "break" in span.marks else span.text for span in spans])
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "length", len(text.split()))

    def within(self, kind: ContainerKind) -> bool:
        return any(container.kind == kind for container in self.nesting)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field's chosen evidence, and the candidates that lost."""

    chosen: Evidence | None = None
    rivals: tuple[Evidence, ...] = ()

    @property
    def value(self) -> str | None:
        return self.chosen.value if self.chosen else None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article. `authors` has one Choice per person; a field that nothing tells is empty.

    `used` maps a block's number to the field that it was read from: those blocks leave the text as metadata.
    """

    title: Choice = Choice()
    authors: tuple[Choice, ...] = ()
    published: Choice = Choice()
    modified: Choice = Choice()
    source: Choice = Choice()
    section: Choice = Choice()
    url: Choice = Choice()
    language: Choice = Choice()
    dek: Choice = Choice()
    image_credit: Choice = Choice()
    author_bio: Choice = Choice()
    used: Mapping[int, Label] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """An opinion on a block, or on the part of it at `start:stop` of its text; never an act.

    The first finding that touches a block decides: labellers run in the order of their authority.
    """

    block: int
    label: Label
    rule: str
    reason: str
    start: int | None = None
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    metadata: Metadata
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a piece of the page. A `changed` entry tells in `became` what its words read now."""

    words: str
    place: str
    fate: Fate
    rule: str
    reason: str
    became: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of one page: every visible word of it stands in exactly one entry.

    `page` are the page's words in order, as they were read before anything was changed.
    """

    page: tuple[str, ...]
    entries: tuple[Entry, ...]

    def balance(self) -> Counter[str]:
        """Words that the entries lack (positive) or have too often (negative); empty when the ledger balances."""
        told = _words_in(entry.words for entry in self.entries)
        if tuple(told) == self.page and all(entry.fate != "changed" for entry in self.entries):
            return Counter()  # nothing was changed, or even moved: most pages need no count
        account: Counter[str] = Counter(self.page)
        account.update(_words_in(entry.became or "" for entry in self.entries if entry.fate == "changed"))
        account.subtract(Counter(told))
        return Counter({word: count for word, count in account.items() if count})

    def replay(self) -> tuple[str, ...]:
        """The article's words in order, put together from the entries alone."""
        return tuple(_words_in(entry.words for entry in self.entries if entry.fate == "kept"))

    def count(self, fate: Fate) -> int:
        """How many words met this fate."""
        return len(_words_in(entry.words for entry in self.entries if entry.fate == fate))


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """A page made an article, with the account of it and the reasons why a person should look at it.

    `text` is the article's plain text, `markdown` its body without a header; `rules` names the site rules applied.
    `confidence` is the word F1 against the article that the model expects of the text, 0 to 1; None where a site's
    rules decided.
    """

    article: Article
    ledger: Ledger
    needs_review: tuple[str, ...]
    text: str
    markdown: str
    rules: str | None = None
    confidence: float | None = None

    @property
    def title(self) -> str | None:
        return self.article.metadata.title.value

    @property
    def authors(self) -> list[str]:
        return [choice.value for choice in self.article.metadata.authors if choice.value]

    @property
    def published(self) -> str | None:
        """As exact as it is known: "2016-03-15", "2016-03" or "2016"."""
        return self.article.metadata.published.value

    @property
    def removed(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.ledger.entries if entry.fate == "removed")


WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words that a ledger counts: runs of letters, digits and underscores, as they stand.

    >>> words_of("Russia’s new gambit")
    ['Russia', 's', 'new', 'gambit']
    """
    return WORD.findall(text)


def _words_in(texts: Iterable[str]) -> list[str]:
    """The words of them all: one search through a long text is quicker than many through short ones."""
    return words_of("\n".join(texts))
