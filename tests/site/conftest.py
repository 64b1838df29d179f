from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.building import SITEURL, Archive, Site, built

TAKEN_BACK = {"on": "2026-05-01", "reason": "At the author's wish."}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive with nothing in it."""
    (tmp_path / "content").mkdir()
    return Archive(tmp_path)


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive with one of everything; its rights are settled."""
    archive = Archive(tmp_path_factory.mktemp("full"))
    curate(archive)
    describe_sources(archive)
    write_articles(archive)
    return archive


@pytest.fixture(scope="session")
def site(full: Archive) -> Site:
    return built(full)


@pytest.fixture(scope="session")
def published(full: Archive, site: Site) -> Site:
    return built(full, siteurl=SITEURL)


def curate(archive: Archive) -> None:
    archive.curate("archive.yaml", {"title": "Salt & Coast", "description": "A <small> archive.", "language": "en"})
    archive.curate("authors.yaml", [{"name": "Ana Ilić", "variants": ["A. Ilic"]}])
    archive.curate(
        "topics.yaml",
        [
            {"topic": "Salt trade", "kind": "theme", "aliases": ["salt traders"], "broader": "Trade"},
            {"topic": "Trade", "kind": "theme"},
            {"topic": "NATO", "kind": "organisation"},
            {"topic": "Reading", "kind": "place"},
            {"topic": "Nobody Speaks Of This", "kind": "theme"},
        ],
    )
    archive.curate("corrections/taken-back.yaml", {"withdrawn": TAKEN_BACK})


def describe_sources(archive: Archive) -> None:
    home = "https://harbour.example/"
    archive.source(
        "harbour-review", "A *quarterly*.", title="The Harbour Review", rights="full", home_page=home,
        item_type="magazineArticle",
    )  # fmt: skip
    archive.source("paid-weekly", title="Paid Weekly", rights="excerpt", item_type="newspaperArticle")
    archive.source("secret-sheet", "About secretsourcezq.", title="Secret Sheet", rights="hidden")


def write_articles(archive: Archive) -> None:
    review = "The Harbour Review"
    archive.article(
        "by-day", "The salt traders of Reading met *keptwords*.", title="Bridges & <piers>", source=review,
        published="2016-03-15", authors=["Ana Ilić", "Tor Østby"], lang="en", summary="The dek’s words.",
        source_url="https://harbour.example/bridges", modified="2016-04-02", section="Water",
    )  # fmt: skip
    archive.ledger(
        "by-day",
        [
            {"words": "keptwords", "place": "line 5", "fate": "kept", "rule": "article", "reason": "text"},
            {"words": "Follow us removedwords", "place": "line 9", "fate": "removed", "rule": "furniture phrase",
             "reason": "“Follow us” is furniture"},
        ],
        captured={"value": "2024-07-18", "origin": "saved-from comment", "place": "line 1", "confidence": 1.0},
        rules={"name": "harbour", "sha256": "00"},
    )  # fmt: skip
    archive.article("by-month", title="Bridges & <piers>", source=review, published="2015-11", authors=["A. Ilic"])
    archive.article("by-year", source=review, published="2014", tags=["Own <tag>", "-Salt trade"], authors=["Ana Ilić"],
                    needs_review=["Is it this year?"], summary="Of the salt trade and NATO.")  # fmt: skip
    archive.article("undated", source=review, authors=["Ana Ilić"])
    archive.article("paid", "Paidforzq words.", source="Paid Weekly", published="2013-01-31", summary="Paid dek.",
                    image_credit="Creditzq", author_bio="Biozq", needs_review=["Reviewzq"])  # fmt: skip
    archive.ledger("paid", [{"words": "Paidforzq", "place": "l", "fate": "kept", "rule": "r", "reason": "r"}],
                   fields={"dek": {"value": "Fieldzq", "origin": "o", "place": "p", "confidence": 1}})  # fmt: skip
    archive.article("secret", "Secretarticlezq.", source="Secret Sheet", published="2012-01-31", authors=["Hid Den"])
    archive.article("taken-back", "Withdrawnzq.", source=review, published="2011-05-05", authors=["With Drawn"],
                    summary="Withdrawndekzq", tags=["Withdrawntagzq"])  # fmt: skip
    archive.ledger("taken-back", [])
