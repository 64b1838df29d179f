"""Who is measured: how each one's site is laid out, built and told apart over the wire."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.search import ours
from bench.search.corpus import REPOSITORY, Article, read_articles

PEERS = REPOSITORY / "bench/peers"
NODE_MODULES = PEERS / "node_modules"
OLD_SPACE = "--max-old-space-size=16384"


@dataclass(frozen=True, slots=True)
class System:
    """`lay_out` makes the pages of the site, which isn't measured; `command` the index, which is. The patterns say of a
    path in the site whether it belongs to the page itself, to the search's code or to the texts of results; all else is
    index. `whole`: everything is fetched for the first query.
    """

    name: str
    version: str
    page: str
    lay_out: Callable[[Path, Path, str], None]
    command: Callable[[Path, Path], list[str]]
    pages: str
    code: str
    texts: str
    whole: bool = False

    def kind_of(self, path: str) -> str:
        patterns = {"page": self.pages, "code": self.code, "texts": self.texts}
        return next((kind for kind, pattern in patterns.items() if re.match(pattern, path)), "index")


OURS = "ours"
PAGEFIND = "Pagefind"


def node() -> str:
    """Node as `make` installs it beside our Python."""
    found = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not found:
        raise SystemExit("There is no Node here. Run it as: make bench-search")
    return found


def version_of(package: str) -> str:
    locked = json.loads((PEERS / "package.json").read_text(encoding="utf-8"))
    return str(locked["dependencies"][package])


def lay_out_pagefind(articles: Path, site: Path, _address: str) -> None:
    """Pagefind reads built pages: a bare one for each article."""
    for article in read_articles(articles):
        page = site / "articles" / article.slug / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(pagefind_page(article), encoding="utf-8")
    bundle("pagefind.page.js", site)


def pagefind_page(article: Article) -> str:
    line = " · ".join(filter(None, [", ".join(article.authors), article.published, article.source]))
    paragraphs = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in article.text.split("\n"))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>{html.escape(article.title)}</title></head><body>'
        f"<main data-pagefind-body><h1>{html.escape(article.title)}</h1>\n"
        f'<p data-pagefind-meta="line">{html.escape(line)}</p>\n<p>{html.escape(", ".join(article.topics))}</p>\n'
        f"{paragraphs}\n</main></body></html>\n"
    )


def lay_out_whole(page: str, articles: Path, site: Path, _address: str) -> None:
    """A file for each article's text, which excerpts are cut from; the index has none."""
    (site / "texts").mkdir()
    for place, article in enumerate(read_articles(articles)):
        text = json.dumps(article.text, ensure_ascii=False)
        (site / "texts" / f"{place}.json").write_text(text, encoding="utf-8")
    bundle(page, site)


def bundle(page: str, site: Path) -> None:
    run_node("bundle.mjs", page, str(site))


def run_node(script: str, *arguments: str, told: str | None = None) -> str:
    """What a script, of bench/peers/search where no other folder is named, answers; one that fails ends the bench."""
    command = [node(), OLD_SPACE, str(PEERS / "search" / script), *arguments]
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def pagefind_command(_articles: Path, site: Path) -> list[str]:
    return [node(), str(NODE_MODULES / "pagefind/lib/runner/bin.cjs"), "--site", str(site), "--quiet"]


def node_command(script: str, articles: Path, site: Path) -> list[str]:
    return [node(), OLD_SPACE, str(PEERS / "search" / script), str(articles), str(site)]


SYSTEMS: tuple[System, ...] = (
    System(
        name=OURS,
        version="",
        page="search/index.html",
        lay_out=ours.lay_out,
        command=ours.command,
        pages=ours.PAGES,
        code=ours.CODE,
        texts=ours.TEXTS,
    ),
    System(
        name=PAGEFIND,
        version=version_of("pagefind"),
        page="index.html",
        lay_out=lay_out_pagefind,
        command=pagefind_command,
        pages=r"index\.html|articles/",
        code=r"search\.js|pagefind/[^/]*(\.js|\.css|wasm[^/]*)$",
        texts="pagefind/fragment/",
    ),
    System(
        name="whole Lunr index",
        version=version_of("lunr"),
        page="index.html",
        lay_out=partial(lay_out_whole, "lunr.page.js"),
        command=partial(node_command, "build_lunr.mjs"),
        whole=True,
        pages=r"index\.html",
        code=r"search\.js",
        texts="texts/",
    ),
    System(
        name="MiniSearch",
        version=version_of("minisearch"),
        page="index.html",
        lay_out=partial(lay_out_whole, "minisearch.page.js"),
        command=partial(node_command, "build_minisearch.mjs"),
        whole=True,
        pages=r"index\.html",
        code=r"search\.js",
        texts="texts/",
    ),
)


def named(names: Iterable[str]) -> list[System]:
    return [system for system in SYSTEMS if system.name in set(names)]
