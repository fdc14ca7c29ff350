"""What the labels of a table say of its lines: the expressions of labels.toml."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent / "en" / "labels.toml"


@cache
def says(name: str) -> re.Pattern[str]:
    """The expressions of that name as one; search a label for it."""
    return re.compile(
        "|".join(f"(?:{expression})" for expression in _rules()[name]["expressions"]), re.IGNORECASE | re.MULTILINE
    )


@cache
def _rules() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
