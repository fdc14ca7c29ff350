"""The smaller parts of the command: ranges of pages, the log of a run, and what doctor tells."""

import logging
import os
import sys
from pathlib import Path

import click
import pytest

from pipeline import program
from pipeline.cli import doctor, journal
from pipeline.cli.commands import page_ranges
from pipeline.errors import UsageError

CONTEXT, OPTION = click.Context(click.Command("extract")), click.Option(["--pages"])


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("", ()),
        ("3", (range(3, 4),)),
        ("3-3", (range(3, 4),)),
        ("12, 3 - 8", (range(3, 9), range(12, 13))),
        ("5-", (range(5, sys.maxsize),)),
        ("2-9,2-4", (range(2, 5), range(2, 10))),
        ("10,2", (range(2, 3), range(10, 11))),
    ],
)
def test_ranges_of_pages(text: str, ranges: tuple[range, ...]) -> None:
    assert page_ranges(CONTEXT, OPTION, text) == ranges


@pytest.mark.parametrize("text", ["0", "8-3", "a", "3-8,", "1-2-3", "3.5", "-4", ",", "01"])
def test_what_is_no_range_of_pages_is_told(text: str) -> None:
    with pytest.raises(click.BadParameter, match=f'write pages such as 3-8,12 or 5-, not "{text}"'):
        page_ranges(CONTEXT, OPTION, text)


class TestLog:
    def test_it_is_written_while_the_block_runs_and_to_its_file_alone(self, tmp_path: Path) -> None:
        log, root = logging.getLogger(program.NAME), logging.getLogger()
        before = list(log.handlers)
        elsewhere = logging.FileHandler(tmp_path / "elsewhere")
        root.addHandler(elsewhere)
        try:
            with journal.kept(tmp_path / "log"):
                log.info("kenya: ok")
                (handler,) = (each for each in log.handlers if each not in before)
        finally:
            root.removeHandler(elsewhere)
            elsewhere.close()
        log.info("later")
        lines = tmp_path.joinpath("log").read_text(encoding="utf-8").splitlines()
        assert [line.split(" ", 2)[2] for line in lines] == [
            f"donor-profiles {program.VERSION} begins",
            "kenya: ok",
            "ends",
        ]
        assert tmp_path.joinpath("elsewhere").read_text(encoding="utf-8") == ""
        assert log.handlers == before
        assert isinstance(handler, logging.FileHandler)
        assert handler.stream is None, "the file is closed"

    @pytest.mark.parametrize(
        ("error", "told"),
        [(KeyboardInterrupt(), "KeyboardInterrupt"), (UsageError("No such folder."), "No such folder.")],
    )
    def test_what_breaks_a_run_off_is_its_last_line(self, error: BaseException, told: str, tmp_path: Path) -> None:
        with pytest.raises(type(error)), journal.kept(tmp_path / "log"):
            raise error
        lines = tmp_path.joinpath("log").read_text(encoding="utf-8").splitlines()
        assert lines[-1].endswith(f" broken off: {told}")
        assert len(lines) == 2

    def test_none_is_kept_where_none_is_asked_for(self) -> None:
        before = list(logging.getLogger(program.NAME).handlers)
        with journal.kept(None):
            assert logging.getLogger(program.NAME).handlers == before


class TestDoctor:
    @pytest.fixture
    def report(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path / "caches"))
        return lambda: [line.strip() for line in doctor.report()]

    def test_every_part_of_the_report(self, report) -> None:
        lines = report()
        assert [line for line in lines if line in {"Libraries", "Extras", "Files"}] == ["Libraries", "Extras", "Files"]
        assert lines.count("") == 3
        assert lines[0].startswith(f"donor-profiles {program.VERSION}, rules ")
        assert f"package        {Path(program.__file__).parent}" in lines
        libraries = lines[lines.index("Libraries") + 1 : lines.index("Extras") - 1]
        assert any(line.startswith("spacy ") and line.split()[1].startswith("3.") for line in libraries)
        assert not any("rapidocr" in line for line in libraries), "an extra is told among the extras"

    def test_folders_that_are_there_and_that_are_not(self, report, tmp_path: Path) -> None:
        tmp_path.joinpath("raw").mkdir()
        lines = report()
        assert f"documents      {tmp_path}/raw" in lines
        assert f"tables         {tmp_path}/extracted, not there" in lines
        assert f"known figures  {tmp_path}/tests/known_figures, not there" in lines

    def test_what_the_cache_holds(self, report, tmp_path: Path) -> None:
        folder = doctor.cache.place()
        assert f"cache          {folder}, made by the first run" in report()
        folder.joinpath("inner").mkdir(parents=True)
        for name in "ab":
            folder.joinpath(name).write_bytes(bytes(1_310_720))
        assert f"cache          {folder}, 2 documents kept in 2.5 MB" in report()

    def test_a_cache_that_cannot_be_written(self, report, monkeypatch: pytest.MonkeyPatch) -> None:
        doctor.cache.place().mkdir(parents=True)
        assert not any("nothing is kept" in line for line in report())
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
        assert any("it cannot be written, so nothing is kept" in line for line in report())

    def test_a_library_and_an_extra_that_are_not_there(self, monkeypatch: pytest.MonkeyPatch, report) -> None:
        monkeypatch.setattr(doctor.cache, "LIBRARIES", ("none-such",))
        nowhere = program.EXTRAS["xlsx"]._replace(distribution="none-such", module="none_such")
        monkeypatch.setitem(program.EXTRAS, "xlsx", nowhere)
        lines = report()
        assert "none-such      missing: install the package again" in lines
        assert f"xlsx           missing, for export xlsx: {nowhere.command}" in lines
        duckdb = program.EXTRAS["duckdb"]
        assert f"duckdb         installed, for export duckdb (duckdb {duckdb.installed})" in lines
