"""Lists of articles can be sorted, from a server and from disk, and the address tells how."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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


def test_only_the_page_that_is_shown_is_sorted_and_the_buttons_say_so(page: Page, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    archive = Archive(tmp_path)
    for slug, year in (("amber", "2018"), ("zinc", "2019"), ("copper", "2017")):
        archive.article(slug, published=year)
    site = built(archive, ARTICLES_PER_PAGE=2)
    page.goto((site.output / "articles/index.html").as_uri())
    page.get_by_role("group", name="Sort this page by").get_by_role("button", name="title").click()
    assert titles(page) == ["Amber", "Zinc"]
    page.get_by_role("link", name="Next").click()
    assert titles(page) == ["Copper"]
