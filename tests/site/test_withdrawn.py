"""A withdrawn article leaves its address, and nothing else."""

from __future__ import annotations

import pytest

from tests.site.building import SITEURL, Archive, Site, built


def test_the_address_says_so(site: Site) -> None:
    page = site.main("articles/taken-back/index.html")
    assert "withdrawn from the archive on 2026-05-01" in page
    assert "At the author's wish." in page


@pytest.mark.parametrize("words", ["Withdrawnzq", "Withdrawndekzq", "With Drawn", "Withdrawntagzq", "2011"])
def test_nothing_of_it_is_in_the_output(site: Site, published: Site, words: str) -> None:
    assert site.holds(words) == []
    assert published.holds(words) == []


def test_it_is_in_no_list_feed_or_index(site: Site, published: Site) -> None:
    assert site.holds("taken-back") == []
    # The canonical address is the page's own.
    assert published.holds("taken-back") == ["articles/taken-back/index.html"]
    assert not site.has("ledger/taken-back/index.html")


def test_the_address_answers_when_the_file_is_gone_too(archive: Archive) -> None:
    archive.curate("corrections/gone.yaml", {"withdrawn": {"on": "2026-05-01"}, "set": {"lang": "en"}})
    archive.curate("corrections/other.yaml", {"set": {"title": "x"}})
    site = built(archive)
    assert "2026-05-01" in site.main("articles/gone/index.html")
    assert not site.has("articles/other/index.html")


def test_of_a_hidden_source_not_even_the_address_is_told(archive: Archive) -> None:
    """Though nothing but the ledger knows whose article it was: its file is gone."""
    archive.source("press", title="The Press", rights="hidden")
    archive.curate("corrections/gone.yaml", {"withdrawn": {"on": "2026-05-01"}})
    archive.ledger("gone", [], fields={"source": {"value": "The Press"}})
    assert built(archive).has("articles/gone/index.html")
    assert not built(archive, siteurl=SITEURL).has("articles/gone/index.html")


def test_on_is_a_word_and_no_truth_value(archive: Archive) -> None:
    archive.article("one")
    archive.write("curation/corrections/one.yaml", "withdrawn: {on: 2026-05-01, reason: No.}\n")
    assert "on 2026-05-01" in built(archive).main("articles/one/index.html")
