"""The workbook as LibreOffice opens it, and what it shows: every cell as a person reads it there."""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

from pipeline import wording
from pipeline.export.folder import Export
from pipeline.model.csv_cells import plain
from pipeline.write.dataframes import read_tables
from tests.export.office import SOFFICE, converted

ROOT = Path(__file__).parents[2]
PDFS = {path.stem: path for path in ROOT.joinpath("raw").glob("*.pdf")}
FORMULA = '=HYPERLINK("https://example.org";"click")'
COLOURS = {"■ error": "#f8cbad", "▲ warning": "#ffe699", "● note": "#ddebf7"}
MENTIONS = ("money", "dates", "countries", "quantities")

pytestmark = pytest.mark.skipif(not SOFFICE, reason="There is no LibreOffice here: it does not open the workbook.")


@dataclass(frozen=True)
class Shown:
    """A cell: its text on the screen, what sort of value is behind it, its link, comment and ground."""

    text: str
    sort: str = ""
    link: str = ""
    comment: str = ""
    ground: str = ""


@pytest.fixture(scope="module")
def tables() -> Mapping[str, pd.DataFrame]:
    tables = read_tables(ROOT / "extracted")
    projects = tables["projects"].copy()
    projects.loc[0, "title"] = FORMULA
    return {**tables, "projects": projects}


@pytest.fixture(scope="module")
def opened(tables, tmp_path_factory: pytest.TempPathFactory) -> ET.Element:
    """What LibreOffice has read of the workbook, in its own form."""
    pytest.importorskip("xlsxwriter")
    from pipeline.export import xlsx

    folder = tmp_path_factory.mktemp("office")
    xlsx.write(Export(tables, PDFS), folder / "profiles.xlsx")
    return ET.parse(converted(folder / "profiles.xlsx", "fods", folder)).getroot()


@pytest.fixture(scope="module")
def sheets(opened: ET.Element) -> Mapping[str, list[list[Shown]]]:
    """Rows of cells by the name of the sheet."""
    grounds = {
        style.get(named("style:name")): properties.get(named("fo:background-color"), "")
        for style in opened.iter(named("style:style"))
        for properties in style.iter(named("style:table-cell-properties"))
    }
    return {
        sheet.get(named("table:name"), ""): [list(cells(row, grounds)) for row in sheet.iter(named("table:table-row"))]
        for sheet in opened.iter(named("table:table"))
    }


SPACES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def named(name: str) -> str:
    space, _, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def cells(row: ET.Element, grounds: Mapping[str | None, str]) -> Iterator[Shown]:
    """The cells of a row, without the empty ones that fill it up to the edge of the sheet."""
    for cell in row.findall(named("table:table-cell")):
        comment = cell.find(named("office:annotation"))
        link = cell.find(f".//{named('text:a')}")
        shown = Shown(
            text=words(cell),
            sort=cell.get(named("office:value-type"), ""),
            link="" if link is None else unquote(link.get(named("xlink:href"), "")),
            comment="" if comment is None else words(comment),
            ground=grounds.get(cell.get(named("table:style-name")), ""),
        )
        yield from [shown] * min(int(cell.get(named("table:number-columns-repeated"), 1)), 30)


def words(element: ET.Element) -> str:
    return "\n".join("".join(paragraph.itertext()) for paragraph in element.findall(named("text:p")))


def rows(sheet: list[list[Shown]]) -> list[dict[str, Shown]]:
    """The rows by the heads of their columns."""
    head, *below = sheet
    titles = [cell.text for cell in head if cell.text]
    return [dict(zip(titles, row, strict=False)) for row in below if any(cell.text for cell in row)]


def test_it_opens_every_sheet_and_every_row(sheets, tables) -> None:
    assert list(sheets) == ["Overview", "Projects", "Contributions", "Tables", "Mentions", "Checks"]
    for name, table in (("Overview", "documents"), *((each.title(), each) for each in ("projects", "contributions"))):
        assert len(rows(sheets[name])) == len(tables[table])
    assert len(rows(sheets["Mentions"])) == sum(len(tables[name]) for name in MENTIONS)
    assert len(rows(sheets["Checks"])) == len(tables["checks"])
    cells = {cell.text for row in sheets["Tables"] for cell in row}
    assert set(tables["cells"]["text"].dropna()) <= cells


def test_it_shows_projects_as_people_write(sheets, tables) -> None:
    shown = {row["Id"].text: row for row in rows(sheets["Projects"])}
    assert len(shown) == len(tables["projects"])
    for project in tables["projects"].to_dict("records"):
        row = shown[project["id"]]
        assert row["Project"].text == project["title"]
        amount = "" if pd.isna(project["amount"]) else f"{project['currency']} {project['amount']:,f}"
        assert (row["Amount"].text, row["Amount"].sort) == (amount, "float" if amount else "")
        countries = plain(project["countries"]) if not pd.isna(project["countries"]) else ""
        assert row["Countries"].text == ", ".join(map(wording.country, filter(None, countries.split(";"))))
        assert row["Page"].text == str(project["page"])
        assert row["Page"].link.endswith(f"raw/{project['document']}.pdf#page={project['page']}")


def test_what_it_shows_of_one_project(sheets) -> None:
    row = next(row for row in rows(sheets["Projects"]) if "garment industry" in row["Project"].text)
    assert [row[head].text for head in ("Donor", "Amount", "Period", "Countries", "Funders", "Look at")] == [
        "Ireland",
        "EUR 6,400,000",
        "January 2019 to December 2024",
        "Ethiopia",
        "Irish Aid, Germany, Sweden",
        "▲ warning: two-amounts",
    ]
    assert "EUR 6.2 million" in row["Look at"].comment
    assert list(row)[-2:] == ["Document", "Id"]


def test_days_are_days(sheets, tables) -> None:
    shown = {row["Id"].text: row for row in rows(sheets["Contributions"])}
    for given in tables["contributions"].to_dict("records"):
        for head, field in (("First day", "period_start"), ("Last day", "period_end")):
            day = "" if pd.isna(given[field]) else str(given[field])
            cell = shown[given["id"]][head]
            assert (cell.text, cell.sort) == (day, "date" if day else "")


def test_a_day_among_the_mentions_is_a_day(sheets, tables) -> None:
    days = tables["dates"][tables["dates"]["kind"] == "day"]
    shown = {row["Id"].text: row["Value"] for row in rows(sheets["Mentions"])}
    assert len(days)
    assert all((shown[day.id].text, shown[day.id].sort) == (day.value, "date") for day in days.itertuples())


def test_checks_have_their_names_and_colours(sheets, tables) -> None:
    checks = rows(sheets["Checks"])
    assert Counter(row["Check"].text for row in checks) == Counter(tables["checks"]["check"])
    assert {row["Severity"].text for row in checks} <= set(COLOURS)
    assert all(row["Severity"].ground == COLOURS[row["Severity"].text] for row in checks)
    for row in rows(sheets["Projects"]):
        assert row["Look at"].ground == COLOURS.get(row["Look at"].text.partition(":")[0], row["Look at"].ground)


def test_heads_stay_filter_and_nothing_is_run(opened: ET.Element, sheets) -> None:
    assert not [cell for cell in opened.iter() if named("table:formula") in cell.attrib]
    assert rows(sheets["Projects"])[0]["Project"].text == FORMULA
    ranges = [each.get(named("table:target-range-address"), "") for each in opened.iter(named("table:database-range"))]
    assert {name.partition(".")[0] for name in ranges} == set(sheets) - {"Tables"}
