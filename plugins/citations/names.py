# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's name in the two parts that citations sort by. A name that can't be parted with confidence stays whole."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from nameparser import HumanName

if TYPE_CHECKING:
    from author_variants import Author

# Bodies, desks and roles: none of them has a given name.
NO_PERSON = re.compile(
    r"\b(?:agency|agencies|analysts?|associat(?:es|ion)|board|bureau|cent(?:er|re)|commission|committee|correspondents?"
    r"|council|department|desk|editor(?:s|ial)?|foundation|group|institut(?:e|ion)|journal|magazine|media|ministry|network"
    r"|news(?:room)?|office|organi[sz]ation|press|project|reporters?|service|society|staff|team|times|union|university"
    r"|writers?)\b|\d|@|&|^the\s",
    re.IGNORECASE,
)
LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʼ‘`.,\s-]+$")

Name = dict[str, str]


def name_of(author: Author, source: str | None = None) -> Name:
    """In CSL-JSON. What curation/authors.yaml says of the author comes first; one with the source's name is a body.

    >>> parted("Ana van der Berg"), parted("Institute Staff"), parted("Martin Luther King III")
    ({'family': 'van der Berg', 'given': 'Ana'}, {'literal': 'Institute Staff'}, \
{'family': 'King', 'given': 'Martin Luther', 'suffix': 'III'})
    """
    if author.family:
        return {"family": author.family, "given": author.given} if author.given else {"literal": author.family}
    return {"literal": author.name} if author.name == source else dict(parted(author.name))


def inverted(name: Name) -> str:
    """Family first: Zotero parts a name at its comma, and one without a comma before its last word.

    >>> inverted({"family": "van der Berg", "given": "Ana"}), inverted({"literal": "The Desk"})
    ('van der Berg, Ana', 'The Desk')
    """
    if "literal" in name:
        return name["literal"]
    return f"{name['family']}, {' '.join(name[part] for part in ('given', 'suffix') if part in name)}"


def in_a_tag(name: Name) -> str:
    """As `citation_author` has it, by the rules of Zotero's "Embedded Metadata".

    A comma after a name that has no parts keeps it whole. Where both parts are of several words, it would take the two
    sides of the comma for two authors, but for a semicolon, which ends the first of several.

    >>> in_a_tag({"literal": "The Salt Desk"}), in_a_tag({"family": "van der Berg", "given": "Ana Maria"})
    ('The Salt Desk,', 'van der Berg, Ana Maria;')
    """
    told = inverted(name).replace(";", "")
    if "literal" in name:
        return f"{told}," if " " in told else told
    family, _, given = told.partition(", ")
    return f"{told};" if " " in family and " " in given else told


def is_body(author: Author, source: str | None) -> bool:
    """Whether its name tells that it is no person: a desk, an institute, the source itself."""
    return not author.given and (author.name == source or NO_PERSON.search(author.name) is not None)


@cache
def parted(name: str) -> Name:
    """Only names in Latin letters: which part of others is the family's, their letters don't tell."""
    if NO_PERSON.search(name) or not LATIN.match(name) or " " not in name.strip():
        return {"literal": name}
    found = HumanName(name)
    if not (found.first and found.last) or found.title:
        return {"literal": name}
    given = f"{found.first} {found.middle}".strip()
    parts = {"family": found.last, "given": given} | ({"suffix": found.suffix} if found.suffix else {})
    return parts if _is_whole(name, parts) else {"literal": name}


def _is_whole(name: str, parts: Name) -> bool:
    """Whether the parts are the name, and nothing of it was lost or put straight."""
    return sorted(" ".join(parts.values()).replace(",", " ").split()) == sorted(name.replace(",", " ").split())
