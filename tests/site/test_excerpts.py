"""What a published archive tells of an article of which an excerpt may be shown: title, citation, summary, link."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.search.reading import everything_in
from tests.site.building import Archive, Site, built

ROOT = "https://archive.example"
PAGE = "articles/paid/index.html"
# A topic by where the article names it, and one that the curator's tag gives it.
TOPICS = ("Titletopic", "Dektopic", "Bodytopic", "Tagtopic")
SHOWN = ["Tagtopic", "Titletopic", "Dektopic"]


@pytest.fixture(scope="module")
def archive_with_excerpt(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("excerpt"))
    archive.curate("topics.yaml", [
        *({"topic": topic, "kind": "place"} for topic in TOPICS), {"topic": "Secrettopic", "aliases": ["otherword"]},
    ])  # fmt: skip
    archive.source("paid", title="Paid", rights="excerpt", item_type="newspaperArticle")
    archive.source("free", title="Free", rights="full")
    archive.article(
        "paid", "Bodytopic, otherword, " + "and more words of it " * 300, title="Of Titletopic", source="Paid",
        summary="On Dektopic.", tags=["Tagtopic"], section="Opinion Sectionzq", published="2016-03-15",
        modified="2019-07-07", source_url="https://paid.example/a",
    )  # fmt: skip
    archive.ledger(
        "paid", [], site="a-site", words={"page": 98761, "kept": 98762, "metadata": 98763, "removed": 98764},
        also_scraped_as=["scraped/a-site/alsozq.html"],
        captured={"value": "2024-07-18T09:30:05Z", "origin": "WARC-Date", "place": "line 1", "confidence": 1.0},
    )  # fmt: skip
    archive.article("other", "Of Bodytopic. See [it](https://paid.example/a).", source="Free", published="2017")
    return archive


@pytest.fixture(scope="module")
def private(archive_with_excerpt: Archive) -> Site:
    return built(archive_with_excerpt)


@pytest.fixture(scope="module")
def shown(private: Site, archive_with_excerpt: Archive) -> Site:
    return built(archive_with_excerpt, siteurl=ROOT)


def structured(site: Site) -> dict[str, Any]:
    (line,) = site.page(PAGE).select("script[type='application/ld+json']")
    told: dict[str, Any] = json.loads(line.get_text())
    return told


def test_its_topics_are_those_of_title_summary_and_the_curators_tags(private: Site, shown: Site) -> None:
    assert set(structured(private)["keywords"]) == {*TOPICS, "Secrettopic"}
    assert structured(shown)["keywords"] == SHOWN
    (line,) = shown.page(PAGE).select("meta[name=citation_keywords]")
    assert line["content"] == "; ".join(SHOWN)
    names = [one.get_text(strip=True) for one in shown.page(PAGE).select(".topic-evidence dt")]
    assert names == SHOWN


def test_no_list_feed_or_citation_tells_a_topic_of_its_text(shown: Site) -> None:
    links = shown.links("topics/bodytopic/index.html")
    assert [link for link in links if "/articles/" in link] == [f"{ROOT}/articles/other/index.html"]
    (item,) = json.loads((shown.output / "feed.json").read_text("utf-8"))["items"]
    assert item["tags"] == SHOWN
    for file in ("citation.json", "citation.bib", "citation.ris"):
        assert "Bodytopic" not in (shown.output / PAGE).with_name(file).read_text(encoding="utf-8")


def test_the_search_knows_no_topic_of_its_text(private: Site, shown: Site) -> None:
    """Its text names it by another word."""
    assert "Secrettopic" in everything_in(private.output / "search")
    told = everything_in(shown.output / "search")
    assert "Tagtopic" in told
    assert "secrettopic" not in told.casefold()


@pytest.mark.parametrize(
    "words",
    [
        "Secrettopic",
        "Sectionzq",
        "OpinionNewsArticle",
        "scraped/a-site",
        "alsozq",
        "98,76",
        "9876",
        "ab" * 32,
        "2019-07-07",
    ],
)
def test_nothing_else_of_it_is_told(private: Site, shown: Site, words: str) -> None:
    assert private.holds(words) or words == "9876"
    assert shown.holds(words) == []


def test_the_citation_is_whole(shown: Site) -> None:
    page = shown.main(PAGE)
    for told in (
        "Of Titletopic",
        "On Dektopic.",
        "15 March 2016",
        "https://paid.example/a",
        "18 July 2024, 09:30 (UTC)",
    ):
        assert told in page
    assert " min" not in page
    assert "no scrape behind it" not in page
