"""The search's files in a real build: what a published archive may not show is in none of them."""

from __future__ import annotations

from pathlib import Path

from tests.search.reading import everything_in
from tests.site.building import SITEURL, Archive, built


def test_a_published_index_keeps_to_the_rights(tmp_path: Path) -> None:
    site = built(archive_with_rights(tmp_path), siteurl=SITEURL)
    told = everything_in(site.output / "search")
    assert "fullword" in told
    assert "excerptdek" in told
    for word in ("excerptword", "hiddenword", "Of Hidden", "withdrawnword", "Of Withdrawn"):
        assert word not in told
        assert word.lower() not in told
    assert site.page("search/index.html").select_one(".search-results") is not None


def archive_with_rights(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.curate("archive.yaml", {"title": "Rights", "description": "A test.", "language": "en"})
    for rights in ("full", "excerpt", "hidden"):
        archive.source(rights, title=rights.title(), rights=rights)
        archive.article(f"of-{rights}", f"{rights}word", source=rights.title(), summary=f"{rights}dek")
    archive.article("of-withdrawn", "withdrawnword", source="Full")
    archive.curate("corrections/of-withdrawn.yaml", {"withdrawn": {"on": "2026-05-01", "reason": "Asked for."}})
    return archive
