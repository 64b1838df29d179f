"""Whoever writes here and is written about has two pages, which lead to each other."""

from __future__ import annotations

import pytest

from tests.site.building import Archive, Site, built


@pytest.fixture(scope="module")
def persons(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Ana is an author by her name, Tor by a variant of it, Müge by an alias of the topic; Salt is no person."""
    archive = Archive(tmp_path_factory.mktemp("persons"))
    archive.curate("authors.yaml", [{"name": "Tor Østby", "variants": ["Tor Ostby"]}])
    archive.curate("topics.yaml", [
        {"topic": "Ana Ilić", "kind": "person"},
        {"topic": "Tor Ostby", "kind": "person"},
        {"topic": "Müge Şahin-Doyle", "kind": "person", "aliases": ["M. Doyle", "Müge Doyle"]},
        {"topic": "Aud Kvern", "kind": "person"},
        {"topic": "Farr", "kind": "person"},
        {"topic": "Dr. Farr", "kind": "person", "broader": "Farr"},
        {"topic": "Salt", "kind": "place"},
    ])  # fmt: skip
    archive.article(
        "about", "Ana Ilić, Tor Ostby, Müge Doyle, Aud Kvern and Dr. Farr in Salt.", authors=["Salt", "Farr"]
    )
    archive.article("more", "Of Ana Ilić.", authors=["ANA  ILIĆ", "Tor Ostby"])
    archive.article("again", authors=["Müge Doyle", "M. Doyle", "Tor Østby"])
    return built(archive)


def leads(site: Site, address: str) -> list[str]:
    """The sentences in the page's head that lead to the other page, with where they lead."""
    told = site.page(address).select(".list-head__about:has(a)")
    return [f"{' '.join(one.get_text().split())} → {one.select('a')[0]['href']}" for one in told]


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("ana-ilic", ["1 article by ANA ILIĆ. → ../../authors/ana-ilic/index.html"]),
        ("tor-ostby", ["2 articles by Tor Østby. → ../../authors/tor-ostby/index.html"]),
        ("muge-sahin-doyle", [
            "1 article by M. Doyle. → ../../authors/m-doyle/index.html",
            "1 article by Müge Doyle. → ../../authors/muge-doyle/index.html",
        ]),
        ("aud-kvern", []),
        ("salt", []),
    ],
)  # fmt: skip
def test_a_topic_leads_to_the_author(persons: Site, topic: str, told: list[str]) -> None:
    assert leads(persons, f"topics/{topic}/index.html") == [f"Also an author in this archive: {one}" for one in told]


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("ana-ilic", ["Written about in 2 articles, as Ana Ilić. → ../../topics/ana-ilic/index.html"]),
        ("tor-ostby", ["Written about in 1 article, as Tor Ostby. → ../../topics/tor-ostby/index.html"]),
        ("muge-doyle", ["Written about in 1 article, as Müge Şahin-Doyle. → ../../topics/muge-sahin-doyle/index.html"]),
        ("salt", []),
        # The topic Farr only stands above another.
        ("farr", []),
    ],
)
def test_an_author_leads_to_the_topic(persons: Site, author: str, told: list[str]) -> None:
    assert leads(persons, f"authors/{author}/index.html") == told


def test_one_name_is_not_told_twice(archive: Archive) -> None:
    archive.curate("topics.yaml", [{"topic": "Ana Ilić", "kind": "person"}])
    archive.article("one", "By and of Ana Ilić.", authors=["Ana Ilić"])
    assert leads(built(archive), "authors/ana-ilic/index.html") == [
        "Written about in 1 article. → ../../topics/ana-ilic/index.html"
    ]
