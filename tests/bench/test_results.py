"""From a page's outputs to the rows of the table: what is right, what is invented, what confidence is worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.cleaning.confidence import caught, field_judged, kept
from bench.cleaning.corpus import Page, fold_of, in_part, load_pages, site_of
from bench.cleaning.curve import as_svg
from bench.cleaning.report import Report, Row, as_markdown, decimals
from bench.cleaning.results import score_page, summarise
from bench.cleaning.running import Output, Run, as_day, as_output
from bench.cleaning.systems import OURS


def page(author: str | None = "Ana Ilić", date: str | None = "2016-03-15") -> Page:
    return Page(
        name="0001",
        path=Path("0001.html.gz"),
        url="https://www.ombe.example/wells",
        site="ombe.example",
        title="The wells of Ombe",
        author=author,
        date=date,
        text="The wells are dry.\n\nNobody knows why.",
        markdown="The **wells** are dry.\n\nNobody knows why.",
        wanted=("The wells are dr",),
        unwanted=("Log in",),
    )


RIGHT = Output(
    text="The wells are dry. Nobody knows why.",
    markdown="The **wells** are dry. Nobody knows why.",
    title="The Wells of Ombe",
    authors=["Ana Ilić"],
    date="2016-03-15",
    sure={"text": 0.9, "title": 0.8, "author": 0.7, "date": 0.6},
)


def test_a_page_cleaned_as_the_truth_has_it() -> None:
    score = score_page(page(), RIGHT)
    assert (score.f1, score.runs, list(score.found), list(score.avoided)) == (1, 1, [True], [True])
    assert score.right == {"title": True, "author": True, "first author": True, "date": True}
    assert score.invented == {}
    assert score.structure == {"strong": 1.0}


def test_what_is_given_where_there_is_none_is_invented() -> None:
    score = score_page(page(author=None, date=None), RIGHT)
    assert score.right == {"title": True}
    assert score.invented == {"author": True, "date": True}
    assert score_page(page(author=None), Output()).invented == {"author": False}


def test_a_page_that_failed_counts_as_empty() -> None:
    score = score_page(page(), Output(error="RecursionError()"))
    assert (score.f1, score.failed) == (0, True)
    assert not any(score.right.values())
    assert summarise([score, score_page(page(), RIGHT)]).f1 == pytest.approx(1 / 2)


def test_shares_are_of_the_pages_that_the_question_is_for() -> None:
    summary = summarise([score_page(page(), RIGHT), score_page(page(author=None), RIGHT), score_page(page(), Output())])
    assert summary.right["author"] == pytest.approx(1 / 2)
    assert summary.right["title"] == pytest.approx(2 / 3)
    assert summary.invented == {"author": 1.0}


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2016-03-15", "2016-03-15"),
        ("2016-03-15T23:30:00-05:00", "2016-03-15"),
        ("2016-03", "2016-03"),
        ("15 March 2016", "2016-03-15"),
        ("some day", "some day"),
        ("", None),
        (None, None),
    ],
)
def test_a_peers_date_is_brought_to_the_truths_form(date: str | None, day: str | None) -> None:
    assert as_day(date) == day


def test_text_that_comes_as_html_is_made_plain() -> None:
    assert as_output({"seconds": 1.0, "html": "<p>one</p><p>two</p>"}).text.split() == ["one", "two"]


def test_the_first_pages_warm_a_process_up() -> None:
    run = Run({"a": Output(seconds=9.0), "b": Output(seconds=1.0), "c": Output(seconds=2.0)}, 10.0, "1")
    assert run.seconds(without_first=1) == pytest.approx(3)


def test_low_confidence_that_finds_the_bad_one() -> None:
    judged = [(0.9, 1.0), (0.8, 0.95), (0.7, 0.9), (0.1, 0.2)]
    assert kept(judged, 0.75) == pytest.approx(0.95)
    assert caught(judged, 0.25) == 1
    assert caught(judged, 0.02) == 0


def test_equal_confidences_say_nothing() -> None:
    judged = [(0.5, 1.0), (0.5, 0.0)]
    assert kept(judged, 0.5) == pytest.approx(1 / 2)
    assert caught(judged, 0.5) == pytest.approx(1 / 2)


def test_a_field_is_judged_where_it_is_given() -> None:
    scores = [score_page(page(), RIGHT), score_page(page(author=None), RIGHT), score_page(page(), Output())]
    assert field_judged(scores, "author") == [(0.7, 1.0), (0.7, 0.0)]


def test_a_site_is_wholly_held_back_or_not_at_all() -> None:
    assert site_of("https://www.ombe.example/a") == site_of("http://ombe.example/b") == "ombe.example"
    assert in_part(page(), "held-back") == (fold_of("ombe.example") == 0)
    assert in_part(page(), "held-back") != in_part(page(), "develop")
    assert in_part(page(), "all")


def test_missing_pages_are_told_with_the_next_step(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("UNSCRAPE_SHARED", str(tmp_path))
    with pytest.raises(SystemExit, match="UNSCRAPE_SHARED=dir make bench-cleaning"):
        load_pages("held-back")


def test_the_report_has_a_row_a_system() -> None:
    scores = [score_page(page(), RIGHT), score_page(page(author=None), Output())]
    report = Report("A try", ["one note"], [Row("ours", scores, OURS, "1.0")], {"a dump": [Row("everything", scores)]})
    text = as_markdown(report)
    assert "| ours 1.0 | .500 |" in text
    assert "| a dump: everything | .500 |" in text
    assert "one note" in text


def test_the_curve_is_drawn_for_each_kind_of_input() -> None:
    svg = as_svg({"HTML": [(0.9, 1.0), (0.1, 0.4)], "dumps < all": [(0.5, 0.5)]})
    assert svg.count("<polyline") == 2
    assert "dumps &lt; all" in svg


def test_figures_are_written_without_a_nought() -> None:
    assert [decimals(figure) for figure in (0.9625, 1.0, 0.0, None)] == [".963", "1.000", ".000", "–"]
