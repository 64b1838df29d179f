"""What a published build has and a private one has not, and what it refuses to show."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from published_feeds import moment

from tests.site.building import SITEURL, Archive, Site, built

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(site: Site, address: str) -> ET.Element:
    return ET.parse(site.output / address).getroot()


def test_a_private_build_has_no_address_and_no_feed(site: Site) -> None:
    for address in site.pages():
        page = site.page(address)
        assert not page.select('link[rel=canonical], link[type="application/atom+xml"]'), address
        assert "noindex" in str(page.select("meta[name=robots]")), address
        assert "Private copy" in page.get_text(), address
    assert not list(site.output.rglob("*.xml"))
    assert not site.has("robots.txt")


def test_each_published_page_names_its_own_address(published: Site) -> None:
    for address in set(published.pages()) - {"404.html"}:
        canonical = published.page(address).select_one("link[rel=canonical]")
        assert canonical is not None, address
        assert canonical["href"] == f"{SITEURL}/{address}"
        assert "Private copy" not in published.main(address)


def test_feeds_of_home_sources_authors_and_topics_are_linked(published: Site) -> None:
    for page, address in {
        "index.html": "feed.xml",
        "sources/harbour-review/index.html": "sources/harbour-review/feed.xml",
        "authors/ana-ilic/index.html": "authors/ana-ilic/feed.xml",
        "topics/salt-trade/index.html": "topics/salt-trade/feed.xml",
    }.items():
        links = [link["href"] for link in published.page(page).select('link[type="application/atom+xml"]')]
        assert f"{SITEURL}/{address}" in links
        assert published.has(address)
    for file in published.output.rglob("index.html"):
        for link in published.page(file.relative_to(published.output).as_posix()).select('link[type*="atom"]'):
            assert published.has(str(link["href"]).removeprefix(f"{SITEURL}/"))


def test_an_entry_says_what_is_known_and_no_more(published: Site) -> None:
    entries = feed(published, "feed.xml").findall("a:entry", ATOM)
    told = {str(entry.findtext("a:id", "", ATOM)).split("/")[-2]: entry for entry in entries}
    # by-month and by-year are known to no day; undated is not known at all.
    assert list(told) == ["by-day", "paid"]
    entry = told["by-day"]
    assert entry.findtext("a:title", "", ATOM) == "Bridges & <piers>"
    assert entry.findtext("a:updated", "", ATOM) == "2016-04-02T00:00:00Z"
    assert entry.findtext("a:published", "", ATOM) == "2016-03-15T00:00:00Z"
    assert [name.text for name in entry.findall("a:author/a:name", ATOM)] == ["Ana Ilić", "Tor Østby"]
    via = entry.find("a:link[@rel='via']", ATOM)
    assert via is not None
    assert via.get("href") == "https://harbour.example/bridges"


def test_a_partial_date_needs_a_day_of_capture_for_an_entry(archive: Archive) -> None:
    archive.source("s", title="S", rights="full")
    for slug in ("caught", "uncaught"):
        archive.article(slug, source="S", published="2016")
    captured = {"value": "2024-07-18T10:00:00+02:00", "origin": "WARC-Date", "place": "line 1", "confidence": 1.0}
    archive.ledger("caught", [], captured=captured)
    site = built(archive, siteurl="https://x.example")
    (entry,) = feed(site, "sources/s/feed.xml").findall("a:entry", ATOM)
    assert entry.findtext("a:updated", "", ATOM) == "2024-07-18T08:00:00Z"
    assert entry.find("a:published", ATOM) is None


def test_an_unsigned_article_is_not_the_archives_own(archive: Archive) -> None:
    archive.source("press", title="The Press", rights="full")
    archive.article("one", source="The Press", published="2016-03-15")
    (entry,) = feed(built(archive, siteurl=SITEURL), "feed.xml").findall("a:entry", ATOM)
    assert [name.text for name in entry.findall("a:author/a:name", ATOM)] == ["The Press"]


def test_a_feed_is_xml_whatever_its_articles_hold(archive: Archive) -> None:
    odd = "<a> & \"b\" 'c' ]]> \x01\ufffe"
    archive.curate("archive.yaml", {"title": odd})
    archive.curate("topics.yaml", [{"topic": odd, "kind": "theme"}])
    archive.source("s", title=odd, rights="full")
    archive.article("odd", source=odd, title=odd, summary=odd, authors=[odd], tags=[odd], published="0999-01-02",
                    source_url="https://x.example/?a=1&b=\ufffe")  # fmt: skip
    site = built(archive, siteurl="https://x.example")
    for file in sorted(site.output.rglob("feed.xml")):
        (entry,) = feed(site, file.relative_to(site.output).as_posix()).findall("a:entry", ATOM)
        assert entry.findtext("a:title", "", ATOM) == "<a> & \"b\" 'c' ]]> \ufffd\ufffd"
        assert entry.findtext("a:updated", "", ATOM) == "0999-01-02T00:00:00Z"
        via = entry.find("a:link[@rel='via']", ATOM)
        assert via is not None
        assert via.get("href") == "https://x.example/?a=1&b=\ufffd"


@pytest.mark.parametrize("day", ["2015-02-29", "2024-13-01T10:00:00Z", "0000-01-01", "18 July 2024"])
def test_a_day_that_never_was_makes_no_entry(archive: Archive, day: str) -> None:
    archive.source("s", title="S", rights="full")
    archive.article("one", source="S", published="2016")
    archive.ledger("one", [], captured={"value": day, "origin": "o", "place": "p", "confidence": 1.0})
    assert not built(archive, siteurl="https://x.example").has("feed.xml")


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("0001-01-01T00:30:00+02:00", "0001-01-01T00:00:00Z"),
        ("2024-07-18T25:00:00", "2024-07-18T00:00:00Z"),
        ("2024-07-18T23:30:00-02:00", "2024-07-19T01:30:00Z"),
    ],
)
def test_a_moment_is_as_exact_as_it_can_be_read(told: str, known: str) -> None:
    assert moment(told) == known


@pytest.mark.parametrize("words", ["Paidforzq", "Creditzq", "Biozq", "Reviewzq", "Fieldzq"])
def test_an_excerpt_shows_nothing_but_citation_summary_and_link(site: Site, published: Site, words: str) -> None:
    assert site.holds(words)
    assert published.holds(words) == []
    assert "Paid dek." in published.main("articles/paid/index.html")


def test_the_search_of_a_private_build_knows_all_of_the_text(site: Site) -> None:
    for words in ("Paidforzq", "Secretarticlezq", "keptwords"):
        assert any(file.startswith("search/") for file in site.holds(words)), words


@pytest.mark.parametrize("words", ["Secretarticlezq", "Secret Sheet", "secretsourcezq", "Hid Den", "secret-sheet"])
def test_a_hidden_source_is_nowhere(site: Site, published: Site, words: str) -> None:
    assert site.holds(words)
    assert published.holds(words) == []
    assert not published.has("articles/secret/index.html")
    assert not published.has("years/2012/index.html")


def test_publishing_is_refused_until_all_rights_are_settled(archive: Archive) -> None:
    archive.source("settled", title="Settled", rights="full")
    archive.source("open", title="Open", rights=None)
    archive.article("one", source="Settled")
    archive.article("two", source="Open")
    archive.article("three", source="Never Described")
    archive.article("four")
    site = archive.build(siteurl="https://x.example")
    assert site.status == 1
    assert "content/sources/open.md: rights" in site.said
    assert "content/sources/never-described.md: is missing" in site.said
    assert "content/articles/a-site/four.md: source" in site.said
    assert "settled.md" not in site.said
    assert "Traceback" not in site.said


def test_a_refused_build_leaves_the_site_that_is_there_and_a_good_one_clears_it(archive: Archive) -> None:
    old = archive.write("output-published/articles/old/index.html", "Old.")
    source = archive.source("s", title="S")
    archive.build(siteurl="https://x.example")
    assert old.is_file()
    source.unlink()
    built(archive, siteurl="https://x.example")
    assert not old.exists()


@pytest.mark.parametrize("url", ["", "example.org", "ftp://example.org", "https://"])
def test_publishing_needs_an_address(archive: Archive, url: str) -> None:
    site = archive.build(siteurl=url)
    assert site.status == 1
    assert "SITEURL: " in site.said
    assert "Traceback" not in site.said


def test_a_page_for_what_is_not_there_works_at_any_depth(site: Site, published: Site) -> None:
    assert "/kept/articles/index.html" in published.links("404.html")
    told = [
        str(one.get("href") or one.get("src") or one.get("action") or "")
        for one in published.page("404.html").select("*")
    ]
    assert [link for link in told if link and not link.startswith(("/kept/", "#main"))] == []
    assert "./articles/index.html" in site.links("404.html")


def test_robots_may_read_what_says_noindex(archive: Archive) -> None:
    site = built(archive, siteurl="https://x.example")
    assert "Disallow" not in (site.output / "robots.txt").read_text(encoding="utf-8")


def items(site: Site, address: str) -> list[dict[str, Any]]:
    told: dict[str, Any] = json.loads((site.output / address).read_text(encoding="utf-8"))
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"{SITEURL}/{address}"
    assert all(item["id"] and isinstance(item["content_text"], str) for item in told["items"])
    listed: list[dict[str, Any]] = told["items"]
    return listed


def test_a_json_feed_with_the_same_entries_stands_beside_each_atom_feed(published: Site) -> None:
    feeds = [file.relative_to(published.output).as_posix() for file in published.output.rglob("feed.xml")]
    assert "feed.xml" in feeds
    for address in feeds:
        told = [entry.findtext("a:id", "", ATOM) for entry in feed(published, address).findall("a:entry", ATOM)]
        assert [item["id"] for item in items(published, address.replace(".xml", ".json"))] == told


def test_an_item_says_what_is_known_and_never_the_text(published: Site) -> None:
    by_day, paid = items(published, "feed.json")
    assert by_day["title"] == "Bridges & <piers>"
    assert by_day["external_url"] == "https://harbour.example/bridges"
    assert by_day["date_published"] == "2016-03-15T00:00:00Z"
    assert by_day["date_modified"] == "2016-04-02T00:00:00Z"
    assert by_day["authors"][0] == {"name": "Ana Ilić", "url": f"{SITEURL}/authors/ana-ilic/index.html"}
    assert by_day["content_text"] == "The dek’s words."
    assert set(paid) == {"id", "url", "title", "summary", "date_published", "content_text"}
    assert paid["summary"] == paid["content_text"] == "Paid dek."


def test_a_json_feed_is_linked_by_its_own_list_alone(published: Site) -> None:
    """Hypothesis takes an alternate that is neither Atom nor RSS for the same document."""
    linked: dict[str, list[str]] = {}
    for page in published.pages():
        for link in published.page(page).select("link[rel=alternate]:not([type='application/atom+xml'])"):
            assert link["type"] == "application/feed+json"
            linked.setdefault(str(link["href"]), []).append(page)
    assert linked[f"{SITEURL}/feed.json"] == ["index.html"]
    assert linked[f"{SITEURL}/topics/salt-trade/feed.json"] == ["topics/salt-trade/index.html"]
    assert all(len(pages) == 1 for pages in linked.values())
    assert all(published.has(address.removeprefix(f"{SITEURL}/")) for address in linked)
