"""Every kind of page, opened in Chromium from a server and from disk."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Literal, get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_kinds import Kind, all_pages, page_of_kind
from tests.site.building import REPOSITORY, Archive, built

KINDS = get_args(Kind)
Colours = Literal["light", "dark"]
COLOURS = get_args(Colours)
# One list of each shape: under headings of years, without them, in columns, with a line about each.
SORTED: dict[Kind, str] = {"all articles": "author", "year": "title", "authors": "articles", "sources": "latest"}
LATER_PAGE = "articles/page-2/index.html"
NAVIGATION = ("Articles", "Sources", "Authors", "Topics", "Years")
ARTICLE_LINK = "main .article-list__title a"
AXE = REPOSITORY / "themes/reader/node_modules/axe-core/axe.min.js"
# Without `preload`, axe fetches no style sheets: the pages' CSP would forbid it.
RUN_AXE = """options => axe.run(document, options).then(found => found.violations.map(
    ({id, impact, nodes}) => ({id, impact, where: nodes.map(node => node.target.join(" ")).slice(0, 5)})))"""
AXE_OPTIONS = {"preload": False, "resultTypes": ["violations"]}
FOCUSED = """() => { const element = document.activeElement; const style = getComputedStyle(element);
    return {tag: element.localName, text: element.textContent.trim().slice(0, 30),
            seen: style.outlineStyle !== "none" || style.boxShadow !== "none"}; }"""
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter(
    element => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(
    element => `${element.localName}.${element.className}`)"""
SCROLLS_SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"


def test_no_page_has_a_fault(page: Page, site_root: str, sample_site: Path) -> None:
    for path in all_pages(sample_site):
        page.goto(f"{site_root}/{path}")
        assert page.locator("main h1").count() == 1, f"{path}: a page has one first-level heading"


def axe_finds(page: Page, address: str, colours: Colours) -> str:
    """What axe finds wrong with a page, to be read; "" where it finds nothing."""
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    page.goto(address)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN_AXE, AXE_OPTIONS)
    return json.dumps(found, indent=1) if found else ""


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, site_address: str, sample_site: Path, kind: Kind, colours: Colours) -> None:
    assert axe_finds(page, f"{site_address}/{page_of_kind(sample_site, kind)}", colours) == ""


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize(("kind", "order"), SORTED.items())
def test_axe_finds_nothing_in_a_list_that_is_sorted(
    page: Page, site_address: str, sample_site: Path, kind: Kind, order: str, colours: Colours
) -> None:
    address = f"{site_address}/{page_of_kind(sample_site, kind)}?sort={order}"
    assert axe_finds(page, address, colours) == ""
    expect(page.locator(f".sort-control [value={order}]")).to_have_attribute("aria-pressed", "true")


@pytest.fixture(scope="module")
def paged_sample(sample_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site once more, with five articles on each page of a list."""
    output = tmp_path_factory.mktemp("paged sample")
    built(
        Archive(sample_archive), ARTICLES_PER_PAGE=5, OUTPUT_PATH=str(output), BUILD_REPORT_FILE=str(output / "r.json")
    )
    return output


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("query", ["", "?sort=title"])
def test_axe_finds_nothing_on_a_later_page_of_a_list(
    page: Page, paged_sample: Path, query: str, colours: Colours
) -> None:
    assert axe_finds(page, (paged_sample / LATER_PAGE).as_uri() + query, colours) == ""
    assert page.locator(".pager:visible").count() == 2


def test_a_later_page_of_a_list_fits_a_narrow_phone(page: Page, paged_sample: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto((paged_sample / LATER_PAGE).as_uri())
    assert not page.evaluate(SCROLLS_SIDEWAYS), f"too wide: {page.evaluate(TOO_WIDE)}"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_on_a_narrow_phone(
    page: Page, site_address: str, sample_site: Path, kind: Kind
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site_address}/{page_of_kind(sample_site, kind)}")
    assert not page.evaluate(SCROLLS_SIDEWAYS), f"too wide: {page.evaluate(TOO_WIDE)}"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_at_twice_the_size(
    page: Page, site_address: str, sample_site: Path, kind: Kind
) -> None:
    """A window of 1280 px at 200 % has 640 px of its own, and letters twice as large in them (WCAG 1.4.4, 1.4.10)."""
    page.set_viewport_size({"width": 640, "height": 480})
    page.goto(f"{site_address}/{page_of_kind(sample_site, kind)}")
    page.evaluate("() => document.documentElement.style.setProperty('font-size', '200%')")
    assert not page.evaluate(SCROLLS_SIDEWAYS), f"too wide: {page.evaluate(TOO_WIDE)}"


def test_links_lead_from_the_home_page_to_the_removed_lines(page: Page, site_root: str, sample_site: Path) -> None:
    slug = Path(page_of_kind(sample_site, "ledger")).parent.name
    page.goto(f"{site_root}/index.html")
    page.get_by_role("navigation", name="Archive").get_by_role("link", name="Articles").click()
    page.locator(f"main a[href*='articles/{slug}/']").first.click()
    assert page.locator(".article-text").inner_text()
    page.locator("main a[href*='ledger/']").first.click()
    assert page.url.startswith(f"{site_root}/ledger/{slug}/")
    page.locator(f"main a[href*='articles/{slug}/']").first.click()
    assert page.locator(".article-text").count() == 1


@pytest.mark.parametrize("name", NAVIGATION)
def test_each_list_leads_to_an_article(page: Page, site_root: str, name: str) -> None:
    page.goto(f"{site_root}/404.html")
    page.get_by_role("navigation", name="Archive").get_by_role("link", name=name).click()
    folder = name.lower()
    assert page.url == f"{site_root}/{folder}/index.html"
    if folder != "articles":
        page.locator(f"main a[href*='{folder}/']").first.click()
    page.locator(ARTICLE_LINK).first.click()
    assert page.locator(".article-text").inner_text()


def test_the_keyboard_reaches_the_text_and_shows_where_it_is(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}/index.html")
    page.keyboard.press("Tab")
    assert "Skip" in page.evaluate(FOCUSED)["text"]
    for _ in range(12):
        focused = page.evaluate(FOCUSED)
        assert focused["seen"], f"no mark of focus on {focused}"
        assert focused["tag"] != "body"
        page.keyboard.press("Tab")


def test_the_skip_link_leads_past_the_navigation(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}/articles/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_browsing_needs_no_script(browser: Browser, site_root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for name in NAVIGATION:
        tab.goto(f"{site_root}/index.html")
        tab.get_by_role("navigation", name="Archive").get_by_role("link", name=name).click()
        if name != "Articles":
            tab.locator(f"main a[href*='{name.lower()}/']").first.click()
        tab.locator(ARTICLE_LINK).first.click()
        assert tab.locator(".article-text").inner_text()
    context.close()


def test_the_search_page_says_that_it_needs_scripts(browser: Browser, site_root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{site_root}/search/index.html")
    assert "JavaScript" in tab.locator("main").inner_text()
    context.close()


def test_an_address_that_is_not_there_is_answered_by_our_page(browser: Browser, site_address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    answer = tab.goto(f"{site_address}/no-such-page.html")
    assert answer is not None
    assert answer.status == 404
    assert tab.locator("main h1").count() == 1
    context.close()


def test_our_page_has_its_styles_and_ways_on_at_a_deep_address(browser: Browser, site_address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    lacking: list[str] = []
    tab.on("response", lambda answer: lacking.append(answer.url) if answer.status == 404 else None)
    tab.goto(f"{site_address}/articles/none/at/all/")
    assert lacking == [f"{site_address}/articles/none/at/all/"], "its styles and script are found"
    assert tab.locator(".skip-link").evaluate("link => getComputedStyle(link).position") == "absolute"
    tab.get_by_role("combobox").fill("salt")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(f"^{site_address}/search/index.html"))
    context.close()


@pytest.mark.parametrize("kind", ["article", "all articles"])
def test_a_name_from_right_to_left_leaves_the_rest_of_its_line_alone(
    page: Page, site_address: str, sample_site: Path, kind: Kind
) -> None:
    """It read “By 6 · أحمد علي May 2019”: the name had drawn the day to its left."""
    page.goto(f"{site_address}/{page_of_kind(sample_site, kind)}")
    author = page.locator("main .byline__author").first
    after = author.evaluate("""element => { element.textContent = "أحمد علي";
        const day = document.createTextNode(" · 6 May"); element.after(day);
        const range = document.createRange(); range.setStart(day, 3); range.setEnd(day, 4);
        return range.getBoundingClientRect().left - element.getBoundingClientRect().right; }""")
    assert after > 0
