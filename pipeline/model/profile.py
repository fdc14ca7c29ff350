"""Everything that was read from one document: its findings, the rows made of them, and what to look at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.model.mention import Doubt, Mention, Money, Qualifier
from pipeline.model.section import Furniture, Section

Status = Literal["ok", "failed", "no-text", "encrypted"]
Severity = Literal["error", "warning", "info"]
ContributionKind = Literal["assessed", "voluntary", "core", "earmarked", "humanitarian", "total", "other"]
Review = Literal["accepted", "corrected", "added"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A mention in its section. `id` stays the same as long as the sentence around the mention does."""

    id: str
    section: Section
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project section as a row: values decided from its findings. Lists are in reading order."""

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
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What the donor gave beyond single projects, told by one money mention. `doubts` are those of the row alone; those
    of the mention are its own."""

    id: str
    section: Section
    kind: ContributionKind
    money: Money
    period: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    funder: str | None = None
    doubts: tuple[Doubt, ...] = ()


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
