"""A column that names the currency of each row holds for the sums beside it, and for nothing else."""

import pytest

from pipeline import find_mentions
from pipeline.model import Money


def amounts(text: str) -> list[tuple[str, str, str | None]]:
    found = find_mentions(text.replace("\n", "\n\n"))
    return [(each.text, str(each.amount), each.currency) for each in found if isinstance(each, Money)]


def test_the_currency_of_a_row_is_that_of_its_amount() -> None:
    text = "Donor\tCur.\tAmount\tEUR equivalent\nSida\tSEK\t12,500,000\t1,090,250\nDanida\tDKK\t8,000,000\t1,073,400"
    assert amounts(text) == [
        ("12,500,000", "12500000", "SEK"),
        ("1,090,250", "1090250", "EUR"),
        ("8,000,000", "8000000", "DKK"),
        ("1,073,400", "1073400", "EUR"),
    ]


def test_the_currency_may_stand_right_of_the_amount() -> None:
    text = "Donor\tAmount\tCurrency\nSida\t12,500,000\tSEK\nDanida\t8,000,000\tDanish kroner"
    assert [(amount, currency) for _, amount, currency in amounts(text)] == [("12500000", "SEK"), ("8000000", "DKK")]


def test_the_scale_that_is_said_over_the_table_holds() -> None:
    text = "Contributions (in thousands)\nDonor\tCurrency\tBudget\nSida\tSEK\t12,500\nUSA\tUSD\t750"
    assert [(amount, currency) for _, amount, currency in amounts(text)] == [("12500000", "SEK"), ("750000", "USD")]


@pytest.mark.parametrize("head", ["Schools", "Pupils", "Area", "EUR eqv"])
def test_what_no_word_says_to_be_money_is_none(head: str) -> None:
    assert amounts(f"Country\tCurrency\t{head}\nSweden\tSEK\t1,250\nDenmark\tDKK\t1,073") == []


def test_two_currencies_are_told() -> None:
    """A fund converts what was promised in other currencies; its table names these, too."""
    text = "Paid in (US$ millions)\nDonor\tCurrency\tPledged\tAmount\nIreland\tEUR\t11.4\t8.2\nUSA\tUSD\t4.0\t4.0"
    assert [currency for _, _, currency in amounts(text)] == [None, None, "USD", "USD"]
    doubts = [doubt for each in find_mentions(text.replace("\n", "\n\n")) for doubt in each.doubts]
    assert {doubt.candidates for doubt in doubts if doubt.field == "currency"} == {("EUR", "USD")}


@pytest.mark.parametrize(("caption", "read"), [("Paid in (US$ millions)", ["USD"] * 3), ("Paid in", [])])
def test_sums_of_several_currencies_that_are_summed_up_are_in_one(caption: str, read: list[str]) -> None:
    text = f"{caption}\nDonor\tCurrency\tAmount\nIreland\tEUR\t11.4\nUSA\tUSD\t4.0\nTotal\t\t15.4"
    assert [currency for _, _, currency in amounts(text)] == read


@pytest.mark.parametrize(
    "caption", ["All amounts are in euros.", "Sums are stated in EUR.", "Figures are given in euros."]
)
def test_a_sentence_over_a_table_tells_the_currency_of_its_sums(caption: str) -> None:
    text = f"{caption}\nGrantee\tAmount\nAsha\t120,000\nUmoja\t310,750"
    assert amounts(text) == [("120,000", "120000", "EUR"), ("310,750", "310750", "EUR")]


@pytest.mark.parametrize(
    ("caption", "first"),
    [
        ("Contributions (in US$ thousands)", ("14500000", "USD")),
        ("US dollars in thousands", ("14500000", "USD")),
        ("EUR in millions", ("14500000000", "EUR")),
        ("Grants (Mio. EUR)", ("14500000000", "EUR")),
    ],
)
def test_the_unit_in_a_caption_holds_for_its_table(caption: str, first: tuple[str, str]) -> None:
    text = f"{caption}\nContributor\tPrior\tTotal\nIreland\t14,500\t20,750\nFinland\t2,005\t3,105"
    assert amounts(text)[0][1:] == first
