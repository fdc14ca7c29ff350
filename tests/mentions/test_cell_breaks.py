"""Nothing that is said reaches from one cell of a table into the next."""

from pipeline.mentions import find_mentions
from pipeline.mentions.organisations import organisations
from pipeline.mentions.passages import read
from pipeline.model import Country, Money, Quantity, Time


def texts(text: str, kind: type) -> list[str]:
    return [mention.text for mention in find_mentions(text) if isinstance(mention, kind)]


def test_digits_are_not_grouped() -> None:
    assert [n.readings for n in read("562\t752\t478").numbers] == [(562,), (752,), (478,)]
    assert [n.value for n in read("3 283\t4 271").numbers] == [3283, 4271]


def test_scales_and_number_words() -> None:
    assert [n.value for n in read("5\tmillion, two\thundred, twenty-\tfive").numbers] == [5, 2, 20, 5]


def test_amounts_and_currencies() -> None:
    assert texts("Paid US$\t5\t8 million\teuros, US\tdollars 7", Money) == []
    assert texts("Cost USD 5\t-\t8 million", Money) == ["USD 5"]
    assert texts("Norwegian\tkroner 5 million", Money) == ["kroner 5 million"]


def test_qualifiers() -> None:
    [amount] = find_mentions("Over\tUS$ 8 million\tor more")
    assert isinstance(amount, Money) and amount.qualifier == "exact"


def test_dates_and_periods() -> None:
    assert texts("2018\t2022", Time) == ["2018", "2022"]
    assert texts("from 2018\tto 2022", Time) == ["2018", "2022"]
    assert texts("5\tMay\t2021", Time) == ["2021"]
    assert texts("26\tmonths", Time) == []


def test_quantities() -> None:
    assert texts("12\tschools, 40\t%, 5\tto\t8 villages", Quantity) == ["8 villages"]


def test_names_of_countries_and_places() -> None:
    assert texts("South\tSudan", Country) == ["Sudan"]
    assert texts("Gulf of\tGuinea", Country) == ["Guinea"]


def test_organisations() -> None:
    found = organisations(read("Korean\tMinistry of Labour\tof Tunisia"))
    assert [(o.text, o.iso3) for o in found] == [("Ministry of Labour", None), ("Tunisia", "TUN")]


def test_a_tab_that_indents_a_line_parts_nothing() -> None:
    assert texts("US$\n\t5\n\tmillion", Money) == ["US$\n\t5\n\tmillion"]
