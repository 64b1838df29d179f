# SPDX-License-Identifier: AGPL-3.0-or-later
"""opensearch.xml, by which a browser offers a published archive's search beside other search engines."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from pelican.plugins import signals
from site_types import ArticlesGenerator, Writer
from xml_files import add, write_xml

OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
# What the specification allows for.
LONGEST_NAME, LONGEST_DESCRIPTION = 16, 1024


def register() -> None:
    signals.article_writer_finalized.connect(write_description)


def write_description(generator: ArticlesGenerator, writer: Writer) -> None:
    settings = generator.settings
    if settings["PUBLISHED"]:
        description = describe(settings["SITENAME"], settings["ARCHIVE_DESCRIPTION"], settings["SITEURL"])
        write_xml(description, Path(generator.output_path, "opensearch.xml"))


def describe(title: str, description: str, root: str) -> ET.Element:
    told = ET.Element("OpenSearchDescription", xmlns=OPEN_SEARCH)
    add(told, "ShortName", shortened(title, LONGEST_NAME))
    add(told, "Description", shortened(description or title, LONGEST_DESCRIPTION))
    add(told, "InputEncoding", "UTF-8")
    add(told, "Image", f"{root}/theme/favicon.png", width="48", height="48", type="image/png")
    add(told, "Url", type="text/html", template=f"{root}/search/index.html?q={{searchTerms}}")
    add(told, "Url", type="application/opensearchdescription+xml", rel="self", template=f"{root}/opensearch.xml")
    return told


def shortened(name: str, longest: int) -> str:
    """Cut at a word's end, where the first word fits; a leading "The" is the first that can be missed.

    >>> shortened("The Salt Coast Reader", 16), shortened("The Harbour", 16), shortened("Verwaltungsgerichtshof", 16)
    ('Salt Coast', 'The Harbour', 'Verwaltungsgeri…')
    """
    if len(name) <= longest:
        return name
    kept = ""
    for word in name.removeprefix("The ").split():
        longer = f"{kept} {word}".strip()
        if len(longer) > longest:
            break
        kept = longer
    return kept.rstrip(" ,;:&–-") or f"{name[: longest - 1].rstrip()}…"
