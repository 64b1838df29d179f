# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses made of names: ASCII, short, safe as a folder's name, and never two names at one address."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable

from slugify import slugify

LONGEST = 80
VALID = re.compile(r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")
# Windows can't make a folder of these names.
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))})


def slug_of(name: str) -> str:
    """The address of one name, taken for itself.

    >>> slug_of("Ana Ilić & Tor Østby")
    'ana-ilic-tor-ostby'
    """
    slug = slugify(name, max_length=LONGEST, word_boundary=True)
    return slug if slug and slug not in DEVICES else _with_mark(slug, name)


def slugs_of(names: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """An address for each name. Of names that would share one, the first keeps it; others get a mark of their own.

    The mark comes from the name, never from a count: an address doesn't depend on how many others there are.
    """
    slugs: dict[str, str] = {}
    used = set(taken)
    for name in names:
        slug = slug_of(name)
        slugs[name] = slug if slug not in used else _with_mark(slug, name)
        used.add(slugs[name])
    return slugs


def is_slug(text: str) -> bool:
    """Whether a slug from a header can stand in an address and name a folder everywhere."""
    return bool(VALID.match(text)) and len(text) <= LONGEST and text not in DEVICES


def by_name(name: str) -> tuple[str, str]:
    """The key that sorts names for a reader: Č beside C, not after Z."""
    return slugify(name), name


def _with_mark(slug: str, name: str) -> str:
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{slug[: LONGEST - 7].rstrip('-')}-{mark}".lstrip("-")
