"""Citations say what is known of an article and nothing else, in forms that the tools of the trade read back."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any
from urllib.parse import parse_qs

import bibtexparser.entrypoint
import pytest
import rispy  # type: ignore[import-untyped]
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

from tests.site.building import SITEURL, Archive, Site, built

TYPES = {
    "newspaperArticle": ("article-newspaper", "NEWS", "article"),
    "magazineArticle": ("article-magazine", "MGZN", "article"),
    "blogPost": ("post-weblog", "BLOG", "online"),
    "report": ("report", "RPRT", "report"),
    "webpage": ("webpage", "ELEC", "online"),
}


def file(site: Site, address: str) -> str:
    return (site.output / address).read_text(encoding="utf-8")


def items(site: Site, address: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(file(site, address))
    CiteProcJSON(told)  # citeproc-py reads them
    return told


def entries(site: Site, address: str) -> list[Any]:
    library = bibtexparser.entrypoint.parse_string(file(site, address))
    assert not library.failed_blocks
    return library.entries


def references(site: Site, address: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = rispy.loads(file(site, address))
    return told


def styles(site: Site, slug: str) -> dict[str, str]:
    box = site.page(f"articles/{slug}/index.html").select(".cite-box__style")
    return {one.dt.get_text(): one.dd.get_text() for one in box if one.dt and one.dd}


def test_an_article_is_cited_as_three_styles_have_it(site: Site) -> None:
    address = "https://harbour.example/bridges"
    cited = styles(site, "by-day")
    assert cited["APA"] == (f"Ilić, A., & Østby, T. (2016, March 15). Bridges & <piers>. The Harbour Review. {address}")
    assert cited["Chicago"] == (
        f"Ilić, Ana, and Tor Østby. “Bridges & <piers>.” The Harbour Review, March 15, 2016. {address}."
    )
    assert cited["MLA"] == (
        f"Ilić, Ana, and Tor Østby. “Bridges & <piers>.” The Harbour Review, 15 Mar. 2016, {address}."
    )


def test_what_is_unknown_is_not_cited(archive: Archive) -> None:
    archive.article("bare", title=None)
    site = built(archive)
    assert items(site, "articles/bare/citation.json") == [
        {"id": "bare", "type": "webpage", "archive": archive.folder.name}
    ]
    (entry,) = entries(site, "articles/bare/citation.bib")
    assert not entry.fields
    (reference,) = references(site, "articles/bare/citation.ris")
    assert reference == {"type_of_reference": "ELEC", "id": "bare"}
    assert "Untitled" not in "".join(styles(site, "bare").values())


@pytest.mark.parametrize("kind", TYPES)
def test_each_kind_of_source_has_its_type_in_each_form(archive: Archive, kind: str) -> None:
    archive.source("press", title="The Press", item_type=kind)
    archive.article("one", source="The Press", published="2016-03", authors=["Ana van der Berg", "Press Staff"])
    site = built(archive)
    csl, ris, biblatex = TYPES[kind]
    (item,) = items(site, "articles/one/citation.json")
    assert (item["type"], item["issued"]) == (csl, {"date-parts": [[2016, 3]]})
    assert item["author"] == [{"family": "van der Berg", "given": "Ana"}, {"literal": "Press Staff"}]
    (reference,) = references(site, "articles/one/citation.ris")
    assert (reference["type_of_reference"], reference["year"], reference["date"]) == (ris, "2016", "2016/03//")
    assert reference["authors"] == ["van der Berg, Ana", "Press Staff"]
    (entry,) = entries(site, "articles/one/citation.bib")
    assert (entry.entry_type, entry["date"]) == (biblatex, "2016-03")
    assert entry["author"] == "van der Berg, Ana and {Press Staff}"
    assert "The Press" in (entry.fields_dict.get("journaltitle") or entry.fields_dict.get("organization")
                           or entry.fields_dict["institution"]).value  # fmt: skip


def test_special_characters_survive(archive: Archive) -> None:
    title = "Why 5 % of R&D_money {went} to $hips: <b>C:\\tmp</b> ~ an #audit"
    archive.article("one", title=title, summary="Line\nbreak & more.", authors=["O'Neil, Ltd."])
    site = built(archive)
    (entry,) = entries(site, "articles/one/citation.bib")
    assert entry["title"] == (
        r"{Why 5 \% of R\&D\_money \textbraceleft{}went\textbraceright{} to \$hips: <b>C:\textbackslash{}tmp</b> "
        r"\textasciitilde{} an \#audit}"
    )
    (reference,) = references(site, "articles/one/citation.ris")
    assert (reference["title"], reference["abstract"]) == (title, "Line break & more.")
    assert styles(site, "one")["MLA"].startswith("O’Neil, Ltd. Why 5 % of R&D_money {went} to $hips: <b>C:")


def test_a_lone_brace_ends_no_entry(archive: Archive) -> None:
    archive.article("one", title="Smile :-}", summary="{ is left open", source_url="https://a.example/x}")
    bib = file(built(archive), "articles/citations.bib")
    assert bib.count("{") == bib.count("}")
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in bib.strip()))
    assert depths.index(0, bib.index("{")) == len(depths) - 1


def test_a_topic_with_a_comma_in_its_name_stays_one(archive: Archive) -> None:
    archive.article("one", tags=["Salt, sea", "Tides"])
    site = built(archive)
    (reference,) = references(site, "articles/one/citation.ris")
    assert reference["keywords"] == ["Salt, sea", "Tides"]
    (entry,) = entries(site, "articles/one/citation.bib")
    assert entry["keywords"] == "{Salt, sea}, Tides"


def test_a_source_that_signs_its_articles_is_no_person(archive: Archive) -> None:
    archive.source("watch", title="Salt Watch", item_type="webpage")
    archive.article(
        "one", title="A note", source="Salt Watch", authors=["Salt Watch"], source_url="https://a.example/x"
    )
    site = built(archive)
    (item,) = items(site, "articles/one/citation.json")
    assert item["author"] == [{"literal": "Salt Watch"}]
    assert styles(site, "one")["APA"] == "Salt Watch. (n.d.). A note. https://a.example/x"


def test_names_in_lists_are_parted_as_in_citations(archive: Archive) -> None:
    archive.article("one", authors=["Ana van der Berg", "Martin Luther King III", "Press Staff"])
    (span,) = built(archive).page("articles/index.html").select("span.Z3988")
    names = parse_qs(str(span["title"]))["rft.creator"]
    assert names == ["van der Berg, Ana", "King, Martin Luther III", "Press Staff"]


def test_the_curator_says_how_a_name_is_parted(archive: Archive) -> None:
    archive.curate("authors.yaml", [
        {"name": "Xi Jinping", "family": "Xi", "given": "Jinping"},
        {"name": "Crisis Watch", "family": "Crisis Watch"},
    ])  # fmt: skip
    archive.article("one", authors=["Xi Jinping", "Crisis Watch", "李白"])
    (item,) = items(built(archive), "articles/one/citation.json")
    names = [{"family": "Xi", "given": "Jinping"}, {"literal": "Crisis Watch"}, {"literal": "李白"}]
    assert item["author"] == names


@pytest.mark.parametrize(
    ("cited", "address"), [("original", "https://a.example/x"), ("archive", f"{SITEURL}/articles/one/index.html")]
)
def test_the_address_cited_is_the_one_that_the_archive_chose(archive: Archive, cited: str, address: str) -> None:
    archive.curate("archive.yaml", {"title": "Kept", "cite_address": cited})
    archive.source("press", title="The Press", rights="full")
    archive.article("one", source="The Press", source_url="https://a.example/x")
    site = built(archive, siteurl=SITEURL)
    (item,) = items(site, "articles/one/citation.json")
    assert (item["URL"], item["archive_location"]) == (address, f"{SITEURL}/articles/one/index.html")
    meta = site.page("articles/one/index.html").find("meta", {"name": "citation_public_url"})
    assert meta
    assert meta["content"] == address


def test_each_list_has_the_citations_of_its_articles(site: Site) -> None:
    for page in (
        "sources/harbour-review",
        "authors/ana-ilic",
        "topics/salt-trade",
        "years/2016",
        "articles",
        "undated",
    ):
        soup = site.page(f"{page}/index.html")
        spans = [parse_qs(str(span["title"])) for span in soup.select("span.Z3988")]
        told = items(site, f"{page}/citations.json")
        assert all(one["rft.type"] for one in spans)
        assert len(spans) == len(told), page
        assert {item["id"] for item in told} == {entry.key for entry in entries(site, f"{page}/citations.bib")}
        assert len(references(site, f"{page}/citations.ris")) == len(told)
        assert {"citations.bib", "citations.ris", "citations.json"} <= {
            link.rsplit("/", 1)[-1] for link in site.links(f"{page}/index.html")
        }


def test_an_article_page_names_its_files_as_descriptions_and_has_no_coins(site: Site) -> None:
    soup = site.page("articles/by-day/index.html")
    described = {str(link["type"]): str(link["href"]) for link in soup.select("link[rel=describedby]")}
    assert described["application/x-bibtex"] == "../../articles/by-day/citation.bib"
    assert len(described) == 3
    assert not soup.select("span.Z3988")


def test_citations_are_made_once(full: Archive) -> None:
    cache = full.folder / ".cache/citations.json"
    built(full)  # another test may have published the archive since, which forgets what is hidden
    made = cache.stat().st_mtime_ns
    built(full)
    assert cache.stat().st_mtime_ns == made


def test_of_hidden_sources_nothing_is_cited_and_of_excerpts_no_more_than_is_shown(published: Site) -> None:
    assert "secret" not in {item["id"] for item in items(published, "articles/citations.json")}
    (paid,) = [item for item in items(published, "articles/citations.json") if item["id"] == "paid"]
    assert paid["abstract"] == "Paid dek."
    assert not published.holds("Paidforzq")


def test_a_title_from_the_right_leaves_the_marks_beside_it_in_their_places(archive: Archive) -> None:
    """Without <bdi>, a browser would set ”. between the title and what follows it on the wrong side."""
    archive.source("s", title="صحيفة الملح", rights="full", item_type="newspaperArticle")
    archive.article(
        "one", title="هل NATO هنا؟", source="صحيفة الملح", authors=["آنا إيليتش"], published="2016-03-15", lang="ar"
    )
    cited = built(archive).page("articles/one/index.html").select(".cite-box__citation")
    assert len(cited) == 3
    for citation in cited:
        isolated = [words.get_text() for words in citation.select("bdi")]
        assert isolated == ["آنا إيليتش", "هل NATO هنا؟", "صحيفة الملح"]
