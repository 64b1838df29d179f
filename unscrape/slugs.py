"""An article's name in addresses and on disks: ASCII, short, unique in its archive, and never changed once given."""

from __future__ import annotations

from collections.abc import Container

from slugify import slugify

LONGEST = 80
SUFFIX = 8
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(10))}
)


def new_slug(title: str, sha256: str, taken: Container[str]) -> str:
    """A slug for a title; a collision takes a suffix from the scrape's hash, so that it does not hang on any order.

    >>> new_slug("Türkiye’s return: “Con”?", "31b077a5f2339da3", set())
    'turkiyes-return-con'
    >>> new_slug("Con", "31b077a5f2339da3", set())
    'con-31b077a5'
    """
    slug = slug_of(title) or "untitled"
    if slug not in taken and slug not in DEVICES:
        return slug
    for length in range(SUFFIX, len(sha256) + 1):
        suffixed = f"{slug[: LONGEST - length - 1].rstrip('-')}-{sha256[:length]}"
        if suffixed not in taken:
            return suffixed
    raise ValueError(f"no free slug for “{title}”")


def slug_of(title: str) -> str:
    """What a title would be in an address, whether that is free or not; "" for one without letters and digits."""
    return slugify(title.replace("’", "").replace("'", ""), max_length=LONGEST, word_boundary=True)
