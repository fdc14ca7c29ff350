"""Passages of aid prose in each language, whose values a person has read: passages.csv."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline import find_mentions
from pipeline.language.detection import text_language
from pipeline.language.lexicon import listed, rows, spoken
from pipeline.mentions.organisations import organisations
from pipeline.mentions.passages import read

with Path(__file__).with_name("passages.csv").open(encoding="utf-8", newline="") as file:
    PASSAGES = list(csv.DictReader(file))


def amount(money):
    highest = "" if money.amount_max is None else f"-{money.amount_max:f}"
    return f"{money.amount:f}{highest} {money.currency}"


@pytest.mark.parametrize("row", PASSAGES, ids=lambda row: row["text"][:40])
def test_the_values_of_a_passage(row):
    found = find_mentions(row["text"])
    names = [m.iso3 for m in found if m.table == "countries" and m.kind in {"country", "demonym"}]
    times = [m.value or m.duration for m in found if m.table == "dates"]
    amounts = [amount(m) for m in found if m.table == "money"]
    for column, values in (("money", amounts), ("dates", times), ("countries", names)):
        assert Counter(values) == Counter(filter(None, row[column].split(";")))


@pytest.mark.parametrize("row", PASSAGES, ids=lambda row: row["text"][:40])
def test_the_language_of_a_passage(row):
    assert text_language(row["text"]) in {row["language"], ""}


@pytest.mark.parametrize(
    "text",
    [
        "Bis 31. Dezember 2024 gibt Deutschland 2,5 Millionen Euro.",
        "O projeto não começou em março; a Noruega doou 2,5 milhões de euros até 2024.",
        "Portugal financia este projeto com 2,4 milhões de euros até 2023 nas províncias de Sofala e de Tete.",
        "Nel 2022 l’Italia ha versato 12,5 milioni di euro, di cui 8 milioni di dollari per progetti in Kenya.",
        "Nederland heeft in 2022 in totaal 12,5 miljoen euro aan de IAO betaald, waarvan 8 miljoen voor Kenia.",
    ],
)
def test_a_language_without_rules_is_not_read_by_chance(text):
    assert find_mentions(text) == []


@pytest.mark.parametrize("language", ["es", "fr"])
def test_agencies_are_read_by_their_names_in_a_language(language):
    with spoken(language):
        for row in rows("agency_names"):
            for name in listed(row["aliases"]):
                found = {organisation.name for organisation in organisations(read(f"{name} = 3."))}
                assert row["name"] in found, name


def test_a_name_alone_is_read_in_any_language():
    (country,) = find_mentions("Tanzânia")
    assert country.iso3 == "TZA"


def test_a_point_that_the_text_has_before_decimals_and_the_language_between_thousands_leaves_an_amount_open():
    open_amount, shown = find_mentions("Un crédito de 3.600 millones de dólares, y otro de 4.5 millones de dólares.")
    assert (open_amount.amount, shown.amount) == (None, 4_500_000)
    assert ("3600000", "3600000000") in {doubt.candidates for doubt in open_amount.doubts}


@pytest.mark.parametrize(
    "text", ["Plus de 2000 enfants ont participé au projet.", "Más de 2000 voluntarios participaron en el proyecto."]
)
def test_a_count_that_could_be_a_year(text):
    assert [m.value for m in find_mentions(text)] == [2000]


@pytest.mark.parametrize(
    "text", ["Le Canada a donné 8 M$ au projet.", "Le Fonds de 8 M$ a été versé.", "Da 8 millones $ a Malí en 2020."]
)
def test_a_word_after_a_sign_is_no_part_of_it(text):
    (money,) = (m for m in find_mentions(text) if m.table == "money")
    assert (money.text[-1], money.amount, money.currency) == ("$", 8_000_000, "USD")
