"""The search page's filters, orders, pages and citations, in Chromium, over an archive with some of each.

The tab itself (`page`) fails a test on any error in its console or violation of the CSP.
"""

from __future__ import annotations

import json
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.test_pages import AXE, AXE_OPTIONS, COLOURS, RUN_AXE, SCROLLS_SIDEWAYS, TOO_WIDE, Colours
from tests.site.building import Archive, built

SOURCES = ("The Harbour Review", "Tidewater & Sons", "The Quay")
YEARS = (2009, 2011, 2012, 2012, 2014, 2014, 2014, 2015, 2016, 2017)
ARTICLES = 36


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = Archive(tmp_path_factory.mktemp("searched archive"))
    archive.curate("archive.yaml", {"title": "Searched", "description": "For the search.", "language": "en"})
    for number, source in enumerate(SOURCES):
        archive.source(f"source-{number}", title=source)
    for number in range(ARTICLES):
        text = f"The tide of day {number} in a harbour. " + ("A lantern burns. " * (number % 5))
        dated = {} if number % 12 == 0 else {"published": f"{YEARS[number % 10]}-03-{number % 28 + 1:02}"}
        archive.article(
            f"day-{number:02}",
            text,
            authors=[f"Author {chr(65 + number % 24)}"],
            source=SOURCES[number % 3],
            tags=["Salt"] if number % 2 else ["Tides"],
            lang="en",
            **dated,
        )
    archive.article(
        "by-ana", "Only a lighthouse.", authors=["Ana Ilić"], source=SOURCES[0], lang="en", published="2016"
    )
    return built(archive).output


def open_search(tab: Page, root: str, query: str = "", **asked: str) -> None:
    """Open the page at this question's address, and wait until filters are there."""
    tab.goto(f"{root}/search/index.html?{urlencode({'q': query} | asked)}")
    expect(tab.locator(".search-facets__parts")).to_have_attribute("aria-busy", "false")


def says(page: Page, words: str) -> None:
    expect(page.locator(".search-page__status")).to_have_text(words)


def titles(page: Page) -> list[str]:
    return page.locator(".search-result__title").all_inner_texts()


def facet(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def counts(page: Page, name: str) -> dict[str, str]:
    rows = facet(page, name).locator(".facet__choice").all()
    return {row.locator("bdi").inner_text(): row.locator(".facet__count").inner_text() for row in rows}


def at(page: Page, root: str, asked: str) -> None:
    expect(page).to_have_url(f"{root}/search/index.html{asked}")


# ---- filters


def test_filters_are_counted_and_combined_in_the_address(page: Page, root: str) -> None:
    open_search(page, root, "harbour")
    assert counts(page, "Source") == {"The Harbour Review": "13", "The Quay": "12", "Tidewater & Sons": "12"}
    facet(page, "Source").get_by_label("Tidewater & Sons").check()
    says(page, "12 articles for “harbour”")
    at(page, root, "?q=harbour&source=Tidewater+%26+Sons")
    facet(page, "Topic").get_by_label("Salt").check()
    says(page, "6 articles for “harbour”")
    facet(page, "Source").get_by_label("The Quay").check()
    says(page, "12 articles for “harbour”")
    at(page, root, "?q=harbour&source=Tidewater+%26+Sons&source=The+Quay&topic=Salt")
    expect(facet(page, "Topic").get_by_label("Tides")).to_have_accessible_name("Tides 12")
    page.reload()
    says(page, "12 articles for “harbour”")
    expect(facet(page, "Source").get_by_label("The Quay")).to_be_checked()
    page.go_back()
    says(page, "6 articles for “harbour”")
    expect(facet(page, "Source").get_by_label("The Quay")).not_to_be_checked()


def test_chosen_filters_are_removed_one_by_one_or_all_at_once(page: Page, root: str) -> None:
    open_search(page, root, "tide", source="The Quay", author="Author C", years="2012-2014")
    chosen = page.get_by_role("group", name="Chosen filters")
    expect(chosen.get_by_role("button")).to_have_text(["The Quay", "Author C", "2012–2014", "Clear all"])
    chosen.get_by_role("button", name="Remove the filter: author Author C").click()
    at(page, root, "?q=tide&source=The+Quay&years=2012-2014")
    expect(chosen.get_by_role("button", name="Remove the filter: years 2012–2014")).to_be_focused()
    chosen.get_by_role("button", name="Clear all").click()
    at(page, root, "?q=tide")
    says(page, "36 articles for “tide”")
    expect(chosen).to_be_hidden()


def test_a_filter_can_be_cleared_where_it_was_chosen(page: Page, root: str) -> None:
    open_search(page, root, "tide", source="The Quay", topic="Salt")
    facet(page, "Source").get_by_role("button", name="Clear sources").click()
    at(page, root, "?q=tide&topic=Salt")
    expect(facet(page, "Source").get_by_role("button", name="Clear sources")).to_be_hidden()


def test_a_long_list_shows_eight_and_then_all_by_name(page: Page, root: str) -> None:
    open_search(page, root, "harbour")
    authors = facet(page, "Author")
    expect(authors.get_by_role("checkbox")).to_have_count(8)
    authors.get_by_role("button", name="All 25 authors").click()
    expect(authors.get_by_role("checkbox")).to_have_count(25)
    authors.get_by_label("Find among the authors").fill("ilic")
    expect(authors.get_by_role("checkbox")).to_have_count(1)
    authors.get_by_label("Ana Ilić").check()
    says(page, "1 article for “harbour”")
    assert titles(page) == ["By Ana"]


def test_filters_by_keyboard_keep_the_focus(page: Page, root: str) -> None:
    open_search(page, root, "harbour")
    box = facet(page, "Topic").get_by_label("Salt")
    box.focus()
    page.keyboard.press("Space")
    says(page, "18 articles for “harbour”")
    expect(page.locator(".search-facets__parts")).to_have_attribute("aria-busy", "false")
    expect(facet(page, "Topic").get_by_label("Salt")).to_be_focused()
    page.keyboard.press("Space")
    says(page, "37 articles for “harbour”")


def test_filters_without_words_list_the_newest_first(page: Page, root: str) -> None:
    for query, asked in (("", {"topic": "Salt"}), ('topic:"salt"', {})):
        open_search(page, root, query, **asked)
        assert titles(page)[0] == "Day 19"
        sort = page.get_by_role("group", name="Sort by")
        expect(sort.get_by_label("newest")).to_be_checked()
        expect(sort.get_by_label("relevance")).to_be_hidden()


# ---- years


def test_years_are_chosen_by_fields(page: Page, root: str) -> None:
    open_search(page, root, "tide")
    years = facet(page, "Year")
    assert years.get_by_label("From").locator("option").all_inner_texts()[:2] == ["any", "2009 (3)"]
    expect(years).to_contain_text("3 articles without a date")
    years.get_by_label("From").select_option("2014")
    at(page, root, "?q=tide&years=2014-")
    years.get_by_label("To").select_option("2016")
    at(page, root, "?q=tide&years=2014-2016")
    says(page, "16 articles for “tide”")
    expect(years).to_contain_text("3 articles without a date, left out")
    years.get_by_role("button", name="Clear years").click()
    at(page, root, "?q=tide")


def test_years_are_brushed_and_clicked(page: Page, root: str) -> None:
    open_search(page, root, "tide")
    bars = page.locator(".year-chart__bars")
    bars.scroll_into_view_if_needed()
    # 2009 to 2017 in nine bars.
    place = bars.bounding_box()
    assert place is not None
    middle, width = place["y"] + place["height"] / 2, place["width"] / 9
    page.mouse.move(place["x"] + 3.5 * width, middle)
    page.mouse.down()
    page.mouse.move(place["x"] + 5.5 * width, middle, steps=4)
    expect(page.locator(".year-chart__told")).to_contain_text("2012–2014")
    page.mouse.up()
    at(page, root, "?q=tide&years=2012-2014")
    expect(page.locator(".year-chart__bin--out")).to_have_count(6)
    page.mouse.click(place["x"] + 2.5 * width, middle)
    at(page, root, "?q=tide&years=2011")


# ---- orders and pages


def test_orders_stand_in_the_address(page: Page, root: str) -> None:
    open_search(page, root, "tide")
    sort = page.get_by_role("group", name="Sort by")
    expect(sort.get_by_label("relevance")).to_be_checked()
    sort.get_by_label("oldest").check()
    at(page, root, "?q=tide&sort=oldest")
    expect(page.locator(".search-result__title").first).to_have_text("Day 30")
    page.keyboard.press("ArrowLeft")
    at(page, root, "?q=tide&sort=newest")
    expect(page.locator(".search-result__title").first).to_have_text("Day 19")
    page.keyboard.press("ArrowLeft")
    at(page, root, "?q=tide")


def test_pages_are_links_that_lead_on_and_back(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    open_search(page, root, "tide", sort="oldest")
    first = titles(page)
    pager = page.get_by_role("navigation", name="Pages of results")
    assert pager.get_by_role("link", name="Next").get_attribute("href").endswith("?q=tide&sort=oldest&page=2")  # type: ignore[union-attr]
    pager.get_by_role("link", name="Next").click()
    says(page, "36 articles for “tide”, page 2 of 4")
    at(page, root, "?q=tide&sort=oldest&page=2")
    expect(page).to_have_title("tide, page 2 · Search · Searched")
    expect(page.get_by_role("region", name="Results")).to_be_focused()
    expect(page.locator(".search-page__status")).to_be_in_viewport()
    assert not set(first) & set(titles(page))
    expect(page.locator(".search-results ol")).to_have_attribute("start", "11")
    pager.get_by_role("link", name="Last").click()
    says(page, "36 articles for “tide”, page 4 of 4")
    assert len(titles(page)) == 6
    page.go_back()
    says(page, "36 articles for “tide”, page 2 of 4")
    with page.context.expect_page() as opened:
        pager.get_by_role("link", name="Previous").click(modifiers=["ControlOrMeta"])
    says(opened.value, "36 articles for “tide”")


def test_a_page_beyond_the_last_is_the_last(page: Page, served: str) -> None:
    open_search(page, served, "tide", page="99")
    says(page, "36 articles for “tide”, page 4 of 4")


def test_another_filter_begins_at_the_first_page(page: Page, served: str) -> None:
    open_search(page, served, "tide", page="2")
    facet(page, "Source").get_by_label("The Quay").check()
    at(page, served, "?q=tide&source=The+Quay")


def test_back_from_an_article_is_where_the_reader_was(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    open_search(page, root, "tide")
    link = page.locator(".search-result__link").nth(7)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    link.click()
    expect(page.locator(".article-text")).to_be_visible()
    page.go_back()
    expect(page.locator(".search-result__link")).to_have_count(10)
    page.wait_for_function("wanted => Math.abs(scrollY - wanted) < 5", arg=before)


# ---- words


def test_what_was_asked_differently_is_said(page: Page, served: str) -> None:
    open_search(page, served, "harbuor tides")
    expect(page.locator(".search-page__notes")).to_have_text(
        "No article has “harbuor”; searched for “harbour” instead."
    )
    open_search(page, served, "lighthouse lantern")
    expect(page.locator(".search-page__notes")).to_have_text(
        "No article has all of these words; these have some of them."
    )
    open_search(page, served, "tide", source="Nowhere")
    says(page, "Nothing found for “tide” with these filters.")
    expect(page.locator(".search-page__notes")).to_have_text("Remove a filter to find more.")


def test_an_unfinished_word_finds_while_it_is_typed(page: Page, root: str) -> None:
    page.goto(f"{root}/search/index.html")
    box = page.get_by_role("combobox", name="Search this archive")
    box.press_sequentially("lightho")
    says(page, "1 article for “lightho”")
    at(page, root, "?q=lightho")
    box.press("Enter")
    says(page, "Nothing found for “lightho”.")


def test_the_help_makes_way_for_results(page: Page, served: str) -> None:
    page.goto(f"{served}/search/index.html")
    expect(page.get_by_text("exactly these words")).to_be_visible()
    page.get_by_role("combobox", name="Search this archive").press_sequentially("tide")
    says(page, "36 articles for “tide”")
    expect(page.get_by_text("exactly these words")).to_be_hidden()


def test_whoever_leaves_the_box_is_done_typing(page: Page, served: str) -> None:
    page.goto(f"{served}/search/index.html")
    page.get_by_role("combobox", name="Search this archive").press_sequentially("lightho")
    says(page, "1 article for “lightho”")
    page.locator("h1").click()
    says(page, "Nothing found for “lightho”.")


def test_a_result_found_while_typing_opens_at_a_click(page: Page, served: str) -> None:
    page.goto(f"{served}/search/index.html")
    page.get_by_role("combobox", name="Search this archive").press_sequentially("lightho")
    page.get_by_role("link", name="By Ana").click()
    expect(page.locator(".article-text")).to_contain_text("Only a lighthouse.")


def slow(route: Route) -> None:
    threading.Event().wait(0.8)
    route.continue_()


def test_a_late_answer_never_replaces_a_newer_one(page: Page, served: str) -> None:
    open_search(page, served, "tide")
    page.route("**/words/*.js", slow)
    box = page.get_by_role("combobox", name="Search this archive")
    box.fill('"lantern burns"')
    box.press("Enter")
    says(page, "Searching …")
    box.fill("lighthouse")
    box.press("Enter")
    says(page, "1 article for “lighthouse”")
    page.wait_for_timeout(1500)
    says(page, "1 article for “lighthouse”")
    assert titles(page) == ["By Ana"]
    at(page, served, "?q=lighthouse")


def test_results_do_not_wait_for_the_counts(page: Page, served: str) -> None:
    held: list[Route] = []
    page.route("**/columns/author.js", lambda route: held.append(route))
    page.goto(f"{served}/search/index.html?q=tide")
    says(page, "36 articles for “tide”")
    assert len(titles(page)) == 10
    expect(page.locator(".search-facets__parts")).to_have_attribute("aria-busy", "true")
    for route in held:
        route.continue_()
    expect(facet(page, "Author").get_by_role("checkbox")).to_have_count(8)


# ---- citations


@pytest.mark.parametrize("name", ["BibLaTeX", "RIS", "CSL-JSON"])
def test_what_was_found_can_be_cited(page: Page, root: str, name: str) -> None:
    open_search(page, root, "tide", source="The Quay", sort="oldest")
    page.locator(".search-cite__name").click()
    with page.expect_download() as begun:
        page.get_by_role("button", name=f"Download the citations as {name}").click()
    text = Path(begun.value.path()).read_text(encoding="utf-8")
    cited = ids_in(text, name)
    assert len(cited) == 12
    # Dates stand in order, and what has none stands last, as in the list.
    shown = [title.lower().replace(" ", "-") for title in titles(page)]
    assert cited[:10] == shown


def ids_in(text: str, name: str) -> list[str]:
    if name == "CSL-JSON":
        return [item["id"] for item in json.loads(text)]
    if name == "RIS":
        return [record["id"] for record in rispy.loads(text)]
    return [entry.key for entry in parse_string(text).entries]


# ---- missing files


@pytest.mark.parametrize(
    ("file", "body"), [("documents/0.js", None), ("documents/0.js", 'archiveSearch("documents/0","!!!");')]
)
def test_a_part_that_is_missing_or_damaged_is_named(browser: Browser, served: str, file: str, body: str | None) -> None:
    tab = browser.new_context().new_page()
    broken = {"is": True}

    def answer(route: Route) -> None:
        if not broken["is"]:
            route.continue_()
        elif body is None:
            route.fulfill(status=404)
        else:
            route.fulfill(body=body, content_type="text/javascript")

    tab.route(f"**/search/*/{file}", answer)
    open_search(tab, served, "tide")
    expect(tab.locator(".search-page__notes")).to_contain_text(
        f"{file} {'could not be loaded' if body is None else 'is damaged'}. Press Search to try again"
    )
    says(tab, "36 articles for “tide”")
    assert counts(tab, "Source")["The Quay"] == "12"
    broken["is"] = False
    tab.get_by_role("combobox", name="Search this archive").press("Enter")
    expect(tab.locator(".search-result")).to_have_count(10)
    expect(tab.locator(".search-page__notes")).to_be_empty()
    tab.context.close()


def test_a_search_that_fails_leaves_the_next_one_alone(browser: Browser, served: str) -> None:
    tab = browser.new_context().new_page()
    open_search(tab, served, "tide")
    tab.route("**/search/*/words/*.js", lambda route: route.fulfill(status=404))
    tab.goto(f'{served}/search/index.html?q="lantern burns"')
    says(tab, "A part of the search index could not be loaded.")
    expect(tab.locator(".search-page__notes")).to_contain_text("words/starts.js could not be loaded.")
    tab.get_by_role("combobox", name="Search this archive").fill("lighthouse")
    tab.keyboard.press("Enter")
    says(tab, "1 article for “lighthouse”")
    assert titles(tab) == ["By Ana"]
    tab.context.close()


def test_without_filters_there_are_still_results(browser: Browser, served: str) -> None:
    tab = browser.new_context().new_page()
    tab.route("**/search/*/columns/topic.js", lambda route: route.fulfill(status=404))
    open_search(tab, served, "tide")
    assert len(titles(tab)) == 10
    expect(tab.locator(".search-facets__problem")).to_contain_text("columns/topic.js could not be loaded.")
    tab.context.close()


# ---- for everybody

STATES = {
    "results": "?q=tide",
    "filters": "?q=tide&source=The+Quay&author=Author+C&years=2012-2014",
    "nothing": "?q=zzzzzz",
    "nothing with filters": "?q=tide&source=Nowhere&years=2030",
    "a later page": "?q=tide&page=2&sort=newest",
}


def open_all(page: Page) -> None:
    """The help, the filters, all names, the citations."""
    page.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true; }")
    for more in page.locator(".facet__more:visible").all():
        more.click()


def show(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".search-page__status")).to_contain_text("for “")
    if page.locator(".search-facets:not([hidden])").count():
        expect(page.locator(".search-facets__parts")).to_have_attribute("aria-busy", "false")


@pytest.mark.parametrize("colours", COLOURS)
def test_axe_finds_nothing(page: Page, served: str, colours: Colours) -> None:
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    for name, asked in STATES.items():
        show(page, f"{served}/search/index.html{asked}")
        open_all(page)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(RUN_AXE, AXE_OPTIONS)
        assert not found, f"{name}: {json.dumps(found, indent=1)}"


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (640, "200%"), (900, "100%")])
def test_nothing_scrolls_sideways(page: Page, served: str, width: int, size: str) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    for name, asked in STATES.items():
        show(page, f"{served}/search/index.html{asked}")
        page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", size)
        open_all(page)
        assert not page.evaluate(SCROLLS_SIDEWAYS), f"{name}: too wide: {page.evaluate(TOO_WIDE)}"


def test_on_a_phone_the_filters_are_folded_away(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_search(page, root, "tide")
    expect(facet(page, "Source")).to_be_hidden()
    page.get_by_text("Filter", exact=True).click()
    facet(page, "Source").get_by_label("The Quay").check()
    says(page, "12 articles for “tide”")
    expect(facet(page, "Source")).to_be_visible()


def test_the_keyboard_can_pass_over_the_filters(page: Page, root: str) -> None:
    open_search(page, root, "tide")
    page.locator(".search-help > summary").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip the filters")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('#results') !== null")
    says(page, "36 articles for “tide”")
