"""Changes -> tables in the terminal, CSV and an HTML page, each of the same changes in the same order."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.diff.compare import grouped
from pipeline.diff.match import Change
from pipeline.errors import UsageError
from pipeline.model.csv_cells import csv_lines

WIDE = 160  # columns, where the table goes into a file or another program
COLUMNS = ("document", "table", "row", "what", "name", "field", "old", "new", "old_page", "new_page")
NAMES = {
    "documents": "document",
    "projects": "project",
    "contributions": "contribution",
    "money": "figure",
    "quantities": "figure",
}
STYLES = {"new": "green", "gone": "red", "changed": "yellow", "no longer told": "magenta"}


def summary(changes: Iterable[Change]) -> str:
    """How many of each, in one sentence."""
    rows = {(change.document, change.table, change.row, change.what) for change in changes}
    counts = [
        (sum(NAMES[table] == name and kind == what for _, table, _, kind in rows), name, what)
        for name in dict.fromkeys(NAMES.values())
        for what in STYLES
    ]
    parts = [f"{count} {name}{'s' if count > 1 else ''} {what}" for count, name, what in counts if count]
    return f"{', '.join(parts) or 'No difference'}."


def terminal(changes: Iterable[Change]) -> Iterator[Table]:
    """A table a document for a terminal, in which each row is named once."""
    for document, group in groupby(changes, key=attrgetter("document")):
        table = Table(box=SIMPLE_HEAD, title=Text(document), title_justify="left", title_style="bold")
        for column in ("change", "what", "field", "old", "new", "pages"):
            table.add_column(column, overflow="fold", no_wrap=column in {"change", "field", "pages"})
        for _, of_row in groupby(group, key=attrgetter("table", "row")):
            for number, change in enumerate(of_row):
                kind, name = ("", "") if number else (f"{NAMES[change.table]} {change.what}", change.name)
                cells = (name, change.field, shown(change, change.old), shown(change, change.new), pages(change))
                table.add_row(Text(kind, style=STYLES[change.what]), *map(Text, cells))
        yield table


def csv(changes: Iterable[Change]) -> str:
    """The changes as CSV, values as they stand in the tables."""
    return csv_lines([COLUMNS, *([getattr(change, column) for column in COLUMNS] for change in changes)])


def html(changes: Sequence[Change], old: str, new: str) -> str:
    """A page that stands alone. Jinja2 escapes every text."""
    environment = Environment(loader=PackageLoader("pipeline.diff"), autoescape=True, undefined=StrictUndefined)
    documents = [(name, list(group)) for name, group in groupby(changes, key=attrgetter("document"))]
    return environment.get_template("diff.html").render(
        old=old, new=new, summary=summary(changes), documents=documents, names=NAMES, shown=shown, pages=pages
    )


def write(changes: Sequence[Change], csv_file: Path | None, html_file: Path | None, sides: tuple[str, str]) -> None:
    """Writes the files that are asked for.

    Raises UsageError.
    """
    try:
        if csv_file:
            csv_file.write_text(csv(changes), encoding="utf-8", newline="")
        if html_file:
            html_file.write_text(html(changes, *sides), encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{error.filename} could not be written: {error.strerror}.") from error


def show(changes: Sequence[Change]) -> None:
    """Prints the table and the summary."""
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    console.print(*terminal(changes), sep="\n", end="")
    console.print(Text(summary(changes)), soft_wrap=True)


def shown(change: Change, value: str) -> str:
    """A value for people: amounts with their thousands apart."""
    return grouped(value) if change.field in {"amount", "amount_max"} else value


def pages(change: Change) -> str:
    """The pages, the old one first."""
    numbers = [str(page) for page in (change.old_page, change.new_page) if page]
    return " → ".join(dict.fromkeys(numbers))
