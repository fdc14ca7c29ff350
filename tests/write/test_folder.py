"""One folder, as before or complete: what stands in it after each way in which a run can end."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline import files
from pipeline.errors import UsageError
from tests.waiting import LIMIT, until

OURS = ("a.csv", "b.csv")


def ours(folder: Path) -> tuple[str, ...] | None:
    """A folder is ours by its first file, as a run's is by its datapackage.json."""
    return OURS if folder.joinpath("a.csv").exists() else None


def write(out: Path, text: str) -> None:
    with files.replacing(out, ours, wait=print) as growing:
        for name in OURS:
            growing.joinpath(name).write_text(text, encoding="utf-8")


def content(out: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}


def nothing_beside(out: Path) -> bool:
    return [path for path in out.parent.iterdir() if path.name.startswith(".")] == []


def test_a_new_folder_is_complete(tmp_path: Path) -> None:
    write(tmp_path / "not" / "yet" / "out", "new")
    assert content(tmp_path / "not" / "yet" / "out") == {"a.csv": "new", "b.csv": "new"}


def test_an_old_folder_is_replaced_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    tmp_path.joinpath("out", "b.csv").unlink()
    write(tmp_path / "out", "new")
    assert content(tmp_path / "out") == {"a.csv": "new", "b.csv": "new"}
    assert nothing_beside(tmp_path / "out")


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The files, by their numbers, that the disk was asked to have."""
    numbers: list[int] = []
    monkeypatch.setattr("os.fsync", lambda descriptor: numbers.append(os.fstat(descriptor).st_ino))
    return numbers


def test_the_disk_has_every_file_before_the_folder_takes_its_place(tmp_path: Path, synced: list[int]) -> None:
    with files.replacing(tmp_path / "out", ours, wait=print) as growing:
        growing.joinpath("inner").mkdir()
        for name in OURS:
            growing.joinpath(name).write_text(name, encoding="utf-8")
    assert sorted(synced) == sorted(tmp_path.joinpath("out", name).stat().st_ino for name in OURS)


def test_the_disk_has_a_file_before_it_takes_its_place(tmp_path: Path, synced: list[int]) -> None:
    path = tmp_path / "a.csv"
    for text in ("one\n", "two\r\n"):
        files.replace_file(path, text)
        assert path.read_bytes() == text.encode()
        assert synced.pop() == path.stat().st_ino
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL])
def test_a_system_that_cannot_exchange_names_is_no_error(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: SimpleNamespace(renameat2=lambda *_: -1))
    monkeypatch.setattr("ctypes.get_errno", lambda: number)
    assert not files._renamed_at_once(tmp_path / "new", tmp_path / "old")
    for name in ("new", "old"):
        tmp_path.joinpath(name).mkdir()
        tmp_path.joinpath(name, name).touch()
    files.exchange(tmp_path / "new", tmp_path / "old")
    assert [path.name for path in tmp_path.joinpath("old").iterdir()] == ["new"]
    assert [path.name for path in tmp_path.joinpath("new").iterdir()] == ["old"]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone exchanges names")
def test_names_that_cannot_be_exchanged_for_another_reason_are_told(tmp_path: Path) -> None:
    tmp_path.joinpath("old").mkdir()
    with pytest.raises(FileNotFoundError):
        files._renamed_at_once(tmp_path / "none", tmp_path / "old")


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    tmp_path.joinpath("link").symlink_to(tmp_path / "out")
    write(tmp_path / "link", "new")
    assert tmp_path.joinpath("link").is_symlink()
    assert content(tmp_path / "out")["a.csv"] == "new"


def test_a_run_that_fails_leaves_the_old_folder(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    with pytest.raises(ZeroDivisionError), files.replacing(tmp_path / "out", ours, wait=print) as growing:
        growing.joinpath("a.csv").write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert content(tmp_path / "out") == {"a.csv": "old", "b.csv": "old"}
    assert nothing_beside(tmp_path / "out")


def test_other_peoples_files_stay_where_they_are(tmp_path: Path) -> None:
    """A workbook saved beside the tables, the lock of a spreadsheet that has one open, a folder, a link."""
    write(tmp_path / "out", "old")
    mine = tmp_path / "out"
    mine.joinpath("projects.xlsx").write_text("three years", encoding="utf-8")
    mine.joinpath(".~lock.a.csv#").touch()
    mine.joinpath("charts", "2023").mkdir(parents=True)
    mine.joinpath("charts", "2023", "one.png").write_text("a chart", encoding="utf-8")
    mine.joinpath("link").symlink_to("nowhere")
    before = mine.joinpath("projects.xlsx").stat()
    write(tmp_path / "out", "new")
    assert mine.joinpath("a.csv").read_text(encoding="utf-8") == "new"
    assert mine.joinpath("projects.xlsx").stat().st_ino == before.st_ino, "the very file, which may be open"
    assert mine.joinpath("charts", "2023", "one.png").read_text(encoding="utf-8") == "a chart"
    assert mine.joinpath("link").is_symlink()
    assert mine.joinpath(".~lock.a.csv#").exists()
    assert nothing_beside(tmp_path / "out")


def test_a_table_that_an_earlier_version_wrote_goes(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    with files.replacing(tmp_path / "out", ours, wait=print) as growing:
        growing.joinpath("a.csv").write_text("new", encoding="utf-8")
    assert content(tmp_path / "out") == {"a.csv": "new"}


def test_a_folder_that_no_run_wrote_is_refused_with_what_it_holds(tmp_path: Path) -> None:
    tmp_path.joinpath("out").mkdir()
    tmp_path.joinpath("out", "b.csv").write_text("my own budget", encoding="utf-8")
    with pytest.raises(UsageError, match=r"out is no folder that this command wrote, and holds b\.csv: choose"):
        write(tmp_path / "out", "new")
    assert content(tmp_path / "out") == {"b.csv": "my own budget"}


def test_what_a_desktop_leaves_in_an_empty_folder_is_nobodys(tmp_path: Path) -> None:
    tmp_path.joinpath("out").mkdir()
    tmp_path.joinpath("out", ".DS_Store").touch()
    write(tmp_path / "out", "new")
    assert content(tmp_path / "out")["a.csv"] == "new"


@pytest.mark.parametrize("out", ["file", "file/out", "file/deep/out"])
def test_a_file_in_the_way_is_named(tmp_path: Path, out: str) -> None:
    tmp_path.joinpath("file").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="file is a file, not a folder"):
        write(tmp_path / out, "new")
    assert tmp_path.joinpath("file").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(UsageError, match="/proc/out could not be written"):
        write(Path("/proc/out"), "new")


def test_a_second_run_says_that_it_waits(tmp_path: Path) -> None:
    told: list[str] = []
    first = start(tmp_path / "out", "first", "time.sleep(1)")
    until(tmp_path.joinpath(".out.partial", "a.csv").exists)
    with files.replacing(tmp_path / "out", ours, wait=told.append) as growing:
        assert content(tmp_path / "out") == {"a.csv": "first", "b.csv": "first"}
        for name in OURS:
            growing.joinpath(name).write_text("second", encoding="utf-8")
    assert told == [f"Another run is writing {tmp_path / 'out'}; waiting until it is done."]
    assert first.wait(LIMIT) == 0
    assert content(tmp_path / "out") == {"a.csv": "second", "b.csv": "second"}
    assert nothing_beside(tmp_path / "out")


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    killed = start(tmp_path / "out", "half", "time.sleep(60)")
    until(tmp_path.joinpath(".out.partial", "a.csv").exists)
    killed.send_signal(signal.SIGKILL)
    killed.wait(LIMIT)
    assert content(tmp_path / "out") == {"a.csv": "old", "b.csv": "old"}
    write(tmp_path / "out", "new")
    assert content(tmp_path / "out") == {"a.csv": "new", "b.csv": "new"}
    assert nothing_beside(tmp_path / "out")


@pytest.mark.skipif(sys.platform != "linux", reason="names are exchanged in one step on Linux only")
def test_there_is_a_folder_at_every_moment(tmp_path: Path) -> None:
    write(tmp_path / "out", "0")
    writer = start(tmp_path / "out", "x", "", times=300)
    looks, end = 0, time.monotonic() + LIMIT
    while writer.poll() is None:
        assert tmp_path.joinpath("out").exists()
        assert time.monotonic() < end
        looks += 1
    assert writer.returncode == 0
    assert looks > 1000


def test_names_can_be_exchanged_in_several_steps_where_one_is_not_enough(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    for path in (new, old):
        path.mkdir()
        path.joinpath("name").write_text(path.name, encoding="utf-8")
    files.exchange_in_steps(new, old)
    assert (content(new), content(old)) == ({"name": "old"}, {"name": "new"})
    assert nothing_beside(old)


def test_a_run_killed_between_those_steps_is_put_right_by_the_next(tmp_path: Path) -> None:
    write(tmp_path / "out", "old")
    tmp_path.joinpath("out").rename(tmp_path / ".out.old")  # killed between the two renames
    with pytest.raises(ZeroDivisionError), files.replacing(tmp_path / "out", ours, wait=print):
        assert content(tmp_path / "out") == {"a.csv": "old", "b.csv": "old"}
        raise ZeroDivisionError
    write(tmp_path / "out", "new")
    assert content(tmp_path / "out") == {"a.csv": "new", "b.csv": "new"}
    assert nothing_beside(tmp_path / "out")


def start(out: Path, text: str, then: str, times: int = 1) -> subprocess.Popen[bytes]:
    """A process of its own that writes the folder, and does something before it is done."""
    code = f"""
    import time
    from pathlib import Path
    from pipeline import files
    for _ in range({times}):
        with files.replacing(Path({str(out)!r}), lambda folder: {OURS!r}, wait=print) as growing:
            for name in {OURS!r}:
                growing.joinpath(name).write_text({text!r}, encoding="utf-8")
            {then or "pass"}
    """
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], cwd=Path(__file__).parents[2])


def test_folders_for_a_while_that_nobody_holds_go_and_others_stay(tmp_path: Path) -> None:
    """Left by processes that were killed: before the lock was made, or with it."""
    for name in ("without-lock", "with-lock"):
        tmp_path.joinpath(f"{files.SCRATCH}{name}").mkdir()
    tmp_path.joinpath(f"{files.SCRATCH}with-lock", files.SCRATCH_LOCK).touch()
    tmp_path.joinpath(f"{files.SCRATCH}full").mkdir()
    tmp_path.joinpath(f"{files.SCRATCH}full", "of somebody").touch()
    tmp_path.joinpath("other").mkdir()
    with files.scratch(tmp_path) as held, files.scratch(tmp_path) as second:
        assert {*tmp_path.iterdir()} == {held, second, tmp_path / f"{files.SCRATCH}full", tmp_path / "other"}
    assert {path.name for path in tmp_path.iterdir()} == {f"{files.SCRATCH}full", "other"}
