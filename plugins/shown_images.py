# SPDX-License-Identifier: AGPL-3.0-or-later
"""Images of the archive's own ({static}, {attach}) come into the site with the text that shows them, or not at all.

Pelican notes down an image when it reads the article that has it, and copies it later, whatever became of the article
since: pictures of withdrawn articles and of sources that may not be shown stood in the output.
"""

from __future__ import annotations

from pelican.plugins import signals
from site_types import ArticlesGenerator


def register() -> None:
    signals.article_generator_finalized.connect(name_images)


def name_images(generator: ArticlesGenerator) -> None:
    """Those of articles as they are shown now, and of what curators say about sources."""
    described = (source.page for source in generator.context["sources"] if source.page)
    shown = (content.get_static_links() for content in (*generator.articles, *described))
    generator.context["static_links"] = set().union(*shown)
