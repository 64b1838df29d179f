"""The YAML header: what docs/formats.md tells, and read back as it was written."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from safe_markdown.header import split_header

from unscrape.model import Choice, Evidence, Metadata
from unscrape.to_markdown.header import header

ALWAYS = ["title", "slug", "published", "authors", "source", "section", "lang", "tags", "needs_review"]
RETYPED = [
    "no",
    "Yes",
    "on",
    "~",
    "null",
    "",
    "2016",
    "2016-03-15",
    "1_000",
    "0x1F",
    "1e3",
    ".inf",
    "12:30:45",
    "y",
    "=",
    "<<",
]
texts = st.one_of(
    st.sampled_from(RETYPED), st.text(), st.text(alphabet="a:-#[]{}&*!|>'\"%@`,? \n\\\t\x85\u2028\ufeff", max_size=12)
)


def choice(value: str | None) -> Choice:
    return Choice(Evidence(value, "", "", 1.0)) if value is not None else Choice()


def test_what_is_unknown_stands_there_to_be_filled_in() -> None:
    assert header(Metadata(), "a-b", ()) == (
        "---\ntitle: null\nslug: a-b\npublished: null\nauthors: []\nsource: null\nsection: null\nlang: null\ntags: []\n"
        "needs_review: []\n---\n"
    )


def test_what_is_known_reads_as_in_the_formats() -> None:
    metadata = Metadata(
        title=choice("Bridges over the Salt River"), authors=(choice("Ana Ilić"), choice("Østby, Tor")),
        published=choice("2016-03"), modified=choice("2016-04-01"), language=choice("no"), url=choice("https://example.org/b"),
        dek=choice("A long line " * 30 + "end."), image_credit=choice("Photo: Ana Ilić"),
    )  # fmt: skip
    assert header(metadata, "bridges", ("The date is a year: look.",)).split("\n") == [
        "---",
        "title: Bridges over the Salt River",
        "slug: bridges",
        'published: "2016-03"',
        'authors: [Ana Ilić, "Østby, Tor"]',
        "source: null",
        "section: null",
        'lang: "no"',
        "tags: []",
        "needs_review:",
        '  - "The date is a year: look."',
        'modified: "2016-04-01"',
        "source_url: https://example.org/b",
        f"summary: {'A long line ' * 30}end.",
        'image_credit: "Photo: Ana Ilić"',
        "---",
        "",
    ]


@settings(max_examples=200, deadline=None)
@given(texts, st.lists(texts, max_size=3), texts)
def test_each_text_comes_back_as_it_was_by_both_readers(title: str, authors: list[str], reason: str) -> None:
    metadata = Metadata(title=choice(title), authors=tuple(map(choice, authors)), published=choice("2016"))
    written = header(metadata, "a", (reason,))
    for fields in (yaml.safe_load(written.removesuffix("---\n")), split_header(written)[0]):
        assert fields["title"] == title
        assert fields["authors"] == [author for author in authors if author]
        assert fields["published"] == "2016"
        assert fields["needs_review"] == [reason]
        assert list(fields) == ALWAYS
