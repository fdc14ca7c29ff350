"""A run that is broken off, in whatever way, leaves the tables as before and nothing else; the next goes on from
there."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

import pytest

from pipeline import files, interrupts, read_table
from pipeline.interrupts import BrokenOff
from pipeline.run import Options, run
from pipeline.run.workers import NURSERY
from tests.pdfs import endless, typeset
from tests.waiting import LIMIT, start, until

TEXT = "Kenya gave US$ {} million in 2021."


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, name in {"DONOR_PROFILES_CACHE": "cache", "TMPDIR": "temporary"}.items():
        tmp_path.joinpath(name).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / name))


def content(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


DOCUMENTS = 101  # more than are read before the last of four runs is broken off


def processes(folder: Path) -> list[int]:
    """Those that run with a cache in that folder, of whatever parent, and have not ended."""
    if not Path("/proc/self/environ").exists():
        pytest.skip("needs /proc to find processes")
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if f"={folder}/cache".encode() in path.joinpath("environ").read_bytes():
                found.append(int(path.name))
        except OSError:  # ended meanwhile, or somebody else's
            continue
    return found


@pytest.mark.parametrize("seed", [1])
def test_a_run_broken_off_at_any_moment_leaves_nothing_but_what_it_has_read(tmp_path: Path, seed: int) -> None:
    drawn = random.Random(seed)
    raw, out, kept, growing = (tmp_path / name for name in ("raw", "out", "cache", ".out.partial"))
    run([typeset(raw / "0.pdf", TEXT.format(1))], out, Options())
    before = content(out)
    NURSERY.close()  # of this process: only those of the command are looked for
    for number in range(1, DOCUMENTS):
        typeset(raw / f"{number}.pdf", TEXT.format(number))
    ends = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL]
    drawn.shuffle(ends)
    for end in ends:
        entries, left = sorted(kept.glob("*.zip")), changed(growing)
        killed = start(raw, out, "--jobs", "1")
        until(lambda: changed(growing) not in {0, left})  # noqa: B023
        more = drawn.choice([0, 1])
        until(lambda: len(list(kept.glob("*.zip"))) >= len(entries) + more)  # noqa: B023
        time.sleep(drawn.uniform(0, 0.3))
        killed.send_signal(end)
        told = killed.communicate(timeout=LIMIT)[1]
        assert killed.returncode == (-end if end == signal.SIGKILL else 128 + end), told
        assert content(out) == before
        assert {*entries} <= {*kept.glob("*.zip")}
        until(lambda: not processes(tmp_path))
        if end != signal.SIGKILL:
            assert_nothing_is_left(tmp_path)
    assert len(run([raw], out, Options())) == DOCUMENTS
    assert_nothing_is_left(tmp_path)
    run([raw], tmp_path / "anew", Options(force=True))
    assert content(out) == content(tmp_path / "anew")


def changed(folder: Path) -> int:
    """When something was put into a folder last; 0 where there is none."""
    try:
        return folder.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def assert_nothing_is_left(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["cache", "out", "raw", "temporary"]
    assert list(folder.joinpath("temporary").iterdir()) == []
    assert [path for path in folder.joinpath("cache").iterdir() if path.suffix != ".zip"] == []


def test_a_full_disk_leaves_the_tables_as_before(tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "out"
    run([typeset(raw / "good.pdf", TEXT.format(5))], out, Options())
    before = content(out)
    command = [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(out)]
    full = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),  # no file may grow larger
        cwd=Path(__file__).parents[2],
    )
    assert full.returncode == 2
    assert full.stderr == f"Error: {out} could not be written and is as before: File too large.\n"
    assert content(out) == before
    assert_nothing_is_left(tmp_path)


def test_two_runs_at_once_take_turns(tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "out"
    typeset(raw / "good.pdf", TEXT.format(5))
    endless(raw / "slow.pdf")
    first = start(raw, out, "--time-limit", "2")
    until(tmp_path.joinpath(".out.partial").exists)
    second = start(raw, out, "--time-limit", "1")
    told = second.communicate(timeout=LIMIT)[1]
    assert told.startswith(f"Another run is writing {out}; waiting until it is done.\n")
    first.communicate(timeout=LIMIT)
    assert (first.returncode, second.returncode) == (1, 1)
    assert "longer than 1 seconds" in str(read_table(out / "documents.csv")["error"].tolist())


@pytest.mark.parametrize("place", ["scratch", "replacing"])
def test_a_signal_is_put_off_between_making_a_folder_and_being_bound_to_remove_it(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each line of files.py in turn."""
    within = tmp_path / "within"
    within.mkdir()
    asked = 0

    def at(line: int) -> int:
        """Runs it with a signal at that line event; how many there are."""
        passed = 0

        def trace(frame: FrameType, event: str, _: object) -> object:
            nonlocal passed
            if frame.f_code.co_filename != files.__file__:
                return None
            passed += event == "line"
            if passed == line and event == "line":
                signal.raise_signal(signal.SIGTERM)  # in this thread, at once
            return trace

        try:
            with interrupts.heeded():
                sys.settrace(trace)
                if place == "scratch":
                    with files.scratch(within) as folder:
                        folder.joinpath("a").touch()
                else:
                    with files.replacing(within / "out", lambda folder: set(), print) as folder:
                        folder.joinpath("a").touch()
        except BrokenOff:
            nonlocal asked
            asked += 1
        finally:
            sys.settrace(None)
        return passed

    for line in range(1, at(0)):
        at(line)
        assert {path.name for path in within.iterdir()} <= {"out"}, line
    assert asked > 10
