"""The pages of docs/ that are made from the project itself. `python -m tests.readme` brings them up to date."""

from collections.abc import Iterator
from inspect import cleandoc
from itertools import groupby

import click

from pipeline.check.checker import Checker
from pipeline.cli.commands import main
from pipeline.decisions.file import Broken
from pipeline.decisions.unapplied import Refusal, Unsupported
from pipeline.language.lexicon import tables
from pipeline.model import schema
from pipeline.model.schema import Field, Table

MADE = "<!-- Made by `python -m tests.readme`. -->"


def checks() -> str:
    """docs/checks.md: what each check says, why, and what to do."""
    lines = [
        "# Checks",
        "",
        MADE,
        "",
        "Each row of `checks.csv` is a sentence about one place. A check reports and never repairs: what it doubts",
        "stays as it was read, or empty, until a person decides. `error` ends a run with the exit status 1, `warning`",
        "asks for a look before the value is used, `info` says what was assumed or left out.",
        "",
        "## What was read",
        "",
    ]
    for checker in sorted(told(Checker), key=lambda each: each.id):
        lines += [f"### {checker.id}", "", f"**{checker.title}** ({checker.severity})", ""]
        lines += [f"- says: {checker.template}", f"- why: {why(checker)}", f"- what to do: {checker.advice}", ""]
    lines += ["## What people decided", "", "What became of lines of `raw/<document>.reviews.csv`.", ""]
    kinds = sorted((*told(Refusal), Broken, Unsupported), key=lambda each: each.id)
    for name, same in groupby(kinds, key=lambda each: each.id):
        of_one_name = list(same)
        lines += [f"### {name}", "", f"({of_one_name[0].severity})", ""]
        lines += [line for kind in of_one_name for line in (f"- says: {kind.template}", f"- why: {why(kind)}")]
        lines += [f"- what to do: {of_one_name[0].advice}", ""]
    return "\n".join(lines)


def told(base: type) -> Iterator[type]:
    """All classes of that kind that tell a check."""
    for each in base.__subclasses__():
        if hasattr(each, "id"):
            yield each
        yield from told(each)


def why(checker: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    return " ".join(cleandoc(checker.__doc__ or "").split("\n\n")[0].split())


def words() -> str:
    """The tables of words and patterns: what each tells, where it lies, its columns, and how its entries are proved."""
    proofs = {
        "proved": "`example`, `reads` and `source`",
        "shown": "`example` and `source`",
        "names": "each name is read as such",
        "made": "`python -m tests.tables` makes it again",
        "elsewhere": "the tests of the rules that use it",
    }
    lines = ["| table | tells | columns | proved by |", "|---|---|---|---|"]
    for name, table in sorted(tables().items()):
        columns = ", ".join(f"`{column}`" for column in table.columns)
        where = f"`{'en' if table.folder == 'language' else table.folder}/{name}.csv`"
        lines.append(f"| {where} | {table.tells} | {columns} | {proofs[table.proof]} |")
    return "\n".join(lines)


def reference() -> str:
    """docs/reference.md: every command with its options, every table with its columns."""
    lines = ["# Reference", "", MADE, "", "## Commands", ""]
    for name, command in sorted(main.commands.items()):
        lines += list(described(name, command))
    return "\n".join([*lines, "## Tables", "", markdown(level=3)]).rstrip() + "\n"


def described(name: str, command: click.Command) -> Iterator[str]:
    """A command as Markdown."""
    context = click.Context(command, info_name=f"donor-profiles {name}")
    yield from (f"### donor-profiles {name}", "", f"    {command.get_usage(context).removeprefix('Usage: ')}", "")
    yield from (cleandoc(command.help or ""), "", "| option | what it does |", "|---|---|")
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option):
            flag, text = parameter.get_help_record(context) or ("", "")
            yield f"| `{flag}` | {text} |".replace(" | `", " | `")
    yield ""


def markdown(level: int = 3) -> str:
    """A heading of the given level and a list of columns for every table."""
    return "\n".join(line for table in schema.TABLES for line in _table(table, level))


def _table(table: Table, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {table.name}.csv", "", table.description, "", "| column | what it holds |", "|---|---|")
    yield from (f"| `{field.name}` | {_description(field)} |" for field in table.fields)
    yield ""


def _description(field: Field) -> str:
    allowed = f" One of {', '.join(f'`{value}`' for value in field.values)}." if field.values else ""
    unit = f" Unit: {field.unit}." if field.type == "number" else ""
    return f"{field.description}{allowed}{unit}".replace("|", r"\|")
