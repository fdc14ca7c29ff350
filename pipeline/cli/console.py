"""What a person sees of a run: a progress bar while it goes, and a table of the documents when it has gone. What went
wrong stands on stderr, whatever else is shown."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from pipeline import program
from pipeline.run.entry import Outcome

MANY = 50  # of more documents, only those that need a look are listed
WIDE = 160  # columns, where the table goes into a file or another program
BAR_WIDTH = 16  # leaves room for what is told in a terminal of 80 columns
NUMBERS = ("pages", "sections", "projects", "money")
FIRST_TO_GO = ("sections", "money", "pages", "projects", "checks")  # where the terminal is narrow
CHECKS = {"errors": "red", "warnings": "yellow", "infos": "default"}
REASONS = 3  # of more error-level checks of a document, only so many are told here

ASIDE = Console(stderr=True)


def tell(sentence: str) -> None:
    """Tells a sentence while the run goes."""
    ASIDE.print(escape(sentence), style="yellow", soft_wrap=True, highlight=False)


class Watch:
    """How far a run has come, and how fast it goes; with a bar, where a person watches."""

    def __init__(self, bar: Progress) -> None:
        self.done = self.total = 0
        self._bar, self._task = bar, bar.add_task("Looking for what has changed", total=None)
        self._began, self._kept = 0.0, 0

    def __call__(self, done: int, total: int, pages: int) -> None:
        """Takes how many documents are done, of how many, and how many pages were read. What is done the first time
        needed no reading."""
        if not self.total:
            self._began, self._kept = time.monotonic(), done
        self.done, self.total = done, total
        told = pace(done, total, done - self._kept, pages, time.monotonic() - self._began)
        self._bar.update(self._task, completed=done, total=total, description=told)

    @property
    def kept(self) -> str:
        """What a run that is broken off now leaves, in a sentence or two."""
        if not self.total:
            return "Broken off before a document was read; the tables are as before."
        if self.done == self.total:
            return (
                "Broken off while the tables were written: they are as before, or complete. Run the same command again."
            )
        of_all = f"{self.done} of {self.total} documents were read and are kept"
        return f"Broken off: {of_all}, the tables are as before. The same command goes on from there."


def pace(done: int, total: int, read: int, pages: int, seconds: float) -> str:
    """How many documents are done; of those that were read in so many seconds, how many pages, and how long the others
    will take at that rate."""
    told = f"{done:,} of {total:,} documents"
    if not read:
        return told
    left = timedelta(seconds=round((total - done) * seconds / read))
    return f"{told}, {pages:,} pages, {pages / seconds:.1f} a second, {left} left"


@contextlib.contextmanager
def watching(*, quiet: bool) -> Iterator[Watch]:
    """Watches a run."""
    columns = (BarColumn(BAR_WIDTH), TextColumn("{task.description}"))
    with Progress(*columns, console=ASIDE, transient=True, disable=quiet or not ASIDE.is_terminal) as bar:
        yield Watch(bar)


def show(outcomes: Sequence[Outcome], out: Path) -> None:
    """The table of the documents, and where the tables are."""
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    if not outcomes:
        console.print(f"No PDF found: the tables in {escape(str(out))} have no rows.", soft_wrap=True)
        return
    listed = outcomes if len(outcomes) <= MANY else [o for o in outcomes if not o.is_right]
    console.print(fitting(console, listed, outcomes))
    read = sum(outcome.status == "ok" for outcome in outcomes)
    console.print(f"{read} of {len(outcomes)} documents read; tables in {escape(str(out))}.", soft_wrap=True)


def show_json(outcomes: Sequence[Outcome], out: Path) -> None:
    """The same for a program."""
    documents = [{name: value for name, value in asdict(o).items() if name != "lasting"} for o in outcomes]
    print(json.dumps({"version": program.VERSION, "tables": str(out), "documents": documents}, ensure_ascii=False))


def show_reasons(outcomes: Sequence[Outcome], paths: Sequence[Path], out: Path) -> None:
    """On stderr why documents could not be read, and what the checks of severity `error` say; then what to do next."""
    for outcome in outcomes:
        if outcome.status != "ok":
            _aside(f"[red]{outcome.status}[/] {escape(f'{outcome.document}: {outcome.error}')}")
        for reason in outcome.reasons[:REASONS]:
            _aside(f"[red]error[/] {escape(f'{outcome.document}: {reason}')}")
        if outcome.reasons[REASONS:]:
            more = len(outcome.reasons) - REASONS
            _aside(f"[red]error[/] {escape(f'{outcome.document}: {more} more in checks.csv')}")
    if not all(outcome.is_right for outcome in outcomes):
        _aside(f"next: {escape(program.review(paths, out))}")


def _aside(markup: str) -> None:
    ASIDE.print(markup, soft_wrap=True, highlight=False)


def fitting(console: Console, listed: Sequence[Outcome], outcomes: Sequence[Outcome]) -> Table:
    """The table with as many of its columns as the terminal has room for beside names and statuses."""
    columns = [*NUMBERS, "checks"]
    left_out = iter(FIRST_TO_GO)
    table = _table(listed, outcomes, columns)
    as_wide_as_it_likes = console.options.update_width(10 * WIDE)
    while columns and console.measure(table, options=as_wide_as_it_likes).maximum > console.width:
        columns.remove(next(left_out))
        table = _table(listed, outcomes, columns)
    return table


def _table(listed: Sequence[Outcome], outcomes: Sequence[Outcome], columns: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_footer=len(outcomes) > 1)
    table.add_column("document", footer=f"{len(outcomes)} documents", overflow="fold")
    for name in columns:
        head = "checks\n[not bold]error/warning/info[/]" if name == "checks" else name
        table.add_column(head, footer=_number(outcomes, name), justify="right", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for outcome in listed:
        status = f"[{'green' if outcome.status == 'ok' else 'red'}]{outcome.status}[/]"
        table.add_row(escape(outcome.document), *(_number([outcome], name) for name in columns), status)
    return table


def _number(outcomes: Sequence[Outcome], name: str) -> str:
    if name != "checks":
        return str(_total(outcomes, name))
    totals = ((_total(outcomes, severity), colour) for severity, colour in CHECKS.items())
    return "/".join(f"[{colour}]{total}[/]" if total else "0" for total, colour in totals)


def _total(outcomes: Sequence[Outcome], name: str) -> int:
    return sum(getattr(outcome, name) for outcome in outcomes)
