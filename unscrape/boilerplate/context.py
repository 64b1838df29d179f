"""What a labeller may know beyond the page itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unscrape.corrections import Corrections
from unscrape.model import Form
from unscrape.rules import SiteRules

NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, slots=True)
class RepeatCounts:
    """How many of a site's pages show a line. Versions of one article count as one page."""

    pages: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """The site's rules (None for an unknown site), its repeats, and the curator's acts on this article."""

    form: Form
    rules: SiteRules | None = None
    repeats: RepeatCounts = RepeatCounts()
    corrections: Corrections = NO_CORRECTIONS
