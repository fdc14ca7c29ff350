import os
import unicodedata
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.ids import document_name
from pipeline.run.inputs import find, skipped


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Republic of Korea.pdf", "republic-of-korea"),
        ("Donor_Profile--Ireland (2022).PDF", "donor-profile-ireland-2022"),
        ("Côte d’Ivoire.pdf", "cote-d-ivoire"),
        (unicodedata.normalize("NFD", "Türkiye") + ".pdf", "turkiye"),
        ("Åland & Færøerne.pdf", "aland-faeroerne"),
        ("Łódź.pdf", "lodz"),
        ("Straße.pdf", "strasse"),
        ("대한민국.pdf", "대한민국"),
        ("v1.2.pdf", "v1-2"),
    ],
)
def test_ids_are_made_from_file_names(name: str, expected: str) -> None:
    assert document_name(name) == expected


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_folder_gives_its_pdfs_at_any_depth_in_order_of_their_ids(tmp_path: Path) -> None:
    touch(tmp_path / "b.pdf", tmp_path / "a" / "C.PDF", tmp_path / "a.pdf")
    touch(tmp_path / "a.reviews.csv", tmp_path / "notes.txt", tmp_path / ".trash" / "d.pdf")
    assert [document.id for document in find([tmp_path])] == ["a", "b", "c"]


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    touch(tmp_path / "a.pdf")
    assert [document.id for document in find([tmp_path / "a.pdf", tmp_path])] == ["a"]


def test_decisions_stand_beside_the_file(tmp_path: Path) -> None:
    touch(tmp_path / "Costa Rica.pdf")
    assert find([tmp_path])[0].reviews == tmp_path / "costa-rica.reviews.csv"


def test_two_files_of_one_folder_with_one_name_are_both_named_and_the_others_stay(tmp_path: Path) -> None:
    touch(tmp_path / "Costa Rica.pdf", tmp_path / "costa_rica.pdf", tmp_path / "peru.pdf")
    first, second = find([tmp_path])
    assert first.error == (
        f"{tmp_path}/Costa Rica.pdf and {tmp_path}/costa_rica.pdf would both be the document costa-rica: "
        "rename one of them."
    )
    assert first.path == tmp_path / "Costa Rica.pdf"
    assert (second.id, second.error) == ("peru", "")


def test_the_folders_name_joins_the_id_of_files_with_one_name(tmp_path: Path) -> None:
    """A second year's profile of one donor: the decisions on each stand beside it, under its own name."""
    touch(tmp_path / "2023" / "Ireland.pdf", tmp_path / "2024" / "ireland.pdf", tmp_path / "2024" / "malta.pdf")
    documents = find([tmp_path])
    assert [document.id for document in documents] == ["2023-ireland", "2024-ireland", "malta"]
    assert documents[1].reviews == tmp_path / "2024" / "ireland.reviews.csv"


def test_as_many_folders_join_it_as_tell_files_apart(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x" / "ireland.pdf", tmp_path / "b" / "x" / "ireland.pdf")
    assert [document.id for document in find([tmp_path])] == ["a-x-ireland", "b-x-ireland"]


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.pdf does not exist"):
        find([tmp_path / "missing.pdf"])


def test_a_name_without_letters_gives_no_id(tmp_path: Path) -> None:
    touch(tmp_path / "---.pdf")
    with pytest.raises(UsageError, match=r"---\.pdf has no letter or digit"):
        find([tmp_path])


def test_folders_without_a_letter_add_nothing_to_the_id(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "--" / "ireland.pdf", tmp_path / "b" / "--" / "ireland.pdf")
    assert [document.id for document in find([tmp_path])] == ["a-ireland", "b-ireland"]


def test_a_link_is_a_document_of_its_own_name(tmp_path: Path) -> None:
    touch(tmp_path / "archive" / "4711.pdf")
    tmp_path.joinpath("raw").mkdir()
    tmp_path.joinpath("raw", "Kenya.pdf").symlink_to(tmp_path / "archive" / "4711.pdf")
    (document,) = find([tmp_path / "raw"])
    assert (document.id, document.path) == ("kenya", tmp_path / "raw" / "Kenya.pdf")


def test_a_file_that_is_named_is_a_document_whatever_its_suffix(tmp_path: Path) -> None:
    touch(tmp_path / "kenya.bin", tmp_path / "mali.bin", tmp_path / "folder.pdf" / "peru.pdf")
    assert [document.id for document in find([tmp_path / "kenya.bin", tmp_path / "folder.pdf"])] == ["kenya", "peru"]


def test_what_is_no_document_is_skipped_and_told(tmp_path: Path) -> None:
    touch(tmp_path / "a.pdf", tmp_path / "a.reviews.csv", tmp_path / ".hidden.txt", tmp_path / ".git" / "config")
    touch(tmp_path / "notes.txt", tmp_path / "more" / "list.csv", tmp_path / "named.bin")
    os.mkfifo(tmp_path / "pipe.pdf")
    left_out = [tmp_path / name for name in ("more/list.csv", "named.bin", "notes.txt", "pipe.pdf")]
    assert skipped([tmp_path, tmp_path / "pipe.pdf"]) == left_out
    assert skipped([tmp_path / "named.bin", tmp_path / "missing.pdf"]) == []
    assert [document.id for document in find([tmp_path])] == ["a"]
