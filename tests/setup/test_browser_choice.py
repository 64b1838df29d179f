"""Which Chromium the tests take: the one that is named, then the PATH's, and never one that doesn't start."""

from __future__ import annotations

from pathlib import Path

import pytest

from setup import browser


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def program(folder: Path, name: str, ending: int = 0) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\nexit {ending}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def test_the_named_one_comes_first(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(programs, "chromium")
    monkeypatch.setenv("CHROMIUM", program(programs, "mine"))
    assert browser.find_browser() == str(programs / "mine")


def test_a_named_one_that_does_not_start_is_an_error(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(programs, "chromium")
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(browser.NoBrowser, match="apt-get install chromium"):
        browser.find_browser()


def test_one_that_only_asks_for_another_package_is_passed_over(programs: Path) -> None:
    program(programs, "chromium-browser", ending=1)
    chrome = program(programs, "google-chrome")
    assert browser.find_browser() == chrome


def test_where_none_can_be_had_the_error_says_what_to_install(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "debian_package", lambda: None)
    monkeypatch.setattr(browser, "playwright_download", lambda: None)
    with pytest.raises(SystemExit, match="apt-get install chromium"):
        browser.main()
    assert capsys.readouterr().out == ""
