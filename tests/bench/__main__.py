"""Runs the named benchmarks, or all of them, over the samples in raw/."""

import os
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # one core for all
    samples = sorted(ROOT.joinpath("raw").glob("*.pdf"))
    for name in sys.argv[1:] or ["mentions", "pages", "commands"]:
        # Each imports its peers, of which another may do without.
        import_module(f"tests.bench.{name}").main(samples)
