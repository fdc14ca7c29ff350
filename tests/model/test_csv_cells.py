import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import schema
from pipeline.model.csv_cells import csv_lines, parted, shown, written
from pipeline.write.dataframes import read_table

RUN_BY_A_SPREADSHEET = [
    "=1+1",
    '=HYPERLINK("https://example.org";"click")',
    "+41 22 000 00 00",
    "-5 per cent",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    '"=1',
    "'=1",
    " ' =1",
    "\u00a0=1",
    "＝1",
    "-",
]


@pytest.mark.parametrize("text", RUN_BY_A_SPREADSHEET)
def test_a_cell_that_a_spreadsheet_would_run_is_told_to_be_text_and_reads_back(text: str) -> None:
    assert written(text) == f"'{text}"
    assert shown(written(text)) == text


@pytest.mark.parametrize("text", ["Irish Aid;Sweden", "a\tb", "a|b", "a,b", 'a"b', "a\nb"])
def test_a_cell_with_what_may_be_taken_for_a_delimiter_is_quoted(text: str) -> None:
    """LibreOffice's import dialog splits at semicolons, too, unless it is told otherwise."""
    assert csv_lines([[text]]).startswith('"')
    assert next(csv.reader(io.StringIO(csv_lines([[text]]), newline=""))) == [text]


@pytest.mark.parametrize("text", ["Gardens", "'t Veer", "5 - 3", "a=b", "", "''", "“=”"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert written(text) == text
    assert shown(text) == text


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Decimal("41800000.00"), "41800000"),
        (Decimal("4.18E+7"), "41800000"),
        (Decimal("0.50"), "0.5"),
        (Decimal("-5"), "-5"),
        (7, "7"),
        (None, ""),
    ],
)
def test_numbers_are_plain_decimals(cell: Decimal | int | None, expected: str) -> None:
    assert written(cell) == expected


def test_what_no_file_can_hold_keeps_its_place() -> None:
    assert written("a\x00b\x0bc\ud800d\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_lines_end_with_a_line_feed_and_quotes_are_doubled() -> None:
    assert csv_lines([["a,b", 'say "no"', None], ["x\ny", "c\rd", 1]]) == '"a,b","say ""no""",\n"x\ny","c\rd",1\n'


READABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\t\r\n'=+-@\",; "), min_size=1
)


@given(st.lists(READABLE, min_size=1))
def test_any_text_reads_back_unchanged(texts: list[str]) -> None:
    lines = list(csv.reader(io.StringIO(csv_lines([[text] for text in texts]), newline="")))
    assert [shown(line[0]) for line in lines] == texts


@given(st.lists(READABLE, min_size=1, max_size=5))
def test_any_text_reads_back_unchanged_through_a_file(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path: Path = tmp_path_factory.mktemp("table") / "documents.csv"
    columns = schema.table("documents").columns
    rows = [[str(number), text, *[None] * 6, "ok", None, None, None] for number, text in enumerate(texts)]
    path.write_text(csv_lines([columns, *rows]), encoding="utf-8", newline="")
    assert read_table(path)["file"].tolist() == texts


@pytest.mark.parametrize(
    ("cell", "items"),
    [(None, ()), (5, ()), ("KEN", ("KEN",)), ("KEN;UGA", ("KEN", "UGA")), ("a%3Bb;c", ("a;b", "c"))],
    ids=str,
)
def test_the_items_of_a_list(cell: object, items: tuple[str, ...]) -> None:
    assert parted(cell) == items  # type: ignore[arg-type]
