"""The home page's chart says how many articles of which source each year has, to those who see it and who don’t."""

from __future__ import annotations

import re

import pytest
from ascii_slugs import slug_of

from tests.site.building import Archive, Site, built
from tests.site.test_paged_lists import leads_to

HOME = "index.html"


def bars(site: Site) -> dict[str, str]:
    """What each bar says, and where it leads."""
    return {str(bar["aria-label"]): str(bar["href"]) for bar in site.page(HOME).select("a.over-time__bar")}


def rows(site: Site) -> list[list[str]]:
    return [[cell.get_text() for cell in row.select("th, td")] for row in site.page(HOME).select(".over-time tr")]


def publish(archive: Archive, source: str | None, *published: str | None) -> None:
    for number, date in enumerate(published):
        slug = slug_of(f"{source} {date} {number}")
        archive.article(slug, source=source, published=date)


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Site:
    archive = Archive(tmp_path_factory.mktemp("coast"))
    publish(archive, "The <Gull>", "2016", "2016-03", "2016-12-31", "2019", None)
    publish(archive, "Ombe Dispatch", "2016", "2019-01")
    publish(archive, None, "2019", None)
    return built(archive)


def test_bars_say_what_a_year_has_and_lead_to_it(coast: Site) -> None:
    assert bars(coast) == {
        "2016: 4 articles: The <Gull> 3, Ombe Dispatch 1": "./years/2016/index.html",
        "2019: 3 articles: The <Gull> 1, Ombe Dispatch 1, Unknown source 1": "./years/2019/index.html",
    }


def test_the_same_numbers_stand_in_a_table_with_the_years_that_have_none(coast: Site) -> None:
    assert rows(coast) == [
        ["Year", "The <Gull>", "Ombe Dispatch", "Unknown source", "All"],
        ["2016", "3", "1", "0", "4"],
        ["2017", "0", "0", "0", "0"],
        ["2018", "0", "0", "0", "0"],
        ["2019", "1", "1", "1", "3"],
    ]


def test_undated_articles_are_told_beside_it(coast: Site) -> None:
    assert "2 articles without a date are not in the chart." in coast.main(HOME)


def test_a_bar_is_as_tall_as_its_pieces(coast: Site) -> None:
    bar = coast.page(HOME).select("a.over-time__bar")[0]
    pieces = [piece for piece in bar.select("rect") if "tone-" in " ".join(piece["class"])]
    ends = [(_percent(piece["y"]), _percent(piece["y"]) + _percent(piece["height"])) for piece in pieces]
    assert ends[0][1] == pytest.approx(100)
    assert ends[1][1] == pytest.approx(ends[0][0], abs=0.01)


def test_only_the_largest_sources_stand_alone(archive: Archive) -> None:
    for number in range(1, 8):
        publish(archive, f"Sheet {number}", *(["2016"] * number), "2017")
    head = rows(built(archive))[0]
    assert head == ["Year", "Sheet 7", "Sheet 6", "Sheet 5", "Sheet 4", "Sheet 3", "Other sources", "All"]


@pytest.mark.parametrize("published", [["2016", "2016-05"], [None], []])
def test_without_two_years_there_is_no_chart(archive: Archive, published: list[str | None]) -> None:
    publish(archive, "The Gull", *published)
    assert not built(archive).page(HOME).select(".over-time")


def test_many_years_are_told_by_decade(archive: Archive) -> None:
    publish(archive, "The Gull", "1906", "1907", "1950", "2025-12")
    site = built(archive)
    assert [words.split(":")[0] for words in bars(site)] == ["1900s", "1950s", "2020s"]
    assert len(rows(site)) == 1 + 13
    years = site.page("years/index.html")
    for link in bars(site).values():
        page, _, heading = link.partition("#")
        assert leads_to(HOME, page) == "years/index.html"
        assert years.select_one(f"h2#{heading} + ul a") is not None


def test_topics_come_by_weight(archive: Archive) -> None:
    archive.article("one", tags=["Amber", "Zinc"])
    archive.article("two", tags=["Zinc"])
    topics = built(archive).page(HOME).select("section[aria-labelledby=home-topics] a")
    assert [topic.get_text() for topic in topics] == ["Zinc", "Amber"]


def test_the_newest_additions_are_those_captured_last_where_that_is_known(archive: Archive) -> None:
    days = {"old-news": "2024-07-18T23:30:00-05:00", "older-news": "2024-07-19", "newest": None}
    for year, (slug, day) in enumerate(days.items(), start=2016):
        archive.article(slug, published=str(year))
        archive.ledger(slug, [], captured=day and {"value": day, "origin": "o"})
    home = built(archive).page(HOME)
    assert [title.get_text() for title in home.select(".article-list__title")] == ["Old News", "Older News"]
    assert "Newest additions" in home.get_text()


def test_additions_of_which_nobody_knows_are_not_guessed(site: Site) -> None:
    headings = [heading.get_text() for heading in site.page(HOME).select("h2")]
    assert "Newest" in headings
    assert "Newest additions" not in headings


def _percent(value: object) -> float:
    found = re.fullmatch(r"([\d.]+)%", str(value))
    assert found is not None
    return float(found[1])
