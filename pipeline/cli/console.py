"""What a person sees of a run: a progress bar while it goes, and a table of the documents when it has gone."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from pipeline.run.entry import Outcome

MANY = 50  # of more documents, only those that need a look are listed
WIDE = 160  # columns, where the table goes into a file or another program
NUMBERS = ("pages", "sections", "projects", "money")
CHECKS = {"errors": "red", "warnings": "yellow", "infos": "default"}

ASIDE = Console(stderr=True)


def tell(sentence: str) -> None:
    """Tells a sentence while the run goes."""
    ASIDE.print(escape(sentence), style="yellow", soft_wrap=True)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A bar over documents, where a person watches; the function that it gives takes how many are done, of how many."""
    columns = (TextColumn("Reading documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=ASIDE, transient=True, disable=not ASIDE.is_terminal) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show(outcomes: Sequence[Outcome], out: Path) -> None:
    """The table of the documents, why some could not be read, and where the tables are."""
    console = Console() if sys.stdout.isatty() else Console(width=WIDE)
    if not outcomes:
        console.print(f"No PDF found: the tables in {escape(str(out))} have no rows.", soft_wrap=True)
        return
    failed = [outcome for outcome in outcomes if outcome.status != "ok"]
    listed = outcomes if len(outcomes) <= MANY else [o for o in outcomes if o.status != "ok" or o.errors]
    console.print(_table(listed, outcomes))
    for outcome in failed:
        console.print(f"[red]{outcome.status}[/] {escape(outcome.document)}: {escape(outcome.error)}", soft_wrap=True)
    read = len(outcomes) - len(failed)
    console.print(f"{read} of {len(outcomes)} documents read; tables in {escape(str(out))}.", soft_wrap=True)


def _table(listed: Sequence[Outcome], outcomes: Sequence[Outcome]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_footer=len(outcomes) > 1)
    table.add_column("document", footer=f"{len(outcomes)} documents", overflow="fold")
    for name in NUMBERS:
        table.add_column(name, footer=str(_total(outcomes, name)), justify="right", no_wrap=True)
    table.add_column("checks\n[not bold]error/warning/info[/]", footer=_checks(outcomes), justify="right", no_wrap=True)
    table.add_column("status", no_wrap=True)
    for outcome in listed:
        numbers = (str(_total([outcome], name)) for name in NUMBERS)
        status = f"[{'green' if outcome.status == 'ok' else 'red'}]{outcome.status}[/]"
        table.add_row(escape(outcome.document), *numbers, _checks([outcome]), status)
    return table


def _total(outcomes: Sequence[Outcome], name: str) -> int:
    return sum(getattr(outcome, name) for outcome in outcomes)


def _checks(outcomes: Sequence[Outcome]) -> str:
    totals = ((_total(outcomes, name), colour) for name, colour in CHECKS.items())
    return "/".join(f"[{colour}]{total}[/]" if total else "0" for total, colour in totals)
