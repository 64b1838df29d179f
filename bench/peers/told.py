"""What a system tells of a page, in one form for all of them: a line of JSON in the file that its process writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Told:
    """A page as a system cleaned it. A system that gives its text as HTML alone leaves `text` empty and fills `html`.

    `sure` is how sure the system is of "text", "title", "author" and "date" (0 to 1), where it says so.
    """

    text: str = ""
    html: str = ""
    markdown: str = ""
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    date: str | None = None
    sure: dict[str, float] = field(default_factory=dict)


class System(Protocol):
    """One way to clean a page. `clean` is what a user would call, and is what is timed; `tell` reads its result."""

    package: str

    def clean(self, data: bytes) -> object: ...

    def tell(self, data: bytes, cleaned: object) -> Told: ...


def as_authors(names: str | None) -> list[str]:
    return [names] if names else []
