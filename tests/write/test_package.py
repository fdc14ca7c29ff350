import hashlib
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

import pipeline
from pipeline.model import Document, Profile, schema
from pipeline.model.csv_cells import csv_lines
from pipeline.program import VERSION
from pipeline.write import data_package, rows

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(profile: Profile, tmp_path: Path) -> Path:
    tmp_path.joinpath(data_package.FILE).write_text(data_package.text(), encoding="utf-8")
    for name, body in rows.of(profile).items():
        text = csv_lines([schema.table(name).columns, *body])
        tmp_path.joinpath(f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return tmp_path


def errors(folder: Path) -> list[str]:
    report = frictionless.Package(str(folder / data_package.FILE)).validate()
    return [error.message for task in report.tasks for error in task.errors] + [str(error) for error in report.errors]


def test_an_independent_reader_finds_the_tables_as_described(folder: Path) -> None:
    assert errors(folder) == []


def test_it_reads_lists_amounts_and_days(folder: Path) -> None:
    described = frictionless.Package(str(folder / data_package.FILE))
    (project,) = described.get_resource("projects").read_rows()
    assert (project["funders"], project["countries"]) == (["Irish Aid"], "KEN;UGA")
    (date,) = described.get_resource("dates").read_rows()
    assert date["start"].isoformat() == "2021-01-01"


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("money", "USD", "usd"),
        ("money", "voluntary", "gift"),
        ("dates", "2021-12-31", "2021-12-32"),
        ("sections", "island/2,", "island/1,"),
        ("projects", "island/2", "island/3"),
        ("projects", "KEN;UGA", "KEN;ZZZ"),
        ("money", "USD", "XXQ"),
        ("dates", ",2021,2021-01-01", ",banana,2021-01-01"),
        ("dates", ",2021,2021-01-01", ",2021-13,2021-01-01"),
        ("contributions", "1500000", "-5"),
        ("countries", "KEN", "ZZZ"),
    ],
)
def test_it_finds_what_does_not_hold(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert frictionless.Package(str(folder / data_package.FILE)).get_resource(table).validate().tasks[0].errors


def test_it_finds_a_value_of_the_samples_that_was_broken(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "extracted", tmp_path / "extracted"))
    assert errors(folder) == []
    path = folder / "projects.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",6400000,,EUR,", ",6.4 million,,EUR,", 1), encoding="utf-8")
    (error,) = errors(folder)
    assert "6.4 million" in error


def test_numbers_have_their_units() -> None:
    fields = {
        (resource["name"], field["name"]): field
        for resource in json.loads(data_package.text())["resources"]
        for field in resource["schema"]["fields"]
    }
    assert fields["projects", "amount"]["unit"] == "one whole unit of `currency`, such as one euro"
    assert fields["money", "char_start"]["unit"] == "character"
    assert {name for name, field in fields.items() if field["type"] == "number" and "unit" not in field} == set()


def test_it_names_the_sources_and_what_made_the_tables(tmp_path: Path) -> None:
    document = Document(id="ireland", file="Ireland 2023.pdf", sha256="5" * 64, status="ok")
    described = json.loads(data_package.text([document]))
    assert "Türkiye.pdf" in data_package.text([replace(document, file="Türkiye.pdf")]), "names stay as they are written"
    assert described["version"] == VERSION
    assert re.fullmatch("[0-9a-f]{12}", described["rules"])
    assert described["sources"] == [{"title": "ireland", "path": "Ireland 2023.pdf", "hash": f"sha256:{'5' * 64}"}]
    tmp_path.joinpath(data_package.FILE).write_text(json.dumps(described), encoding="utf-8")
    frictionless.Package.from_descriptor(
        str(tmp_path / data_package.FILE)
    )  # raises where the standard does not allow it


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"name": "budget"}', '{"name": "donor-profiles", "resources": 5}'])
def test_a_package_of_somebody_else_makes_no_folder_ours(text: str, tmp_path: Path) -> None:
    tmp_path.joinpath(data_package.FILE).write_text(text, encoding="utf-8")
    assert data_package.files(tmp_path) is None


def test_a_folder_is_ours_with_the_tables_that_its_own_version_wrote(tmp_path: Path) -> None:
    tmp_path.joinpath(data_package.FILE).write_text(data_package.text(), encoding="utf-8")
    assert data_package.files(tmp_path) == {data_package.FILE, *(f"{table.name}.csv" for table in schema.TABLES)}


def test_it_describes_every_table_and_field() -> None:
    described = json.loads(data_package.text())
    assert [resource["name"] for resource in described["resources"]] == [table.name for table in schema.TABLES]
    assert all(field["description"] for resource in described["resources"] for field in resource["schema"]["fields"])


def test_constraints_are_those_of_the_schema() -> None:
    resources = {resource["name"]: resource["schema"] for resource in json.loads(data_package.text())["resources"]}
    fields = {(name, field["name"]): field for name, of in resources.items() for field in of["fields"]}
    assert fields["documents", "document"]["constraints"] == {"required": True, "unique": True}
    assert fields["documents", "pages"]["constraints"] == {"minimum": 0}
    assert fields["money", "id"]["constraints"] == {"required": True}
    assert fields["money", "page"]["constraints"] == {"required": True, "minimum": 1}
    assert fields["money", "amount"]["constraints"] == {}
    assert fields["money", "qualifier"]["constraints"]["enum"][:2] == ["exact", "about"]
    assert fields["dates", "start"] == {
        "name": "start",
        "type": "date",
        "description": "The first day meant.",
        "constraints": {},
    }
    funders, boxes = fields["projects", "funders"], fields["money", "boxes"]
    assert (funders["type"], funders["delimiter"], funders["constraints"]) == ("list", ";", {})
    assert (boxes["type"], "delimiter" in boxes) == ("string", False)
    assert re.fullmatch(boxes["constraints"]["pattern"], "1@0,0,5,5;2@0,0,5,5")
    assert not re.fullmatch(boxes["constraints"]["pattern"], "1@0,0,5,5;")


def test_keys_that_are_always_there_point_to_their_tables() -> None:
    resources = {resource["name"]: resource["schema"] for resource in json.loads(data_package.text())["resources"]}
    assert resources["documents"]["primaryKey"] == ["document"]
    assert resources["documents"]["foreignKeys"] == []
    assert resources["money"]["foreignKeys"] == [
        {"fields": ["document"], "reference": {"resource": "documents", "fields": ["document"]}},
        {"fields": ["document", "section"], "reference": {"resource": "sections", "fields": ["document", "id"]}},
    ]
    assert [key["fields"] for key in resources["checks"]["foreignKeys"]] == [["document"]]  # its section may be empty


def test_options_are_named_where_there_are_any(tmp_path: Path) -> None:
    for options in ([], ["--pages", "1-2"]):
        tmp_path.joinpath(data_package.FILE).write_text(data_package.text((), options), encoding="utf-8")
        assert data_package.options(tmp_path) == options
        assert ("options" in json.loads(data_package.text((), options))) is bool(options)
    for broken in ("", "[]", "{"):
        tmp_path.joinpath(data_package.FILE).write_text(broken, encoding="utf-8")
        assert data_package.options(tmp_path) == []


def test_a_file_that_could_not_be_opened_has_no_hash() -> None:
    document = Document(id="x", file="x.pdf", sha256="", status="failed")
    assert json.loads(data_package.text([document]))["sources"] == [{"title": "x", "path": "x.pdf"}]
    assert "sources" not in json.loads(data_package.text())


def test_the_hash_of_the_rules_is_that_of_the_tables_of_words() -> None:
    told = hashlib.sha256()
    folder = Path(pipeline.__file__).parent / "language"
    tables = [path for path in folder.rglob("*") if path.suffix in {".csv", ".toml"}]
    assert len(tables) > 100
    for path in sorted(tables):
        told.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    assert data_package.rules() == told.hexdigest()[:12]
