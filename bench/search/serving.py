"""A static host on 127.0.0.1, which tells what it sent: the bytes of each answer's body, as they went over the wire.

It compresses as such hosts do: by the kind of file, text and WebAssembly, before anyone asks. HTTP/1.1, keep-alive.
Each site has an origin of its own.
"""

from __future__ import annotations

import gzip
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".wasm": "application/wasm",
}
UNKNOWN = "application/octet-stream"  # sent as it is, like Pagefind's files, which are gzip already
LEVEL = 6
RANGE = re.compile(r"bytes=([0-9]+)-([0-9]+)")
# Isolated pages may ask how much memory they and their workers hold.
HEADERS = {
    "Cache-Control": "max-age=600",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: the path in the site, the time of its request (seconds, time.time()), the bytes of the body."""

    path: str
    at: float
    size: int


@dataclass(slots=True)
class Host:
    folder: Path
    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    compressed: dict[str, bytes] = field(default_factory=dict)

    def compress(self) -> None:
        """To be called when the site is complete, so that no answer waits for it."""
        for file in self.folder.rglob("*"):
            if file.suffix in KINDS and file.is_file():
                self.compressed[file.relative_to(self.folder).as_posix()] = gzip.compress(file.read_bytes(), LEVEL)


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    host = Host(folder)
    with _Server(("127.0.0.1", 0), partial(_Answer, host)) as server:
        host.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        server.shutdown()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, host: Host, *told: object) -> None:
        self.host = host
        super().__init__(*told)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        at = time.time()
        path = unquote(urlsplit(self.path).path).lstrip("/")
        body = self.host.compressed.get(path)
        file = self.host.folder / path
        if body is None and not file.is_file():
            self.host.sent.append(Sent(path, at, 0))
            self.answer(404, {"Content-Type": "text/plain"}, b"")
            return
        kind = {"Content-Type": KINDS.get(file.suffix, UNKNOWN)}
        status = 200
        if body is not None:
            kind["Content-Encoding"] = "gzip"
        else:
            body = file.read_bytes()
            if wanted := RANGE.fullmatch(self.headers.get("Range", "")):
                first, last = int(wanted[1]), min(int(wanted[2]), len(body) - 1)
                kind["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
                status, body = 206, body[first : last + 1]
        self.host.sent.append(Sent(path, at, len(body)))
        self.answer(status, kind, body)

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Head and body in one piece."""
        lines = {**HEADERS, **headers, "Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.wfile.write(f"HTTP/1.1 {status} OK\r\n{head}\r\n".encode() + body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Says nothing."""
