"""Reasons why a person should look at an article; they stand in its header and on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unscrape.model import Article, Ledger, ScrapedPage, words_of

FEW_WORDS = 80
MISSING = (
    ("title", "No title was found."),
    ("authors", "No author was found."),
    ("published", "No date of publication was found."),
    ("source", "No source was found."),
)


# Letters of scripts that set no space between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(
    "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)
LONGEST_QUOTE = 80


def find_doubts(
    page: ScrapedPage, article: Article, ledger: Ledger, idle_corrections: Sequence[str] = ()
) -> tuple[str, ...]:
    """Sentences, the gravest first; none where everything was found and nothing is odd.

    `idle_corrections` are texts to keep or remove that no line of the page begins with.
    """
    return tuple(_doubts(page, article, ledger, idle_corrections))


def _doubts(page: ScrapedPage, article: Article, ledger: Ledger, idle_corrections: Sequence[str]) -> Iterator[str]:
    metadata = article.metadata
    off = sum(abs(count) for count in ledger.balance().values())
    if off:
        yield f"The ledger is off by {off} {'word' if off == 1 else 'words'}: please report this page."
    words = _count_first_words(article)
    if words < FEW_WORDS:
        yield f"Hardly any text was found: {words} {'word' if words == 1 else 'words'}."
    for name, sentence in MISSING:
        found = metadata.authors if name == "authors" else getattr(metadata, name).value
        if not found:
            yield sentence
    yield from metadata.doubts
    yield from (f"A correction found no line: “{_shortened(text)}”." for text in idle_corrections)
    if page.repairs:
        count = len(page.repairs)
        yield f"Broken letters were mended in {count} {'place' if count == 1 else 'places'}."


def _count_first_words(article: Article) -> int:
    """All words of a short article; of a long one no more than tell that it is none."""
    words = 0
    for block in article.blocks:
        words += _count_words(block.text)
        if words >= FEW_WORDS:
            break
    return words


def _count_words(text: str) -> int:
    """Words as a reader would count them; without spaces a letter is one, for a page of Han is no single word.

    >>> _count_words("渡轮又取消了"), _count_words("The ferry, 渡轮")
    (6, 4)
    """
    unspaced = len(UNSPACED.findall(text))
    return unspaced + len(words_of(UNSPACED.sub(" ", text) if unspaced else text))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE].rstrip()}…"
