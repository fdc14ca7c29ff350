"""The command, as a person meets it."""

import contextlib
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from datetime import datetime
from pathlib import Path

import frictionless
import pytest
from click.testing import CliRunner, Result
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from rich.console import Console

from pipeline import program, read_table
from pipeline.cli.commands import main
from pipeline.cli.console import fitting, pace
from pipeline.program import EXTRAS
from pipeline.review.index import Library
from pipeline.run.entry import Outcome
from tests.pdfs import typeset
from tests.waiting import LIMIT, start, until

ROOT = Path(__file__).parents[1]

HEAVY = {"babel", "numpy", "pandas", "pandera", "pdfminer", "pdfplumber", "pycountry", "pypdfium2", "spacy"}
CODE = f"""
import atexit, sys
atexit.register(lambda: print(*sorted({HEAVY!r}.intersection(sys.modules)), file=sys.stderr))
from pipeline.cli import main
main(sys.argv[1:], prog_name="donor-profiles")
"""


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command, which tells in the end which heavy libraries it has imported."""
    return subprocess.run(
        [sys.executable, "-c", CODE, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
    )


def here(*arguments: str | Path) -> Result:
    """The command in this process, whose readers of documents have been started by the first test."""
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, list(map(str, arguments)), prog_name="donor-profiles")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    typeset(tmp_path / "raw" / "Kenya.pdf", "Kenya gave US$ 5 million in 2021.")
    return tmp_path / "raw"


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    result = command(*arguments)
    assert result.returncode == 0
    assert result.stderr == "\n"


def test_the_module_is_the_command() -> None:
    module = subprocess.run(
        [sys.executable, "-m", "pipeline", "--help"], capture_output=True, text=True, check=True, timeout=LIMIT
    )
    assert module.stdout == command("--help").stdout
    assert module.stdout.startswith("Usage: donor-profiles ")


def test_a_run_is_summed_up(raw: Path, tmp_path: Path) -> None:
    result = here("extract", raw, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    heading = next(line for line in result.stdout.splitlines() if "document" in line)
    assert heading.split() == ["document", "pages", "sections", "projects", "money", "error/warning/info", "status"]
    row = next(line for line in result.stdout.splitlines() if "kenya" in line)
    assert row.split()[:2] == ["kenya", "1"]
    assert row.split()[-1] == "ok"
    assert f"1 of 1 documents read; tables in {tmp_path / 'out'}." in result.stdout


def test_a_run_imports_nothing_heavy_itself(raw: Path, tmp_path: Path) -> None:
    for _ in ("all is new", "nothing has changed"):
        assert command("extract", raw, "--out", tmp_path / "out").stderr == "\n"


def test_a_failed_document_is_told_with_its_reason(raw: Path, tmp_path: Path) -> None:
    raw.joinpath("letter.pdf").write_text("Dear all", encoding="utf-8")
    result = here("extract", raw, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "failed letter: letter.pdf is not a PDF" in result.stderr
    assert f"next: {program.command('review', raw, '--out', tmp_path / 'out')}" in result.stderr
    assert "1 of 2 documents read" in result.stdout


def test_an_error_of_a_check_is_told_with_its_reason(raw: Path, tmp_path: Path) -> None:
    raw.joinpath("kenya.reviews.csv").write_text("table;id\n", encoding="utf-8")
    result = here("extract", raw, "--out", tmp_path / "out", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error kenya: kenya.reviews.csv, line 1 must name the columns" in result.stderr


def test_the_next_step_in_the_projects_own_folder_is_the_make_target() -> None:
    assert program.review([Path("raw")], Path("extracted")) == "make review"
    assert program.review([Path("raw/ireland.pdf"), Path("raw")], Path("t")).endswith(f"review {ROOT}/raw --out t")


def test_what_is_skipped_is_named_once(raw: Path, tmp_path: Path) -> None:
    raw.joinpath("notes.docx").touch()
    raw.joinpath("kenya.reviews.csv.bak").touch()
    raw.joinpath(".hidden").touch()
    os.mkfifo(raw / "pipe.pdf")
    result = here("extract", raw, "--out", tmp_path / "out")
    assert result.exit_code == 0
    told = f"Skipped, for they are no PDFs: {raw}/kenya.reviews.csv.bak, {raw}/notes.docx, {raw}/pipe.pdf.\n"
    assert result.stderr.startswith(told)


def test_tables_within_the_folder_of_the_pdfs_are_not_named_as_skipped(raw: Path) -> None:
    here("extract", raw, "--out", raw / "tables")
    assert "Skipped" not in here("extract", raw, "--out", raw / "tables").stderr


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_a_narrow_terminal_keeps_name_and_status(columns: str, tmp_path: Path) -> None:
    console = Console(width=int(columns), file=io.StringIO())
    names = [f"profile-of-a-long-name-{year}" for year in (2021, 2022)]
    outcomes = [Outcome(document=name, status="ok", error="", lasting=True, errors=100, infos=2000) for name in names]
    console.print(fitting(console, outcomes, outcomes))
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    rows = [line.split() for line in lines if "profile" in line]
    assert [(row[0], row[-1]) for row in rows] == [(name, "ok") for name in names]
    assert max(map(len, lines)) <= int(columns)


def test_the_summary_for_programs(raw: Path, tmp_path: Path) -> None:
    result = here("extract", raw, "--out", tmp_path / "out", "--json")
    summary = json.loads(result.stdout)
    assert (summary["version"], summary["tables"]) == (program.VERSION, str(tmp_path / "out"))
    (document,) = summary["documents"]
    assert (document["document"], document["status"], document["money"], document["reasons"]) == ("kenya", "ok", 1, [])


def test_a_log_tells_what_happened_and_when(raw: Path, tmp_path: Path) -> None:
    for _ in range(2):
        here("extract", raw, "--out", tmp_path / "out", "--log", tmp_path / "log", "--force")
    lines = tmp_path.joinpath("log").read_text(encoding="utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        f"donor-profiles {program.VERSION} begins",
        "kenya: ok",
        "ends",
    ] * 2
    datetime.fromisoformat(" ".join(lines[0].split(" ")[:2]).replace(",", "."))


def test_a_log_that_cannot_be_written_is_told(raw: Path, tmp_path: Path) -> None:
    result = command("extract", raw, "--out", tmp_path / "out", "--log", tmp_path / "not" / "there")
    assert result.returncode == 2
    assert "not/there cannot be written" in result.stderr


def test_excel_is_told_that_tables_are_utf_8(raw: Path, tmp_path: Path) -> None:
    here("extract", raw, "--out", tmp_path / "out", "--bom")
    for path in tmp_path.joinpath("out").glob("*.csv"):
        assert path.read_bytes().startswith("\ufeff".encode())
    assert list(read_table(tmp_path / "out" / "documents.csv")["document"]) == ["kenya"]
    assert Library(raw, tmp_path / "out").open("kenya").tables["documents"]["status"].iloc[0] == "ok"  # type: ignore[union-attr]
    assert frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def test_pages_that_are_asked_for_are_read_alone(tmp_path: Path) -> None:
    here("extract", ROOT / "raw" / "ireland.pdf", "--out", tmp_path / "out", "--pages", "2,4-")
    money = read_table(tmp_path / "out" / "money.csv")
    assert set(money["page"]) == {2, 4}
    checks = read_table(tmp_path / "out" / "checks.csv").set_index("check")
    assert checks.loc["partly-read", "message"].startswith("Only 2 of the 4 pages were read")


def test_pages_that_a_document_does_not_have(raw: Path, tmp_path: Path) -> None:
    result = here("extract", raw, "--out", tmp_path / "out", "--pages", "7-9")
    assert "Kenya.pdf has 1 pages, and none of those that --pages asks for." in result.stderr


def test_a_copy_of_the_pages_for_disk(raw: Path, tmp_path: Path) -> None:
    copy, tables = tmp_path / "copy", tmp_path / "out"
    arguments = ("review", raw, "--out", tables, "--static", copy)
    refused = here(*arguments)
    assert (refused.exit_code, copy.exists()) == (2, False)
    assert "holds no tables yet" in refused.stderr
    here("extract", raw, "--out", tables)
    told = here(*arguments)
    assert (told.exit_code, told.output) == (0, f"Open {copy / 'index.html'} in a browser.\n")
    assert sorted(path.name for path in copy.iterdir()) == ["document-kenya.html", "index.html", "kenya-page-001.jpg"]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A document under a password, `sésame`."""
    path = tmp_path / "locked" / "kenya.pdf"
    path.parent.mkdir()
    canvas = Canvas(str(path), encrypt=StandardEncryption("sésame", strength=128))
    canvas.drawString(72, 700, "Kenya gave US$ 5 million in 2021.")
    canvas.save()
    return path


def test_a_password_opens_a_document_and_stands_nowhere(
    locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("extract", locked, "--out", tmp_path / "out", "--log", tmp_path / "log")
    refused = here(*arguments)
    assert refused.exit_code == 1
    assert "kenya.pdf is encrypted: run again with --password" in refused.stderr
    monkeypatch.setenv(program.PASSWORD_VARIABLE, "wrong")
    assert "the password that was given does not open it" in here(*arguments, "--password").stderr
    monkeypatch.setenv(program.PASSWORD_VARIABLE, "sésame")
    assert here(*arguments, "--password").exit_code == 0
    assert list(read_table(tmp_path / "out" / "money.csv")["amount"]) == [5_000_000]
    assert (
        list(read_table(tmp_path / "out" / "checks.csv")["check"].loc[lambda checks: checks == "not-read-again"]) == []
    )
    assert "sésame" not in tmp_path.joinpath("log").read_text(encoding="utf-8")
    monkeypatch.delenv(program.PASSWORD_VARIABLE)
    assert here(*arguments).exit_code == 1, "what a password opened is not given to who has none"


def test_a_password_is_asked_for_at_a_prompt(locked: Path, tmp_path: Path) -> None:
    arguments = ["extract", str(locked), "--out", str(tmp_path / "out"), "--password"]
    result = CliRunner().invoke(main, arguments, input="sésame\n")
    assert result.exit_code == 0
    assert ("Password" in result.stderr, "Password" in result.stdout) == (True, False)
    assert "sésame" not in result.output


def test_ctrl_c_at_the_prompt_ends_as_elsewhere(locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("click.termui.hidden_prompt_func", interrupted)
    result = CliRunner().invoke(main, ["extract", str(locked), "--out", str(tmp_path / "out"), "--password"])
    assert result.exit_code == 130
    assert not tmp_path.joinpath("out").exists()


def test_a_run_that_is_broken_off_keeps_what_it_has_read(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        typeset(raw / f"{number}.pdf", f"Kenya gave US$ {number} million in 2021.")
    cache = tmp_path / "cache"
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(cache))
    running = start(raw, tmp_path / "out", "--jobs", "1")
    until(lambda: cache.exists() and len(list(cache.glob("*.zip"))) >= 2)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=LIMIT)
    assert running.returncode == 130
    kept = int(
        re.search(r"Broken off: (\d+) of 13 documents were read and are kept, the tables are as before", told)[1]
    )  # type: ignore[index]
    assert 2 <= kept < 13
    assert "Traceback" not in told
    assert not tmp_path.joinpath("out").exists()


def test_known_figures_are_held_against_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    figures = tmp_path / "figures"
    figures.mkdir()
    known = ROOT.joinpath("tests", "known_figures", "ireland.csv").read_text(encoding="utf-8").splitlines()
    line = next(line for line in known if "contributions," in line and ",amount,27800000," in line)
    figures.joinpath("ireland.csv").write_text("\n".join([known[0], line, ""]), encoding="utf-8")
    held = here("verify", "--figures", figures)
    assert (held.exit_code, held.stdout) == (0, "ireland: 1 of 1 known figures hold.\n")
    wrong = line.replace("27800000", "27800001")
    figures.joinpath("ireland.csv").write_text("\n".join([known[0], wrong, ""]), encoding="utf-8")
    figures.joinpath("utopia.csv").write_text(known[0] + "\n", encoding="utf-8")
    differs = here("verify", "--figures", figures)
    assert differs.exit_code == 1
    assert differs.stdout.splitlines() == [
        'ireland, page 2, contributions.amount: the page says "EUR 27.8 million", so "27800001" is expected; '
        'found "27800000"',
        "ireland: 0 of 1 known figures hold.",
        f"utopia: {figures}/utopia.csv has figures of it, and the tables have no such document.",
    ]
    told = here("verify", "utopia", "malta", "--figures", figures).stderr
    assert f"Error: {figures} has no figures of malta; it has those of ireland, utopia.\n" in told


def test_doctor_names_every_extra_and_where_files_lie() -> None:
    told = command("doctor").stdout
    settings = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = settings["optional-dependencies"]
    assert {name: [extra.requirement] for name, extra in EXTRAS.items()} == extras
    for name in extras:
        assert re.search(rf"^  {name} +(installed, for|missing, for .* -m pip install )", told, re.MULTILINE)
    assert f"cache          {os.environ['DONOR_PROFILES_CACHE']}" in told
    assert f"tables         {ROOT / 'extracted'}" in told


def test_a_shell_completes_commands() -> None:
    """As README says: the line for the shell's start file makes a script."""
    completion = subprocess.run(
        [sys.executable, "-m", "pipeline"],
        env={**os.environ, "_DONOR_PROFILES_COMPLETE": "bash_source"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
        cwd=ROOT,
    )
    assert "complete -o nosort -F _donor_profiles_completion donor-profiles" in completion.stdout


def test_a_terminal_sees_how_far_a_run_is_and_how_fast(tmp_path: Path) -> None:
    for name in "ab":
        typeset(tmp_path / "raw" / f"{name}.pdf", "Kenya gave US$ 5 million in 2021.")
    shutil.copy(ROOT / "raw" / "ireland.pdf", tmp_path / "raw" / "c.pdf")  # takes longer than a terminal is drawn anew
    watched, terminal = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", tmp_path / "raw", "--out", tmp_path / "out", "--jobs", "1"],
        stdout=subprocess.DEVNULL,
        stderr=terminal,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ) as process:
        os.close(terminal)
        seen = b""
        with contextlib.suppress(OSError):  # the other side is closed
            while part := os.read(watched, 1 << 16):
                seen += part
        process.wait(LIMIT)
    os.close(watched)
    shown = seen.decode()
    assert "0 of 3 documents" in shown
    assert re.search(r"2 of 3 documents, 2 pages, \d+\.\d a second, 0:00:\d\d left", shown), shown


def test_the_pace_of_a_run_counts_only_what_it_has_read() -> None:
    assert pace(590, 600, 0, 0, 0.1) == "590 of 600 documents"
    assert pace(1_590, 12_000, 90, 360, 60.0) == "1,590 of 12,000 documents, 360 pages, 6.0 a second, 1:55:40 left"


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    tmp_path.joinpath("raw").mkdir()
    result = here("extract", tmp_path / "raw", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == f"No PDF found: the tables in {tmp_path / 'out'} have no rows.\n"
    for path in tmp_path.joinpath("out").glob("*.csv"):
        assert path.read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "missing.pdf", "--out", "out"], "Error: missing.pdf does not exist.\n"),
        (["extract", "pyproject.toml"], "Missing option '--out'"),
        (["extract", "--out", "out"], "Missing argument 'PATH...'"),
        (["extract", "pyproject.toml", "--out", "out", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["extract", "pyproject.toml", "--out", "pyproject.toml"], "pyproject.toml is a file, not a folder"),
        (
            ["extract", "pyproject.toml", "--out", "pipeline"],
            "pipeline is no folder that this command wrote, and holds __init__.py and other files",
        ),
        (["exrtact"], "No such command 'exrtact'"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(arguments: list[str], told: str) -> None:
    result = command(*arguments)
    assert result.returncode == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr
