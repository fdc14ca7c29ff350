"""Planted faults are faults: the file still reads, and is another one."""

import ast
import csv
import tomllib
from pathlib import Path

import pytest

from tests.mutants.faults import of_code, of_rules

CODE = '''"""A docstring."""
LIMIT: int = 3


def first(values: list[int], least: float = 0.5) -> int | None:
    """Another."""
    for value in values or [0.0]:
        if value < LIMIT and not value == 0:
            continue
        return value + 1
    print(f"none of {len(values)} above 2")
    return None
'''


def test_faults_of_code(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(CODE, encoding="utf-8")
    faults = [fault.planted.decode() for fault in of_code(path)]
    assert all(ast.dump(ast.parse(text)) != ast.dump(ast.parse(CODE)) for text in faults)
    for changed in (
        "LIMIT: int = (4)",
        "(value <= LIMIT)",
        "(value != 0)",
        "LIMIT or not",
        "(value - 1)",
        "pass",
        "(0.625)",
        "[(1.0)]",
    ):
        assert any(changed in text and changed not in CODE for text in faults), changed
    assert not any("above 3" in text for text in faults), "messages are left alone"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("a.csv", "word,value\none,1\ntwo,2\n", [["word", "value"], ["two", "2"]]),
        (
            "a.toml",
            '[a]\nwords = [\n    "one", "two",\n]\nyes = ["three"]\n',
            {"a": {"words": ["two"], "yes": ["three"]}},
        ),
    ],
)
def test_an_entry_is_gone_and_examples_stay(tmp_path: Path, name: str, text: str, left: object) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    planted = next(of_rules(path)).planted.decode()
    assert (tomllib.loads(planted) if name.endswith("toml") else list(csv.reader(planted.splitlines()))) == left
    assert len(list(of_rules(path))) == 2
