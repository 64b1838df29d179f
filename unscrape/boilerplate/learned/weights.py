"""What was learned: a vocabulary with weights, and trees; read from one data file."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unscrape.model import Form

# In which part a token stands. Each token has a weight for each.
ROLES = ("in the block", "in the block before", "in the block after", "in the elements near", "in the elements far")
FOLDER = Path(__file__).parent
# Another folder with the same files, for a bench that must not judge a model on pages that it has seen.
OTHER_FOLDER = "UNSCRAPE_WEIGHTS"


class Weights(NamedTuple):
    """One form's model. `tokens[token]` is a row of `linear`, a weight for each of ROLES; `bias` is added once.

    Tree `t` asks at its level `d` whether column `columns[t, d]` is above `borders[t, d]`; the answers, the first
    asked lowest, are the number of the leaf whose log odds `leaves[t]` holds. All are added, and `base`.
    """

    tokens: dict[str, int]
    linear: NDArray[np.float32]
    bias: float
    names: tuple[str, ...]
    columns: NDArray[np.int32]
    borders: NDArray[np.float32]
    leaves: NDArray[np.float32]
    base: float


@cache
def shipped_weights(form: Form) -> Weights:
    """The weights that come with the package, or those of the folder that the environment names."""
    return read_weights(Path(os.environ.get(OTHER_FOLDER) or FOLDER) / f"{form}.npz")


@cache
def tokens_by_id(form: Form) -> tuple[str, ...]:
    """The vocabulary of the shipped weights, in the order of their rows."""
    return tuple(shipped_weights(form).tokens)


def read_weights(path: Path) -> Weights:
    with np.load(path, allow_pickle=False) as file:
        tokens = str(file["tokens"]).split("\n")
        return Weights(
            {token: row for row, token in enumerate(tokens)},
            file["linear"].astype(np.float32) * float(file["linear_scale"]),
            float(file["bias"]),
            tuple(str(file["names"]).split("\n")),
            file["columns"].astype(np.int32),
            file["borders"],
            file["leaves"].astype(np.float32) * float(file["leaf_scale"]),
            float(file["base"]),
        )


def write_weights(path: Path, weights: Weights) -> None:
    """Weights are kept as whole numbers of 8 and 16 bits: a tenth of the size, and no figure changes by it."""
    linear_scale = float(np.abs(weights.linear).max()) / 127 or 1.0
    leaf_scale = float(np.abs(weights.leaves).max()) / 32767 or 1.0
    np.savez_compressed(
        path,
        tokens=np.array("\n".join(weights.tokens)),
        linear=np.round(weights.linear / linear_scale).astype(np.int8),
        linear_scale=linear_scale,
        bias=weights.bias,
        names=np.array("\n".join(weights.names)),
        columns=weights.columns.astype(np.int16),
        borders=weights.borders.astype(np.float32),
        leaves=np.round(weights.leaves / leaf_scale).astype(np.int16),
        leaf_scale=leaf_scale,
        base=weights.base,
    )
