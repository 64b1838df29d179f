"""A browser may take a published archive's search among its search engines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from open_search import LONGEST_NAME, shortened

from tests.site.building import SITEURL, Archive, Site, built

NAMED = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_each_page_names_the_description_and_it_opens_the_search_page(published: Site) -> None:
    for address in set(published.pages()) - {"404.html"}:
        (link,) = published.page(address).select("link[rel=search]")
        assert link["type"] == "application/opensearchdescription+xml"
        assert link["href"] == f"{SITEURL}/opensearch.xml"
    told = ET.parse(published.output / "opensearch.xml").getroot()
    assert told.findtext("o:ShortName", "", NAMED) == "Salt & Coast"
    assert told.findtext("o:Description", "", NAMED) == "A <small> archive."
    url = told.find("o:Url[@type='text/html']", NAMED)
    assert url is not None
    assert url.get("template") == f"{SITEURL}/search/index.html?q={{searchTerms}}"
    assert published.has("search/index.html")


def test_a_private_build_has_none(site: Site) -> None:
    assert not site.page("index.html").select("link[rel=search]")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sixteen letters.", "Sixteen letters."),
        ("The Salt Coast Reader", "Salt Coast"),
        ("Silk Road – Papers of old", "Silk Road"),
        ("Verwaltungsgerichtshof", "Verwaltungsgeri…"),
        ("The Verwaltungsgerichtshof", "The Verwaltungs…"),
    ],
)
def test_a_long_name_is_cut_at_a_word(title: str, name: str) -> None:
    assert shortened(title, LONGEST_NAME) == name
    assert len(name) <= LONGEST_NAME


def test_an_odd_title_is_still_xml(archive: Archive) -> None:
    archive.curate("archive.yaml", {"title": "<a> & \x01"})
    site = built(archive, siteurl="https://x.example")
    told = ET.parse(site.output / "opensearch.xml").getroot()
    assert told.findtext("o:ShortName", "", NAMED) == "<a> & \ufffd"
