"""The tables as a workbook that people read: what is open, projects, contributions, tables, mentions, checks.

Written by XlsxWriter. Amounts are numbers in their currency, days are days, countries have their names; a mark stands
where a check speaks, and a link leads to the page of the PDF. No cell is one that a spreadsheet would run.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import xlsxwriter

from pipeline import wording
from pipeline.export.folder import Export, Record, placed
from pipeline.model.csv_cells import Cell, parted, plain

MADE = datetime(1980, 1, 1)  # in the file's properties: the same tables give the same bytes
LONGEST = 32_767  # characters of a cell, by the format's definition
FIRST_DAY = date(1900, 3, 1)  # earlier days are texts: spreadsheets count a day that 1900 did not have
LINKS = 60_000  # of a sheet, below the 65,530 that Excel opens
COLOURS = {"error": "#F8CBAD", "warning": "#FFE699", "info": "#DDEBF7"}
LOOKS: Mapping[str, dict[str, object]] = {"head": {"bold": True, "bg_color": "#D9E1F2"}, "total": {"bold": True}}
MARKS = {"error": "■ error", "warning": "▲ warning", "info": "● note"}


class Amount(NamedTuple):
    """A number with its currency."""

    value: Decimal
    currency: str


class Page(NamedTuple):
    """A page of a document, with the address that opens it; empty where the PDF is not there."""

    number: int
    address: str


class Mark(NamedTuple):
    """The worst of the checks that speak of a row, and what they say."""

    severity: str
    messages: tuple[str, ...]


Shown = Cell | date | Amount | Page | Mark
Columns = Mapping[str, int]  # heads with their widths in characters


def write(export: Export, out: Path) -> list[str]:
    """Writes the file `out`; gives a sentence for a person."""
    with placed(out) as path:
        book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
        book.set_properties({"title": "Donor profiles", "created": MADE})
        Workbook(book, export, out).write()
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:  # which hides what the system said
            raise OSError(str(error)) from error
    return [f"Workbook written to {out}."]


class Workbook:
    """The sheets of one workbook."""

    def __init__(self, book: Any, export: Export, out: Path) -> None:
        self._book, self._export = book, export
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self._donors = {row["document"]: row["donor"] or row["document"] for row in export.rows("documents")}
        self._headings = {(row["document"], row["id"]): row["heading"] for row in export.rows("sections")}
        self._checks = _by_row(export.rows("checks"))
        self._addresses = {id_: _address(pdf, out) for id_, pdf in export.pdfs.items()}

    def write(self) -> None:
        """Writes all sheets."""
        self._sheet("Overview", OVERVIEW, self._overview())
        self._sheet("Projects", PROJECTS, map(self._project, self._export.rows("projects")))
        self._sheet("Contributions", CONTRIBUTIONS, map(self._contribution, self._export.rows("contributions")))
        self._tables()
        rows = (
            (table, row) for table in ("money", "dates", "countries", "quantities") for row in self._export.rows(table)
        )
        self._sheet("Mentions", MENTIONS, (self._mention(table, row) for table, row in rows))
        self._sheet("Checks", CHECKS, map(self._check, self._export.rows("checks")))

    def _overview(self) -> Iterable[Sequence[Shown]]:
        severities = Counter((row["document"], row["severity"]) for row in self._export.rows("checks"))
        projects = Counter(row["document"] for row in self._export.rows("projects"))
        undecided = Counter(row["document"] for row in self._export.rows("projects") if row["review"] is None)
        given = Counter(row["document"] for row in self._export.rows("contributions"))
        for row in self._export.rows("documents"):
            id_ = row["document"]
            counts = (projects[id_], undecided[id_], given[id_], severities[id_, "error"], severities[id_, "warning"])
            told = (row["donor"], row["title"], row["status"], row["error"], row["pages"], row["language"])
            yield (*told, *counts, row["file"], id_)

    def _project(self, row: Record) -> Sequence[Shown]:
        period = wording.span(*(plain(row[name]) or None for name in ("start", "end", "duration")))
        return (
            self._donors[row["document"]],
            row["title"],
            wording.qualifier(plain(row["qualifier"])),
            _amount(row, "amount"),
            _amount(row, "amount_max"),
            period,
            ", ".join(map(wording.country, parted(row["countries"]))),
            *(", ".join(parted(row[name])) for name in ("groups", "places", "funders", "partners", "beneficiaries")),
            self._mark("projects", row),
            self._page(row),
            row["review"],
            row["document"],
            row["id"],
        )

    def _contribution(self, row: Record) -> Sequence[Shown]:
        return (
            self._donors[row["document"]],
            row["funder"],
            row["kind"],
            wording.qualifier(plain(row["qualifier"])),
            _amount(row, "amount"),
            _amount(row, "amount_max"),
            wording.period(plain(row["period"])) if row["period"] else None,
            _day(row["period_start"]),
            _day(row["period_end"]),
            self._headings[row["document"], row["section"]],
            self._mark("contributions", row),
            self._page(row),
            row["review"],
            row["document"],
            row["id"],
        )

    def _mention(self, table: str, row: Record) -> Sequence[Shown]:
        value: Shown = None
        words: Cell = None
        match table:
            case "money":
                value, words = _amount(row, "amount"), row["role"]
            case "dates":
                words = (
                    wording.period(plain(row["value"])) if row["value"] else wording.duration(plain(row["duration"]))
                )
            case "countries":
                words = ", ".join(filter(None, (plain(row["name"]), plain(row["role"]))))
            case "quantities":
                value, words = row["value"], row["unit"]
        mark, page = self._mark(table, row), self._page(row)
        return table, row["text"], value, words, row["sentence"], mark, page, row["review"], row["document"], row["id"]

    def _check(self, row: Record) -> Sequence[Shown]:
        mark, page = Mark(str(row["severity"]), ()), self._page(row)
        place = (row["table"], row["row"], row["field"])
        return mark, row["check"], row["message"], self._donors[row["document"]], page, row["document"], *place

    def _page(self, row: Record) -> Page | None:
        if row["page"] is None:
            return None
        address = self._addresses.get(str(row["document"]), "")
        return Page(int(str(row["page"])), address and f"{address}#page={row['page']}")

    def _mark(self, table: str, row: Record) -> Mark | None:
        return self._checks.get((row["document"], table, row["id"]))

    def _tables(self) -> None:
        """The tables and facts of the pages, each under a line that says where it stands."""
        sheet = self._new("Tables")
        sheet.set_column(0, 20, 24)
        line = 0
        cells = self._export.rows("cells")
        for (document, grid), group in groupby(cells, key=lambda cell: (cell["document"], cell["grid"])):
            of_grid = list(group)
            first = of_grid[0]
            heading = plain(self._headings[document, first["section"]])
            title = f"{self._donors[document]}, page {first['page']}, table {grid}: {heading}"
            sheet.write_string(line, 0, _short(title), self._format(bold=True, font_color="#1F4E79"))
            page = self._page(first)
            if page and page.address:
                sheet.write_url(
                    line, 8, page.address, self._format(font_color="#0563C1", underline=1), f"page {page.number}"
                )
            for cell in of_grid:
                row, column = line + int(str(cell["row"])), int(str(cell["column"])) - 1
                if cell["kind"] == "fact":
                    sheet.write_string(row, column, _short(plain(cell["label"])), self._format(bold=True))
                    column += 1
                look = self._format(text_wrap=True, valign="top", **LOOKS.get(str(cell["kind"]), {}))
                sheet.write_string(row, column, _short(plain(cell["text"])), look)
            line += max(int(str(cell["row"])) for cell in of_grid) + 2

    def _new(self, name: str) -> Any:
        return self._book.add_worksheet(name)

    def _sheet(self, name: str, columns: Columns, rows: Iterable[Sequence[Shown]]) -> None:
        """A sheet whose head stays in sight and filters its rows."""
        sheet = self._new(name)
        head = self._format(bold=True, bg_color="#1F4E79", font_color="#FFFFFF", text_wrap=True, valign="top")
        for place, (title, width) in enumerate(columns.items()):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, head)
        line = 0
        for line, row in enumerate(rows, start=1):
            for place, shown in enumerate(row):
                self._put(sheet, line, place, shown)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, line, len(columns) - 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)

    def _put(self, sheet: Any, line: int, place: int, shown: Shown) -> None:
        text = self._format(text_wrap=True, valign="top")
        match shown:
            case None | "":
                return
            case Amount(value, currency):
                form = "#,##0" if value == value.to_integral_value() else "#,##0.00"
                code = f'"{currency}" ' if currency else ""
                sheet.write_number(line, place, float(value), self._format(num_format=f"{code}{form}", valign="top"))
            case Page(number, address):
                if address and line < LINKS:
                    link = self._format(font_color="#0563C1", underline=1, valign="top")
                    sheet.write_url(line, place, address, link, str(number))
                else:
                    sheet.write_number(line, place, number, text)
            case Mark(severity, messages):
                look = self._format(bg_color=COLOURS[severity], text_wrap=True, valign="top")
                more = f" ({len(messages)})" if messages[1:] else ""
                sheet.write_string(line, place, f"{MARKS[severity]}{more}", look)
                if messages:
                    sheet.write_comment(line, place, _short("\n".join(messages)), {"x_scale": 3, "y_scale": 2})
            case date():
                sheet.write_datetime(line, place, shown, self._format(num_format="yyyy-mm-dd", valign="top"))
            case int() | Decimal():
                sheet.write_number(line, place, float(shown), self._format(num_format="#,##0.######", valign="top"))
            case _:
                sheet.write_string(line, place, _short(str(shown)), text)

    def _format(self, **looks: object) -> Any:
        key = tuple(sorted(looks.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(looks)
        return self._formats[key]


OVERVIEW: Columns = {
    "Donor": 22,
    "Title": 40,
    "Status": 10,
    "Why not read": 40,
    "Pages": 8,
    "Language": 10,
    "Projects": 10,
    "… not reviewed": 12,
    "Contributions": 14,
    "Errors": 8,
    "Warnings": 10,
    "File": 28,
    "Document": 24,
}
PROJECTS: Columns = {
    "Donor": 18,
    "Project": 44,
    "Stated as": 11,
    "Amount": 18,
    "… up to": 18,
    "Period": 26,
    "Countries": 26,
    "Groups": 16,
    "Places": 22,
    "Funders": 26,
    "Partners": 26,
    "Who benefits": 30,
    "Look at": 14,
    "Page": 7,
    "Review": 11,
    "Document": 22,
    "Id": 22,
}
CONTRIBUTIONS: Columns = {
    "Donor": 18,
    "Given by": 24,
    "Kind": 14,
    "Stated as": 11,
    "Amount": 18,
    "… up to": 18,
    "Period": 22,
    "First day": 12,
    "Last day": 12,
    "Section": 36,
    "Look at": 14,
    "Page": 7,
    "Review": 11,
    "Document": 22,
    "Id": 26,
}
MENTIONS: Columns = {
    "Table": 12,
    "Words": 28,
    "Number": 18,
    "Reads": 26,
    "Sentence": 80,
    "Look at": 14,
    "Page": 7,
    "Review": 11,
    "Document": 22,
    "Id": 22,
}
CHECKS: Columns = {
    "Severity": 12,
    "Check": 22,
    "What to look at": 90,
    "Donor": 18,
    "Page": 7,
    "Document": 22,
    "Table": 14,
    "Row": 24,
    "Field": 14,
}


def _by_row(checks: Iterable[Record]) -> dict[tuple[Cell, Cell, Cell], Mark]:
    marks: dict[tuple[Cell, Cell, Cell], Mark] = {}
    for check in checks:
        key = (check["document"], check["table"], check["row"])
        severity, messages = marks.get(key, Mark("info", ()))
        worst = min(severity, str(check["severity"]), key=list(COLOURS).index)
        marks[key] = Mark(worst, (*messages, str(check["message"])))
    return marks


def _address(pdf: Path, out: Path) -> str:
    """The PDF as seen from the folder of the workbook."""
    return f"external:{quote(Path(os.path.relpath(pdf.resolve(), out.resolve().parent)).as_posix())}"


def _amount(row: Record, name: str) -> Amount | None:
    value = row[name]
    return Amount(value, plain(row["currency"])) if isinstance(value, Decimal) else None


def _day(cell: Cell) -> date | Cell:
    day = date.fromisoformat(str(cell)) if cell else None
    return cell if day is None or day < FIRST_DAY else day


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
