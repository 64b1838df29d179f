"""Settings for a published archive (`make publish SITEURL=https://…`): absolute addresses, feeds, rights respected."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from archive_settings import check_site_url

from pelicanconf import *
from pelicanconf import _folder

PUBLISHED = True
SITEURL = check_site_url(os.environ.get("SITEURL"))
RELATIVE_URLS = False
EXPORT_PATH = None
OUTPUT_PATH = str(_folder / "output-published")
BUILD_REPORT_FILE = str(_folder / ".cache" / "publish-report.json")
