"""What a browser sends -> typed values, of which nothing is trusted -> lines of the reviews file, if they hold.

A box that a person draws over a page becomes the words in it, where they stand in their section, and their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple, get_args

from starlette.exceptions import HTTPException

from pipeline.decisions.apply import offsets
from pipeline.decisions.fields import FIELDS, MENTION_TABLES
from pipeline.decisions.file import Decision, LineError, Verdict, rewrite
from pipeline.decisions.quotes import wording_of
from pipeline.decisions.unapplied import NOT_APPLIED
from pipeline.errors import DonorProfilesError
from pipeline.model import BoundingBox, Section
from pipeline.model.csv_cells import plain
from pipeline.review import pdf
from pipeline.review.index import Dossier
from pipeline.review.view import Row, decided, without_added
from pipeline.values import MisfitError, fitting
from pipeline.write.rows import written_boxes

# Where a quote may be cut: between paragraphs, and after a mark that ends a sentence before a word that begins one.
# A cut too many makes the quote shorter, nothing worse.
BREAK = re.compile(r"\n\n|(?<=[.!?])\s+(?=[A-Z•“\"])")


class Mark(NamedTuple):
    """Marked words: `text` is their section's content[char_start:char_end], `boxes` as the tables write them."""

    section: str
    page: int
    text: str
    quote: str
    char_start: int
    char_end: int
    boxes: str


class EmptySelection(DonorProfilesError):
    """The box holds no words that could be one row. The message is a sentence."""


def marked(sections: Iterable[Section], page: int, box: BoundingBox) -> Mark:
    """The words whose middle lies in the box; words that it cuts are whole.

    Raises EmptySelection.
    """
    inside = [(section, _inside(section, page, box)) for section in sections]
    if not any(found for _, found in inside):
        raise EmptySelection("There are no words in the box: draw it over the words that tell the figure.")
    section, found = max(inside, key=lambda pair: len(pair[1]))
    content = section.content
    start, end = _whole_words(content, found[0], found[-1] + 1)
    if "\n" in content[start:end]:
        raise EmptySelection("The words are of several paragraphs: draw the box over words of one.")
    boxes = section.boxes(start, end)
    quote = _quote(content, start, end)
    return Mark(section.id, boxes[0].page, content[start:end], quote, start, end, written_boxes(boxes) or "")


def _inside(section: Section, page: int, box: BoundingBox) -> list[int]:
    """The section's letters whose middle lies in the box."""
    return [letter.offset for letter in section.letters() if letter.page == page and box.holds(*letter.box.middle)]


def _whole_words(content: str, start: int, end: int) -> tuple[int, int]:
    while start and content[start - 1].isalnum() and content[start].isalnum():
        start -= 1
    while end < len(content) and content[end].isalnum() and content[end - 1].isalnum():
        end += 1
    return start, end


def _quote(content: str, start: int, end: int) -> str:
    """The sentence or sentences around content[start:end]."""
    breaks = [(match.start(), match.end()) for match in BREAK.finditer(content)]
    first = max((after for _, after in breaks if after <= start), default=0)
    last = min((before for before, _ in breaks if before >= end), default=len(content))
    return content[first:last]


# The earlier decisions on a row that stay when a person decides on it again.
STAYS: Mapping[Verdict, tuple[Verdict, ...]] = {
    "accept": ("correct", "add"),
    "correct": ("correct", "add"),
    "reject": (),
}
WHOLE_ROW = {"": ""}  # a line without a field


class RefusedChange(DonorProfilesError):
    """Nothing was written. The message is a sentence; `problems` tell by field what is wrong with its value."""

    def __init__(self, message: str, problems: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.problems = problems or {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person decides on a row. `values` are the fields that a correction or an added row sets."""

    verdict: Verdict
    reviewer: str
    today: date
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def lines(self, table: str, id_: str, quote: str, values: Mapping[str, str]) -> list[Decision]:
        """One line a value, on the row of that table and id."""
        return [
            Decision(
                line=0,
                table=table,
                id=id_,
                field=name,
                value=value,
                decision=self.verdict,
                reviewer=self.reviewer,
                date=self.today,
                quote=quote,
                note=self.note,
            )
            for name, value in values.items()
        ]


def decide(dossier: Dossier, row: Row, change: Change) -> None:
    """Writes a decision on a row. One that was added by a person and is rejected leaves no line.

    Raises RefusedChange.
    """
    added = any(decision.decision == "add" for decision in row.decisions)
    values = {} if added and change.verdict == "reject" else _values(row, change)
    new = change.lines(row.table, row.id, row.quote, values)
    kinds = STAYS[change.verdict] if row.state != "open" else ()
    standing = [old for old in row.decisions if old.decision in kinds and not _corrected_again(old, new)]
    _try(dossier, [*standing, *new])
    _write(dossier, {decision.line for decision in row.decisions} - {decision.line for decision in standing}, new)


def withdraw(dossier: Dossier, table: str, id_: str) -> None:
    """Takes back all decisions on a row, which need not be there any more.

    Raises RefusedChange.
    """
    _write(dossier, _lines_on(dossier, table, id_), ())


def add(dossier: Dossier, table: str, mark: Mark, change: Change) -> str:
    """Writes a row that the rules missed; gives its id, which two people who add the same words share.

    Raises RefusedChange.
    """
    values = {name: value for name, value in _fitting(table, change.values).items() if value}
    place = _place(dossier, mark) if table in MENTION_TABLES else {"page": str(mark.page)}
    evidence = repr((table, mark.quote, mark.text, place.get("char_start")))
    id_ = f"{table}-{sha256(evidence.encode()).hexdigest()[:10]}-added"
    new = change.lines(table, id_, mark.quote, {**place, **values})
    _try(dossier, new)
    _write(dossier, _lines_on(dossier, table, id_), new)
    return id_


def _lines_on(dossier: Dossier, table: str, id_: str) -> set[int]:
    return {decision.line for decision in dossier.decisions if (decision.table, decision.id) == (table, id_)}


def _place(dossier: Dossier, mark: Mark) -> dict[str, str]:
    """The fields that tell where marked words stand. Where the quote alone tells their offsets, it shall."""
    place = {"text": mark.text, "page": str(mark.page), "boxes": mark.boxes}
    passage = wording_of(dossier.tables).passages.get(mark.section)
    if passage is None or passage.content[mark.char_start : mark.char_end] != mark.text:
        raise RefusedChange("The tables were made from another state of this PDF: run again, then add the row.")
    ends = {"char_start": mark.char_start, "char_end": mark.char_end}
    if offsets(mark.text, mark.quote, passage) == ends:
        return place
    return {**place, "section": mark.section, **{name: str(end) for name, end in ends.items()}}


def _corrected_again(old: Decision, new: Iterable[Decision]) -> bool:
    return any(old.decision == line.decision == "correct" and old.field == line.field for line in new)


def _values(row: Row, change: Change) -> dict[str, str]:
    """The values that the decision states. Who accepts a row has seen its values: each is told, so that the row does
    not stay accepted when the rules come to read another."""
    match change.verdict:
        case "accept":
            values = {value.name: value.text for value in row.values if value.text} or WHOLE_ROW
        case "correct":
            fitting = _fitting(row.table, change.values)
            values = {name: value for name, value in fitting.items() if value != row.value(name)}
            if not values:
                raise RefusedChange("Nothing was changed: to say that the row is right, accept it.")
        case _:
            values = WHOLE_ROW
    return values


def _fitting(table: str, values: Mapping[str, str]) -> dict[str, str]:
    """The values as the tables write them.

    Raises RefusedChange with all that the schema does not allow.
    """
    fields = {field.name: field for field in FIELDS[table]}
    fit, problems = dict[str, str](), dict[str, str]()
    for name, text in values.items():
        try:
            fit[name] = plain(fitting(fields[name], text)) if name in fields else ""
        except MisfitError as error:
            problems[name] = str(error)
    problems |= {name: "is no field of this table" for name in values if name not in fields}
    if problems:
        raise RefusedChange(" ".join(f"{name} {problem}." for name, problem in problems.items()), problems)
    return fit


def _try(dossier: Dossier, decisions: Iterable[Decision]) -> None:
    """Raises RefusedChange where a run would not apply the decisions."""
    _, told = decided(without_added(dossier.tables, dossier.decisions), decisions)
    if refusals := [check.message for check in told if check.check in NOT_APPLIED]:
        raise RefusedChange(refusals[0])


def _write(dossier: Dossier, dropped: Collection[int], new: Iterable[Decision]) -> None:
    try:
        rewrite(dossier.file.reviews, dropped, new)
    except LineError as error:
        raise RefusedChange(f"{dossier.file.reviews.name}, {error}; put this right first.") from error
    except OSError as error:
        raise RefusedChange(f"{dossier.file.reviews.name} could not be written: {error.strerror}.") from error


VERDICTS = ("accept", "correct", "reject", "withdraw")

Data = Mapping[str, Any]


def text(data: Data, name: str) -> str:
    """A text; empty where it was not sent."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise HTTPException(400, f"{name} must be a text.")
    return value


def choice(data: Data, name: str, allowed: Sequence[str]) -> str:
    """One of the allowed texts."""
    value = text(data, name)
    if value not in allowed:
        raise HTTPException(400, f"{name} must be one of {', '.join(allowed)}.")
    return value


def change(data: Data, verdict: str) -> Change:
    """What a person decides on a row.

    Raises RefusedChange where nobody says who it is.
    """
    values = data.get("values", {})
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise HTTPException(400, "values must be texts by field.")
    reviewer = text(data, "reviewer")
    if not reviewer:
        raise RefusedChange("Write your name in the field Reviewer first: it is kept with every decision.")
    kind = next(kind for kind in get_args(Verdict) if kind == verdict)
    return Change(verdict=kind, reviewer=reviewer, today=date.today(), note=text(data, "note"), values=values)


def mark(dossier: Dossier, data: Data) -> Mark:
    """The words in the box that was sent.

    Raises EmptySelection or pdf.UnreadablePage.
    """
    page, box = data.get("page"), data.get("box")
    corners = box if isinstance(box, list) and len(box) == 4 else []
    if not isinstance(page, int) or not corners or not all(isinstance(corner, int | float) for corner in corners):
        raise HTTPException(400, "A mark is a page and a box of four lengths.")
    return marked(pdf.sections(dossier.file.path, dossier.id, dossier.sha256), page, BoundingBox(*corners))
