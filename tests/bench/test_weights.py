"""Cross-validation measures weights that have not seen a page's site, or it says what is missing."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from bench.cleaning.__main__ import weights_of


def test_each_fold_has_its_weights(tmp_path: Path) -> None:
    (tmp_path / "fold-3").write_bytes(b"")
    assert weights_of(Namespace(weights=f"{tmp_path}/fold-{{fold}}"), 3) == f"{tmp_path}/fold-3"
    assert weights_of(Namespace(weights=None), 3) is None


def test_missing_weights_are_told_and_not_replaced_by_the_shipped_ones(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make train ARGS='--without 4"):
        weights_of(Namespace(weights=f"{tmp_path}/fold-{{fold}}"), 4)
