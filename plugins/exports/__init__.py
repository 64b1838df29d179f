# SPDX-License-Identifier: AGPL-3.0-or-later
"""`make export`: the archive as tables, as a BagIt bag and as EPUB, for its owner, in the archive's folder exports/.

An export holds all that the archive holds, texts of restricted sources too: each row names the source's rights, and
nothing of it is part of a site.
"""

from __future__ import annotations

from pathlib import Path

from archive_faults import ArchiveError
from pelican.plugins import signals
from site_types import ArticlesGenerator

from .bag import make_bag
from .epub import Book, write_epub
from .rows import dublin_core_of, row_of
from .tables import write_csv, write_jsonl

# What a bag is made of: all that isn't built anew from the rest.
IN_A_BAG = ("content", "curation", "ledger", "scraped")


def register() -> None:
    signals.all_generators_finalized.connect(export)


def export(generators: list[ArticlesGenerator]) -> None:
    """Nothing, unless `make export` asked for it."""
    generator = next((one for one in generators if hasattr(one, "hidden_articles")), None)
    folder = generator.settings["EXPORT_PATH"] if generator else None
    if generator and folder:
        write_exports(generator, Path(folder))


def write_exports(generator: ArticlesGenerator, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row_of(article) for article in generator.articles]
    write_jsonl(folder / "articles.jsonl", rows)
    write_csv(folder / "articles.csv", rows)
    write_csv(folder / "dublin-core.csv", [dublin_core_of(article) for article in generator.articles])
    archive = Path(generator.settings["ARCHIVE"])
    bagged = [archive / name for name in IN_A_BAG if (archive / name).is_dir()]
    tables = [folder / name for name in ("articles.jsonl", "articles.csv", "dublin-core.csv")]
    make_bag(folder / "bag", archive, [*bagged, *tables], {"Source-Organization": generator.settings["SITENAME"]})
    write_book(generator, folder)
    print(
        f"Exported {len(rows)} articles into {folder}: JSONL, CSV, Dublin Core, EPUB, "
        "and a bag, which `make verify` checks."
    )


def write_book(generator: ArticlesGenerator, folder: Path) -> None:
    """Of the whole archive, or of the topic that was asked for."""
    settings, slug = generator.settings, generator.settings["EXPORT_TOPIC"]
    title, articles, name = settings["SITENAME"], generator.articles, "archive"
    if slug:
        topic = next((one for one in generator.context["topics"] if one.slug == slug), None)
        if topic is None:
            raise ArchiveError(f"TOPIC={slug}: there is no such topic; say the part of its address: topics/<TOPIC>/.")
        title, articles, name = f"{topic.name}: {title}", topic.articles, f"topic-{slug}"
    content = Path(generator.path)
    write_epub(folder / f"{name}.epub", Book(title, settings["ARCHIVE_LANGUAGE"], articles, content))
