"""The reviews file: what a person writes comes back as decisions, what is none is told with its line."""

from datetime import date

import pytest

from pipeline.decisions.file import COLUMNS, read

ACCEPT = {
    "table": "money",
    "id": "money-1",
    "decision": "accept",
    "reviewer": "Ann",
    "date": "2026-03-01",
    "quote": "Irish Aid provided EUR 3 million.",
}


def test_no_file_is_no_decision(tmp_path):
    assert read(tmp_path / "sample.reviews.csv") == ((), ())


def test_a_decision_by_field(reviews):
    line = {**ACCEPT, "decision": "correct", "field": "amount", "value": "3500000", "note": "see page 2"}
    (decision,), checks = read(reviews(line))
    assert checks == ()
    assert (decision.line, decision.table, decision.id, decision.decision) == (2, "money", "money-1", "correct")
    assert (decision.field, decision.value, decision.date) == ("amount", "3500000", date(2026, 3, 1))
    assert (decision.reviewer, decision.quote, decision.note) == ("Ann", ACCEPT["quote"], "see page 2")


def test_spreadsheet_file_with_byte_order_mark_semicolons_and_crlf(tmp_path):
    path = tmp_path / "sample.reviews.csv"
    cells = [ACCEPT.get(column, "") for column in COLUMNS]
    path.write_bytes(("\ufeff" + ";".join(COLUMNS) + "\r\n" + ";".join(cells) + "\r\n;;;;;;;;\r\n").encode())
    (decision,), checks = read(path)
    assert (decision.id, checks) == ("money-1", ())


def test_quote_over_two_lines_and_a_guarded_cell(reviews):
    """Line numbers are those of the file, also below a cell with a line break; `=` comes back without its guard."""
    lines = {**ACCEPT, "quote": "first line\nsecond line"}, {**ACCEPT, "quote": "=1+1"}, {**ACCEPT, "decision": "yes"}
    (first, second), (check,) = read(reviews(*lines))
    assert first.quote == "first line\nsecond line"
    assert (second.line, second.quote) == (4, "=1+1")
    assert "line 5 has no usable decision" in check.message


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"table": "sections"}, "line 2 has no usable table: it must be one of projects, contributions, money"),
        ({"id": ""}, "line 2 has no usable id: it may not be empty"),
        ({"decision": "ok"}, 'line 2 has no usable decision: it must be one of accept, correct, reject, add, not "ok"'),
        ({"decision": "correct"}, "line 2 has no field, which a decision to correct needs"),
        ({"date": "01/03/2026"}, "line 2 has no usable date: it must be a day such as"),
        ({"date": "2026-02-30"}, "line 2 has no usable date: it must be"),
        ({"reviewer": " "}, "line 2 has no usable reviewer: it may not be empty"),
        ({"quote": ""}, "line 2 has no usable quote: it may not be empty"),
    ],
)
def test_a_broken_line_is_told_and_the_others_hold(reviews, change, sentence):
    decisions, (check,) = read(reviews({**ACCEPT, **change}, ACCEPT))
    assert [decision.line for decision in decisions] == [3]
    assert (check.severity, check.check) == ("error", "broken-decisions")
    assert check.message.startswith("sample.reviews.csv, ")
    assert sentence in check.message
    assert check.message.endswith("; this line was not applied.")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "line 1 must name the columns table, id, field, value, decision, reviewer, date, quote, note"),
        (b"table,id,field,value,decision,reviewer,date,quote\n", "line 1 must name the columns"),
        (b"table,id,field,value,decision,reviewer,date,quote,note\n<<<<<<< HEAD\n", "line 2 is a conflict marker"),
        (b"table,id,field,value,decision,reviewer,date,quote,note\nmoney,\xe9\n", "line 2 is not in UTF-8"),
        (b'table,id,field,value,decision,reviewer,date,quote,note\n\nmoney,"m1\n', "line 3 is not a line of CSV"),
        (b"table,id,field,value,decision,reviewer,date,quote,note\na,b,c,d,e,f,g,h,i,j\n", "line 2 has 10 cells"),
        (b"table,id,field,value,decision,reviewer,date,quote,note\n\nmoney\n\xe9\n", "line 4 is not in UTF-8"),
        (b"table,id,field,value,decision,reviewer,date,quote,note\n\n\n>>>>>>> main\n", "line 4 is a conflict marker"),
        (b'table,"id\n', "line 1 is not a line of CSV"),
        (b"PK\x03\x04\x14\x00\x00\x00", "line 1 must name the columns"),
    ],
    ids=[
        "empty",
        "column missing",
        "merge conflict",
        "not UTF-8",
        "open quote",
        "comma in a text",
        "not UTF-8 below",
        "merge conflict below",
        "open quote in the header",
        "workbook",
    ],
)
def test_a_broken_file_is_told_once_and_none_of_it_holds(tmp_path, content, sentence):
    path = tmp_path / "sample.reviews.csv"
    path.write_bytes(content)
    decisions, (check,) = read(path)
    assert decisions == ()
    assert (check.severity, check.check) == ("error", "broken-decisions")
    assert sentence in check.message
    assert check.message.endswith("; no decision of this file was applied.")


def test_a_conflict_marker_inside_the_file(reviews):
    """What git leaves when two people decided at once: nothing holds until a person has chosen."""
    path = reviews(ACCEPT)
    header, line = path.read_text().splitlines()
    path.write_text("\n".join([header, "<<<<<<< HEAD", line, "=======", line, ">>>>>>> other", ""]))
    decisions, (check,) = read(path)
    assert decisions == ()
    assert 'line 2 is a conflict marker that git left ("<<<<<<< HEAD")' in check.message


def test_a_folder_in_the_place_of_the_file(tmp_path):
    path = tmp_path / "sample.reviews.csv"
    path.mkdir()
    decisions, (check,) = read(path)
    assert decisions == ()
    assert "sample.reviews.csv could not be read (Is a directory)" in check.message


def test_line_numbers_below_empty_lines_and_lines_over_two(reviews):
    path = reviews({**ACCEPT, "quote": "first\n\nthird"}, ACCEPT)
    header, rest = path.read_text().split("\n", 1)
    path.write_text(f"{header}\n\n{rest}")
    decisions, checks = read(path)
    assert ([decision.line for decision in decisions], checks) == ([3, 6], ())


def test_a_semicolon_in_the_name_of_a_column_parts_nothing(reviews):
    path = reviews(ACCEPT)
    path.write_text(path.read_text().replace("note\n", "note,mood; sky\n"))
    (decision,), checks = read(path)
    assert (decision.id, checks) == ("money-1", ())


def test_a_line_that_ends_early_has_empty_cells(tmp_path):
    path = tmp_path / "sample.reviews.csv"
    path.write_text(f"{','.join(COLUMNS)}\nmoney,money-1,,,accept,Ann,2026-03-01,Said so.\n")
    (decision,), checks = read(path)
    assert (decision.note, decision.quote, checks) == ("", "Said so.", ())


def test_semicolons_in_a_quote_part_nothing(reviews):
    quote = "Given: EUR 1; EUR 2; EUR 3; EUR 4; EUR 5; EUR 6; EUR 7; EUR 8; EUR 9; EUR 10; EUR 11."
    (decision,), checks = read(reviews({**ACCEPT, "quote": quote}))
    assert (decision.quote, checks) == (quote, ())
