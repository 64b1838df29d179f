"""What stands around an article's text to help its reader, and says how it came about."""

from __future__ import annotations

from tests.site.building import Archive, Site, built

LONG = "\n\n".join(f"## Part {part}\n\n" + "Words of many kinds. " * 100 for part in ("one", "two", "three"))
SALT = "The salt guild of Varrow met Kabulov in the lantern house, and the brine was measured again."
RAIN = "Rain fell on the fields of Teshmar, where barley grows and farmers wait."


def text(site: Site, slug: str, selector: str) -> list[str]:
    return [" ".join(one.get_text(" ").split()) for one in site.page(f"articles/{slug}/index.html").select(selector)]


def test_a_long_article_has_an_outline_whose_links_lead_somewhere(archive: Archive) -> None:
    archive.article("long", LONG)
    archive.article("short", "## One\n\n## Two\n\n## Three\n\nWords.")
    site = built(archive)
    soup = site.page("articles/long/index.html")
    links = soup.select(".outline a")
    assert [link.get_text() for link in links] == ["Part one", "Part two", "Part three"]
    for link in links:
        target = soup.find(id=str(link["href"])[1:])
        assert target is not None
        assert target.get_text() == link.get_text()
    assert not text(site, "short", ".outline")
    assert "5 min" in " ".join(text(site, "long", ".article-header"))


def test_related_articles_share_telling_words_and_name_them(archive: Archive) -> None:
    archive.article("salt", SALT)
    archive.article("brine", f"{SALT} It went on.")
    for number in range(6):
        archive.article(f"rain-{number}", f"{RAIN} Year {'abcdef'[number] * 5}.")
    site = built(archive)
    (related,) = text(site, "salt", ".related__item")
    assert related.startswith("Brine shares: ")
    assert "Kabulov" in related or "Varrow" in related
    assert not any("Salt" in one for one in text(site, "rain-1", ".related__item"))


def test_names_explain_and_not_the_words_that_sentences_begin_with(archive: Archive) -> None:
    """Of five articles three may speak of one thing: "shares: also, only, possibly" told nobody what."""
    for slug in ("one", "two", "three"):
        archive.article(slug, "Possibly it was also in the harbour that the envoy Kabulov spoke.", title=None)
    for number in range(2):
        archive.article(f"rain-{number}", RAIN)
    assert [line.partition("shares: ")[2] for line in text(built(archive), "one", ".related__item")] == ["Kabulov"] * 2


def test_an_article_that_shares_nothing_has_none_related(archive: Archive) -> None:
    archive.article("salt", SALT)
    archive.article("rain", RAIN)
    assert not text(built(archive), "salt", ".related")


def test_the_text_of_an_excerpt_relates_to_nothing(archive: Archive) -> None:
    archive.source("paid", title="Paid", rights="excerpt")
    archive.source("free", title="Free", rights="full")
    archive.article("one", SALT, source="Paid")
    archive.article("two", SALT, source="Free")
    site = built(archive, siteurl="https://kept.example")
    assert not text(site, "one", ".related")
    assert not text(site, "two", ".related")
    assert "articles/one/index.html" not in site.holds("Kabulov")
