"""Checks on single values, on mentions made by hand: one that fires each, and one that must not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.check import check
from pipeline.model import Cell, Contribution, Country, Doubt, Finding, Money, Project, Quantity, Span, Table, Time

CONTENT = "Ireland gave 5 dollars to Georgia on 5/3/2021."


@pytest.fixture
def told(profile_of):
    """The messages of one check on a profile with these mentions."""

    def run(id_, *mentions):
        profile = profile_of(CONTENT)
        rows = (Finding(f"row-{number}", profile.sections[0], mention) for number, mention in enumerate(mentions, 1))
        return [c for c in check(replace(profile, findings=tuple(rows))) if c.check == id_]

    return run


def mention(record, text, **values):
    start = CONTENT.find(text)
    return record(text=text, char_start=start, char_end=start + len(text), rule="by hand", sentence=CONTENT, **values)


def test_an_amount_without_currency(told):
    (check_,) = told("missing-currency", mention(Money, "5 dollars", amount=Decimal(5)))
    assert (check_.severity, check_.table, check_.row, check_.field) == ("warning", "money", "row-1", "currency")
    assert (check_.section, check_.page) == ("s-0", 1)
    assert check_.message == '"5 dollars" is an amount without a currency.'


def test_rows_that_people_have_changed_are_looked_at_as_mentions_are(profile_of):
    profile = profile_of(CONTENT)
    five = mention(Money, "5 dollars", amount=Decimal(5), currency="USD")
    read = Finding("money-1", profile.sections[0], five)
    emptied = Project(id="p-1", section=profile.sections[0], title="Ports", amount=Decimal(5000), money=read)
    turned = Contribution(
        id="c-1",
        section=profile.sections[0],
        kind="total",
        amount=Decimal(5),
        amount_max=Decimal(2),
        currency="USD",
        money=read,
    )
    told = check(replace(profile, findings=(read,), projects=(emptied,), contributions=(turned,)))
    assert {(c.check, c.table, c.row, c.field, c.message) for c in told if c.table != "documents"} >= {
        (
            *("missing-currency", "projects", "p-1", "currency"),
            '5,000 of the project "Ports" is an amount without a currency.',
        ),
        (
            *("reversed-range", "contributions", "c-1", "amount_max"),
            'The range 5 to 2 of the contribution "5 dollars" ends below its start.',
        ),
    }


def test_a_currency_that_the_page_leaves_open_is_told_of_the_mention_alone(profile_of):
    profile = profile_of(CONTENT)
    doubt = Doubt("currency", "dollars are money of several countries", ("USD", "CAD"))
    read = Finding("money-1", profile.sections[0], mention(Money, "5 dollars", amount=Decimal(5), doubts=(doubt,)))
    project = Project(id="p-1", section=profile.sections[0], title="Ports", amount=Decimal(5), money=read)
    told = check(replace(profile, findings=(read,), projects=(project,)))
    assert [c for c in told if c.check == "missing-currency"] == []


def test_an_amount_with_currency(told):
    assert told("missing-currency", mention(Money, "5 dollars", amount=Decimal(5), currency="USD")) == []


def test_an_open_currency_is_told_once(told):
    """A doubt says more than that the currency is missing: it says which ones it may be."""
    doubt = Doubt("currency", "dollars are money of several countries", ("USD", "CAD"))
    dollars = mention(Money, "5 dollars", amount=Decimal(5), doubts=(doubt,))
    assert told("missing-currency", dollars) == []
    (check_,) = told("undecided-value", dollars)
    assert (check_.table, check_.row, check_.field) == ("money", "row-1", "currency")
    assert check_.message == (
        'The currency of "5 dollars" was left empty: dollars are money of several countries; it may be USD or CAD.'
    )


def test_an_assumed_currency(told):
    doubt = Doubt("currency", "the document does not say whose dollars these are", ("USD",), assumed=True)
    dollars = mention(Money, "5 dollars", amount=Decimal(5), currency="USD", doubts=(doubt,))
    assert told("undecided-value", dollars) == []
    (check_,) = told("assumed-value", dollars)
    assert check_.message == (
        'The currency of "5 dollars" is taken to be USD: the document does not say whose dollars these are.'
    )


def test_nobody_who_is_assumed(profile_of):
    """Of bodies whose part is left open a field may stay empty: the check says so."""
    text = "## project: Ports of Togo\n\nEUR 3 million pays for the ports. The Port Council is proud of it."
    (check_,) = [each for each in check(profile_of(text)) if each.field == "partners"]
    assert check_.message == (
        'The partners of the project "Ports of Togo" are taken to be none: the text does not say whether others work '
        "along that it names: Port Council."
    )


def test_an_amount_of_nothing_that_is_assumed(told):
    """The doubt itself says whether its value was left open: 0 is a value, too."""
    doubt = Doubt("amount", "the sign may stand for nothing", ("0",), assumed=True)
    nothing = mention(Money, "EUR –", amount=Decimal(0), currency="EUR", doubts=(doubt,))
    assert told("undecided-value", nothing) == []
    assert [check_.field for check_ in told("assumed-value", nothing)] == ["amount"]


def test_what_is_assumed_of_the_mentions_of_a_table_is_told_once_and_of_a_sentence_each(profile_of):
    profile = profile_of(CONTENT)
    doubt = Doubt("currency", "nothing says whose dollars these are", ("USD",), assumed=True)
    mentions = [
        mention(Money, text, amount=Decimal(5), currency="USD", doubts=(doubt,)) for text in ("5", "Georgia", "3")
    ]
    places = [Span(m.char_start, m.char_end) for m in mentions]
    table = Table(None, tuple(Cell(place, 1, column, "cell") for column, place in enumerate(places[:2], 1)), stub=0)
    section = replace(profile.sections[0], blocks=(table,))
    findings = tuple(Finding(f"row-{number}", section, each) for number, each in enumerate(mentions, 1))
    told = [c for c in check(replace(profile, sections=(section,), findings=findings)) if c.check == "assumed-value"]
    assert [c.row for c in told] == ["row-1", "row-3"]
    assert told[0].message.startswith('The currency of "5" and of 1 more in its section is taken to be USD')


def test_what_is_assumed_of_contributions_is_told_of_each(profile_of):
    text = "## contributions: Facts\n\nAssessed contributions: EUR 3 million\n\nCore contributions: EUR 2 million"
    checks = [each for each in check(profile_of(text)) if each.check == "assumed-value"]
    assert [each.field for each in checks] == ["funder", "funder"]
    assert len({each.row for each in checks}) == 2


def test_an_ambiguous_country(told):
    doubt = Doubt("iso3", "this is a country and a State of the USA", ("GEO", "USA"))
    (check_,) = told("undecided-value", mention(Country, "Georgia", kind="country", name="Georgia", doubts=(doubt,)))
    assert (check_.table, check_.field) == ("countries", "iso3")
    assert "it may be GEO or USA" in check_.message


def test_an_ambiguous_date(told):
    doubt = Doubt("value", "day and month may stand either way", ("2021-03-05", "2021-05-03"))
    (check_,) = told("undecided-value", mention(Time, "5/3/2021", kind="day", doubts=(doubt,)))
    assert (check_.table, check_.field) == ("dates", "value")
    assert "it may be 2021-03-05 or 2021-05-03" in check_.message


def test_a_project_that_the_rules_left_open(profile_of):
    profile = profile_of("## The safer ports project\n\nIn Chad.")
    doubt = Doubt("amount", "two amounts are told", ("EUR 2 million", "EUR 3 million"))
    project = replace(profile.projects[0], doubts=(doubt,))
    (check_,) = (c for c in check(replace(profile, projects=(project,))) if c.field == "amount")
    assert check_.check == "conflicting-amounts"
    assert (check_.table, check_.row, check_.field) == ("projects", project.id, "amount")
    assert check_.message == (
        'The amount of the project "The safer ports project" was left empty: two amounts are told; '
        "it may be EUR 2 million or EUR 3 million."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Malawi signed with the World Bank for EUR 3 million.",
            (
                "undecided-value",
                "funder",
                "another than the donor may have given it; it may be Ireland or Malawi or World",
            ),
        ),
        (
            "Assessed contributions came to EUR 3 million.",
            ("assumed-value", "funder", "is taken to be Ireland: its sentence does not name who gives."),
        ),
        # a doubt of the mention is not told again of the row made from it
        ("Ireland gave EUR 3 million a year in 2010-13.", None),
    ],
)
def test_doubts_of_contributions(profile_of, text, told):
    checks = check(profile_of(f"## contributions: Facts\n\n{text}"))
    rows = [each for each in checks if each.table == "contributions" and each.check.endswith("-value")]
    if told is None:
        assert rows == []
        assert [each.table for each in checks if each.check == "undecided-value"] == ["money"]
    else:
        ((check_,), (name, field, words)) = rows, told
        assert (check_.check, check_.field) == (name, field)
        assert words in check_.message


def test_a_range_that_ends_below_its_start(told):
    reversed_ = {"amount": Decimal(6), "amount_max": Decimal(5), "currency": "USD", "qualifier": "between"}
    (check_,) = told("reversed-range", mention(Money, "5 dollars", **reversed_))
    assert (check_.field, check_.message) == ("amount_max", 'The range "5 dollars" ends below its start.')
    for right in (6, 7):
        assert told("reversed-range", mention(Money, "5 dollars", **{**reversed_, "amount_max": Decimal(right)})) == []
        range_ = {"value": Decimal(6), "value_max": Decimal(right), "unit": "dollars"}
        assert told("reversed-range", mention(Quantity, "5", **range_)) == []
    (check_,) = told("reversed-range", mention(Quantity, "5", value=Decimal(6), value_max=Decimal(5), unit="dollars"))
    assert check_.field == "value_max"


@pytest.mark.parametrize(
    ("check_id", "fires", "silent"),
    [
        ("foreign-language", {"language": "de"}, {"language": "en-GB"}),
        ("foreign-language", {"language": "pt-BR"}, {"language": ""}),
        ("unknown-donor", {"donor": "", "donor_iso3": ""}, {}),
    ],
)
def test_what_the_document_tells_of_itself(profile_of, check_id, fires, silent):
    (check_,) = (c for c in check(profile_of(CONTENT, **fires)) if c.check == check_id)
    assert (check_.severity, check_.section, check_.table) == ("warning", "", "documents")
    assert not [c for c in check(profile_of(CONTENT, **silent)) if c.check == check_id]


def test_an_unread_document_has_no_checks(profile_of):
    """Its status says already why there is nothing."""
    assert check(profile_of("", language="", donor="", donor_iso3="")) == ()


def test_document_first_then_reading_order(profile_of):
    text = "## A project\n\nThe project helps.\n\n## The project in Chad\n\n## C project\n\nThe project helps."
    checks = check(profile_of(text, donor=""))
    assert [(c.section, c.check) for c in checks] == [
        ("", "unknown-donor"),
        ("s-1", "bare-project"),
        ("s-2", "missing-text"),
        ("s-3", "bare-project"),
    ]
