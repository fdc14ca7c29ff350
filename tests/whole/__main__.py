"""Prints what is read now from samples."""

import sys
from pathlib import Path

from pipeline import extract
from tests.whole import whole

if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(whole(name, extract([Path(__file__).parents[2] / "raw" / f"{name}.pdf"])), end="")
