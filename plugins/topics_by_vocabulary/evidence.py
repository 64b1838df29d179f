# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why an article has a topic, in a sentence. It quotes the vocabulary's words, never the article's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

TIMES = {1: "once", 2: "twice"}
PLACES = {"title": "in the title", "summary": "in the summary"}


@dataclass(slots=True)
class Mentions:
    """How often each term stands in title, summary and text."""

    places: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, place: str, term: str) -> None:
        self.places.setdefault(place, Counter())[term] += 1

    def rank(self) -> tuple[bool, bool, int]:
        """Sorts the best evidence first: a title says more than a summary, and that more than the text."""
        return "title" not in self.places, "summary" not in self.places, -self.in_text()

    def in_text(self) -> int:
        return self.places.get("text", Counter()).total()

    def terms(self) -> list[str]:
        return list(dict.fromkeys(term for counts in self.places.values() for term, _ in counts.most_common()))


def in_words(mentions: Mentions) -> str:
    """The sentence that stands on the article's page.

    >>> mentions = Mentions(); mentions.add("title", "NATO"); mentions.add("text", "NATO")
    >>> in_words(mentions)
    'Named in the title and once in the text (“NATO”).'
    """
    places = [words for place, words in PLACES.items() if place in mentions.places]
    times = mentions.in_text()
    if times:
        places.append(f"{TIMES.get(times, f'{times:,} times')} in the text")
    listed = " and ".join(part for part in (", ".join(places[:-1]), places[-1]) if part)
    return f"Named {listed} ({', '.join(f'“{term}”' for term in mentions.terms())})."
