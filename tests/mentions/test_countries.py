"""Countries and their peoples: every name of the standards, ambiguous names, what is no country, and each example."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.lexicon import listed, rows, spoken
from pipeline.mentions import find_mentions
from pipeline.mentions.places.gazetteer import _written_as, nations
from pipeline.model import Context, Country

CODES = sorted(nations())
AMBIGUOUS = {"Congo", "Korea", "Virgin Islands"}
NOT_COUNTRIES = [row["example"] for row in rows("not_countries")]


def countries(text: str, context: Context | None = None) -> list[Country]:
    return [mention for mention in find_mentions(text, context) if isinstance(mention, Country)]


def codes(text: str, context: Context | None = None) -> list[str | None]:
    return [mention.iso3 for mention in countries(text, context)]


def test_every_code_of_iso_3166_and_kosovo_has_a_nation() -> None:
    assert set(CODES) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert all(nations()[c.alpha_3].iso2 == c.alpha_2 for c in pycountry.countries)


@pytest.mark.parametrize("iso3", CODES)
def test_every_nation_is_read_in_a_sentence_by_its_own_name(iso3: str) -> None:
    if iso3 == "COG":  # "Congo" alone may be either Congo
        return
    assert codes(f"Officials of {nations()[iso3].name} came.") == [iso3]


@pytest.mark.parametrize("row", list(rows("countries")), ids=lambda row: row["iso3"])
def test_every_other_name_is_read_as_its_nation(row: dict[str, str]) -> None:
    names = [name for name in listed(row["aliases"]) if name not in AMBIGUOUS]
    text = "Delegates of " + " met; delegates of ".join([*names, "none"]) + " met."
    assert codes(text) == [row["iso3"]] * len(names)


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_3)
def test_every_official_name_is_read(country: pycountry.db.Country) -> None:
    official = getattr(country, "official_name", country.name)
    if country.alpha_3 != "COG" or official != "Congo":
        assert codes(f"{official} signed.")[0] == country.alpha_3


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Lao PDR", "LAO"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("CÔTE D’IVOIRE", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Swaziland", "SWZ"),
        ("Burma", "MMR"),
        ("occupied Palestinian territory", "PSE"),
        ("West Bank and Gaza", "PSE"),
        ("Kosovo*", "XKX"),
        ("St. Lucia", "LCA"),
        ("St Kitts & Nevis", "KNA"),
        ("Timor Leste", "TLS"),
        ("Guinea-Bissau", "GNB"),
        ("Korea, Republic of", "KOR"),
        ("UK", "GBR"),
        ("U.S.", "USA"),
        ("DRC", "COD"),
        ("PNG", "PNG"),
        ("Scotland", "GBR"),
        ("democratic republic of the Congo", "COD"),
        ("republic of Korea", "KOR"),
        ("kingdom of the Netherlands", "NLD"),
    ],
)
def test_names_as_people_write_them(text: str, iso3: str) -> None:
    assert codes(f"They came from {text} too.") == [iso3]


def test_a_line_may_end_inside_a_name_but_a_paragraph_may_not() -> None:
    assert codes("with the Republic of\n  Korea") == ["KOR"]
    assert codes("in South\n\nSudan") == ["SDN"]


def test_a_missing_comma_leaves_two_countries() -> None:
    assert codes("in Cambodia, Kyrgyzstan Mongolia and Nepal") == ["KHM", "KGZ", "MNG", "NPL"]


def test_the_longest_name_wins() -> None:
    text = "South Sudan, Papua New Guinea, Equatorial Guinea, Nigeria, Northern Ireland and Dominican Republic"
    assert codes(text) == ["SSD", "PNG", "GNQ", "NGA", "GBR", "DOM"]


def test_a_state_of_the_united_states_is_a_place_and_no_country() -> None:
    (mention,) = countries("The office in New Mexico closed.")
    assert (mention.kind, mention.iso3, mention.subdivision) == ("place", "USA", "US-NM")


def test_abbreviations_want_capitals() -> None:
    assert codes("give us a car, uk") == []
    assert codes("JOIN US") == []
    assert codes("with the US and the CAR") == ["USA", "CAF"]


def test_a_dollar_of_the_united_states_is_no_mention_of_it() -> None:
    assert codes("US$5 million and US $ 6 million and US\u00a0$7 million") == []
    assert codes("Namibia$ 5 million") == []


def test_a_country_before_a_dollar_may_be_who_gives() -> None:
    assert codes("Norway gave $5 million, Chad $ 6 million and Namibia $7 million") == ["NOR", "TCD", "NAM"]


@pytest.mark.parametrize("text", NOT_COUNTRIES)
def test_every_example_of_what_is_no_country(text: str) -> None:
    assert [mention.text for mention in countries(text) if mention.kind != "place"] == []


def test_a_country_inside_the_name_of_its_office_is_a_mention() -> None:
    assert codes("The U.S. Department of State and the Ministry of Labour of Ghana met.") == ["USA", "GHA"]


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [("Korean", "Republic of Korea", "KOR"), ("Kenyans", "Kenya", "KEN"), ("Tunisian", "Tunisia", "TUN")],
)
def test_peoples(text: str, name: str, iso3: str) -> None:
    (mention,) = countries(f"The {text} came.", Context(donor="KOR"))
    assert (mention.kind, mention.name, mention.iso3) == ("demonym", name, iso3)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Roads in Congo were paved.", ("COD", "COG")),
        ("Congo borders many; the DRC is one of them.", ("COD", "COG")),
        ("Experts from Korea came.", ("KOR", "PRK")),
        ("A Dominican school opened.", ("DMA", "DOM")),
        ("It was founded in Czechoslovakia.", ("CZE", "SVK")),
    ],
)
def test_a_name_that_nothing_decides_is_left_open_and_told(text: str, candidates: tuple[str, ...]) -> None:
    mention = countries(text)[0]
    assert (mention.iso2, mention.iso3) == (None, None)
    assert [(doubt.field, doubt.candidates) for doubt in mention.doubts] == [("iso3", candidates)]


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Roads in Congo, from Kinshasa on, were paved.", "COD"),
        ("Roads in Congo, from Brazzaville on, were paved.", "COG"),
        ("Experts from Korea came; the Republic of Korea paid.", "KOR"),
        ("Roads in Congo and the DRC were paved.", "COG"),
        ("Korea and the DPRK met.", "KOR"),
        ("Congo, Democratic Republic of the Congo and Gabon met.", "COG"),
        ("Congolese farmers in the DRC met.", "COD"),
        ("Georgia joined; the office in Tbilisi opened.", "GEO"),
        ("Farms in Georgia and Alabama closed.", "USA"),
        ("Inspectors in Georgia and Moldova went from Tbilisi to Atlanta, Georgia.", "GEO"),
        ("Georgia joined.", "GEO"),
    ],
)
def test_the_text_decides_between_countries_of_one_name(text: str, iso3: str) -> None:
    first = countries(text)[0]
    assert first.iso3 == iso3
    assert not first.doubts


def test_the_donor_decides_which_korea() -> None:
    assert codes("the ILO/Korea Partnership Programme", Context(donor="KOR")) == ["KOR"]


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("norge", "NOR"),
        ("Deutschland", "DEU"),
        ("ESPAÑA", "ESP"),
        ("mali", "MLI"),
        ("uae", "ARE"),
        ("The Gambia", "GMB"),
    ],
)
def test_a_name_alone_may_be_in_any_case_and_language(text: str, iso3: str) -> None:
    assert codes(text) == [iso3]


@pytest.mark.parametrize("text", ["us", "car", "Island", "Latin", "not known", "overseas territories"])
def test_a_word_alone_is_no_country(text: str) -> None:
    assert codes(text) == []


@given(st.lists(st.sampled_from([c for c in CODES if c != "COG"]), min_size=1, max_size=5, unique=True))
def test_countries_in_a_row_are_read_back(wanted: list[str]) -> None:
    text = "Delegates of " + "; ".join(nations()[iso3].name for iso3 in wanted) + " met."
    found = countries(text)
    assert [mention.iso3 for mention in found] == wanted
    assert all(text[mention.char_start : mention.char_end] == mention.text for mention in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CAR, the Council of African Rivers, met. The CAR agreed.", []),
        ("The Council of Arid Regions (CAR) met.", []),
        ("the Central African Republic (CAR) and its rivers", ["CAF", "CAF"]),
        ("Boats came from New Guinea.", [None]),
        ("The RoK gave it.", ["KOR"]),
        ("North Korean and Korean boats", ["PRK", "KOR"]),
        ("A camp of $US9m stands there.", []),
    ],
)
def test_names_that_stand_for_something_else(text: str, expected: list[str | None]) -> None:
    found = [mention for mention in find_mentions(text) if isinstance(mention, Country) and mention.kind != "region"]
    assert [mention.iso3 for mention in found] == expected
    assert all(mention.iso3 or mention.doubts for mention in found)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Chad Achterberg, a mason, spoke.", True),
        ("said Kenya Osei in Mali", True),
        ("Jordan Compact", False),
        ("Jordan Country Office", False),
        ("Chad March 2020", False),
        ("It works in Jordan. Partners help.", False),
    ],
)
def test_a_country_that_may_be_a_first_name_is_left_open_and_told(text: str, is_open: bool) -> None:
    first = next(mention for mention in find_mentions(text) if isinstance(mention, Country))
    assert (first.iso3 is None) == is_open
    assert bool(first.doubts) == is_open


def test_a_country_before_an_amount_is_no_part_of_the_currency() -> None:
    """ "Kenya EUR 9,500" tells a country, "Kenyan shillings" does not."""
    text = "Two pay (Kenya EUR 9,500; Norway NOK 9,000), some in Kenyan shillings and US dollars."
    assert [mention.text for mention in find_mentions(text) if mention.table == "countries"] == ["Kenya", "Norway"]


@pytest.mark.parametrize(
    ("spelling", "text", "end", "is_it"),
    [
        ("Mali", "in Mali .", 2, True),
        ("Mali", "in mali .", 2, False),
        ("The Gambia", "in The Gambia .", 3, True),
        ("The Gambia", "in the Gambia .", 3, True),
        ("The Gambia", "In the gambia .", 3, False),  # by its name, not its article
        ("USA", "the USA pays", 2, True),
        ("USA", "the usa pays", 2, False),
        ("Republic of Mali", "the republic of Mali", 4, True),
        ("Kingdom", "the kingdom pays", 2, False),  # what heads a name is none alone
        ("Korea, Republic of", "in Korea, Republic of", 4, True),
        ("Congo, Republic of the", "in Congo, Republic of the Congo", 5, False),
    ],
)
def test_words_that_are_written_as_a_name(spelling: str, text: str, end: int, is_it: bool) -> None:
    with spoken("en"):
        assert _written_as(spelling, text.split(), 1, end) is is_it


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It is in Alaska’s Yukon-Kuskokwim Delta.", ["Alaska"]),
        ("Yukon-Kuskokwim in Canada", ["Yukon", "Canada"]),
        ("The Dakar-Plateau market in Senegal", ["Dakar", "Senegal"]),
        ("The Nairobi-Mombasa road", ["Nairobi", "Mombasa"]),
        ("A Nairobi-based guild", ["Nairobi"]),
        ("Nairobi—Support to recovery", ["Nairobi"]),
    ],
)
def test_a_half_of_a_hyphenated_name_is_no_place(text: str, places: list[str]) -> None:
    assert [country.text for country in find_mentions(text) if isinstance(country, Country)] == places
