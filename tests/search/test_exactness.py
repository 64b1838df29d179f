"""Our pieces give what Lunr's whole index gives: the same documents, in the same order, with the same scores and
matches, to the last bit, for queries of every kind. What the box finds straight from the postings are the same
documents, with the same terms.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from search_index.files import in_index_order, write_search_files
from search_index.occurrences import FIELDS

from tests.search.in_node import run_in_node
from tests.search.made_up import made_up_documents, made_up_queries
from tests.search.whole_index import whole_index


def compared(folder: Path, documents: int, queries: int, seed: int) -> Any:  # noqa: ANN401
    made = made_up_documents(documents, seed)
    write_search_files(folder, made, for_a_host=False)
    whole = whole_index(in_index_order(made)[0])
    terms = [term for term, _posting in whole["invertedIndex"]]
    asked = made_up_queries(terms, FIELDS, queries, seed)
    return run_in_node("compare.mjs", {"folder": str(folder), "whole": whole, "queries": asked})


def test_300_queries(tmp_path: Path) -> None:
    told = compared(tmp_path, documents=1000, queries=300, seed=1)
    assert told["different"] == []
    assert told["otherInBox"] == []
    assert told["withResults"] > 100


@pytest.mark.soak
@pytest.mark.parametrize("seed", [2, 3, 4, 5])
def test_2000_queries(tmp_path: Path, seed: int) -> None:
    assert compared(tmp_path, documents=1000, queries=500, seed=seed)["different"] == []
