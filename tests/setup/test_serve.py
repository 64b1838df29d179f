"""`make serve`: this machine only, a port that is free, and the site's own page for what isn't there."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from setup.serve import server


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "404.html").write_text("nothing here", encoding="utf-8")
    with server(tmp_path) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


def test_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    with server(tmp_path) as site:
        assert site.server_address[0] == "127.0.0.1"


def test_a_taken_port_gives_way_to_the_next(tmp_path: Path) -> None:
    with server(tmp_path) as first, server(tmp_path, first.server_port) as second:
        assert second.server_port > first.server_port


def test_it_answers_with_the_page(address: str) -> None:
    assert urlopen(f"{address}/").read() == b"home"


def test_a_missing_page_is_answered_by_the_sites_own(address: str) -> None:
    with pytest.raises(HTTPError) as missing:
        urlopen(f"{address}/no/such/page.html")
    assert (missing.value.code, missing.value.read()) == (404, b"nothing here")


def test_its_links_lead_from_the_root_at_whatever_depth_it_is_shown(address: str, tmp_path: Path) -> None:
    page = '<link href="{0}a.css"><a href="#main">./ here</a><form action="{0}search"><script src="{0}b.js"></script>'
    (tmp_path / "404.html").write_text(page.format("./"), encoding="utf-8")
    with pytest.raises(HTTPError) as missing:
        urlopen(f"{address}/articles/none/at/all/")
    assert missing.value.read().decode() == page.format("/")
