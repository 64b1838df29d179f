"""Firefox, driven by the protocol that it speaks itself (Marionette): JSON over a socket, and nothing to install."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PREFERENCES = {
    "marionette.port": 0,  # any that is free; Firefox writes which into its profile
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
}
PATIENCE = 60


class Firefox:
    """One window. `run` takes the body of a function, and waits for what its promise brings."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self._said = self._socket.makefile("rb")
        self._number = 0
        self._hear()
        self._ask("WebDriver:NewSession", {})

    def goto(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  (whatever the script returns)
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": list(arguments)})["value"]

    def _ask(self, command: str, parameters: dict[str, object]) -> Any:  # noqa: ANN401
        self._number += 1
        told = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(told), told))
        _, _, error, result = self._hear()
        assert error is None, f"{command}: {error}"
        return result

    def _hear(self) -> Any:  # noqa: ANN401
        """A message, before which its length stands: 14:{"a": "b", …}."""
        length = b""
        while not length.endswith(b":"):
            sign = self._said.read(1)
            assert sign, "Firefox has hung up"
            length += sign
        return json.loads(self._said.read(int(length[:-1])))


@contextmanager
def firefox(program: str, profile: Path) -> Iterator[Firefox]:
    """A headless Firefox with a new profile; it is gone when the block ends."""
    told = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text(told, encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield Firefox(_port_of(profile))
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _port_of(profile: Path) -> int:
    end = time.monotonic() + PATIENCE
    file = profile / "MarionetteActivePort"
    while time.monotonic() < end:
        if file.is_file() and (port := file.read_text(encoding="utf-8").strip()):
            return int(port)
        time.sleep(0.2)
    raise AssertionError("Firefox did not start")
