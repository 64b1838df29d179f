# SPDX-License-Identifier: AGPL-3.0-or-later
"""What plugins and templates may rely on. Pelican has no types of its own; these say which parts of it we use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from about_this_copy import Captured, Copy
    from author_variants import Author
    from citations import Citation
    from reading_aids import Heading
    from related_articles import Related
    from source_pages import Source
    from topics_by_vocabulary import AssignedTopic
    from withdrawn_articles import Withdrawn


class Article(Protocol):
    """An article with all that the plugins give it. Unknown is None, "" or [], and never a guess."""

    # Pelican's own
    settings: dict[str, Any]
    metadata: dict[str, Any]
    source_path: str
    relative_source_path: str
    template: str
    override_url: str
    url: str
    save_as: str
    content: str
    date: datetime  # partial_dates: for sorting alone, invented where nothing is known; templates never read it
    _content: str

    def get_static_links(self) -> set[str]: ...  # paths below content/ of the images in `_content`

    # article_header: a faulty one is left out
    faulty: bool
    title: str | None
    label: str  # the title; where it is unknown, words of ours that name the article, never to be cited
    slug: str
    lang: str | None
    dek: str
    section: str | None
    source_url: str | None
    image_credit: str | None
    author_bio: str | None
    needs_review: list[str]
    author_names: list[str]
    source_name: str | None
    own_tags: list[str]

    # partial_dates
    published: str | None
    published_text: str | None
    year: str | None
    modified: str | None

    # one plugin each
    authors: list[Author]
    source: Source | None
    topics: list[AssignedTopic]
    copy: Copy | None
    captured: Captured | None
    withdrawn: Withdrawn | None
    excerpt_only: bool
    citation: Citation | None
    minutes: int  # of reading; 0 where the text isn't here
    outline: list[Heading]
    related: list[Related]
    cited_by: list[Article]
    wayback_url: str | None
    schema_type: str
    structured_data: dict[str, Any]


class Template(Protocol):
    def render(self, context: Mapping[str, Any]) -> str: ...


class ArticlesGenerator(Protocol):
    """Pelican's generator of articles. `articles` are those that are listed, `hidden_articles` have an address only."""

    settings: dict[str, Any]
    context: dict[str, Any]
    path: str
    output_path: str
    readers: Any
    articles: list[Article]
    hidden_articles: list[Article]

    def get_template(self, name: str) -> Template: ...

    def get_files(self, paths: list[str]) -> set[str]: ...


class Writer(Protocol):
    def write_file(
        self,
        name: str,
        template: Template,
        context: Mapping[str, Any],
        relative_urls: bool = False,
        **kwargs: Any,  # noqa: ANN401  (whatever the template needs)
    ) -> None: ...
