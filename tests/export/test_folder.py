"""A file of an export is put in place whole, or not at all."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.export.folder import placed


def test_a_file_takes_its_place_when_it_is_whole_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "all" / "tables" / "a.txt"
    with placed(path) as growing:
        growing.write_text("new", encoding="utf-8")
        assert (growing.parent, path.exists()) == (path.parent, False)
    assert path.read_text(encoding="utf-8") == "new"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in ("one", "two"):
        with placed(path) as growing:
            growing.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "two"


def test_what_fails_on_the_way_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), placed(path) as growing:
        growing.write_text("half", encoding="utf-8")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.txt/b\.txt could not be written: File exists\."), placed(path / "b.txt"):
        pass


def test_an_error_without_a_name_is_told_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.txt could not be written: no more room\."), placed(tmp_path / "a.txt"):
        raise OSError("no more room")
