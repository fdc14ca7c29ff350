"""What a run is asked to do, and what one document came to."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model import Document
from pipeline.processes import Limits
from pipeline.run.entry import Entry, Outcome, failed, packed, unopened
from pipeline.run.task import Options


@pytest.mark.parametrize(
    ("options", "arguments"),
    [
        (Options(), []),
        (Options(ocr=True), ["--ocr"]),
        (Options(verify=False), ["--no-verify"]),
        (Options(bom=True), ["--bom"]),
        (Options(pages=(range(2, 4), range(7, sys.maxsize))), ["--pages", "2-3,7-"]),
        (Options(force=True, jobs=3, cluster="tcp://there", password="secret"), []),
    ],
)
def test_the_command_that_comes_to_the_same_tables(options: Options, arguments: list[str]) -> None:
    assert options.arguments == arguments


@pytest.mark.parametrize(
    "change",
    [
        {"jobs": 3},
        {"cluster": "tcp://there"},
        {"force": True},
        {"limits": Limits(seconds=1)},
        {"pictures": Path("pages")},
        {"bom": True},
        {"password": "secret"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_how_a_run_goes_makes_no_other_document(change: dict[str, object]) -> None:
    is_part = "password" in change
    assert (replace(Options(), **change).key != Options().key) is is_part


@pytest.mark.parametrize(
    "change",
    [{"verify": False}, {"ocr": True}, {"pages": (range(1, 2),)}],
    ids=lambda change: next(iter(change)),
)
def test_how_a_document_is_read_makes_another(change: dict[str, object]) -> None:
    assert replace(Options(), **change).key != Options().key


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(Options(password="secret"))


@pytest.mark.parametrize(
    ("status", "errors", "is_right"), [("ok", 0, True), ("ok", 1, False), ("failed", 0, False), ("no-text", 2, False)]
)
def test_a_document_is_right_that_was_read_without_errors(status: str, errors: int, is_right: bool) -> None:
    outcome = Outcome(document="a", status=status, error="", lasting=True, errors=errors)  # type: ignore[arg-type]
    assert outcome.is_right is is_right


def test_an_entry_is_unpacked_as_it_was_packed_and_has_no_time_of_day() -> None:
    outcome = Outcome(document="a", status="ok", error="", lasting=True, pages=4, reasons=("One.", "Two."))
    one = packed(outcome, {"money": [("a", 1)], "dates": []})
    assert one == packed(outcome, {"money": [("a", 1)], "dates": []})
    entry = Entry(one)
    assert entry.outcome == outcome
    assert (entry.body("money").read(), entry.body("dates").read()) == (b"a,1\n", b"")
    lengthy = packed(outcome, {"money": [("a" * 10_000,)]})
    assert len(lengthy) < 1000  # they are many


def test_a_document_that_was_not_read_has_a_row_of_its_own_alone() -> None:
    document = Document(id="a", file="a.pdf", sha256="ab", status="ok")
    told = unopened(document, PermissionError(13, "Permission denied", "/raw/a.pdf"))
    entry = Entry(failed(told, lasting=False))
    assert entry.outcome == Outcome(
        document="a", status="failed", error="a.pdf cannot be opened: Permission denied.", lasting=False
    )
    assert entry.body("documents").read() == b"a,a.pdf,ab,,,,,,failed,a.pdf cannot be opened: Permission denied.,,,\n"
    assert entry.body("projects").read() == b""
