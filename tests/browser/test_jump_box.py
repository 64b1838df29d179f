"""What the search form suggests while a reader types, in Chromium, from http and from disk, over the sample archive."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.test_pages import AXE, AXE_OPTIONS, COLOURS, RUN_AXE, SCROLLS_SIDEWAYS, TOO_WIDE, Colours

PAGE = "articles/index.html"
WORDS = re.compile(r"/search/[^/]+/words/[0-9]+\.js$")
MARKS = "() => [...document.querySelectorAll('.jump-box__option[aria-selected=true]')].map(one => one.id)"


def field(page: Page) -> Locator:
    return page.get_by_role("combobox")


def option(page: Page, name: str) -> Locator:
    return page.get_by_role("option", name=name)


def typed(page: Page, root: str, text: str, path: str = PAGE) -> None:
    """A page on which a reader typed this into the box, which is open now."""
    page.goto(f"{root}/{path}")
    page.keyboard.press("/")
    page.keyboard.type(text)
    expect(page.get_by_role("listbox")).to_be_visible()


@pytest.mark.parametrize("path", [PAGE, "index.html", "search/index.html", "404.html"])
def test_keys_lead_to_the_box_from_anywhere(page: Page, site_root: str, path: str) -> None:
    page.goto(f"{site_root}/{path}")
    for key in ("/", "Control+k", "Meta+k"):
        page.locator("main").focus()
        expect(field(page)).not_to_be_focused()
        page.keyboard.press(key)
        expect(field(page)).to_be_focused()
    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")
    page.keyboard.press("Control+k")
    page.keyboard.type("c")
    expect(field(page)).to_have_value("c")


def test_it_suggests_articles_names_and_words(page: Page, site_root: str) -> None:
    typed(page, site_root, "sal")
    groups = page.get_by_role("group")
    expect(groups.nth(0)).to_have_accessible_name("Search for")
    expect(option(page, "salt").first).to_be_visible()
    articles = page.get_by_role("group", name="Articles")
    expect(articles.get_by_role("option", name="Salt by the Hour The Harbour Review · 21 May 2024")).to_be_visible()
    expect(page.get_by_role("group", name="Topics").get_by_role("option").first).to_have_text("Salt Guild 7 articles")
    count = page.get_by_role("option").count()
    expect(page.locator(".jump-box__status")).to_have_text(f"{count} suggestions")
    page.keyboard.type("xxxx")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator(".jump-box__status")).to_have_text("No suggestions")


TITLES = {
    "hour": "Salt by the Hour",
    "hour salt": "Salt by the Hour",
    "The Week Without": "The Week Without Salt",
    "designs for the nor": "What a Sea Wall Is For",
    "salt b": "Salt by the Hour",
    '"salt': "Salt by the Hour",
    "year:salt": "",
    "dredgin": "Dredging the Ombe",
}


@pytest.mark.parametrize(("text", "title"), TITLES.items())
def test_a_title_is_found_by_its_words_the_last_unfinished(
    page: Page, site_address: str, text: str, title: str
) -> None:
    page.goto(f"{site_address}/{PAGE}")
    field(page).fill(text)
    if title:
        expect(page.get_by_role("group", name="Articles").get_by_role("option", name=title)).to_be_visible()
    else:
        expect(page.locator(".jump-box__status")).to_contain_text("uggestion")
        expect(page.get_by_role("group", name="Articles")).to_have_count(0)


def test_enter_on_an_option_goes_there(page: Page, site_root: str) -> None:
    typed(page, site_root, "ana")
    expect(page.get_by_role("group", name="Authors").get_by_role("option")).to_have_text("Ana Ilić 3 articles")
    page.keyboard.press("ArrowDown")
    expect(option(page, "Ana Ilić 3 articles")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_root}/authors/ana-ilic/index.html")


def test_enter_on_no_option_searches(page: Page, site_root: str) -> None:
    typed(page, site_root, "salt")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_root}/search/index.html?q=salt")


def test_a_word_is_searched_for(page: Page, site_root: str) -> None:
    typed(page, site_root, "salt har")
    option(page, "salt harbour").click()
    expect(page).to_have_url(f"{site_root}/search/index.html?q=salt+harbour")


def test_arrows_lead_round_and_text_keys_stay_in_the_text(page: Page, site_root: str) -> None:
    typed(page, site_root, "salt")
    count = page.get_by_role("option").count()
    for step in range(count):
        page.keyboard.press("ArrowDown")
        active = field(page).get_attribute("aria-activedescendant")
        assert page.evaluate(MARKS) == [active], step
        expect(page.locator(f"#{active}")).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowDown")
    assert field(page).get_attribute("aria-activedescendant") is None
    assert page.evaluate(MARKS) == []
    page.keyboard.press("ArrowUp")
    assert page.evaluate(MARKS) == [page.get_by_role("option").last.get_attribute("id")]
    page.keyboard.press("Home")
    assert field(page).evaluate("field => field.selectionStart") == 0
    page.keyboard.press("End")
    assert field(page).evaluate("field => field.selectionStart") == len("salt")
    expect(field(page)).to_be_focused()


def test_escape_closes_then_empties(page: Page, site_root: str) -> None:
    typed(page, site_root, "salt")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field(page)).to_have_value("salt")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()


def test_tab_leaves(page: Page, site_root: str) -> None:
    typed(page, site_root, "salt")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_a_finger_opens_what_it_taps(browser: Browser, site_root: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(f"{site_root}/{PAGE}")
    field(tab).tap()
    tab.keyboard.type("salt")
    expect(option(tab, "Salt by the Hour")).to_be_visible()
    for box in [one.bounding_box() for one in tab.get_by_role("option").all()]:
        assert box is not None
        assert box["height"] >= 44
    option(tab, "Salt by the Hour").tap()
    expect(tab).to_have_url(f"{site_root}/articles/salt-by-the-hour/index.html")
    context.close()


def test_on_the_search_page_it_completes_words_alone(page: Page, site_root: str) -> None:
    typed(page, site_root, "sal", "search/index.html")
    expect(page.get_by_role("listbox").get_by_role("group")).to_have_count(1)
    option(page, "salt").first.click()
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page).to_have_url(f"{site_root}/search/index.html?q=salt")
    expect(page.locator(".search-result").first).to_be_visible()


def test_a_late_answer_never_takes_the_place_of_a_newer_one(page: Page, site_address: str) -> None:
    held: list[Route] = []
    page.route(WORDS, lambda route: held.append(route))
    page.goto(f"{site_address}/{PAGE}")
    with page.expect_request(WORDS):
        field(page).fill("wat")
    field(page).fill("il")  # too short for words
    expect(page.get_by_role("group", name="Authors")).to_be_visible()
    for route in held:
        with page.expect_response(route.request.url):
            route.continue_()
    page.wait_for_timeout(300)
    expect(page.get_by_role("group", name="Authors")).to_be_visible()
    expect(option(page, "water")).to_have_count(0)


def test_without_the_index_it_is_a_plain_form(browser: Browser, site_address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.route("**/search/manifest.js", lambda route: route.fulfill(status=404))
    tab.goto(f"{site_address}/{PAGE}")
    field(tab).fill("salt")
    tab.wait_for_timeout(300)
    expect(tab.get_by_role("listbox")).to_be_hidden()
    field(tab).press("Enter")
    expect(tab).to_have_url(f"{site_address}/search/index.html?q=salt")
    context.close()


def test_a_missing_piece_costs_its_group_alone(browser: Browser, site_address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.route("**/search/*/names.js", lambda route: route.fulfill(status=404))
    tab.goto(f"{site_address}/{PAGE}")
    field(tab).fill("salt")
    expect(option(tab, "Salt by the Hour")).to_be_visible()
    expect(tab.get_by_role("group", name="Topics")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("path", [PAGE, "index.html", "search/index.html"])
def test_axe_finds_nothing_in_the_open_box(page: Page, site_address: str, path: str, colours: Colours) -> None:
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    typed(page, site_address, "sal", path)
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN_AXE, AXE_OPTIONS)
    assert not found, json.dumps(found, indent=1)


def test_the_open_box_fits_a_narrow_phone(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in (PAGE, "index.html", "search/index.html"):
        typed(page, site_address, "sal", path)
        assert not page.evaluate(SCROLLS_SIDEWAYS), f"too wide: {page.evaluate(TOO_WIDE)}"
