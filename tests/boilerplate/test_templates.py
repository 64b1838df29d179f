"""A site's template: what its other pages tell of elements that look alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from unscrape.archive import Scrape
from unscrape.boilerplate import Template, added_up, without
from unscrape.boilerplate.learned.likeness import Likeness, look
from unscrape.boilerplate.learned.page import Page
from unscrape.boilerplate.templates import MOST, Tally, template_of
from unscrape.cleaning_run import _spread
from unscrape.model import Block, Metadata, Place, Span
from unscrape.pipeline import clean_page, learn_template
from unscrape.reading import read_data

SAID = "The lamps of the quay were lit at six, and whoever had business with the harbour master came before that. "
SHOP, WORDS = ("div.words", "div.from-the-shop", "p."), ("body.", "div.words", "p.")
HARBOURS = ("Ombe", "Varrow", "Teshmar", "Skarn")


def page_about(port: str) -> str:
    """An article in `div.words`, and at its end a line of the shop in `div.from-the-shop`."""
    text = "".join(f"<p>{SAID}In {port} that was the custom for {number} years.</p>" for number in range(9))
    shop = f"<p>A print of {port} by night hangs well in any hall. Order yours today, and the frame is free.</p>"
    return (
        f"<html><body><div class='words'><h1>The Lamps of {port}</h1>{text}"
        f"<div class='from-the-shop'>{shop}</div></div></body></html>"
    )


def blocks_in(*trails: tuple[str, ...]) -> Page:
    """A block of 16 words for each trail; elements of one page by number."""
    numbers: dict[tuple[str, ...], int] = {}
    blocks = []
    for number, trail in enumerate(trails):
        around = tuple(numbers.setdefault(trail[: depth + 1], len(numbers)) for depth in range(len(trail)))
        blocks.append(Block(number, "paragraph", (Span("word " * 16),), Place(number + 1, trail, None, around)))
    return Page(blocks, Metadata())


def test_elements_that_look_alike_are_counted_whatever_their_ids_and_numbers() -> None:
    page = blocks_in(("ul", "li#a.card-1"), ("ul", "li#b.card-2"), ("ul", "li#c.card-3"), ("div.text", "p"))
    assert page.likeness.alike[page.elements.around(0)].tolist() == [3, 3, 3, 1]
    assert page.likeness.alike[page.elements.around(5)].tolist() == [0, 0, 0, 0]
    assert page.likeness.most[page.elements.around(0)].tolist() == [3, 3, 3, 1]
    assert page.likeness.inner.tolist() == [0, 0, 0, 1]
    assert page.likeness.inner_looks == [("ul.", "li.card-#"), ("div.text", "p.")]


def test_a_dump_has_no_looks() -> None:
    likeness = Likeness([Place(1), Place(2)], 1)
    assert likeness.inner_looks == [()]
    assert not template_of(Page([Block(0, "paragraph", (Span(SAID),), Place(1))], Metadata()), np.array([0.5])).looks


@pytest.mark.parametrize("brackets", ["div.w-[10%]", "a.b[rel=me]", "p", "div#x"])
def test_every_element_has_a_look(brackets: str) -> None:
    assert look(brackets).startswith(brackets[:1])


def test_what_many_words_tell_weighs_more_and_never_without_bounds() -> None:
    assert Tally(5, 5).odds < Tally(500, 500).odds == MOST
    assert Tally(500, 0).odds == -MOST
    assert Tally().odds == 0


def test_a_page_is_no_witness_of_its_own() -> None:
    page = blocks_in(("div.text", "p"), ("div.shop", "p"))
    own, other = template_of(page, np.array([0.9, 0.8])), template_of(page, np.array([0.9, 0.1]))
    others = without(added_up([own, other]), own)
    assert others.odds(page).tolist() == pytest.approx(other.odds(page).tolist())
    assert without(own, own) == Template()
    assert not Template().odds(page).any()


def test_what_is_furniture_on_the_other_pages_is_furniture_here_and_says_so() -> None:
    page = read_data(page_about("Ombe"))
    told = Template({SHOP: Tally(400, 4), WORDS: Tally(4000, 3990)})
    cleaned = clean_page(page, template=told)
    assert "hangs well" not in cleaned.text
    assert "for 8 years" in cleaned.text
    reasons = [entry.reason for entry in cleaned.removed if "hangs well" in entry.words]
    assert reasons
    assert all("on the site's other pages" in reason for reason in reasons)


def test_what_is_text_on_the_other_pages_stays_here() -> None:
    page = read_data(page_about("Ombe"))
    assert "hangs well" in clean_page(page, template=Template({SHOP: Tally(400, 396)})).text


def test_a_page_tells_what_its_elements_hold() -> None:
    template = learn_template(read_data(page_about("Varrow")))
    tally = template.looks[WORDS]
    assert tally.article > 0.8 * tally.words
    assert set(added_up(learn_template(read_data(page_about(port))) for port in HARBOURS).looks) == set(template.looks)


def test_a_sample_comes_from_all_over_the_list() -> None:
    pages = [Scrape(Path(f"{number}.html"), f"{number}.html", "") for number in range(100)]
    assert list(_spread(pages[:7], 40)) == pages[:7]
    assert list(_spread(pages, 4)) == pages[::25]
