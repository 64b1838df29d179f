"""Files that a curator writes: what is read from them, and that a mistake in one is told, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.archive.conftest import clean, dump, run
from unscrape.corrections import SCHEMA, Corrections, load_corrections, set_fields
from unscrape.curated_yaml import parse_yaml
from unscrape.errors import RulesError
from unscrape.model import Choice, Evidence, Metadata
from unscrape.pipeline import clean_page
from unscrape.reading import read_data
from unscrape.source_drafts import read_header

ARTICLE = "content/articles/pier/by-hand.md"
MARKS = "recognise: {marks: ['^Leave a Reply$']}\n"


def write(archive: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = archive / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("published: 2016-02-30", {"published": "2016-02-30"}),
        ("published: 2016", {"published": "2016"}),
        ("lang: no", {"lang": "no"}),
        ("on: 12:30:45", {"on": "12:30:45"}),
        ("[true, False, null, ~, 'true', 0x1f]", [True, False, None, None, "true", "0x1f"]),
        ("", None),
    ],
)
def test_text_stays_text(text: str, held: object) -> None:
    assert parse_yaml(text) == held


@pytest.mark.parametrize(
    "text",
    ["!!timestamp 2016-13-45", "!!int x", "!!python/object:os.system x", "{a: 1, a: 2}", "? [a]\n: b", "[" * 5000],
)
def test_what_cannot_be_read_is_a_yaml_error(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        parse_yaml(text)


@pytest.mark.parametrize(
    "header", ["published: 2016-02-30", "title: [a]", "source: [a]", "title: {a: b}", "[", "- a", "a: !!int x"]
)
def test_an_odd_header_stops_no_command(archive: Path, header: str) -> None:
    for name in (ARTICLE, "content/sources/by-hand.md"):
        write(archive, name, f"---\n{header}\n---\nText\n")
    assert clean(archive).exit_code == 0
    assert run("status", "--archive", archive).exit_code == 0


def test_an_article_in_another_encoding_stops_no_command(archive: Path) -> None:
    path = write(archive, ARTICLE, "---\ntitle: Café\n---\n", "latin-1")
    assert read_header(path) == {}
    assert clean(archive).exit_code == 0
    assert run("status", "--archive", archive).exit_code == 0


def test_a_header_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "---\r\ntitle: Café\r\npublished: 2016\r\n---\r\n", "utf-8-sig")
    assert read_header(path) == {"title": "Café", "published": "2016"}


def test_rules_with_a_date_for_a_name_are_read(tmp_path: Path) -> None:
    file = write(tmp_path, "pier.yaml", f"{MARKS}source: {{name: 2016-13-45}}\nremove: [{{phrase: 1984}}]\n")
    assert run("check-rules", file).exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("recognise: {marks: [a], marks_needed: 0}\n", "pier.yaml:1: recognise.marks_needed: a number from 1"),
        (f"{MARKS}fields: true\nremove: true\n", "pier.yaml:2: fields: "),
        (f"{MARKS}source: !!timestamp 2016-13-45\n", "pier.yaml:2: not valid YAML"),
        (f"{MARKS}{MARKS}", 'pier.yaml:2: not valid YAML: "recognise" stands twice'),
    ],
)
def test_faults_of_rules_are_told(tmp_path: Path, text: str, said: str) -> None:
    result = run("check-rules", write(tmp_path, "pier.yaml", text))
    assert result.exit_code == 1
    assert said in result.output


def test_rules_in_another_encoding_are_told(tmp_path: Path) -> None:
    result = run("check-rules", write(tmp_path, "pier.yaml", MARKS + "# é\n", "latin-1"))
    assert result.exit_code == 1
    assert "pier.yaml:1: not UTF-8" in result.output


def test_one_source_in_two_spellings_is_drafted_once(archive: Path) -> None:
    for number, name in enumerate(("The Café Review", "The Cafe\u0301 Review", "The  café  review", "Quay News")):
        write(archive, f"content/articles/pier/{number}.md", f"---\ntitle: x\nsource: {name}\n---\n")
    write(archive, "content/sources/quay.md", "---\ntitle: Quay  news\n---\n")
    rules = f"{MARKS}source: {{name: The Cafe\u0301 Review, home_page: 'https://cafe.example/'}}\n"
    write(archive, "curation/site_rules/cafe.yaml", rules)
    clean(archive)
    (draft,) = set((archive / "content/sources").iterdir()) - {archive / "content/sources/quay.md"}
    assert read_header(draft)["title"] == "The Café Review"
    assert read_header(draft)["home_page"] == "https://cafe.example/"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "set:\nkeep:\nremove:\nwithdrawn:\n",
        "set: {title: 1984, published: 2016, modified: 2016-02, lang: no, source_url: 'https://a.example/'}",
        "set: {authors: []}",
        "set: {published: 2016-02-29, authors: [Ana Ilić]}",
        "withdrawn: {on: 2026-05-01, reason: At the author's wish.}",
        'withdrawn: {on: "2026-05-01"}',
        "\ufeffkeep: [a]\n",
    ],
)
def test_corrections_that_the_build_takes(tmp_path: Path, text: str) -> None:
    load_corrections(write(tmp_path, "a.yaml", text))


def test_null_is_unknown_for_every_field(tmp_path: Path) -> None:
    fields = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]["set"]["properties"]
    acts = load_corrections(write(tmp_path, "a.yaml", f"set: {json.dumps(dict.fromkeys(fields))}"))
    known = set_fields(Metadata(title=Choice(Evidence("A Title", "title", "line 1", 1.0))), acts)
    assert known.title.value is None
    assert known.title.rivals
    assert known.authors == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("set:\n  lang: en\n  published: 3 May 2017\n", "a.yaml:3: set.published: write a date"),
        ("set: {published: 2016-02-30}", "set.published: write a date"),
        ("set: {modified: 2016-3-1}", "set.modified: write a date"),
        ("set: {lang: 12}", "set.lang: write a language tag"),
        ("set: {source_url: foo}", "set.source_url: an address starts with"),
        ('set: {title: ""}', "set.title: a text is needed"),
        ("set: {title: {a: b}}", "set.title: a text is needed"),
        ("set: {title: [a]}", "set.title: a text is needed"),
        ("set: {title: true}", "set.title: a text is needed"),
        ("set: {authors: Ana Ilić}", "set.authors: a list of names"),
        ("set:\n  authors:\n    - Ana Ilić\n    - ''\n", "a.yaml:4: set.authors[1]: a name is needed"),
        ("set: [title]", "set: a mapping"),
        ("[set]", "a.yaml:1: the file: a mapping"),
        ("keep: [' ']", "keep[0]: a text is needed"),
        ("withdrawn: true", "withdrawn: a mapping"),
        ("withdrawn: {when: now}", 'withdrawn: unknown key "when"'),
        ("withdrawn: {on: 2026-05}", "withdrawn.on: write a day"),
        ("withdrawn: {on: 2026-02-30}", "withdrawn.on: write a day"),
        ("withdrawn: {reason: [a]}", "withdrawn.reason: a sentence"),
        ("set: {title: x}\nset: {title: y}\n", 'a.yaml:2: not valid YAML: "set" stands twice'),
    ],
)
def test_corrections_that_the_build_would_refuse(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RulesError) as told:
        load_corrections(write(tmp_path, "a.yaml", text))
    assert said in str(told.value)


def test_corrections_in_another_encoding_are_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="not UTF-8"):
        load_corrections(write(tmp_path, "a.yaml", "keep: [é]", "latin-1"))


def test_a_correction_that_finds_no_line_is_a_doubt() -> None:
    page = read_data(dump("The Engine That Was Sold Twice", "Ana Ilić"))
    acts = Corrections(keep=("Leave a", "No such line " * 20), remove=("Nobody in the\nharbor office", "Nobody in"))
    cleaned = clean_page(page, corrections=acts)
    assert [doubt for doubt in cleaned.needs_review if "correction" in doubt] == [
        f"A correction found no line: “{'No such line ' * 6}No…”.",
        "A correction found no line: “Nobody in the harbor office”.",
    ]
    assert "Leave a Reply" in cleaned.text
    assert "Nobody in" not in cleaned.text


@pytest.mark.parametrize("sentence", ["渡轮在星期一又取消了。", "フェリーはまた欠航した。", "เรือข้ามฟากถูกยกเลิกอีกแล้ว "])
def test_text_without_spaces_is_more_than_hardly_any(sentence: str) -> None:
    def doubts(times: int) -> str:
        return " ".join(clean_page(read_data(f"Title\n\n{sentence * times}\n\n{sentence * times}\n")).needs_review)

    assert "Hardly any text" not in doubts(20)
    assert "Hardly any text" in doubts(1)
