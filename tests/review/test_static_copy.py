"""The copy for disk: whole, read-only, and with the texts of a PDF as texts."""

import re

import pytest

from pipeline.errors import UsageError
from pipeline.review.static_copy import write_copy


@pytest.fixture
def copy(folders, tmp_path):
    target = tmp_path / "copy"
    write_copy(folders.raw, folders.out, target, lambda sentence: None)
    return target


def test_every_name_in_the_copy_is_there(copy):
    names = {path.name for path in copy.iterdir()}
    assert names == {"index.html", "document-sample.html", "sample-page-001.jpg"}
    for page in copy.glob("*.html"):
        assert names.issuperset(re.findall(r'(?:href|src)="([^"#]+)"', page.read_text()))


def test_it_takes_no_decisions(copy):
    html = (copy / "document-sample.html").read_text()
    assert "data-decide" not in html.split("<body")[1]
    assert "fetch" not in html


def test_texts_of_a_pdf_are_texts(copy):
    html = (copy / "document-sample.html").read_text()
    assert "<script>document" not in html
    assert "<img src=x" not in html
    assert "default-src &#39;none&#39;" in html


def test_it_is_made_anew(copy, folders):
    (copy / "sample-page-099.jpg").touch()
    write_copy(folders.raw, folders.out, copy, lambda sentence: None)
    assert len(list(copy.iterdir())) == 3


def test_other_files_are_not_deleted(copy, folders):
    (copy / "thesis.doc").touch()
    write_copy(folders.raw, folders.out, copy, lambda sentence: None)
    assert (copy / "thesis.doc").exists()
    (copy / "index.html").write_text("<title>My own page</title>", encoding="utf-8")
    with pytest.raises(UsageError, match=r"copy is no folder that this command wrote, and holds .*\.html"):
        write_copy(folders.raw, folders.out, copy, lambda sentence: None)
