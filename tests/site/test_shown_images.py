"""A picture of the archive's own is in the site where a page shows it, and nowhere where none may."""

from __future__ import annotations

import pytest

from tests.site.building import SITEURL, Archive, built


@pytest.fixture
def pictured(archive: Archive) -> Archive:
    """An article with a picture of its own for each kind of rights, and one that was withdrawn."""
    for rights in ("full", "excerpt", "hidden"):
        archive.source(rights, title=f"The {rights}", rights=rights)
        picture(archive, rights, f"The {rights}")
    picture(archive, "withdrawn", "The full")
    archive.curate("corrections/withdrawn.yaml", {"withdrawn": {"on": "2026-05-01"}})
    return archive


def picture(archive: Archive, name: str, source: str) -> None:
    archive.write(f"content/images/{name}.png", name)
    archive.article(name, f"Words.\n\n![A picture]({{static}}/images/{name}.png)", source=source)


@pytest.mark.parametrize(
    ("siteurl", "shown"), [(SITEURL, {"full.png"}), (None, {"full.png", "excerpt.png", "hidden.png"})]
)
def test_no_picture_outlives_its_article(pictured: Archive, siteurl: str | None, shown: set[str]) -> None:
    site = built(pictured, siteurl=siteurl)
    assert {file.name for file in site.output.glob("images/*")} == shown


@pytest.mark.parametrize(("rights", "shown"), [("full", True), ("hidden", False)])
def test_a_picture_in_what_is_said_of_a_source_is_shown(archive: Archive, rights: str, shown: bool) -> None:
    archive.write("content/images/office.png", "office")
    archive.source("press", "![The office]({static}/images/office.png)", title="Press", rights=rights)
    site = built(archive)
    (image,) = site.page("sources/press/index.html").main.select("img")  # type: ignore[union-attr]
    assert image["src"] == "../../images/office.png"
    assert site.has("images/office.png")
    assert built(archive, siteurl=SITEURL).has("images/office.png") is shown
