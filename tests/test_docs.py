import re
from pathlib import Path

from pipeline.language.lexicon import tables
from tests import docs

RULES = Path(__file__).parents[1] / "docs" / "rules.md"


def test_tables_are_described_for_people() -> None:
    text = docs.markdown(level=2)
    assert text.startswith("## documents.csv\n\nOne row a document")
    assert "| `status` | Whether it could be read. One of `ok`, `failed`, `no-text`, `encrypted`. |" in text
    assert text.count("\n## ") == 10


def test_every_column_of_the_rules_tables_is_explained() -> None:
    explained = RULES.read_text(encoding="utf-8").partition("## The columns")[2]
    first_cells = " ".join(re.findall(r"^\| (`.*?) \|", explained, re.MULTILINE))
    assert {column for table in tables().values() for column in table.header} == set(
        re.findall(r"`(\w+)`", first_cells)
    )
