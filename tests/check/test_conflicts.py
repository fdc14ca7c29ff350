"""When two texts name one thing, and when two amounts are of one thing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.check.conflicts import (
    Said,
    TwoAmounts,
    TwoContributions,
    TwoProjectsOfOneName,
    is_conflict,
    project_named,
)
from pipeline.model import Contribution, Doubt, Finding, Money, Project, Section
from tests.places import places

TITLE = "Safer ports for fishing families of western Chad"  # six words that name: safer, ports, fishing, ...


@pytest.mark.parametrize(
    ("sentence", "title", "is_named"),
    [
        ("Ports and fishing families were visited.", TITLE, True),  # three of six words
        ("Ports and fishing were visited.", TITLE, False),
        ("Ports and families saw fishing.", "Safer ports for fishing families", True),  # three of four
        ("Ports and families.", "Safer ports for fishing families", False),
        ("Fishing ports of the sea.", "Fishing ports", True),  # all of two
        ("Fishing in the sea.", "Fishing ports", False),
        ("Ports.", "Ports", True),
        ("Anything at all.", "", False),
        ("Of the sea.", "The sea of it", False),  # words of three letters name nothing
        ("The Ports of many.", "Ports", True),
        ("One port.", "Port", True),  # words of four do
        ("One port.", "Port school", False),
        ("It went to Ethiopian schools.", "Ethiopia school", True),  # one word may be up to two letters longer
        ("It went to Ethiopians.", "Ethiopia", True),
        ("It went to Ethiopianss.", "Ethiopia", False),
        ("The SPP began.", "Safer ports (SPP)", True),
        ("The SPPs began.", "Safer ports (SPP)", False),
        ("The SP began.", "Safer ports (SP)", True),
        ("The S began.", "Safer ports (S)", False),
    ],
)
def test_a_sentence_names_a_title(sentence: str, title: str, is_named: bool) -> None:
    assert Said.of(sentence).names(title) is is_named


def section(id_: str, heading: str, text: str, kind: str = "project") -> Section:
    content = f"{heading}\n\n{text}" if heading else text
    return Section(id_, int(id_), kind, heading, text, places(content))  # type: ignore[arg-type]


def money(where: Section, words: str, amount: int, currency: str | None = "EUR") -> Finding:
    start = where.content.index(words)
    sentence = where.heading if start < len(where.heading) else where.text
    return Finding(
        f"m{where.id}-{start}",
        where,
        Money(
            text=words,
            char_start=start,
            char_end=start + len(words),
            rule="",
            amount=Decimal(amount),
            currency=currency,
            sentence=sentence,
            sentence_start=where.content.index(sentence),
        ),
    )


PORTS = section("1", "Safer ports (EUR 4 million)", "It has EUR 3 million.")
TOLD = section("2", "", "For Safer ports EUR 9 million came.", "other")
PROJECT = Project(id="p", section=PORTS, title="Safer ports", amount=Decimal(3_000_000), currency="EUR")


def test_a_mention_is_of_the_project_in_whose_heading_it_stands_or_that_its_sentence_names() -> None:
    other = replace(PROJECT, id="q", section=TOLD, title="Clean water")
    assert project_named(money(PORTS, "EUR 4 million", 4_000_000), [PROJECT, other]) is PROJECT
    assert project_named(money(PORTS, "EUR 3 million", 3_000_000), [PROJECT, other]) is None
    assert project_named(money(TOLD, "EUR 9 million", 9_000_000), [PROJECT, other]) is PROJECT
    assert project_named(money(TOLD, "EUR 9 million", 9_000_000), [PROJECT, replace(PROJECT, id="r")]) is None
    assert project_named(money(TOLD, "EUR 9 million", 9_000_000), [other]) is None


def two_amounts(profile_of, *findings: Finding, project: Project = PROJECT) -> list[str]:
    profile = replace(profile_of(""), sections=(PORTS, TOLD), findings=findings, projects=(project,))
    return [check.message.split(" has the amount ")[1].split(" is told")[0] for check in TwoAmounts().run(profile)]


@pytest.mark.parametrize(
    ("amount", "currency", "is_told"),
    [
        (9_000_000, "EUR", True),
        (29_999_999, "EUR", True),
        (30_000_000, "EUR", False),  # ten times as much is another thing
        (300_001, "EUR", True),
        (300_000, "EUR", False),
        (3_000_000, "EUR", False),
        (9_000_000, "USD", False),
        (3_000_000, "USD", True),  # no exchange gives the same digits
        (9_000_000, None, False),
    ],
)
def test_another_amount_of_one_size_is_told(profile_of, amount: int, currency: str | None, is_told: bool) -> None:
    own = money(PORTS, "EUR 3 million", 3_000_000)
    other = money(TOLD, "EUR 9 million", amount, currency)
    assert two_amounts(profile_of, own, other) == (['EUR 3,000,000, but "EUR 9 million"'] if is_told else [])


def test_an_amount_of_a_heading_that_its_text_tells_too_is_of_something_else(profile_of) -> None:
    heading, body = money(PORTS, "EUR 4 million", 4_000_000), money(PORTS, "EUR 3 million", 3_000_000)
    assert two_amounts(profile_of, heading, body) == ['EUR 3,000,000, but "EUR 4 million"']
    again = replace(body, mention=replace(body.mention, amount=Decimal(4_000_000)))
    assert two_amounts(profile_of, heading, again) == []
    assert two_amounts(profile_of, heading, body, project=replace(PROJECT, amount=None)) == []


def test_an_amount_beside_that_of_the_project_is_of_something_else(profile_of) -> None:
    other = money(TOLD, "EUR 9 million", 9_000_000)
    beside = replace(other, id="n", mention=replace(other.mention, amount=Decimal(3_000_000)))
    assert two_amounts(profile_of, other) == ['EUR 3,000,000, but "EUR 9 million"']
    assert two_amounts(profile_of, other, beside) == []


@pytest.mark.parametrize(
    ("field", "candidates", "assumed", "conflict"),
    [
        ("amount", ("EUR 2", "EUR 3"), False, True),
        ("start", ("2020", "2021"), False, True),
        ("end", ("2020", "2021"), False, True),
        ("duration", ("P1Y", "P2Y"), False, True),
        ("amount", ("EUR 2",), False, False),
        ("amount", ("EUR 2", "EUR 3"), True, False),
        ("currency", ("EUR", "USD"), False, False),
    ],
)
def test_two_values_of_a_field_are_a_conflict(
    field: str, candidates: tuple[str, ...], assumed: bool, conflict: bool
) -> None:
    assert is_conflict(Doubt(field, "two are told", candidates, assumed)) is conflict


def test_the_second_and_the_third_project_of_one_title_are_told(profile_of) -> None:
    titles = ["Safer ports", "Clean water", "safer  Ports", "Safer ports", "", ""]
    projects = tuple(replace(PROJECT, id=str(number), title=title) for number, title in enumerate(titles))
    told = TwoProjectsOfOneName().run(replace(profile_of(""), projects=projects))
    assert [check.row for check in told] == ["2", "3"]


GAVE = section("3", "Ireland", "In all EUR 5 million came.", "contributions")
AGAIN = section("4", "Facts", "In all EUR 6 million came.", "contributions")


def given(where: Section, millions: int, **values: object) -> Contribution:
    own = money(where, f"EUR {millions} million", millions * 1_000_000)
    row = {
        "kind": "core",
        "amount": Decimal(millions * 1_000_000),
        "currency": "EUR",
        "period": "2020/2021",
        "period_start": "2020-01-01",
        "period_end": "2021-12-31",
    }
    return Contribution(id=f"c{where.id}", section=where, money=own, **(row | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ({}, {}, True),
        ({"kind": "earmarked"}, {"kind": "earmarked"}, True),
        ({"kind": "earmarked", "period_end": "2020-12-31"}, {"kind": "earmarked", "period_end": "2020-12-31"}, False),
        ({"kind": "humanitarian"}, {"kind": "humanitarian"}, False),
        ({"kind": "core"}, {"kind": "voluntary"}, False),
        ({"period": None}, {"period": None}, False),
        ({"kind": "total", "period": None}, {"kind": "total", "period": None}, True),
        ({}, {"period_start": "2019-01-01"}, False),
        ({}, {"funder": "Sweden"}, False),
        ({}, {"funder": "Ireland"}, True),  # the donor of the document
        ({}, {"currency": "USD"}, False),
        ({}, {"amount": None}, False),
        ({}, {"amount": Decimal(5_600_000)}, True),
        ({}, {"amount": Decimal(5_400_000)}, False),
    ],
)
def test_one_kind_and_period_with_two_amounts(
    profile_of, first: dict[str, object], second: dict[str, object], is_told: bool
) -> None:
    rows = (given(GAVE, 5, **first), given(AGAIN, 6, **second))
    told = list(TwoContributions().run(replace(profile_of(""), contributions=rows)))
    assert [check.row for check in told] == (["c4"] if is_told else [])


def test_two_amounts_of_one_text_are_a_whole_and_its_part(profile_of) -> None:
    one = section("5", "EUR 5 million", "It gave EUR 6 million and EUR 7 million.", "contributions")
    rows = tuple(given(one, n) for n in (5, 6, 7))
    told = TwoContributions().run(replace(profile_of(""), contributions=rows))
    assert [check.message.split('"')[1] for check in told] == ["EUR 6 million", "EUR 7 million"]  # not as the heading
    told = TwoContributions().run(replace(profile_of(""), contributions=rows[1:]))
    assert list(told) == []
