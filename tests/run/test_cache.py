import os
import shutil
import time
import tomllib
from pathlib import Path

import pytest

from pipeline import files
from pipeline.model import Document
from pipeline.run import cache
from pipeline.run.cache import KEPT_SECONDS, LIBRARIES
from pipeline.run.entry import failed

KEY, OTHER, THIRD = (digit * 64 for digit in "123")


def entry(*, lasting: bool = True, error: str = "Empty.") -> bytes:
    return failed(Document(id="a", file="a.pdf", sha256="", status="failed", error=error), lasting=lasting)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's cache lies."""
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_an_entry_is_found_again(folder: Path, tmp_path: Path) -> None:
    with cache.opened(tmp_path) as entries:
        assert not entries.holds(KEY)
        entries.put(KEY, entry())
    with cache.opened(tmp_path) as entries:
        assert entries.holds(KEY)
        found = entries.entry(KEY)
        assert found
        assert found.outcome.error == "Empty."
        assert found.body("documents").read() == b"a,a.pdf,,,,,,,failed,Empty.,,,\n"
    assert [path.name for path in folder.iterdir()] == [f"{KEY}.zip"]


def test_an_entry_that_may_come_out_otherwise_next_time_does_not_count(folder: Path, tmp_path: Path) -> None:
    with cache.opened(tmp_path) as entries:
        entries.put(KEY, entry(lasting=False))
        assert not entries.holds(KEY)
        assert entries.entry(KEY)


@pytest.mark.parametrize("place", [0, 31, 32, 200, -1])
def test_a_damaged_entry_does_not_count(folder: Path, tmp_path: Path, place: int) -> None:
    with cache.opened(tmp_path) as entries:
        entries.put(KEY, entry())
        whole = folder.joinpath(f"{KEY}.zip").read_bytes()
        turned = bytearray(whole)
        turned[place] ^= 1
        for damaged in (bytes(turned), whole[:place], b""):
            folder.joinpath(f"{KEY}.zip").write_bytes(damaged)
            assert not entries.holds(KEY)
            assert entries.entry(KEY) is None


def test_what_no_run_has_used_for_long_goes_and_nothing_that_is_no_entry(folder: Path, tmp_path: Path) -> None:
    with cache.opened(tmp_path) as entries:
        for key in (KEY, OTHER, THIRD):
            entries.put(key, entry())
        folder.joinpath("letter.zip").write_bytes(b"of somebody")
        long_ago = time.time() - KEPT_SECONDS - 60
        for name in (KEY, OTHER, "letter"):
            os.utime(folder / f"{name}.zip", (long_ago, long_ago))
        assert entries.holds(OTHER)
    assert sorted(path.stem for path in folder.iterdir()) == [OTHER, THIRD, "letter"]


def test_a_cache_holds_no_more_than_it_may_and_those_go_first_whose_use_is_longest_ago(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cache.opened(tmp_path) as entries:
        for age, key in enumerate((KEY, OTHER, THIRD)):
            entries.put(key, entry())
            then = time.time() - 60 + age
            os.utime(folder / f"{key}.zip", (then, then))
        assert entries.holds(KEY)
        one = folder.joinpath(f"{KEY}.zip").stat().st_size
        monkeypatch.setattr(cache, "KEPT_BYTES", 2 * one)
    assert sorted(path.stem for path in folder.iterdir()) == [KEY, THIRD]


@pytest.mark.parametrize(
    ("days", "gigabytes", "left"),
    [(29.9, 0.5, [KEY, OTHER]), (30.1, 0.5, [OTHER]), (29.9, 1.9, [KEY, OTHER]), (29.9, 2.1, [OTHER])],
)
def test_an_entry_stays_thirty_days_and_all_take_two_gigabytes(
    folder: Path, tmp_path: Path, days: float, gigabytes: float, left: list[str]
) -> None:
    with cache.opened(tmp_path) as entries:
        for key in (KEY, OTHER):
            entries.put(key, entry())
        os.truncate(folder / f"{KEY}.zip", int(gigabytes * (1 << 30)))  # of which the disk keeps nothing
        then = time.time() - days * 24 * 3600
        os.utime(folder / f"{KEY}.zip", (then, then))
    assert sorted(path.stem for path in folder.iterdir()) == left


def test_what_a_killed_run_left_half_written_goes(folder: Path, tmp_path: Path) -> None:
    left = folder / f"{files.SCRATCH}killed"
    left.mkdir(parents=True)
    left.joinpath(files.SCRATCH_LOCK).touch()
    left.joinpath(f"{KEY}.partial").write_bytes(b"half")
    with cache.opened(tmp_path), cache.opened(tmp_path):  # and not what another run is writing
        assert len([path for path in folder.iterdir() if path != left]) == 2
        assert not left.exists()
    assert list(folder.iterdir()) == []


def test_a_run_without_a_cache_to_write_tells_so_and_keeps_its_entries_for_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", "/proc/cache")
    told: list[str] = []
    with cache.opened(tmp_path, told.append) as entries:
        entries.put(KEY, entry())
        assert entries.holds(KEY)
    assert told == [
        "The cache /proc/cache cannot be written (No such file or directory): what this run reads is not kept for the "
        "next one. Make room there, or set DONOR_PROFILES_CACHE to another folder."
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_is_full_costs_the_cache_and_what_is_in_it_is_used(folder: Path, tmp_path: Path) -> None:
    told: list[str] = []
    with cache.opened(tmp_path, told.append) as entries:
        entries.put(KEY, entry())
        (growing,) = folder.glob(f"{files.SCRATCH}*")
        shutil.rmtree(growing)  # nothing can be written there any more
        entries.put(OTHER, entry(error="Other."))
        entries.put(THIRD, entry())
        assert all(map(entries.holds, (KEY, OTHER, THIRD)))
    assert len(told) == 1
    assert [path.stem for path in folder.iterdir()] == [KEY]
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_the_users_folder_is_where_the_desktop_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DONOR_PROFILES_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with cache.opened(tmp_path) as entries:
        entries.put(KEY, entry())
    assert tmp_path.joinpath("donor-profiles", f"{KEY}.zip").exists()


def test_the_users_folder_is_made_with_those_above_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path / "not" / "yet"))
    told: list[str] = []
    for _ in range(2):
        with cache.opened(tmp_path, told.append) as entries:
            entries.put(KEY, entry())
    assert tmp_path.joinpath("not", "yet", f"{KEY}.zip").exists()
    assert told == []


def test_the_code_is_another_with_every_file_and_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "package"
    package.joinpath("language").mkdir(parents=True)
    package.joinpath("__pycache__").mkdir()
    package.joinpath("code.py").write_text("1", encoding="utf-8")
    seen = [cache.hashed(package)]
    package.joinpath("__pycache__", "code.pyc").write_text("made of it", encoding="utf-8")
    shutil.copytree(package, tmp_path / "elsewhere")
    assert [cache.hashed(package), cache.hashed(tmp_path / "elsewhere")] == 2 * seen
    for name, text in (("code.py", "2"), ("language/words.csv", ""), ("language/words.csv", "one"), ("code2.py", "2")):
        package.joinpath(name).write_text(text, encoding="utf-8")
        seen.append(cache.hashed(package))
    package.joinpath("code2.py").rename(package / "code3.py")
    seen.append(cache.hashed(package))
    monkeypatch.setattr(cache, "version", lambda name: "7" if name == "pdfplumber" else "0")
    seen.append(cache.hashed(package))
    assert len({*seen}) == len(seen)


def test_the_code_is_that_of_the_package() -> None:
    assert cache.code() == cache.hashed(Path(__file__).parents[2] / "pipeline")


def test_a_library_that_is_not_there_counts_as_none() -> None:
    assert cache._version("no-such-library") == "none"


def test_the_key_knows_every_library_that_values_come_from() -> None:
    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {dependency.split(">=")[0] for dependency in project["dependencies"]}
    only_show = {"click", "jinja2", "pillow", "rich", "starlette", "uvicorn"}
    assert needed - set(LIBRARIES) == only_show
