"""Runs the named benchmarks, or all of them, over the samples in raw/ or the PDFs of a folder that is named, too."""

import os
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]

if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # one core for all
    folders = [Path(word) for word in sys.argv[1:] if Path(word).is_dir()] or [ROOT / "raw"]
    pdfs = sorted(path for folder in folders for path in folder.glob("*.pdf"))
    names = [word for word in sys.argv[1:] if not Path(word).is_dir()]
    for name in names or ["mentions", "pages", "tables", "whole", "commands", "runs"]:
        # Each imports its peers, of which another may do without.
        import_module(f"tests.bench.{name}").main(pdfs)
