"""The same changes as a table, as CSV and as a page."""

import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rich.console import Console

from pipeline.diff import render
from pipeline.diff.match import Change

MARKUP = "<script>alert('ports')</script> & [red]Looms[/]"
CHANGES = (
    Change(
        document="kenya", table="projects", row="projects-1", what="changed", name="Ports", field="amount",
        old="8000000", new="9000000", old_page=2, new_page=3,
    ),
    Change(
        document="kenya", table="projects", row="projects-1", what="changed", name="Ports", field="end",
        old="2024", new="2025", old_page=2, new_page=3,
    ),
    Change(
        document="kenya", table="projects", row="projects-2", what="gone", name=MARKUP, old="=1+1", old_page=4,
    ),
    Change(
        document="peru", table="money", row="money-1", what="no longer told", name="US$ 5", old="It gave US$ 5.",
        old_page=1,
    ),
)  # fmt: skip


def printed(changes):
    console = Console(width=160, file=io.StringIO(), color_system=None)
    console.print(*render.terminal(changes))
    return [" ".join(line.split()) for line in console.file.getvalue().splitlines() if line.strip()]


def test_summary():
    assert render.summary(CHANGES) == "1 project gone, 1 project changed, 1 figure no longer told."
    assert render.summary(()) == "No difference."


def test_terminal():
    """Each row is named once; markup of a document is text."""
    lines = [line for line in printed(CHANGES) if not line.startswith(("change what", "───"))]
    assert lines == [
        "kenya",
        "project changed Ports amount 8,000,000 9,000,000 2 → 3",
        "end 2024 2025 2 → 3",
        f"project gone {MARKUP} =1+1 4",
        "peru",
        "figure no longer told US$ 5 It gave US$ 5. 1",
    ]


def test_what_a_document_says_is_folded_and_other_columns_are_not():
    (table, *_) = render.terminal(CHANGES)
    assert [column.no_wrap for column in table.columns] == [True, False, True, False, False, True]


def test_csv():
    header, *lines = csv.reader(io.StringIO(render.csv(CHANGES)))
    assert tuple(header) == render.COLUMNS
    assert lines[0] == ["kenya", "projects", "projects-1", "changed", "Ports", "amount", "8000000", "9000000", "2", "3"]
    assert lines[2][6:] == ["'=1+1", "", "4", ""]


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.cells = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data):
        if self.cells and self.lasttag == "td":
            self.cells[-1] += data.strip()


def test_html():
    """The page stands alone, and nothing of a document is markup in it."""
    text = render.html(CHANGES, "old <b>", "new")
    page = Page(text)
    assert not {"script", "b", "link", "img"} & set(page.tags)
    assert page.cells[:6] == ["project changed", "Ports", "amount", "8,000,000", "9,000,000", "2 → 3"]
    assert MARKUP in page.cells
    assert "What has changed from old &lt;b&gt; to new" in text
    assert "1 project gone, 1 project changed, 1 figure no longer told." in text
    assert "http" not in text.replace("http-equiv", "")


def test_nothing_changed():
    assert "No difference." in render.html((), "old", "new")
    assert render.csv(()) == ",".join(render.COLUMNS) + "\n"


@pytest.mark.parametrize(("terminal", "width"), [(False, 160), (True, 60)])
def test_a_table_is_as_wide_as_the_terminal_and_in_a_file_160_columns(
    terminal: bool, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    render.show((replace(CHANGES[0], name="of many words " * 40),))
    *lines, told = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out).splitlines()
    assert max(map(len, lines)) == width
    assert told == "1 project changed."
