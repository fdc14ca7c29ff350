"""What the columns of a list of givers stand for: one gift shown in several columns is one contribution."""

import pytest

from pipeline.model import Money, Profile
from tests.relate.test_tables import Part, profile


def given(*parts: Part) -> list[tuple[str | None, int, str | None, str, str | None]]:
    found = profile(*parts, heading="Gifts to the fund", kind="contributions", title="Port fund")
    return [(c.funder, int(c.amount or 0), c.currency, c.kind, c.period) for c in found.contributions]


def roles(found: Profile) -> list[tuple[str, str | None]]:
    return [(f.mention.text, f.mention.role) for f in found.findings if isinstance(f.mention, Money)]


@pytest.mark.parametrize("head", ["Cumulative", "Total to date", "Since inception", "All years", "2021–2022"])
def test_a_column_of_all_years_is_the_total_of_those_beside_it(head: str) -> None:
    rows = [["Donor", "2021", "2022", head], ["Norway", "100,000", "200,000", "300,000"]]
    kinds = [(amount, kind) for _, amount, _, kind, _ in given("Gifts in US$", rows)]
    assert kinds == [(100_000, "other"), (200_000, "other"), (300_000, "total")]


def test_a_column_of_two_years_beside_one_of_them_is_no_total() -> None:
    rows = [["Donor", "2020–2021", "2021"], ["Norway", "300,000", "200,000"]]
    assert [kind for _, _, _, kind, _ in given("Gifts in US$", rows)] == ["other", "other"]


@pytest.mark.parametrize(("head", "period"), [("Since 2010", "2010/.."), ("Up to 2021", "../2021"), ("2021", "2021")])
def test_a_column_since_or_up_to_a_year_is_not_of_that_year(head: str, period: str) -> None:
    rows = [["Donor", "2022", head], ["Norway", "100,000", "900,000"]]
    assert [told for *_, told in given("Gifts in US$", rows)] == ["2022", period]


@pytest.mark.parametrize(
    ("promised", "paid", "left"),
    [
        ("Pledged", "Paid in", "Outstanding"),
        ("Commitment", "Received", "Balance"),
        ("Approved", "Transferred", "Unpaid"),
        ("Contribution", "Utilized", "Carried over"),
    ],
)
def test_what_was_paid_of_a_promise_is_no_second_gift(promised: str, paid: str, left: str) -> None:
    rows = [["Donor", promised, paid, left], ["Norway", "100,000", "80,000", "20,000"]]
    found = profile("Gifts in US$", rows, heading="Gifts", kind="contributions", title="Port fund")
    assert roles(found) == [("100,000", "share"), ("80,000", "spent"), ("20,000", "none")]
    assert [c.amount for c in found.contributions] == [100_000]


@pytest.mark.parametrize("head", ["Received", "Paid", "Interest"])
def test_the_only_column_of_a_list_of_givers_is_what_they_gave(head: str) -> None:
    assert given("Gifts in US$", [["Donor", head], ["Norway", "80,000"]]) == [("Norway", 80_000, "USD", "other", None)]


def test_what_was_paid_beside_what_came_in_is_spent() -> None:
    rows = [["Donor", "Received", "Spent"], ["Norway", "80,000", "60,000"]]
    assert [amount for _, amount, *_ in given("Gifts in US$", rows)] == [80_000]


def test_a_column_whose_head_does_not_say_what_it_is_makes_no_contribution_and_is_told_once() -> None:
    rows = [["Donor", "Gift", "Interest"], ["Norway", "100,000", "2,000"], ["Japan", "50,000", "1,000"]]
    found = profile("Gifts in US$", rows, heading="Gifts", kind="contributions", title="Port fund")
    assert [c.amount for c in found.contributions] == [100_000, 50_000]
    doubts = [(f.mention.text, d.field, d.reason) for f in found.findings for d in f.mention.doubts]
    reason = 'the head of its column, "Interest", does not say what the amounts below it stand for'
    assert doubts == [("2,000", "role", reason)]


@pytest.mark.parametrize("heads", [("Core", "Earmarked"), ("Kenya", "Togo"), ("2021", "2022"), ("US$", "EUR")])
def test_columns_that_name_kinds_places_years_and_currencies_are_gifts(heads: tuple[str, str]) -> None:
    rows = [["Donor", *heads], ["Norway", "100,000", ""], ["Japan", "", "20,000"]]
    assert [amount for _, amount, *_ in given("Gifts in US$", rows)] == [100_000, 20_000]


def test_columns_that_come_to_their_total_are_gifts() -> None:
    rows = [["Donor", "Health", "Water", "Total"], ["Norway", "100,000", "20,000", "120,000"]]
    assert [amount for _, amount, *_ in given("Gifts in US$", rows)] == [100_000, 20_000, 120_000]
    rows[1][3] = "190,000"
    assert [amount for _, amount, *_ in given("Gifts in US$", rows)] == [190_000]


@pytest.mark.parametrize(
    "cell",
    [
        "NOK 150 million (US$ 15.6 million)",
        "NOK 150 million (about US$ 15.6 million)",
        "NOK 150 million / US$ 15 million",
    ],
)
def test_an_amount_in_a_cell_with_its_gloss_is_one(cell: str) -> None:
    assert given([["Donor", "Gift"], ["Norway", cell]]) == [("Norway", 150_000_000, "NOK", "other", None)]
    row = profile([["Project", "Budget", "Country"], ["Wells", cell, "Kenya"]]).projects[0]
    assert (row.amount, row.currency, row.doubts) == (150_000_000, "NOK", ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Local currency", "US$"),
        ("Gift", "US$ equivalent"),
        ("Amount", "Amount in US$"),
        ("Gift 2023", "Gift 2023 (US$)"),
    ],
)
def test_a_column_that_tells_a_gift_in_another_currency_is_no_second_gift(one: str, other: str) -> None:
    figures = ("15.6 million", "2.1 million")
    rows = [["Donor", one, other], ["Norway", "NOK 150 million", figures[0]], ["Japan", "JPY 300 million", figures[1]]]
    sums = [(funder, amount, currency) for funder, amount, currency, *_ in given(rows)]
    assert sums == [("Norway", 150_000_000, "NOK"), ("Japan", 300_000_000, "JPY")]


@pytest.mark.parametrize(
    "rows",
    [
        [["Donor", "2022", "2023 (US$)"], ["Norway", "NOK 150 million", "15.6 million"]],  # of two years
        [
            ["Donor", "Gift (EUR)", "Gift (US$)"],
            ["Norway", "1,000", ""],
            ["Japan", "2,000", "3,000"],
            ["Kenya", "", "5,000"],
        ],
        [["Donor", "Gift (US$)", "Grant (US$)"], ["Norway", "1,000", "2,000"]],  # in one currency
    ],
)
def test_gifts_of_other_years_or_givers_in_two_currencies_are_gifts_each(rows: list[list[str]]) -> None:
    assert len(given(rows)) == sum(bool(cell) for row in rows[1:] for cell in row[1:])


def test_a_column_headed_from_with_names_tells_who_gives_and_one_with_days_when() -> None:
    assert given([["Amount (US$)", "From"], ["100,000", "Norway"]]) == []  # the first column names the rows
    found = profile([["Amount (US$)", "From"], ["100,000", "Norway"]], kind="contributions", stub=0)
    assert [(c.funder, c.amount) for c in found.contributions] == [("Norway", 100_000)]
    found = profile([["Project", "From", "To"], ["Wells", "2021", "2023"]])
    assert [(p.start, p.end, p.funders) for p in found.projects] == [("2021", "2023", ())]


@pytest.mark.parametrize("head", ["Partner", "Agency"])
def test_an_amount_beside_another_name_is_not_presumed_to_be_the_donors(head: str) -> None:
    rows = [[head, "Support (US$)"], ["Gates Foundation", "100,000"]]
    found = profile("Our support in 2023", rows, heading="Our support", kind="contributions")
    assert [c.funder for c in found.contributions] == [None]
    assert [d.reason for c in found.contributions for d in c.doubts] == ["its row names another than the donor"]


def test_an_amount_beside_a_recipient_is_the_donors() -> None:
    rows = [["Recipient", "Support (US$)"], ["Kenya Red Cross", "100,000"]]
    found = profile("Our support in 2023", rows, heading="Our support", kind="contributions")
    assert [c.funder for c in found.contributions] == ["Ireland"]


def test_amounts_beside_projects_are_no_contributions_whatever_their_heads() -> None:
    rows = [["Project", "Phase A", "Phase B"], ["Wells for Kitui", "100,000", "80,000"]]
    assert profile("Our support (US$)", rows, heading="Our support", kind="contributions").contributions == ()


def test_what_was_paid_to_a_project_counts_where_its_row_tells_nothing_else() -> None:
    rows = [["Project", "Country", "Disbursed 2022 (NOK)"], ["Wells", "Mali", "80,000"]]
    assert [p.amount for p in profile(rows).projects] == [80_000]
    rows = [["Project", "Country", "Grant (NOK)", "Disbursed (NOK)"], ["Wells", "Mali", "90,000", "80,000"]]
    assert [p.amount for p in profile(rows).projects] == [90_000]


def test_a_purpose_behind_the_giver_names_no_project_and_one_before_does() -> None:
    found = profile(
        [["Year", "Donor", "Amount (EUR)", "Purpose"], ["2019", "Malta", "40,000", "Cranes"]], kind="contributions"
    )
    assert [(c.funder, c.amount, c.period) for c in found.contributions] == [("Malta", 40_000, "2019")]
    assert found.projects == ()
    found = profile([["Purpose", "Donor", "Amount (EUR)", "Country"], ["Cranes", "Malta", "40,000", "Togo"]])
    assert [(p.title, p.funders) for p in found.projects] == [("Cranes", ("Malta",))]


def test_what_came_in_of_what_was_promised_is_no_second_gift() -> None:
    rows = [["Contributor", "Commitments (EUR)", "Receipts 2021 (EUR)"], ["Malta", "40,000", "30,000"]]
    assert [(c.funder, c.amount) for c in profile(rows, kind="contributions").contributions] == [("Malta", 40_000)]


def test_grants_without_a_title_are_named_by_their_countries_and_not_by_who_runs_them() -> None:
    heads = ["Country", "Grant agent", "Amount (EUR)", "Closing date"]
    found = profile([heads, ["Benin", "World Bank", "40,000", "June 2024"]])
    assert [(p.title, p.partners, p.countries, p.end) for p in found.projects] == [
        ("Benin", ("World Bank",), ("BEN",), "2024-06"),
    ]
    assert profile([[*heads[:1], *heads[2:]], ["Benin", "40,000", "June 2024"]]).projects == ()


def test_what_a_project_got_counts_where_its_row_tells_no_grant() -> None:
    amounts = []
    for first in ([], ["Grant", "90,000"], ["Budget", "95,000"]):
        rows = [["Project", "Country", *first[:1], "Received"], ["Wells", "Kenya", *first[1:], "80,000"]]
        amounts.append(profile("Grants in US$", rows).projects[0].amount)
    assert amounts == [80_000, 90_000, 80_000]


BY_DONOR = {"European Union": "US$ 6.1 M", "Iceland": "US$ 2.3 M", "Rowan Trust": "US$ 3.3 M", "Total": "US$ 11.7 M"}


@pytest.mark.parametrize("heading", ["Funding by donor", "Our donors", "Contributors in 2023"])
def test_facts_under_a_heading_of_givers_tell_what_each_gave(heading: str) -> None:
    found = profile(BY_DONOR, heading=heading, kind="contributions")
    sums = [(c.funder, c.amount, c.kind) for c in found.contributions]
    assert sums == [
        ("European Union", 6_100_000, "other"),
        ("Iceland", 2_300_000, "other"),
        ("Rowan Trust", 3_300_000, "other"),
        (None, 11_700_000, "total"),
    ]


@pytest.mark.parametrize(
    ("heading", "facts"),
    [
        ("Funding by country", {"Kenya": "US$ 6.1 M", "Togo": "US$ 2.3 M"}),
        ("Our donors", {"Kenya": "US$ 6.1 M"}),  # one alone
        ("Our donors", {"Income": "US$ 6.1 M", "Costs": "US$ 2.3 M"}),
        ("Our donors", {"Income": "US$ 6.1 M", "Costs": "US$ 2.3 M", "Kenya": "US$ 1 M", "Togo": "US$ 2 M"}),  # half
    ],
)
def test_facts_under_other_headings_or_without_names_are_nobody_elses(heading: str, facts: dict[str, str]) -> None:
    found = profile(facts, heading=heading, kind="contributions")
    assert {c.funder for c in found.contributions} <= {"Ireland", None}


@pytest.mark.parametrize("caption", ["Income by donor:", "Our funders"])
def test_a_table_without_a_head_over_its_names_is_of_givers_by_what_stands_over_it(caption: str) -> None:
    rows = [["", "2022"], ["European Union", "US$ 6 million"], ["Iceland", "US$ 2 million"]]
    found = profile(caption, rows, heading="Income", kind="contributions")
    assert [(c.funder, c.amount) for c in found.contributions] == [
        ("European Union", 6_000_000),
        ("Iceland", 2_000_000),
    ]
    rows[0][0] = "Country"
    assert all(c.funder is None for c in profile(caption, rows, heading="Income", kind="contributions").contributions)


NEEDS = [
    ["Sector", "Requirements (CHF)", "Funded (CHF)", "Gap (CHF)"],
    ["Shelter", "1,600,000", "720,000", "880,000"],
    ["Total", "1,600,000", "720,000", "880,000"],
]


def test_a_table_of_needs_and_what_came_in_from_all_makes_no_contribution() -> None:
    found = profile(NEEDS, heading="Funding by sector", kind="contributions")
    assert roles(found)[0::2] == [("1,600,000", "needed"), ("880,000", "needed"), ("720,000", "part")]
    assert found.contributions == ()


def test_a_list_of_givers_that_tells_what_they_were_asked_for_makes_contributions() -> None:
    rows = [["Donor", "Requested", "Received"], ["Norway", "90,000", "80,000"]]
    assert [amount for _, amount, *_ in given("Gifts in US$", rows)] == [80_000]


@pytest.mark.parametrize(
    ("heads", "label", "role"),
    [
        (["", "2023"], "Total expenditure", "spent"),
        (["", "2023"], "Closing balance", "none"),
        (["Item", "Spent"], "Cement", "spent"),
        (["Item", "Required"], "Balance of works", "needed"),  # the head before the label
        (["Item", "Cost"], "Cement", "total"),
    ],
)
def test_an_amount_in_any_table_stands_for_what_its_head_or_label_says(heads: list[str], label: str, role: str) -> None:
    found = profile("In US$", [heads, [label, "80,000"], ["Cash", "9,000"]], heading="Accounts")
    assert roles(found)[0] == ("80,000", role)


def test_the_total_of_columns_of_payments_is_no_further_gift() -> None:
    rows = [["Donor", "Paid 2022", "Paid 2023", "Total paid"], ["Norway", "100,000", "80,000", "180,000"]]
    assert [(amount, kind) for _, amount, _, kind, _ in given("Gifts in US$", rows)] == [
        (100_000, "other"),
        (80_000, "other"),
        (180_000, "total"),
    ]


def test_each_column_with_an_unknown_head_is_told_at_its_first_amount() -> None:
    rows = [["Donor", "Oceans", "Forests"], ["Norway", "–", "100,000"], ["Japan", "50,000", "70,000"]]
    found = profile("Gifts in US$", rows, heading="Gifts", kind="contributions", title="Port fund")
    assert [f.mention.text for f in found.findings if f.mention.doubts] == ["100,000", "50,000"]


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        (
            [["Ships", "40,000", "7,000"], ["Cranes", "3,000", "50,000"], ["Sheds", "9,000", "9,000"]],
            [],
        ),  # 50 of 40+7+3
        ([["Ships", "40,000", "7,000"], ["Cranes", "3,000", "50,000"], ["", "43,000", "57,000"]], [0, 1, 2, 3]),
    ],
)
def test_figures_add_up_within_a_column_or_a_row_and_not_across(rows: list[list[str]], parts: list[int]) -> None:
    played = roles(profile([["Assets (EUR)", "2013", "2012"], *rows], heading="What the port has"))
    assert [place for place, (_, role) in enumerate(played) if role == "part"] == parts


def test_each_amount_of_a_row_of_totals_is_a_total() -> None:
    table = [["EUR", "2020", "2021", "All"], ["Core", "300", "400", "700"], ["Assessed", "50", "60", "110"]]
    found = profile([*table, ["Total", "350", "460", "810"]], heading="Contributions", kind="contributions")
    kinds = [c.kind for c in found.contributions]
    assert kinds == ["core"] * 3 + ["assessed"] * 3 + ["total"] * 3
