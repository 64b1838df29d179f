# SPDX-License-Identifier: AGPL-3.0-or-later
"""What of others' work a published build may show: all of it, citation and summary only, or nothing.

A build for its owner alone shows everything. A published one is refused until the rights of each source are settled.
"""

from __future__ import annotations

from collections.abc import Iterator

from archive_faults import ArchiveError, within_archive
from author_variants import one_spelling
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator
from source_pages import Source

ADVICE = "Nothing was published. Rights are full (all of it is shown), excerpt (citation, summary and link) or hidden."


def register() -> None:
    signals.article_generator_finalized.connect(respect_rights)


def respect_rights(generator: ArticlesGenerator) -> None:
    """On published builds: refuse what is not settled, leave out what is hidden, cut what is an excerpt."""
    if not generator.settings["PUBLISHED"]:
        return
    unsettled = list(unsettled_rights(generator))
    if unsettled:
        raise ArchiveError("\n".join([*unsettled, ADVICE]))
    leave_out_hidden(generator)
    for article in generator.articles:
        if article.source and article.source.rights == "excerpt":
            keep_citation_alone(article)


def unsettled_rights(generator: ArticlesGenerator) -> Iterator[str]:
    """One line for each file that has to be written or edited."""
    used = {article.source for article in generator.articles}
    for source in generator.context["sources"]:
        if source.rights is None and (source in used or source.described):
            yield f"{within_archive(generator.settings, source.file)}: {_wanted(source)}"
    for article in generator.articles:
        if article.source is None:
            file = within_archive(generator.settings, article.source_path)
            yield f"{file}: source: is unknown, so nobody can have settled its rights; name its source."


def leave_out_hidden(generator: ArticlesGenerator) -> None:
    """Nothing tells that there is such a source: no page, no article, no notice of one withdrawn."""
    hidden = {source.name for source in generator.context["sources"] if source.rights == "hidden"}
    generator.context["sources"] = [source for source in generator.context["sources"] if source.name not in hidden]
    for articles in (generator.articles, generator.hidden_articles):
        articles[:] = [article for article in articles if one_spelling(article.source_name or "") not in hidden]


def keep_citation_alone(article: Article) -> None:
    """What is not here no template, feed or index can show: title, citation, summary and link stay.

    The day of the capture is part of the citation ("accessed").
    """
    article.excerpt_only = True
    article._content = ""
    article.metadata = {"title": article.title, "summary": article.dek}
    article.section = article.modified = article.image_credit = article.author_bio = article.copy = None
    article.needs_review = []


def _wanted(source: Source) -> str:
    if source.described:
        return "rights: is not settled; write full, excerpt or hidden."
    return f"is missing, and articles name the source “{source.name}”; write it, with title and rights."
