"""A browser without a window, for tests and pictures of the review page."""

import os
import shutil

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
QUIET = ("background-networking", "component-update", "sync")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", *(f"--disable-{name}" for name in QUIET)]
LOOK = {"width": 1366, "height": 768}
