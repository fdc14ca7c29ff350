"""Profile -> the rows of every table, as plain values in the order of the schema's columns."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.model import Check, Contribution, Document, Finding, PlacedBox, Profile, Project, Section, schema
from pipeline.model.csv_cells import Cell

Row = tuple[Cell, ...]

NOBODY_YET = None  # what a person decided on a row is told when decisions are applied to the tables


def of(profile: Profile) -> dict[str, list[Row]]:
    """All rows by table name; tables without rows are there too."""
    document = profile.document.id
    rows: dict[str, list[Row]] = {table.name: [] for table in schema.TABLES}
    rows["documents"] = [_document(profile.document, profile.sections)]
    rows["sections"] = [_section(section, document) for section in profile.sections]
    rows["projects"] = [_project(project, document) for project in profile.projects]
    rows["contributions"] = [_contribution(contribution, document) for contribution in profile.contributions]
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
    )


def _section(section: Section, document: str) -> Row:
    first, last = section.pages
    return (
        section.id,
        document,
        section.position,
        section.kind,
        section.heading or None,
        first,
        last,
        _words(section),
        section.text or None,
        written_boxes(section.boxes()),
    )


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
        _joined(project.funders),
        _joined(project.partners),
        project.start,
        project.end,
        project.duration,
        _joined(project.countries),
        _joined(project.groups),
        _joined(project.places),
        _joined(project.beneficiaries),
        _joined(project.section.links),
        project.section.pages[0],
        NOBODY_YET,
    )


def _contribution(contribution: Contribution, document: str) -> Row:
    money, section = contribution.money, contribution.section
    return (
        contribution.id,
        document,
        section.id,
        contribution.kind,
        money.amount,
        money.amount_max,
        money.currency,
        money.qualifier,
        contribution.period,
        contribution.period_start,
        contribution.period_end,
        contribution.funder,
        section.boxes(money.char_start, money.char_end)[0].page,
    )


def _mention(finding: Finding, document: str) -> Row:
    mention, section = finding.mention, finding.section
    boxes = section.boxes(mention.char_start, mention.char_end)
    values = schema.table(mention.table).columns[len(schema.MENTION_HEAD) : -len(schema.MENTION_TAIL)]
    return (
        finding.id,
        document,
        section.id,
        boxes[0].page,
        mention.text,
        *(_cell(getattr(mention, name)) for name in values),
        mention.sentence or None,
        mention.char_start,
        mention.char_end,
        written_boxes(boxes),
        mention.rule,
        NOBODY_YET,
    )


def checks(told: Iterable[Check], document: str) -> list[Row]:
    """The rows of a document's checks. A check is known by what it is about, and by its number among those alike."""
    return list(_checks(told, document))


def _checks(told: Iterable[Check], document: str) -> Iterator[Row]:
    alike: Counter[str] = Counter()
    for check in told:
        place = "\x1f".join((document, check.check, check.section, check.table, check.row, check.field))
        alike[place] += 1
        identity = hashlib.sha256(f"{place}\x1f{alike[place]}".encode("utf-8", "replace")).hexdigest()[:16]
        yield (
            identity,
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


def _cell(value: Cell | tuple[str, ...]) -> Cell:
    return _joined(value) if isinstance(value, tuple) else value


def _joined(items: Iterable[str]) -> str | None:
    """A list as one cell; a `;` within an item is written as a URL writes it."""
    return ";".join(item.replace(";", "%3B") for item in items) or None


def written_boxes(boxes: Iterable[PlacedBox]) -> str | None:
    """The boxes as one cell, as the schema describes it."""
    return _joined(f"{placed.page}@{','.join(map(_points, placed.box))}" for placed in boxes)


def _points(length: float) -> str:
    """A length with at most two decimals; a hundredth of a point is far below what a page shows."""
    return f"{round(length, 2) + 0:.2f}".rstrip("0").rstrip(".")


def _words(section: Section) -> int:
    return len(section.content.split())
