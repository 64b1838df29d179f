"""The examples in the docstrings of the bench are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = (
    "bench.metadata_scores",
    *(
        f"bench.cleaning.{name}"
        for name in ("confidence", "corpus", "html_text", "report", "running", "scores", "structure")
    ),
)


@pytest.mark.parametrize("module", MODULES)
def test_examples(module: str) -> None:
    tried = doctest.testmod(importlib.import_module(module))
    assert tried.attempted
    assert not tried.failed
