"""Serves a built site on this machine only: `python setup/serve.py DIR [PORT]`."""

from __future__ import annotations

import re
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PORTS_TO_TRY = 20
# Links of a private build lead from the page's own folder, so that they work from a disk too.
FROM_OWN_FOLDER = re.compile(rb' (href|src|action)="\./')


class SiteRequest(SimpleHTTPRequestHandler):
    """Answers with the site's own 404 page where there is no file, as static hosts do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = from_the_root(page.read_bytes())
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the base class's)
        """Nothing: a reader of the terminal wants the address, not each request."""


def from_the_root(page: bytes) -> bytes:
    """A page of the site's uppermost folder, as it can be shown at an address of any depth.

    >>> from_the_root(b'<a href="./years/index.html">')
    b'<a href="/years/index.html">'
    """
    return FROM_OWN_FOLDER.sub(rb' \1="/', page)


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of `folder` on 127.0.0.1. Port 0 takes any free one; a taken port gives way to the next free one."""
    answer = partial(SiteRequest, directory=str(folder))
    for candidate in range(port, port + PORTS_TO_TRY):
        try:
            return ThreadingHTTPServer(("127.0.0.1", candidate), answer)
        except OSError:
            continue
    raise SystemExit(f"Ports {port} to {port + PORTS_TO_TRY - 1} are taken; choose another: make serve PORT=9000")


def main() -> None:
    folder = Path(sys.argv[1])
    if not (folder / "index.html").is_file():
        raise SystemExit(f"{folder} holds no site yet: run make site first")
    with server(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 8000) as site:
        print(f"Serving {folder} at http://127.0.0.1:{site.server_port}/ (Ctrl+C ends it)", flush=True)
        try:
            site.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
