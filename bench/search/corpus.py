"""The articles that are searched: first the real ones of ../shared, then generated ones."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from bench.search.vocabulary import WORD, Vocabulary

REPOSITORY = Path(__file__).parents[2]
SEED = 5
LENGTH = 700
TOPICS = 60
ARTICLES_A_SOURCE = 25
ARTICLES_AN_AUTHOR = 8
PARAGRAPHS = re.compile(r"\n+")


class NothingShared(Exception):
    """The real articles, or the judgements, are not there. Says what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as every system gets it. `published` is a day, or None; `text` has a paragraph a line."""

    slug: str
    title: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    source: str
    published: str | None
    text: str


def shared(folder: str) -> Path:
    """A folder of ../shared. Raises NothingShared where it is missing."""
    path = Path(os.environ.get("UNSCRAPE_SHARED", REPOSITORY.parent / "shared")) / folder
    if not path.is_dir():
        raise NothingShared(
            f"Nothing to measure on: {path} is missing. It is no part of the repository; name the folder that holds "
            f"{folder}/: UNSCRAPE_SHARED=dir make bench-search"
        )
    return path


def articles_of(size: int) -> list[Article]:
    """The first `size` articles; the same at every call."""
    real = real_articles()
    return [*real[:size], *generated(real, size - len(real))]


def real_articles() -> list[Article]:
    """WCXB's reviewed articles, each cut after the paragraph in which it reaches 700 words."""
    random = Random(SEED)  # noqa: S311 (nothing secret)
    topics = topic_names(random)
    truths = (json.loads(path.read_text("utf-8")) for path in sorted(shared("wcxb-articles").glob("truth/*.json")))
    return [
        Article(
            slug=f"real-{number:04}",
            title=truth["title"] or "",
            authors=(truth["author"],) if truth["author"] else (),
            topics=tuple(random.sample(topics, random.randint(1, 3))),
            source=urlsplit(truth["url"] or "").netloc.removeprefix("www."),
            published=truth["date"] or None,
            text=beginning(truth["main_content"] or ""),
        )
        for number, truth in enumerate(truths)
    ]


def beginning(text: str) -> str:
    """Whole paragraphs, until there are 700 words; a longer paragraph is cut."""
    kept: list[str] = []
    length = 0
    for paragraph in filter(None, map(str.strip, PARAGRAPHS.split(text))):
        words = paragraph.split()
        kept.append(" ".join(words[: LENGTH - length]))
        length += len(words)
        if length >= LENGTH:
            break
    return "\n".join(kept)


def topic_names(random: Random) -> list[str]:
    subjects = "trade water harbours energy schools health food courts farming shipping music elections".split()
    return sorted(
        {f"{region} {subject}" for region in ("North", "South", "East", "West", "World") for subject in subjects}
    )[:TOPICS]


def generated(real: Sequence[Article], count: int) -> Iterator[Article]:
    if count <= 0:
        return
    random = Random(SEED)  # noqa: S311
    vocabulary = Vocabulary((article.text for article in real), random)
    topics = topic_names(random)
    people: list[str] = []
    sources: list[str] = []
    for number in range(count):
        words = vocabulary.article(int(random.gauss(LENGTH, LENGTH / 7)))
        rare = sorted(set(words), key=lambda word: (-len(word), word))[:150]
        authors = tuple({one_of(people, ARTICLES_AN_AUTHOR, random, rare) for _ in range(random.choice((1, 1, 1, 2)))})
        yield Article(
            slug=f"generated-{number:05}",
            title=" ".join(random.sample(rare, random.randint(3, 6)) + random.sample(words, 2)).capitalize(),
            authors=tuple(sorted(authors)),
            topics=tuple(random.sample(topics, random.randint(1, 3))),
            source=one_of(sources, ARTICLES_A_SOURCE, random, rare),
            published=f"{random.randint(2000, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
            text=in_paragraphs(words, random),
        )


def one_of(known: list[str], uses: int, random: Random, words: Sequence[str]) -> str:
    """A name that is known, or at times a new one, so that each is used about so often."""
    if not known or random.random() < 1 / uses:
        known.append(" ".join(random.sample(words, 2)).title())
        return known[-1]
    return random.choice(known)


def in_paragraphs(words: Sequence[str], random: Random) -> str:
    """Sentences of about twenty words, paragraphs of about four sentences."""
    pieces: list[str] = []
    begin = 0
    while begin < len(words):
        end = begin + random.randint(8, 32)
        sentence = " ".join(words[begin:end])
        pieces.append(f"{sentence[:1].upper()}{sentence[1:]}.{random.choice((' ', ' ', ' ', chr(10)))}")
        begin = end
    return "".join(pieces).strip()


def write_articles(path: Path, articles: Iterable[Article]) -> None:
    """A line of JSON an article: every builder reads this file."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(article), ensure_ascii=False) + "\n" for article in articles)


def read_articles(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as file:
        for told in map(json.loads, file):
            lists = {key: tuple(told[key]) for key in ("authors", "topics")}
            yield Article(**told | lists)


def words_of(text: str) -> list[str]:
    return WORD.findall(text)
