import unicodedata
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.run.inputs import document_id, find


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
    assert document_id(Path(name)) == expected


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


def test_two_files_with_one_id_are_both_named(tmp_path: Path) -> None:
    touch(tmp_path / "Costa Rica.pdf", tmp_path / "old" / "costa_rica.pdf")
    with pytest.raises(UsageError, match=r"Costa Rica\.pdf and .*old/costa_rica\.pdf would both be .* costa-rica"):
        find([tmp_path])


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.pdf does not exist"):
        find([tmp_path / "missing.pdf"])


def test_a_name_without_letters_gives_no_id(tmp_path: Path) -> None:
    touch(tmp_path / "---.pdf")
    with pytest.raises(UsageError, match=r"---\.pdf has no letter or digit"):
        find([tmp_path])
