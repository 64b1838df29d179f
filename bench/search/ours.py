"""Our own search, as far as the bench must know it. All that hangs on the form of our index stands here and in
our_answers.mjs; `python -m bench.search.ours ARTICLES SITE` writes the index of a site.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from slugify import slugify

from bench.search.corpus import REPOSITORY, Article, read_articles
from tests.site.building import Archive, built

if TYPE_CHECKING:
    from search_index.documents import Document

PAGES = r"search/index\.html|.*\.(css|svg|png)$"
CODE = r"theme/js/"
TEXTS = r"search/[^/]+/(documents|packs|sizes)/"


def lay_out(_articles: Path, site: Path, address: str) -> None:
    """A published archive of one article, without its index: the search page is the same, whatever is searched."""
    archive = Archive(site.with_name("archive of ours"))
    archive.curate("archive.yaml", {"title": "Searched", "description": "For the bench.", "language": "en"})
    archive.source("a-source", title="A Source", rights="full")
    archive.article("an-article", source="A Source")
    built(archive, siteurl=address).output.rename(site)
    page = (site / "search/index.html").read_text(encoding="utf-8")
    shutil.rmtree(site / "search")
    (site / "search").mkdir()
    (site / "search/index.html").write_text(page, encoding="utf-8")


def command(articles: Path, site: Path) -> list[str]:
    return [sys.executable, "-m", "bench.search.ours", str(articles), str(site)]


def main() -> None:
    articles, site = map(Path, sys.argv[1:])
    write_index(site / "search", [as_document(article) for article in read_articles(articles)])


def write_index(folder: Path, documents: list[Document]) -> None:
    from search_index.files import write_search_files

    write_search_files(folder, documents, for_a_host=True)


def as_document(article: Article) -> Document:
    from search_index.documents import Document, Named

    def named(kind: str, name: str) -> Named:
        return Named(name, f"{kind}/{slugify(name)}/index.html")

    return Document(
        address=f"articles/{article.slug}/index.html",
        title=article.title,
        label=article.title,
        authors=tuple(named("authors", author) for author in article.authors),
        topics=tuple(named("topics", topic) for topic in article.topics),
        source=named("sources", article.source) if article.source else None,
        published=article.published,
        published_text=article.published,
        language="en",
        stemmed=True,
        dek="",
        text=article.text,
    )


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY / "plugins"))
    main()
