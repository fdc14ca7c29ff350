"""One document through all stages, in this process."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model import Check, Document, Profile
from pipeline.run import document
from pipeline.run.entry import Entry, Outcome
from pipeline.run.task import Options, Task
from pipeline.write.validation import TableError
from tests.pdfs import typeset

HEAD = "table,id,field,value,decision,reviewer,date,quote,note"
TEXT = "Kenya gave US$ 5 million to schools in Mali in 2021."


def task(path: Path, **options: object) -> Task:
    row = Document(id="a", file=path.name, sha256="", status="ok")
    return Task(row, path, path.with_suffix(".reviews.csv"), Options(**{"verify": False, **options}), "")


def decisions(path: Path, *lines: str) -> None:
    path.with_suffix(".reviews.csv").write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


def test_what_a_document_comes_to(tmp_path: Path) -> None:
    text = f"{TEXT}\nEnd date: 31 December 2019. It began on 1 January 2020."
    path = typeset(tmp_path / "a.pdf", text, heading="The schools project")
    outcome = Entry(document.entry(task(path))).outcome
    assert (outcome.document, outcome.status, outcome.error, outcome.lasting) == ("a", "ok", "", True)
    assert (outcome.pages, outcome.sections, outcome.projects, outcome.money) == (1, 1, 1, 1)


def test_an_outcome_counts_rows_and_checks_and_tells_the_errors() -> None:
    told = [("error", "One."), ("warning", "Two."), ("info", "Three."), ("error", "Four."), ("warning", "Five.")]
    checks = tuple(Check(severity=severity, check="c", message=message) for severity, message in told)  # type: ignore[arg-type]
    row = Document(id="a", file="a.pdf", sha256="", status="ok", pages=3)
    tables = {"sections": [()] * 4, "projects": [()] * 2, "money": [()] * 5}
    assert document._outcome(Profile(document=row, checks=(*checks, checks[2], checks[2])), tables) == Outcome(
        **{"document": "a", "status": "ok", "error": "", "lasting": True, "pages": 3, "sections": 4, "projects": 2},
        **{"money": 5, "errors": 2, "warnings": 2, "infos": 3, "reasons": ("One.", "Four.")},  # type: ignore[arg-type]
    )


def test_pages_are_drawn_where_that_is_asked(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", TEXT)
    document.entry(task(path, pictures=tmp_path / "pages"))
    assert [file.name for file in tmp_path.joinpath("pages").iterdir()] == ["a-001.png"]


def test_a_file_that_cannot_be_read_comes_to_the_same_again(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"no PDF")
    outcome = Entry(document.entry(task(path))).outcome
    assert (outcome.status, outcome.lasting) == ("failed", True)


def test_a_file_that_cannot_be_opened_may_be_opened_next_time(tmp_path: Path) -> None:
    outcome = Entry(document.entry(task(tmp_path / "a.pdf"))).outcome
    assert (outcome.status, outcome.lasting) == ("failed", False)
    assert outcome.error == "a.pdf cannot be opened: No such file or directory."


def test_a_defect_of_ours_is_told_with_its_place_and_may_be_mended(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", TEXT)
    outcome = Entry(document.entry(task(path, pages=7))).outcome
    assert (outcome.status, outcome.lasting) == ("failed", False)
    assert outcome.error.startswith("a.pdf could not be read: TypeError at ")
    assert outcome.error.endswith("Please report this with the file.")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (TableError("The table money has no column."), "could not be read. The table money has no column. Please "),
        (ValueError("odd"), "could not be read: ValueError: odd. Please "),
    ],
)
def test_why_a_document_came_to_nothing(error: Exception, told: str) -> None:
    assert document._reason(error) == f"{told}report this with the file."


def test_a_page_is_cut_by_the_words_of_its_own_language(tmp_path: Path) -> None:
    text = "Le Kenya a donné 5 millions de dollars aux écoles du Mali pour 2019 à 2021,\net aussi pour celles du Togo."
    path = typeset(tmp_path / "a.pdf", text, heading="Contributions volontaires")
    profile = document.read(task(path))
    assert profile.document.language == "fr"
    assert [section.kind for section in profile.sections] == ["contributions"]


def test_a_page_without_words_of_a_language_is_read_as_english(tmp_path: Path) -> None:
    profile = document.read(task(typeset(tmp_path / "a.pdf", "5 000 000 EUR", heading="Contributions")))
    assert [section.kind for section in profile.sections] == ["contributions"]


def test_decisions_are_applied_and_those_that_are_not_are_told(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", TEXT)
    money = next(f for f in document.read(task(path)).findings if f.mention.table == "money")
    decisions(
        path,
        f"money,{money.id},amount,6000000,correct,Ann,2022-03-04,{TEXT},",
        "money,money-gone,,,accept,Ann,2022-03-04,Nobody gave EUR 1 million.,",
        "money,money-odd,,,perhaps,Ann,2022-03-04,,",
    )
    profile = document.read(task(path))
    (amount,) = [f.mention.amount for f in profile.findings if f.mention.table == "money"]
    assert amount == 6_000_000
    told = {check.check for check in profile.checks}
    assert {"stale-decision", "broken-decisions"} <= told
    of_a_part = {check.check for check in document.read(task(path, pages=(range(1, 2),))).checks}
    assert told - of_a_part == {"stale-decision"}  # it may stand on the pages that were left out


def test_the_second_reader_reads_where_that_is_asked(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", TEXT)
    profile, source = document.read(task(path)), document.pull(path)
    (page,) = document._second(task(path), source, profile).pages
    assert "million" in "".join(run.text for run in page.runs)
    by_ocr = replace(source, pages=tuple(replace(page, by_ocr=True) for page in source.pages))
    assert document._second(task(path), by_ocr, profile).pages == (), "pages without a text layer it cannot read"
    damaged = tmp_path / "b.pdf"
    damaged.write_bytes(b"no PDF")
    assert document._second(replace(task(path), path=damaged), source, profile).pages == ()
