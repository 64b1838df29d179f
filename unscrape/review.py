"""Reasons why a person should look at an article; they stand in its header and on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unscrape.metadata.published import A_CHANGE
from unscrape.model import Article, Choice, Ledger, Metadata, ScrapedPage, words_of

FEW_WORDS = 80
BEGINNING = 2_000  # characters, in which most texts have more than so few words
MISSING = (
    ("title", "No title was found."),
    ("authors", "No author was found."),
    ("published", "No date of publication was found."),
    ("source", "No source was found."),
)
# Below it every second or third value is wrong, above it one in thirteen to twenty (docs/metadata.md has the figures).
SURE = 0.7
# A rival that is less likely than this isn't worth a person's look.
LEAST_RIVAL = 0.1

# Letters of scripts that set no space between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = re.compile(
    "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)
LONGEST_QUOTE = 80
# A page in eleven or so is less sure; half and more of those that come out badly are among them (bench/results).
SURE_OF_TEXT = 0.9


def find_doubts(
    page: ScrapedPage,
    article: Article,
    ledger: Ledger,
    idle_corrections: Sequence[str] = (),
    confidence: float | None = None,
) -> tuple[str, ...]:
    """Sentences, the gravest first; none where everything was found and nothing is odd.

    `idle_corrections` are texts to keep or remove that no line of the page begins with; `confidence` is the word F1
    that the model expects of the text, None where it wasn't asked.
    """
    return tuple(_doubts(page, article, ledger, idle_corrections, confidence))


def _doubts(
    page: ScrapedPage, article: Article, ledger: Ledger, idle_corrections: Sequence[str], confidence: float | None
) -> Iterator[str]:
    metadata = article.metadata
    off = sum(abs(count) for count in ledger.balance().values())
    if off:
        yield f"The ledger is off by {off} {'word' if off == 1 else 'words'}: please report this page."
    words = _words_of_article(article)
    if words < FEW_WORDS:
        yield f"Hardly any text was found: {words} {'word' if words == 1 else 'words'}."
    elif confidence is not None and confidence < SURE_OF_TEXT:
        yield f"The text is uncertain: about {1 - confidence:.0%} of its words may be furniture, or be missing."
    for name, sentence in MISSING:
        found = metadata.authors if name == "authors" else getattr(metadata, name).value
        if not found:
            yield sentence
    yield from _uncertain_fields(metadata)
    yield from (f"A correction found no line: “{_shortened(text)}”." for text in idle_corrections)
    if page.repairs:
        count = len(page.repairs)
        yield f"Broken letters were mended in {count} {'place' if count == 1 else 'places'}."


def _uncertain_fields(metadata: Metadata) -> Iterator[str]:
    """Fields whose chosen value isn't sure, with the rivals that it nearly lost to."""
    authors = metadata.authors
    whole = "; ".join(choice.value or "" for choice in authors)
    yield from _uncertain("title", metadata.title, metadata.title.value)
    yield from _uncertain("author", authors[0] if authors else Choice(), whole)
    yield from _uncertain("date", metadata.published, metadata.published.value)


def _uncertain(field: str, choice: Choice, value: str | None) -> Iterator[str]:
    if choice.chosen is None:
        return
    rivals = [one.value for one in choice.rivals if one.confidence >= LEAST_RIVAL and one.value != value][:2]
    answers = " or ".join(f"“{_shortened(one)}”" for one in (value or "", *rivals))
    if choice.chosen.confidence < SURE:
        yield f"The {field} is uncertain: {answers}."
    elif choice.chosen.origin.startswith(A_CHANGE):
        yield f"The {field} may be of a change: nothing else tells when it was published."


def _words_of_article(article: Article) -> int:
    """How many there are; where they aren't few, how many there are at least."""
    text = "\n".join([block.text for block in article.blocks])
    words = _count_words(text[:BEGINNING])
    return words if words >= FEW_WORDS else _count_words(text)


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
