"""No test waits for another process without a limit."""

import time
from collections.abc import Callable
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
