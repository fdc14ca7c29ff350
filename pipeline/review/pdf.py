"""What the page needs of a PDF, asked of a process of its own with limits of time and memory.

A file that was read once can still take for ever to draw, or crash the reader, and must not take the page with it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from pipeline.errors import DonorProfilesError
from pipeline.model import Section
from pipeline.processes import Died, Limits, Nursery, OutOfMemory, OutOfTime, Stuck
from pipeline.review import drawing

LIMITS = Limits(seconds=30)
PICTURES_KEPT = 200  # some 0.2 MB each
NURSERY = Nursery(drawing.__name__)


class UnreadablePage(DonorProfilesError):
    """The PDF could not be shown."""


@lru_cache(maxsize=PICTURES_KEPT)
def picture(path: Path, page: int, state: str) -> bytes:
    """A page as JPEG; `state` tells one state of the file from another.

    Raises UnreadablePage.
    """
    return _asked(drawing.picture, path, page)


@lru_cache(maxsize=1000)
def sizes(path: Path, state: str) -> tuple[tuple[float, float], ...]:
    """Width and height of every page.

    Raises UnreadablePage.
    """
    found: tuple[tuple[float, float], ...] = pickle.loads(_asked(drawing.sizes, path))
    return found


@lru_cache(maxsize=2)
def sections(path: Path, document: str, state: str) -> tuple[Section, ...]:
    """The document of that name cut into sections, with the place of every letter.

    Raises UnreadablePage.
    """
    found: tuple[Section, ...] = pickle.loads(_asked(drawing.sections, path, document))
    return found


def _asked(function: Callable[..., bytes], *arguments: object) -> bytes:
    try:
        return NURSERY.call(function, *arguments, limits=LIMITS)
    except (Died, OutOfMemory, OutOfTime, Stuck) as error:
        raise UnreadablePage(f"The PDF could not be drawn or read within {LIMITS.seconds} seconds.") from error
