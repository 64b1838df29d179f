"""Trains the block model, one for HTML pages and one for text dumps, or cross-validates it by site.

  make train                      the weights that ship with the package, and those that bench-cleaning judges by
  make train ARGS=--cross-validate   F1 on every page by a model that hasn't seen its site
  make train ARGS='--without 1 2 3 4'   weights that haven't seen a fold, each, in bench/weights/: bench-cleaning --cv
                                     judges by them

It needs the pages in ../shared/wcxb-articles (or UNSCRAPE_SHARED) and takes some ten minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sparse  # type: ignore[import-untyped]
from catboost import CatBoost, Pool  # type: ignore[import-not-found]
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from training.examples import FOLDS, PAGES, Example, read_examples
from unscrape.boilerplate.learned.choice import best_set, without_twins
from unscrape.boilerplate.learned.columns import columns
from unscrape.boilerplate.learned.judged import judged_columns, likelihood
from unscrape.boilerplate.learned.score import Spoken, linear_odds, tree_odds
from unscrape.boilerplate.learned.tokens import Bags, bags
from unscrape.boilerplate.learned.weights import FOLDER, ROLES, Weights, write_weights
from unscrape.model import Form

# Weights that haven't seen a fold, for bench-cleaning.
BENCH = Path(__file__).resolve().parents[1] / "bench/weights"
LEAST_PAGES = 8  # a token on fewer pages says more of its site than of articles
PENALTY = 2e-5
STEPS = 50
TREES: dict[str, Any] = {
    "loss_function": "CrossEntropy",
    "iterations": 400,
    "depth": 6,
    "learning_rate": 0.1,
    "l2_leaf_reg": 20,
    "rsm": 0.3,  # each tree looks at some columns only, and at some blocks: that is what keeps it from learning sites
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "border_count": 64,
    "random_seed": 1,
    "thread_count": 2,
    "allow_writing_files": False,
    "verbose": 0,
}
LONGEST = 200  # words from which a block weighs no more

Column = NDArray[np.float64]


class Linear(NamedTuple):
    weights: NDArray[np.float32]
    bias: float


class Material:
    """All examples as matrices, block under block."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self.vocabulary = _vocabulary(examples)
        self.spoken = [_spoken(example, self.vocabulary) for example in examples]
        self.matrix = sparse.vstack([_rows(one, len(self.vocabulary)) for one in self.spoken], format="csr")
        self.tables = [columns(example.page, example.advice) for example in examples]
        self.shares = np.concatenate([example.shares for example in examples])
        self.folds = np.concatenate([np.full(len(example.page), example.fold) for example in examples])
        self.weights = np.concatenate([_block_weights(example) for example in examples])
        self.ends = np.cumsum([len(example.page) for example in examples])

    def split(self, column: Column) -> list[Column]:
        """A column over all blocks, page by page."""
        return np.split(column, self.ends[:-1])

    def table(self, odds: Column) -> tuple[tuple[str, ...], NDArray[np.float32]]:
        """The trees' columns and their names."""
        parts, names = [], tuple[str, ...]()
        for example, table, own in zip(self.examples, self.tables, self.split(odds), strict=True):
            whole = table | judged_columns(example.page, own)
            names = tuple(whole)
            parts.append(np.column_stack([*whole.values()]).astype(np.float32))
        return names, np.vstack(parts)


def _vocabulary(examples: Sequence[Example]) -> dict[str, int]:
    pages: Counter[str] = Counter()
    for example in examples:
        said, around = example.tokens
        pages.update(set().union(*said, *around[0], *around[1]))
    return {token: row for row, token in enumerate(sorted(t for t, count in pages.items() if count >= LEAST_PAGES))}


def _spoken(example: Example, vocabulary: dict[str, int]) -> Spoken:
    said, around = example.tokens
    numbers: dict[tuple[str, ...], int] = {}
    trails = [numbers.setdefault(block.place.trail, len(numbers)) for block in example.page.blocks]
    near, far = around
    return Spoken(bags(said, vocabulary), bags(near, vocabulary), bags(far, vocabulary), np.array(trails, np.int64))


def _rows(spoken: Spoken, tokens: int) -> sparse.csr_matrix:
    """What `linear_odds` adds up, as a matrix: a row a block, a column for each token in each role."""
    said = _matrix(spoken.block, tokens)
    empty = sparse.csr_matrix((1, tokens), dtype=np.float32)
    before = sparse.vstack([empty, said[:-1]]) if len(spoken.trails) else said
    after = sparse.vstack([said[1:], empty]) if len(spoken.trails) else said
    around = [_matrix(part, tokens)[spoken.trails] for part in (spoken.near, spoken.far)]
    return sparse.hstack([said, before, after, *around], format="csr")


def _matrix(sets: Bags, tokens: int) -> sparse.csr_matrix:
    sizes = np.diff(sets.starts)
    values = np.repeat(np.maximum(sizes, 1) ** -0.5, sizes).astype(np.float32)
    return sparse.csr_matrix((values, sets.ids, sets.starts), shape=(len(sizes), tokens))


def _block_weights(example: Example) -> Column:
    """Long blocks count more, and blocks of short articles: F1 is a mean over pages."""
    return np.asarray((np.minimum(example.page.words, LONGEST) * 1000 / (len(example.truth) + 200)) ** 0.5)


def fit_linear(material: Material, rows: NDArray[np.bool_]) -> Linear:
    """Logistic regression with shares as targets and a quadratic penalty."""
    matrix, shares = material.matrix[rows], material.shares[rows]
    weights = (material.weights[rows] / material.weights[rows].sum()).astype(np.float32)
    turned = matrix.T.tocsr()

    def loss(point: Column) -> tuple[float, Column]:
        odds = matrix @ point[:-1].astype(np.float32) + point[-1]
        off = weights * (likelihood(odds) - shares)
        value = float((weights * (np.logaddexp(0, odds) - shares * odds)).sum())
        value += float(PENALTY / 2 * point[:-1] @ point[:-1])
        slope = np.asarray(turned @ off.astype(np.float32) + PENALTY * point[:-1])
        return value, np.asarray(np.append(slope, off.sum()), dtype=np.float64)

    found = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return Linear(found.x[:-1].reshape(len(ROLES), -1).T.astype(np.float32), float(found.x[-1]))


def unseen_odds(material: Material, rows: NDArray[np.bool_]) -> Column:
    """The linear odds of each block among `rows` by a model of the other folds; 0 elsewhere."""
    odds = np.zeros(len(rows))
    for fold in np.unique(material.folds[rows]):
        own = rows & (material.folds == fold)
        odds[own] = _odds(material, fit_linear(material, rows & ~own))[own]
    return odds


def _odds(material: Material, linear: Linear) -> Column:
    flat = linear.weights.T.ravel()
    return np.asarray(material.matrix @ flat + linear.bias, dtype=np.float64)


def fit(material: Material, rows: NDArray[np.bool_]) -> Weights:
    """The whole model from these blocks; the trees learn from odds that the linear part gives to pages new to it."""
    names, table = material.table(unseen_odds(material, rows))
    used = rows & (material.weights > 0)
    trees = CatBoost(TREES)
    trees.fit(Pool(table[used], material.shares[used], weight=material.weights[used]))
    return _weights(material, fit_linear(material, rows), trees, names)


def _weights(material: Material, linear: Linear, trees: CatBoost, names: tuple[str, ...]) -> Weights:
    model = _as_json(trees)
    scale, base = model["scale_and_bias"]
    features = model["features_info"]["float_features"]
    flat = {feature["feature_index"]: feature["flat_feature_index"] for feature in features}
    depth = TREES["depth"]
    count = len(model["oblivious_trees"])
    columns_ = np.zeros((count, depth), dtype=np.int32)
    borders = np.full((count, depth), np.inf, dtype=np.float32)
    leaves = np.zeros((count, 2**depth), dtype=np.float32)
    for row, tree in enumerate(model["oblivious_trees"]):
        for level, split in enumerate(tree["splits"] or ()):
            columns_[row, level] = flat[split["float_feature_index"]]
            borders[row, level] = split["border"]
        values = np.array(tree["leaf_values"], dtype=np.float32) * scale
        leaves[row, : len(values)] = values
    return _without_unused(
        Weights(material.vocabulary, linear.weights, linear.bias, names, columns_, borders, leaves, float(base[0]))
    )


def _without_unused(weights: Weights) -> Weights:
    """Columns that no tree asks for need not be computed, nor their names kept."""
    asked = np.unique(weights.columns)
    names = tuple(weights.names[column] for column in asked)
    return weights._replace(names=names, columns=np.searchsorted(asked, weights.columns).astype(np.int32))


def score(material: Material, weights: Weights, fold: int) -> dict[str, tuple[float, float]]:
    """For the pages of a fold the word F1 reached and the one expected."""
    names_at = list(weights.names)
    found = {}
    for number, example in enumerate(material.examples):
        if example.fold == fold and len(example.page):
            odds = linear_odds(material.spoken[number], weights)
            table = material.tables[number] | judged_columns(example.page, odds)
            likely = likelihood(tree_odds(np.array([table[name] for name in names_at], dtype=np.float32), weights))
            found[f"{example.name} {number}"] = word_f1(example, likely)
    return found


def word_f1(example: Example, likely: Column) -> tuple[float, float]:
    """Reached and expected, as the cleaner would have it: what metadata was read from leaves the text, but the dek."""
    likely, _ = without_twins(example.page, likely)
    used = example.page.metadata.used
    open_ = np.array([used.get(block.number, "dek") == "dek" for block in example.page.blocks])
    choice = best_set(likely, example.page.words * open_)
    kept: Counter[str] = Counter()
    for block, said, keep in zip(example.page.blocks, example.page.said, choice.kept & open_, strict=True):
        if keep and block.kind != "image":
            kept.update(said)
    truth = Counter(example.truth)
    both = (kept & truth).total()
    return 2 * both / (kept.total() + truth.total()), choice.expected


def _as_json(trees: CatBoost) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        trees.save_model(path, format="json")
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return told


def cross_validate(material: Material, form: Form, folds: Sequence[int]) -> None:
    """Prints the mean F1 of each fold by a model of the other folds."""
    scores: list[tuple[float, float]] = []
    for fold in folds:
        weights = fit(material, material.folds != fold)
        found = list(score(material, weights, fold).values())
        scores += found
        print(f"{form}, fold {fold}: F1 {np.mean([f1 for f1, _ in found]):.4f}, {len(found)} pages", flush=True)
    reached, expected = np.array(scores).T
    print(
        f"{form}: F1 {reached.mean():.4f}, expected {expected.mean():.4f}, r {np.corrcoef(reached, expected)[0, 1]:.2f}"
    )


def main() -> None:
    asked = _asked()
    if not PAGES.is_dir():
        sys.exit(f"No pages to learn from: {PAGES} is missing. Set UNSCRAPE_SHARED to the folder of wcxb-articles.")
    for form in asked.forms:
        print(f"{form}: reading the pages", flush=True)
        material = Material(list(read_examples(form)))
        print(f"{form}: {len(material.shares)} blocks, {len(material.vocabulary)} tokens; learning", flush=True)
        if asked.cross_validate:
            cross_validate(material, form, asked.folds)
        elif asked.without:
            for fold in asked.without:
                _write(material, form, fold)
        else:
            _write(material, form, None)
            _write(material, form, 0)


def _write(material: Material, form: Form, without: int | None) -> None:
    folder = FOLDER if without is None else BENCH / f"without-{without}"
    weights = fit(material, material.folds != (-1 if without is None else without))
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(folder / f"{form}.npz", weights)
    print(f"{form}: written to {folder / form}.npz", flush=True)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    parser.add_argument("--forms", nargs="+", choices=("html", "text"), default=["html", "text"])
    parser.add_argument("--without", type=int, nargs="+", metavar="FOLD", choices=range(FOLDS))
    return parser.parse_args()


if __name__ == "__main__":
    main()
