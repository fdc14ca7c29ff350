"""The tables that come from other people's lists are what `python -m tests.tables` makes of them."""

import pytest

from pipeline.language.lexicon import languages, rows, tables
from tests.tables.__main__ import CODES, MADE, MADE_BY_LANGUAGE, codes, made


def test_every_table_of_a_list_is_made_by_the_command() -> None:
    assert {name for name, table in tables().items() if table.proof == "made"} == {*MADE, *MADE_BY_LANGUAGE}


@pytest.mark.parametrize("name", MADE)
def test_a_table_is_what_the_command_makes(name: str) -> None:
    assert made(name) == [tuple(row.values()) for row in rows(name)]


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("name", MADE_BY_LANGUAGE)
def test_a_table_of_a_language_is_what_the_command_makes(name: str, language: str) -> None:
    assert made(name, language) == [tuple(row.values()) for row in rows(name, language)]


def test_the_codes_are_what_the_command_makes() -> None:
    assert CODES.read_text(encoding="utf-8") == codes()
