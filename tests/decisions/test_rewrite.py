"""The reviews file when the page changes it: what people wrote by hand stays."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.decisions.file import COLUMNS, Decision, LineError, read, read_all, rewrite

DECISION = Decision(
    line=0, table="money", id="money-1", decision="reject", reviewer="Ann", date=date(2026, 3, 1), quote='A, "b"\n=c'
)


def test_a_new_file(tmp_path):
    path = tmp_path / "sample.reviews.csv"
    rewrite(path, {}, [DECISION])
    assert path.read_text().splitlines()[0] == ",".join(COLUMNS)
    assert read(path) == ((replace(DECISION, line=2),), ())


def test_a_note_that_a_spreadsheet_would_run(tmp_path):
    path = tmp_path / "sample.reviews.csv"
    rewrite(path, {}, [replace(DECISION, note="=1+1")])
    assert ",'=1+1\n" in path.read_text()
    rewrite(path, {}, [])
    assert read(path)[0][0].note == "=1+1"


def test_lines_that_are_no_decisions_and_columns_of_their_own_stay(reviews):
    path = reviews({"table": "money", "id": "money-2", "decision": "perhaps", "note": "ask Ben"})
    path.write_text(path.read_text().replace("note\n", "note,mood\n").replace("ask Ben\n", "ask Ben,unsure\n"))
    rewrite(path, {}, [DECISION])
    assert path.read_text().splitlines()[:2] == [
        ",".join((*COLUMNS, "mood")),
        "money,money-2,,,perhaps,,,,ask Ben,unsure",
    ]
    assert [decision.id for decision in read(path)[0]] == ["money-1"]


def test_a_line_that_is_withdrawn_stays_and_can_stand_again(reviews):
    line = {"table": "money", "decision": "reject", "reviewer": "Ann", "date": "2026-03-01", "quote": "Two\nlines"}
    path = reviews({**line, "id": "a"}, {**line, "id": "b"}, {**line, "id": "c"})
    second = read(path)[0][1]
    rewrite(path, {second.line: "Ben, 2026-03-02"}, [])
    assert [decision.id for decision in read(path)[0]] == ["a", "c"]
    assert [(d.id, d.withdrawn) for d in read_all(path)[0]] == [("a", ""), ("b", "Ben, 2026-03-02"), ("c", "")]
    rewrite(path, {second.line: ""}, [])
    assert [decision.id for decision in read(path)[0]] == ["a", "b", "c"]


def test_a_file_that_cannot_be_understood_stays(tmp_path):
    path = tmp_path / "sample.reviews.csv"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(LineError):
        rewrite(path, {}, [DECISION])
    assert path.read_bytes() == b"\xff\xfe"
