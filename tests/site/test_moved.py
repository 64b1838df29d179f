"""An article whose slug was changed by hand is found at its first address too."""

from __future__ import annotations

import pytest

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


OLD, NEW = "topics/brine/index.html", "topics/salt-trade/index.html"


def with_salt(archive: Archive) -> Archive:
    archive.source("s", title="S", rights="full")
    archive.article("one", source="S", authors=["Ana Ilić"], tags=["Salt trade"])
    return archive


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, NEW),
        ("authors/a-ilic/index.html", "authors/ana-ilic/index.html"),
        ("sources/the-s/index.html", "sources/s/index.html"),
        ("articles/number-one/index.html", "articles/one/index.html"),
    ],
)
def test_an_address_that_was_given_up_leads_to_the_new_one(archive: Archive, old: str, new: str) -> None:
    with_salt(archive).curate("redirects.yaml", {old: new})
    site = built(archive)
    assert site.links(old) == [f"../../{new}"]
    (refresh,) = site.page(old).select("meta[http-equiv=refresh]")
    assert refresh["content"] == f"0; url=../../{new}"
    assert site.holds(old) == []


@pytest.mark.parametrize(
    ("redirects", "said"),
    [
        ({OLD: "topics/salt/index.html"}, f"{OLD}: there is no page at topics/salt/index.html; write"),
        ({NEW: "sources/s/index.html"}, f"{NEW}: a page is at this address"),
        ({OLD: "topics/b/index.html", "topics/b/index.html": NEW}, f"{OLD}: topics/b/index.html leads on to {NEW}"),
        ({OLD: "../secret.html"}, f"{OLD}: should be an address such as"),
        ({"../out/index.html": NEW}, "../out/index.html"),
    ],
)
def test_a_redirect_that_can_not_be_is_refused(archive: Archive, redirects: dict[str, str], said: str) -> None:
    kept = archive.write("output/index.html", "The site that is there.")
    with_salt(archive).curate("redirects.yaml", redirects)
    site = archive.build()
    assert site.status == 1
    assert "curation/redirects.yaml:" in site.said
    assert said in site.said
    assert "Traceback" not in site.said
    assert kept.is_file()


def test_nothing_leads_to_what_is_hidden(archive: Archive) -> None:
    archive.source("s", title="S", rights="hidden")
    archive.article("one", source="S", tags=["Salt trade"])
    archive.curate("redirects.yaml", {OLD: NEW})
    assert built(archive).has(OLD)
    site = built(archive, siteurl="https://x.example")
    assert not site.has(OLD)
    assert site.holds("salt-trade") == []
    (warning,) = site.report["warnings"]
    assert f"{OLD}: was not written" in warning
