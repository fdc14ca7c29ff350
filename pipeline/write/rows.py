"""Profile -> the rows of every table, as plain values in the order of the schema's columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby

from pipeline.ids import Register
from pipeline.model import (
    Check,
    Contribution,
    Document,
    Finding,
    PlacedBox,
    Profile,
    Project,
    Section,
    identified,
    schema,
)
from pipeline.model.csv_cells import Cell, joined, plain

Row = tuple[Cell, ...]


def of(profile: Profile) -> dict[str, list[Row]]:
    """All rows by table name; tables without rows are there too."""
    document = profile.document.id
    rows: dict[str, list[Row]] = {table.name: [] for table in schema.TABLES}
    rows["documents"] = [_document(profile.document, profile.sections)]
    rows["sections"] = [_section(section, document) for section in profile.sections]
    rows["cells"] = list(_grid_cells(profile, document))
    rows["projects"] = [_project(project, document) for project in profile.projects]
    rows["contributions"] = [_contribution(contribution, document) for contribution in profile.contributions]
    rows["evidence"] = [
        evidence
        for table in ("projects", "contributions")
        for row in getattr(profile, table)
        for evidence in _evidence(row, table, document)
    ]
    for finding in profile.findings:
        rows[finding.mention.table].append(_mention(finding, document))
    rows["checks"] = checks(profile.checks, document)
    return rows


def _document(document: Document, sections: tuple[Section, ...]) -> Row:
    read = document.status == "ok"
    return (
        document.id,
        document.file,
        document.sha256 or None,
        document.pages,
        document.title or None,
        document.language or None,
        document.donor or None,
        document.donor_iso3 or None,
        document.status,
        document.error or None,
        len(sections) if read else None,
        sum(_words(section) for section in sections) if read else None,
        document.review,
    )


def _section(section: Section, document: str) -> Row:
    first, last = section.pages
    return (
        section.id,
        document,
        section.position,
        section.parent or None,
        section.kind,
        section.heading or None,
        first,
        last,
        _words(section),
        section.text or None,
        written_boxes(section.boxes()),
    )


def _grid_cells(profile: Profile, document: str) -> Iterator[Row]:
    """The cells of all tables; an empty one is on the page of the words before it in its table, or of its first."""
    for _, grid in groupby(identified(document, profile.sections), key=lambda placed: placed[1].grid):
        placed = [(id_, cell, cell.section.boxes(*cell.span) if cell.span else ()) for id_, cell in grid]
        page = next(boxes[0].page for _, _, boxes in placed if boxes)
        for id_, cell, boxes in placed:
            page = boxes[0].page if boxes else page
            where = (page, cell.grid, cell.row, cell.column, cell.kind)
            told = (cell.head or None, cell.label or None, cell.text or None, written_boxes(boxes))
            yield (id_, document, cell.section.id, *where, *told)


def _project(project: Project, document: str) -> Row:
    return (
        project.id,
        document,
        project.section.id,
        project.title or None,
        project.amount,
        project.amount_max,
        project.currency,
        project.qualifier,
        joined(project.funders),
        joined(project.partners),
        project.start,
        project.end,
        project.duration,
        joined(project.countries),
        joined(project.groups),
        joined(project.places),
        joined(project.beneficiaries),
        joined(project.section.links),
        project.stands_on,
        project.money.id if project.money else None,
        project.review,
    )


def _contribution(contribution: Contribution, document: str) -> Row:
    return (
        contribution.id,
        document,
        contribution.section.id,
        contribution.kind,
        contribution.amount,
        contribution.amount_max,
        contribution.currency,
        contribution.qualifier,
        contribution.period,
        contribution.period_start,
        contribution.period_end,
        contribution.funder,
        contribution.stands_on,
        contribution.money.id if contribution.money else None,
        contribution.review,
    )


def _evidence(row: Project | Contribution, table: str, document: str) -> Iterator[Row]:
    lists = {field.name for field in schema.table(table).fields if field.type == "list"}
    page = row.stands_on
    for evidence in row.evidence:
        boxes = evidence.section.boxes(*evidence.span) if evidence.span else ()
        place = (boxes[0].page if boxes else page, written_boxes(boxes))
        value = joined((str(evidence.value),)) if evidence.field in lists else plain(evidence.value)
        told = (evidence.field, value, evidence.source or None, evidence.basis)
        yield (document, table, row.id, *told, *place)


def _mention(finding: Finding, document: str) -> Row:
    mention, section = finding.mention, finding.section
    boxes = section.boxes(mention.char_start, mention.char_end)
    return (
        finding.id,
        document,
        section.id,
        boxes[0].page if boxes else finding.page,
        mention.text,
        *(_cell(getattr(mention, name)) for name in _values(mention.table)),
        mention.sentence or None,
        mention.char_start,
        mention.char_end,
        written_boxes(boxes),
        mention.rule,
        finding.review,
    )


@cache
def _values(table: str) -> tuple[str, ...]:
    """The fields of a mention that its table alone has."""
    return schema.table(table).columns[len(schema.MENTION_HEAD) : -len(schema.MENTION_TAIL)]


def checks(told: Iterable[Check], document: str) -> list[Row]:
    """The rows of a document's checks. A check is known by what it is about."""
    ids = Register("checks")
    return [
        (
            ids.of(check.check, check.section, check.table, check.row, check.field),
            check.severity,
            check.check,
            document,
            check.section or None,
            check.page,
            check.table or None,
            check.row or None,
            check.field or None,
            check.message,
        )
        for check in told
    ]


def _cell(value: Cell | tuple[str, ...]) -> Cell:
    return joined(value) if isinstance(value, tuple) else value


@lru_cache(maxsize=1 << 12)  # of words that several values tell
def written_boxes(boxes: tuple[PlacedBox, ...]) -> str | None:
    """The boxes as one cell, as the schema describes it."""
    return joined(f"{placed.page}@{','.join(map(_points, placed.box))}" for placed in boxes)


def _points(length: float) -> str:
    """A length with at most two decimals; a hundredth of a point is far below what a page shows."""
    return f"{length:z.2f}".rstrip("0").rstrip(".")


def _words(section: Section) -> int:
    return len(section.content.split())
