"""What a document lacks as a whole, and projects that the rest of it speaks against; rows made by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.check.document import MissingHeading, MissingText, NoProfile, OpenKind, is_bare
from pipeline.check.projects import BareProject, LargerThanAll, OtherCountry
from pipeline.model import Contribution, Country, Doubt, Finding, Money, Project, Section
from tests.places import places


def section(heading: str, text: str, kind: str = "project") -> Section:
    content = f"{heading}\n\n{text}" if heading else text
    return Section("s", 1, kind, heading, text, places(content))  # type: ignore[arg-type]


PORTS = section("Ports", "It builds ports.")
BARE = Project(id="p", section=PORTS, title="Ports")
PRICED = replace(BARE, amount=Decimal(5), currency="EUR")


@pytest.mark.parametrize(
    "stated",
    [
        {"amount": Decimal(0)},
        {"start": "2020"},
        {"end": "2020"},
        {"duration": "P1Y"},
        {"countries": ("TCD",)},
        {"groups": ("SADC",)},
        {"places": ("Moundou",)},
        {"doubts": (Doubt("amount", "two are told"),)},
    ],
)
def test_a_project_that_tells_anything_but_its_title_is_not_bare(stated: dict[str, object]) -> None:
    assert is_bare(BARE)
    assert not is_bare(replace(BARE, **stated))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bare", "priced", "is_no_profile"), [(4, 0, True), (3, 0, False), (3, 2, True), (3, 3, False), (2, 2, False)]
)
def test_most_of_four_projects_are_bare(profile_of, bare: int, priced: int, is_no_profile: bool) -> None:
    profile = replace(profile_of(""), projects=(BARE,) * bare + (PRICED,) * priced)
    assert [check.check for check in NoProfile().run(profile)] == ["no-profile"] * is_no_profile
    assert len(list(BareProject().run(profile))) == (0 if is_no_profile else bare)
    given = Contribution(id="c", section=PORTS, kind="total", amount=Decimal(5), currency="EUR")
    assert list(NoProfile().run(replace(profile, contributions=(given,)))) == []


def test_a_section_that_may_be_of_another_kind_is_told(profile_of) -> None:
    sure, open_ = section("Ports", "It builds ports."), replace(section("Piers", "It builds piers."), rival="other")
    (check,) = OpenKind().run(replace(profile_of(""), sections=(sure, open_)))
    assert (check.table, check.field, check.severity) == ("sections", "kind", "info")
    assert check.message == 'The section "Piers" is taken to be of kind project, but it may be of kind other.'


@pytest.mark.parametrize("kind", ["project", "contributions", "other", "front", "priorities"])
def test_a_section_of_projects_or_contributions_has_heading_and_text(profile_of, kind: str) -> None:
    told = kind in {"project", "contributions"}
    headless, empty = section("", "It builds ports.", kind), section("Ports", "", kind)
    assert len(list(MissingHeading().run(replace(profile_of(""), sections=(headless, empty))))) == told
    assert len(list(MissingText().run(replace(profile_of(""), sections=(headless, empty))))) == told


def test_a_message_quotes_the_first_sixty_characters_of_a_text(profile_of) -> None:
    profile = replace(profile_of(""), sections=(section("", f"{'a' * 60}b"),))
    (check,) = MissingHeading().run(profile)
    assert f'"{"a" * 60}"' in check.message


# ------------------------------------------------------------------------------------------------ the largest of all

GIVEN = section("Gifts", "EUR 9 million came, and EUR 2 million.", "contributions")


def given(words: str, **values: object) -> Contribution:
    start = GIVEN.content.index(words)
    amount = Decimal(words.split()[1]) * 1_000_000
    money = Money(text=words, char_start=start, char_end=start + len(words), rule="", amount=amount, currency="EUR")
    row = {"amount": amount, "currency": "EUR", "period_start": "2020-01-01", "period_end": "2022-12-31"}
    return Contribution(id=words, section=GIVEN, kind="total", money=Finding("m", GIVEN, money), **(row | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "project", "contribution", "is_told"),
    [
        (9_500_001, {}, {}, True),
        (9_500_000, {}, {}, False),  # what rounds to nine million
        (9_500_001, {"start": "2020"}, {}, True),
        (9_500_001, {"start": "2019-12"}, {}, False),  # it began before
        (9_500_001, {}, {"period_end": "2020-12-31"}, False),  # one year is not all
        (9_500_001, {}, {"period_start": None}, False),
        (9_500_001, {}, {"period_end": None}, False),
        (9_500_001, {"currency": "USD"}, {}, False),
    ],
)
def test_a_project_above_the_largest_contribution(
    profile_of, amount: int, project: dict[str, object], contribution: dict[str, object], is_told: bool
) -> None:
    row = replace(PRICED, amount=Decimal(amount), **project)  # type: ignore[arg-type]
    given_ = (given("EUR 2 million"), given("EUR 9 million", **contribution))
    told = LargerThanAll().run(replace(profile_of(""), projects=(row,), contributions=given_))
    assert [check.message.split('"')[3] for check in told] == ["EUR 9 million"] * is_told


def test_without_amounts_nothing_is_the_largest(profile_of) -> None:
    profile = replace(profile_of(""), projects=(PRICED,), contributions=(given("EUR 2 million", amount=None),))
    assert list(LargerThanAll().run(profile)) == []
    assert list(LargerThanAll().run(replace(profile, contributions=()))) == []
    assert list(LargerThanAll().run(replace(profile, projects=(BARE,), contributions=(given("EUR 2 million"),)))) == []


# ------------------------------------------------------------------------------------------------- another's country

ROADS = section("Roads of Chad", "They run through Mali to the Malian border.")


def country(words: str, iso3: str, kind: str = "country", role: str = "beneficiary") -> Finding:
    start = ROADS.content.index(words)
    mention = Country(
        text=words, char_start=start, char_end=start + len(words), rule="", name=words, iso3=iso3, kind=kind, role=role
    )  # type: ignore[arg-type]
    return Finding(words, ROADS, mention)


@pytest.mark.parametrize(
    ("findings", "is_told"),
    [
        ([country("Chad", "TCD"), country("Mali", "MLI")], True),
        ([country("Chad", "TCD"), country("Malian", "MLI", "demonym")], False),  # a people is no place of work
        ([country("Chad", "TCD"), country("Mali", "MLI", role="mentioned")], False),
        ([country("Chad", "TCD", role="mentioned"), country("Mali", "MLI")], False),
        ([country("Chad", "TCD"), country("Mali", "MLI"), country("Malian", "TCD", "demonym")], False),
        ([country("Chad", "TCD"), country("Mali", "MLI"), country("border", "TCD", role="mentioned")], False),
        ([country("Chad", "TCD", "place"), country("Mali", "MLI")], False),
        ([country("Mali", "MLI")], False),
        ([country("Chad", "TCD")], False),
    ],
)
def test_heading_and_text_name_different_countries(profile_of, findings: list[Finding], is_told: bool) -> None:
    project = replace(BARE, section=ROADS, title="Roads of Chad")
    profile = replace(profile_of(""), projects=(project,), findings=tuple(findings))
    told = [check.message.split('"')[3::2] for check in OtherCountry().run(profile)]
    assert told == ([["Chad", "Mali"]] if is_told else [])
