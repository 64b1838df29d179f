"""Lists of articles, authors and sources can be sorted, from a server and from disk, and the address tells how."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_kinds import Kind, page_of_kind
from tests.site.building import Archive, built

LISTS: tuple[Kind, ...] = ("all articles", "source", "author", "topic", "year", "undated")
TITLES = ".article-list__title:visible"


def titles(page: Page) -> list[str]:
    return page.locator(TITLES).all_inner_texts()


@pytest.mark.parametrize("kind", LISTS)
def test_sorting_by_title_and_back(page: Page, site_root: str, sample_site: Path, kind: Kind) -> None:
    address = f"{site_root}/{page_of_kind(sample_site, kind)}"
    page.goto(address)
    before = titles(page)
    page.get_by_role("button", name="author", exact=True).click()
    page.get_by_role("button", name="title", exact=True).click()
    assert sorted(before, key=lambda title: title.strip("“‘").casefold()) == titles(page)
    first = page.locator(".sort-control button").first
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    assert titles(page) == before
    assert page.url == address


def test_the_address_keeps_the_order_and_years_make_way(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}/articles/index.html")
    by_author = page.get_by_role("group", name="Sort by").get_by_role("button", name="author")
    by_author.click()
    assert page.url == f"{site_root}/articles/index.html?sort=author"
    order = titles(page)
    page.reload()
    assert titles(page) == order
    expect(by_author).to_have_attribute("aria-pressed", "true")
    assert page.locator("main h2:visible").all_inner_texts() == ["By author"]


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The first page of a list of four dated articles and two undated ones, two on a page; opened from disk."""
    archive = Archive(tmp_path_factory.mktemp("paged"))
    for slug, year in (("zinc", "2018"), ("amber", "2017"), ("salt", "2016"), ("copper", "2015")):
        archive.article(slug, published=year)
    archive.article("tin")
    archive.article("lead")
    return (built(archive, ARTICLES_PER_PAGE=2).output / "articles/index.html").as_uri()


def test_each_page_of_a_list_is_sorted_for_itself_and_says_so(page: Page, paged: str) -> None:
    page.goto(paged)
    assert titles(page) == ["Zinc", "Amber"]
    page.get_by_role("group", name="Sort this page by").get_by_role("button", name="title").click()
    assert titles(page) == ["Amber", "Zinc"]
    assert page.locator("main h2:visible").all_inner_texts() == ["This page by title"]


def test_the_next_page_is_sorted_in_the_same_way(page: Page, paged: str) -> None:
    page.goto(paged)
    by_title = page.get_by_role("button", name="title")
    by_title.click()
    page.get_by_role("link", name="Next", exact=True).first.click()
    assert page.url.endswith("/page-2/index.html?sort=title")
    assert titles(page) == ["Copper", "Salt"]
    page.get_by_role("link", name="Last", exact=True).first.click()
    expect(by_title).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Previous", exact=True).first.click()
    assert titles(page) == ["Copper", "Salt"]
    page.get_by_role("button", name="date").click()
    page.get_by_role("link", name="First", exact=True).first.click()
    assert page.url == paged
    assert titles(page) == ["Zinc", "Amber"]


@pytest.fixture(scope="module")
def directories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """By name, number of articles and latest article, authors and sources stand in different orders."""
    archive = Archive(tmp_path_factory.mktemp("directories"))
    archive.source("empty", title="Empty")
    told: dict[str, list[str | None]] = {"Amber": ["2016"], "Salt": ["2015", None], "Zinc": ["2016-03", "2001", "2002"]}
    for source, dates in told.items():
        for number, published in enumerate(dates):
            archive.article(
                f"{source.lower()}-{number}", published=published, source=source, authors=[f"{source} Farr"]
            )
    return built(archive).output


@pytest.mark.parametrize(
    ("address", "items", "order", "sorted_names"),
    [
        ("sources/index.html", ".source-list__name", "number of articles", ["Zinc", "Salt", "Amber", "Empty"]),
        ("sources/index.html", ".source-list__name", "latest article", ["Zinc", "Amber", "Salt", "Empty"]),
        ("authors/index.html", ".directory__item a", "number of articles", ["Zinc Farr", "Salt Farr", "Amber Farr"]),
    ],
)
def test_authors_and_sources_are_sorted_too(
    page: Page, directories: Path, address: str, items: str, order: str, sorted_names: list[str]
) -> None:
    page.goto((directories / address).as_uri())
    by_name = page.locator(items).all_inner_texts()
    assert by_name == sorted(sorted_names)
    page.get_by_role("group", name="Sort by").get_by_role("button", name=order).click()
    assert page.locator(items).all_inner_texts() == sorted_names
    page.reload()
    assert page.locator(items).all_inner_texts() == sorted_names
    page.get_by_role("button", name="name", exact=True).click()
    assert page.locator(items).all_inner_texts() == by_name
    assert page.url == (directories / address).as_uri()


@pytest.mark.parametrize("folder", ["sources", "authors"])
def test_without_script_they_stand_by_name_and_show_no_buttons(
    browser: Browser, directories: Path, folder: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{(directories / folder / 'index.html').as_uri()}?sort=articles")
    names = [name.split()[0] for name in tab.locator(f"main a[href*='{folder}/']").all_inner_texts()]
    assert names == sorted(names)
    assert tab.locator("main button").count() == 0
    context.close()
