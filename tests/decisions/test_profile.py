"""Decisions on the records of a profile, before anything is checked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.decisions.file import Decision
from pipeline.decisions.profile import decide
from pipeline.model import Document, Doubt
from pipeline.run.document import read
from pipeline.run.task import Options, Task
from tests.sample_tables import GRANT, profile_of

RAW = Path(__file__).parents[2] / "raw"


@pytest.mark.parametrize("name", ["ireland", "luxembourg", "republic-of-korea"])
def test_without_decisions_a_profile_stays_as_it_is(name: str) -> None:
    document = Document(id=name, file=f"{name}.pdf", sha256="", status="ok")
    path = RAW / f"{name}.pdf"
    profile = read(Task(document, path, path.with_suffix(".reviews.csv"), Options(verify=False), ""))
    assert profile.findings
    assert decide(profile, ()) == (profile, ())


def decision(profile, **line) -> Decision:
    grant = profile.findings[1]
    on_grant = {
        "line": 2,
        "table": "money",
        "id": grant.id,
        "reviewer": "Ann",
        "date": date(2026, 3, 1),
        "quote": GRANT,
    }
    return Decision(**{**on_grant, **line})


def with_doubts(profile):
    """The profile whose grant has a doubt about its currency, and one about its period."""
    doubts = (Doubt("currency", "two stand beside it", ("EUR", "USD")), Doubt("period", "two years are named"))
    given, grant = profile.findings
    return replace(profile, findings=(given, replace(grant, mention=replace(grant.mention, doubts=doubts))))


def test_what_a_person_corrects_is_no_longer_doubted() -> None:
    profile = with_doubts(profile_of())
    decided, _ = decide(profile, [decision(profile, decision="correct", field="currency", value="USD")])
    grant = decided.findings[1].mention
    assert (grant.currency, [doubt.field for doubt in grant.doubts]) == ("USD", ["period"])


def test_a_row_that_a_person_accepts_is_no_longer_doubted() -> None:
    profile = with_doubts(profile_of())
    decided, _ = decide(profile, [decision(profile, decision="accept")])
    assert decided.findings[1].mention.doubts == ()


def test_a_project_whose_amount_was_rejected_keeps_it_without_the_link() -> None:
    profile = profile_of(project=True)
    decided, (check,) = decide(profile, [decision(profile, decision="reject")])
    (project,) = decided.projects
    assert (project.amount, project.money) == (Decimal(3_000_000), None)
    assert (check.check, check.table, check.row, check.field) == (
        "unsupported-amount",
        "projects",
        project.id,
        "amount",
    )
