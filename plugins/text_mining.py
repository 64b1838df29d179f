# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether machines may mine a published archive's text and data (W3C TDMRep): a line in each page, and a file that
says the same of all addresses. Rights are reserved but in the articles of sources that say `tdm: allowed`.

Lists stay reserved: they quote the summaries of many sources.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from archive_faults import report_warning
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer
from web_addresses import is_a_hosts_root

FILE = ".well-known/tdmrep.json"
Rule = dict[str, str | int]


def register() -> None:
    signals.article_generator_finalized.connect(name_minable)
    signals.article_writer_finalized.connect(write_reservations)


def name_minable(generator: ArticlesGenerator) -> None:
    """MINABLE, for templates: the addresses of the articles in which no rights are reserved."""
    generator.context["MINABLE"] = {article.url for article in generator.articles if is_minable(article)}


def is_minable(article: Article) -> bool:
    return article.source is not None and article.source.tdm_allowed


def write_reservations(generator: ArticlesGenerator, writer: Writer) -> None:
    """The file, where robots would look for it: at the root of a host and nowhere else."""
    if not generator.settings["PUBLISHED"]:
        return
    if not is_a_hosts_root(generator.settings["SITEURL"]):
        below = "robots look for it at a host's root alone, and this archive stands below; its pages say the same"
        report_warning(generator.settings, FILE, f"was not written: {below}.")
        return
    file = Path(generator.output_path, FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(reservations(generator.articles), indent=1) + "\n", encoding="utf-8")


def reservations(articles: Iterable[Article]) -> list[Rule]:
    """The narrow rules come first: a robot may take the first that fits, or the longest. An article's folder has its
    citations too.
    """
    folders = sorted(f"/{article.url.removesuffix('index.html')}" for article in articles if is_minable(article))
    return [*(_rule(folder, 0) for folder in folders), _rule("/", 1)]


def _rule(location: str, reserved: int) -> Rule:
    return {"location": location, "tdm-reservation": reserved}
