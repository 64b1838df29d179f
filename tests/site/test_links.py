"""Every link in the site leads to a file: no folder without index.html, no page that is not there."""

from __future__ import annotations

import json
import posixpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.building import SITEURL, Archive, Site, built


def inner_links(site: Site, address: str) -> list[str]:
    """The files that a page links, loads or sends a form to, as paths from the output's root."""
    root = f"{SITEURL}/"
    found = []
    for element in site.page(address).select("*"):
        target = str(element.get("href") or element.get("src") or element.get("action") or "")
        parts = urlsplit(target.removeprefix(root) if target.startswith(root) else target)
        if target.startswith((root, "/kept/")):
            found.append(unquote(parts.path.removeprefix("/kept/")))
        elif parts.path and not parts.scheme and not parts.netloc:
            found.append(posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(parts.path))))
    return found


@pytest.mark.parametrize("build", ["site", "published"])
def test_every_link_leads_to_a_file(build: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(build)
    linked = {(address, link) for address in site.pages() for link in inner_links(site, address)}
    broken = sorted((address, link) for address, link in linked if not (site.output / link).is_file())
    assert not broken
    assert {link for _, link in linked} >= {"index.html", "articles/by-day/index.html", "search/index.html"}


def test_links_of_a_private_build_are_relative(site: Site) -> None:
    for address in site.pages():
        for element in site.page(address).select("*"):
            target = str(element.get("href") or element.get("src") or "")
            assert not target.startswith("/"), (address, target)


@pytest.mark.parametrize(
    ("told", "link"),
    [
        ("https://ex.example/o'brien-returns", "https://ex.example/o'brien-returns"),
        ("https://ex.example/o'brien returns", "https://ex.example/o'brien%20returns"),
        ('https://ex.example/"a"?b=<c>#d e', "https://ex.example/%22a%22?b=%3Cc%3E#d%20e"),
        ("HTTPS://ex.example:8080/a%20b/é", "HTTPS://ex.example:8080/a%20b/é"),
    ],
)
def test_the_original_is_linked_to_as_a_browser_wants_it(archive: Archive, told: str, link: str) -> None:
    archive.article("one", source_url=told)
    site = built(archive)
    page = site.page("articles/one/index.html")
    linked = [str(one["href"]) for one in page.select("a.web-address[rel=external], link[rel=original]")]
    assert linked == [link, link]
    (data,) = page.select('script[type="application/ld+json"]')
    assert json.loads(data.get_text())["isBasedOn"] == link
    assert site.report["warnings"] == []
