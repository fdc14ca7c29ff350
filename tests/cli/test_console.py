"""What a person sees of a run: sentences, the pace, the table of the documents, and why some could not be read."""

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress, TextColumn

from pipeline import program
from pipeline.cli import console
from pipeline.run.entry import Outcome

WORDS = "It skipped 3 [old] files of " + "2021 and " * 20 + "2022."


def outcome(name: str, **fields) -> Outcome:
    return Outcome(document=name, **({"status": "ok", "error": "", "lasting": True} | fields))


@pytest.fixture
def aside(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What stands on stderr of a terminal in colours that is 40 columns wide."""
    file = io.StringIO()
    terminal = Console(file=file, force_terminal=True, color_system="standard", width=40)
    monkeypatch.setattr(console, "ASIDE", terminal)
    return file


def test_a_sentence_has_one_colour_and_stays_on_its_line(aside: io.StringIO) -> None:
    console.tell(WORDS)
    assert aside.getvalue() == f"\x1b[33m{WORDS}\x1b[0m\n"


class TestWatch:
    @pytest.fixture
    def clock(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        now = [100.0]
        monkeypatch.setattr(console.time, "monotonic", lambda: now[0])
        return now

    def test_what_needed_no_reading_is_no_part_of_the_pace(self, clock: list[float]) -> None:
        bar = Progress(TextColumn("{task.description}"), disable=True)
        watch = console.Watch(bar)
        (task,) = bar.tasks
        assert (task.description, task.total) == ("Looking for what has changed", None)
        watch(4, 10, 0)
        assert (task.description, task.completed, task.total) == ("4 of 10 documents", 4, 10)
        clock[0] += 20
        watch(6, 10, 30)
        assert task.description == "6 of 10 documents, 30 pages, 1.5 a second, 0:00:40 left"
        clock[0] += 10
        watch(9, 10, 90)
        assert task.description == "9 of 10 documents, 90 pages, 3.0 a second, 0:00:06 left"

    @pytest.mark.parametrize(
        ("steps", "kept"),
        [
            ([], "Broken off before a document was read; the tables are as before."),
            (
                [(1, 3, 2)],
                "Broken off: 1 of 3 documents were read and are kept, the tables are as before. "
                "The same command goes on from there.",
            ),
            (
                [(1, 3, 2), (3, 3, 5)],
                "Broken off while the tables were written: they are as before, or complete. "
                "Run the same command again.",
            ),
        ],
    )
    def test_what_a_run_that_is_broken_off_leaves(self, steps: list[tuple[int, int, int]], kept: str) -> None:
        watch = console.Watch(Progress(disable=True))
        for step in steps:
            watch(*step)
        assert watch.kept == kept

    @pytest.mark.parametrize(
        ("terminal", "quiet", "shown"), [(True, False, True), (True, True, False), (False, False, False)]
    )
    def test_a_bar_is_for_who_watches(
        self, terminal: bool, quiet: bool, shown: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = io.StringIO()
        monkeypatch.setattr(console, "ASIDE", Console(file=file, force_terminal=terminal, width=80))
        with console.watching(quiet=quiet) as watch:
            watch(1, 2, 3)
        assert ("1 of 2 documents" in file.getvalue()) == shown
        assert file.getvalue().endswith("\x1b[2K") == shown  # the bar goes with the run
        bars = re.findall("[━╸╺]+", re.sub(r"\x1b\[[\d;]*m", "", file.getvalue()))
        assert {len(bar) for bar in bars} == ({16} if shown else set())


class TestTable:
    @pytest.mark.parametrize(("number", "listed"), [(50, 50), (51, 2)])
    def test_of_many_documents_only_those_that_need_a_look_are_listed(
        self, number: int, listed: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        right = [outcome(f"right-{i}", warnings=1) for i in range(number - 2)]
        wrong = [outcome("wrong-1", errors=1), outcome("wrong-2", status="failed", error="It is no PDF.")]
        console.show([*right, *wrong], Path("tables"))
        out = capsys.readouterr().out
        lines = out.splitlines()
        assert sum("right-" in line or "wrong-" in line for line in lines) == listed
        assert lines[-1] == f"{number - 1} of {number} documents read; tables in tables."

    def test_one_document_needs_no_sum(self, capsys: pytest.CaptureFixture[str]) -> None:
        console.show([outcome("a", pages=2)], Path("t"))
        out = capsys.readouterr().out
        assert ["1", "documents"] not in [line.split()[:2] for line in out.splitlines()]

    def test_two_are_summed_up(self, capsys: pytest.CaptureFixture[str]) -> None:
        console.show([outcome("a", pages=2, errors=1, infos=3), outcome("b", pages=5, warnings=4)], Path("t"))
        out = capsys.readouterr().out
        rows = [line.split() for line in out.splitlines() if line.strip()]
        assert ["a", "2", "0", "0", "0", "1/0/3", "ok"] in rows
        assert ["b", "5", "0", "0", "0", "0/4/0", "ok"] in rows
        assert ["2", "documents", "7", "0", "0", "0", "1/4/3"] in rows

    def test_into_a_file_goes_the_whole_table_and_a_path_on_one_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        folder = Path("a-folder-with-a-name-[of]-many-words" * 5)
        console.show([outcome("x" * 90)], folder)
        out = capsys.readouterr().out
        assert max(map(len, out.splitlines()[:-1])) <= console.WIDE
        assert "error/warning/info" in out
        assert out.splitlines()[-1] == f"1 of 1 documents read; tables in {folder}."

    def test_no_document_is_told_on_one_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        folder = Path("a-folder-with-a-name-[of]-many-words" * 5)
        console.show([], folder)
        out = capsys.readouterr().out
        assert out == f"No PDF found: the tables in {folder} have no rows.\n"

    @pytest.mark.parametrize(
        ("width", "columns"),
        [
            (87, ["pages", "sections", "projects", "money", "checks"]),
            (86, ["pages", "projects", "money", "checks"]),
            (76, ["pages", "projects", "money", "checks"]),
            (75, ["pages", "projects", "checks"]),
            (68, ["pages", "projects", "checks"]),
            (67, ["projects", "checks"]),
            (60, ["projects", "checks"]),
            (59, ["checks"]),
            (49, ["checks"]),
            (48, []),
        ],
    )
    def test_columns_go_in_their_order_where_the_terminal_is_narrow(self, width: int, columns: list[str]) -> None:
        documents = [outcome("luxembourg-2021", pages=3)]
        table = console.fitting(Console(width=width, file=io.StringIO()), documents, documents)
        heads = [str(column.header).split("\n")[0] for column in table.columns]
        assert heads == ["document", *columns, "status"]


def test_a_program_gets_all_but_what_only_the_next_run_needs(capsys: pytest.CaptureFixture[str]) -> None:
    console.show_json([outcome("a", pages=2, reasons=("Größe",))], Path("t"))
    out = capsys.readouterr().out
    assert "Größe" in out
    (document,) = json.loads(out)["documents"]
    assert document == {
        "document": "a",
        "status": "ok",
        "error": "",
        **{"pages": 2, "sections": 0, "projects": 0, "money": 0, "errors": 0, "warnings": 0, "infos": 0},
        "reasons": ["Größe"],
    }


class TestReasons:
    @pytest.fixture
    def lines(self, monkeypatch: pytest.MonkeyPatch):
        def told(*outcomes: Outcome) -> list[str]:
            file = io.StringIO()
            monkeypatch.setattr(console, "ASIDE", Console(file=file, width=40))
            console.show_reasons(outcomes, [Path("raw"), Path("more")], Path("t"))
            return file.getvalue().splitlines()

        return told

    def test_what_is_right_needs_no_word(self, lines) -> None:
        assert lines(outcome("a", warnings=3)) == []

    def test_three_errors_of_a_document_are_told_and_of_more_their_number(self, lines) -> None:
        reasons = tuple(f"Reason {i} [of many] is long enough for two lines of a narrow terminal." for i in range(5))
        three, five = outcome("a", errors=3, reasons=reasons[:3]), outcome("b", errors=5, reasons=reasons)
        told = [f"error a: {reason}" for reason in reasons[:3]]
        told += [*(f"error b: {reason}" for reason in reasons[:3]), "error b: 2 more in checks.csv"]
        assert lines(three, five) == [*told, f"next: {program.review([Path('raw'), Path('more')], Path('t'))}"]

    def test_a_document_that_failed_is_told_with_its_reason(self, lines) -> None:
        told = lines(outcome("a"), outcome("b", status="failed", error="b.pdf is not a PDF."))
        assert told[0] == "failed b: b.pdf is not a PDF."
        assert told[1].startswith("next: ")

    def test_numbers_in_a_reason_are_not_coloured(self, aside: io.StringIO) -> None:
        console.show_reasons([outcome("a", errors=1, reasons=("12 is 13.",))], [Path("raw")], Path("t"))
        assert aside.getvalue().startswith("\x1b[31merror\x1b[0m a: 12 is 13.\n")
