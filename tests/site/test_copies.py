"""Where a copy comes from, and what was left out of it."""

from __future__ import annotations

from hashlib import sha256

import pytest
from safe_markdown import id_of

from tests.site.building import SITEURL, Archive, Site, built


def test_a_published_copy_tells_its_own_address_for_whoever_holds_it_on_paper(site: Site, published: Site) -> None:
    address = "articles/by-day/index.html"
    assert f"This copy {SITEURL}/{address}" in published.main(address)
    assert "This copy" not in site.main(address)


def test_an_article_tells_of_its_scrape(site: Site) -> None:
    page = site.main("articles/by-day/index.html")
    for told in ("18 July 2024", "saved-from comment", "scraped/a-site/by-day.html", "ab" * 32, "harbour"):
        assert told in page
    assert "../../ledger/by-day/index.html" in site.links("articles/by-day/index.html")


@pytest.mark.parametrize(
    ("value", "shown", "exact"),
    [
        ("2024-07-18T09:30:05+02:00", "18 July 2024, 09:30 (UTC+02:00)", "2024-07-18T09:30:05+02:00"),
        ("2024-07-18T09:30:05Z", "18 July 2024, 09:30 (UTC)", "2024-07-18T09:30:05+00:00"),
        ("2024-07-18 09:30:05", "18 July 2024, 09:30", "2024-07-18T09:30:05"),
        ("2020", "2020", "2020"),
        ("20240718093005", "20240718093005", None),
    ],
)
def test_the_moment_of_capture_is_told_in_words(archive: Archive, value: str, shown: str, exact: str | None) -> None:
    archive.article("one")
    archive.ledger("one", [], captured={"value": value, "origin": "o", "place": "p", "confidence": 1.0})
    site = built(archive)
    assert f"Captured {shown} known from: o" in site.main("articles/one/index.html")
    times = [time["datetime"] for time in site.page("articles/one/index.html").select(".about-this-copy time")]
    assert times == ([exact] if exact else [])


def test_the_ledger_page_shows_what_was_left_out_and_by_which_rule(site: Site) -> None:
    page = site.main("ledger/by-day/index.html")
    assert "Follow us removedwords" in page
    assert "furniture phrase" in page


def test_scrape_and_article_stand_side_by_side(archive: Archive) -> None:
    archive.article("one", "First *words*.")
    archive.ledger("one", [
        {"words": "One", "place": "line 1", "fate": "metadata", "rule": "title", "reason": "read as the title"},
        {"words": "First words.", "place": "line 2", "fate": "kept", "rule": "article", "reason": "r"},
        {"words": "Share", "place": "line 3", "fate": "removed", "rule": "phrase", "reason": "a button"},
        {"words": "Ã©tÃ©", "place": "line 4", "fate": "changed", "rule": "mojibake", "reason": "r", "became": "été"},
    ])  # fmt: skip
    soup = built(archive).page("ledger/one/index.html")
    rows = [[" ".join(cell.get_text().split()) for cell in row.select("td")] for row in soup.select("tbody tr")]
    assert rows == [
        ["One", "Title: read as the title line 1"],
        ["First words.", "Kept line 2"],
        ["Share", "Left out: a button (rule: phrase) line 3"],
        ["Ã©tÃ©", "Changed to été: r (rule: mojibake) line 4"],
    ]
    link = soup.select_one(".ledger__entry--kept a")
    assert link is not None
    assert link["href"] == f"../../articles/one/index.html#{id_of('First words')}"


def test_an_article_written_by_hand_has_no_ledger_and_says_so(site: Site) -> None:
    assert "there is no scrape behind it" in site.main("articles/by-month/index.html")
    assert not site.has("ledger/by-month/index.html")


def test_a_published_build_shows_removed_lines_only_on_demand(full: Archive, published: Site) -> None:
    assert [page for page in published.pages() if page.startswith("ledger/")] == []
    assert published.holds("removedwords") == []
    assert published.holds("ledger/by-day") == []


def test_publish_ledger_shows_them_but_not_of_excerpts(archive: Archive) -> None:
    archive.curate("archive.yaml", {"title": "T", "publish_ledger": True})
    for slug, rights in (("all", "full"), ("part", "excerpt")):
        archive.source(slug, title=slug, rights=rights)
        archive.article(f"of-{slug}", source=slug)
        archive.ledger(f"of-{slug}", [{"words": "w", "place": "p", "fate": "removed", "rule": "r", "reason": "r"}])
    site = built(archive, siteurl="https://x.example")
    assert [page for page in site.pages() if page.startswith("ledger/")] == ["ledger/of-all/index.html"]


def test_what_was_also_found_is_published_with_the_ledger_alone(archive: Archive) -> None:
    told = {"origin": "o", "place": "p", "confidence": 1}
    archive.source("s", title="S", rights="full")
    archive.article("one", source="S")
    archive.ledger("one", [], fields={"title": told | {"value": "One", "rivals": [told | {"value": "Rivalzq"}]}})
    assert "Also found: “Rivalzq”" in built(archive).main("articles/one/index.html")
    published = built(archive, siteurl="https://x.example")
    assert published.holds("Rivalzq") == []
    assert "“One”" in published.main("articles/one/index.html")
    archive.curate("archive.yaml", {"title": "T", "publish_ledger": True})
    assert built(archive, siteurl="https://x.example").holds("Rivalzq")


def test_a_ledger_that_can_not_be_read_is_told(archive: Archive) -> None:
    archive.article("one")
    archive.article("two")
    archive.write("ledger/a-site/one.jsonl", '{"ledger": 1}\n')
    archive.ledger("two", [{"words": "half an entry"}])
    site = archive.build()
    assert site.status == 1
    assert "ledger/a-site/one.jsonl: line 1" in site.said
    assert "ledger/a-site/two.jsonl: line 2" in site.said
    assert site.has("articles/one/index.html")


def test_the_same_words_stay_words_on_a_page(archive: Archive) -> None:
    file = archive.article("one", "Plain.")
    entry = {"words": "<script>alert(1)</script> & co", "place": "p", "fate": "removed", "rule": "r", "reason": "<b>"}
    archive.ledger("one", [entry], written_sha256=sha256(file.read_bytes()).hexdigest())
    site = built(archive)
    assert "<script>alert(1)</script> & co" in site.main("ledger/one/index.html")
    assert site.holds("<script>alert(1)") == []


def test_a_paragraph_that_was_corrected_is_found_by_its_former_words(archive: Archive) -> None:
    archive.article("one", "First.\n\nSecond, corrected.\n\nThird.")
    kept = [
        {"words": words, "place": "l", "fate": "kept", "rule": "r", "reason": "r"}
        for words in ("First.", "Secnod", "Third.")
    ]
    archive.ledger("one", kept)
    soup = built(archive).page("articles/one/index.html")
    former = soup.find(id=id_of("Secnod"))
    assert former is not None
    assert former.parent is soup.find(id=id_of("Second, corrected."))
    assert len(soup.select(".article-text span[id]")) == 1
