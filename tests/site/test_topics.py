"""Topics come from the vocabulary and the curator's tags, each with the reason on the article's page."""

from __future__ import annotations

import json

import pytest
from topics_by_vocabulary.evidence import Mentions, in_words
from topics_by_vocabulary.matching import Matcher
from topics_by_vocabulary.plain_text import plain_text
from topics_by_vocabulary.vocabulary import Topic

from tests.site.building import Archive, Site, built


def topics_of(site: Site, slug: str) -> dict[str, str]:
    """Topic and evidence, as the article's page shows them."""
    evidence = site.page(f"articles/{slug}/index.html").select_one(".topic-evidence__list")
    if evidence is None:
        return {}
    names, reasons = evidence.find_all("dt"), evidence.find_all("dd")
    return {name.get_text(strip=True): reason.get_text(strip=True) for name, reason in zip(names, reasons, strict=True)}


def test_topics_and_the_evidence_for_them(site: Site) -> None:
    assert topics_of(site, "by-day") == {
        "Reading": "Named once in the text (“Reading”).",
        "Salt trade": "Named once in the text (“salt traders”).",
    }


def test_own_tags_add_a_topic_and_take_one_away(site: Site) -> None:
    assert topics_of(site, "by-year") == {
        "Own <tag>": "The curator’s own tag.",
        "NATO": "Named in the summary (“NATO”).",
    }
    assert site.has("topics/own-tag/index.html")


def test_a_topic_page_lists_its_articles_and_the_topic_above_it(site: Site) -> None:
    links = site.links("topics/salt-trade/index.html")
    assert "../../articles/by-day/index.html" in links
    assert "../../topics/trade/index.html" in links
    assert "../../topics/salt-trade/index.html" in site.links("topics/trade/index.html")


def test_a_topic_that_no_article_has_is_not_shown(site: Site) -> None:
    assert site.holds("Nobody Speaks Of This") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NATO’s plans, and NATO.", ["NATO", "NATO"]),
        ("The senator signed nato and Nato.", []),
        ("Anti-NATO and NATO-led forces", ["NATO", "NATO"]),
        ("a NATOs desk", []),
        ("She was reading in Reading; Reading’s trains.", ["Reading", "Reading"]),
        ("READING: THE SALT TRADE", ["Reading", "Salt trade"]),
        ("salt\ntrade and salt-trade and Salt Trade", ["Salt trade", "Salt trade", "Salt trade"]),
        ("salt. Trade is salt, trade", []),
        ("Georgia and South Georgia", ["Georgia", "South Georgia"]),
        ("Readings Georgian saltrade", []),
        ("O’Brien or O'Brien", ["O'Brien", "O'Brien"]),
        ("C++ is not C", ["C++"]),
        ("the U.S. and us", ["U.S."]),
        ("Cafe\u0301 culture", ["Café"]),
        ("中国的盐业贸易很古老", ["盐业"]),
        ("", []),
    ],
)
def test_only_whole_words_count_and_names_only_as_names(text: str, found: list[str]) -> None:
    kinds = {"NATO": "organisation", "Reading": "place", "Georgia": "place", "South Georgia": "place", "U.S.": "place",
             "O'Brien": "person", "Salt trade": "theme", "C++": "theme", "Café": "theme", "盐业": "theme"}  # fmt: skip
    topics = [Topic(name, name, kind) for name, kind in kinds.items()]
    assert [term for _, term in Matcher(topics).find(text)] == found


def test_a_term_does_not_reach_over_the_end_of_a_paragraph() -> None:
    salt = Topic("Salt trade", "salt-trade", "theme")
    assert not list(Matcher([salt]).find(plain_text("<p>All salt</p>\n<p>Trade is old.</p>")))
    assert list(Matcher([salt]).find(plain_text("<p>The s<em>alt</em>\ntrade &amp; more</p>")))


def test_evidence_counts() -> None:
    mentions = Mentions()
    named = [("title", "NATO"), ("summary", "NATO"), ("text", "the alliance"), ("text", "NATO"), ("text", "NATO")]
    for place, term in named:
        mentions.add(place, term)
    assert in_words(mentions) == "Named in the title, in the summary and 3 times in the text (“NATO”, “the alliance”)."


def test_a_tag_that_the_vocabulary_has_is_the_vocabulary_s_topic(archive: Archive) -> None:
    archive.curate("topics.yaml", [{"topic": "Salt trade", "aliases": ["salt"]}])
    archive.article("one", tags=["SALT", "Fish"])
    archive.article("two", tags=["fish"])
    site = built(archive)
    assert list(topics_of(site, "one")) == ["Salt trade", "Fish"]
    assert site.report["topics"] == 2


def test_a_phrase_that_is_excepted_mentions_nothing(archive: Archive) -> None:
    archive.curate("topics.yaml", [{"topic": "Reading", "kind": "place", "except": ["Reading List"]}])
    archive.article("list", "The Reading List is long.")
    archive.article("town", "The Reading List of Reading.")
    site = built(archive)
    assert topics_of(site, "list") == {}
    assert topics_of(site, "town") == {"Reading": "Named once in the text (“Reading”)."}


def test_topics_that_articles_share_are_told_with_how_many(archive: Archive) -> None:
    archive.curate("topics.yaml", [{"topic": name, "kind": "place"} for name in ("Varrow", "Skarn", "Ombe")])
    archive.article("one", "Varrow and Skarn and Ombe.")
    archive.article("two", "Varrow and Skarn.")
    site = built(archive)
    assert "Often with Skarn (2) 2 articles" in site.main("topics/varrow/index.html")
    assert "Often with" not in site.main("topics/ombe/index.html")


def test_the_list_of_topics_is_a_tree(archive: Archive) -> None:
    archive.curate("topics.yaml", [
        {"topic": "Trade"}, {"topic": "Salt trade", "broader": "Trade"}, {"topic": "Salt tax", "broader": "Salt trade"},
        {"topic": "Salt Guild", "kind": "organisation", "broader": "Salt trade"},
    ])  # fmt: skip
    archive.article("one", "The salt tax, and the Salt Guild.")
    page = built(archive).page("topics/index.html")
    trees = [[item.get_text() for item in tree.select("a")] for tree in page.select("main .directory")]
    assert trees == [["Trade", "Salt trade", "Salt Guild", "Salt tax"], ["Salt Guild"]]


def test_a_broader_topic_has_the_articles_of_those_that_it_takes_in(archive: Archive) -> None:
    archive.curate("topics.yaml", [
        {"topic": "Trade"}, {"topic": "Salt", "broader": "Trade"}, {"topic": "Tax", "broader": "Salt"},
        {"topic": "Fish"},
    ])  # fmt: skip
    archive.source("s", title="S", rights="full")
    texts = {"a": "Trade and salt.", "b": "Salt and fish.", "c": "A tax on fish.", "d": "Trade."}
    for day, (slug, text) in enumerate(texts.items(), 1):
        archive.article(slug, text, source="S", published=f"2016-03-0{day}")
    site = built(archive, siteurl="https://x.example")
    page = "topics/trade/index.html"
    assert "4 articles in this archive, 2 on Trade itself and the others on topics that it takes in." in site.main(page)
    listed = [str(link["href"]).split("/")[-2] for link in site.page(page).select(".article-list__title a")]
    feed = json.loads((site.output / "topics/trade/feed.json").read_text(encoding="utf-8"))["items"]
    cited = json.loads((site.output / "topics/trade/citations.json").read_text(encoding="utf-8"))
    assert (
        listed == [item["id"].split("/")[-2] for item in feed] == [item["id"] for item in cited] == ["d", "c", "b", "a"]
    )
    tree = site.main("topics/index.html")
    for told in ("Trade 4 (2 its own)", "Salt 3 (2 its own)", "Tax 1", "Fish 2"):
        assert told in tree
    # The topics above and below are no company; of Fish the same is told from both sides.
    assert "Often with Fish (2)" in site.main("topics/salt/index.html")
    assert "Often with Salt (2), Trade (2)" in site.main("topics/fish/index.html")
    assert [
        topic["content"] for topic in site.page("articles/c/index.html").select("meta[name=citation_keywords]")
    ] == ["Fish; Tax"]
