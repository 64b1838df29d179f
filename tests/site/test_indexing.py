"""What search engines and miners of text are told: nothing is free but what its source's page says is."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import indexable_pages
import pytest
from indexable_pages import write_sitemap

from tests.site.building import SITEURL, Archive, Site, built

ROOT = "https://archive.example"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A source that may be indexed and mined, one that may not, and one that shows excerpts."""
    archive = Archive(tmp_path_factory.mktemp("mixed"))
    (archive.folder / "content").mkdir()
    archive.source("free", title="Free", rights="full", indexable=True, tdm="allowed")
    archive.source("kept", title="Kept", rights="full", indexable=False, tdm="reserved")
    archive.source("paid", title="Paid", rights="excerpt")
    archive.article("a-free", source="Free", published="2020", authors=["Ana Ilić"], tags=["Salt"])
    archive.article("a-kept", source="Kept", published="2021", authors=["Ana Ilić", "Tor Østby"])
    archive.article("a-paid", source="Paid", published="2019", summary="A dek.")
    archive.article("gone", source="Free", published="2018")
    archive.curate("corrections/gone.yaml", {"withdrawn": {"reason": "Asked for."}})
    return archive


@pytest.fixture(scope="module")
def open_site(mixed: Archive) -> Site:
    return built(mixed, siteurl=ROOT)


def robots(site: Site, address: str) -> str:
    (line,) = site.page(address).select("meta[name=robots]")
    return str(line["content"])


def locations(file: Path) -> list[str]:
    return [str(loc.text) for loc in ET.parse(file).getroot().iter(LOC)]


def test_articles_of_indexable_sources_and_lists_of_nothing_else_may_be_indexed(open_site: Site) -> None:
    free = {page for page in open_site.pages() if robots(open_site, page) == "index, follow"}
    assert free == {
        "articles/a-free/index.html",
        "sources/free/index.html",
        "topics/salt/index.html",
        "years/2020/index.html",
        # Names and numbers: nobody's text.
        "sources/index.html", "authors/index.html", "topics/index.html", "years/index.html",
    }  # fmt: skip
    assert {robots(open_site, page) for page in set(open_site.pages()) - free} == {"noindex, noarchive"}


def test_the_sitemap_names_what_may_be_indexed_and_robots_txt_the_sitemap(open_site: Site) -> None:
    listed = locations(open_site.output / "sitemap.xml")
    free = [page for page in open_site.pages() if robots(open_site, page) == "index, follow"]
    assert sorted(listed) == [f"{ROOT}/{page}" for page in free]
    assert f"Sitemap: {ROOT}/sitemap.xml" in (open_site.output / "robots.txt").read_text(encoding="utf-8")


def test_home_may_be_indexed_when_all_that_it_shows_may(archive: Archive) -> None:
    archive.source("free", title="Free", rights="full", indexable=True)
    archive.article("one", source="Free", published="2020")
    site = built(archive, siteurl=ROOT)
    assert robots(site, "index.html") == robots(site, "articles/index.html") == "index, follow"
    assert robots(site, "404.html") == "noindex, noarchive"


def test_the_search_page_may_be_indexed_when_all_that_it_can_show_may(archive: Archive) -> None:
    archive.source("free", title="Free", rights="full", indexable=True)
    archive.source("kept", title="Kept", rights="full")
    archive.article("one", source="Free", published="2020")
    search = "search/index.html"
    site = built(archive, siteurl=ROOT)
    assert robots(site, search) == "index, follow"
    assert f"{ROOT}/{search}" in locations(site.output / "sitemap.xml")
    archive.article("two", source="Kept", published="2020")
    site = built(archive, siteurl=ROOT)
    assert robots(site, search) == "noindex, noarchive"
    assert f"{ROOT}/{search}" not in locations(site.output / "sitemap.xml")


def test_nothing_is_indexable_unless_a_source_says_so(published: Site) -> None:
    assert {robots(published, page) for page in published.pages()} == {"noindex, noarchive"}
    assert not published.has("sitemap.xml")


def test_robots_txt_names_no_sitemap_where_there_is_none(archive: Archive) -> None:
    assert "Sitemap" not in (built(archive, siteurl=ROOT).output / "robots.txt").read_text(encoding="utf-8")


def test_a_private_build_is_never_indexed_and_says_nothing_of_mining(mixed: Archive) -> None:
    site = built(mixed)
    assert {robots(site, page) for page in site.pages()} == {"noindex, noarchive"}
    assert not site.holds("tdm-reservation")


@pytest.mark.parametrize("rights", ["excerpt", "hidden", None])
def test_only_what_is_cleared_can_be_indexable(archive: Archive, rights: str | None) -> None:
    archive.source("s", title="S", rights=rights, indexable=True)
    site = archive.build()
    assert site.status == 1
    assert (
        f"content/sources/s.md: indexable: is only for sources with rights: full, and these are {rights or 'null'}"
        in (site.said)
    )
    assert "Traceback" not in site.said


@pytest.mark.parametrize("header", [{"indexable": "yes"}, {"tdm": "yes"}])
def test_a_word_that_is_none_is_told(archive: Archive, header: dict[str, str]) -> None:
    archive.source("s", title="S", rights="full", **header)
    site = archive.build()
    assert site.status == 1
    assert f"content/sources/s.md: {next(iter(header))}" in site.said


def test_a_long_sitemap_is_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexable_pages, "LONGEST_SITEMAP", 2)
    write_sitemap(["a", "b", "c"], ROOT, tmp_path)
    parts = locations(tmp_path / "sitemap.xml")
    assert parts == [f"{ROOT}/sitemap-1.xml", f"{ROOT}/sitemap-2.xml"]
    assert [loc for part in parts for loc in locations(tmp_path / urlsplit(part).path[1:])] == ["a", "b", "c"]


def test_mining_is_reserved_in_all_but_articles_of_sources_that_allow_it(open_site: Site) -> None:
    said = {page: open_site.page(page).select("meta[name=tdm-reservation]") for page in open_site.pages()}
    assert {page for page, (line,) in said.items() if line["content"] == "0"} == {"articles/a-free/index.html"}
    assert {line["content"] for page, (line,) in said.items() if "a-free" not in page} == {"1"}


def test_the_file_says_the_same_as_the_pages(open_site: Site) -> None:
    rules = json.loads((open_site.output / ".well-known/tdmrep.json").read_text(encoding="utf-8"))
    assert rules == [
        {"location": "/articles/a-free/", "tdm-reservation": 0},
        {"location": "/", "tdm-reservation": 1},
    ]
    for page in open_site.pages():
        fitting = [rule["tdm-reservation"] for rule in rules if f"/{page}".startswith(rule["location"])]
        (line,) = open_site.page(page).select("meta[name=tdm-reservation]")
        assert str(fitting[0]) == line["content"], page


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("robots.txt", f"Give search engines the address {SITEURL}/sitemap.xml"),
        (".well-known/tdmrep.json", "say the same"),
    ],
)
def test_what_works_at_a_hosts_root_alone_is_not_written_below_and_the_report_says_so(
    mixed: Archive, file: str, told: str
) -> None:
    assert urlsplit(SITEURL).path
    site = built(mixed, siteurl=SITEURL)
    assert not site.has(file)
    assert site.has("sitemap.xml")
    (warning,) = (one for one in site.report["warnings"] if one.startswith(f"{file}: was not written"))
    assert told in warning
