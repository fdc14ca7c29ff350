"""What happens in a run, line by line in a file: for people who look into it later."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.program import NAME, VERSION

LINE = "%(asctime)s %(message)s"


@contextlib.contextmanager
def kept(path: Path | None) -> Iterator[None]:
    """Appends to the file while the block runs; nothing is kept where there is none.

    Raises UsageError.
    """
    if path is None:
        yield
        return
    log = logging.getLogger(NAME)
    try:
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error
    handler.setFormatter(logging.Formatter(LINE))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        log.info("%s %s begins", NAME, VERSION)
        yield
        log.info("ends")
    except BaseException as error:
        log.info("broken off: %s", str(error) or type(error).__name__)
        raise
    finally:
        log.removeHandler(handler)
        handler.close()
