"""The tables of words and patterns: each as its columns say, each entry with an example that fails without it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.language import lexicon
from tests.language.deletion import languages_of
from tests.language.reading import reads

ROOT = Path(__file__).parent.parent.parent
PROVED = [
    (language, name)
    for name, table in lexicon.tables().items()
    if table.proof == "proved"
    for language in languages_of(table)
    if lexicon.rows(name, language)
]


@pytest.mark.parametrize("name", lexicon.tables())
def test_every_table_is_as_its_columns_say(name: str) -> None:
    assert any(lexicon.rows(name, language) for language in lexicon.languages())


def test_every_file_of_words_is_a_table() -> None:
    files = {
        path.stem for folder in (*lexicon.languages(), "world") for path in (lexicon.FOLDER / folder).glob("*.csv")
    }
    assert files == set(lexicon.tables())


@pytest.mark.parametrize(("language", "name"), PROVED)
def test_every_entry_has_an_example_that_reads_as_it_says_and_a_source(language: str, name: str) -> None:
    for number, row in enumerate(lexicon.rows(name, language), start=1):
        assert row["example"] and row["source"], f"{name}.csv, entry {number}"
        assert reads(row["example"], name, language) == row["reads"], f"{language}/{name}.csv, entry {number}"


@pytest.mark.parametrize(("language", "name"), PROVED)
def test_no_entry_stands_twice(language: str, name: str) -> None:
    columns = lexicon.tables()[name].columns
    entries = [tuple(row[column] for column in columns) for row in lexicon.rows(name, language)]
    assert len(entries) == len(set(entries))


def test_without_an_entry_its_example_reads_otherwise() -> None:
    """In a process of its own, which has not yet made rules of the tables."""
    command = [sys.executable, "-m", "tests.language.deletion"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=True)
    assert json.loads(run.stdout) == []


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("phrase,side,qualifier\n", "line 1: the columns are"),
        ("phrase,side,qualifier,example,reads,source\nabout,left,about,x,y,z\n", "line 2, column side: 'left'"),
        ("phrase,side,qualifier,example,reads,source\nabout,before\n", "line 2: 6 columns are needed, 2 are there"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, message: str
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "qualifiers.csv").write_text(lines, encoding="utf-8")
    table = lexicon.tables()["qualifiers"]
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(lexicon.LexiconError, match=r"qualifiers\.csv") as raised:
        list(lexicon._read(table, table.path("en")))
    assert message in str(raised.value)
