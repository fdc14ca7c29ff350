"""The command, on PDFs, folders and documents in folders."""

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from pipeline.cli.commands import main
from tests.pdfs import typeset

OLD = "The Government of Kenya gave US$ 5 million in 2021.\nIt sent US$ 3 million to Uganda."
NEW = OLD.replace("US$ 3 million", "US$ 4 million")


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"COLUMNS": "160"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions as PDFs, and the tables of both, the new one beside another document."""
    folder = tmp_path_factory.mktemp("editions")
    typeset(folder / "old" / "Kenya.pdf", OLD, heading="The schools project")
    typeset(folder / "new" / "Kenya.pdf", NEW, heading="The schools project")
    typeset(folder / "new" / "Peru.pdf", "Peru gave US$ 1 million.")
    for name in ("old", "new"):
        assert run("extract", folder / name, "--out", folder / f"{name}-tables").exit_code in {0, 1}
    return folder


def told(result) -> str:
    return " ".join(result.output.split())


def test_two_pdfs(folder: Path):
    result = run("diff", folder / "old" / "Kenya.pdf", folder / "new" / "Kenya.pdf")
    assert result.exit_code == 1
    assert "US$ 3 million" in told(result)
    assert "US$ 5 million" not in told(result)


@pytest.mark.parametrize("old", ["old-tables", "old-tables/kenya", "old/Kenya.pdf"])
@pytest.mark.parametrize("new", ["new-tables/kenya", "new/Kenya.pdf"])
def test_the_same_from_folders_documents_and_pdfs(folder: Path, old: str, new: str):
    """Beside a single document, the folder's other documents are not gone."""
    expected = run("diff", folder / "old" / "Kenya.pdf", folder / "new" / "Kenya.pdf").output
    assert run("diff", folder / old, folder / new).output == expected
    assert "peru" not in expected


@pytest.mark.parametrize("single", ["old-tables/kenya", "old/Kenya.pdf"])
def test_documents_beside_a_single_one_are_neither_gone_nor_new(folder: Path, single: str):
    for sides in ((single, "new-tables"), ("new-tables", single)):
        result = run("diff", *(folder / side for side in sides))
        assert result.exit_code == 1
        assert "It sent US$ " in told(result)
        assert "peru" not in told(result)


def test_two_folders(folder: Path):
    result = run("diff", folder / "old-tables", folder / "new-tables")
    assert result.exit_code == 1
    assert "document new peru" in told(result)


def test_editions_of_a_donor_without_a_country_code_are_found_by_its_name(folder: Path, tmp_path: Path):
    for name, id_ in (("old", "kenya"), ("new", "kenya-2024")):
        tmp_path.joinpath(name).mkdir()
        for path in folder.joinpath(f"{name}-tables").iterdir():
            tmp_path.joinpath(name, path.name).write_text(
                path.read_text(encoding="utf-8").replace("kenya", id_), encoding="utf-8"
            )
        documents = tmp_path / name / "documents.csv"
        rows = pd.read_csv(documents, dtype=str).assign(donor="African Union", donor_iso3="")
        rows.to_csv(documents, index=False)
    result = run("diff", tmp_path / "old", tmp_path / "new" / "kenya-2024")
    assert result.exit_code == 1
    assert "document new" not in told(result)
    assert "US$ 3 million" in told(result)


def test_no_difference(folder: Path):
    result = run("diff", folder / "old-tables", folder / "old" / "Kenya.pdf")
    assert (result.exit_code, result.output) == (0, "No difference.\n")


def test_files(folder: Path, tmp_path: Path):
    run(
        "diff", folder / "old-tables", folder / "new-tables", "--csv", tmp_path / "d.csv", "--html", tmp_path / "d.html"
    )
    lines = (tmp_path / "d.csv").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("kenya,") and "US$ 3 million" in line for line in lines)
    assert "US$ 3 million" in (tmp_path / "d.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "sentence"),
    [
        ("none.pdf", "none.pdf does not exist."),
        ("old", "old holds no documents.csv: name a folder that donor-profiles extract has written."),
        ("old-tables/peru", "old-tables holds no document peru."),
        ("empty.pdf", "empty.pdf"),
    ],
)
def test_what_cannot_be_compared(folder: Path, old: str, sentence: str):
    typeset(folder / "empty.pdf")
    result = run("diff", folder / old, folder / "new-tables")
    assert result.exit_code == 2
    assert sentence in told(result)
    assert "Traceback" not in result.output


def test_tables_of_another_version(folder: Path, tmp_path: Path):
    for path in folder.joinpath("old-tables").iterdir():
        text = path.read_text(encoding="utf-8")
        tmp_path.joinpath(path.name).write_text(text.replace(",amount_max,", ","), encoding="utf-8")
    result = run("diff", tmp_path, folder / "old-tables")
    assert result.exit_code == 2
    assert "does not hold the tables as this version writes them: run extract again." in told(result)


def test_a_folder_without_the_document(folder: Path):
    result = run("diff", folder / "old-tables", folder / "new-tables" / "peru")
    assert result.exit_code == 2
    assert "has no document of the donor of" in told(result)


def test_a_file_that_cannot_be_written(folder: Path, tmp_path: Path):
    result = run("diff", folder / "old-tables", folder / "new-tables", "--csv", tmp_path / "none" / "d.csv")
    assert (result.exit_code, "could not be written" in result.output) == (2, True)
