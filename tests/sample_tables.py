"""Tables of a document with a contributions section and a project, made without rules so that a test can change one
thing at a time: a sentence, an amount, the rule that read it, another section."""

from decimal import Decimal
from typing import Any

import pandas as pd

from pipeline.ids import Register
from pipeline.model import Contribution, Document, Finding, Money, Profile, Project, Section, schema
from pipeline.relate.related import findings
from pipeline.write import rows
from pipeline.write.dataframes import framed
from tests.places import places

GIVEN = "Ireland gave the fund EUR 20 million."
GRANT = "Irish Aid provided EUR 3 million to the ports."


def tables_of(**sample: Any) -> dict[str, pd.DataFrame]:
    return frames(profile_of(**sample))


def frames(profile: Profile) -> dict[str, pd.DataFrame]:
    """The tables of a profile, as they are read back."""
    of_profile = rows.of(profile)
    return {table.name: framed(table, of_profile[table.name]) for table in schema.TABLES}


def profile_of(
    given: str = GIVEN,
    grant: str = GRANT,
    heading: str = "Safer ports",
    amount: str = "3000000",
    project: bool = False,
) -> Profile:
    first = _section(1, "contributions", "What Ireland gives", given)
    second = _section(2, "project", heading, grant)
    told = [(first, _money(first, given, "EUR 20 million", Decimal(20_000_000)))]
    told.append((second, _money(second, grant, "EUR 3 million", Decimal(amount))))
    registers: dict[str, Register] = {}
    found = tuple(f for section, money in told for f in findings("sample", section, money, registers))
    return Profile(
        document=Document(id="sample", file="sample.pdf", sha256="", status="ok", donor="Ireland", donor_iso3="IRL"),
        sections=(first, second),
        findings=found,
        projects=(_project(second, found if project else ()),),
        contributions=tuple(_contribution(first, finding) for finding in found if finding.section is first),
    )


def _section(position: int, kind: str, heading: str, text: str) -> Section:
    printed = places(f"{heading}\n\n{text}", position)
    return Section(Register("sections").of(heading), position, kind, heading, text, printed)


def _money(section: Section, sentence: str, text: str, amount: Decimal) -> tuple[Money, ...]:
    start = section.content.find(text)
    if start < 0:
        return ()
    place = {"char_start": start, "char_end": start + len(text), "sentence_start": len(section.heading) + 2}
    return (
        Money(text=text, **place, rule=f"a rule that reads {amount}", sentence=sentence, amount=amount, currency="EUR"),
    )


def _project(section: Section, found: tuple[Finding, ...]) -> Project:
    money = [finding for finding in found if finding.section is section]
    return Project(
        id=Register("projects").of(section.id),
        section=section,
        title=section.heading,
        amount=money[0].mention.amount if money else None,
        currency="EUR" if money else None,
        money=money[0] if money else None,
    )


def _contribution(section: Section, finding: Finding) -> Contribution:
    return Contribution(
        id=Register("contributions").of(finding.id),
        section=section,
        kind="total",
        amount=finding.mention.amount,
        currency="EUR",
        qualifier="exact",
        money=finding,
    )
