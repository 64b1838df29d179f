"""Which rules of the other labellers may decide against the model? Tells what the word F1 is with and without each.

  PYTHONPATH=. .venv-train/bin/python -m training.decisive

Each page is judged by weights that haven't seen its site: bench/weights/without-N, of `make train ARGS='--without 1 2
3 4'`. The pages held back for the benches are left out. A rule belongs to `DECISIVE` (boilerplate/by_model.py) where
the mean F1 is lower when it doesn't decide.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import get_args

import numpy as np

from training.block_model import BENCH, Column, word_f1
from training.examples import FOLDS, PAGES, Example, read_examples
from unscrape.boilerplate.by_model import DECISIVE
from unscrape.boilerplate.learned.score import likelihoods, listen
from unscrape.boilerplate.learned.weights import Weights, read_weights
from unscrape.model import Form

HELD_BACK = 0


def main() -> None:
    if not PAGES.is_dir():
        sys.exit(f"No pages to judge: {PAGES} is missing. Set UNSCRAPE_SHARED to the folder of wcxb-articles.")
    for form in get_args(Form):
        weights = [read_weights(BENCH / f"without-{fold}" / f"{form}.npz") for fold in range(FOLDS)]
        changes, mean = changes_by_rule(read_examples(form), weights, DECISIVE[form])
        print(f"{form}: F1 {mean:.4f}; what changes when a rule decides, or no longer does, and on how many pages")
        for rule, change in sorted(changes.items()):
            what = "no longer decides" if rule in DECISIVE[form] else "decides too"
            better, worse = sum(one > 0 for one in change), sum(one < 0 for one in change)
            print(f"  {rule:28} {what:18} {sum(change) / len(change):+.5f}, {better} better, {worse} worse")


def changes_by_rule(
    examples: Iterable[Example], weights: Sequence[Weights], decisive: frozenset[str]
) -> tuple[dict[str, list[float]], float]:
    """The change of each page's F1, by rule; and the mean F1. `weights` are those that haven't seen fold 0, 1, …"""
    found: dict[str, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    reached: list[float] = []
    for example in examples:
        if example.fold == HELD_BACK or not len(example.page):
            continue
        own = weights[example.fold]
        alone = likelihoods(example.page, example.advice, own, listen(example.page, own.tokens))
        before = _f1(example, alone, decisive)
        for rule in {finding.rule for finding in example.advice if finding.start is None}:
            found[rule][len(reached)] = _f1(example, alone, decisive ^ {rule}) - before
        reached.append(before)
    pages = range(len(reached))
    return {rule: [change[page] for page in pages] for rule, change in found.items()}, float(np.mean(reached))


def _f1(example: Example, alone: Column, decisive: frozenset[str]) -> float:
    out = {finding.block for finding in example.advice if finding.start is None and finding.rule in decisive}
    in_play = np.array([block.number not in out for block in example.page.blocks])
    return word_f1(example, alone * in_play)[0]


if __name__ == "__main__":
    main()
