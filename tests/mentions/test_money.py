"""Amounts of money: every example of the rules, cases a person checked, and what must hold for any amount."""

from __future__ import annotations

from decimal import Decimal

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import find_mentions as find_all
from pipeline.language import currencies, lexicon
from pipeline.mentions import find_mentions
from pipeline.mentions.money import tokens
from pipeline.model import Context, Money
from tests.mentions.readings import readings

QUALIFIERS = [(row["example"], row["qualifier"]) for row in lexicon.rows("qualifiers") if "US$" in row["example"]]
NO_MONEY = {"XTS", "XXX", "XAD"}  # codes for tests, for no currency, and one that CLDR has no name for


def read(text: str, context: Context | None = None) -> list[Money]:
    return [mention for mention in find_mentions(text, context) if isinstance(mention, Money)]


def values(text: str) -> str:
    return "; ".join(" ".join(map(str, filter(None, (m.amount, m.amount_max, m.currency)))) for m in read(text))


def doubtful(mention: Money) -> dict[str, tuple[str, ...]]:
    return {doubt.field: doubt.candidates for doubt in mention.doubts}


@pytest.mark.parametrize(("text", "expected"), readings("money"))
def test_every_text_reads_as_a_person_has_checked(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("EUR 5 million plus EUR 2 million", ["exact", "exact"]),
        ("JPY 4,501,000,000, approximately USD 41 million", ["exact", "about"]),
        ("EUR 5 million and over 20 countries", ["exact"]),
        ("EUR 5 million or less than half", ["exact"]),
        ("EUR 5 million or more in 2020", ["at_least"]),
    ],
)
def test_a_qualifier_is_that_of_its_own_figure(text: str, qualifiers: list[str]) -> None:
    assert [mention.qualifier for mention in read(text)] == qualifiers


def test_a_scale_that_is_another_in_other_languages_is_left_open() -> None:
    [open_, abbreviated] = read("It cost US$ 830 mil in Brazil and CZK 3 mil. in Prague.")
    assert (open_.amount, doubtful(open_)) == (None, {"amount": ("830000000", "830000")})
    assert (abbreviated.amount, abbreviated.doubts) == (Decimal(3_000_000), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid US$ 5 T-shirts each.", "5 USD"),
        ("It pays EUR 3 M&E staff.", "3 EUR"),
        ("It pays EUR 3 M & E funds.", "3000000 EUR"),
        ("It pays EUR 3M-5M.", "3000000 5000000 EUR"),
    ],
)
def test_a_letter_that_begins_a_longer_word_is_no_scale(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS)
def test_every_qualifier_is_told_and_left_outside(text: str, qualifier: str) -> None:
    [mention] = read(text)
    assert mention.qualifier == qualifier
    assert mention.text in {"US$ 5 million", "US$ 8 million"}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("NOK 160 million (US$ 17 million)", ["NOK 160 million", "US$ 17 million"]),
        ("It lent $20 billionin all", ["$20 billion"]),
        ("and $1.75 billion.11 The next", ["$1.75 billion"]),
        ("close to 1000 million SEK 2020", ["1000 million SEK"]),
        ("Costs in 2018 EUR 2,000", ["EUR 2,000"]),
        ("US$250, 000 for Ukraine", ["US$250, 000"]),
        ("call 960739 mark@example.org", []),
        ("US$ 5.2\n    million", ["US$ 5.2\n    million"]),
        ("US\u00a0$\u00a05\u00a0million", ["US\u00a0$\u00a05\u00a0million"]),
        ("US$1.90 a day", ["US$1.90"]),
        ("a 10-million-dollar fund", ["10-million-dollar"]),
        ("over half a million dollars", ["half a million dollars"]),
        ("between CHF 2 and 3 million", ["CHF 2 and 3 million"]),
        ("in 2014 US$ 5 million", ["US$ 5 million"]),
        ("gifts of 100€ 50 times", ["100€"]),
        ("a sum ofUS$ 5 million", ["US$ 5 million"]),
        ("Budget (USD): 5,000,000 in all", ["5,000,000"]),
        ("Budget: 12.5 million (US$)", ["12.5 million"]),
        ("5 million dollars (CAD)", ["5 million dollars"]),
    ],
)
def test_the_text_of_a_mention_is_currency_number_and_scale(text: str, mentions: list[str]) -> None:
    assert [mention.text for mention in read(text)] == mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHF 1 350 000", "1350000 CHF"),
        ("Rp 31.500 and 3,990 Ft", "31500 IDR; 3990 HUF"),
        ("EUR 1.350", "1350 EUR"),
        ("KRW 1.350", "1350 KRW"),
        ("US$ 2.174 trillion", "2174000000000 USD"),
        ("EUR 2,5 million, later EUR 1.350 million", "2500000 EUR; 1350000000 EUR"),
        ("EUR 1.5 million, later EUR 1.350 million", "1500000 EUR; 1350000 EUR"),
        ("₹ 12,34,567.89", "1234567.89 INR"),
        ("US$ 800,000–1.2 million", "800000 1200000 USD"),
        ("JPY 30,000 thousand", "30000000 JPY"),
        ("US$ 300 a month and US$ 2 million", "300 USD; 2000000 USD"),
        ("two and a half billion euros", "2500000000 EUR"),
        ("$4.50 and £7m", "4.5 USD; 7000000 GBP"),
        # a country before a sign may be who gives, a people is whose it is
        ("Fijian $ 20 and Namibia$ 20; Namibia $ 20", "20 FJD; 20 NAD; 20 USD"),
        # whose dollars they are may stand behind
        ("$1.5 billion Canadian in aid, of which $3,000 Australian", "1500000000 CAD; 3000 AUD"),
        ("$5 million Canadian", "5000000 CAD"),
        ("a $5 million Canadian grant and $7 million Kenyan for it", "5000000 USD; 7000000 USD"),
    ],
)
def test_amounts_a_person_has_read(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("EUR 1.350 million", ("1350000000", "1350000")),
        ("US$ 1.350", ("1350", "1.35")),
        ("US$ 2 and 3 million in grants", ("2", "2000000")),
        ("US$ 2, 4 and 5 million", ("2", "2000000")),
        ("US$ 2 to 3 million people", ("2", "2000000")),
        ("US$ 45,0003", ("45000", "45.0003")),
        ("Contributions in thousands of US$. In 2019 US$ 5,000", ("5000", "5000000")),
        ("EUR 2,5 million and EUR 1,350 million", ("1350000", "1350000000")),
    ],
)
def test_an_amount_that_may_be_a_thousand_or_a_million_times_off_is_left_empty(
    text: str, candidates: tuple[str, ...]
) -> None:
    (mention,) = [money for money in read(text) if money.amount is None]
    assert doubtful(mention) == {"amount": candidates}


def test_two_currencies_beside_one_amount_are_told() -> None:
    [mention] = read("USD 5 million euros")
    assert mention.currency is None
    assert doubtful(mention) == {"currency": ("EUR", "USD")}


def test_a_range_whose_beginning_may_lack_its_scale_is_left_empty() -> None:
    [mention] = read("US$ 500 to 1.2 million")
    assert (mention.amount, mention.amount_max) == (None, Decimal(1200000))
    assert doubtful(mention) == {"amount": ("500", "500000000")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US$ 5 million to 12 countries", "5000000 USD"),
        ("US$ 3 million – 12 projects", "3000000 USD"),
        ("US$ 5 million to US$ 7 per child", "5000000 USD; 7 USD"),
        ("US$ 500 to 2,000 families", "500 USD"),
        ("€2m in 2019 to €3m in 2021", "2000000 EUR; 3000000 EUR"),
    ],
)
def test_what_ends_below_its_beginning_is_no_range(text: str, expected: str) -> None:
    assert values(text) == expected


def test_from_one_amount_to_another_is_a_change_and_no_range() -> None:
    assert values("It rose from US$ 2 million to US$ 3 million.") == "2000000 USD; 3000000 USD"


@pytest.mark.parametrize(
    "text",
    [
        "SDG 8.7 and SDG 2030",
        "COP 26 in Glasgow",
        "TOP 10 and ALL 50",
        "The CRC 1989",
        "who in 2019 won a prize",
        "5 pounds of rice",
        "US$ and 50% of it",
        "US$ 50% of it",
        "millions of dollars",
        "in 2019 euro area growth",
        "page 5 m",
    ],
)
def test_what_is_no_money_stays_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("code", sorted({currency.alpha_3 for currency in pycountry.currencies} - NO_MONEY))
def test_every_code_of_iso_4217_is_read_on_both_sides(code: str) -> None:
    assert values(f"{code} 41.8 million") == f"41800000 {code}"
    assert values(f"41.8 million {code}") == f"41800000 {code}"


@pytest.mark.parametrize(
    "currency", [c for c in currencies.table().values() if currencies.names().get(c.code)], ids=lambda c: c.code
)
def test_every_currency_is_read_by_its_names(currency: currencies.Currency) -> None:
    for name in currencies.names().get(currency.code, ()):
        assert values(f"2 million {name}") == f"2000000 {currency.code}"


@pytest.mark.parametrize("text", ["$5 million", "five million dollars"])
def test_a_bare_dollar_follows_the_rule_of_the_document(text: str) -> None:
    assert [(m.currency, bool(m.doubts)) for m in read(text, Context(dollar="CAD"))] == [("CAD", False)]
    assert [(m.currency, bool(m.doubts)) for m in read(text, Context(donor="AUS"))] == [("USD", True)]


def test_a_dollar_after_letters_that_nothing_knows_is_no_us_dollar() -> None:
    assert [(m.currency, bool(m.doubts)) for m in read("It has X$ 3 million.")] == [(None, True)]
    assert [m.currency for m in read("They gave us $3 million, F$ 3 million and B$ 3 million.")] == ["USD", "FJD", None]


@pytest.mark.parametrize(
    ("text", "donor", "currency"),
    [
        ("5 million pesos", "MEX", "MXN"),
        ("5 million pesos for Colombia", None, "COP"),
        ("5 million pesos", None, None),
        ("kr 5 million", "DNK", "DKK"),
        ("5 million kroner", "NOR", "NOK"),
        ("5 million kronor", None, "SEK"),
        ("¥ 5 million", "JPN", "JPY"),
        ("¥ 5 million for Japan", None, "JPY"),
        ("¥ 5 million of 30 million yen", None, "JPY"),
        ("¥ 5 million", None, None),
        ("5 million francs", "CHE", "CHF"),
    ],
)
def test_a_name_that_several_currencies_share_follows_the_donor_then_the_countries_named(
    text: str, donor: str | None, currency: str | None
) -> None:
    mention = read(text, Context(donor=donor))[0]
    assert mention.currency == currency
    assert ("currency" in doubtful(mention)) == (currency is None)


def test_a_name_that_several_currencies_share_follows_a_place_but_says_so() -> None:
    mention = read("5 million pesos for the schools of Bogotá", Context())[0]
    assert (mention.currency, [doubt.assumed for doubt in mention.doubts]) == ("COP", [True])


SIGNS = ["US$", "EUR", "CHF", "SEK", "GBP", "£", "€", "A$", "JPY", "₩", "XOF"]
SCALES = ["", " thousand", " million", " billion", "m", "bn", "k"]


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, Decimal]:
    """An amount in a form that we print, and its value."""
    scale = draw(st.sampled_from(SCALES))
    factor = tokens.SCALES()[scale.strip()] if scale else Decimal(1)
    number = draw(st.integers(1, 10**9).map(Decimal) | st.decimals(min_value=1, max_value=999, places=1))
    sign, space = draw(st.sampled_from(SIGNS)), draw(st.sampled_from(["", " ", "\u00a0", "\n"]))
    return f"{sign}{space}{number:,}{scale}", number * factor


@given(printed())
def test_what_we_print_is_read_back_with_the_same_value(amount: tuple[str, Decimal]) -> None:
    text, value = amount
    [mention] = read(f"They gave {text} in all.")
    assert mention.text == text
    assert mention.amount == value
    assert "E" not in str(mention.amount)


@given(st.decimals(min_value=1, max_value=499, places=1), st.decimals(min_value=500, max_value=999, places=1))
def test_ranges_are_read_back(low: Decimal, high: Decimal) -> None:
    [mention] = read(f"They gave SEK {low}-{high} million.")
    assert (mention.amount, mention.amount_max) == (low * 10**6, high * 10**6)
    assert mention.qualifier == "between"


WORDS = ["US$", "euros", "dollars", "of", "women", "and", "per", "cent", "%", "in", "budget", "to", "from", "schools"]
FRAGMENTS = [
    "US$",
    "$",
    "€",
    "5",
    "2.5",
    "1,350",
    "million",
    "m",
    "-",
    "to",
    "and",
    "euros",
    "cents",
    "\n",
    " ",
    "%",
    ".",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join) | st.text())
def test_every_mention_stands_in_its_text(text: str) -> None:
    for mention in find_all(text):
        assert text[mention.char_start : mention.char_end] == mention.text != ""


@given(st.text(st.characters(categories=["P", "S", "Z"])) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_text_without_figures_has_none(text: str) -> None:
    assert not [mention for mention in find_all(text) if mention.table in {"money", "quantities"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mali (US$ 4.4 billion), Niger (3.1 billion) and Chad (2 billion)",
            "4400000000 USD; 3100000000 USD; 2000000000 USD",
        ),
        ("EUR 12 million, of which Norway gives 7 million", "12000000 EUR; 7000000 EUR"),
        ("EUR 12 million in 2021, against 11 million in 2020", "12000000 EUR; 11000000 EUR"),
        ("EUR 12 million reached 3 million people, 1 million in Chad", "12000000 EUR"),
        ("EUR 12 million for women, of which 1 million in Chad", "12000000 EUR"),
        ("EUR 12 million was paid. Of these, 2 million in Chad", "12000000 EUR; 2000000 EUR"),
        ("EUR 12 million, of which 2 to 3 million in loans", "12000000 EUR"),
    ],
)
def test_an_amount_may_leave_its_currency_to_the_one_before_it(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The budget rose from 2 to 3.5 million euros", "2000000 EUR; 3500000 EUR"),
        ("It grew from EUR 2 to 3 million", "2000000 EUR; 3000000 EUR"),
        ("Grants are from 2 to 3.5 million euros", "2000000 3500000 EUR"),
        ("It rose by 2 to 3 million euros", "2000000 3000000 EUR"),
    ],
)
def test_what_an_amount_was_and_what_it_came_to_is_no_range(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the word of a change stands among the twelve before it
        ("The rise in a b c d e f g h costs of $2 million to $3 million", "2000000 USD; 3000000 USD"),
        ("The rise in a b c d e f g h i costs of $2 million to $3 million", "2000000 3000000 USD"),
        # a year of prices
        ("EUR 7 million (1900 euros)", "7000000 EUR"),
        ("EUR 7 million (1899 euros)", "7000000 EUR; 1899 EUR"),
        ("EUR 7 million (2100 euros)", "7000000 EUR"),
        ("EUR 7 million (2101 euros)", "7000000 EUR; 2101 EUR"),
        ("EUR 7 million (2012 dollars)", "7000000 EUR; 2012 USD"),
        # a scale that is shared, or not
        ("5 and 6 million euros", "5000000 EUR; 6000000 EUR"),
        ("999 and 6 million euros", "999000000 EUR; 6000000 EUR"),
        ("1000 and 6 million euros", "6000000 EUR"),
        ("2018 and 6 million euros", "6000000 EUR"),
        ("US$ 2, 4 and 5 million", "USD; 5000000 USD"),
        ("EUR 7 million (2012: EUR 6)", "7000000 EUR; EUR"),
        ("EUR 7 million (2012: EUR 6 million)", "7000000 EUR; 6000000 EUR"),
        # what is no range
        ("US$ 5 million to 12 countries", "5000000 USD"),
        ("US$ 500 to 2,000 families", "500 USD"),
        ("US$ 500 to 2,000", "500 2000 USD"),
        ("the budget rose from 2 to 3 million euros", "2000000 EUR; 3000000 EUR"),
        # codes that are words, beside what is written as sums are
        ("SDG 5", ""),
        ("SDG 5 million", "5000000 SDG"),
        ("SDG 999", ""),
        ("SDG 1000", "1000 SDG"),
        ("TRY 1899", "1899 TRY"),
        ("TRY 1900", ""),
        ("TRY 2100", ""),
        ("TRY 2101", "2101 TRY"),
        # scales that are others elsewhere
        ("EUR 830 mil", "EUR"),
        ("EUR 830 mil.", "830000000 EUR"),
        ("$5 million (CAD)", "5000000 CAD"),
    ],
)
def test_both_sides_of_what_an_amount_is(text: str, expected: str) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("It gave US$ 2, 4 and 5 million.", ("2", "2000000")),
        ("It gave US$ 2, 4 and 5 bn.", ("2", "2000000000")),
        ("It gave US$ 2, 4 and 5 M to it.", ("2", "2000000")),
        ("It gave US$ 2, 4 and 5.", ()),
    ],
)
def test_the_scale_of_a_list_may_be_that_of_its_first_amount(text: str, candidates: tuple[str, ...]) -> None:
    first, *_ = (mention for mention in find_mentions(text) if isinstance(mention, Money))
    assert [doubt.candidates for doubt in first.doubts if doubt.field == "amount"] == [candidates] * bool(candidates)


@pytest.mark.parametrize(
    ("text", "written", "is_told"),
    [
        ("She left us $5 million.", "$5 million", True),
        ("It can $5 million save?", "$5 million", True),
        ("She left us$5 million.", "us$5 million", False),
        ("She left US $5 million.", "US $5 million", False),
        ("the bank of hong kong lent us $ 5 million.", "us $ 5 million", False),
    ],
)
def test_a_word_before_a_sign_is_none_of_its_letters(text: str, written: str, is_told: bool) -> None:
    (money,) = (mention for mention in find_mentions(text) if isinstance(mention, Money))
    assert (money.text, money.currency, bool(money.doubts)) == (written, "USD", is_told)
