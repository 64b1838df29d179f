"""The promise: the words of the blocks are the words of the page, whatever the text holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from safe_markdown.rendering import render_and_compare

from tests.to_markdown.articles import articles
from tests.to_markdown.reading_back import WORD, words_of_elements, words_of_html
from unscrape.model import Article, Block, Container, ContainerKind
from unscrape.to_markdown import to_markdown
from unscrape.to_markdown.notes import find_notes

# Strategies that hold themselves have long names.
quiet = pytest.mark.filterwarnings("ignore:Generating overly large repr")
SELECTORS = {
    "items": "li:not(.footnote > ol > li)",
    "quotes": "blockquote",
    "headings": "h2, h3, h4, h5, h6",
    "cells": "th, td",
}


@quiet
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles)
def test_words_of_the_blocks_are_the_words_of_the_page(article: Article) -> None:
    check(article)


@quiet
@pytest.mark.soak
@pytest.mark.timeout(7200)
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(articles)
def test_words_of_many_articles(article: Article) -> None:
    check(article)


def check(article: Article) -> None:
    """The words are there in their order, so are the containers, and nothing is left for sanitising."""
    rendering = render_and_compare(to_markdown(article))
    assert words_of_html(rendering.html) == list(expected_words(article))
    assert containers_of_html(rendering.html) == containers_of_blocks(article)
    assert rendering.changes == ()


def containers_of_html(html: str) -> dict[str, int]:
    """How many elements of each kind have words in them."""
    return {kind: len(words_of_elements(html, selector)) for kind, selector in SELECTORS.items()}


def containers_of_blocks(article: Article) -> dict[str, int]:
    in_grids = [block for block in article.blocks if in_grid(block, article)]
    headings = [block for block in article.blocks if block.kind == "heading" and has_words(block)]
    return {
        "items": len(containers(article.blocks, "item")),
        "quotes": len(containers(article.blocks, "quote")),
        "headings": sum(block not in in_grids for block in headings),
        "cells": len({block.nesting[-1].number for block in in_grids if _table_of(block) and has_words(block)}),
    }


def expected_words(article: Article) -> Iterator[str]:
    """In the order of the blocks; notes that are referred to stand at the end."""
    noted = set(find_notes(article.blocks).labels)
    body = [block for block in article.blocks if not numbers(block, "footnote") & noted]
    notes = [block for block in article.blocks if numbers(block, "footnote") & noted]
    for block in [*body, *notes]:
        yield from words_of_block(block)


def words_of_block(block: Block) -> list[str]:
    """A word of an alternative text is none with the word beside its image."""
    texts = (
        f" {span.text} " if marks & {"image"} else " " if marks & {"break"} else span.text
        for span in block.spans
        for marks in [span.marks]
    )
    return WORD.findall("".join(texts))


def has_words(block: Block) -> bool:
    return bool(words_of_block(block))


def containers(blocks: Iterable[Block], kind: ContainerKind) -> set[int]:
    return {number for block in blocks if has_words(block) for number in numbers(block, kind)}


def numbers(block: Block, kind: ContainerKind) -> set[int]:
    return {container.number for container in block.nesting if container.kind == kind}


def in_grid(block: Block, article: Article) -> bool:
    """Whether it stands in a cell, and in a table whose cells all hold lines of text alone."""
    table = _table_of(block)
    inside = [other for other in article.blocks if table in other.nesting]
    return table is not None and all(
        (other.kind == "caption" and other.nesting[-1] == table)
        or (other.kind not in ("code", "rule") and _table_of(other) == table)
        for other in inside
    )


def _table_of(block: Block) -> Container | None:
    """The table whose cell it stands in directly."""
    kinds = tuple(container.kind for container in block.nesting[-3:])
    return block.nesting[-3] if kinds in (("table", "row", "cell"), ("table", "row", "header_cell")) else None
