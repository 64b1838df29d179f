# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles and pages about sources: Markdown without raw HTML, under a YAML header (docs/formats.md).

`render` is all of the Markdown; the reader joins it with the header and gives both to Pelican.
"""

from __future__ import annotations

from .paragraph_ids import id_of
from .reader import add_reader, report_changes
from .rendering import render

__all__ = ["id_of", "register", "render"]


def register() -> None:
    from pelican.plugins import signals

    signals.readers_init.connect(add_reader)
    signals.content_object_init.connect(report_changes)
