"""The five real dumps of ../shared/seeds: every field, all of the text, none of the furniture.

Their sentences are others' work and stay there: what is expected of the bodies is told by counts and a few words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import unscrape
from unscrape.model import CleanedPage, words_of

CACI, RS = "The Central Asia-Caucasus Analyst", "Responsible Statecraft"


@dataclass(frozen=True)
class Seed:
    """What shared/seeds/README.md says. `words` are the article's, without title, byline, date, dek and credits."""

    title: str
    words: int
    first: str
    last: str
    authors: tuple[str, ...] = ()
    published: str | None = None
    source: str | None = None
    section: str | None = None
    headings: tuple[str, ...] = ()
    quotes: int = 0
    items: int = 0
    captions: int = 0
    gone: tuple[str, ...] = ()
    known: dict[str, str] = field(default_factory=dict)


LEAD_INS = ("BACKGROUND", "IMPLICATIONS", "CONCLUSIONS")
BIO = {"author_bio": "Senior Fellow"}
SEEDS = {
    "000": Seed(
        title="Russia's new gambit: sharing intelligence with the Taliban",
        words=1513,
        first="For years, Moscow",
        last="we might have expected.",
        authors=("Stephen Blank",),
        published="2016-03-15",
        source=CACI,
        section="Analytical Articles",
        headings=LEAD_INS,
        gone=("put-str", "Read 16506", "Visit also", "Staff Publications", "silkroad", "Newsletter", "AUTHOR"),
        known=BIO | {"image_credit": "img.rt.com"},
    ),
    "001": Seed(
        title="What Drives Russo-Pakistan Relations and Where Are They Going?",
        words=1542,
        first="Inexplicably, Russia",
        last="bears remembering.",
        authors=("Stephen Blank",),
        published="2017-08-29",
        source=CACI,
        section="Analytical Articles",
        headings=LEAD_INS,
        gone=("download.jpeg", "January 34", "Read 13915", "Oped", "Newsletter"),
        known=BIO | {"image_credit": "kremlin.ru"},
    ),
    "002": Seed(
        title="Russia to meet ISIS threat from Afghanistan",
        words=952,
        first="Kulbhushan Jadhav",
        last="originating from Afghanistan.",
        section="Europe",
        quotes=6,
        gone=("July 18", "HomeEurope", "Akismet", "Please enter", "Most Popular"),
    ),
    "003": Seed(
        title="“Russian bounties” in Afghanistan: Stage 2",
        words=967,
        first="The latest airport attack",
        last="EU sanctions grip.",
        items=5,
        captions=1,
        gone=("ISK",),
    ),
    "004": Seed(
        title="Why is Moscow paying the Taliban to kill Americans?",
        words=928,
        first="Citing U.S. intelligence",
        last="harms American interests.",
        source=RS,
        section="Global Crises",
        gone=("Follow us", "POGO", "Ursula", "QIOSK", "Photo credit", "B-21", "Saigon", "keep reading"),
        known={"dek": "what’s motivating Putin.", "image_credit": "Dimitrije Ostojic"},
    ),
}


@pytest.fixture(scope="module")
def cleaned(shared: Path) -> dict[str, CleanedPage]:
    return {path.name[:3]: unscrape.clean(path.read_bytes()) for path in sorted((shared / "seeds").glob("*.txt"))}


@pytest.mark.parametrize("name", SEEDS)
def test_fields(name: str, cleaned: dict[str, CleanedPage]) -> None:
    seed, page = SEEDS[name], cleaned[name]
    metadata = page.article.metadata
    found = (page.title, tuple(page.authors), page.published, metadata.source.value, metadata.section.value)
    assert found == (seed.title, seed.authors, seed.published, seed.source, seed.section)
    assert metadata.modified.value is None
    for key in ("dek", "image_credit", "author_bio"):
        value = getattr(metadata, key).value
        assert (key in seed.known) == bool(value), key
        assert seed.known.get(key, "") in (value or "")


@pytest.mark.parametrize("name", SEEDS)
def test_body(name: str, cleaned: dict[str, CleanedPage]) -> None:
    seed, page = SEEDS[name], cleaned[name]
    blocks = page.article.blocks
    text = " ".join(block.text for block in blocks)
    assert text.startswith(seed.first)
    assert text.rstrip().endswith(seed.last)
    assert [gone for gone in seed.gone if gone in text.split() or (" " in gone and gone in text)] == []
    assert tuple(block.text for block in blocks if block.kind == "heading") == seed.headings
    kinds = [block.kind for block in blocks]
    assert (kinds.count("quote"), kinds.count("list_item"), kinds.count("caption")) == (
        seed.quotes,
        seed.items,
        seed.captions,
    )
    assert page.ledger.count("kept") == seed.words


@pytest.mark.parametrize("name", SEEDS)
def test_every_word_is_accounted_for(name: str, cleaned: dict[str, CleanedPage], shared: Path) -> None:
    page = cleaned[name]
    assert not page.ledger.balance()
    raw = next((shared / "seeds").glob(f"{name}*.txt")).read_text(encoding="utf-8")
    assert Counter(page.ledger.page) == Counter(words_of(raw))


def test_the_second_quote_has_two_paragraphs(cleaned: dict[str, CleanedPage]) -> None:
    numbers = [block.nesting[-1].number for block in cleaned["002"].article.blocks if block.kind == "quote"]
    assert [numbers.count(number) for number in dict.fromkeys(numbers)] == [1, 2, 1, 1, 1]


def test_a_sentence_cut_in_two_stays_so(cleaned: dict[str, CleanedPage]) -> None:
    first, second = cleaned["002"].article.blocks[:2]
    assert first.text.endswith("the adrenaline")
    assert second.text.startswith("Flowing in")
