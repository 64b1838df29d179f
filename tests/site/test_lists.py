"""Each article is found where a reader looks for it, and in the same order on each machine."""

from __future__ import annotations

from tests.site.building import Archive, Site, built


def test_all_articles_newest_first_and_the_undated_last(site: Site) -> None:
    links = [link for link in site.links("articles/index.html") if "/articles/" in link and "citations" not in link]
    slugs = [link.split("/")[-2] for link in links]
    assert slugs == ["by-day", "by-month", "by-year", "paid", "secret", "undated"]


def test_undated_articles_have_a_list_of_their_own_and_are_in_no_year(site: Site) -> None:
    assert "../articles/undated/index.html" in site.links("undated/index.html")
    years = [page for page in site.pages() if page.startswith("years/")]
    assert years == [f"years/{year}/index.html" for year in (2012, 2013, 2014, 2015, 2016)] + ["years/index.html"]
    assert not [year for year in years if any("articles/undated" in link for link in site.links(year))]


def test_articles_with_one_title_have_their_own_addresses(site: Site) -> None:
    for slug in ("by-day", "by-month"):
        assert "Bridges & <piers>" in site.main(f"articles/{slug}/index.html")


def test_a_source_lists_its_articles_and_what_the_curator_says_of_it(site: Site) -> None:
    page = site.main("sources/harbour-review/index.html")
    assert "A quarterly ." in page
    links = [link for link in site.links("sources/harbour-review/index.html") if "/articles/" in link]
    assert [link.split("/")[-2] for link in links] == ["by-day", "by-month", "by-year", "undated"]


def test_neighbours_are_the_dated_articles_of_the_same_source(site: Site) -> None:
    main = site.page("articles/by-month/index.html").main
    assert main is not None
    rels = {str(link["rel"][0]): str(link["href"]) for link in main.select("a[rel=next], a[rel=prev]")}
    assert rels == {"next": "../../articles/by-day/index.html", "prev": "../../articles/by-year/index.html"}
    undated = site.page("articles/undated/index.html")
    assert not undated.select("a[rel=next], a[rel=prev]")


def test_variants_of_a_name_are_one_author(site: Site) -> None:
    links = [link for link in site.links("authors/ana-ilic/index.html") if "/articles/" in link]
    assert [link.split("/")[-2] for link in links] == ["by-day", "by-month", "by-year", "undated"]
    assert site.report["authors"] == 3
    assert "A. Ilic" not in site.main("articles/by-month/index.html")


def test_an_unknown_author_is_said_to_be_unknown(site: Site) -> None:
    assert "Author unknown" in site.main("articles/paid/index.html")


def test_a_source_that_nobody_described_has_a_page_of_its_name_alone(archive: Archive) -> None:
    archive.article("one", source="Río Abajo: Diario")
    archive.article("two", source="Rio Abajo Diario")
    site = built(archive)
    sources = [page for page in site.pages() if page.startswith("sources/") and page != "sources/index.html"]
    assert len(sources) == 2
    assert all("1 article in this archive." in site.main(source) for source in sources)


def test_names_in_other_scripts_have_ascii_addresses(archive: Archive) -> None:
    archive.article("one", authors=["Анна Петрова", "李白", "¿?", "Con"])
    site = built(archive)
    authors = {page.split("/")[1] for page in site.pages() if page.startswith("authors/")} - {"index.html"}
    assert len(authors) == 4
    assert {"anna-petrova", "li-bai"} <= authors
    assert "con" not in authors
    assert all(author.isascii() for author in authors)


def test_two_builds_of_one_archive_are_the_same(site: Site, full: Archive) -> None:
    first = {page: (site.output / page).read_bytes() for page in site.pages()}
    again = built(full)
    assert {page: (again.output / page).read_bytes() for page in again.pages()} == first
