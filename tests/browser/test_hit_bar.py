"""An article that was opened from a search: its marks, and the bar that leads from one to the next."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_pages import AXE, AXE_OPTIONS, COLOURS, RUN_AXE, SCROLLS_SIDEWAYS, TOO_WIDE, Colours
from tests.site.building import Archive, built

FILLER = "Nothing to see in this paragraph.[^1]\n\n" * 30
TEXT = (
    f"A salt store, and a road.\n\n{FILLER}The old *salt\nroad* goes by.\n\n{FILLER}"
    "Salt.\n\nRoad. The salt-road again, and [a link](https://a.example/).\n\n[^1]: A note."
)
PATH = "articles/the-salt-road/index.html"
IN_VIEW = (
    "mark => { const {top, bottom} = mark.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight - 70; }"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = Archive(tmp_path_factory.mktemp("hits"))
    archive.article("the-salt-road", TEXT, lang="en")
    archive.article("another", "Of other things.", lang="en")
    return built(archive).output


def opened(page: Page, root: str, query: str) -> Locator:
    """The bar of the article that this search finds, opened from the list of results."""
    page.set_viewport_size({"width": 700, "height": 500})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{root}/search/index.html?{urlencode({'q': query})}")
    page.locator(".search-result__link").first.click()
    expect(page).to_have_url(f"{root}/{PATH}{page.evaluate('location.hash')}")
    return page.get_by_role("region", name="Places found")


def count(bar: Locator) -> Locator:
    return bar.get_by_role("status")


def test_a_phrase_is_marked_as_a_whole_and_its_words_alone_are_not(page: Page, root: str) -> None:
    bar = opened(page, root, '"salt road"')
    expect(count(bar)).to_contain_text("1 of 2: The old salt road goes by.")
    assert page.evaluate("location.hash") == "#mark=&phrase=salt%20road"
    assert " ".join(page.locator("mark").all_inner_texts()).split() == ["salt", "road", "salt-road"]
    assert page.locator(".search-mark--current").first.evaluate(IN_VIEW)


def test_words_beside_a_phrase_are_marked_too(page: Page, root: str) -> None:
    bar = opened(page, root, '"salt road" store')
    expect(count(bar)).to_contain_text("1 of 3")
    expect(page.locator(".search-mark--current")).to_have_text("store")
    bar = opened(page, root, '"salt road" sal*')
    expect(count(bar)).to_contain_text("1 of 4")


def test_buttons_lead_from_one_to_the_next_and_round(page: Page, root: str) -> None:
    bar = opened(page, root, "salt")
    expect(count(bar)).to_contain_text("1 of 4")
    expect(page.locator(".search-mark--current")).to_be_in_viewport()
    bar.get_by_role("button", name="Next place").click()
    expect(count(bar)).to_contain_text("2 of 4")
    assert page.locator(".search-mark--current").evaluate(IN_VIEW)
    expect(bar.get_by_role("button", name="Next place")).to_be_focused()
    page.keyboard.press("Enter")
    expect(count(bar)).to_contain_text("3 of 4")
    page.keyboard.press("Shift+Enter")
    expect(count(bar)).to_contain_text("2 of 4")
    bar.get_by_role("button", name="Previous place").click()
    bar.get_by_role("button", name="Previous place").click()
    expect(count(bar)).to_contain_text("4 of 4")
    assert page.locator(".search-mark--current").evaluate(IN_VIEW)


@pytest.mark.parametrize("way", ["button", "key"])
def test_closing_leaves_the_article_as_it_was(page: Page, root: str, way: str) -> None:
    bar = opened(page, root, "salt")
    bar.get_by_role("button", name="Next place").click()
    expect(count(bar)).to_contain_text("2 of 4")
    before = page.evaluate("scrollY")
    if way == "key":
        page.keyboard.press("Escape")
    else:
        bar.get_by_role("button", name="Remove the marks").click()
    expect(bar).to_have_count(0)
    expect(page.locator("mark")).to_have_count(0)
    expect(page).to_have_url(f"{root}/{PATH}")
    assert abs(page.evaluate("scrollY") - before) < 2
    assert page.evaluate("document.activeElement.textContent.includes('goes by')")


def test_a_single_hit_has_no_ways_to_others(page: Page, root: str) -> None:
    bar = opened(page, root, "store")
    expect(count(bar)).to_contain_text("1 of 1")
    expect(bar.get_by_role("button")).to_have_count(1)


def test_without_a_hit_in_the_text_there_is_no_bar(page: Page, root: str) -> None:
    page.goto(f"{root}/{PATH}#mark=nowhere&phrase=not%20here")
    page.wait_for_timeout(300)
    expect(page.get_by_role("region", name="Places found")).to_have_count(0)
    assert page.evaluate("scrollY") == 0


def test_the_keyboard_s_focus_is_never_behind_the_bar(page: Page, root: str) -> None:
    bar = opened(page, root, "salt")
    expect(count(bar)).to_contain_text("1 of 4")
    bar.get_by_role("button", name="Remove the marks").focus()
    top = bar.evaluate("bar => bar.getBoundingClientRect().top")
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        bottom = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        assert bottom <= top, page.evaluate("document.activeElement.outerHTML")


def test_print_shows_no_bar(page: Page, root: str) -> None:
    bar = opened(page, root, "salt")
    expect(bar).to_be_visible()
    page.emulate_media(media="print")
    expect(bar).to_be_hidden()


@pytest.mark.parametrize("colours", COLOURS)
def test_axe_finds_nothing_with_the_bar(page: Page, served: str, colours: Colours) -> None:
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    page.goto(f"{served}/{PATH}#mark=salt")
    expect(page.get_by_role("region", name="Places found")).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN_AXE, AXE_OPTIONS)
    assert not found, json.dumps(found, indent=1)


def test_the_bar_fits_a_narrow_phone(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/{PATH}#mark=salt")
    expect(page.get_by_role("region", name="Places found")).to_be_visible()
    assert not page.evaluate(SCROLLS_SIDEWAYS), f"too wide: {page.evaluate(TOO_WIDE)}"
