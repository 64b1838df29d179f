"""python -m unscrape"""

from __future__ import annotations

from unscrape.cli import main

if __name__ == "__main__":
    main(prog_name="unscrape")
