"""What is measured against what: a row each."""

from __future__ import annotations

from dataclasses import dataclass

FIELDS = frozenset({"title", "author", "date"})


@dataclass(frozen=True, slots=True)
class System:
    """`worker` is its name in bench/peers/worker.py, or a script of Node's. `gives` is what it can be asked for."""

    name: str
    worker: str
    gives: frozenset[str]
    ours: bool = False
    variant: bool = False

    @property
    def in_node(self) -> bool:
        return self.worker.endswith(".mjs")


OURS = System("unscrape", "unscrape", FIELDS | {"markdown"}, ours=True)
YARDSTICK = System("trafilatura", "trafilatura", FIELDS | {"markdown"})
PEERS = (
    YARDSTICK,
    System("trafilatura, for precision", "trafilatura-precision", FIELDS | {"markdown"}, variant=True),
    System("trafilatura, for recall", "trafilatura-recall", FIELDS | {"markdown"}, variant=True),
    System("defuddle", "defuddle.mjs", FIELDS | {"markdown"}),
    System("readability-lxml", "readability-lxml", frozenset({"title", "author"})),
    System("newspaper4k", "newspaper4k", FIELDS),
    System("resiliparse, main content", "resiliparse", frozenset()),
)

# The kinds of dumps in bench/peers/dumps.py, as the tables call them.
DUMPS = {
    "resiliparse": "resiliparse `extract_plain_text`",
    "get_text": "BeautifulSoup `get_text`",
}
