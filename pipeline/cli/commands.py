"""The command donor-profiles. Imports what a command needs only when it runs, so that `--help` answers at once."""

from __future__ import annotations

import contextlib
import re
import sys
from pathlib import Path

import click

from pipeline import interrupts, program
from pipeline.interrupts import BrokenOff
from pipeline.processes import Limits

PATH = click.Path(path_type=Path)


class Refused(click.ClickException):
    """Ends the command with one sentence."""

    exit_code = 2


class Commands(click.Group):
    """The commands, each of which ends in order and with its own status when it is asked to, as by Ctrl-C."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the one that is asked for."""
        try:
            with interrupts.heeded():
                return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort) as error:
            ctx.exit(error.status if isinstance(error, BrokenOff) else BrokenOff().status)


def page_ranges(context: click.Context, parameter: click.Parameter, text: str) -> tuple[range, ...]:
    """`3-8,12` or `5-` as ranges of page numbers, in order of their first pages; none of an empty text."""
    ranges = []
    for part in text.split(",") if text else ():
        match = re.fullmatch(r"\s*([1-9]\d*)\s*(?:(-)\s*([1-9]\d*)?\s*)?", part)
        first, dash, last = match.groups() if match else ("1", "", "0")
        ranges.append(range(int(first), int(last or (sys.maxsize - 1 if dash else first)) + 1))
    if not all(ranges):
        raise click.BadParameter(f'write pages such as 3-8,12 or 5-, not "{text}"', context, parameter)
    return tuple(sorted(ranges, key=lambda pages: (pages.start, pages.stop)))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(program.VERSION, package_name=program.NAME)
def main() -> None:
    """From donor-profile PDFs to validated tables in which every value points to its place."""


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PATH)
@click.option("--out", required=True, metavar="DIR", type=PATH, help="The folder for the tables, replaced as a whole.")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Documents read at a time; default: one a processor.")
@click.option("--cluster", metavar="ADDRESS", default="", help="Read on the Dask cluster of the scheduler at ADDRESS.")
@click.option("--force", is_flag=True, help="Read unchanged documents again.")
@click.option("--verify/--no-verify", default=True, help="Read pages with figures again with a second PDF reader.")
@click.option("--ocr", is_flag=True, help="Read pages without a text layer by their image; needs the extra ocr.")
@click.option(
    "--pages", metavar="RANGES", default="", callback=page_ranges, help="Read these alone, such as 3-8,12 or 5-."
)
@click.option(
    "--password",
    "ask",
    is_flag=True,
    help=f"Ask for the password of encrypted files, unless the variable {program.PASSWORD_VARIABLE} has it.",
)
@click.option("--debug-pages", metavar="DIR", type=PATH, help="Draw every page with its sections and values into DIR.")
@click.option(
    "--time-limit",
    metavar="SECONDS",
    type=click.IntRange(1),
    default=Limits().seconds,
    show_default=True,
    help="Stop a document that takes more processor time.",
)
@click.option(
    "--memory-limit",
    metavar="MB",
    type=click.IntRange(1),
    default=Limits().megabytes,
    show_default=True,
    help="Stop a document that needs more.",
)
@click.option("--bom", is_flag=True, help="Begin each table with a byte order mark, by which Excel knows accents.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@click.option("--quiet", is_flag=True, help="Print nothing but what went wrong.")
@click.option("--log", metavar="FILE", type=PATH, help="Append what happens to FILE, with the time.")
def extract(  # noqa: PLR0913, PLR0917 (one for each option)
    paths: tuple[Path, ...],
    out: Path,
    jobs: int | None,
    cluster: str,
    force: bool,
    verify: bool,
    ocr: bool,
    pages: tuple[range, ...],
    ask: bool,
    debug_pages: Path | None,
    time_limit: int,
    memory_limit: int,
    bom: bool,
    as_json: bool,
    quiet: bool,
    log: Path | None,
) -> None:
    """Read donor profiles into tables.

    Each PATH is a PDF or a folder of PDFs; documents that an earlier run has read, and that have not changed since,
    are not read again. The exit status is 1 where a document could not be read or a check found an error.
    """
    from pipeline.cli import console, journal
    from pipeline.errors import UsageError
    from pipeline.run import Options, run

    options = Options(
        jobs=jobs,
        cluster=cluster,
        force=force,
        verify=verify,
        limits=Limits(time_limit, memory_limit),
        pictures=debug_pages,
        ocr=ocr,
        pages=pages,
        password=_password(ask=ask),
        bom=bom,
    )
    try:
        with journal.kept(log), console.watching(quiet=quiet) as watch:
            tell = (lambda sentence: None) if quiet else console.tell
            try:
                outcomes = run(paths, out, options, tell=tell, progress=watch)
            except KeyboardInterrupt:
                with contextlib.suppress(OSError):  # the terminal may have gone
                    click.echo(watch.kept, err=True)
                raise
    except UsageError as error:
        raise Refused(str(error)) from error
    if as_json:
        console.show_json(outcomes, out)
    elif not quiet:
        console.show(outcomes, out)
    console.show_reasons(outcomes, paths, out)
    sys.exit(not all(outcome.is_right for outcome in outcomes))


def _password(*, ask: bool) -> str:
    """The password that the variable has, or, where it has none, the one that a person is asked for."""
    given = program.password()
    return str(click.prompt("Password", hide_input=True, err=True)) if ask and not given else given


@main.command()
@click.argument("raw", default=Path("raw"), metavar="[RAW]", type=PATH)
@click.option("--out", default=Path("extracted"), metavar="DIR", type=PATH, help="The folder of the tables.")
@click.option("--port", default=8610, metavar="N", type=click.IntRange(0, 65535), show_default=True, help="0: any.")
@click.option("--static", metavar="DIR", type=PATH, help="Write a read-only copy that opens from disk, and end.")
def review(raw: Path, out: Path, port: int, static: Path | None) -> None:
    """Look at what was read from the PDFs of the folder RAW, and decide on it.

    Serves a page for people on this machine alone. Decisions go to files beside the PDFs; the next extract applies
    them.
    """
    from pipeline.errors import UsageError
    from pipeline.review.server import serve
    from pipeline.review.static_copy import write_copy

    try:
        if static:
            write_copy(raw, out, static, click.echo)
        else:
            serve(raw, out, port, click.echo)
    except UsageError as error:
        raise Refused(str(error)) from error


@main.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--raw", default=Path("raw"), metavar="DIR", type=PATH, help="The folder of the PDFs and decisions.")
@click.option("--out", default=Path("extracted"), metavar="DIR", type=PATH, help="The folder of the tables.")
@click.option("--to", default=Path("tests/known_figures"), metavar="DIR", type=PATH, help="The folder to pin in.")
@click.option("--replace", is_flag=True, help="Let new values take the place of those that were pinned before.")
def pin(documents: tuple[str, ...], raw: Path, out: Path, to: Path, replace: bool) -> None:
    """Make known figures of the rows that people have accepted, corrected or added.

    Each DOCUMENT is a document's id, such as republic-of-korea. `make test` asserts the figures from then on. A figure
    that was pinned before with another value is told and stays. The exit status is 1 where one was, or where a row is
    not in the tables as it was decided.
    """
    from pipeline.errors import UsageError
    from pipeline.known_figures import pin

    try:
        outcomes = pin.pin(documents, raw, out, to, replace=replace)
    except UsageError as error:
        raise Refused(str(error)) from error
    for document, outcome in outcomes.items():
        for sentence in pin.sentences(document, outcome, replace=replace):
            click.echo(sentence)
    sys.exit(any(outcome.not_shown or (outcome.conflicts and not replace) for outcome in outcomes.values()))


@main.command()
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--out", default=Path("extracted"), metavar="DIR", type=PATH, help="The folder of the tables.")
@click.option("--figures", default=Path("tests/known_figures"), metavar="DIR", type=PATH, help="The known figures.")
def verify(documents: tuple[str, ...], out: Path, figures: Path) -> None:
    """Hold the tables against the figures that people have checked.

    Each DOCUMENT is a document's id, such as republic-of-korea; without one, all that have known figures are held
    against them. Told is each figure that the tables have otherwise. The exit status is 1 where one has, or where
    figures are those of no document.
    """
    from pipeline.errors import UsageError
    from pipeline.known_figures.verify import verify as held

    try:
        verdicts = held(documents, out, figures)
    except UsageError as error:
        raise Refused(str(error)) from error
    for verdict in verdicts:
        for sentence in verdict.sentences():
            click.echo(sentence)
    sys.exit(not all(verdict.holds for verdict in verdicts))


# What each format of export writes where nobody says, and the extra that it needs.
FORMATS = {
    "xlsx": ("donor-profiles.xlsx", "xlsx"),
    "parquet": ("parquet", "parquet"),
    "duckdb": ("donor-profiles.duckdb", "duckdb"),
    "iati": ("iati", ""),
    "annotations": ("annotations.jsonld", ""),
}


@main.command()
@click.argument("form", metavar="{xlsx,parquet,duckdb,iati,annotations}", type=click.Choice(list(FORMATS)))
@click.option("--out", metavar="PATH", type=PATH, help="The file, or of parquet and iati the folder, to write.")
@click.option("--tables", default=Path("extracted"), metavar="DIR", type=PATH, help="The folder of the tables.")
@click.option("--raw", default=Path("raw"), metavar="DIR", type=PATH, help="The folder of the PDFs, for links to them.")
@click.option("--reporter", default="", metavar="REF", help="Of iati: the identifier of who publishes the activities.")
def export(form: str, out: Path | None, tables: Path, raw: Path, reporter: str) -> None:
    """Write the tables as a workbook, as Parquet, as a DuckDB database, as IATI activities or as Web Annotations.

    Without PATH the file, or folder, is made here. What is there under its name is replaced.
    """
    from importlib import import_module

    from pipeline import program
    from pipeline.errors import UsageError
    from pipeline.export.folder import Export
    from pipeline.run import inputs
    from pipeline.write.dataframes import read_tables

    name, extra = FORMATS[form]
    options = {"reporter": reporter} if form == "iati" else {}
    try:
        if extra:
            program.need(extra)
        pdfs = {document.id: document.path for document in inputs.find([raw])} if raw.is_dir() else {}
        made = import_module(f"pipeline.export.{form}").write(
            Export(read_tables(tables), pdfs), out or Path(name), **options
        )
    except UsageError as error:
        raise Refused(str(error)) from error
    for sentence in made:
        click.echo(sentence)


@main.command()
def doctor() -> None:
    """Tell what is installed, what can be added and how, and where files lie."""
    from pipeline.cli.doctor import report

    for line in report():
        click.echo(line)


@main.command()
@click.argument("old", metavar="OLD", type=PATH)
@click.argument("new", metavar="NEW", type=PATH)
@click.option("--csv", "csv_file", metavar="FILE", type=PATH, help="Also write the changes as CSV.")
@click.option("--html", "html_file", metavar="FILE", type=PATH, help="Also write them as a page that stands alone.")
def diff(old: Path, new: Path, csv_file: Path | None, html_file: Path | None) -> None:
    """Tell what has changed between two editions of donor profiles, by what they mean.

    OLD and NEW are folders that extract has written, single documents in them (such as extracted/ireland), or PDFs,
    which are read first. Told are projects and contributions that are new, gone or changed, and figures that are no
    longer told. The exit status is 0 where nothing has changed, 1 where something has, 2 where they cannot be compared.
    """
    from pipeline.diff import editions, render
    from pipeline.diff.compare import compare
    from pipeline.errors import UsageError

    try:
        changes = compare(*editions.read(old, new))
        render.write(changes, csv_file, html_file, (str(old), str(new)))
    except UsageError as error:
        raise Refused(str(error)) from error
    render.show(changes)
    sys.exit(bool(changes))
