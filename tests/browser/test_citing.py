"""Reading to cite: links to paragraphs, quotations and citations, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.building import Archive, built

ARTICLE = "articles/the-ferry-that-loses-money-on-every-crossing-but-one/index.html"
# The clipboard itself can't be read where nobody gave leave; what is written to it can be heard.
HEAR = """() => { window.copied = [];
    const write = text => { window.copied.push(text); return Promise.resolve(); };
    Object.defineProperty(navigator, "clipboard", {value: {writeText: write}, configurable: true}); }"""
SELECT = """() => { const paragraph = document.querySelectorAll(".article-text > p[id]")[1];
    const range = document.createRange(); range.setStart(paragraph.firstChild, 0);
    range.setEnd(paragraph.firstChild, 30); const selection = getSelection();
    selection.removeAllRanges(); selection.addRange(range); return selection.toString(); }"""


@pytest.fixture
def article(page: Page, site_root: str) -> Page:
    page.goto(f"{site_root}/{ARTICLE}")
    page.evaluate(HEAR)
    return page


def copied(page: Page) -> str:
    told: list[str] = page.evaluate("() => window.copied")
    assert len(told) == 1
    return told[0]


def test_the_mark_of_a_paragraph_copies_a_link_to_it(article: Page, site_root: str) -> None:
    mark = article.get_by_role("link", name="Copy a link to paragraph 2", exact=True)
    mark.focus()
    article.keyboard.press("Enter")
    expect(article.get_by_role("status")).to_have_text("Copied the link. “Copy quote” is beside it.")
    link = copied(article)
    assert re.fullmatch(rf"{re.escape(site_root)}/{ARTICLE}#p-[0-9a-f]{{6}}", link)
    assert article.url == link
    article.goto("about:blank")
    article.goto(link)
    assert article.locator(":target").inner_text() == article.locator(".article-text > p").nth(1).inner_text()


def test_a_selection_is_copied_as_a_quotation(article: Page, site_root: str) -> None:
    bar = article.get_by_role("button", name="Copy quote")
    expect(bar).to_be_hidden()
    words = article.evaluate(SELECT).strip()
    bar.focus()
    article.keyboard.press("Enter")
    expect(article.get_by_role("status")).to_have_text("Copied the quotation.")
    said, _, cited, link, *original = copied(article).split("\n")
    assert said == f"“{words}”"
    assert cited.endswith(", para. 2.")
    assert "Ombe Dispatch" in cited
    assert link.startswith(f"{site_root}/{ARTICLE}#p-")
    assert ":~:text=" in link
    assert all(line.startswith("Original: ") for line in original)


def test_a_quotation_over_two_paragraphs_leaves_out_notes_and_is_found_by_whole_words(article: Page) -> None:
    article.evaluate("""() => { const [, one, two] = document.querySelectorAll(".article-text > p[id]");
        one.innerHTML = 'Salt is dear<sup><a class="footnote-ref" href="#">1</a></sup>.';
        two.textContent = "So is water.";
        getSelection().setBaseAndExtent(one.firstChild, 2, two.firstChild, 8); }""")
    article.get_by_role("button", name="Copy quote").click()
    said = copied(article)
    assert "“lt is dear.So is wa”" in said.replace("\n", "")
    assert said.splitlines()[-1 if "Original: " not in said else -2].endswith(
        ":~:text=Salt%20is%20dear1.,So%20is%20water"
    )


def test_nothing_can_be_quoted_where_nothing_is_selected(article: Page) -> None:
    article.evaluate(SELECT)
    expect(article.get_by_role("button", name="Copy quote")).to_be_visible()
    article.evaluate("() => getSelection().removeAllRanges()")
    expect(article.get_by_role("button", name="Copy quote")).to_be_hidden()


@pytest.mark.parametrize("style", ["APA", "Chicago", "MLA"])
def test_each_citation_can_be_copied(article: Page, style: str) -> None:
    article.get_by_role("button", name=f"Copy the citation in {style}").click()
    expect(article.get_by_role("status")).to_have_text(f"Copied the citation in {style}.")
    assert copied(article) == article.locator(f"[data-style={style}] .cite-box__citation").inner_text().strip()


def test_the_files_for_reference_managers_are_there(article: Page, sample_site: Path) -> None:
    names = [str(link.get_attribute("href")) for link in article.locator(".cite-box__files a").all()]
    assert len(names) == 3
    assert all((sample_site / ARTICLE).parent.joinpath(name).resolve().is_file() for name in names)


def test_marks_are_no_words_of_the_article(article: Page) -> None:
    assert "¶" not in article.locator(".article-text").inner_text()


def test_by_keyboard_alone_from_the_home_page_to_a_quotation_and_a_citation(page: Page, site_root: str) -> None:
    page.goto(f"{site_root}/index.html")
    page.keyboard.press("/")
    page.keyboard.type("ferry crossing")
    page.keyboard.press("Enter")
    expect(page.locator(".search-result a, .result a, main ol a").first).to_be_visible()
    tab_to(page, "main a[href*='articles/']")
    page.keyboard.press("Enter")
    expect(page.locator(".article-text")).to_be_visible()
    page.evaluate(HEAR)
    tab_to(page, ".paragraph-mark")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Copied the link. “Copy quote” is beside it.")
    page.keyboard.press("Tab")
    expect(page.locator(".paragraph-quote")).to_be_focused()
    expect(page.locator(".paragraph-quote")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Copied the quotation.")
    tab_to(page, ".cite-box button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").last).to_have_text("Copied the citation in APA.")
    link, quotation, _ = page.evaluate("() => window.copied")
    said, _, cited, quoted_at, *_ = quotation.split("\n")
    paragraph = page.locator(f".article-text [id='{link.partition('#')[2]}']")
    assert said == f"“{paragraph.evaluate('element => element.textContent').strip()}”"
    assert cited.endswith(", para. 1.")
    assert quoted_at.startswith(f"{link}:~:text=")


def test_a_paragraph_is_quoted_whole_and_its_buttons_are_no_words_of_it(article: Page) -> None:
    before = article.locator(".article-text").evaluate("text => text.textContent")
    for number in (2, 3):
        article.get_by_role("link", name=f"Copy a link to paragraph {number}", exact=True).press("Enter")
        button = article.get_by_role("button", name=f"Copy quote: all of paragraph {number}")
        expect(button).to_be_visible()
        assert article.locator(".paragraph-quote").count() == 1
        button.press("Enter")
    told = [told for told in article.evaluate("() => window.copied") if told.startswith("“")]
    assert [text.splitlines()[2].rpartition(", ")[2] for text in told] == ["para. 2.", "para. 3."]
    assert article.locator(".article-text").evaluate("text => text.textContent") == before


def test_of_an_item_what_stands_before_its_list_is_quoted(article: Page) -> None:
    article.evaluate("""() => { document.querySelectorAll(".article-text > p[id]")[1].append(
        Object.assign(document.createElement("ul"), {textContent: "of another item"})); }""")
    article.get_by_role("link", name="Copy a link to paragraph 2", exact=True).press("Enter")
    article.get_by_role("button", name="Copy quote: all").press("Enter")
    assert "of another item" not in article.evaluate("() => window.copied").pop()


@pytest.fixture(scope="module")
def many_authors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = Archive(tmp_path_factory.mktemp("many authors"))
    names = [f"{given} {'van der ' * long}{family}" for long, (given, family) in enumerate(zip(
        ("Ana", "Bartholomew", "Cy", "Dorothea", "Evangeline", "Ferdinand"), ("Ilić",) * 6, strict=True))]  # fmt: skip
    archive.article("one", authors=[*names, "Maximiliana Wolfeschlegelsteinhausenbergerdorff"])
    return built(archive).output


# How many lines each name takes, whether it fits one, and how far a comma is from the name before it.
NAMES = """() => [...document.querySelectorAll(".byline__author")].map(name => {
    const rows = new Set([...name.getClientRects()].map(row => Math.round(row.top)));
    const probe = name.cloneNode(true);
    probe.style.cssText = "position: absolute; white-space: nowrap; max-width: none";
    name.closest("p").append(probe); const width = probe.getBoundingClientRect().width + 8; probe.remove();
    const box = name.parentElement; const range = document.createRange(); range.selectNodeContents(box);
    const end = [...range.getClientRects()].at(-1), own = [...name.getClientRects()].at(-1);
    return {name: name.textContent, lines: rows.size, fits: width < box.parentElement.clientWidth,
            comma: Math.abs(end.bottom - own.bottom) < own.height / 2}; })"""


@pytest.mark.parametrize("width", [320, 412, 640, 1280])
@pytest.mark.parametrize("path", ["articles/one/index.html", "articles/index.html"])
def test_a_name_stays_on_one_line_where_it_fits_one(page: Page, many_authors: Path, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((many_authors / path).as_uri())
    names = page.evaluate(NAMES)
    assert len(names) == 7
    assert [one for one in names if one["fits"] and one["lines"] > 1] == []
    assert [one for one in names if not one["comma"]] == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".byline, .article-list__byline").first.inner_text().startswith(
        ("By Ana Ilić, Bartholomew van der Ilić, ", "Ana Ilić, Bartholomew van der Ilić, ")
    )  # fmt: skip


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on it; all that it passes must be in sight when it has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"not reached by Tab: {selector}")


def test_on_paper_an_article_has_its_paragraphs_numbers_and_its_citation(page: Page, site_root: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site_root}/{ARTICLE}")
    number = "() => getComputedStyle(document.querySelector('.article-text > p[id]'), '::before').content"
    assert "counter(paragraph)" in page.evaluate(number)
    for gone in (".page-head", ".copy-button", ".paragraph-mark", ".related", ".neighbours"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".cite-box__citation").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
