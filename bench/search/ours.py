"""Our own search, as far as the bench must know it. All that hangs on the form of our index stands here and in
our_answers.mjs; `python -m bench.search.ours ARTICLES SITE` writes the index of a site.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.search.corpus import REPOSITORY, Article, read_articles
from tests.site.building import Archive, built

if TYPE_CHECKING:
    from search_index.documents import Document

PAGES = r"search/index\.html|.*\.(css|svg|png)$"
CODE = r"theme/js/"
TEXTS = r"search/documents\.js"


def lay_out(_articles: Path, site: Path, address: str) -> None:
    """A published archive of one article, without its index: the search page is the same, whatever is searched."""
    archive = Archive(site.with_name("archive of ours"))
    archive.curate("archive.yaml", {"title": "Searched", "description": "For the bench.", "language": "en"})
    archive.source("a-source", title="A Source", rights="full")
    archive.article("an-article", source="A Source")
    built(archive, siteurl=address).output.rename(site)
    for file in (site / "search").rglob("*"):
        if file.is_file() and file.name != "index.html":
            file.unlink()


def command(articles: Path, site: Path) -> list[str]:
    return [sys.executable, "-m", "bench.search.ours", str(articles), str(site)]


def main() -> None:
    articles, site = map(Path, sys.argv[1:])
    write_index(site / "search", [as_document(article) for article in read_articles(articles)])


def write_index(folder: Path, documents: list[Document]) -> None:
    from search_index.index import build_index
    from search_index.scripts import write_scripts

    write_scripts(folder, build_index(documents), documents)


def as_document(article: Article) -> Document:
    from search_index.documents import Document

    return Document(
        address=f"articles/{article.slug}/index.html",
        title=article.title,
        label=article.title,
        authors=article.authors,
        topics=article.topics,
        source=article.source,
        published=article.published,
        published_text=article.published,
        language="en",
        dek="",
        text=article.text,
    )


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY / "plugins"))
    main()
