"""Decisions on the records of a profile, before anything is checked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.decisions.file import Decision
from pipeline.decisions.profile import decide, unsettled
from pipeline.model import Check, Document, Doubt, Evidence
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


def test_who_accepts_all_that_a_row_states_accepts_what_it_leaves_empty() -> None:
    """As the review page writes it: a line for each value."""
    profile = with_doubts(profile_of())
    money = profile.findings[1].mention
    values = {"amount": str(money.amount), "currency": "EUR", "qualifier": "exact"}
    lines = [decision(profile, decision="accept", field=name, value=value) for name, value in values.items()]
    decided, _ = decide(profile, lines)
    assert decided.findings[1].mention.doubts == ()


def test_a_check_on_a_row_goes_once_a_person_has_accepted_it() -> None:
    profile = profile_of()
    given, grant = (
        Check(severity="warning", check="x", message="Look.", table="money", row=finding.id)
        for finding in profile.findings
    )
    decided, _ = decide(profile, [decision(profile, decision="accept")])
    assert unsettled((given, grant), decided) == (given,)
    corrected, _ = decide(profile, [decision(profile, decision="correct", field="amount", value="5")])
    assert unsettled((given, grant), corrected) == (given, grant), "a corrected row has passed all checks anew"


def test_who_accepts_a_document_without_a_donor_has_not_looked_at_how_its_pages_were_read() -> None:
    profile = profile_of()
    profile = replace(profile, document=replace(profile.document, review="accepted"))
    whole = Check(severity="warning", check="x", message="Look.", table="documents", row=profile.document.id)
    donor, pages, page = replace(whole, field="donor"), replace(whole, field="pages"), replace(whole, page=2)
    assert unsettled((whole, donor, pages, page), profile) == (pages, page)


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


def test_checks_on_accepted_projects_and_contributions_go() -> None:
    profile = profile_of(project=True)
    (project,), (given,) = profile.projects, profile.contributions
    tables = {"projects": project.id, "contributions": given.id}
    checks = tuple(
        Check(severity="warning", check="x", message="Look.", table=table, row=id_) for table, id_ in tables.items()
    )
    on_project, on_given = checks
    assert unsettled(checks, profile) == checks
    assert unsettled(checks, replace(profile, projects=(replace(project, review="accepted"),))) == (on_given,)
    assert unsettled(checks, replace(profile, contributions=(replace(given, review="accepted"),))) == (on_project,)
    assert unsettled(checks, replace(profile, projects=(replace(project, review="corrected"),))) == checks


def test_a_value_that_a_person_set_is_told_to_be_theirs() -> None:
    profile = profile_of(project=True)
    (project,) = profile.projects
    read = Evidence("title", project.title, "", "heading", project.section, None)
    money = Evidence("amount", project.amount, profile.findings[1].id, "statement", project.section, None)
    profile = replace(profile, projects=(replace(project, evidence=(read, money)),))
    on_it = {"table": "projects", "id": project.id}
    lines = [
        decision(profile, **on_it, decision="correct", field="amount", value="5"),
        decision(profile, **on_it, decision="correct", field="countries", value="MLI;NER"),
        decision(profile, **on_it, decision="correct", field="page", value="2"),
        decision(profile, **on_it, decision="correct", field="currency", value=""),
    ]
    (decided,) = decide(profile, lines)[0].projects
    told = [(each.field, each.value, each.source, each.basis) for each in decided.evidence]
    assert told[0] == ("title", project.title, "", "heading")
    assert sorted(told[1:], key=str) == [
        ("amount", Decimal(5), "reviews", None),
        ("countries", "MLI", "reviews", None),
        ("countries", "NER", "reviews", None),
    ]


def test_an_added_row_stands_where_its_sentence_begins() -> None:
    profile = profile_of()
    add = {"id": "mine", "decision": "add"}
    lines = [decision(profile, **add, field=name, value=value) for name, value in (("text", "ports"), ("amount", "1"))]
    added = decide(profile, lines)[0].findings[-1].mention
    assert (added.sentence, added.sentence_start) == (GRANT, profile.sections[1].content.index(GRANT))
