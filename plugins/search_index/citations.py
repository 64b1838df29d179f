# SPDX-License-Identifier: AGPL-3.0-or-later
"""Citations of all articles, many to a script: a reader takes along those of what a search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from citations.biblatex import as_biblatex
from citations.ris import as_ris

from .packs import as_json

if TYPE_CHECKING:
    from .documents import Document

# As in browser/search/index/citations.js.
CITATIONS_OF_A_SCRIPT = 128


class CitationForms(NamedTuple):
    """One citation in each form that is downloaded: an item of CSL-JSON, an entry of BibLaTeX, a record of RIS."""

    csl_json: dict[str, Any]
    biblatex: str
    ris: str


def forms_of(item: dict[str, Any]) -> CitationForms:
    return CitationForms(item, as_biblatex([item]), as_ris([item]))


def scripts_of_citations(documents: Sequence[Document]) -> Iterator[bytes]:
    """The citations of CITATIONS_OF_A_SCRIPT documents each, as JSON; null where a document has none."""
    for start in range(0, len(documents), CITATIONS_OF_A_SCRIPT):
        some = documents[start : start + CITATIONS_OF_A_SCRIPT]
        yield as_json([document.citation and forms_of(document.citation) for document in some])
