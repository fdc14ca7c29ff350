"""The tables that come from other people's lists are what `python -m tests.tables` makes of them."""

import pytest

from pipeline.language.lexicon import rows, tables
from tests.tables.__main__ import CODES, MADE, codes, made


def test_every_table_of_a_list_is_made_by_the_command() -> None:
    assert {name for name, table in tables().items() if table.proof == "made"} == set(MADE)


@pytest.mark.parametrize("name", MADE)
def test_a_table_is_what_the_command_makes(name: str) -> None:
    assert made(name) == [tuple(row.values()) for row in rows(name)]


def test_the_codes_are_what_the_command_makes() -> None:
    assert CODES.read_text(encoding="utf-8") == codes()
