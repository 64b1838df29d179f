"""Long lists go on on further pages, each article on one of them; what belongs to a list belongs to all of it."""

from __future__ import annotations

import json
import posixpath

import pytest
from bs4 import Tag

from tests.site.building import SITEURL, Archive, Site, built
from tests.site.test_links import inner_links

LISTS = ("articles", "sources/the-gull", "authors/ana-ilic", "topics/salt", "years/2016", "undated")


@pytest.fixture(scope="module")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Seven articles of 2016 and seven undated ones; three on a page."""
    return built(two_sevens(Archive(tmp_path_factory.mktemp("paged"))), ARTICLES_PER_PAGE=3)


def two_sevens(archive: Archive) -> Archive:
    archive.source("the-gull", "About the gull.", title="The Gull", rights="full")
    for number in range(1, 8):
        for slug, published in ((f"dated-{number}", f"2016-03-0{number}"), (f"undated-{number}", None)):
            archive.article(slug, published=published, source="The Gull", authors=["Ana Ilić"], tags=["Salt"])
    return archive


def slugs(site: Site, address: str) -> list[str]:
    return [str(link["href"]).split("/")[-2] for link in site.page(address).select(".article-list__title a")]


def pages_of(site: Site, folder: str) -> list[str]:
    """A list's pages, as a reader reaches them: from each to the next."""
    pages = [f"{folder}/index.html"]
    while following := site.page(pages[-1]).select_one(".pager a[rel=next]"):
        pages.append(leads_to(pages[-1], str(following["href"])))
    return pages


def leads_to(page: str, link: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), link))


@pytest.mark.parametrize("folder", LISTS)
def test_each_article_is_on_one_page_of_a_list(paged: Site, folder: str) -> None:
    pages = pages_of(paged, folder)
    found = [slug for page in pages for slug in slugs(paged, page)]
    dated = [f"dated-{number}" for number in range(7, 0, -1)]
    undated = [f"undated-{number}" for number in range(1, 8)]
    wanted = {"years/2016": dated, "undated": undated}.get(folder, dated + undated)
    assert found == wanted
    assert pages[1:] == [f"{folder}/page-{number}/index.html" for number in range(2, len(pages) + 1)]
    assert all(len(slugs(paged, page)) == 3 for page in pages[:-1])


def test_a_page_says_where_it_is_and_leads_on(paged: Site) -> None:
    page = paged.page("undated/page-2/index.html")
    (_, pager) = page.select("nav.pager")
    assert "Page 2 of 3" in pager.get_text()
    ways = [(link.get_text(), leads_to("undated/page-2/index.html", str(link["href"]))) for link in pager.select("a")]
    first, last = "undated/index.html", "undated/page-3/index.html"
    assert ways == [("First", first), ("Previous", first), ("Next", last), ("Last", last)]
    assert page.title is not None
    assert page.title.get_text().startswith("Undated · page 2 · ")


def test_the_head_leads_to_the_pages_before_and_after(paged: Site) -> None:
    told = {
        address: {str(link["rel"][0]): leads_to(address, str(link["href"])) for link in head_links(paged, address)}
        for address in pages_of(paged, "undated")
    }
    first, second, third = pages_of(paged, "undated")
    assert told == {first: {"next": second}, second: {"prev": first, "next": third}, third: {"prev": second}}


def head_links(site: Site, address: str) -> list[Tag]:
    return site.page(address).select("head link[rel=prev], head link[rel=next]")


def test_all_pages_of_a_list_can_be_sorted_in_the_same_ways(paged: Site) -> None:
    orders = {
        folder: {str(paged.page(page).select(".sortable-list")[0]["data-orders"]) for page in pages_of(paged, folder)}
        for folder in ("articles", "undated")
    }
    assert orders == {"articles": {"date title author"}, "undated": {"title author"}}


def test_the_citations_are_those_of_the_whole_list(paged: Site) -> None:
    assert len(json.loads((paged.output / "undated/citations.json").read_text(encoding="utf-8"))) == 7
    assert "../../undated/citations.json" in paged.links("undated/page-2/index.html")
    assert not list(paged.output.glob("*/page-*/citations.*"))


def test_what_a_curator_says_of_a_source_is_said_once(paged: Site) -> None:
    assert "About the gull." in paged.main("sources/the-gull/index.html")
    assert "About the gull." not in paged.main("sources/the-gull/page-2/index.html")


def test_every_link_of_a_paged_archive_leads_to_a_file(paged: Site) -> None:
    linked = {link for address in paged.pages() for link in inner_links(paged, address)}
    assert not [link for link in linked if not paged.has(link)]


def test_a_short_list_has_one_page(site: Site) -> None:
    assert not [page for page in site.pages() if "/page-" in page]
    # The search page has an empty one, which its script fills.
    lists = [page for page in site.pages() if page != "search/index.html"]
    assert not [page for page in lists if site.page(page).select(".pager") or head_links(site, page)]


def test_each_page_of_a_published_list_is_its_own(archive: Archive) -> None:
    published = built(two_sevens(archive), siteurl=SITEURL, ARTICLES_PER_PAGE=3)
    (canonical,) = published.page("articles/page-2/index.html").select("link[rel=canonical]")
    assert canonical["href"] == f"{SITEURL}/articles/page-2/index.html"
    assert [link["href"] for link in head_links(published, "articles/page-2/index.html")] == [
        f"{SITEURL}/articles/index.html",
        f"{SITEURL}/articles/page-3/index.html",
    ]


def test_an_article_called_page_2_keeps_its_address(archive: Archive) -> None:
    archive.article("page-2", "Its own words.", published="2016")
    archive.article("one", published="2015")
    site = built(archive, ARTICLES_PER_PAGE=1)
    assert "Its own words." in site.main("articles/page-2/index.html")
    assert slugs(site, "articles/page--2/index.html") == ["one"]


def test_an_archive_says_how_many_articles_a_page_has(archive: Archive) -> None:
    archive.curate("archive.yaml", {"articles_per_page": 3})
    site = built(two_sevens(archive))
    assert [len(slugs(site, page)) for page in pages_of(site, "articles")] == [3, 3, 3, 3, 2]


@pytest.mark.parametrize("size", [0, -1, 2.5, True, "many"])
def test_a_page_size_that_is_none_is_told(archive: Archive, size: object) -> None:
    archive.curate("archive.yaml", {"title": "A", "articles_per_page": size})
    told = archive.build()
    assert told.status == 1
    assert "curation/archive.yaml: line 1: articles_per_page: should be a whole number from 1 up, not " in told.said
    assert "Traceback" not in told.said


@pytest.mark.parametrize("size", [0, -1, 2.5, True, "many", None])
def test_so_is_one_that_pelican_was_given(archive: Archive, size: object) -> None:
    told = archive.build(ARTICLES_PER_PAGE=size)
    assert told.status == 1
    assert f"ARTICLES_PER_PAGE: should be a whole number from 1 up, not {size!r}; set articles_per_page" in told.said
    assert "Traceback" not in told.said
