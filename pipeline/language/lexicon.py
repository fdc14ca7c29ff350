"""The tables of words and patterns that the rules are made of, each held to its columns.

A table is a CSV file: of the words of a language in the folder of its code, of what holds in every language under
world/. A language need not have every table; und/ is what is read of a text whose language has no folder. What is made
of tables is made once for each language that is met (`by_language`), for the one that is `spoken` then. Entries have an
example, what it must read as, and a source; the tables of names are their own examples, and those made from other
people's lists (`python -m tests.tables`) have none. docs/rules.md says when a word goes into which.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache, wraps
from inspect import signature
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeVar

from pipeline.errors import DonorProfilesError
from pipeline.model.schema import COUNTRIES_BY_CODE, CURRENCIES_BY_CODE

FOLDER: Final = Path(__file__).parent
WORLD: Final = "world"
NO_RULES: Final = "und"  # ISO 639-2 for undetermined
OWN: Final = "en"  # the language that our tables and messages are written in
NEVER: Final = "(?!)"  # an expression that matches nothing, where a language has no words for one
# The last columns of a table whose entries have examples, which may read as nothing, or show the entry in brackets.
PROOF: Final = {"example": "(?s:.+)", "reads": "(?s:.*)", "source": ".+"}
LAST: Final = {"proved": tuple(PROOF), "shown": ("example", "source")}


Made = TypeVar("Made")
_spoken: ContextVar[str] = ContextVar("spoken", default=OWN)


class LexiconError(DonorProfilesError):
    """A table that is not as its columns say; the sentence names file, line and column."""


class Table(NamedTuple):
    """A table of tables.toml, which says what each field means."""

    name: str
    folder: Literal["language", "world"]
    proof: Literal["proved", "shown", "names", "made", "elsewhere"]
    tells: str
    columns: dict[str, str]
    once: tuple[str, ...] = ()

    def path(self, language: str) -> Path:
        """Its file for that language."""
        return FOLDER / (language if self.folder == "language" else WORLD) / f"{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all its columns."""
        return (*self.columns, *LAST.get(self.proof, ()))


@cache
def tables() -> dict[str, Table]:
    """All tables by name."""
    specs = tomllib.loads((FOLDER / "tables.toml").read_text(encoding="utf-8"))
    return {name: Table(name=name, **spec) for name, spec in specs.items()}


@cache
def languages() -> frozenset[str]:
    """ISO 639-1 codes of the languages that have rules."""
    return frozenset(path.parent.name for path in FOLDER.glob("??/numbers.csv"))


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Words are read as those of that language."""
    before = _spoken.set(language if language in languages() else NO_RULES)
    try:
        yield
    finally:
        _spoken.reset(before)


def current() -> str:
    """The language that is spoken."""
    return _spoken.get()


def by_language(make: Callable[..., Made]) -> Callable[..., Made]:
    """What a function makes of tables, kept for each language and arguments."""
    kept: dict[object, Made] = {}

    @wraps(make)
    def made() -> Made:
        try:
            return kept[_spoken.get()]
        except KeyError:
            return kept.setdefault(_spoken.get(), make())

    @wraps(make)
    def made_of(*arguments: object) -> Made:
        try:
            return kept[_spoken.get(), arguments]
        except KeyError:
            return kept.setdefault((_spoken.get(), arguments), make(*arguments))

    return made_of if signature(make).parameters else made


def rows(name: str, language: str | None = None) -> tuple[dict[str, str], ...]:
    """The entries of a table, by column, of the language that is spoken or of that one; none where it has no such
    table. Raises LexiconError where an entry is not as its columns say."""
    return _rows(name, language or _spoken.get())


@cache
def _rows(name: str, language: str) -> tuple[dict[str, str], ...]:
    table = tables()[name]
    path = table.path(language)
    return tuple(_read(table, path)) if table.folder == "world" or path.exists() else ()


def _read(spec: Table, path: Path) -> Iterator[dict[str, str]]:
    columns = spec.header
    forms = {} if spec.proof == "made" else {column: _form(spec, column) for column in columns}
    seen: dict[tuple[str, ...], int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if (header := tuple(next(reader, ()))) != columns:
            raise LexiconError(f"{path}, line 1: the columns are {', '.join(columns)}, not {', '.join(header)}.")
        for cells in reader:
            where = f"{path}, line {reader.line_num}"
            if len(cells) != len(columns):
                raise LexiconError(f"{where}: {len(columns)} columns are needed, {len(cells)} are there.")
            row = dict(zip(columns, cells, strict=True))
            for column, form in forms.items():
                if not form.fullmatch(row[column]):
                    raise LexiconError(f"{where}, column {column}: {_misfit(spec, column, row[column])}.")
            for column, entry in _only_once(spec, row):
                if seen.setdefault(entry, reader.line_num) != reader.line_num:
                    raise LexiconError(f"{where}, column {column}: {entry[-1]!r} stands in line {seen[entry]} already.")
            yield row


CODES: Final = {
    "country": (COUNTRIES_BY_CODE, "an ISO 3166-1 alpha-3 code"),
    "currency": (CURRENCIES_BY_CODE, "an ISO 4217 code"),
}
CODE: Final = re.compile(f"<({'|'.join(CODES)})>")


def _form(spec: Table, column: str) -> re.Pattern[str]:
    """What a whole cell of the column must match."""
    form = {**PROOF, **spec.columns}[column]
    return re.compile(CODE.sub(lambda code: f"(?:{'|'.join(sorted(CODES[code[1]][0]))})", form))


def _misfit(spec: Table, column: str, cell: str) -> str:
    """What is wrong with a cell, in words."""
    if not cell:
        return "it is empty"
    form = spec.columns[column]
    if re.fullmatch(r"\w+(\|\w+)+", form):
        return f"{cell!r} is none of {', '.join(form.split('|'))}"
    codes = dict.fromkeys(CODE.findall(form))
    return f"{cell!r} is not of the form {form}" + "".join(f", where <{c}> is {CODES[c][1]}" for c in codes)


def _only_once(spec: Table, row: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """By its column, what no other row may have: a name that means one thing alone; all cells, where it has examples.
    The last text of each tells it."""
    if spec.proof == "proved":
        first, *others = (row[column] for column in spec.columns)
        yield next(iter(spec.columns)), (*others, first)
    for column in spec.once:
        yield from ((column, (name,)) for name in listed(row[column]))


@by_language
def scales(*beside: str) -> dict[str, Decimal]:
    """What each scale stands for that is one beside these, or everywhere."""
    return {row["word"]: Decimal(row["value"]) for row in rows("scales") if row["beside"] in {*beside, "everywhere"}}


def words(name: str, kind: str) -> tuple[str, ...]:
    """The words of one class of a table, in its order."""
    return tuple(row["word"] for row in rows(name) if row["class"] == kind)


@cache
def _settings(name: str, language: str) -> dict[str, Any]:
    path = FOLDER / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def settings(name: str) -> dict[str, Any]:
    """What a language's file of settings holds; nothing where it has none."""
    return _settings(name, _spoken.get())


def word_set(name: str, kind: str) -> Callable[[], frozenset[str]]:
    """What gives the words of one class of a table."""
    return by_language(lambda: frozenset(words(name, kind)))


def phrases(name: str, kind: str) -> Callable[[], dict[str, list[list[str]]]]:
    """What gives the phrases of one class of a table, each as its words, by their first word."""

    def by_first_word() -> dict[str, list[list[str]]]:
        found: dict[str, list[list[str]]] = {}
        for phrase in map(str.split, words(name, kind)):
            found.setdefault(phrase[0], []).append(phrase)
        return found

    return by_language(by_first_word)


def listed(cell: str) -> list[str]:
    """The entries of a cell that holds a list."""
    return [entry.strip() for entry in cell.split(";") if entry.strip()]
