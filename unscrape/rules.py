"""Site rules: what a curator knows about the pages of one site, as data (YAML; form in docs/formats.md)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from unscrape.curated_yaml import CuratedFile, find_faults, read_curated
from unscrape.errors import RulesError
from unscrape.model import Block

SHIPPED = Path(__file__).parent / "site_rules"
SCHEMA = SHIPPED / "schema.json"


@dataclass(frozen=True, slots=True)
class SourceRule:
    """The source that a site's articles belong to."""

    name: str
    home_page: str | None = None
    item_type: str = "webpage"


@dataclass(frozen=True, slots=True)
class Removal:
    """One furniture rule: a phrase (a whole line), a pattern (found in a line), or a selector (elements' trail)."""

    kind: str
    value: str
    pattern: re.Pattern[str] | None = None

    def __str__(self) -> str:
        return f"{self.kind} “{self.value}”"


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rules for one site; all patterns compiled. `sha256` identifies the file's content in the ledger."""

    name: str
    sha256: str
    source: SourceRule | None = None
    hosts: tuple[str, ...] = ()
    marks: tuple[re.Pattern[str], ...] = ()
    marks_needed: int = 2
    starts_after: tuple[re.Pattern[str], ...] = ()
    ends_before: tuple[re.Pattern[str], ...] = ()
    body: tuple[str, ...] = ()
    remove: tuple[Removal, ...] = ()
    fields: Mapping[str, tuple[re.Pattern[str], ...]] = field(default_factory=dict)
    field_selectors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lead_ins: tuple[str, ...] = ()

    def recognises(self, hosts: Collection[str], blocks: Sequence[Block]) -> bool:
        """True for a page of one of the site's hosts, and for one that shows enough of the site's own furniture."""
        if any(host == known or host.endswith(f".{known}") for known in self.hosts for host in hosts):
            return True
        spare = len(self.marks) - self.marks_needed
        texts = [block.text for block in blocks]
        unseen = (mark for mark in self.marks if not any(map(mark.search, texts)))
        return bool(self.marks) and spare >= 0 and len(list(islice(unseen, spare + 1))) <= spare


def load_rules(folders: Sequence[Path]) -> tuple[SiteRules, ...]:
    """All rules of the folders, those of the first folder first. Raises RulesError on the first broken file."""
    return tuple(load_rule_file(path) for folder in folders for path in sorted(folder.glob("*.yaml")))


def load_rule_file(path: Path) -> SiteRules:
    """One file's rules. Raises RulesError naming file, key and line."""
    faults = list(faults_in(path))
    if faults:
        raise RulesError(faults[0])
    file = read_curated(path)
    return _site_rules(path.stem, hashlib.sha256(file.text.encode()).hexdigest(), file.given)


def find_rules(addresses: Sequence[str], blocks: Sequence[Block], rules: Sequence[SiteRules]) -> SiteRules | None:
    """The first rules that recognise the page by one of its addresses or its furniture; None for an unknown site."""
    hosts = {host for address in addresses if (host := host_of(address))}
    return next((rule for rule in rules if rule.recognises(hosts, blocks)), None)


def host_of(url: str | None) -> str | None:
    """
    >>> host_of("https://www.Example.org:80/a")
    'example.org'
    """
    match = re.match(r"https?://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", url or "", re.IGNORECASE)
    return match[1].lower() if match else None


def faults_in(path: Path) -> Iterator[str]:
    """Every fault of a rules file, each naming file, line and key, and what to do."""
    try:
        file = read_curated(path)
    except RulesError as error:
        yield str(error)
        return
    yield from find_faults(file, SCHEMA)
    yield from _bad_patterns(file)


def _bad_patterns(file: CuratedFile) -> Iterator[str]:
    for trail, text in _patterns(file.given):
        try:
            re.compile(text)
        except re.error as error:
            yield file.say(trail, f"not a regular expression: {error}")


def _patterns(given: object) -> Iterator[tuple[list[str | int], str]]:
    if not isinstance(given, dict):
        return
    for section, key in (("recognise", "marks"), ("article", "starts_after"), ("article", "ends_before")):
        yield from _strings(given.get(section), [section], key)
    fields, removals = given.get("fields"), given.get("remove")
    for key in fields if isinstance(fields, dict) else ():
        yield from _strings(fields, ["fields"], key)
    for number, removal in enumerate(removals if isinstance(removals, list) else ()):
        if isinstance(removal, dict) and isinstance(removal.get("pattern"), str):
            yield ["remove", number, "pattern"], removal["pattern"]


def _strings(holder: object, trail: list[str | int], key: str) -> Iterator[tuple[list[str | int], str]]:
    values = holder.get(key) if isinstance(holder, dict) else None
    for number, value in enumerate(values if isinstance(values, list) else []):
        if isinstance(value, str):
            yield [*trail, key, number], value


def _site_rules(name: str, sha256: str, given: Mapping[str, Any]) -> SiteRules:
    recognise, article = given.get("recognise", {}), given.get("article", {})
    source = given.get("source")
    return SiteRules(
        name=name,
        sha256=sha256,
        source=SourceRule(**source) if source else None,
        hosts=tuple(host.removeprefix("www.").lower() for host in recognise.get("hosts", ())),
        marks=_compiled(recognise.get("marks", ())),
        marks_needed=int(recognise.get("marks_needed", min(2, len(recognise.get("marks", ()))))),
        starts_after=_compiled(article.get("starts_after", ())),
        ends_before=_compiled(article.get("ends_before", ())),
        body=tuple(article.get("body", ())),
        remove=tuple(_removal(removal) for removal in given.get("remove", ())),
        fields={key: _compiled(patterns) for key, patterns in given.get("fields", {}).items()},
        field_selectors={key: tuple(found) for key, found in given.get("selectors", {}).items()},
        lead_ins=tuple(given.get("lead_ins", ())),
    )


def _removal(given: Mapping[str, str]) -> Removal:
    kind, value = next(iter(given.items()))
    return Removal(kind, value, re.compile(value) if kind == "pattern" else None)


def _compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)
