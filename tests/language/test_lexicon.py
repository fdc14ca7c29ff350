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
        assert reads(row["example"], name, language) == row["reads"], f"{language}/{name}.csv, entry {number}"


def test_without_an_entry_its_example_reads_otherwise() -> None:
    """In a process of its own, which has not yet made rules of the tables."""
    command = [sys.executable, "-m", "tests.language.deletion"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=True)
    assert json.loads(run.stdout) == []


QUALIFIERS = "phrase,side,qualifier,example,reads,source"
FORMS = "form,side,means,default,scale,common_word,example,reads,source"


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("qualifiers", ["phrase,side,qualifier"], f"line 1: the columns are {QUALIFIERS.replace(',', ', ')}, not "),
        ("qualifiers", [QUALIFIERS, "about,left,about,x,y,z"], "line 2, column side: 'left' is none of before, after."),
        ("qualifiers", [QUALIFIERS, "about,before"], "line 2: 6 columns are needed, 2 are there."),
        ("qualifiers", [QUALIFIERS, "about,before,about,,y,z"], "line 2, column example: it is empty."),
        ("qualifiers", [QUALIFIERS, "about,before,about,x,y,"], "line 2, column source: it is empty."),
        (
            "qualifiers",
            [QUALIFIERS, *["some,before,about,x,y,z"] * 2],
            "line 3, column phrase: 'some' stands in line 2",
        ),
        ("currency_forms", [FORMS, "Fr,both,XXQ,,1,,x,y,z"], "line 2, column means: 'XXQ' is not of the form "),
        ("currency_forms", [FORMS, "Fr,both,*franc,XXQ,1,,x,y,z"], "where <currency> is an ISO 4217 code."),
        ("demonyms", ["iso3,forms", "ZZZ,Zeds"], "line 2, column iso3: 'ZZZ' is not of the form <country>, where "),
        ("groups", ["name,aliases", "G7,Group", "G8,Group"], "line 3, column aliases: 'Group' stands in line 2 "),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence_with_file_line_and_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, lines: list[str], message: str
) -> None:
    file = tmp_path / "en" / f"{name}.csv"
    file.parent.mkdir()
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    table = lexicon.tables()[name]
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(lexicon.LexiconError) as raised:
        list(lexicon._read(table, table.path("en")))
    told = str(raised.value)
    assert told.startswith(f"{file}, line ")
    assert message in told
    assert told.endswith(".")
    assert "\n" not in told
