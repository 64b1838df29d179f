"""The command's verbs: what they take and what they say. What they do stands in the modules they call."""

from __future__ import annotations

import dataclasses
import json
import shlex
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from unscrape.archive import new_archive, open_archive
from unscrape.cleaning_run import CLEANED, FAILED, PROPOSED, UNCHANGED, Outcome, clean_archive
from unscrape.errors import UnscrapeError
from unscrape.explain import explain_file, show_explanation
from unscrape.ledger import tool_version
from unscrape.rules import SHIPPED, faults_in
from unscrape.status import read_status
from unscrape.withdraw import withdraw_article

Arguments = ParamSpec("Arguments")
FAULT, USAGE = 1, 2

archive_option = click.option(
    "--archive",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The archive's folder.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for machines.")


def _telling_errors(verb: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Faults that a user can mend are told in their own words, without a traceback."""

    @wraps(verb)
    def told(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            verb(*args, **kwargs)
        except UnscrapeError as error:
            click.echo(f"unscrape: {error}", err=True)
            sys.exit(USAGE)

    return told


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(tool_version(), prog_name="unscrape")
def main() -> None:
    """Turns a folder of scraped articles into clean Markdown, with an account of every word that was left out.

    \b
    Examples:
      unscrape new my-archive                 start an empty archive
      unscrape articles --archive my-archive  clean scraped/ into content/
      unscrape explain scraped/site/page.html what became of each line, and why
    """


@main.command()
@archive_option
@json_option
@_telling_errors
def articles(folder: Path, as_json: bool) -> None:
    """Clean scraped/ into content/articles/ and ledger/.

    What has not changed since the last run is left alone, and so is every article that was corrected by hand: a
    proposal is laid beside its ledger then. The exit code is 1 where a scrape could not be cleaned.

    \b
    Examples:
      unscrape articles
      unscrape articles --archive my-archive --json
    """
    outcomes = _with_progress(folder)
    left_out = len(open_archive(folder).left_out())
    failed = [outcome for outcome in outcomes if outcome.state == FAILED]
    if as_json:
        click.echo(json.dumps([_outcome(outcome) for outcome in outcomes], ensure_ascii=False, indent=1))
    else:
        _say_outcomes(outcomes)
        if left_out:
            click.echo(f"{_count(left_out, 'file')} of saved pages left out (styles, scripts, images)")
    sys.exit(FAULT if failed else 0)


def _with_progress(folder: Path) -> list[Outcome]:
    """The run, with a bar on standard error where that is a terminal."""
    archive = open_archive(folder)
    console = Console(stderr=True)
    if not console.is_terminal:
        return clean_archive(archive)
    columns = (
        TextColumn("Cleaning"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        return clean_archive(
            archive, lambda name, done, total: bar.update(task, completed=done, total=total, description=name[-50:])
        )


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "scrape": outcome.scrape.path,
        "state": outcome.state,
        "article": outcome.article,
        "error": outcome.error,
        "also_scraped_as": list(outcome.scrape.copies),
    }


SAYINGS = (
    (CLEANED, "cleaned"),
    (UNCHANGED, "unchanged since the last run"),
    (PROPOSED, "corrected by hand and left alone"),
    (FAILED, "could not be cleaned"),
)


def _say_outcomes(outcomes: Sequence[Outcome]) -> None:
    copies = sum(len(outcome.scrape.copies) for outcome in outcomes)
    counts = [(sum(outcome.state == state for outcome in outcomes), said) for state, said in SAYINGS]
    parts = [f"{count} {said}" for count, said in counts if count]
    click.echo(
        f"{_count(len(outcomes) + copies, 'scrape')}: {', '.join(parts) or 'nothing to clean'}"
        + (f"; {_count(copies, 'exact duplicate')} left out" if copies else "")
    )
    for outcome in outcomes:
        if outcome.state == FAILED:
            click.echo(f"  set aside: {outcome.error}", err=True)
        elif outcome.state == PROPOSED:
            click.echo(f"  {outcome.article}: where cleaning would differ now, a .proposed.md lies beside its ledger")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--archive",
    "folder",
    type=click.Path(path_type=Path),
    help="The archive whose rules apply; found from FILE without it.",
)
@json_option
@_telling_errors
def explain(file: Path, folder: Path | None, as_json: bool) -> None:
    """Show what became of each line of a scrape, and by which rule.

    FILE is a scrape; it is cleaned anew, and nothing is written.

    \b
    Examples:
      unscrape explain scraped/harbour-review/page.html
      unscrape explain dump.txt --json | jq '.entries[] | select(.fate == "removed")'
    """
    inside = folder / file if folder else file
    explanation = explain_file(inside if inside.exists() else file, folder)
    if as_json:
        click.echo(json.dumps(explanation.as_json(), ensure_ascii=False, indent=1))
    else:
        show_explanation(explanation, Console())


@main.command("check-rules")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@archive_option
@_telling_errors
def check_rules(files: tuple[Path, ...], folder: Path) -> None:
    """Check site rules, naming file, line and key of each fault.

    Without FILES: the archive's rules in curation/site_rules/ and those that ship with unscrape.

    \b
    Examples:
      unscrape check-rules
      unscrape check-rules curation/site_rules/harbour-review.yaml
    """
    checked = files or tuple(sorted([*(folder / "curation" / "site_rules").glob("*.yaml"), *SHIPPED.glob("*.yaml")]))
    faults = [fault for file in checked for fault in faults_in(file)]
    for fault in faults:
        click.echo(fault, err=True)
    click.echo(f"{_count(len(checked), 'rules file')} checked, {_count(len(faults), 'fault')}")
    sys.exit(FAULT if faults else 0)


@main.command()
@archive_option
@json_option
@_telling_errors
def status(folder: Path, as_json: bool) -> None:
    """Say what the archive holds, and what waits for a person.

    \b
    Examples:
      unscrape status
      unscrape status --archive my-archive --json
    """
    found = read_status(open_archive(folder))
    click.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=1) if as_json else found.as_text())


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_telling_errors
def new(folder: Path) -> None:
    """Start an empty archive in FOLDER.

    \b
    Example:
      unscrape new my-archive
    """
    archive = new_archive(folder)
    command = f"make site ARCHIVE={shlex.quote(str(folder))}"
    click.echo(f"An empty archive stands in {archive.root}.")
    click.echo(f"Put your scrapes into {archive.root}/scraped/<site>/, a folder a site, and run: {command}")


@main.command()
@click.argument("slug")
@click.option("--reason", required=True, help="Why, in a sentence that readers will see.")
@archive_option
@_telling_errors
def withdraw(slug: str, reason: str, folder: Path) -> None:
    """Withdraw an article: its address stays and says so, its text leaves the site.

    \b
    Example:
      unscrape withdraw bridges-over-the-salt-river --reason "At the author's wish."
    """
    path = withdraw_article(open_archive(folder), slug, reason, date.today().isoformat())  # noqa: DTZ011 - the curator's day
    click.echo(f"Withdrawn in {path}; build the site anew to take it out. Delete the entry there to bring it back.")
