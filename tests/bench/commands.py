"""Loading the rules, and the whole command, beside importing the libraries that they stand on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.pull import reread
from tests.bench.measuring import ROUNDS, Row, command, seconds, show

LOADING = """
import time
began = time.process_time()
import spacy
imported = time.process_time()
from pipeline import find_mentions
find_mentions("")
print(imported - began, time.process_time() - imported)
"""
IMPORTS = "import spacy, pandas, pdfplumber, pandera.pandas"


def main(pdfs: Sequence[Path]) -> None:
    """Prints both tables."""
    _rules()
    _commands(pdfs)


def _rules() -> None:
    printed = [subprocess.check_output([sys.executable, "-c", LOADING], text=True).split() for _ in range(ROUNDS)]
    spacy, rules = (min(map(float, times)) for times in zip(*printed, strict=True))
    rows = [Row("import spacy", f"{spacy:.2f} s"), Row("rules beyond that", f"{rules:.2f} s", f"{rules / spacy:.2f} x")]
    show("Loading (wanted: rules within 0.3 s)", rows)


def _commands(pdfs: Sequence[Path]) -> None:
    with TemporaryDirectory() as folder:
        os.environ["DONOR_PROFILES_CACHE"] = f"{folder}/cache"
        path = shutil.copy(pdfs[-1], folder)
        extract = [sys.executable, "-m", "pipeline", "extract", path, "--out", f"{folder}/out"]
        taken = seconds(
            {
                "the imports": command(sys.executable, "-c", IMPORTS),
                "its second reading": lambda: reread(Path(path), range(1, 1000)),
                "one profile": command(*extract, "--force"),
                "one profile, not verified": command(*extract, "--force", "--no-verify"),
                "an unchanged run": command(*extract),
                "--help": command(sys.executable, "-m", "pipeline", "--help"),
            },
            clock=time.perf_counter,  # commands are processes of their own
        )
    imports = taken["the imports"]
    rows = [Row(name, f"{each:.2f} s", f"{each / imports:.2f} x the imports") for name, each in taken.items()]
    show("The command (wanted: one profile 1.2 x the imports, --help within 0.3 s)", rows)
