"""Profile and decisions -> the profile as people decided, and a check for each decision that was not applied.

Takes and gives records, before anything is checked or written. What a person has settled leaves no doubt behind. The
sections, and every row that nobody decided on, stay the very records that came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from pipeline.decisions.apply import Decided, apply
from pipeline.decisions.fields import FIELDS, MENTION_TABLES, REVIEWED, Row, is_settled_by_acceptance
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import Passage, Wording
from pipeline.model import (
    REVIEWS,
    Check,
    Contribution,
    Country,
    Document,
    Evidence,
    Finding,
    Mention,
    Money,
    Profile,
    Project,
    Quantity,
    Review,
    Section,
    Time,
    schema,
)
from pipeline.model.csv_cells import Cell, joined, parted
from pipeline.model.schema import Field

MENTIONS: dict[str, type[Mention]] = {kind.table: kind for kind in (Money, Time, Country, Quantity)}
LINKS = frozenset({"id", "section", "money"})  # fields whose records are looked up

UNSTATED = frozenset({"page", "review"})  # fields that say nothing of what a row states

S = TypeVar("S", Mention, Project, Contribution)


def decide(profile: Profile, decisions: Sequence[Decision]) -> tuple[Profile, tuple[Check, ...]]:
    """The profile with every decision that holds, and what a person should look at again."""
    if not decisions:
        return profile, ()
    records: dict[str, dict[str, Any]] = {name: {} for name in REVIEWED}
    for finding in profile.findings:
        records[finding.mention.table][finding.id] = finding
    records["projects"] = {project.id: project for project in profile.projects}
    records["contributions"] = {contribution.id: contribution for contribution in profile.contributions}
    rows = {
        name: {id_: _row(name, record, profile.document.id) for id_, record in of_table.items()}
        for name, of_table in records.items()
    }
    rows["documents"] = {profile.document.id: _document_row(profile.document)}
    decided, checks = apply(rows, decisions, _wording(profile))
    sections = {section.id: section for section in profile.sections}
    findings = {
        id_: _finding(records[table].get(id_), row, rows[table].get(id_, {}), table, sections)
        for table in MENTION_TABLES
        for id_, row in decided[table].items()
    }

    def resting(table: str, kind: type[S]) -> tuple[S, ...]:
        """Each row linked to the finding that its amount was read from, as that was decided."""
        return tuple(
            _stated(
                table,
                kind,
                records[table].get(id_),
                row,
                rows[table].get(id_, {}),
                id=id_,
                section=sections[str(row.cells["section"])],
                money=findings.get(str(row.cells["money"])),
            )
            for id_, row in decided[table].items()
        )

    in_reading_order = sorted(findings.values(), key=_place)
    profile = replace(
        profile,
        document=_document(profile.document, decided["documents"][profile.document.id].cells),
        findings=tuple(in_reading_order),
        projects=resting("projects", Project),
        contributions=resting("contributions", Contribution),
    )
    return profile, checks


def _document_row(document: Document) -> Row:
    names = (field.name for field in FIELDS["documents"])
    return {
        "document": document.id,
        **{name: getattr(document, name) or None for name in names},
        "review": document.review,
    }


def _document(document: Document, row: Row) -> Document:
    stated: dict[str, Any] = {field.name: str(row[field.name] or "") for field in FIELDS["documents"]}
    return replace(document, **stated, review=cast("Review | None", row["review"]))


def unsettled(checks: Iterable[Check], profile: Profile) -> tuple[Check, ...]:
    """The checks without those on rows that a person has accepted as they are."""
    accepted = {(f.mention.table, f.id) for f in profile.findings if f.review == "accepted"}
    accepted |= {("projects", project.id) for project in profile.projects if project.review == "accepted"}
    accepted |= {("contributions", given.id) for given in profile.contributions if given.review == "accepted"}
    accepted |= {("documents", profile.document.id)} if profile.document.review == "accepted" else set()
    return tuple(
        check for check in checks if (check.table, check.row) not in accepted or not is_settled_by_acceptance(check)
    )


def _place(finding: Finding) -> tuple[int, int, int]:
    return finding.section.position, finding.mention.char_start, finding.mention.char_end


def _row(table: str, record: Finding | Project | Contribution, document: str) -> Row:
    """The record as plain values by field; what follows from its place is left out."""
    stated = record.mention if isinstance(record, Finding) else record
    known: dict[str, Cell] = {
        "id": record.id,
        "document": document,
        "section": record.section.id,
        "page": record.page if isinstance(record, Finding) else record.stands_on,
        "money": record.money.id if not isinstance(record, Finding) and record.money else None,
        "review": record.review,
    }
    return {
        name: known[name] if name in known else _cell(getattr(stated, name, None))
        for name in schema.table(table).columns
    }


def _cell(value: Any) -> Cell:
    return joined(value) if isinstance(value, tuple) else value


def _wording(profile: Profile) -> Wording:
    passages = (
        Passage(section.id, section.position, section.pages[0], section.heading, section.content)
        for section in profile.sections
    )
    sentences = ((finding.section.id, finding.mention.sentence) for finding in profile.findings)
    figures = ((finding.id, finding.mention.text) for finding in profile.findings)
    return Wording(profile.document.id, passages, sentences, figures)


def _finding(old: Finding | None, row: Decided, before: Row, table: str, sections: Mapping[str, Section]) -> Finding:
    if old and row.cells == before and not row.settled:
        return old
    section = sections[str(row.cells["section"])]
    mention = _stated(table, MENTIONS[table], old.mention if old else None, row, before)
    if not old:
        mention = replace(mention, sentence_start=max(section.content.find(mention.sentence), 0))
    return Finding(str(row.cells["id"]), section, mention, cast("Review | None", row.cells["review"]))


def _stated(table: str, kind: type[S], old: S | None, row: Decided, before: Row, **links: Any) -> S:
    """The record with the values of the row that differ from those before, and without doubts that are settled."""
    own = {field.name for field in fields(kind)} - LINKS
    changed: dict[str, Any] = {
        field.name: _typed(field, row.cells[field.name])
        for field in schema.table(table).fields
        if field.name in own and row.cells[field.name] != before.get(field.name)
    }
    if table in ("projects", "contributions"):
        read: tuple[Evidence, ...] = old.evidence if isinstance(old, Project | Contribution) else ()
        kept: list[Evidence] = [evidence for evidence in read if evidence.field not in changed]
        links["evidence"] = (*kept, *_by_people(changed, links["section"]))
    if old is None:
        return kind(**changed, **links)
    doubts = tuple(doubt for doubt in old.doubts if doubt.field not in row.settled)
    return replace(old, **changed, **links, doubts=doubts)


def _by_people(changed: Mapping[str, Any], section: Section) -> Iterator[Evidence]:
    """That people set the values of a row."""
    for field, value in changed.items():
        items = value if isinstance(value, tuple) else (value,)
        if field not in UNSTATED:
            yield from (Evidence(field, item, REVIEWS, None, section, None) for item in items if item)


def _typed(field: Field, cell: Cell) -> object:
    if field.type == "list":
        return parted(cell)
    return "" if cell is None and field.name == "title" else cell
