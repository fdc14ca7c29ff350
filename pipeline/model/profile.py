"""Everything that was read from one document: its findings, the rows made of them, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

from pipeline.ids import document_name
from pipeline.model.blocks import Span
from pipeline.model.csv_cells import Cell
from pipeline.model.mention import Doubt, Mention, Money, Qualifier
from pipeline.model.section import Furniture, Section

Status = Literal["ok", "failed", "no-text", "encrypted"]
Severity = Literal["error", "warning", "info"]
ContributionKind = Literal["assessed", "voluntary", "core", "earmarked", "humanitarian", "total", "other"]
Review = Literal["accepted", "corrected", "added"]
Basis = Literal["cell", "fact", "heading", "statement", "assumed"]
REVIEWS = "reviews"  # the source of what a person set


class Evidence(NamedTuple):
    """What a value of a row was read from: content[span] of a section, none where a person set it. `source` is the id
    of the mention or the cell that tells it, `reviews` of what a person set, empty of a title or a name that stands for
    itself; an item of a list has its own."""

    field: str
    value: Cell
    source: str
    basis: Basis | None
    section: Section
    span: Span | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A mention in its section. `id` stays the same as long as the sentence around the mention does."""

    id: str
    section: Section
    mention: Mention
    review: Review | None = None

    @property
    def page(self) -> int:
        """The page on which it begins."""
        places = self.section.within(self.mention.char_start, self.mention.char_end)
        first = next(places, None)
        return first.page if first else self.section.pages[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project section as a row: values decided from its findings. Lists are in reading order; `money` is the
    finding that the amount was read from."""

    id: str
    section: Section
    title: str
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str | None = None
    qualifier: Qualifier | None = None
    funders: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    duration: str | None = None
    countries: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    page: int | None = None
    money: Finding | None = None
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    review: Review | None = None

    @property
    def stands_on(self) -> int:
        """The page that a person has told, else that of its title, else the first of its section."""
        return self.page or _page_of(self.evidence, "title") or self.section.pages[0]


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """What the donor gave beyond single projects. `money` is the finding that the amount was read from, None of a row
    that a person added; `doubts` are those of the row alone, those of the mention are its own."""

    id: str
    section: Section
    kind: ContributionKind
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str | None = None
    qualifier: Qualifier | None = None
    period: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    funder: str | None = None
    page: int | None = None
    money: Finding | None = None
    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    review: Review | None = None

    @cached_property
    def stated(self) -> Money:
        """The row's amount, in the words that it was read from; of a row that a person added, in its own figures."""
        if self.money and isinstance(self.money.mention, Money):
            read = self.money.mention
        else:
            read = Money(text=f"{self.currency or ''} {self.amount or ''}".strip(), char_start=0, char_end=0, rule="")
        return replace(
            read,
            amount=self.amount,
            amount_max=self.amount_max,
            currency=self.currency,
            qualifier=self.qualifier or "exact",
        )

    @property
    def stands_on(self) -> int:
        """The page that a person has told, else that of its amount, else the first of its section."""
        return self.page or (self.money.page if self.money else self.section.pages[0])


def _page_of(evidence: tuple[Evidence, ...], field: str) -> int | None:
    placed = (e.section.within(*e.span) for e in evidence if e.field == field and e.span)
    return next((place.page for places in placed for place in places), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something for a person to look at. `check` is the check's id; table, row (an id) and field say where."""

    severity: Severity
    check: str
    message: str
    section: str = ""
    page: int | None = None
    table: str = ""
    row: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the run; `status` other than `ok` comes with one sentence in `error`."""

    id: str
    file: str
    sha256: str
    status: Status
    error: str = ""
    pages: int | None = None
    title: str = ""
    language: str = ""
    donor: str = ""
    donor_iso3: str = ""
    words: int | None = None
    review: Review | None = None

    @property
    def name(self) -> str:
        """The file's own name, whatever folder it lies in: ids of rows are made of it."""
        return document_name(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything that was read from one document."""

    document: Document
    sections: tuple[Section, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    findings: tuple[Finding, ...] = ()
    projects: tuple[Project, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    checks: tuple[Check, ...] = ()
