"""Cleaning an archive: what is written, what is left alone, and what a curator's hand decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.archive.conftest import clean, dump, run
from unscrape.blocks import split_blocks
from unscrape.model import Block, ScrapedPage

ARTICLE = "content/articles/pier/the-engine-that-was-sold-twice.md"
LEDGER = "ledger/pier/the-engine-that-was-sold-twice.jsonl"
PROPOSED = "ledger/pier/the-engine-that-was-sold-twice.proposed.md"
CORRECTIONS = "curation/corrections/the-engine-that-was-sold-twice.yaml"


def read_header(path: Path) -> dict[str, object]:
    header: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    return header


def tree(archive: Path) -> dict[str, tuple[int, bytes]]:
    """Every written file with its time and bytes."""
    files = (path for name in ("content", "ledger") for path in (archive / name).rglob("*") if path.is_file())
    return {path.as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_scrapes_become_articles_with_ledgers(archive: Path) -> None:
    result = clean(archive)
    assert result.exit_code == 0, result.output
    assert "3 scrapes: 3 cleaned" in result.output
    found = read_header(archive / ARTICLE)
    assert (found["title"], found["authors"], found["published"]) == (
        "The Engine That Was Sold Twice", ["Ana Ilić"], "2021-05-03",
    )  # fmt: skip
    head, *entries = map(json.loads, (archive / LEDGER).read_text(encoding="utf-8").splitlines())
    assert head["scrape"]["path"] == "scraped/pier/engine.txt"
    assert head["words"]["kept"] + head["words"]["metadata"] + head["words"]["removed"] == head["words"]["page"]
    assert [entry["fate"] for entry in entries[:2]] == ["removed", "removed"]


def test_a_second_run_writes_nothing(archive: Path) -> None:
    clean(archive)
    before = tree(archive)
    assert "3 unchanged" in clean(archive).output
    assert tree(archive) == before


def test_a_lost_memory_cleans_to_the_same_files(archive: Path) -> None:
    clean(archive)
    before = {path: data for path, (_, data) in tree(archive).items()}
    (archive / ".cache/cleaned.json").unlink()
    assert "3 cleaned" in clean(archive).output
    assert {path: data for path, (_, data) in tree(archive).items()} == before


def test_a_new_page_of_a_site_cleans_the_site_anew_and_no_other(archive: Path) -> None:
    other = archive / "scraped/quay/one.txt"
    other.parent.mkdir()
    other.write_text(dump("The Quay at Low Water, Seen From Above", "Ana Ilić"), encoding="utf-8")
    clean(archive)
    (archive / "scraped/pier/fourth.txt").write_text(
        dump("A Fourth Account of the Engine", "Tor Østby"), encoding="utf-8"
    )
    assert "4 cleaned, 1 unchanged" in clean(archive).output


def test_a_corrected_article_is_never_overwritten(archive: Path) -> None:
    clean(archive)
    corrected = (archive / ARTICLE).read_text(encoding="utf-8").replace("second engine", "third engine")
    (archive / ARTICLE).write_text(corrected, encoding="utf-8")
    scrape = archive / "scraped/pier/engine.txt"
    scrape.write_text(scrape.read_text(encoding="utf-8").replace("a bollard", "a coil of rope"), encoding="utf-8")
    assert "1 corrected by hand and left alone" in clean(archive).output
    assert (archive / ARTICLE).read_text(encoding="utf-8") == corrected
    assert "coil of rope" in (archive / PROPOSED).read_text(encoding="utf-8")
    # Taken over whole, the proposal is ours again, and the next cleaning may write.
    (archive / ARTICLE).write_bytes((archive / PROPOSED).read_bytes())
    (archive / ".cache/cleaned.json").unlink()
    assert "3 cleaned" in clean(archive).output
    assert not (archive / PROPOSED).exists()


def test_corrections_are_replayed(archive: Path) -> None:
    clean(archive)
    acts = {
        "set": {"published": "2021-05", "authors": ["Ana Ilić", "Tor Østby"]},
        "remove": ["Nobody in the harbour office"],
    }
    (archive / CORRECTIONS).parent.mkdir(parents=True)
    (archive / CORRECTIONS).write_text(yaml.safe_dump(acts, allow_unicode=True), encoding="utf-8")
    assert "1 cleaned, 2 unchanged" in clean(archive).output
    found = read_header(archive / ARTICLE)
    assert (found["published"], found["authors"]) == ("2021-05", ["Ana Ilić", "Tor Østby"])
    assert "gone to lunch" not in (archive / ARTICLE).read_text(encoding="utf-8")
    entries = list(map(json.loads, (archive / LEDGER).read_text(encoding="utf-8").splitlines()[1:]))
    assert [entry["rule"] for entry in entries if "gone to lunch" in entry["words"]] == ["correction"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sett: {title: x}\n", 'unknown key "sett"'),
        ("set: {titel: x}\n", '1: set: unknown key "titel"; did you mean "title"?'),
        ("set: {published: 3 May 2021}\n", "1: set.published: write a date such as"),
        ("keep: a line\n", "keep: a list of texts is needed"),
        ("set: [\n", "not valid YAML"),
    ],
)
def test_broken_corrections_set_the_page_aside(archive: Path, text: str, said: str) -> None:
    clean(archive)
    (archive / CORRECTIONS).parent.mkdir(parents=True)
    (archive / CORRECTIONS).write_text(text, encoding="utf-8")
    result = clean(archive)
    assert result.exit_code == 1
    assert said in result.output
    assert CORRECTIONS in result.output


def test_one_bad_file_is_set_aside_and_the_run_goes_on(archive: Path) -> None:
    (archive / "scraped/pier/broken.html").write_bytes(b"%PDF-1.7\x00\x01\x02 not a page")
    (archive / "scraped/pier/empty.txt").write_bytes(b"")
    for _ in range(2):  # the second run remembers, and says so again
        result = clean(archive)
        assert result.exit_code == 1
        assert "2 could not be cleaned" in result.output
        assert "broken.html" in result.output
    assert (archive / "ledger/pier/broken.html.failed.json").exists()
    assert len(list((archive / "content/articles/pier").glob("*.md"))) == 3
    (archive / "scraped/pier/broken.html").unlink()
    (archive / "scraped/pier/empty.txt").write_text(
        dump("No Longer Empty, and Other News", "Ana Ilić"), encoding="utf-8"
    )
    assert clean(archive).exit_code == 0
    assert not list((archive / "ledger").rglob("*.failed.json"))


def test_a_page_that_cannot_be_split_takes_no_other_along(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_one(page: ScrapedPage) -> tuple[Block, ...]:
        if "Tor Østby" in page.text:
            raise IndexError("a fault of ours")
        return split_blocks(page)

    monkeypatch.setattr("unscrape.cleaning_run.split_blocks", fail_on_one)
    assert "3 cleaned" in clean(archive).output


def test_exact_duplicates_make_one_article(archive: Path) -> None:
    (archive / "scraped/pier/engine (1).txt").write_bytes((archive / "scraped/pier/engine.txt").read_bytes())
    assert "4 scrapes: 3 cleaned; 1 exact duplicate left out" in clean(archive).output
    head = json.loads((archive / LEDGER).read_text(encoding="utf-8").splitlines()[0])
    assert [head["scrape"]["path"], *head["also_scraped_as"]] == [
        "scraped/pier/engine (1).txt",
        "scraped/pier/engine.txt",
    ]


def test_a_moved_scrape_keeps_its_article(archive: Path) -> None:
    clean(archive)
    (archive / "scraped/pier/engine.txt").rename(archive / "scraped/pier/motor.txt")
    clean(archive)
    assert len(list((archive / "content/articles/pier").glob("*.md"))) == 3
    head = json.loads((archive / LEDGER).read_text(encoding="utf-8").splitlines()[0])
    assert head["scrape"]["path"] == "scraped/pier/motor.txt"


def test_two_articles_of_one_title_have_two_slugs(archive: Path) -> None:
    other = archive / "scraped/quay/engine.txt"
    other.parent.mkdir()
    other.write_text(dump("The Engine That Was Sold Twice", "Müge Şahin-Doyle"), encoding="utf-8")
    clean(archive)
    slugs = sorted(path.stem for path in (archive / "content/articles").rglob("the-engine*.md"))
    assert len(slugs) == 2
    assert slugs[1].startswith(f"{slugs[0]}-")
    assert len(slugs[1]) == len(slugs[0]) + 9


def test_versions_of_one_article_do_not_erase_each_other(archive: Path) -> None:
    page = (archive / "scraped/pier/engine.txt").read_text(encoding="utf-8")
    (archive / "scraped/pier/engine-print.txt").write_text(page.replace("Home\n", "Print version\n"), encoding="utf-8")
    clean(archive)
    for article in (archive / "content/articles/pier").glob("the-engine*.md"):
        assert "made out in two hands" in article.read_text(encoding="utf-8")


def test_withdrawing_keeps_the_curators_comments(archive: Path) -> None:
    clean(archive)
    (archive / CORRECTIONS).parent.mkdir(parents=True)
    (archive / CORRECTIONS).write_text('# the date is a guess\nset: {published: "2021"}\n', encoding="utf-8")
    slug = Path(ARTICLE).stem
    assert run("withdraw", slug, "--reason", "At the author’s wish.", "--archive", archive).exit_code == 0
    written = (archive / CORRECTIONS).read_text(encoding="utf-8")
    assert written.startswith("# the date is a guess")
    assert yaml.safe_load(written)["withdrawn"]["reason"] == "At the author’s wish."
    again = run("withdraw", slug, "--reason", "Twice.", "--archive", archive)
    assert again.exit_code == 2
    assert "withdrawn already" in again.output
    assert run("withdraw", "no-such-slug", "--reason", "x", "--archive", archive).exit_code == 2


def test_a_source_is_drafted_once(archive: Path) -> None:
    scrape = archive / "scraped/pier/engine.txt"
    scrape.write_text(
        scrape.read_text(encoding="utf-8") + "\n© 2021 The Pier Gazette. All rights reserved.\n", encoding="utf-8"
    )
    clean(archive)
    page = archive / "content/sources/the-pier-gazette.md"
    assert read_header(page)["rights"] is None
    page.write_text("---\ntitle: The Pier Gazette\nrights: excerpt\n---\nOurs now.\n", encoding="utf-8")
    (archive / ".cache/cleaned.json").unlink()
    clean(archive)
    assert "Ours now." in page.read_text(encoding="utf-8")
    assert len(list(page.parent.iterdir())) == 1


def test_a_heading_with_the_sections_name_stays(archive: Path) -> None:
    scrape = archive / "scraped/pier/engine.txt"
    before, after = scrape.read_text(encoding="utf-8").split("\n\nIn the end")
    scrape.write_text(
        f"{before.replace('By Ana', 'Published in Harbours' + chr(10) * 2 + 'By Ana')}\n\n"
        f"Published in Harbours\n\nIn the end{after}",
        encoding="utf-8",
    )
    clean(archive)
    text = (archive / ARTICLE).read_text(encoding="utf-8")
    assert read_header(archive / ARTICLE)["section"] == "Harbours"
    assert "Published in Harbours\n" in text.split("---\n")[2]
