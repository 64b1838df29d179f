"""What Zotero saves from our pages.

`saved` follows the rules of its "Embedded Metadata" translator, and of the RDF translator behind it, as far as our tags
reach: the item's type, title, creators, date, publication, abstract, language and address. It is no copy of either.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from ascii_slugs import slug_of
from bs4 import BeautifulSoup

from tests.site.building import SITEURL, Archive, Site, built

ITEM_TYPES = ("newspaperArticle", "magazineArticle", "blogPost", "report", "webpage")
ORIGINAL = "https://harbour.example/bridges"


class Creator(NamedTuple):
    """`first` is None in a field of its own, as of a body."""

    last: str
    first: str | None = None


@dataclass(frozen=True)
class Saved:
    kind: str
    title: str
    authors: tuple[Creator, ...]
    date: str | None
    publication: str | None
    institution: str | None
    abstract: str | None
    language: str | None
    url: str


def saved(page: BeautifulSoup, opened_at: str) -> Saved:
    """The item that Zotero makes of a page."""
    tags: dict[str, list[str]] = {}
    for line in page.select("head meta[content]"):
        if name := str(line.get("name") or line.get("property") or ""):
            # A namespace is written in any case, and parted from its word by ".", ":" or "_".
            tags.setdefault(name.casefold().replace(":", "_").replace(".", "_"), []).append(str(line["content"]))

    def first(*names: str) -> str | None:
        return next((tags[name][0] for name in names if name in tags), None)

    title = first("citation_title", "dcterms_title", "og_title") or (page.title.get_text() if page.title else "")
    return Saved(
        kind=kind_of(tags),
        title=title,
        authors=authors_of(page, tags),
        date=first("citation_publication_date", "dcterms_issued", "article_published_time"),
        # dc:source and dcterms:source come before og:site_name: an address there would be the publication's name.
        publication=first("prism_publicationname", "dc_source", "dcterms_source", "og_site_name"),
        institution=first("citation_technical_report_institution", "dcterms_publisher"),
        abstract=first("citation_abstract", "og_description", "description"),
        language=first("citation_language", "dcterms_language"),
        url=first("citation_public_url", "og_url") or opened_at,
    )


def kind_of(tags: dict[str, list[str]]) -> str:
    """Highwire's tags for journals and reports first, then Zotero's own, then a guess."""
    if "citation_journal_title" in tags:
        return "journalArticle"
    if "citation_technical_report_institution" in tags:
        return "report"
    if "z_itemtype" in tags:
        return tags["z_itemtype"][0]
    return "journalArticle" if "citation_title" in tags else "webpage"


def authors_of(page: BeautifulSoup, tags: dict[str, list[str]]) -> tuple[Creator, ...]:
    """A tag each; one that holds several is split. Where there are none, whatever stands in a byline is a name."""
    told = [name for tag in tags.get("citation_author", []) for name in names_in(tag)]
    told = told or tags.get("dcterms_creator", [])
    told = told or [line.get_text(" ").strip() for line in page.select(".byline, .vcard")]
    return tuple(map(clean_author, told))


def names_in(tag: str) -> list[str]:
    """Parted by semicolons. Where there is none, a comma with several words on either side stands between two names
    (newer versions do so only in a page with one tag, and not before "van" and "de").
    """
    names = tag.split(";")
    if len(names) == 1:
        by_comma = [name.strip() for name in tag.split(",")]
        names = by_comma if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1] else names
    return [name.strip() for name in names if name.strip()]


def clean_author(name: str) -> Creator:
    """ZU.cleanAuthor: at a comma into last and first name, else before the last word."""
    plain = name.strip(" .,/[]:")
    if "," in name:
        last, _, rest = plain.partition(",")
        return Creator(last, rest.split(",")[0].strip() or None)
    first, _, last = plain.rpartition(" ")
    return Creator(last, first or None)


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An article of each kind, and one of a source whose kind nobody told."""
    archive = Archive(tmp_path_factory.mktemp("kinds"))
    for kind in (*ITEM_TYPES, None):
        slug, name = str(kind).lower(), f"The {kind}"
        archive.source(slug, title=name, rights="full", item_type=kind)
        archive.article(
            f"a-{slug}", source=name, title=f"Bridges of a {kind}", authors=["Ana Ilić", "Tor Østby"], lang="en",
            published="2016-03-15", summary="The dek.", source_url=ORIGINAL, tags=["Salt"],
        )  # fmt: skip
    newspaper = "The newspaperArticle"
    archive.article("bare", source=newspaper, title="Of Nobody")
    archive.article("partial", source=newspaper, published="2016-03", authors=["Ana Ilić"])
    return archive


NAMES = (
    "Ana van der Berg", "Ana Maria van der Berg", "Martin Luther King III", "The Salt Desk",
    "Lanternhouse Policy Group", "Reuters", "Xi Jinping", "María García Márquez", "Ana Luz García Márquez", "张 伟",
    "Ana Ilić | Tor Østby",
)  # fmt: skip


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    archive = Archive(tmp_path_factory.mktemp("parted"))
    told = {"Xi Jinping": ("Xi", "Jinping"), "María García Márquez": ("García Márquez", "María"),
            "Ana Luz García Márquez": ("García Márquez", "Ana Luz")}  # fmt: skip
    archive.curate(
        "authors.yaml", [{"name": name, "family": last, "given": first} for name, (last, first) in told.items()]
    )
    for name in NAMES:
        archive.article(slug_of(f"{name} True"), authors=[name])
        archive.article(slug_of(f"{name} False"), authors=[name, "Ana Ilić"])
    return built(archive)


@pytest.fixture(scope="module")
def at_home(kinds: Archive) -> Site:
    return built(kinds)


@pytest.fixture(scope="module")
def abroad(kinds: Archive) -> Site:
    return built(kinds, siteurl=SITEURL)


def item(site: Site, slug: str) -> Saved:
    return saved(site.page(f"articles/{slug}/index.html"), f"file:///{slug}")


@pytest.mark.parametrize("kind", ITEM_TYPES)
def test_each_kind_is_saved_as_what_it_is(at_home: Site, abroad: Site, kind: str) -> None:
    for site in (at_home, abroad):
        got = item(site, f"a-{kind.lower()}")
        assert got.kind == kind
        assert got.title == f"Bridges of a {kind}"
        assert got.authors == (Creator("Ilić", "Ana"), Creator("Østby", "Tor"))
        assert got.date == "2016/03/15"
        assert (got.institution if kind == "report" else got.publication) == f"The {kind}"
        assert got.abstract == "The dek."
        assert got.language == "en"
        assert got.url == ORIGINAL


def test_only_reports_have_an_institution_and_only_magazines_a_name_in_prism(at_home: Site) -> None:
    for kind in ITEM_TYPES:
        page = at_home.page(f"articles/a-{kind.lower()}/index.html")
        assert bool(page.select("meta[name^=citation_technical_report]")) == (kind == "report")
        assert bool(page.select("meta[name='prism.publicationName']")) == (kind == "magazineArticle")
        assert not page.select("meta[name=citation_journal_title]")


def test_the_page_names_both_addresses(abroad: Site) -> None:
    page = abroad.page("articles/a-webpage/index.html")
    told = {str(line.get("name") or line.get("property")): line["content"] for line in page.select("meta[content]")}
    assert told["citation_public_url"] == ORIGINAL
    assert told["og:url"] == f"{SITEURL}/articles/a-webpage/index.html"


def test_the_archives_own_address_is_saved_where_it_is_the_one_to_cite(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.curate("archive.yaml", {"cite_address": "archive"})
    archive.source("s", title="S", rights="full", item_type="newspaperArticle")
    archive.article("one", source="S", source_url=ORIGINAL)
    assert item(built(archive, siteurl=SITEURL), "one").url == f"{SITEURL}/articles/one/index.html"
    assert item(built(archive), "one").url == ORIGINAL


def test_what_is_unknown_is_not_saved(at_home: Site) -> None:
    got = item(at_home, "bare")
    assert got.authors == ()
    assert got.date is got.abstract is got.language is None
    assert got.title == "Of Nobody"


def test_a_partial_date_stays_partial(at_home: Site) -> None:
    assert item(at_home, "partial").date == "2016/03"


@pytest.mark.parametrize(
    ("name", "creator"),
    [
        ("Ana van der Berg", Creator("van der Berg", "Ana")),
        ("Ana Maria van der Berg", Creator("van der Berg", "Ana Maria")),
        ("Martin Luther King III", Creator("King", "Martin Luther III")),
        ("The Salt Desk", Creator("The Salt Desk")),
        ("Lanternhouse Policy Group", Creator("Lanternhouse Policy Group")),
        ("Reuters", Creator("Reuters")),
        ("Xi Jinping", Creator("Xi", "Jinping")),
        ("María García Márquez", Creator("García Márquez", "María")),
        ("Ana Luz García Márquez", Creator("García Márquez", "Ana Luz")),
        ("张 伟", Creator("张 伟")),
        ("Ana Ilić | Tor Østby", Creator("Ana Ilić | Tor Østby")),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_names_are_parted_where_their_parts_are_known(parted: Site, name: str, creator: Creator, alone: bool) -> None:
    got = item(parted, slug_of(f"{name} {alone}")).authors
    assert got == ((creator,) if alone else (creator, Creator("Ilić", "Ana")))
