"""What a labeller may know beyond the page itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from unscrape.boilerplate.templates import Template
from unscrape.corrections import Corrections
from unscrape.model import Form
from unscrape.rules import SiteRules
from unscrape.signs.shape import folded

NO_CORRECTIONS = Corrections()
NO_TEMPLATE = Template()


@dataclass(frozen=True, slots=True)
class RepeatCounts:
    """How many of a site's pages show a line. Versions of one article count as one page.

    `counts` tells it by `line_key`: a site's lines themselves would fill the memory.
    """

    pages: int = 0
    counts: Mapping[int, int] = field(default_factory=dict)

    def pages_with(self, text: str) -> int:
        """On how many pages a line with these words stands; 0 for a line that one page alone has."""
        return self.counts.get(line_key(text), 0)


def line_key(text: str) -> int:
    """The same for lines of the same words, whatever their signs and capitals; good for one run."""
    return hash(folded(text))


@dataclass(frozen=True, slots=True)
class Context:
    """The site's rules (None for an unknown site), what its other pages teach, the curator's acts on this article."""

    form: Form
    rules: SiteRules | None = None
    repeats: RepeatCounts = RepeatCounts()
    template: Template = NO_TEMPLATE
    corrections: Corrections = NO_CORRECTIONS
