"""Places: found only where the countries of a text and the words around make them sure."""

from __future__ import annotations

import pycountry
import pytest

from pipeline.language.lexicon import rows
from pipeline.language.names import Words, fold
from pipeline.mentions import find_mentions
from pipeline.mentions.places.coordination import Enumeration
from pipeline.mentions.places.gazetteer import Meaning, Named
from pipeline.mentions.places.subnational import _is_dashed, _is_in_name
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


def named(start: int, end: int, iso3: str) -> Named:
    return Named(start, end, (Meaning("place", iso3, iso3, iso3),))


@pytest.mark.parametrize(
    ("place", "is_in_it"),
    [
        (named(3, 5, "VNM"), True),  # "Lao" of "Lao Cai"
        (named(2, 4, "VNM"), True),
        (named(2, 5, "VNM"), True),
        (named(3, 4, "VNM"), False),  # no longer than it
        (named(4, 6, "VNM"), False),
        (named(1, 3, "VNM"), False),
        (named(3, 5, "LAO"), False),  # of the country itself
    ],
)
def test_a_country_that_is_a_part_of_a_places_name(place: Named, is_in_it: bool) -> None:
    assert _is_in_name(named(3, 4, "LAO"), [named(8, 9, "KEN"), place]) is is_in_it


def of(text: str) -> Words:
    """The words of a text whose hyphens and dashes stand apart, without these."""
    tokens = [i for i, word in enumerate(text.split()) if word not in {"–", "-"}]
    written = [text.split()[i] for i in tokens]
    return Words(written, [fold(word) for word in written], tokens)


@pytest.mark.parametrize(
    ("text", "country", "row", "is_dashed"),
    [
        ("Tunisia – Sfax", (0, 1), (1, 2), True),
        ("Tunisia Sfax", (0, 1), (1, 2), False),
        ("Sfax – Tunisia", (1, 2), (0, 1), True),
        ("Sfax Tunisia", (1, 2), (0, 1), False),
        ("Tunisia – the Sfax", (0, 1), (2, 3), False),
        ("Sfax – in Tunisia", (2, 3), (0, 1), False),
    ],
)
def test_a_dash_between_a_country_and_its_places(
    text: str, country: tuple[int, int], row: tuple[int, int], is_dashed: bool
) -> None:
    places_ = Enumeration((named(*row, "TUN"),))
    assert _is_dashed(of(text), places_, named(*country, "TUN")) is is_dashed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # words around say that they are places, or two of them are known
        ("Sierra Leone: the districts of Kenema and Moss grew.", ["Kenema", "Moss"]),
        ("Sierra Leone: the districts of Moss, Kenema, and Port Lorne grew.", ["Moss", "Kenema", "Port Lorne"]),
        ("The clinics in Irbid, Mossa and Zarqa grew.", ["Irbid", "Mossa", "Zarqa"]),
        ("Location: Vientiane, Bokeo and Luang Moss", ["Vientiane", "Bokeo", "Luang Moss"]),
        # the country of one makes the others sure, and the longer name goes before a part of it
        ("Women in Thiès, Saint-Louis and Kaolack grew.", ["Thiès", "Saint-Louis", "Kaolack"]),
        ("Kenya: the districts of Kilifi and Taita Taveta grew.", ["Kilifi", "Taita Taveta"]),
        # a body is no place, nor is what one place alone stands before, nor a row that no "and" closes
        ("Sierra Leone: the districts of Kenema and Moss Union grew.", ["Kenema"]),
        ("In Irbid, Oxfam and Care help.", ["Irbid"]),
        ("Sierra Leone: the district of Kenema, Moss grew.", ["Kenema"]),
        ("Sierra Leone: the districts of Kenema and one more grew.", ["Kenema"]),
    ],
)
def test_names_in_a_row_of_places_are_places(text: str, found: list[str]) -> None:
    assert [name for name, _, _ in places(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Papua New Guinea: fishers of Gulf and Morobe", ["Gulf", "Morobe"]),
        ("Papua New Guinea: fishers of the Gulf of Guinea", []),
        ("In Papua New Guinea it works in Gulf of the south.", ["Gulf"]),
    ],
)
def test_a_name_goes_on_behind_of(text: str, found: list[str]) -> None:
    assert [name for name, _, _ in places(text)] == found
