import os
import time
import tomllib
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.model import Document
from pipeline.run import cache
from pipeline.run.cache import KEPT_SECONDS, LIBRARIES, Cache
from pipeline.run.entry import failed


def entry(*, lasting: bool = True) -> bytes:
    return failed(Document(id="a", file="a.pdf", sha256="", status="failed", error="Empty."), lasting=lasting)


def test_an_entry_is_found_again(tmp_path: Path) -> None:
    entries = Cache(tmp_path)
    assert not entries.holds("key")
    entries.put("key", entry())
    assert entries.holds("key")
    with entries.entry("key") as found:
        assert found.outcome.error == "Empty."
        assert found.body("documents").read() == b"a,a.pdf,,,,,,,failed,Empty.,,,\n"


def test_an_entry_that_may_come_out_otherwise_next_time_does_not_count(tmp_path: Path) -> None:
    entries = Cache(tmp_path)
    entries.put("key", entry(lasting=False))
    assert not entries.holds("key")


def test_a_damaged_entry_does_not_count(tmp_path: Path) -> None:
    entries = Cache(tmp_path)
    entries.put("key", entry()[:-30])
    assert not entries.holds("key")


def test_what_no_run_has_used_for_long_goes(tmp_path: Path) -> None:
    entries = Cache(tmp_path)
    for key in ("old", "used", "new"):
        entries.put(key, entry())
    long_ago = time.time() - KEPT_SECONDS - 60
    for key in ("old", "used"):
        os.utime(tmp_path / f"{key}.zip", (long_ago, long_ago))
    assert entries.holds("used")
    entries.clear()
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["new", "used"]


def test_a_run_without_a_folder_to_write_has_one_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", "/proc/cache")
    with cache.opened() as entries:
        entries.put("key", entry())
        assert entries.holds("key")


def test_the_users_folder_is_where_the_desktop_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DONOR_PROFILES_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with cache.opened() as entries:
        entries.put("key", entry())
    assert tmp_path.joinpath("donor-profiles", "key.zip").exists()


def test_a_folder_that_goes_away_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="gone for intermediate results cannot be written"):
        Cache(tmp_path / "gone").put("key", entry())


def test_the_key_knows_every_library_that_values_come_from() -> None:
    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {dependency.split(">=")[0] for dependency in project["dependencies"]}
    only_show = {"click", "jinja2", "pillow", "rich", "starlette", "uvicorn"}
    assert needed - set(LIBRARIES) == only_show
