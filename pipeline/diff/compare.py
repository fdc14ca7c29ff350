"""Editions -> changes: projects and contributions that are new, gone or changed, and figures that are no longer told.

Lists are compared without regard to their order, texts without regard to white space. A figure is no longer told where
its value stands nowhere in the new edition and no other change tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

from pipeline.decisions.fields import FIELDS
from pipeline.diff import match
from pipeline.diff.match import Change, Edition, Figure, Matching, Row

LISTS = {field.name for fields in FIELDS.values() for field in fields if field.type == "list"}
FOLLOWS = {"period_start", "period_end"}  # from the period, which is compared
GIST = ("kind", "amount", "period", "start", "end", "duration", "countries", "groups", "funders", "funder")


def compare(old: Sequence[Edition], new: Sequence[Edition]) -> tuple[Change, ...]:
    """All changes: of the documents that both sides have, then of new ones, then of those that are gone."""
    documents = match.editions(old, new)
    return (
        *(change for pair in documents.pairs for change in _of_pair(*pair)),
        *(change for edition in documents.new for change in _of_whole(edition, "new")),
        *(change for edition in documents.gone for change in _of_whole(edition, "gone")),
    )


def _of_pair(old: Edition, new: Edition) -> Iterator[Change]:
    """Nothing is said of the rows of a document that could not be read."""
    document = new.document
    if old.error != new.error:
        yield Change(
            document=document, table="documents", row=document, what="changed", name=document, field="error",
            old=old.error, new=new.error,
        )  # fmt: skip
    if old.error or new.error:
        return
    projects = match.projects(old.projects, new.projects)
    contributions = match.contributions(old.contributions, new.contributions)
    yield from _of_rows(document, "projects", projects)
    yield from _of_rows(document, "contributions", contributions)
    yield from _no_longer_told(document, old.figures, new.figures, projects, contributions)


def _of_whole(edition: Edition, what: Literal["new", "gone"]) -> Iterator[Change]:
    document = edition.document
    yield Change(document=document, table="documents", row=document, what=what, name=document)
    for table, rows in (("projects", edition.projects), ("contributions", edition.contributions)):
        yield from _of_rows(document, table, Matching(new=rows) if what == "new" else Matching(gone=rows))


def _of_rows(document: str, table: str, rows: Matching[Row]) -> Iterator[Change]:
    for row in rows.new:
        yield Change(
            document=document, table=table, row=row.id, what="new", name=row.name, new=_gist(row), new_page=row.page
        )
    for before, after in rows.pairs:
        yield from _of_fields(document, table, before, after)
    for row in rows.gone:
        yield Change(
            document=document, table=table, row=row.id, what="gone", name=row.name, old=_gist(row), old_page=row.page
        )


def _of_fields(document: str, table: str, before: Row, after: Row) -> Iterator[Change]:
    for field, old in before.values.items():
        new = after.values[field]
        if field not in FOLLOWS and _meaning(field, old) != _meaning(field, new):
            yield Change(
                document=document, table=table, row=after.id, what="changed", name=after.name, field=field,
                old=old, new=new, old_page=before.page, new_page=after.page,
            )  # fmt: skip


def _no_longer_told(
    document: str,
    old: Iterable[Figure],
    new: Iterable[Figure],
    projects: Matching[Row],
    contributions: Matching[Row],
) -> Iterator[Change]:
    pairs = (*projects.pairs, *contributions.pairs)
    told = {figure.value for figure in new}
    told |= {row.amount for row in (*projects.gone, *contributions.gone)}
    told |= {before.amount for before, after in pairs if before.amount != after.amount}
    gone = {project.section for project in projects.gone}
    for figure in old:
        if figure.value not in told and figure.section not in gone:
            told.add(figure.value)
            yield Change(
                document=document, table=figure.table, row=figure.id, what="no longer told", name=figure.text,
                old=figure.sentence, old_page=figure.page,
            )  # fmt: skip


def _meaning(field: str, value: str) -> object:
    return sorted(value.split(";")) if field in LISTS else " ".join(value.split())


def _gist(row: Row) -> str:
    """What the row states, for people."""
    stated = {name: value for name, value in row.values.items() if name in GIST and value}
    if amount := stated.get("amount"):
        upper = f"-{grouped(row.values['amount_max'])}" if row.values["amount_max"] else ""
        stated["amount"] = f"{row.values['currency']} {grouped(amount)}{upper}".strip()
    return ", ".join(stated.values())


def grouped(amount: str) -> str:
    """A plain decimal with its thousands apart; anything else as it is."""
    return f"{Decimal(amount):,f}" if amount else amount
