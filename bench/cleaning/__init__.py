"""How well pages of unknown sites are cleaned: ours beside other tools, over pages whose truth is known.

`python -m bench.cleaning --help` tells how to run it, docs/benchmarks.md what is measured.
"""
