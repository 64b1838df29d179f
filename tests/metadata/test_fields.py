"""What an unknown page's title, authors and date are taken from: a table of small pages for each field."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

import unscrape
from unscrape.model import CleanedPage

PROSE = (
    "<p>"
    + "The salt ships of Varrow came in with the evening tide, and the whole quay counted their lamps. " * 4
    + "</p>"
)


@dataclass(frozen=True)
class Case:
    """A page's head and body (before three paragraphs of prose, unless `below` stands after them)."""

    name: str
    body: str
    head: str = ""
    below: str = ""

    def page(self) -> CleanedPage:
        html = f"<html lang='en'><head>{self.head}</head><body>{self.body}{PROSE * 3}{self.below}</body></html>"
        return unscrape.clean(html, rules=())


H1 = "<h1>Who counts the rain?</h1>"
OG = "<meta property='og:title' content='Who counts the rain?'><meta property='og:type' content='article'>"


def json_ld(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


TITLES = [
    Case("the h1 that the page declares", f"<h1>Harbour Review</h1>{H1}", OG),
    Case("an h2, where the h1 is the site's name", "<h1>Harbour Review</h1><h2>Who counts the rain?</h2>", OG),
    Case("an h1 without the site's name", "<h1>Who counts the rain? | Harbour Review</h1>",
         "<meta property='og:site_name' content='Harbour Review'><title>Who counts the rain? | Harbour Review</title>"),
    Case("the declared title, where no heading has it", "<p>Rain</p>", OG),
    Case("the headline of a thing in a graph", "<h2>Newsletter</h2>",
         json_ld('{"@graph": [{"@type": "Organization", "name": "Harbour Review"},'
                 '{"@type": "NewsArticle", "headline": "Who counts the rain?"}]}')),
]  # fmt: skip


@pytest.mark.parametrize("case", TITLES, ids=lambda case: case.name)
def test_the_title_is(case: Case) -> None:
    assert case.page().title == "Who counts the rain?"


BYLINE = f"{H1}<p class='byline'>By Ana Ilić</p>"
AUTHORS = [
    (Case("a byline by its words", f"{H1}<p>By Ana Ilić</p>", OG), ["Ana Ilić"]),
    (Case("a byline by its class", f"{H1}<div class='post-author'>Ana Ilić</div>", OG), ["Ana Ilić"]),
    (Case("a link to the author's page", f"{H1}<p><a href='/author/ana-ilic/'>Ana Ilić</a> 5 May 2020</p>", OG),
     ["Ana Ilić"]),
    (Case("two authors", f"{H1}<p class='byline'>By Ana Ilić and Tor Østby</p>", OG), ["Ana Ilić", "Tor Østby"]),
    (Case("a byline with what the author is", f"{H1}<p class='byline'>By Ana Ilić, Senior Editor</p>", OG),
     ["Ana Ilić"]),
    (Case("two authors with degrees", f"{H1}<p class='byline'>By Ana Ilić, Ph.D., and Tor Østby, MD</p>", OG),
     ["Ana Ilić", "Tor Østby"]),
    (Case("two authors with footnotes", f"{H1}<p class='byline'>By Ana Ilić1, PhD, Tor Østby2*</p>", OG),
     ["Ana Ilić", "Tor Østby"]),
    (Case("a name beside a role and a date", f"{H1}<p>Laura Ostrand | Senior Writer | July 2, 2025</p>", OG),
     ["Laura Ostrand"]),
    (Case("an image that shows the author", f"{H1}<p class='author'><img src='a.png' alt='Headshot of Ana Ilić'></p>"
          "<p class='author'>By Ana Ilić</p>", OG), ["Ana Ilić"]),
    (Case("a dek that ends in a byline", f"{H1}<p>Somebody has to. By Laura Ostrand</p>", OG), ["Laura Ostrand"]),
    (Case("a byline of more people than are declared",
          f"{H1}<p class='byline'>By Ana Ilić, Laura Ostrand and Tor Østby</p>",
          f"{OG}<meta name='author' content='Ana Ilić'>"), ["Ana Ilić", "Laura Ostrand", "Tor Østby"]),
    (Case("a byline with a date", f"{H1}<p class='byline'>By Ana Ilić | 5 May 2020</p>", OG), ["Ana Ilić"]),
    (Case("a name beside an image with the same name",
          f"{H1}<a class='author-name'>Ana Ilić Ana Ilić</a>", OG), ["Ana Ilić"]),
    (Case("an author that a graph refers to", H1, OG + json_ld(
        '{"@graph": [{"@type": "Person", "@id": "#a", "name": "Ana Ilić"},'
        '{"@type": "BlogPosting", "headline": "Who counts the rain?", "author": {"@id": "#a"}}]}')), ["Ana Ilić"]),
    (Case("microdata", f"{H1}<span itemprop='author' itemscope><b itemprop='name'>Ana Ilić</b></span>",
          f"{OG}<meta name='author' content='Ana Ilić'>"), ["Ana Ilić"]),
    (Case("a label of a card", H1, f"{OG}<meta name='author' content='Ana Ilić'>"
          "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ana Ilić'>"),
     ["Ana Ilić"]),
    (Case("a reading time on a card", H1,
          f"{OG}<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='5 minutes'>"),
     []),
    (Case("nobody", H1, OG), []),
    (Case("a menu of the staff's pages",
          f"<nav><a href='/people/faculty'>Our Faculty</a> <a href='/staff/all'>Current Staff</a></nav>{H1}", OG), []),
    (Case("a street and a button", f"{H1}<p>Salt Lane</p><p>Read More</p>", OG), []),
    (Case("a comment's author", H1, OG, "<div class='comment'><p class='comment-author'>Tor Østby</p></div>"), []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "authors"), AUTHORS, ids=lambda given: getattr(given, "name", None))
def test_the_authors_are(case: Case, authors: list[str]) -> None:
    assert case.page().authors == authors


DATED = f"{OG}<meta property='article:published_time' content='2020-05-04T23:00:00Z'>"
DATES = [
    (Case("declared", H1, DATED), "2020-05-04"),
    (Case("shown under the title", f"{H1}<p class='date'>Published on 4 May 2020</p>", OG), "2020-05-04"),
    (Case("the first, where the page was changed later", f"{H1}<p>Published May 4, 2020 | Updated June 8, 2021</p>",
          DATED),
     "2020-05-04"),
    (Case("in a graph", BYLINE, OG + json_ld('{"@graph": [{"@type": "NewsArticle", "headline": "Who counts the rain?",'
          '"author": {"name": "Ana Ilić"}, "datePublished": "2020-05-04"}]}')), "2020-05-04"),
    (Case("of JSON-LD with a comma too many", BYLINE, OG + json_ld(
        '{"@type": "NewsArticle", "headline": "Who counts the rain?", "author": {"name": "Ana Ilić"},'
        '"datePublished": "2020-05-04",}')), "2020-05-04"),
    (Case("not of a guide's JSON-LD alone", H1, OG + json_ld(
        '{"@type": "BlogPosting", "headline": "Who counts the rain?", "datePublished": "2019-01-07"}')), None),
    (Case("the one shown, where JSON-LD alone has another", f"{H1}<p class='date'>4 May 2020</p>", OG + json_ld(
        '{"@type": "BlogPosting", "headline": "Who counts the rain?", "datePublished": "2019-01-07"}')), "2020-05-04"),
    (Case("glued to its hour", f"{H1}<p>May 4, 20206:01 PM</p>", OG), "2020-05-04"),
    (Case("beside a button for comments", f"{H1}<p>May 4, 2020 | Comments</p>", OG), "2020-05-04"),
    (Case("not of the copyright", H1, OG, "<footer><p>© 4 May 2020 Harbour Review</p></footer>"), None),
    (Case("not of a comment", H1, OG, "<div class='comment'><p>Tor replied on 4 May 2020</p></div>"), None),
    (Case("none", H1, OG), None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "published"), DATES, ids=lambda given: getattr(given, "name", None))
def test_the_date_is(case: Case, published: str | None) -> None:
    assert case.page().published == published


def test_a_day_that_can_be_read_in_two_ways_is_told_by_what_the_page_declares() -> None:
    page = Case("", f"{H1}<p class='date'>Published 04/05/2020</p>", f"{DATED}").page()
    assert page.published == "2020-05-04"


def test_rivals_are_kept_with_their_evidence() -> None:
    page = Case("", BYLINE, f"{OG}<meta name='author' content='Harbour Team'>").page()
    [author] = page.article.metadata.authors
    assert author.value == "Ana Ilić"
    assert any("Harbour Team" in rival.value for rival in author.rivals)


PARAGRAPH = "The salt ships of Varrow came in with the evening tide, and the whole quay counted their lamps again. "
TEXT = "\n\n".join(f"{number} of them were late. {PARAGRAPH * 2}" for number in ("Two", "Three", "Four", "Five"))
DUMPS = [
    ("a byline glued to its neighbours", "Who counts the rain?\n\nByAna IlićPublished: 4 May 2020", ["Ana Ilić"],
     "2020-05-04"),
    ("a name glued to the date", "Who counts the rain?\n\nBy Ana IlićMay 4, 2020", ["Ana Ilić"], "2020-05-04"),
    ("a title element above the menu",
     "Who counts the rain? | Harbour Review\n\nHome\n\nNews\n\nContact\n\nWho counts the rain?\n\n"
     "Laura Ostrand\n\nMay 4, 2020", ["Laura Ostrand"], "2020-05-04"),
    ("a title element and a heading that say the same",
     "Who counts the rain?\n\n" + "Home\n\nNews\n\nContact\n\nShop\n\n" * 12
     + "Who counts the rain?\n\nBy Ana Ilić\n\nMay 4, 2020", ["Ana Ilić"], "2020-05-04"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "head", "authors", "published"), DUMPS, ids=[one[0] for one in DUMPS])
def test_a_dump_tells(name: str, head: str, authors: list[str], published: str) -> None:
    page = unscrape.clean(f"{head}\n\n{TEXT}", rules=())
    assert (page.title, page.authors, page.published) == ("Who counts the rain?", authors, published)


def test_a_dump_that_says_one_sentence_again_and_again_keeps_it_as_text() -> None:
    page = unscrape.clean("\n\n".join([PARAGRAPH.strip()] * 2), rules=())
    assert page.title is None
    assert page.markdown.strip() == PARAGRAPH.strip()
