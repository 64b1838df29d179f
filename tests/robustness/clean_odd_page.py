"""Cleans one odd page within limits, in a process of its own: python -m tests.robustness.clean_odd_page NAME."""

from __future__ import annotations

import json
import resource
import sys

import unscrape
from tests.robustness.odd_pages import LARGE, READ, REFUSED
from unscrape.errors import UnreadablePage


def clean_odd_page(name: str) -> dict[str, object]:
    """What came of it: the text's beginnings and whether the ledger balances, or the error's words."""
    pages = READ | LARGE | {refused: make for refused, (make, _) in REFUSED.items()}
    data = pages[name]()
    try:
        cleaned = unscrape.clean(data)
    except UnreadablePage as error:
        return {"refused": str(error)}
    return {"text": cleaned.text, "balances": not cleaned.ledger.balance(), "reasons": cleaned.needs_review}


if __name__ == "__main__":
    name, seconds, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    print(json.dumps(clean_odd_page(name)))
