"""What the page needs of a PDF, asked of a process of its own with limits of time and memory (pdf_child).

A file that was read once can still take for ever to draw, or crash the reader, and must not take the page with it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from pipeline.errors import DonorProfilesError
from pipeline.model import Section

SECONDS = 30
PACKAGES = Path(__file__).parents[2]
PICTURES_KEPT = 200  # some 0.2 MB each


class UnreadablePage(DonorProfilesError):
    """The PDF could not be shown. The message is a sentence."""


@lru_cache(maxsize=PICTURES_KEPT)
def picture(path: Path, page: int, state: str) -> bytes:
    """A page as JPEG; `state` tells one state of the file from another.

    Raises UnreadablePage.
    """
    return _asked("picture", path, page)


@lru_cache(maxsize=1000)
def sizes(path: Path, state: str) -> tuple[tuple[float, float], ...]:
    """Width and height of every page.

    Raises UnreadablePage.
    """
    found: tuple[tuple[float, float], ...] = pickle.loads(_asked("sizes", path))
    return found


@lru_cache(maxsize=2)
def sections(path: Path, document: str, state: str) -> tuple[Section, ...]:
    """The document cut into sections, with the place of every letter.

    Raises UnreadablePage.
    """
    found: tuple[Section, ...] = pickle.loads(_asked("sections", path, document))
    return found


def _asked(*arguments: object) -> bytes:
    command = [sys.executable, "-P", "-m", "pipeline.review.pdf_child", *map(str, arguments)]
    search = os.pathsep.join([str(PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        return subprocess.run(
            command, capture_output=True, check=True, timeout=SECONDS, env={**os.environ, "PYTHONPATH": search}
        ).stdout
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise UnreadablePage(f"The PDF could not be drawn or read within {SECONDS} seconds.") from error
