"""Where the model and the other labellers' rules disagree, who is right? Tells which rules may decide by themselves.

  PYTHONPATH=. .venv-train/bin/python -m training.disagreements

Each page is judged by weights that haven't seen its site: bench/weights/without-N, of `make train ARGS='--without 1 2
3 4'`. Counted are the words of blocks that the model keeps though a rule takes them for furniture, and how many of them
are the article's; the pages held back for the benches are left out. A rule belongs to `DECISIVE` (by_model.py) where
most of its words are furniture on more than a few pages.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import get_args

from training.block_model import BENCH
from training.examples import FOLDS, PAGES, Example, read_examples
from unscrape.boilerplate.by_model import DECISIVE
from unscrape.boilerplate.learned.choice import best_set, without_twins
from unscrape.boilerplate.learned.score import likelihoods, listen
from unscrape.boilerplate.learned.weights import Weights, read_weights
from unscrape.model import Form

HELD_BACK = 0


@dataclass(slots=True)
class Dispute:
    """One rule against the model: words that the model keeps against it, those of them that are the article's."""

    words: float = 0.0
    article: float = 0.0
    pages: set[str] = field(default_factory=set)


def main() -> None:
    if not PAGES.is_dir():
        sys.exit(f"No pages to judge: {PAGES} is missing. Set UNSCRAPE_SHARED to the folder of wcxb-articles.")
    for form in get_args(Form):
        weights = [read_weights(BENCH / f"without-{fold}" / f"{form}.npz") for fold in range(FOLDS)]
        print(f"{form}: rule, pages, words kept against it, share of them in the article")
        for rule, dispute in sorted(disputes(read_examples(form), weights).items(), key=lambda one: -one[1].words):
            told = "decides" if rule in DECISIVE[form] else ""
            share = dispute.article / dispute.words
            print(f"  {rule:28} {len(dispute.pages):4} {dispute.words:8.0f} {share:6.2f} {told}")


def disputes(examples: Iterable[Example], weights: Sequence[Weights]) -> dict[str, Dispute]:
    """By rule. `weights` are those that haven't seen fold 0, 1, …"""
    found: dict[str, Dispute] = defaultdict(Dispute)
    for example in examples:
        if example.fold == HELD_BACK or not len(example.page):
            continue
        kept = _kept(example, weights[example.fold])
        for rule, block in {(finding.rule, finding.block) for finding in example.advice if finding.start is None}:
            if kept[block] and example.page.words[block]:
                words = float(example.page.words[block])
                found[rule].words += words
                found[rule].article += words * float(example.shares[block])
                found[rule].pages.add(example.name)
    return found


def _kept(example: Example, weights: Weights) -> Sequence[bool]:
    """What the model would keep if no rule decided."""
    spoken = listen(example.page, weights.tokens)
    likely, _ = without_twins(example.page, likelihoods(example.page, example.advice, weights, spoken))
    used = example.page.metadata.used
    open_ = example.page.column(lambda block: used.get(block.number, "dek") == "dek")
    return [bool(kept) for kept in best_set(likely, example.page.words * open_).kept]


if __name__ == "__main__":
    main()
