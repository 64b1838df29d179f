"""Errors that end in what to do next. Everything a user can cause derives from UnscrapeError."""

from __future__ import annotations


class UnscrapeError(Exception):
    """A fault that a user can mend; its text says where and how."""


class UnreadablePage(UnscrapeError):
    """A scrape that cannot be read: empty, binary, or in no encoding that we know."""


class RulesError(UnscrapeError):
    """A rules, corrections or vocabulary file that breaks its form; names file, key and line."""


class ArchiveError(UnscrapeError):
    """An archive folder that is not one, or that cannot be written."""
