"""Pages with reviewed truth → what a model learns from: their blocks, what the labellers say, what the article has."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from bs4 import BeautifulSoup
from numpy.typing import NDArray
from rapidfuzz.distance import Indel  # type: ignore[import-not-found]
from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found]

from unscrape.blocks import split_page
from unscrape.boilerplate import Context, find_advice
from unscrape.boilerplate.learned.choice import TWIN_WORDS
from unscrape.boilerplate.learned.page import Page
from unscrape.boilerplate.learned.tokens import block_tokens, element_tokens, tokens_far, tokens_near
from unscrape.metadata import find_metadata
from unscrape.model import Finding, Form, ScrapedPage
from unscrape.reading import read_data

FOLDS = 5
SHARED = Path(os.environ.get("UNSCRAPE_SHARED") or Path(__file__).resolve().parents[2] / "shared")
PAGES = SHARED / "wcxb-articles"
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Example:
    """One page in one form. `truth` are the article's words in order, lower case; `fold` goes by the site."""

    name: str
    fold: int
    page: Page
    advice: tuple[Finding, ...]
    truth: tuple[str, ...]
    tokens: tuple[list[set[str]], tuple[list[set[str]], list[set[str]]]] = field(repr=False)

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """Which share of each block's words the article has, by the longest common run of words of both texts."""
        words = [word for said in self.page.said for word in said]
        owners = np.repeat(np.arange(len(self.page)), [len(said) for said in self.page.said])
        hits = np.zeros(len(words))
        for step in Indel.opcodes(words, self.truth):
            if step.tag == "equal":
                hits[step.src_start : step.src_end] = 1
        found = np.bincount(owners, weights=hits, minlength=len(self.page))
        return _like_their_twins(self.page, found / self.page.some_words)


def _like_their_twins(page: Page, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of two blocks with the same words only one can be matched, and which says nothing: both are the article's."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, said in enumerate(page.said):
        if len(said) >= TWIN_WORDS:
            places.setdefault(tuple(said), []).append(place)
    for same in places.values():
        shares[same] = shares[same].max()
    return shares


def read_examples(form: Form) -> Iterator[Example]:
    """All pages in one form; as text each twice, the ways that two common tools dump it."""
    for path in sorted((PAGES / "truth").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        data = gzip.decompress((PAGES / "html" / f"{path.stem}.html.gz").read_bytes())
        for page in (read_data(data),) if form == "html" else _dumps(data):
            yield _example(path.stem, truth, page)


def fold_of(site: str) -> int:
    """0 to 4; all pages of a site are in one fold. Fold 0 is held back for the benches."""
    return int(hashlib.sha256(site.encode()).hexdigest()[:8], 16) % FOLDS


def _dumps(data: bytes) -> Sequence[ScrapedPage]:
    text = read_data(data).text
    return [read_data(extract_plain_text(text)), read_data(BeautifulSoup(text, "lxml").get_text("\n"))]


def _example(name: str, truth: dict[str, str], scraped: ScrapedPage) -> Example:
    blocks = split_page(scraped).blocks
    metadata = find_metadata(scraped, blocks, None)
    page = Page(blocks, metadata)
    site = urlsplit(truth["url"] or "").netloc.removeprefix("www.") or name
    trails = list(dict.fromkeys(block.place.trail for block in blocks))
    tokens = (
        [block_tokens(block, said) for block, said in zip(blocks, page.said, strict=True)],
        (list(tokens_near(trails, element_tokens)), list(tokens_far(trails, element_tokens))),
    )
    words = tuple(WORD.findall(truth["main_content"].lower()))
    return Example(name, fold_of(site), page, find_advice(blocks, metadata, Context(scraped.form)), words, tokens)
