"""A mistake is told with its file, its key and what would be right; one bad article doesn't take the others with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from archive_faults import ArchiveError
from archive_settings import load_archive_settings
from author_variants import load_chosen_names
from build_report import in_words
from topics_by_vocabulary.vocabulary import load_vocabulary
from withdrawn_articles import load_withdrawn

from tests.site.building import Archive, Site, built

HEADERS: dict[str, tuple[dict[str, object], str]] = {
    "month": ({"published": "2016-13"}, "published: should be"),
    "words": ({"published": "spring 2016"}, "published: should be"),
    "dots": ({"modified": "15.03.2016"}, "modified: should be"),
    "no-list": ({"authors": "Ana Ilić"}, "authors: should be a list"),
    "no-tags": ({"tags": "salt"}, "tags: should be a list"),
    "language": ({"lang": "English language"}, "lang: should be a language tag"),
    "umlauts": ({"slug": "Über Brücken"}, "slug: should be"),
    "device": ({"slug": "con"}, "slug: should be"),
    "number": ({"title": ["A", "B"]}, "title: should be text"),
}


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One good article among all the bad ones."""
    archive = Archive(tmp_path_factory.mktemp("faulty"))
    archive.article("good")
    for name, (header, _) in HEADERS.items():
        archive.article(name, **cast("dict[str, Any]", header))
    archive.write("content/articles/a-site/broken.md", "---\ntitle: [\n---\n\nWords.\n")
    return archive.build()


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_s_fault_is_told_with_file_and_key(faulty: Site, name: str) -> None:
    assert f"content/articles/a-site/{name}.md: {HEADERS[name][1]}" in faulty.said
    assert not faulty.has(f"articles/{name}/index.html")


def test_the_other_articles_are_built_and_the_build_fails(faulty: Site) -> None:
    assert faulty.status == 1
    assert faulty.has("articles/good/index.html")
    assert faulty.report["articles"] == 1
    assert "content/articles/a-site/broken.md" in faulty.said
    assert "Traceback" not in faulty.said


def test_an_article_has_a_title_or_says_that_it_is_unknown(archive: Archive) -> None:
    archive.write("content/articles/one.md", "---\nslug: one\n---\n\nWords.\n")
    site = archive.build()
    assert site.status == 1
    assert "content/articles/one.md: title: is missing; write it, or null where it is unknown." in site.said


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "no address", "https://", "https://[", "https://a b/", "https://a.example/\x07b",
     "https://a.example:port/", ["https://a.example/"]],
)  # fmt: skip
def test_an_address_that_is_none_costs_the_link_alone(archive: Archive, address: object) -> None:
    archive.article("one", source_url=address)
    site = built(archive)
    assert site.main("articles/one/index.html").startswith("One Author unknown")
    assert not site.page("articles/one/index.html").select("a[rel=external], link[rel=original]")
    (warning,) = site.report["warnings"]
    assert warning.startswith("content/articles/a-site/one.md: source_url: should be an address")
    assert f"Warning: {warning}" in list(in_words(site.report))


def test_dates_that_yaml_retyped_are_read_all_the_same(archive: Archive) -> None:
    archive.write("content/articles/one.md", "---\ntitle: One\npublished: 2016-03-15\nmodified: 2017\n---\n\nWords.\n")
    page = built(archive).main("articles/one/index.html")
    assert "15 March 2016" in page


def test_two_articles_can_not_have_one_slug(archive: Archive) -> None:
    archive.article("same", site="one")
    archive.article("same", site="two")
    site = archive.build()
    assert site.status == 1
    assert "content/articles/two/same.md: slug: “same” is also that of content/articles/one/same.md" in site.said


# Each row: the file below curation/, what stands in it, and what has to be told.
CURATED = [
    ("archive.yaml", "title: T\nlanguag: en\n", "line 2: unknown key “languag”; did you mean “language”?"),
    ("archive.yaml", "publish_ledger: maybe\n", "line 1: publish_ledger: should be true or false, not “maybe”."),
    ("archive.yaml", "[a]: b\n", "mend the YAML there"),
    ("archive.yaml", "just words\n", "should be a mapping with the keys title"),
    ("archive.yaml", "title: [\n", "line 2: "),
    ("archive.yaml", "title: A\ntitle: B\n", "line 2: “title” stands twice"),
    ("authors.yaml", "- name: A\n  variants: B\n", "line 2: [1].variants: should be a list of texts"),
    ("authors.yaml", "- {name: A, variants: [B]}\n- {name: C, variants: [B]}\n", "“B” belongs to “A” and to “C”"),
    ("topics.yaml", "- topic: T\n  kind: thme\n", "line 2: [1].kind: “thme” should be one of: “theme”"),
    ("topics.yaml", "- {topic: T, broader: U}\n", "T: broader: there is no topic “U”"),
    ("topics.yaml", "- {topic: T, broader: U}\n- {topic: U, broader: T}\n", "T → U → T runs in a circle"),
    ("topics.yaml", "- {topic: T}\n- {topic: U, aliases: [t]}\n", "stands for “T” and for “U”"),
    ("corrections/a.yaml", "withdrawn: {when: now}\n", "line 1: withdrawn: unknown key “when”"),
]


def load_curation(folder: Path) -> None:
    """All that a build reads there."""
    load_archive_settings(folder)
    load_chosen_names(folder)
    load_vocabulary(folder, [])
    list(load_withdrawn(folder))


@pytest.mark.parametrize(("file", "text", "told"), CURATED)
def test_a_curator_s_mistake_is_told_with_file_line_and_key(archive: Archive, file: str, text: str, told: str) -> None:
    archive.write(f"curation/{file}", text)
    with pytest.raises(ArchiveError) as error:
        load_curation(archive.folder)
    assert str(error.value).startswith(f"curation/{file}:")
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("curation/archive.yaml", "titel: T\n", "did you mean “title”?"),
        ("curation/topics.yaml", "- topik: T\n", "did you mean “topic”?"),
        ("content/sources/s.md", "---\nrights: all\n---\n", "rights: “all” should be one of: “full”"),
        ("content/sources/s.md", "---\nhome_page: javascript:x\n---\n", "home_page: should be an address"),
        ("content/sources/s.md", "---\nslug: s\n---\n", "title should be there."),
    ],
)
def test_such_a_mistake_stops_the_build_without_a_traceback(archive: Archive, file: str, text: str, told: str) -> None:
    archive.write(file, text)
    site = archive.build()
    assert site.status == 1
    assert f"{file}:" in site.said
    assert told in site.said
    assert "Traceback" not in site.said


def test_two_descriptions_of_one_source_are_one_too_many(archive: Archive) -> None:
    archive.source("one", title="S")
    archive.source("two", title="S")
    site = archive.build()
    assert site.status == 1
    assert "content/sources/two.md: its name is also that of content/sources/one.md" in site.said


def test_a_folder_that_is_no_archive_is_told(archive: Archive) -> None:
    (archive.folder / "content").rmdir()
    site = archive.build()
    assert site.status == 1
    assert "has no folder content/" in site.said
