"""The search as a reader meets it, in Chromium, from a server and from disk, over a small archive of its own.

The tab itself (`page`) fails a test on any error in its console or violation of the CSP.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.building import Archive, built

TEXTS = {
    "the-keeper-of-the-key": "Today the company’s keeper plays with the **k**ey.[^1] Türkiye’s keys are others.\n\n"
    "> A key in a quote.\n\n- one\n- two keys\n\n[^1]: A note on nothing.",
    "al-baghdadi-speaks": "A speech by al-Baghdadi on `<b>harbours</b>` & <script>alert(1)</script> tolls. 🙂",
    "undated-harbour": "Harbour after harbour.",
} | {f"tide-number-{number}": f"The tide of day {number}, in a harbour." for number in range(30)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = Archive(tmp_path_factory.mktemp("searched archive"))
    archive.curate("archive.yaml", {"title": "Searched", "description": "For the search.", "language": "en"})
    archive.source("the-harbour-review", title="The Harbour Review")
    for slug, text in TEXTS.items():
        dated = {} if slug.startswith("undated") else {"published": "2016-03"}
        archive.article(slug, text, authors=["Ana Ilić"], source="The Harbour Review", lang="en", **dated)
    archive.article("without-a-title", "Of nameless quays.", title=None)
    return built(archive).output


def search(page: Page, root: str, query: str) -> list[str]:
    """The titles that the search page shows at this query's address."""
    page.goto(f"{root}/search/index.html?{urlencode({'q': query})}")
    expect(page.get_by_role("status")).to_contain_text("for “")
    return page.locator(".search-result__title").all_inner_texts()


def test_an_article_without_a_title_is_called_untitled(page: Page, root: str) -> None:
    assert search(page, root, "nameless") == ["Untitled (without-a-title)"]
    expect(page.locator(".search-result__link .untitled[lang=en]")).to_have_count(1)
    assert search(page, root, "harbour untitled")[-1] != "Untitled (without-a-title)"


QUERIES = ("today", "key", "play", "company's", "turkiye", "key*", "+keeper -tide", "title:keeper")
WRONG = {
    "autor:salt": "“autor:” is not a field",
    "the of": "too common to search for",
    "+ -": "There is no word in this search",
    "title:": "right after the colon",
    "zzzzz": "Try fewer or other words",
    "tide~9": "~2 is the most",
}
PAGES = ("index.html", "search/index.html", "articles/undated-harbour/index.html", "404.html")


def test_an_address_opens_with_its_results(page: Page, root: str) -> None:
    for query in QUERIES:
        assert search(page, root, query) == ["The Keeper Of The Key"], query
        expect(page.get_by_role("status")).to_have_text(f"1 article for “{query}”")
        expect(page.get_by_role("combobox", name="Search this archive")).to_have_value(query)


def test_a_result_tells_what_is_known_and_shows_the_hits(page: Page, root: str) -> None:
    search(page, root, "key harbour~1")
    first = page.locator(".search-result").first
    assert first.locator(".search-result__meta").inner_text() == "Ana Ilić · March 2016 · The Harbour Review"
    assert first.locator(".search-result__excerpt mark").all_inner_texts() == ["key", "keys", "key", "keys"]
    assert "keeper plays" in first.locator(".search-result__excerpt").inner_text()
    search(page, root, "undated")
    assert page.locator(".search-result__meta").inner_text() == "Ana Ilić · The Harbour Review"


def test_text_of_articles_stays_text(page: Page, root: str) -> None:
    search(page, root, "baghdadi")
    excerpt = page.locator(".search-result__excerpt").inner_text()
    assert "<b>harbours</b>" in excerpt
    assert page.locator(".search-results script, .search-results b").count() == 0


def test_long_lists_begin_with_ten(page: Page, root: str) -> None:
    assert len(search(page, root, "tide")) == 10
    expect(page.get_by_role("status")).to_have_text("30 articles for “tide”")


def test_search_from_another_page(page: Page, root: str) -> None:
    page.goto(f"{root}/articles/undated-harbour/index.html")
    box = page.get_by_role("combobox", name="Search this archive")
    box.fill("baghdadi")
    box.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 article for “baghdadi”")
    assert page.url == f"{root}/search/index.html?q=baghdadi"


def test_the_address_follows_and_back_leads_back(page: Page, root: str) -> None:
    search(page, root, "today")
    box = page.get_by_role("combobox", name="Search this archive")
    box.fill("")
    box.press_sequentially("baghdadi")
    expect(page.get_by_role("status")).to_have_text("1 article for “baghdadi”")
    expect(page).to_have_url(f"{root}/search/index.html?q=baghdadi")
    box.press("Enter")
    box.fill("tide")
    box.press("Enter")
    expect(page.get_by_role("status")).to_have_text("30 articles for “tide”")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("1 article for “baghdadi”")
    expect(box).to_have_value("baghdadi")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("1 article for “today”")
    page.go_forward()
    expect(page.get_by_role("status")).to_have_text("1 article for “baghdadi”")


def test_an_emptied_box_shows_nothing(page: Page, root: str) -> None:
    search(page, root, "today")
    page.get_by_role("combobox", name="Search this archive").fill("")
    expect(page.locator(".search-result")).to_have_count(0)
    expect(page.locator(".search-page__status")).to_have_text("")
    expect(page).to_have_url(f"{root}/search/index.html")


def test_a_wrong_query_gets_a_helpful_line(page: Page, root: str) -> None:
    for query, line in WRONG.items():
        search(page, root, query)
        expect(page.locator(".search-page__notes")).to_contain_text(line)


def test_a_slash_leads_to_the_search_box(page: Page, root: str) -> None:
    for address in PAGES:
        page.goto(f"{root}/{address}")
        page.keyboard.press("/")
        box = page.get_by_role("combobox", name="Search this archive").first
        expect(box).to_be_focused()
        expect(box).to_have_value("")
        page.keyboard.type("and/or")
        expect(box).to_have_value("and/or")


def test_opening_a_hit_marks_its_words_and_goes_to_the_first(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 500, "height": 200})
    search(page, root, "key")
    page.locator(".search-result__link").click()
    expect(page).to_have_url(f"{root}/articles/the-keeper-of-the-key/index.html#mark=key")
    text = page.locator(".article-text")
    # The address is there before the page is, and its script marks: on a busy machine there is time between the two.
    expect(text.locator("mark")).to_have_text(["k", "ey", "keys", "key", "keys"])
    expect(text.locator("mark").first).to_be_in_viewport()
    assert page.locator("mark").count() == text.locator("mark").count()


def test_marks_follow_the_address_and_change_no_word(page: Page, root: str) -> None:
    address = f"{root}/articles/the-keeper-of-the-key/index.html"
    page.goto(address)
    plain = page.locator(".article-text").inner_text()
    for hash_, marked in (("#mark=key", 5), ("#mark=turkiy,compani", 2), ("#mark=%E0%A4%A", 0), ("#fn:1", 0)):
        page.evaluate("hash => { location.hash = hash }", hash_)
        expect(page.locator("mark")).to_have_count(marked)
        assert page.locator(".article-text").inner_text() == plain


def test_the_index_is_not_loaded_before_it_is_wanted(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    for address in ("index.html", "articles/undated-harbour/index.html"):
        page.goto(f"{root}/{address}")
    assert not of_the_index(asked)
    page.goto(f"{root}/search/index.html")
    assert of_the_index(asked) == ["/search/manifest.js"]
    page.goto(f"{root}/index.html")
    with page.expect_request(f"{root}/search/manifest.js"):
        page.get_by_role("combobox", name="Search this archive").focus()


def test_the_page_answers_its_addresss_question_and_a_worker_those_after_it(page: Page, root: str) -> None:
    with page.expect_worker():
        assert search(page, root, "keeper") != []
    page.get_by_role("combobox", name="Search this archive").fill("tide")
    expect(page.get_by_role("status")).to_contain_text("for “tide”")
    first = page.locator(".search-result__title").all_inner_texts()
    page.locator(".search-pager a[rel=next]").click()
    expect(page.locator(".search-result")).to_have_count(10)
    assert not set(first) & set(page.locator(".search-result__title").all_inner_texts())


def test_without_workers_the_page_goes_on_by_itself(page: Page, root: str) -> None:
    page.add_init_script("globalThis.Worker = class { constructor() { throw new Error('none here') } }")
    assert search(page, root, "keeper") != []
    assert search(page, root, "nameless") == ["Untitled (without-a-title)"]
    page.get_by_role("combobox", name="Search this archive").fill("tide")
    expect(page.get_by_role("status")).to_contain_text("for “tide”")
    expect(page.locator(".search-result")).to_have_count(10)


def of_the_index(paths: list[str]) -> list[str]:
    return [path for path in paths if path.startswith("/search/") and path.endswith(".js")]


def test_a_missing_file_is_told_and_asked_for_again(browser: Browser, served: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    broken = {"is": True}

    def answer(route: Route) -> None:
        route.fulfill(status=404) if broken["is"] else route.continue_()

    tab.route("**/search/manifest.js", answer)
    tab.goto(f"{served}/search/index.html?q=today")
    expect(tab.get_by_role("status")).to_have_text("The search index could not be loaded.")
    expect(tab.locator(".search-page__notes")).to_contain_text("manifest.js could not be loaded")
    broken["is"] = False
    tab.get_by_role("combobox", name="Search this archive").press("Enter")
    expect(tab.get_by_role("status")).to_have_text("1 article for “today”")
    expect(tab.locator(".search-page__notes")).to_be_empty()
    context.close()


def test_without_javascript_the_page_says_what_it_needs(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{served}/search/index.html?q=today")
    expect(tab.locator(".search-page__needs")).to_contain_text("Searching needs JavaScript")
    tab.locator(".search-page__needs").get_by_role("link", name="author").click()
    assert tab.url == f"{served}/authors/index.html"
    context.close()
