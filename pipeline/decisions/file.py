"""raw/<document>.reviews.csv <-> decisions. The file is made by the review page or by hand and kept in git.

A line that is no decision is told with its number and left out; a file that is no table at all, or that git left with
conflict markers, is told once and nothing of it is used. Where the file is changed, it is at every moment as before or
as after; lines that are no decisions stay as people wrote them, and so do columns of their own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Final, Literal, get_args

from pipeline.decisions.fields import DECIDED
from pipeline.errors import DonorProfilesError
from pipeline.files import replace_file
from pipeline.model import Check, Severity, schema
from pipeline.model.csv_cells import csv_lines, shown
from pipeline.model.schema import Field, Table
from pipeline.values import MisfitError, fitting

Verdict = Literal["accept", "correct", "reject", "add"]

REVIEWS: Final = Table(
    name="reviews",
    description="One row a decision of a person on a row of the tables.",
    references=(),
    fields=(
        Field(name="table", description="The table.", required=True, values=DECIDED),
        Field(name="id", description="The row's id; of a row that the rules missed, a new one.", required=True),
        Field(name="field", description="The field that has the value; empty where the row as a whole is meant."),
        Field(name="value", description="The value as it stands in the table."),
        Field(name="decision", description="What was decided.", required=True, values=get_args(Verdict)),
        Field(name="reviewer", description="Who decided.", required=True),
        Field(name="date", description="The day.", type="date", required=True, pattern=schema.DAY),
        Field(name="quote", description="The row's sentence, or the heading of its section.", required=True),
        Field(name="note", description="Why."),
        Field(name="withdrawn", description="Who took the decision back, and when: it is history, and is not applied."),
    ),
)
OPTIONAL: Final = ("withdrawn",)
COLUMNS: Final = tuple(name for name in REVIEWS.columns if name not in OPTIONAL)  # that every file names
NEEDS_FIELD: Final = ("correct", "add")
LINES_KEPT: Final = 50_000  # of files that the review page reads again after each decision
CONFLICT_MARKERS: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the file. An `accept` with a field holds only as long as the field has the value."""

    line: int
    table: str
    id: str
    field: str = ""
    value: str = ""
    decision: Verdict
    reviewer: str
    date: date
    quote: str
    note: str = ""
    withdrawn: str = ""


class LineError(DonorProfilesError):
    """A line, or the file from that line on, is no decision. The message is a sentence."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line} {reason}")


def read(path: Path) -> tuple[tuple[Decision, ...], tuple[Check, ...]]:
    """The decisions of a file that stand, none where it is not there, and an error for each line that is none."""
    decisions, checks = read_all(path)
    return tuple(decision for decision in decisions if not decision.withdrawn), checks


def read_all(path: Path) -> tuple[tuple[Decision, ...], tuple[Check, ...]]:
    """The same with those that were withdrawn."""
    if not path.exists():
        return (), ()
    decisions: list[Decision] = []
    checks: list[Check] = []
    try:
        for number, cells in lines(path.read_bytes()):
            try:
                decisions.append(_decision(number, tuple(cells.items())))
            except LineError as error:
                checks.append(Broken.of(f"{path.name}, {error}", "this line was not applied"))
    except LineError as error:
        return (), (Broken.of(f"{path.name}, {error}"),)
    except OSError as error:
        return (), (Broken.of(f"{path.name} could not be read ({error.strerror})"),)
    return tuple(decisions), tuple(checks)


class Broken:
    """A line that is no decision, or a file in which none can be found."""

    id = "broken-decisions"
    severity: ClassVar[Severity] = "error"
    template = "{reason}; {lost}."
    advice = "Mend the file, as a spreadsheet or by hand; its first line names the columns."

    @classmethod
    def of(cls, reason: str, lost: str = "no decision of this file was applied") -> Check:
        """The check that tells it."""
        return Check(severity=cls.severity, check=cls.id, message=cls.template.format(reason=reason, lost=lost))


def lines(content: bytes, required: Sequence[str] = COLUMNS) -> Iterator[tuple[int, dict[str, str]]]:
    """The number and the cells by column of every line below the header, which names the required columns. Spreadsheets
    may have written a byte order mark, or semicolons between the cells.

    Raises LineError where the file as a whole cannot be used.
    """
    text = _text(content)
    header = text.split("\n", 1)[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    first = 1
    try:
        columns = [name.strip() for name in next(reader, [])]
        if missing := [name for name in required if name not in columns]:
            raise LineError(1, f"must name the columns {', '.join(required)}, but lacks {', '.join(missing)}")
        first = reader.line_num + 1
        for cells in reader:
            if any(cells):
                if len(cells) > len(columns):
                    raise LineError(first, f"has {len(cells)} cells below {len(columns)} columns: put texts in quotes")
                yield first, dict(zip(columns, (*cells, *[""] * len(columns)), strict=False))
            first = reader.line_num + 1
    except csv.Error as error:
        raise LineError(first, f"is not a line of CSV ({error}): look whether a quote was not closed") from error


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise LineError(line, "is not in UTF-8: save the file as CSV UTF-8") from error
    for number, printed in enumerate(text.splitlines(), start=1):
        if printed.startswith(CONFLICT_MARKERS):
            raise LineError(number, f'is a conflict marker that git left ("{printed[:20]}"): keep the lines that hold')
    return text


@lru_cache(LINES_KEPT)
def _decision(number: int, line: tuple[tuple[str, str], ...]) -> Decision:
    """The decision that a line states, told by its cells by column.

    Raises LineError.
    """
    cells, values = dict(line), {}
    for field in REVIEWS.fields:
        try:
            values[field.name] = str(fitting(field, shown(cells.get(field.name, ""))) or "")
        except MisfitError as error:
            raise LineError(number, f"has no usable {field.name}: it {error}") from error
    verdict = next(verdict for verdict in get_args(Verdict) if verdict == values["decision"])
    if verdict in NEEDS_FIELD and not values["field"]:
        raise LineError(number, f"has no field, which a decision to {verdict} needs")
    return Decision(
        line=number,
        table=values["table"],
        id=values["id"],
        field=values["field"],
        value=values["value"],
        decision=verdict,
        reviewer=values["reviewer"],
        date=date.fromisoformat(values["date"]),
        quote=values["quote"],
        note=values["note"],
        withdrawn=values["withdrawn"],
    )


def rewrite(path: Path, withdrawn: Mapping[int, str], added: Iterable[Decision]) -> None:
    """Puts new lines at the end, and says of old ones, by their numbers, who withdrew them, or with an empty text that
    they stand again. No line is lost.

    Raises LineError where the file cannot be understood, and OSError where it cannot be written.
    """
    held = []
    for number, cells in lines(path.read_bytes()) if path.exists() else ():
        told = {"withdrawn": withdrawn[number]} if number in withdrawn else {}
        held.append({**{name: shown(cell) for name, cell in cells.items()}, **told})
    held += [{name: str(getattr(decision, name)) for name in COLUMNS} for decision in added]
    columns = tuple(dict.fromkeys((*COLUMNS, *(name for cells in held for name in cells))))
    replace_file(path, csv_lines([columns, *([cells.get(name, "") for name in columns] for cells in held)]))
