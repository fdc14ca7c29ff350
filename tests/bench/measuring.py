"""Seconds of calls and commands, and the table that tells them."""

from __future__ import annotations

import gc
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pipeline.processes import RECORDS_BETWEEN_COLLECTIONS

ROUNDS = 5


class Row(NamedTuple):
    """What was measured, the value with its unit, and what it is held against."""

    name: str
    value: str
    beside: str = ""


def seconds(
    calls: Mapping[str, Callable[[], object]],
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, float]:
    """The least of some rounds for each call, by default of this process's own time, whatever else the machine does.

    Calls take turns, so that a busy moment meets all. What is loaded before is kept from the garbage collector, as the
    process that reads documents does, or every call would pay for looking through all libraries; as rarely as there.
    """
    gc.set_threshold(RECORDS_BETWEEN_COLLECTIONS)
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            began = clock()
            call()
            taken[name].append(clock() - began)
    return {name: min(times) for name, times in taken.items()}


def command(*arguments: str) -> Callable[[], object]:
    """A command to measure, its output aside."""
    return lambda: subprocess.run(arguments, capture_output=True, check=True)


def show(title: str, rows: Sequence[Row]) -> None:
    """Prints a table."""
    print(f"\n{title}")
    for row in rows:
        print(f"  {row.name:<52}{row.value:>18}  {row.beside}")
