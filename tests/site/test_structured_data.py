"""What an article's page tells machines: JSON-LD, Signposting links and Dublin Core, and only what is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from author_variants import Author
from source_pages import Source
from structured_data import schema_type, written_by

from tests.site.building import SITEURL, Archive, Site, built

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
BY_DAY = "articles/by-day/index.html"


def data(site: Site, address: str) -> dict[str, Any]:
    (script,) = site.page(address).select('script[type="application/ld+json"]')
    told: dict[str, Any] = json.loads(script.get_text())
    return told


def links(site: Site, address: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for link in site.page(address).select("head link[rel]"):
        told.setdefault(" ".join(link["rel"]), []).append(str(link["href"]))
    return told


def meta(site: Site, address: str) -> dict[str, str]:
    return {str(line["name"]): str(line["content"]) for line in site.page(address).select("head meta[name]")}


def test_a_published_article_in_schema_orgs_words(published: Site) -> None:
    told = data(published, BY_DAY)
    keywords = told.pop("keywords")
    assert "Salt trade" in keywords
    assert told == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridges & <piers>",
        "author": [{"@type": "Person", "name": "Ana Ilić"}, {"@type": "Person", "name": "Tor Østby"}],
        "datePublished": "2016-03-15",
        "dateModified": "2016-04-02",
        "publisher": {"@type": "Organization", "name": "The Harbour Review"},
        "inLanguage": "en",
        "isBasedOn": "https://harbour.example/bridges",
        "archivedAt": f"{SITEURL}/{BY_DAY}",
        "identifier": f"sha256:{'ab' * 32}",
        "sdPublisher": {"@type": "Organization", "name": "Salt & Coast", "url": f"{SITEURL}/index.html"},
    }


def test_a_desk_or_the_source_itself_is_no_person() -> None:
    source = Source("Salt Watch", "salt-watch", Path("salt-watch.md"))
    authors = [Author(name, "slug") for name in ("Ana Ilić", "Salt Watch", "Press Staff")]
    authors.append(Author("Ed Times", "slug", "Times", "Ed"))
    kinds = [written_by(author, source)["@type"] for author in authors]
    assert kinds == ["Person", "Organization", "Organization", "Person"]


def test_a_private_copy_is_archived_nowhere_that_others_could_open(site: Site) -> None:
    told = data(site, BY_DAY)
    assert "archivedAt" not in told
    assert told["sdPublisher"] == {"@type": "Organization", "name": "Salt & Coast"}


@pytest.mark.parametrize(
    ("item_type", "section", "type_"),
    [
        ("newspaperArticle", None, "NewsArticle"),
        ("newspaperArticle", "Analytical Articles", "AnalysisNewsArticle"),
        ("magazineArticle", "Analysis", "AnalysisNewsArticle"),
        ("newspaperArticle", "OPINION", "OpinionNewsArticle"),
        ("magazineArticle", "Comment & Letters", "OpinionNewsArticle"),
        ("newspaperArticle", "Op-Ed", "OpinionNewsArticle"),
        ("newspaperArticle", "Opinion & Analysis", "NewsArticle"),
        ("newspaperArticle", "Commenting rules", "NewsArticle"),
        ("report", "Analysis", "Report"),
        ("blogPost", "Opinion", "BlogPosting"),
        ("webpage", None, "Article"),
        (None, "Opinion", "Article"),
    ],
)
def test_the_section_alone_tells_analysis_and_opinion(item_type: str | None, section: str | None, type_: str) -> None:
    assert schema_type(item_type, section) == type_


def test_signposts_lead_to_who_wrote_it_what_it_is_and_where_it_belongs(published: Site) -> None:
    told = links(published, BY_DAY)
    assert told["cite-as"] == told["canonical"] == [f"{SITEURL}/{BY_DAY}"]
    assert told["author"] == [f"{SITEURL}/authors/{who}/index.html" for who in ("ana-ilic", "tor-ostby")]
    assert told["type"] == ["https://schema.org/NewsArticle"]
    assert told["collection"] == [f"{SITEURL}/sources/harbour-review/index.html"]
    assert told["original"] == ["https://harbour.example/bridges"]
    assert len(told["describedby"]) == 3


def test_a_private_copy_has_nothing_to_be_cited_as(site: Site) -> None:
    told = links(site, BY_DAY)
    assert "cite-as" not in told
    assert told["collection"] == ["../../sources/harbour-review/index.html"]


def test_rights_are_named_in_each_form(archive: Archive) -> None:
    archive.source("s", title="S", rights="full", rights_statement=LICENCE)
    archive.article("one", source="S", lang="en", published="2016-03", modified="2016-04")
    site, address = built(archive), "articles/one/index.html"
    assert links(site, address)["license"] == [LICENCE]
    assert data(site, address)["license"] == LICENCE
    told = meta(site, address)
    assert told["dcterms.rights"] == LICENCE
    assert told["DCTERMS.issued"] == "2016-03"
    assert told["DCTERMS.modified"] == "2016-04"
    assert told["DCTERMS.language"] == "en"
    assert told["DC.identifier"] == "one"
    assert told["DC.relation.ispartof"] == archive.folder.name


def test_data_can_not_end_its_block(archive: Archive) -> None:
    title = "</script><script>alert(1)</script>"
    archive.article("one", title=title)
    assert data(built(archive), "articles/one/index.html")["headline"] == title
