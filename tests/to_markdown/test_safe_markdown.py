"""The plugin safe_markdown: what a person writes by hand, and the header above it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from archive_faults import ArchiveError
from bs4 import BeautifulSoup
from pelican.contents import Article
from pelican.readers import Readers
from pelican.settings import DEFAULT_CONFIG
from safe_markdown import id_of, render
from safe_markdown.header import BrokenHeaderError, split_header
from safe_markdown.reader import add_reader, report_changes
from safe_markdown.rendering import render_and_compare

DANGERS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html,x)", "[a](&#106;avascript:alert(1))", "[a](java\tscript:x)", "![a](javascript:alert(1))",
    "<javascript://x>", "[x]: javascript:alert(1)\n\n[a][x]", '[a](https://x.org "t\\" onclick=alert(1)")',
]  # fmt: skip


@pytest.mark.parametrize("markdown", DANGERS)
def test_nothing_dangerous_is_rendered_and_sanitising_finds_nothing(markdown: str) -> None:
    rendering = render_and_compare(markdown)
    soup = BeautifulSoup(rendering.html, "html5lib")
    addresses = [str(element.get("href") or element.get("src") or "") for element in soup.select("a, img")]
    assert not soup.select("script, [onerror], [onclick]")
    assert all(address.startswith("https://") or not address for address in addresses)
    assert rendering.changes == ()


def test_what_people_write_works() -> None:
    html = render(
        "*em* __strong__ <https://example.org>  \nline `a < b`\n\n1. one\n2. two\n\n| a | b |\n|:--|--:|\n| c | d |\n"
    )
    soup = BeautifulSoup(html, "html5lib")
    assert [element.name for element in soup.select("p > *")] == ["em", "strong", "a", "br", "code"]
    assert [element.get_text() for element in soup.select("ol > li")] == ["one", "two"]
    assert [element["align"] for element in soup.select("td")] == ["left", "right"]
    assert "style=" not in html


def test_notes_have_their_articles_ids() -> None:
    html = render("## A\n\nx[^smith]\n\n[^smith]: Note.\n", name="an-article")
    soup = BeautifulSoup(html, "html5lib")
    notes = [str(element["id"]) for element in soup.select("[id]") if not str(element["id"]).startswith("p-")]
    assert notes == ["fnref:an-article-1", "fn:an-article-1"]
    assert [element.get_text() for element in soup.select(".footnote-ref")] == ["smith"]


def ids(markdown: str) -> list[str]:
    soup = BeautifulSoup(render(markdown, name="an-article"), "html5lib")
    return [str(element["id"]) for element in soup.select("[id]") if not str(element["id"]).startswith("fn")]


def test_paragraphs_headings_and_items_have_ids_of_their_words() -> None:
    markdown = "## A *head*\n\nOne & two\\.\n\n- an item\n- with\n\n  two paragraphs\n\n> said\n\n    code = 1\n"
    assert ids(markdown) == [
        id_of(words) for words in ("a head", "one two", "an item", "with", "two paragraphs", "said", "code 1")
    ]


def test_an_id_stays_when_something_else_changes() -> None:
    before, after = ids("One.\n\nTwo.\n\nThree."), ids("Zero.\n\nOne.\n\n**Two**!\n\nThree.")
    assert after[1:] == before


def test_equal_paragraphs_are_told_apart() -> None:
    one = id_of("Again")
    assert ids("Again.\n\nAgain.\n\nOnce.\n\nAgain.") == [one, f"{one}-2", id_of("Once"), f"{one}-3"]


def test_pelican_replaces_nothing_in_alternative_texts() -> None:
    html = render("![x href='{filename}a'](https://x.org/{static}b) ![held]({static}/images/c.jpg)")
    assert "{filename}" not in html
    assert [image["src"] for image in BeautifulSoup(html, "html5lib").select("img")] == ["", "{static}/images/c.jpg"]


@pytest.mark.parametrize("way", ["/../../notes.jpg", "../a.jpg", "/b/%2e%2E/%2e./a.jpg", "..\\\\a.jpg", "/a/.."])
def test_an_image_s_address_does_not_lead_out_of_the_archive(way: str) -> None:
    for place in ("{static}", "{attach}"):
        (image,) = BeautifulSoup(render(f"![held]({place}{way})"), "html5lib").select("img")
        assert image["src"] == ""


def test_two_dots_in_a_file_s_name_lead_nowhere_else() -> None:
    assert 'src="{static}/a..b.jpg"' in render("![held]({static}/a..b.jpg)")


def test_the_header_is_read_as_it_was_typed() -> None:
    header, markdown = split_header("---\npublished: 2016-03-05\nlang: no\nsource:\ntags: [on, 12]\n---\n\nText\n---\n")
    assert header == {"published": "2016-03-05", "lang": "no", "source": None, "tags": ["on", "12"]}
    assert markdown == "Text\n---\n"


BROKEN = [
    ("Text", "line 1: should be ---"),
    ("---\ntitle: x\n", "the header has no end"),
    ("---\ntitle: a: b\n---\n", "; put a text that holds “: ” in quotes; mend the YAML"),
    ("---\ntitle: a\ntitle: b\n---\n", "line 3: “title” stands twice"),
    ("---\nslug: a\nauthors: [a\n---\n", "line"),
    ("---\n- a\n---\n", "should be lines of `key: value`"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_a_broken_header_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(BrokenHeaderError) as error:
        split_header(text)
    assert told in str(error.value)


@pytest.fixture
def archive(tmp_path: Path) -> tuple[Readers, dict[str, Any]]:
    settings = DEFAULT_CONFIG | {
        "PATH": str(tmp_path / "content"), "ARCHIVE": str(tmp_path), "ARTICLE_PATHS": ["articles"], "FAULTS": [],
        "DEFAULT_CATEGORY": "", "FORMATTED_FIELDS": [],
    }  # fmt: skip
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/sources").mkdir()
    readers = Readers(settings)
    add_reader(readers)
    readers.readers["md"] = readers.reader_classes["md"](settings)
    return readers, settings


def read(archive: tuple[Readers, dict[str, Any]], name: str, text: str) -> Any:  # noqa: ANN401
    readers, settings = archive
    Path(settings["PATH"], name).write_text(text, encoding="utf-8")
    return readers.read_file(settings["PATH"], name, content_class=Article)


def test_pelican_gets_the_whole_header_and_makes_nothing_up(archive: tuple[Readers, dict[str, Any]]) -> None:
    text = '---\ntitle: A & B\nslug: a\npublished: "2016"\nauthors: []\nmodified: null\nsummary: 1 < 2\n---\n\nText\n'
    article = read(archive, "articles/a.md", text)
    assert (article.title, article.slug, article.summary) == ("A & B", "a", "1 &lt; 2")
    assert article.header["published"] == "2016"
    assert not hasattr(article, "date")
    assert not hasattr(article, "author")
    assert article.content == f'<p id="{id_of("Text")}">Text</p>'
    assert read(archive, "articles/b.md", "---\ntitle: B\n---\n\nText\n").summary == ""


def test_a_broken_header_is_an_articles_fault_and_stops_a_source(archive: tuple[Readers, dict[str, Any]]) -> None:
    with pytest.raises(BrokenHeaderError):
        read(archive, "articles/a.md", "---\ntitle: a: b\n---\n")
    assert archive[1]["FAULTS"][0].startswith("content/articles/a.md: line 2: mapping values")
    with pytest.raises(ArchiveError, match=r"content/sources/a.md: line 2"):
        read(archive, "sources/a.md", "---\ntitle: a: b\n---\n")


def test_what_sanitising_had_to_change_is_a_fault(
    archive: tuple[Readers, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safe_markdown.rendering.sanitised", lambda html: html.replace("bad", "good"))
    article = read(archive, "articles/a.md", "---\ntitle: A\n---\n\nbad\n")
    report_changes(article)
    assert archive[1]["FAULTS"] == [
        "content/articles/a.md: unsafe HTML was left out: @@ -2 +2 @@",
        "content/articles/a.md: unsafe HTML was left out: -bad",
        "content/articles/a.md: unsafe HTML was left out: +good",
    ]
