"""Links between articles of the archive stay in it, and are told at both ends."""

from __future__ import annotations

from tests.site.building import SITEURL, Archive, built

TARGET = "https://www.harbour.example/bridges/?utm_source=mail"


def test_a_link_to_a_page_that_is_here_leads_to_its_copy_which_says_so(archive: Archive) -> None:
    archive.article("bridges", source_url="http://harbour.example/bridges/index.html")
    archive.article("essay", f"See [them]({TARGET} 'Bridges') and [others](https://harbour.example/roads).")
    site = built(archive)
    link = site.page("articles/essay/index.html").select_one("a.in-archive")
    assert link is not None
    assert (link["href"], link["title"], link.get_text()) == ("../bridges/index.html", TARGET, "them")
    assert "https://harbour.example/roads" in site.links("articles/essay/index.html")
    assert "Cited by, in this archive Essay" in site.main("articles/bridges/index.html")
    assert "Cited by" not in site.main("articles/essay/index.html")


def test_a_link_of_an_article_to_itself_leads_to_the_original(archive: Archive) -> None:
    archive.article("bridges", f"[Here]({TARGET}).", source_url="https://harbour.example/bridges")
    site = built(archive)
    assert TARGET in site.links("articles/bridges/index.html")
    assert "Cited by" not in site.main("articles/bridges/index.html")


def test_what_a_restricted_text_links_to_is_not_told(archive: Archive) -> None:
    archive.source("paid", title="Paid", rights="excerpt")
    archive.source("free", title="Free", rights="full")
    archive.article("bridges", source="Free", source_url="https://harbour.example/bridges")
    archive.article("essay", f"[Them]({TARGET}).", source="Paid")
    assert "Cited by" not in built(archive, siteurl=SITEURL).main("articles/bridges/index.html")


def test_the_wayback_machine_is_asked_for_the_day_of_capture(archive: Archive) -> None:
    archive.article("one", source_url="https://a.example/x", published="2016-03")
    archive.ledger("one", [], captured={"value": "2024-07-18T10:00:00Z", "origin": "o", "place": "p", "confidence": 1})
    archive.article("two", source_url="https://a.example/y", published="2016-03")
    archive.ledger("two", [])
    archive.article("three", source_url="https://a.example/z")
    site = built(archive)
    for slug, address in (("one", "20240718/https://a.example/x"), ("two", "201603/https://a.example/y"),
                          ("three", "*/https://a.example/z")):  # fmt: skip
        assert f"https://web.archive.org/web/{address}" in site.links(f"articles/{slug}/index.html")
