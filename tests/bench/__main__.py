"""Runs all benchmarks over the samples in raw/."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # one core for all
    from tests.bench import commands, mentions, pages

    samples = sorted(ROOT.joinpath("raw").glob("*.pdf"))
    chosen = sys.argv[1:] or ["mentions", "pages", "commands"]
    for module in (mentions, pages, commands):
        if module.__name__.rpartition(".")[2] in chosen:
            module.main(samples)
