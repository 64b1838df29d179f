"""resiliparse's main content: text alone."""

from __future__ import annotations

from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found]
from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # type: ignore[import-not-found]

from bench.peers.told import Told


class Resiliparse:
    package = "resiliparse"

    def clean(self, data: bytes) -> str:
        html = bytes_to_str(data, detect_encoding(data))
        text: str = extract_plain_text(html, main_content=True, comments=False)
        return text

    def tell(self, data: bytes, cleaned: object) -> Told:
        return Told(text=str(cleaned))
