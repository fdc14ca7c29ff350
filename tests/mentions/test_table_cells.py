"""Amounts in tables whose columns, rows or captions state currency and scale; cells are apart by a tab, rows by a blank
line."""

from decimal import Decimal

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions import find_mentions
from pipeline.mentions.passages import read
from pipeline.mentions.table_cells import figure
from pipeline.model import Money

HEADS = "Year\tAssessed\tVoluntary\tTotal"
ROWS = ("2021\t1.4\t3.2\t4.6", "2022\t1.5\t–\t1.5")


def amounts(*paragraphs: str) -> list[Money]:
    return [m for m in find_mentions("\n\n".join(paragraphs)) if isinstance(m, Money)]


def test_cells_have_the_scale_and_currency_of_the_heading_and_the_flow_of_their_column() -> None:
    found = amounts("Contributions by year, in millions of euros", HEADS, *ROWS, "In 2023 it fell.")
    assert [(m.text, m.amount, m.currency, m.flow, m.rule) for m in found] == [
        ("1.4", Decimal(1_400_000), "EUR", "assessed", "cell of a table"),
        ("3.2", Decimal(3_200_000), "EUR", "voluntary", "cell of a table"),
        ("4.6", Decimal(4_600_000), "EUR", None, "total in a table"),
        ("1.5", Decimal(1_500_000), "EUR", "assessed", "cell of a table"),
        ("1.5", Decimal(1_500_000), "EUR", None, "total in a table"),
    ]


@pytest.mark.parametrize(
    ("heading", "amount", "currency"),
    [
        ("Contributions (US$ million)", 2_500_000, "USD"),
        ("Contributions in thousands of US$", 2_500, "USD"),
        ("Payments, in millions of Norwegian kroner", 2_500_000, "NOK"),
    ],
)
def test_headings(heading: str, amount: int, currency: str) -> None:
    (cell,) = amounts(heading, "2021\t2.5")
    assert (cell.amount, cell.currency) == (amount, currency)


@pytest.mark.parametrize(
    "rows",
    [
        ("2021\t2.5\t3.5", "2022\t2.5"),  # a cell is missing, and no one knows which
        ("2021\t2.5", "2022\t3 at sea"),  # no plain number
        ("2021 2.5 3.5",),  # no table
    ],
)
def test_tables_that_are_left_alone(rows: tuple[str, ...]) -> None:
    assert amounts("Contributions in millions of euros", *rows) == []


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Approx. 700,000", (700_000, None, "about")),
        ("up to 60,000", (60_000, None, "at_most")),
        ("no more than 60,000", (60_000, None, "at_most")),
        ("~ 5,000", (5_000, None, "about")),
        ("> 9,000", (9_000, None, "more_than")),
        ("480,000+", (480_000, None, "at_least")),
        ("9,000 (est.)", (9_000, None, "about")),
        ("9,000", (9_000, None, "exact")),
        ("Around 7 M", (7_000_000, None, "about")),
        ("500,000 - 700,000", (500_000, 700_000, "between")),
        ("500,000 to 700,000", (500_000, 700_000, "between")),
        ("0.5–1 million", (500_000, 1_000_000, "between")),
    ],
)
def test_a_cell_says_how_sure_its_amount_is(cell: str, told: tuple[int, int | None, str]) -> None:
    heads = "Project\tBudget (USD)\tMaximum height"
    *_, found = amounts("The projects", f"{heads}\nMills\t8,000\tabout\nWells\t{cell}\tmaximum")
    assert (found.amount, found.amount_max, found.qualifier) == told


def test_years_and_figures_without_a_head_are_no_range_of_sums() -> None:
    assert amounts("The projects", "Project\tBudget (USD)", "Mills\t2019-2021") == []
    assert amounts("Contributions in millions of euros", "2021\t2.5", "2022\t3-5") == []


def values(*paragraphs: str) -> list[tuple[str, str]]:
    """The amounts with their currency; `open` where a doubt leaves the amount empty."""
    return [(m.text, f"{'open' if m.amount is None else m.amount} {m.currency}") for m in amounts(*paragraphs)]


def reasons(*paragraphs: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [tuple(doubt) for m in amounts(*paragraphs) for doubt in m.doubts]


YEARS = "2019\t2020\t2021*"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Exports (millions of euros)\t562\t752\t1 046", ["562000000 EUR", "752000000 EUR", "1046000000 EUR"]),
        ("Grants (US$)\t1,500\t0\t0.00\t2,250", ["1500 USD", "2250 USD"]),
        ("Grants, US$ million\t1.5\t..\t2.25", ["1500000 USD", "2250000 USD"]),
        ("Loans (EUR '000)b\t900\t1,200", ["900000 EUR", "1200000 EUR"]),
        ("Income per head (US$)\t3 283\t4 271", ["3283 USD", "4271 USD"]),
        ("Costs (in thousands of Swiss francs)\t12’500*\t–", ["12500000 CHF"]),
        ("Budget (US$)\t1.2 million", ["1200000 USD"]),
        ("Budget (EUR)\t2.5m", ["2500000 EUR"]),
        ("Growth (percentage)\t7.1\t8.3", []),
        ("Share of grants (% of US$ million)\t7.1\t8.3", []),
        ("Population (millions)b\t2.34\t2.96", []),
        ("Countries (ALL)\t12\t14", []),
        ("Loans to the Euro programme\t12\t14", []),
    ],
)
def test_the_label_of_a_row_states_the_unit_of_its_numbers(row: str, expected: list[str]) -> None:
    assert [value for _, value in values(row)] == expected


def test_the_head_of_a_column_states_the_unit_of_its_numbers() -> None:
    heads = "Project\tCountry\tBudget (US$ million)\tSpent, EUR\tShare (%)\tPartners\tPeriod"
    rows = ("Wells\tMali\t1.2\t900,000\t60\t3\t2019–2022", "Roads\tChad\t12.25\t..\t55\t2021\t2020")
    assert values(heads, *rows) == [("1.2", "1200000 USD"), ("900,000", "900000 EUR"), ("12.25", "12250000 USD")]


def test_what_is_nearer_holds() -> None:
    caption = "Contributions (NOK million)"
    rows = ("Donor\tPaid (US$ million)\tPledged", "Finland\t2.5\t30", "Total (EUR million)\t2.5\t3")
    assert values(caption, *rows[:2]) == [("2.5", "2500000 USD"), ("30", "30000000 NOK")]
    assert values(rows[0].replace("Paid (US$ million)", "Paid"), rows[2]) == [
        ("2.5", "2500000 EUR"),
        ("3", "3000000 EUR"),
    ]


def test_a_row_and_a_column_in_two_currencies_leave_the_currency_open() -> None:
    [cell] = amounts("Fund\tUS$ million", "Core (EUR million)\t2.5")
    assert (cell.amount, cell.currency) == (Decimal(2_500_000), None)
    assert cell.doubts[0].candidates == ("EUR", "USD")


@pytest.mark.parametrize(
    ("paragraphs", "candidates"),
    [
        (("Accounts in thousands of EUR", "Item\tEUR", "Core\t1,200"), ("1200", "1200000")),
        (("Overview (in thousands)", "Country\tBudget (USD)", "Peru\t1,250"), ("1250", "1250000")),
        (("Item\tUS$ '000", "Schools\t1.350"), ("1350000", "1350")),
        (("Costs (US$)", "Staff\t200"), ("200",)),  # their costs, or how many they are
        (("Fund A (US$)\t1,200\tPeru\t3",), ("1200",)),  # the row counts something as well
        (("Income (EUR million)\t2.5\t2019",), ("2019000000",)),  # a year, perhaps
        (("Balance (EUR million)\t-2.5\t1",), ("-2500000",)),
        (("Balance (EUR million)\t(2.5)\t1",), ("-2500000",)),
    ],
)
def test_an_amount_that_could_be_another_is_left_open(paragraphs: tuple[str, ...], candidates: tuple[str, ...]) -> None:
    first = next(m for m in amounts(*paragraphs) if m.amount is None)
    assert first.doubts[0].candidates == candidates


def test_years_over_columns_are_the_period_of_their_amounts() -> None:
    found = amounts(YEARS, "Trade", "Exports (EUR million)\t562\t752\t-3", "Imports (EUR million)\t1\t2")
    assert [(m.text, m.period) for m in found] == [
        ("562", "2019"),
        ("752", "2020"),
        ("-3", "2021"),
        ("1", None),  # a cell is missing, and no one knows which
        ("2", None),
    ]
    assert [m.period for m in amounts("Start\t2019", "Budget (EUR)\t5,000")] == [None]


def test_years_may_stand_in_heads_with_their_unit() -> None:
    found = amounts("Theme\t2019 (€ million)\t2020 (€ million)", "Water\t1.2\t1.4")
    assert [(m.amount, m.period) for m in found] == [(Decimal(1_200_000), "2019"), (Decimal(1_400_000), "2020")]


def test_heads_and_caption_hold_over_lines_that_group_amounts_and_no_others() -> None:
    caption, heads = "Budget in thousands of euros", "Country\t2020\t2021"
    africa, staff = ("Africa", "Mali\t1,200\t1,300"), ("People reached", "Mali\t12\t13")
    assert values(caption, heads, *africa) == [("1,200", "1200000 EUR"), ("1,300", "1300000 EUR")]
    assert values(caption, heads, "Mali\t1,200\t1,300", *staff) == values(caption, heads, *africa)
    assert values("Country\tPaid (EUR)", "Mali\t1,200", "People reached", "Mali\t12") == [("1,200", "1200 EUR")]


def test_columns_of_other_units_stay_outside_of_what_a_caption_says() -> None:
    caption, heads = "Contributions in millions of euros", "Year\tAmount\tShare\tNumber of projects"
    assert values(caption, heads, "2021\t2.5\t14\t3") == [("2.5", "2500000 EUR")]


def test_keys_and_values() -> None:
    text = ("Country\tViet Nam", "Budget\tUS$ 1.2 million", "Budget (US$)\t1,200,000", "Duration (months)\t36")
    assert values(*text, "Schools\t12", "Currency\tUSD", "Villages\t40") == [
        ("US$ 1.2 million", "1200000 USD"),
        ("1,200,000", "1200000 USD"),
    ]


def test_a_column_of_local_currency_is_no_label_of_the_head_beside_it() -> None:
    rows = ("Country\tLocal currency\tUS$", "Kenya\tKES 310,000,000\t2,400,000")
    assert values(*rows) == [("KES 310,000,000", "310000000 KES"), ("2,400,000", "2400000 USD")]


def test_what_sums_up_is_told_by_the_label_as_well() -> None:
    found = amounts(YEARS, "Core (EUR)\t1\t2\t3", "Total (EUR)\t1\t2\t3")
    assert [(m.flow, m.rule) for m in found[2:4]] == [("core", "cell of a table"), (None, "total in a table")]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Donor\tUSD 2023\tUSD 2024", [("1,250", "1250 USD", "2023"), ("1,300", "1300 USD", "2024")]),
        ("Donor\t2023 (USD)\t2024 (USD)", [("1,250", "1250 USD", "2023"), ("1,300", "1300 USD", "2024")]),
        ("Donor\tFY2023 (US$)\tFY2024 (US$)", [("1,250", "1250 USD", "2023"), ("1,300", "1300 USD", "2024")]),
    ],
)
def test_a_currency_beside_a_year_heads_its_column(heads: str, expected: list[tuple[str, str, str]]) -> None:
    found = amounts(heads, "Norway\t1,250\t1,300")
    assert [(m.text, f"{m.amount} {m.currency}", m.period) for m in found] == expected


def test_a_round_sum_in_a_cell_is_an_amount_and_no_scale_of_others() -> None:
    rows = ("Norway\t$1,000,000\t$1,200,000", "Sweden\t$250,000\t$1,000")
    found = amounts("Donor\t2023\t2024", *rows)
    assert [(m.amount, m.period) for m in found] == [
        (Decimal(1_000_000), "2023"),
        (Decimal(1_200_000), "2024"),
        (Decimal(250_000), "2023"),
        (Decimal(1_000), "2024"),
    ]


def test_millions_over_a_table_hold_for_figures_with_and_without_their_sign() -> None:
    rows = ("Item\t2014", "Cash\t$ 1,006.1", "Other assets\t23.7", "Total assets\t$1,029.8")
    told = ["1006100000 USD", "23700000 USD", "1029800000 USD"]
    assert [value for _, value in values("(In millions of dollars, as of September)", *rows)] == told


def test_a_column_that_tells_other_things_from_row_to_row_has_no_sign_for_all() -> None:
    """Key figures of an annual report: how many grants, their sum, whom they reach."""
    told = ("Item\t2014", "Works begun\t5", "Value of works\t$3.9 million", "Lives changed\t2.7 million")
    assert values(*told) == [("$3.9 million", "3900000 USD")]
    mixed = ("Item\t2014", "Paid in Peru\t$3.9 million", "Paid in Togo\t€2.7 million", "Lives changed\t1.5 million")
    assert [value for _, value in values(*mixed)] == ["3900000 USD", "2700000 EUR"]


def test_accounts_have_the_sign_at_the_top_and_at_the_total_alone() -> None:
    rows = ("Item\t2015", "Relief\t$503.0", "Donated goods\t23.7", "Total\t$526.7")
    told = ["503000000 USD", "23700000 USD", "526700000 USD"]
    assert [value for _, value in values("Contributions (in millions)", *rows)] == told
    assert [value for _, value in values("Contributions", *rows)] == ["503 USD", "23.7 USD", "526.7 USD"]


def test_a_loss_in_brackets_keeps_its_sign_below_a_head() -> None:
    assert values("Item\tEUR million", "Net loss\t(2.5)") == [("(2.5)", "-2500000 EUR")]
    assert values("Item\t2014", "Net loss on loans\t($584,263)") == [("$584,263", "-584263 USD")]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("9,870,473 (2017: 4,552,955; 2018: 5,317,518)", [9_870_473, 4_552_955, 5_317_518]),
        ("6,108,307 - revised -", [6_108_307]),
        ("29,686,126, revised in May", [29_686_126]),
        ("250,591 people", []),
        ("Phase 2", []),
        ("1,250,000`", [1_250_000]),
    ],
)
def test_amounts_beside_remarks_in_a_column_of_money(cell: str, told: list[int]) -> None:
    found = amounts("Appeal\tBudget (CHF)", f"Kenya\t{cell}", "Mali\t1,000,000")
    assert [m.amount for m in found if m.amount != 1_000_000] == told


def test_remarks_in_a_column_that_states_no_currency_are_no_amounts() -> None:
    assert amounts("Appeal\tReached", "Kenya\t9,870,473 (2017: 4,552,955)") == []


def test_two_full_amounts_share_the_currency_after_them() -> None:
    assert [m.amount for m in amounts("Loan and grant: 4,000,000 & 11,400,000 USD")] == [4_000_000, 11_400_000]
    assert [m.amount for m in amounts("In 2018 & 6 million euros")] == [6_000_000]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("an increase in staff costs of $1.4 million to $21.2 million", [1_400_000, 21_200_000]),
        ("grants of $1.4 million to $21.2 million", [1_400_000]),
    ],
)
def test_a_change_and_what_it_came_to_are_no_range(text: str, told: list[int]) -> None:
    assert [m.amount for m in amounts(text)] == told


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$11.2 million (2023: $11.6)", None), ("$11.2 million (2023: $11,600)", 11_600), ("$11.2 million ($11.6)", 11.6)],
)
def test_an_amount_of_another_year_may_share_the_scale(text: str, amount: float | None) -> None:
    *_, last = amounts(f"It came to {text}, which is more.")
    assert last.amount == (amount if amount is None else Decimal(str(amount)))


def test_three_digits_after_groups_and_a_point_may_be_a_group() -> None:
    (slip,) = amounts("Cash\t$ 2,749.820")
    assert (slip.amount, slip.doubts[0].candidates) == (None, ("2749.82", "2749820"))
    (cents,) = amounts("Cash\t$ 2,749.82")
    assert cents.amount == Decimal("2749.82")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("5 million", 5_000_000),
        ("(5)", -5),
        ("−5 *", -5),
        ("5", 5),
        ("5 m", 5_000_000),
        ("5 m bn", None),
        ("5 mangoes", None),
        ("*", None),
    ],
)
def test_a_cell_is_a_figure_with_a_sign_a_scale_and_marks_of_notes_alone(cell: str, told: int | None) -> None:
    with spoken("en"):
        doc = read(cell)
        found = figure(doc.span(0, len(doc)))
    size = found and found.amount.values(None)[0]
    assert (-size if found and found.below_zero else size) == told


ALBA, BRIN = ("Port\t2021\t2022", "Alba\t3\t4"), ("Mine\t2021\t2022", "Brin\t5\t6")
NOTE, WORDS = "In thousands of euros.", "What ports got."


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        ((*ALBA, NOTE), ["3", "4"]),
        ((*ALBA, WORDS, NOTE), []),
        ((NOTE, WORDS, *ALBA), ["3", "4"]),
        ((NOTE, WORDS, WORDS, *ALBA), []),
        ((*ALBA, NOTE, *BRIN), ["5", "6"]),
        ((*ALBA, f"{NOTE[:-1]}{' today' * 16}."), ["3", "4"]),  # of 20 words
        ((*ALBA, f"{NOTE[:-1]}{' today' * 17}."), []),
    ],
)
def test_a_short_note_right_below_a_table_or_above_its_caption_states_its_unit(
    paragraphs: tuple[str, ...], told: list[str]
) -> None:
    assert values(*paragraphs) == [(text, f"{text}000 EUR") for text in told]


def test_a_column_of_parts_is_in_the_currency_of_the_one_before_it() -> None:
    heads, row = "Project\tBudget (EUR million)\tof which Norway\tPupils", "Dry docks\t6.5\t3.0\t200"
    assert values(heads, row, "Cranes\t4.2\tn/a\t100") == [
        ("6.5", "6500000 EUR"),
        ("3.0", "3000000 EUR"),
        ("4.2", "4200000 EUR"),
    ]
    assert values("Project\tBudget (EUR million)\tNorway", "Dry docks\t6.5\t3.0") == [("6.5", "6500000 EUR")]
    assert values("Project\tPupils\tof which girls", "Dry docks\t6\t3") == []
