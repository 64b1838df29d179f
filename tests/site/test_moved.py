"""An article whose slug was changed by hand is found at its first address too."""

from __future__ import annotations

from tests.site.building import Archive, built


def test_the_first_address_leads_to_the_new_one(archive: Archive) -> None:
    archive.article("first-name", slug="second-name", title="A Name Too Many")
    archive.ledger("first-name", [])
    site = built(archive)
    assert "A Name Too Many" in site.main("articles/second-name/index.html")
    assert site.links("articles/first-name/index.html") == ["../../articles/second-name/index.html"]
    refresh = site.page("articles/first-name/index.html").find("meta", attrs={"http-equiv": "refresh"})
    assert refresh is not None
    assert refresh["content"] == "0; url=../../articles/second-name/index.html"
    # Lists, search and neighbours know the new address alone.
    assert site.holds("first-name/index") == []


def test_an_address_that_is_taken_stays_with_who_lives_there(archive: Archive) -> None:
    archive.article("first-name", slug="second-name", title="Moved Away")
    archive.ledger("first-name", [])
    archive.article("other", slug="first-name", title="Moved In")
    assert "Moved In" in built(archive).main("articles/first-name/index.html")
