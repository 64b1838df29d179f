"""What repeats over the pages of one site is its furniture: counted in a first pass, read in the second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from unscrape.boilerplate.context import Context, RepeatCounts, line_key
from unscrape.model import Block, Finding, Metadata
from unscrape.signs.shape import ends_sentence, folded, is_prose

LEAST_PAGES = 2
LEAST_SHARE = 0.12
SAME_ARTICLE = 0.5
# Among the article's own sentences (so long), not further apart than REACH blocks, labels of a few words are its own.
OWN_WORDS, LABEL_WORDS, REACH = 12, 5, 25


def count_repeats(pages: Iterable[Sequence[Block]]) -> RepeatCounts:
    """Counts over one site's pages. A page that shares half of its prose with an earlier one is a version of it."""
    counts: Counter[int] = Counter()
    versions: list[set[int]] = []
    seen: Counter[int] = Counter()
    number = 0
    for blocks in pages:
        prose = {line_key(block.text) for block in blocks if is_prose(block)}
        again = _is_version(prose, seen, versions)
        seen.update(prose)
        versions.append(prose)
        if not again:
            number += 1
            counts.update({line_key(block.text) for block in blocks if folded(block.text)})
    return RepeatCounts(number, {line: count for line, count in counts.items() if count >= LEAST_PAGES})


def _is_version(prose: set[int], seen: Counter[int], versions: Sequence[set[int]]) -> bool:
    if not prose or sum(bool(seen[one]) for one in prose) < SAME_ARTICLE * len(prose):
        return False
    return any(len(prose & other) >= SAME_ARTICLE * min(len(prose), len(other)) for other in versions if other)


def label_repeats(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Lines that other articles of the site show too."""
    repeats = context.repeats
    if repeats.pages < LEAST_PAGES:
        return
    repeated = [repeats.pages_with(block.text) >= max(LEAST_PAGES, LEAST_SHARE * repeats.pages) for block in blocks]
    own = _own_text(blocks, repeated, metadata)
    for block in blocks:
        if repeated[block.number] and block.number not in own:
            yield Finding(
                block.number,
                "furniture",
                "repeats over the site",
                f"the same line stands on {repeats.pages_with(block.text)} of the site's {repeats.pages} pages",
            )


def _own_text(blocks: Sequence[Block], repeated: Sequence[bool], metadata: Metadata) -> set[int]:
    """Repeated sentences that run on into the article's own text: other pages show them as its teaser.

    A heading that opens new prose is the article's own too ("Conclusions" stands on many pages of a journal).
    """
    title = next((number for number, label in metadata.used.items() if label == "title"), -1)
    own: set[int] = set()
    for block in reversed(blocks):
        after = block.number + 1
        goes_on = after < len(blocks) and (after in own or (not repeated[after] and is_prose(blocks[after], 12)))
        text = block.kind == "heading" or ends_sentence(block.text)
        if repeated[block.number] and goes_on and text and block.number > title:
            own.add(block.number)
    return own | set(_within_text(blocks, repeated))


def _within_text(blocks: Sequence[Block], repeated: Sequence[bool]) -> Iterator[int]:
    """Repeated labels amid text that no other page has: "Pros", "Serves four", "Who it is for"."""
    own = [block.number for block in blocks if not repeated[block.number] and is_prose(block, OWN_WORDS)]
    near = [(above, below) for above, below in pairwise(own) if below - above <= REACH]
    for above, below in near:
        for run in _repeated_runs(range(above + 1, below), repeated):
            if sum(len(blocks[number].text.split()) for number in run) <= LABEL_WORDS:
                yield from run


def _repeated_runs(numbers: range, repeated: Sequence[bool]) -> Iterator[list[int]]:
    for again, run in groupby(numbers, key=lambda number: repeated[number]):
        if again:
            yield list(run)
