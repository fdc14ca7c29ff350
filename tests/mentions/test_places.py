"""Places: found only where the countries of a text and the words around make them sure."""

from __future__ import annotations

import pycountry
import pytest

from pipeline.language.lexicon import rows
from pipeline.mentions import find_mentions
from pipeline.model import Country
from tests.mentions.readings import readings


def places(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (mention.text, mention.iso3, mention.subdivision)
        for mention in find_mentions(text)
        if isinstance(mention, Country) and mention.kind == "place"
    ]


@pytest.mark.parametrize(("text", "place"), readings("place"))
def test_a_cue_makes_a_place_sure(text: str, place: str) -> None:
    assert place in [found for found, _, _ in places(text)]


def test_every_subdivision_of_our_own_is_one_of_iso_3166_2() -> None:
    known = {entry.code for entry in pycountry.subdivisions}
    own = {row["subdivision"] for row in rows("places")} | {row["code"] for row in rows("place_aliases")}
    assert own - {""} <= known


def test_regions_of_cameroon_in_the_spelling_of_the_text() -> None:
    text = "Safe markets in the regions of East and Adamawa in Cameroon"
    assert places(text) == [("East", "CMR", "CM-ES"), ("Adamawa", "CMR", "CM-AD")]


def test_a_row_of_places_needs_one_cue() -> None:
    text = "It creates jobs for Tunisian graduates in the regions of Tunis, Sousse and Sfax."
    assert places(text) == [("Tunis", "TUN", "TN-11"), ("Sousse", "TUN", "TN-51"), ("Sfax", "TUN", "TN-61")]


def test_a_state_that_has_the_name_of_a_country() -> None:
    text = "Clinics open in the Nigerian states of Benue, Niger and Kogi."
    assert places(text) == [("Benue", "NGA", "NG-BE"), ("Niger", "NGA", "NG-NI"), ("Kogi", "NGA", "NG-KO")]


def test_a_name_in_a_row_of_places_may_still_be_a_country() -> None:
    mentions = find_mentions("Nigeria: clinics open in Benue, Niger and Kogi.")
    [niger] = [mention for mention in mentions if mention.text == "Niger"]
    assert isinstance(niger, Country)
    assert (niger.iso3, niger.doubts[0].candidates) == (None, ("NER", "NGA"))
    assert [
        mention.iso3 for mention in find_mentions("Nigeria: clinics in Kano and Niger") if mention.text == "Niger"
    ] == ["NER"]


def test_places_in_brackets_after_their_country() -> None:
    text = "It works in Niger (Tahoua and Dosso) and Mali (Koulikoro)."
    assert places(text) == [("Tahoua", "NER", "NE-5"), ("Dosso", "NER", "NE-3"), ("Koulikoro", "MLI", "ML-2")]


def test_the_country_after_a_place_decides() -> None:
    text = "Fairs in Córdoba (Argentina) and in Cordoba, Spain"
    assert places(text) == [("Córdoba", "ARG", "AR-X"), ("Cordoba", "ESP", "ES-CO")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wells were dug near Hyderabad. The board met in Oslo.", ["Oslo"]),  # two great cities are called Hyderabad
        ("Malawi – Zomba and Lilongwe", ["Zomba", "Lilongwe"]),
        ("Zomba – Malawi", ["Zomba"]),
        ("Malawi sells maize. Lilongwe hosts the fair.", ["Lilongwe"]),
        ("Rwanda\tMusanze\tKigali", ["Musanze", "Kigali"]),
        ("Ukraine: Odessa was hit.", ["Odesa"]),
        ("Malawi: the districts of Zomba and Thyolo take part.", ["Zomba", "Thyolo"]),
        ("Malawi: the districts of Zomba and Youth Clubs take part.", ["Zomba"]),
        ("Malawi: rules on OSH were written.", []),
        ("Wales has a fund, and Flanders another.", ["Wales", "Flanders"]),
        ("Austin spoke of the United States.", []),
    ],
)
def test_places_that_no_word_of_place_makes_sure(text: str, names: list[str]) -> None:
    found = [m for m in find_mentions(text) if isinstance(m, Country) and m.kind == "place"]
    assert [m.name for m in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "The fair in Sfax opened.",  # no country is named
        "Kenya: the fair in Sfax opened.",  # not a place of Kenya
        "Ghana and Nigeria: The East is dry.",  # a word
        "United Kingdom: in March 2021 the fair opened.",  # a month
        "Bolivia and Argentina: the fair in Santa Cruz opened.",  # both have one
        "Kenya: the team of Nakuru United won.",  # a longer name
        "Ghana: farms in the Brong-Ahafo region",  # a longer name
        "Indonesia: villages in the Central Sulawesi Province",  # a longer name
        "United States: the fair in Geneva opened.",  # a far greater city of another country
    ],
)
def test_what_is_not_sure_is_left_alone(text: str) -> None:
    assert places(text) == []
