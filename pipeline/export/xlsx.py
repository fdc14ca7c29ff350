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
from textwrap import wrap
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
CELL_WIDTH = 24  # characters, of a cell of the pages' own tables
LINE_HEIGHT, TALLEST = 15, 405  # points; Excel's limit is 409
LETTERS = 0.95  # of a column's width, which counts digits: the rest goes to the indent and to wide letters
A4, NARROW = 9, {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.5}  # inches
COLOURS = {"error": "#F8CBAD", "warning": "#FFE699", "info": "#DDEBF7"}
TEXT: Mapping[str, object] = {"align": "left", "indent": 1, "valign": "top", "text_wrap": True}
LINK: Mapping[str, object] = {"font_color": "#0563C1", "underline": 1}
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
    """The worst severity of the checks that speak of a row, the checks, and what they say."""

    severity: str
    checks: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()

    def __str__(self) -> str:
        names = ", ".join(dict.fromkeys(self.checks))
        return f"{MARKS[self.severity]}: {names}" if names else MARKS[self.severity]


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
            ", ".join(parted(row["funders"])),
            self._mark("projects", row),
            self._page(row),
            *(", ".join(parted(row[name])) for name in ("groups", "places", "partners", "beneficiaries")),
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
                value = _day(row["value"]) if row["kind"] == "day" else None
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
        mark, page = Mark(str(row["severity"])), self._page(row)
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
        """The tables and facts of the pages, each under a line that says where it stands and leads there."""
        sheet = self._new("Tables")
        sheet.set_column(0, 20, CELL_WIDTH)
        self._laid_out(sheet)
        line = 0
        cells = self._export.rows("cells")
        for _, group in groupby(cells, key=lambda cell: (cell["document"], cell["grid"])):
            grid = list(group)
            self._title(sheet, line, grid[0])
            self._grid(sheet, line, grid)
            line += max(int(str(cell["row"])) for cell in grid) + 2

    def _title(self, sheet: Any, line: int, cell: Record) -> None:
        heading = plain(self._headings[cell["document"], cell["section"]])
        where = f"{self._donors[cell['document']]}, page {cell['page']}, table {cell['grid']}"
        title = _short(f"{where}: {heading}" if heading else where)
        page = self._page(cell)
        if page and page.address and line < LINKS:
            sheet.write_url(line, 0, page.address, self._format(bold=True, **LINK), title)
        else:
            sheet.write_string(line, 0, title, self._format(bold=True))

    def _grid(self, sheet: Any, line: int, grid: Iterable[Record]) -> None:
        """The cells below that line, each in its row and column; of a fact, its label before it."""
        for row, cells in groupby(grid, key=lambda cell: line + int(str(cell["row"]))):
            height = LINE_HEIGHT
            for cell in cells:
                place, text = int(str(cell["column"])) - 1, _short(plain(cell["text"]))
                if cell["kind"] == "fact":
                    label = _short(plain(cell["label"]))
                    sheet.write_string(row, place, label, self._format(bold=True, **TEXT))
                    height, place = max(height, _height([(label, CELL_WIDTH)])), place + 1
                look = self._format(**TEXT, **LOOKS.get(str(cell["kind"]), {}))
                sheet.write_string(row, place, text, look)
                height = max(height, _height([(text, CELL_WIDTH)]))
            sheet.set_row(row, height)

    def _new(self, name: str) -> Any:
        return self._book.add_worksheet(name)

    def _laid_out(self, sheet: Any) -> None:
        """How the sheet is printed: on as many pages as its rows need, each as wide as its columns."""
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**NARROW)
        sheet.set_footer("&L&A&RPage &P of &N")
        sheet.fit_to_pages(1, 0)

    def _sheet(self, name: str, columns: Columns, rows: Iterable[Sequence[Shown]]) -> None:
        """A sheet whose head stays in sight and filters its rows."""
        sheet = self._new(name)
        head = self._format(bold=True, bg_color="#1F4E79", font_color="#FFFFFF", **TEXT)
        for place, (title, width) in enumerate(columns.items()):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, head)
        printed = list(columns.values())[: list(columns).index("Document")]  # nobody reads ids on paper
        sheet.set_row(0, _height(zip(columns, printed, strict=False)))
        line = 0
        for line, row in enumerate(rows, start=1):
            sheet.set_row(line, _height(zip(row, printed, strict=False)))
            for place, shown in enumerate(row):
                self._put(sheet, line, place, shown)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, line, len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, line, len(printed) - 1)
        self._laid_out(sheet)

    def _put(self, sheet: Any, line: int, place: int, shown: Shown) -> None:
        text = self._format(**TEXT)
        match shown:
            case None | "":
                return
            case Amount(value, currency):
                form = "#,##0" if value == value.to_integral_value() else "#,##0.00"
                code = f'"{currency}" ' if currency else ""
                sheet.write_number(line, place, float(value), self._format(num_format=f"{code}{form}", valign="top"))
            case Page(number, address):
                if address and line < LINKS:
                    look = self._format(align="center", valign="top", **LINK)
                    sheet.write_url(line, place, address, look, str(number))
                else:
                    sheet.write_number(line, place, number, text)
            case Mark(severity, _, messages):
                look = self._format(bg_color=COLOURS[severity], **TEXT)
                sheet.write_string(line, place, _short(str(shown)), look)
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
    "Funders": 26,
    "Look at": 24,
    "Page": 7,
    "Groups": 16,
    "Places": 22,
    "Partners": 26,
    "Who benefits": 30,
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
    "Look at": 24,
    "Page": 7,
    "Review": 11,
    "Document": 22,
    "Id": 26,
}
MENTIONS: Columns = {
    "Table": 12,
    "Words": 28,
    "Value": 18,
    "Reads": 26,
    "Sentence": 80,
    "Look at": 24,
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
        severity, names, messages = marks.get(key, Mark("info"))
        worst = min(severity, str(check["severity"]), key=list(COLOURS).index)
        marks[key] = Mark(worst, (*names, str(check["check"])), (*messages, str(check["message"])))
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


def _height(row: Iterable[tuple[object, int]]) -> int:
    """How high a row is that shows all lines of its texts, in points; each text with the width of its column."""
    texts = ((str(shown), width) for shown, width in row if isinstance(shown, str | Mark))
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(LINE_HEIGHT * lines, TALLEST)


def _lines(text: str, width: int) -> int:
    """On how many lines a text stands that is that many characters wide."""
    return sum(max(1, len(wrap(part, int(width * LETTERS)))) for part in text.split("\n"))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
