"""A mistake is told with its file, its key and what would be right; one bad article doesn't take the others with it."""

from __future__ import annotations

import pytest

from tests.site.building import Archive, built


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ({"published": "2016-13"}, "published: should be"),
        ({"published": "spring 2016"}, "published: should be"),
        ({"modified": "15.03.2016"}, "modified: should be"),
        ({"authors": "Ana Ilić"}, "authors: should be a list"),
        ({"tags": "salt"}, "tags: should be a list"),
        ({"lang": "English language"}, "lang: should be a language tag"),
        ({"slug": "Über Brücken"}, "slug: should be"),
        ({"slug": "con"}, "slug: should be"),
        ({"source_url": "javascript:alert(1)"}, "source_url: should be an address"),
        ({"title": ""}, "title: is missing"),
    ],
)
def test_a_header_s_fault_is_told_and_the_others_are_built(archive: Archive, header: dict[str, object], told: str) -> None:
    archive.article("good")
    archive.article("bad", **header)
    site = archive.build()
    assert site.status == 1
    assert f"content/articles/a-site/bad.md: {told}" in site.said
    assert site.has("articles/good/index.html")
    assert not site.has("articles/bad/index.html")
    assert "Traceback" not in site.said


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


CURATED = [
    ("curation/archive.yaml", "title: T\nlanguag: en\n", "line 2: unknown key “languag”; did you mean “language”?"),
    ("curation/archive.yaml", "publish_ledger: maybe\n", "line 1: publish_ledger: should be true or false, not “maybe”."),
    ("curation/archive.yaml", "title: [\n", "line 2: "),
    ("curation/archive.yaml", "title: A\ntitle: B\n", "line 2: “title” stands twice"),
    ("curation/authors.yaml", "- name: A\n  variants: B\n", "line 2: [1].variants: should be a list of texts, not “B”."),
    ("curation/authors.yaml", "- {name: A, variants: [B]}\n- {name: C, variants: [B]}\n", "“B” belongs to “A” and to “C”"),
    ("curation/topics.yaml", "- topic: T\n  kind: thme\n", "line 2: [1].kind: “thme” should be one of: “theme”"),
    ("curation/topics.yaml", "- {topic: T, broader: U}\n", "T: broader: there is no topic “U”"),
    ("curation/topics.yaml", "- {topic: T, broader: U}\n- {topic: U, broader: T}\n", "T → U → T runs in a circle"),
    ("curation/topics.yaml", "- {topic: T}\n- {topic: U, aliases: [t]}\n", "stands for “T” and for “U”"),
    ("curation/corrections/a.yaml", "withdrawn: {when: now}\n", "line 1: withdrawn: unknown key “when”"),
    ("content/sources/s.md", "---\ntitle: S\nrights: all\n---\n", "rights: “all” should be one of: “full”"),
    ("content/sources/s.md", "---\nslug: s\n---\n", "title should be there."),
    ("content/sources/s.md", "---\ntitle: S\nhome_page: javascript:x\n---\n", "home_page: should be an address"),
]


@pytest.mark.parametrize(("file", "text", "told"), CURATED)
def test_a_curator_s_mistake_is_told_with_file_line_and_key(archive: Archive, file: str, text: str, told: str) -> None:
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
