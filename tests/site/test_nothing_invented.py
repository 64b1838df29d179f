"""What is unknown stays unknown on every page: no author, date, source, language or topic comes from nowhere."""

from __future__ import annotations

import json
import re

import pytest

from tests.search.reading import told_in
from tests.site.building import Archive, Site, built

NOTE = "articles/2017-01-02-note/index.html"
TELLING = re.compile("author|creator|date|issued|time|language|keywords|publisher|site_name")
# Partial dates in the archive are 2015-11 and 2014; the sentinel of what has no date is the first day of the year 1.
INVENTED = ["0001-01", "0001/01", "2015-11-01", "2015/11/01", "1 November 2015", "2014-01", "2014/01", "January 2014"]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An article with a title and nothing else, in an archive that says nothing of itself."""
    archive = Archive(tmp_path_factory.mktemp("alone"))
    archive.write("content/articles/2016-03-15-notes/2017-01-02-note.md", "---\ntitle: A title alone\n---\n\nWords.\n")
    return built(archive)


def test_a_title_alone_is_all_that_its_page_shows(alone: Site) -> None:
    page = alone.page(NOTE)
    assert alone.main(NOTE).startswith("A title alone Author unknown · Date unknown Words.")
    assert not page.find_all("time")
    names = {str(meta.get("name") or meta.get("property")) for meta in page.find_all("meta")}
    assert not {name for name in names if TELLING.search(name)}


def test_a_title_alone_makes_no_source_author_topic_or_year(alone: Site) -> None:
    lists = [page for page in alone.pages() if re.match("(sources|authors|topics|years)/.+/", page)]
    assert lists == []
    report = {key: alone.report[key] for key in ("articles", "undated", "sources", "authors", "topics", "needs_review")}
    assert report == {"articles": 1, "undated": 1, "sources": 0, "authors": 0, "topics": 0, "needs_review": []}


def test_an_unknown_language_is_said_to_be_unknown(alone: Site) -> None:
    heading = alone.page(NOTE).h1
    assert heading is not None
    assert heading["lang"] == ""


def test_an_archive_without_a_description_bears_its_folders_name(alone: Site) -> None:
    title = alone.page("index.html").title
    assert title is not None
    assert title.get_text() == alone.output.parent.name


@pytest.mark.parametrize("date", INVENTED)
def test_no_invented_date_is_anywhere_in_the_output(site: Site, published: Site, date: str) -> None:
    assert site.holds(date) == []
    assert published.holds(date) == []


@pytest.mark.parametrize(
    ("slug", "shown", "exact"),
    [("by-day", "15 March 2016", "2016-03-15"), ("by-month", "November 2015", "2015-11"), ("by-year", "2014", "2014")],
)
def test_a_date_is_as_exact_as_it_is_known(site: Site, slug: str, shown: str, exact: str) -> None:
    time = site.page(f"articles/{slug}/index.html").find("time")
    assert time is not None
    assert (time.get_text(), time["datetime"]) == (shown, exact)


def test_an_empty_archive_is_a_site_too(archive: Archive) -> None:
    site = built(archive)
    assert site.report["articles"] == 0
    assert "No date is guessed" not in site.main("undated/index.html")


def test_an_unknown_title_is_shown_as_unknown_and_cited_nowhere(archive: Archive) -> None:
    archive.source("s", title="S", rights="full")
    archive.article("of-salt", title=None, source="S", published="2016-03-15", needs_review=["No title was found."])
    archive.article("older", title=" ", source="S", published="2015-03-15")
    archive.ledger("of-salt", [])
    for siteurl in (None, "https://x.example"):
        site = built(archive, siteurl=siteurl)
        page = site.page("articles/of-salt/index.html")
        assert [words.get_text() for words in page.select(".untitled")] == ["Untitled (of-salt)", "Untitled (older)"]
        assert page.select("h1 .untitled[lang=en]")
        assert page.title is not None
        assert page.title.get_text() == f"Untitled (of-salt) · {archive.folder.name}"
        assert not page.select("meta[name=citation_title], meta[property='og:title'], meta[name='DCTERMS.title']")
        (data,) = page.select('script[type="application/ld+json"]')
        assert "headline" not in json.loads(data.get_text())
        assert site.page("articles/index.html").select(".article-list__title .untitled")


def test_the_search_shows_an_untitled_article_and_finds_no_word_of_its_label(archive: Archive) -> None:
    archive.article("of-salt", title=None)
    search = built(archive).output / "search"
    (documents,), (terms,) = (list(search.glob(f"*/{part}/0.js")) for part in ("documents", "terms"))
    assert "Untitled (of-salt)" in told_in(documents)
    assert "word" in told_in(terms)
    assert "untitl" not in told_in(terms)


def test_a_withdrawn_article_without_a_title_says_so(archive: Archive) -> None:
    archive.article("gone", title=None)
    archive.curate("corrections/gone.yaml", {"withdrawn": {"on": "2026-05-01", "reason": "R."}})
    assert built(archive).main("articles/gone/index.html").startswith("Withdrawn article Untitled (gone)")


def test_empty_texts_are_as_unknown_as_null(archive: Archive) -> None:
    archive.article("blank", title=" Blank ", source=" ", published="", authors=["", " "], tags=[""], summary=" ")
    site = built(archive)
    assert site.main("articles/blank/index.html").startswith("Blank Author unknown · Date unknown Words.")
    assert (site.report["sources"], site.report["authors"], site.report["topics"]) == (0, 0, 0)


def test_keys_that_are_not_in_the_header_s_form_do_nothing(archive: Archive) -> None:
    archive.article(
        "kept", status="draft", save_as="elsewhere.html", template="withdrawn", date="2001-02-03", category="c"
    )
    site = built(archive)
    assert site.has("articles/kept/index.html")
    assert not site.has("elsewhere.html")
    assert site.holds("2001-02-03") == []
