"""Footnotes: which notes are referred to, and under which label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from unscrape.model import Block, Span

# What a reference says in words, or the sign that stands for it: this becomes the label, and is shown as it was.
WORDS = re.compile(r"^(\W*)(\w(?:[\w .:,-]{0,28}\w)?)(\W*)$")
SIGN = re.compile(r"^(\s*)([*†‡§¶]{1,6})(\s*)$")


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote reference: what stood before its label ("["), the label if it has a note, what stood after ("]")."""

    before: str
    label: str | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The labels of an article's notes, by the number of their container.

    A note's label is what its first reference says ("1", "ii", "*"); where two notes would get the same, the second
    is `1#2`, and the page shows what stands before the `#`. So a rendered reference has exactly the words that it
    had. A reference that says something else than its note's label stays plain text, and so does one without a note;
    a note that nothing refers to is written as ordinary paragraphs, where it stood.
    """

    labels: Mapping[int, str] = field(default_factory=dict)

    def reference(self, span: Span) -> Reference:
        label, parts = self.labels.get(_number(span) or -1), _parts(span.text)
        if not label or not parts or label.split("#")[0] != parts[1]:
            return Reference(span.text)
        return Reference(parts[0], label, parts[2])


def find_notes(blocks: Iterable[Block]) -> Notes:
    """The notes that have both a text and a reference, labelled in the order of their first references."""
    known = list(blocks)
    written = {
        container.number
        for block in known
        for container in block.nesting
        if container.kind == "footnote" and block.text.strip()
    }
    labels: dict[int, str] = {}
    alike: Counter[str] = Counter()
    for span in (span for block in known if block.kind != "code" for span in block.spans):
        number = _number(span)
        parts = _parts(span.text) if number in written and number not in labels else None
        if number is not None and parts:
            alike[parts[1]] += 1
            labels[number] = parts[1] if alike[parts[1]] == 1 else f"{parts[1]}#{alike[parts[1]]}"
    return Notes(labels)


def _number(span: Span) -> int | None:
    target = re.fullmatch(r"fn-([0-9]+)", span.link or "") if "footnote_ref" in span.marks else None
    return int(target[1]) if target else None


def _parts(text: str) -> tuple[str, str, str] | None:
    found = WORDS.match(text) or SIGN.match(text)
    return (found[1], found[2], found[3]) if found else None
