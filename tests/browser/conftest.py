"""Where a test's site stands: the `site` of its own module, from a server and from disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from setup.serve import server


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    with server(site) as started:
        threading.Thread(target=started.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{started.server_port}"
        started.shutdown()


@pytest.fixture(params=["http", "disk"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    if request.param == "disk":
        return site.as_uri()
    address: str = request.getfixturevalue("served")
    return address
