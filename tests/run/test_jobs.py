"""How the documents of a run are given to those who read them."""

import logging
from concurrent.futures import Future
from pathlib import Path

import pytest

from pipeline import run
from pipeline.errors import UsageError
from pipeline.model import Document
from pipeline.run.entry import Entry, Outcome, failed
from pipeline.run.inputs import Input
from pipeline.run.task import Options, Task


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("a", "Skipped, for it is no PDF: a."),
        ("abcde", "Skipped, for they are no PDFs: a, b, c, d, e."),
        ("abcdefg", "Skipped, for they are no PDFs: a, b, c, d, e and 2 more."),
    ],
)
def test_the_first_five_skipped_files_are_named(names: str, told: str) -> None:
    assert run._skipped(list(map(Path, names))) == told


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Outcome(document="a", status="ok", error="", lasting=True), "a: ok"),
        (Outcome(document="a", status="ok", error="", lasting=True, reasons=("One.", "Two.")), "a: ok  One. Two."),
        (Outcome(document="a", status="failed", error="It is broken.", lasting=True), "a: failed It is broken."),
    ],
)
def test_the_log_tells_each_document(outcome: Outcome, told: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "donor-profiles"):
        run._log(outcome)
    assert caplog.messages == [told]


class Crew:
    """Has room for two. Gives each task's own id: of every other one at once, of the rest when it is asked for room."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self._late: list[tuple[Future[bytes], bytes]] = []

    def room(self) -> int:
        for future, result in self._late:
            future.set_result(result)
        self._late = []
        return 2

    def submit(self, task: Task) -> Future[bytes]:
        future, result = Future[bytes](), task.document.id.encode()
        self.given.append(task.document.id)
        if len(self.given) % 2:
            future.set_result(result)
        else:
            self._late.append((future, result))
        return future


def job(path: Path, error: str = "") -> run.Job:
    return run._job(Input(path.stem, path, error), Options())


def test_no_more_jobs_are_under_way_than_keep_the_crew_busy(tmp_path: Path) -> None:
    crew, seen = Crew(), []
    for each, packed in run._under_way([job(tmp_path / f"{name}.pdf") for name in "abcde"], crew):
        assert each.task.document.id.encode() == packed
        seen.append(each.task.document.id)
        assert len(crew.given) - len(seen) <= 2
    assert sorted(seen) == crew.given == [*"abcde"]


def test_nothing_is_read_where_nothing_can_be(tmp_path: Path) -> None:
    wrong = job(tmp_path / "a.pdf", "Two files have one name.")
    assert list(run._read([wrong], Options(cluster="tcp://nowhere"))) == [
        (
            wrong,
            failed(
                Document(id="a", file="a.pdf", sha256="", status="failed", error="Two files have one name."),
                lasting=False,
            ),
        )
    ]


@pytest.mark.parametrize("name", ["a.pdf", "a.reviews.csv"])
def test_a_file_that_is_written_anew_has_changed(tmp_path: Path, name: str) -> None:
    tmp_path.joinpath("a.pdf").write_bytes(b"one")
    one = job(tmp_path / "a.pdf")
    assert not run._has_changed(one)
    tmp_path.joinpath(name).write_bytes(b"other")
    assert run._has_changed(one)
    assert run._changed(one).error == "a.pdf was changed while it was read: run again."
    assert run._changed(one).status == "failed"


def test_a_folder_of_images_that_is_a_file_is_told(tmp_path: Path) -> None:
    run._make(tmp_path / "some" / "pages")
    run._make(tmp_path / "some" / "pages")
    assert tmp_path.joinpath("some", "pages").is_dir()
    tmp_path.joinpath("file").touch()
    with pytest.raises(UsageError, match="file for page images cannot be made: File exists"):
        run._make(tmp_path / "file")


def test_a_document_that_could_not_be_read_counts_nothing() -> None:
    document = Document(id="a", file="a.pdf", sha256="", status="failed", error="It is broken.")
    for lasting in (True, False):
        outcome = Entry(failed(document, lasting=lasting)).outcome
        assert (outcome.error, outcome.lasting, outcome.reasons) == ("It is broken.", lasting, ())
        counts = (outcome.pages, outcome.sections, outcome.projects, outcome.money)
        assert (*counts, outcome.errors, outcome.warnings, outcome.infos) == (0,) * 7
