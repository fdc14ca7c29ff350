"""No test waits for another process without a limit, nor starts the command otherwise than a person does."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

LIMIT = 60  # seconds: many times what a loaded machine needs, and an end to every wait

Found = TypeVar("Found")


def until(look: Callable[[], Found]) -> Found:
    """What `look` gives as soon as that is true.

    Raises TimeoutError after the limit.
    """
    end = time.monotonic() + LIMIT
    while not (found := look()):
        if time.monotonic() > end:
            raise TimeoutError(f"not so after {LIMIT} seconds")
        time.sleep(0.01)
    return found


def start(raw: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    """The command, as a person starts it."""
    # Tests that are run by nohup or & ignore these, and would hand that on.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(out), *options],
        cwd=Path(__file__).parents[1],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
