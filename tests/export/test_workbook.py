"""What stands in the cells of the workbook, one kind after the other."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.export.folder import Export
from pipeline.model import schema
from pipeline.write.dataframes import framed

pytest.importorskip("xlsxwriter")
from pipeline.export import xlsx
from pipeline.export.xlsx import Amount, Mark, Page

LONG = "x" * 32_767  # characters: what a cell holds


class Sheet:
    """Keeps what is written into it: the method without its `write_`, the place and the text or number."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.looks: list[dict[str, object]] = []
        self.heights: dict[int, float] = {}

    def write(self, kind: str, *arguments: object) -> None:
        self.calls += [(kind, *(each for each in arguments if not isinstance(each, dict)))]
        self.looks += [each for each in arguments if isinstance(each, dict)]

    def __getattr__(self, name: str) -> object:
        kind = name.removeprefix("write_")
        return lambda *arguments, **_: self.write(kind, *arguments)

    def set_row(self, row: int, height: float) -> None:
        self.heights[row] = height


class Book:
    """Whose formats are their own looks."""

    def add_format(self, looks: dict[str, object]) -> dict[str, object]:
        return looks


def table(name: str, *rows: dict[str, object]) -> object:
    columns = schema.table(name).columns
    return framed(schema.table(name), [[row.get(column) for column in columns] for row in rows])


def workbook(pdf: str = "", **tables: list[dict[str, object]]) -> xlsx.Workbook:
    frames = {each.name: table(each.name, *tables.get(each.name, [])) for each in schema.TABLES}
    pdfs = {"ireland": Path(pdf)} if pdf else {}
    return xlsx.Workbook(Book(), Export(frames, pdfs), Path("/tables/out.xlsx"))  # type: ignore[arg-type]


IRELAND = {"document": "ireland", "file": "ireland.pdf", "status": "ok", "donor": "Ireland"}
PORTS = {"document": "ireland", "id": "s", "position": 1, "heading": "Ports", "kind": "project"}


@pytest.mark.parametrize(
    ("shown", "call"),
    [
        (None, []),
        ("", []),
        ("Ports", [("string", 3, 5, "Ports")]),
        (LONG, [("string", 3, 5, LONG)]),
        (LONG + "y", [("string", 3, 5, LONG[:-1] + "…")]),
        (7, [("number", 3, 5, 7.0)]),
        (Decimal("0.5"), [("number", 3, 5, 0.5)]),
        (date(2021, 5, 4), [("datetime", 3, 5, date(2021, 5, 4))]),
        (Amount(Decimal(5), "EUR"), [("number", 3, 5, 5.0)]),
        (Page(7, ""), [("number", 3, 5, 7)]),
        (Page(7, "external:a.pdf#page=7"), [("url", 3, 5, "external:a.pdf#page=7", "7")]),
        (Mark("error"), [("string", 3, 5, "■ error")]),
        (
            Mark("warning", ("one", "two", "one"), ("First.", "Second.", "Third.")),
            [("string", 3, 5, "▲ warning: one, two"), ("comment", 3, 5, "First.\nSecond.\nThird.")],
        ),
    ],
    ids=lambda each: str(each)[:40],
)
def test_what_is_written_of_each_kind_of_value(shown: xlsx.Shown, call: list[tuple[object, ...]]) -> None:
    sheet = Sheet()
    workbook()._put(sheet, 3, 5, shown)
    assert sheet.calls == call


@pytest.mark.parametrize(
    ("amount", "form"),
    [
        (Amount(Decimal("5.00"), "EUR"), '"EUR" #,##0'),
        (Amount(Decimal("5.5"), "EUR"), '"EUR" #,##0.00'),
        (Amount(Decimal(5), ""), "#,##0"),
    ],
)
def test_an_amount_stands_in_its_currency_with_decimals_where_it_has_some(amount: Amount, form: str) -> None:
    sheet = Sheet()
    workbook()._put(sheet, 3, 5, amount)
    assert sheet.looks == [{"num_format": form, "valign": "top"}]


def test_a_comment_is_large_enough_to_be_read() -> None:
    sheet = Sheet()
    workbook()._put(sheet, 3, 5, Mark("error", ("one",), ("First.",)))
    assert sheet.looks[-1] == {"x_scale": 3, "y_scale": 2}


def test_a_sheet_has_no_more_links_than_excel_opens() -> None:
    sheet = Sheet()
    for line in (59_999, 60_000):
        workbook()._put(sheet, line, 0, Page(7, "external:a.pdf#page=7"))
    assert [call[0] for call in sheet.calls] == ["url", "number"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (None, None),
        ("2021-05-04", date(2021, 5, 4)),
        ("1900-03-01", date(1900, 3, 1)),
        ("1900-02-28", "1900-02-28"),  # spreadsheets count a 29th of that month
    ],
)
def test_a_day_is_a_day_where_spreadsheets_know_it(cell: str | None, shown: object) -> None:
    assert xlsx._day(cell) == shown


def test_the_worst_check_of_a_row_marks_it_with_all_that_is_told() -> None:
    told = [
        {"document": "a", "table": "money", "row": "m", "severity": severity, "check": severity[0], "message": severity}
        for severity in ("info", "error", "warning")
    ]
    other = {**told[0], "row": "n"}
    assert xlsx._by_row([*told, other]) == {
        ("a", "money", "m"): Mark("error", ("i", "e", "w"), ("info", "error", "warning")),
        ("a", "money", "n"): Mark("info", ("i",), ("info",)),
    }


def test_a_pdf_is_named_from_the_folder_of_the_workbook() -> None:
    assert xlsx._address(Path("/raw/my profile.pdf"), Path("/tables/out.xlsx")) == "external:../raw/my%20profile.pdf"


def test_the_pages_own_tables_stand_below_each_other_under_where_they_are() -> None:
    place = {"document": "ireland", "section": "s", "kind": "cell", "grid": 1, "row": 1, "column": 1, "page": 3}
    cells = [
        {**place, "id": "a", "kind": "head", "text": "Year"},
        {**place, "id": "b", "column": 2, "text": "words " * 8},
        {**place, "id": "c", "row": 2, "kind": "total", "text": "5"},
        {**place, "id": "d", "grid": 2, "kind": "fact", "label": "Budget", "text": "EUR 5"},
        {**place, "id": "e", "grid": 2, "row": 2, "kind": "fact", "label": "label " * 8, "text": "EUR 5"},
    ]
    book, sheet = workbook("/raw/ireland.pdf", documents=[IRELAND], sections=[PORTS], cells=cells), Sheet()
    book._new = lambda name: sheet  # type: ignore[method-assign]
    book._tables()
    address = "external:../raw/ireland.pdf#page=3"
    assert [call for call in sheet.calls if call[0] in {"url", "string"}] == [
        ("url", 0, 0, address, "Ireland, page 3, table 1: Ports"),
        ("string", 1, 0, "Year"),
        ("string", 1, 1, "words " * 8),
        ("string", 2, 0, "5"),
        ("url", 4, 0, address, "Ireland, page 3, table 2: Ports"),
        ("string", 5, 0, "Budget"),
        ("string", 5, 1, "EUR 5"),
        ("string", 6, 0, "label " * 8),
        ("string", 6, 1, "EUR 5"),
    ]
    assert ("set_column", 0, 20, 24) in sheet.calls
    assert sheet.heights == {1: 45, 2: 15, 5: 15, 6: 45}
    looks = [look for look in sheet.looks if "num_format" not in look]
    assert [look.get("bold", False) for look in looks if "text_wrap" in look] == [
        *(True, False, True),  # a head, a cell, a total
        *(True, False, True, False),  # labels and their values
    ]


@pytest.mark.parametrize(
    ("line", "heading", "pdf", "call"),
    [
        (59_999, "Ports", "/raw/ireland.pdf", "url"),
        (60_000, "Ports", "/raw/ireland.pdf", "string"),
        (0, "Ports", "", "string"),
        (0, "", "/raw/ireland.pdf", "url"),
    ],
)
def test_a_line_over_a_table_leads_to_it_where_there_is_a_pdf(line: int, heading: str, pdf: str, call: str) -> None:
    book, sheet = workbook(pdf, documents=[IRELAND], sections=[{**PORTS, "heading": heading or None}]), Sheet()
    book._title(sheet, line, {"document": "ireland", "section": "s", "page": 3, "grid": 1})
    ((kind, row, *_, title),) = sheet.calls
    assert (kind, row, title) == (call, line, f"Ireland, page 3, table 1{': ' * bool(heading)}{heading}")


def mention(table: str, **values: object) -> tuple[object, ...]:
    row: dict[str, object] = dict.fromkeys(schema.table(table).columns)
    place = {"document": "ireland", "id": "m", "section": "s", "page": None, "text": "words", "sentence": "Said."}
    return tuple(workbook(documents=[IRELAND])._mention(table, {**row, **place, **values}))[2:4]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("table", "values", "shown"),
    [
        (
            "money",
            {"amount": Decimal(5), "currency": "EUR", "role": "share"},
            (Amount(Decimal(5), "EUR"), "share"),
        ),
        ("money", {"amount": None, "role": "rate"}, (None, "rate")),
        ("dates", {"kind": "day", "value": "2021-05-04"}, (date(2021, 5, 4), "4 May 2021")),
        ("dates", {"kind": "month", "value": "2021-05"}, (None, "May 2021")),
        ("dates", {"kind": "duration", "duration": "P3M"}, (None, "3 months")),
        ("countries", {"name": "Mali", "role": "beneficiary"}, (None, "Mali, beneficiary")),
        ("countries", {"name": "Mali"}, (None, "Mali")),
        ("quantities", {"value": Decimal(12), "unit": "ports"}, (Decimal(12), "ports")),
    ],
)
def test_what_a_mention_reads_as(table: str, values: dict[str, object], shown: tuple[object, ...]) -> None:
    assert mention(table, **values) == shown


def test_documents_are_counted() -> None:
    project = {"document": "ireland", "section": "s", "title": "Ports", "page": 1}
    checks = [
        {"document": "ireland", "severity": severity, "check": "c", "message": "Look."}
        for severity in ("error", "warning", "warning")
    ]
    book = workbook(
        documents=[IRELAND, {**IRELAND, "document": "mali", "donor": None}],
        projects=[{**project, "id": "p"}, {**project, "id": "q", "review": "accepted"}, {**project, "id": "r"}],
        contributions=[{"document": "ireland", "id": "g", "section": "s", "kind": "core", "page": 1}],
        checks=[{**check, "id": f"c{number}"} for number, check in enumerate(checks)],
    )
    heads = list(xlsx.OVERVIEW)
    ireland, mali = [dict(zip(heads, row, strict=True)) for row in book._overview()]
    counted = ("Projects", "… not reviewed", "Contributions", "Errors", "Warnings")
    assert [ireland[head] for head in counted] == [3, 2, 1, 1, 2]
    assert [mali[head] for head in counted] == [0, 0, 0, 0, 0]
    assert book._donors == {"ireland": "Ireland", "mali": "mali"}


def test_the_file_tells_no_time_of_day(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    xlsx.write(workbook()._export, tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").properties.created == datetime(1980, 1, 1)
