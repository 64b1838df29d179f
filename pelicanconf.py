"""Pelican's settings for any archive: the folder that the environment's ARCHIVE names, else the one of this file.

What belongs to one archive stands in its curation/archive.yaml. These settings switch off whatever Pelican makes up:
a default author, date or category, dates from file names, typography, translations.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent
if str(REPOSITORY / "plugins") not in sys.path:
    sys.path.insert(0, str(REPOSITORY / "plugins"))

from archive_settings import cache_of, find_archive, load_archive_settings  # noqa: E402
from partial_dates import newest_first  # noqa: E402
from writing_direction import direction_of  # noqa: E402

# ---- this archive
_folder = find_archive(os.environ.get("ARCHIVE"), REPOSITORY)
_settings = load_archive_settings(_folder)

ARCHIVE = str(_folder)
SITENAME = _settings.title
ARCHIVE_DESCRIPTION = _settings.description
ARCHIVE_LANGUAGE = _settings.language
PUBLISH_LEDGER = _settings.publish_ledger
CITE_ADDRESS = _settings.cite_address
ARTICLES_PER_PAGE = int(_settings.articles_per_page)
PUBLISHED = False

PATH = str(_folder / "content")
OUTPUT_PATH = str(_folder / "output")
BUILD_REPORT_FILE = str(_folder / ".cache" / "build-report.json")
EXPORT_PATH = str(_folder / "exports") if os.environ.get("EXPORT") else None  # `make export`
EXPORT_TOPIC = os.environ.get("TOPIC")
DELETE_OUTPUT_DIRECTORY = False  # fresh_output does it, at a better time

# ---- what Pelican reads
ARTICLE_PATHS = ["articles"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
IGNORE_FILES = [".*", "__pycache__"]
ARTICLE_ORDER_BY = newest_first
# The order of the plugins is the order of their work: first what is true of an article, then the lists, then the pages.
PLUGINS = [
    importlib.import_module(name)
    for name in (
        "safe_markdown",
        "scrolling_blocks",
        "remote_images",
        "article_header",
        "partial_dates",
        "withdrawn_articles",
        "source_pages",
        "author_variants",
        "about_this_copy",
        "replaced_paragraphs",
        "rights_of_sources",  # before all that reads a text: what may not be shown may not be found in it either
        "topics_by_vocabulary",
        "shown_images",
        "article_lists",
        "persons_who_write",
        "articles_over_time",
        "links_within",
        "citations",
        "reading_aids",
        "related_articles",
        "structured_data",
        "indexable_pages",
        "text_mining",
        "fresh_output",
        "published_feeds",
        "paged_lists",
        "years_and_undated",
        "archive_pages",
        "open_search",
        "moved_articles",
        "redirects",
        "search_index",
        "exports",
        "build_report",
    )
]

# ---- what Pelican must not make up
DEFAULT_CATEGORY = ""
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = ""
DEFAULT_METADATA: dict[str, str] = {}
TYPOGRIFY = False
FORMATTED_FIELDS: list[str] = []
ARTICLE_TRANSLATION_ID = ""
PAGE_TRANSLATION_ID = ""
DEFAULT_LANG = ARCHIVE_LANGUAGE or "und"
LOCALE = ["C"]
TIMEZONE = "UTC"

# ---- addresses: relative and with an explicit index.html, so that they work from disk
SITEURL = ""
RELATIVE_URLS = True
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}/index.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = ARTICLE_URL
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# ---- the theme
THEME = str(REPOSITORY / "themes" / "reader")
# Jinja's own default is to escape nothing; titles and names come from scrapes.
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
JINJA_FILTERS = {"direction": direction_of}

# ---- rendered articles are kept between builds, until their file or the renderer changes
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "sha256"
CACHE_PATH = str(cache_of(_folder, REPOSITORY / "plugins" / "safe_markdown"))
