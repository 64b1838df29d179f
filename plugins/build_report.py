# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a build made, told at its end: how much, what needs review and why, and how to open it.

The plugin writes <archive>/.cache/build-report.json; `python plugins/build_report.py FILE` tells it in words. A build
in which an article had a fault ends with an error, after everything else was written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive_faults import ArchiveError, report_fault, within_archive
from site_types import ArticlesGenerator, Writer

Report = dict[str, Any]
LONGEST_LIST = 20


def register() -> None:
    from pelican.plugins import signals

    signals.initialized.connect(start)
    signals.article_writer_finalized.connect(count)
    signals.finalized.connect(finish)


def start(pelican: Any) -> None:  # noqa: ANN401  (Pelican ships no types)
    pelican.settings["FAULTS"] = []
    pelican.settings["WARNINGS"] = []


def count(generator: ArticlesGenerator, writer: Writer) -> None:
    """Count what was listed, while the lists are at hand."""
    context = generator.context
    report_unread(generator)
    generator.settings["BUILD_REPORT"] = {
        "archive": generator.settings["SITENAME"],
        "articles": len(context["articles"]),
        "undated": len(context["undated"]),
        "withdrawn": len(generator.hidden_articles),
        "sources": len(context["sources"]),
        "authors": len(context["authors"]),
        "topics": len(context["topics"]),
        "needs_review": [
            {"article": within_archive(generator.settings, article.source_path), "reasons": article.needs_review}
            for article in context["articles"]
            if article.needs_review
        ],
        "index": str(Path(generator.output_path, "index.html")),
        "address": generator.settings["SITEURL"] if generator.settings["PUBLISHED"] else None,
    }


def report_unread(generator: ArticlesGenerator) -> None:
    """Whatever kept Pelican from reading an article, the build has to say that it is not there."""
    told = {fault.split(": ")[0] for fault in generator.settings["FAULTS"]}
    for path, content in generator.context["generated_content"].items():
        file = Path(generator.path, path)
        if content is None and within_archive(generator.settings, file) not in told:
            report_fault(generator.settings, file, "could not be read; `pelican --debug` tells why.")


def finish(pelican: Any) -> None:  # noqa: ANN401
    """Write the report; end with an error where articles were left out or told wrongly."""
    faults: list[str] = pelican.settings["FAULTS"]
    report: Report = {**pelican.settings["BUILD_REPORT"], "warnings": pelican.settings["WARNINGS"], "faults": faults}
    file = Path(pelican.settings["BUILD_REPORT_FILE"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if faults:
        raise ArchiveError(
            "\n".join([*faults, f"{_counted(len(faults), 'fault')}; the rest of the archive was built."])
        )


def in_words(report: Report) -> Iterator[str]:
    """The report as lines for a terminal."""
    made = ", ".join(_counted(report[f"{thing}s"], thing) for thing in ("source", "author", "topic"))
    apart = {"undated": " undated", "withdrawn": " withdrawn"}
    besides = ", ".join(f"{report[key]}{words}" for key, words in apart.items() if report[key])
    yield f"{report['archive']}: {_counted(report['articles'], 'article')}{f' ({besides})' if besides else ''}; {made}."
    yield from (f"Warning: {warning}" for warning in report["warnings"])
    yield from _review(report["needs_review"])
    yield _next_step(report)


def _next_step(report: Report) -> str:
    """A published build names its host in every link: on this machine it would show without its styles."""
    if report.get("address"):
        return f"Upload {Path(report['index']).parent} so that it stands at {report['address']}"
    return f"Open {report['index']} in a browser."


def _review(articles: list[dict[str, Any]]) -> Iterator[str]:
    if not articles:
        yield "No article needs review."
        return
    yield f"{_counted(len(articles), 'article')} {'needs' if len(articles) == 1 else 'need'} review:"
    for article in articles[:LONGEST_LIST]:
        yield f"  {article['article']}"
        yield from (f"    {reason}" for reason in article["reasons"])
    if len(articles) > LONGEST_LIST:
        yield f"  and {len(articles) - LONGEST_LIST} more."


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    print(*in_words(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), sep="\n")
