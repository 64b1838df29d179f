"""The command: what each verb says, to people and to machines, and how it fails."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.conftest import clean, run


def test_explain_tells_each_line_and_its_rule(archive: Path) -> None:
    result = run("explain", archive / "scraped/pier/engine.txt")
    assert result.exit_code == 0
    assert "- Follow us on social" in result.output
    assert "repeats over the site: the same line stands on 3 of the site's 3 pages" in result.output
    assert "+ The ferry to Ness Talla" in result.output
    assert "authors: Ana Ilić  byline" in result.output


def test_explain_is_coloured_in_a_terminal(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    output = run("explain", archive / "scraped/pier/engine.txt").output
    assert re.search(r"\x1b\[(?:1;)?31m- ", output)
    assert re.search(r"\x1b\[(?:1;)?32m\+ ", output)


def test_explain_speaks_json(archive: Path) -> None:
    told = json.loads(run("explain", archive / "scraped/pier/engine.txt", "--json").output)
    assert told["fields"]["title"]["value"] == "The Engine That Was Sold Twice"
    assert {entry["fate"] for entry in told["entries"]} == {"kept", "metadata", "removed"}


def test_explain_needs_a_file(tmp_path: Path) -> None:
    result = run("explain", tmp_path / "nothing.txt")
    assert result.exit_code == 2
    assert "nothing.txt" in result.output


def test_articles_speaks_json(archive: Path) -> None:
    told = json.loads(run("articles", "--archive", archive, "--json").output)
    assert [one["state"] for one in told] == ["cleaned"] * 3


def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    result = run("articles", "--archive", tmp_path)
    assert result.exit_code == 2
    assert "no archive" in result.output
    assert "unscrape new" in result.output


def test_new_starts_an_archive_and_touches_no_other(tmp_path: Path) -> None:
    assert run("new", tmp_path / "my archive").exit_code == 0
    assert (tmp_path / "my archive/scraped").is_dir()
    assert clean(tmp_path / "my archive").exit_code == 0
    result = run("new", tmp_path / "my archive")
    assert result.exit_code == 2
    assert "not empty" in result.output


def test_status_tells_what_waits(archive: Path) -> None:
    (archive / "scraped/pier/empty.txt").write_bytes(b"")
    clean(archive)
    result = run("status", "--archive", archive)
    assert "3 articles, 3 to be reviewed" in result.output
    assert "3 × No source was found.\n      content/articles/pier/a-bollard" in result.output
    assert "empty.txt" in result.output
    assert json.loads(run("status", "--archive", archive, "--json").output)["articles"] == 3


def test_no_bar_without_a_terminal(archive: Path) -> None:
    command = [sys.executable, "-m", "unscrape", "articles", "--archive", str(archive)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    assert made.stderr == ""
    assert made.stdout == "3 scrapes: 3 cleaned\n"


RULES = "recognise:\n  marks: ['^Leave a Reply$']\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{RULES}remove:\n  - phrase: Home\n  - xpaht: //nav\n",
            '5: remove[1]: unknown key "xpaht"; known keys are phrase, pattern',
        ),
        (f"{RULES}feilds:\n  byline: ['^By']\n", '1: the file: unknown key "feilds"; did you mean "fields"?'),
        (f"{RULES}article:\n  ends_before: ['(']\n", "4: article.ends_before[0]: not a regular expression"),
        (f"{RULES}lead_ins: BACKGROUND\n", "3: lead_ins: a list of texts is needed here"),
        ("remove: []\n", "1: the file: 'recognise' is a required property"),
        ("recognise: [\n", "2: not valid YAML"),
    ],
)
def test_check_rules_names_file_key_and_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "pier.yaml"
    file.write_text(text, encoding="utf-8")
    result = run("check-rules", file)
    assert result.exit_code == 1
    assert f"pier.yaml:{said}" in result.output


def test_check_rules_passes_what_ships() -> None:
    result = run("check-rules")
    assert result.exit_code == 0, result.output


def test_broken_rules_stop_a_run_before_anything_is_written(archive: Path) -> None:
    rules = archive / "curation/site_rules/pier.yaml"
    rules.parent.mkdir(parents=True)
    rules.write_text("recognise: {marks: ['(']}\n", encoding="utf-8")
    result = clean(archive)
    assert result.exit_code == 2
    assert "pier.yaml:1: recognise.marks[0]" in result.output
    assert not (archive / "content").exists()


@pytest.mark.parametrize("verb", ["articles", "explain", "check-rules", "status", "new", "withdraw"])
def test_help_has_examples(verb: str) -> None:
    output = run(verb, "--help").output
    assert "Example" in output
    assert f"unscrape {verb}" in output
