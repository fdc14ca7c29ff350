"""What is known of documents without opening their tables, and which of them need a look first."""

import os
from collections import Counter
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest

from pipeline.decisions.file import Decision
from pipeline.errors import UsageError
from pipeline.model import Check, Document, Profile, schema
from pipeline.model.csv_cells import csv_lines
from pipeline.review import index
from pipeline.review.index import Contents, Entry, Index, Library, Progress
from pipeline.run.inputs import Input
from pipeline.write import rows
from tests.review.test_view import decided
from tests.sample_tables import profile_of


def check(severity: str) -> Check:
    return Check(severity=severity, check="two-amounts", message="Look.")  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tables of two documents: one that was read, with a text of several lines, and one that was not."""
    sample = profile_of(given="Ireland gave, in the words of “the fund”,\nEUR 20 million.", project=True)
    sample = replace(sample, checks=tuple(map(check, ("error", "warning", "warning", "info"))))
    broken = Profile(document=Document(id="broken", file="b.pdf", sha256="12", status="failed", error="It is no PDF."))
    for table in schema.TABLES:
        bodies = (csv_lines(rows.of(profile)[table.name]) for profile in (broken, sample))
        tmp_path.joinpath(f"{table.name}.csv").write_text("".join([csv_lines([table.columns]), *bodies]), "utf-8")
    return tmp_path


def test_what_is_known_of_each_document(folder: Path) -> None:
    documents = Index(folder).documents
    assert [*documents] == ["broken", "sample"]
    broken, sample = documents.values()
    assert (broken.status, broken.donor, broken.error, broken.sha256) == ("failed", "", "It is no PDF.", "12")
    assert (broken.rows, broken.projects, broken.severities) == ({"documents/broken"}, set(), {})
    assert [*broken.stretches] == ["documents"]
    assert (sample.status, sample.donor, sample.error) == ("ok", "Ireland", "")
    assert Counter(row.split("/")[0] for row in sample.rows) == {
        "documents": 1,
        "money": 2,
        "projects": 1,
        "contributions": 1,
    }
    assert {project.split("/")[0] for project in sample.projects} == {"projects"}
    assert sample.projects < sample.rows
    assert sample.severities == {"error": 1, "warning": 2, "info": 1}


def test_the_rows_of_a_document_are_a_stretch_of_each_table(folder: Path) -> None:
    tables = Index(folder)
    for name, (start, end) in tables.documents["sample"].stretches.items():
        whole = folder.joinpath(f"{name}.csv").read_bytes()
        assert whole[:start].count(b"\n") == (2 if name == "documents" else 1), "the header, and what stands before"
        assert end == len(whole)
    sections = tables.tables("sample")["sections"]
    assert list(sections["heading"]) == ["What Ireland gives", "Safer ports"]
    assert "“the fund”,\nEUR 20 million." in sections["text"].iloc[0]
    assert [len(tables.tables("broken")[name]) for name in ("documents", "sections", "money")] == [1, 0, 0]


def test_a_folder_without_a_table_holds_none(folder: Path) -> None:
    folder.joinpath("dates.csv").unlink()
    with pytest.raises(UsageError, match=r"holds no tables yet: run `.*extract raw --out"):
        Index(folder)


def contents(rows_: str = "money/a money/b projects/p projects/q", **values: object) -> Contents:
    projects = {row for row in rows_.split() if row.startswith("projects")}
    told = {"status": "ok", "donor": "", "error": "", "sha256": "", **values}
    return Contents(**told, rows=set(rows_.split()), projects=projects)  # type: ignore[arg-type]


def on(row: str) -> Decision:
    table, id_ = row.split("/")
    return decided("accept", table=table, id=id_)


@pytest.mark.parametrize(
    ("decisions", "rows_", "decided_", "open_projects", "open_"),
    [
        ("", 4, 0, 2, 4),
        ("money/a", 4, 1, 2, 3),
        ("money/a money/a projects/p", 4, 2, 1, 2),
        ("money/gone", 5, 1, 2, 4),  # a row that was rejected is in the tables no more
        ("money/p", 5, 1, 2, 4),
    ],
)
def test_how_far_a_document_is(decisions: str, rows_: int, decided_: int, open_projects: int, open_: int) -> None:
    told = index.progress(
        contents(severities=Counter(error=3, warning=2, info=9)), [on(row) for row in decisions.split()]
    )
    assert told == Progress(rows=rows_, decided=decided_, open_projects=open_projects, errors=3, warnings=2)
    assert told.open == open_


def entry(id_: str, status: str = "ok", here: bool = True, **counts: int) -> Entry:
    none = {"rows": 9, "decided": 0, "open_projects": 0, "errors": 0, "warnings": 0}
    file = Input(id_, Path(f"{id_}.pdf")) if here else None
    return Entry(id_, contents(status=status), file, Progress(**{**none, **counts}))


def test_what_needs_a_look_first() -> None:
    in_order = [
        entry("z-failed", status="failed"),
        entry("z-gone", here=False, decided=9),
        entry("y-errors", errors=2, decided=8),
        entry("x-error", errors=1, warnings=5),
        entry("w-warnings", warnings=3),
        entry("v-warning", warnings=1, open_projects=4),
        entry("u-projects", open_projects=2),
        entry("t-project", open_projects=1),
        entry("s-more-rows"),
        entry("q-fewer-rows", decided=1),
        entry("r-fewer-rows", decided=1),
        entry("a-all-decided", decided=9, errors=1),
        entry("b-all-decided", decided=9),
    ]
    assert sorted(sorted(in_order, key=attrgetter("id")), key=attrgetter("urgency")) == in_order
    assert [each.readable for each in in_order] == [False, False, *[True] * 11]


def test_a_file_that_is_written_anew_has_a_later_state(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert index._state(path) == ()
    path.write_text("1", encoding="utf-8")
    stat = path.stat()
    assert index._state(path) == (stat.st_mtime_ns, stat.st_ino, 1)


def test_tables_are_scanned_once_as_long_as_they_are_the_same(folder: Path) -> None:
    folder.joinpath("raw").mkdir()
    library = Library(folder / "raw", folder)
    first = library._current()
    assert library._current() is first
    os.utime(folder / "documents.csv", ns=(1, 1))
    second = library._current()
    assert second is not first
    assert library._current() is second
