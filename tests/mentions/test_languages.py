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
    ("text", "amount"),
    [
        ("Le programme coûte 77, 86 millions d’euros et dure jusqu’en 2024 au Mali.", 77_860_000),
        ("La contribution de la Suède, soit 1, 09 milliard d’euros, est versée au Mali.", 1_090_000_000),
        ("El Gobierno de la isla impulsa obras con una inversión de $us 47, 3 millones hasta 2024.", 47_300_000),
        ("Dans la phase 77, 86 millions d’euros vont aux écoles et aux villages du Mali.", None),
        ("En la sala 47, 3 millones de euros se entregaron a las escuelas del Perú.", None),
    ],
)
def test_decimals_that_a_blank_has_cut_off_are_read_where_the_words_before_say_that_they_are_a_sum(text, amount):
    assert [m.amount for m in find_mentions(text) if m.table == "money"] == [amount]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("El programa del país cuesta $24,000 millones y el de Chad US$ 437,096.", [24_000_000_000, 437_096]),
        ("El programa del país cuesta $ 1'200.000 y dura tres años en la isla.", [1_200_000]),
        ("El programa del país cuesta US$ 1,350 millones y dura tres años en la isla.", [None]),
        ("Une enveloppe de 2,893 milliards de francs suisses est prévue pour le Mali.", [2_893_000_000]),
        ("Une enveloppe de 12,500 dinars tunisiens est prévue pour les écoles.", [None]),
        ("Une enveloppe de 14 650 m³ d’eau et de 12 m³ par jour est prévue pour les écoles.", []),
    ],
)
def test_a_comma_before_three_digits(text, amounts):
    assert [m.amount for m in find_mentions(text) if m.table == "money"] == amounts


@pytest.mark.parametrize("form", ["francs CFA", "francs Cfa", "Francs CFA", "FCFA", "Fcfa", "F.CFA", "CFA"])
def test_the_francs_of_africa_are_none_of_france(form):
    (money,) = (
        m
        for m in find_mentions(f"La France a donné 3 millions {form} pour les écoles des villages du sud.")
        if m.table == "money"
    )
    assert (money.currency, money.doubts[0].candidates) == (None, ("XOF", "XAF"))


def test_a_currency_that_is_no_more_is_none_that_a_donor_gives():
    (money,) = (
        m
        for m in find_mentions("La France a donné 3 millions de francs pour les écoles des villages du sud.")
        if m.table == "money"
    )
    assert money.currency is None
    assert "XOF" not in money.doubts[0].candidates
    assert "FRF" in money.doubts[0].candidates


def test_the_currency_of_an_amount_in_the_sentence_before_is_assumed():
    text = "El fondo recibió 12 millones de euros de Suecia. Una dotación de 3 millones va a Chad."
    told = [(m.amount, m.currency, [d.assumed for d in m.doubts]) for m in find_mentions(text) if m.table == "money"]
    assert told == [(12_000_000, "EUR", []), (3_000_000, "EUR", [True])]


def test_the_currency_of_an_amount_in_the_sentence_after_is_assumed_in_its_paragraph_alone():
    text = "La ONG destinó 40,7 millones a las escuelas de los pueblos.{}De ellos, dio 3 millones de euros a Chad."
    near, far = (
        [(m.amount, m.currency) for m in find_mentions(text.format(gap)) if m.table == "money"] for gap in (" ", "\n\n")
    )
    assert near == [(40_700_000, "EUR"), (3_000_000, "EUR")]
    assert far == [(40_700_000, None), (3_000_000, "EUR")]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Suecia dio 12 millones de euros a Chad. Siguen Noruega (8,7 millones) e Italia con 2 millones.", "12 8.7 2"),
        ("La Suède a donné 12 millions d’euros au Tchad. Par ailleurs, 1,4 million sera acheminé en Mali.", "12 1.4"),
        ("Sweden gave EUR 12 million to the schools of Chad. Norway (8.7 million) and Italy follow.", "12 8.7"),
        ("Suecia dio 12 millones de euros a Chad, donde viven 18 millones de personas. En Malí son 22 millones.", "12"),
        ("Suecia dio 12 millones de euros a Chad.\n\nEn Malí son 22 millones.", "12"),
    ],
)
def test_a_number_in_millions_that_counts_nothing_is_an_amount_among_amounts(text: str, amounts: str) -> None:
    found = [m for m in find_mentions(text) if m.table == "money"]
    assert " ".join(f"{m.amount / 1_000_000:f}" for m in found) == amounts
    assert all(m.currency == "EUR" and any(d.assumed for d in m.doubts) for m in found[1:])


def test_what_is_counted_shares_no_currency():
    text = "Suecia dio 12 millones de euros. El plan requiere 40 millones de dosis para 5 millones de niños de Chad."
    assert [m.amount for m in find_mentions(text) if m.table == "money"] == [12_000_000]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La Agencia Suiza financia las escuelas de los pueblos del sur.", "demonym"),
        ("La cooperación técnica Suiza financia las escuelas de los pueblos.", "demonym"),
        ("La Media Luna Roja Siria ayuda a las familias de los pueblos.", "demonym"),
        ("Las escuelas de los pueblos del sur las financia Suiza.", "country"),
        ("La cooperación con Suiza es para las escuelas de los pueblos.", "country"),
    ],
)
def test_a_name_that_is_an_adjective_too_tells_a_people_behind_its_noun(text, kind):
    assert [m.kind for m in find_mentions(text) if m.table == "countries"] == [kind]


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
