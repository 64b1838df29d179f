# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link to a page that is itself in the archive leads to its copy here, and the copy says who cites it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from pelican.plugins import signals
from site_types import Article, ArticlesGenerator

LINK = re.compile(r'<a href="(?P<address>https?://[^"]+)"(?P<more>[^>]*)>')
# What sites add to tell where a reader came from; the page is the same without.
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ns_\w+)$")
INDEX = re.compile(r"/(?:index\.(?:html?|php|aspx?))?$")
WAYBACK = "https://web.archive.org/web"


def register() -> None:
    signals.article_generator_finalized.connect(link_within)


def link_within(generator: ArticlesGenerator) -> None:
    """Lead links to where the archive has the page, and tell each article which others link to it."""
    for article in generator.articles:
        article.cited_by, article.wayback_url = [], wayback_url_of(article)
    # Of two copies of one page the one listed first is meant: the newer.
    copies = {
        one_address(article.source_url): article for article in reversed(generator.articles) if article.source_url
    }
    if copies:
        for article in generator.articles:
            _lead(article, copies)


def one_address(address: str) -> str:
    """The same for all spellings of one page's address.

    >>> one_address("http://www.Ex.org/a/?utm_source=x&b=1#top") == one_address("https://ex.org/a/index.html?b=1")
    True
    """
    parts = urlsplit(address)
    query = urlencode(
        sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0]))
    )
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{INDEX.sub('', parts.path)}?{query}"


def wayback_url_of(article: Article) -> str | None:
    """The Wayback Machine's copy nearest to the day of our capture, or else of publication; it may have none."""
    if not article.source_url:
        return None
    captured = article.captured.value[:10] if article.captured else None
    day = re.sub(r"\D", "", captured or article.published or "")
    return f"{WAYBACK}/{day or '*'}/{article.source_url}"


def _lead(article: Article, copies: Mapping[str, Article]) -> None:
    def led(link: re.Match[str]) -> str:
        address = html.unescape(link["address"])
        target = copies.get(one_address(address))
        if target is None or target is article:
            return link[0]
        if article not in target.cited_by:
            target.cited_by.append(article)
        # Articles stand side by side, in private and in published builds.
        more = re.sub(r' title="[^"]*"', "", link["more"])
        return f'<a href="../{target.slug}/index.html" class="in-archive" title="{html.escape(address)}"{more}>'

    article._content = LINK.sub(led, article._content)
