# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses on the web as people and scrapes write them, and as a link can hold them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# What no address has as it stands, though browsers put up with it outside of the host. The apostrophe is legal.
TO_ENCODE = re.compile(r'[\s"<>\\^`{|}]')


def web_address(told: object) -> str | None:
    """The address with what is illegal in it percent-encoded; None for what isn't an address on the web.

    >>> web_address("https://ex.org/o'brien returns"), web_address("https://ex.org/a%20b?q=é#<c>")
    ("https://ex.org/o'brien%20returns", 'https://ex.org/a%20b?q=é#%3Cc%3E')
    >>> web_address("javascript:alert(1)"), web_address("https://no host/")
    (None, None)
    """
    if not isinstance(told, str) or CONTROL.search(told) or not _leads_to_a_host(told):
        return None
    return TO_ENCODE.sub(lambda found: quote(found[0]), told)


def is_a_hosts_root(address: str) -> bool:
    """Whether the archive stands where robots look for robots.txt and .well-known/, which is nowhere else.

    >>> is_a_hosts_root("https://archive.example"), is_a_hosts_root("https://x.example/archive")
    (True, False)
    """
    return urlsplit(address).path in ("", "/")


def _leads_to_a_host(told: str) -> bool:
    try:
        parts = urlsplit(told)
        # A port that is none raises once it is asked for.
        reachable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and reachable and not TO_ENCODE.search(parts.netloc)
