"""What searching costs a reader and a build: ours beside Pagefind, the whole Lunr index and MiniSearch, in a browser.

`python -m bench.search --help` tells how to run it, docs/benchmarks.md what is measured.
"""
