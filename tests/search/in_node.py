"""The browser's half of the search, run in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
BROWSER_PACKAGES = HERE.parents[1] / "themes/reader/node_modules"


def run_in_node(script: str, told: object) -> Any:  # noqa: ANN401  (whatever the script answers)
    """What a script of this folder answers in JSON; fails where Node or the browser's packages aren't there."""
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if node is None or not BROWSER_PACKAGES.is_dir():
        pytest.fail("Node or themes/reader/node_modules is missing: run make ready")
    done = subprocess.run(
        [node, str(HERE / script)],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
