"""Documents of a folder, one of them, and how far they are; as files and tables change under the page."""

import os

import pytest

from pipeline.errors import UsageError
from pipeline.review.index import Index, Library
from tests.pdfs import typeset

FORMS = "form\x0cfeed and line\u2028separator stand in this sentence of EUR 7 million."


@pytest.fixture
def library(folders):
    """Two documents more: one with a text that line readers cut, one that cannot be read."""
    typeset(folders.raw / "zebra.pdf", FORMS)
    (folders.raw / "broken.pdf").write_bytes(b"no PDF")
    folders.extract()
    return Library(folders.raw, folders.out)


def test_entries(library):
    entries = {entry.id: entry for entry in library.entries()}
    assert list(entries) == ["broken", "sample", "zebra"]
    assert [entry.readable for entry in entries.values()] == [False, True, True]
    assert sorted(entries.values(), key=lambda entry: entry.urgency)[0].id == "broken"


def test_tables_of_one_document(library, folders):
    index = Index(folders.out)
    for name, whole in folders.tables().items():
        for document in index.documents:
            assert index.tables(document)[name].equals(whole[whole["document"] == document].reset_index(drop=True))


def test_progress(library, page, folders):
    page.decide("money", "EUR 3 million", "accept")
    page.decide("money", "EUR 450 000", "reject")
    before = {entry.id: entry.progress for entry in library.entries()}["sample"]
    folders.extract()
    after = {entry.id: entry.progress for entry in library.entries()}["sample"]
    assert (before.decided, before.open_projects) == (after.decided, after.open_projects) == (2, 1)
    assert before.rows == after.rows  # the rejected row counts, though it is gone


def test_neighbours(library):
    assert library.neighbours("sample") == ("", "zebra")


def test_a_document_that_could_not_be_read_is_not_opened(library):
    assert library.open("broken") is None


def test_a_run_while_the_page_is_open(library, folders):
    assert library.open("zebra")
    (folders.raw / "zebra.pdf").unlink()
    folders.extract()
    assert [entry.id for entry in library.entries()] == ["broken", "sample"]
    assert library.open("zebra") is None


def test_a_pdf_that_was_replaced_since_the_run(library, folders):
    typeset(folders.raw / "zebra.pdf", "Another edition of EUR 8 million.")
    assert library.open("zebra").replaced
    assert not library.open("sample").replaced


def test_decisions_that_wait_for_the_next_run(library, page, folders):
    assert not library.open("sample").waiting
    page.decide("money", "EUR 3 million", "accept")
    assert library.open("sample").waiting
    folders.extract()
    assert not library.open("sample").waiting


def test_before_the_first_run(tmp_path):
    with pytest.raises(UsageError, match="holds no tables yet"):
        Library(tmp_path, tmp_path / "extracted")


def test_two_files_of_one_name(library, folders):
    os.link(folders.raw / "Sample.pdf", folders.raw / "sample .pdf")
    assert [entry.readable for entry in library.entries() if entry.id == "sample"] == [False]
    assert library.open("sample") is None
