"""Roles: every example of rules/roles.csv, the donor, and denial."""

from __future__ import annotations

import pytest

from pipeline.language.lexicon import rows
from pipeline.mentions import find_mentions
from pipeline.model import Context, Country

EXAMPLES = [(row["role"], row["phrase"], row["example"]) for row in rows("roles.csv")]


def roles(text: str, donor: str | None = None) -> dict[str, str]:
    mentions = find_mentions(text, Context(donor=donor))
    return {mention.text: mention.role for mention in mentions if isinstance(mention, Country)}


@pytest.mark.parametrize(("role", "phrase", "example"), EXAMPLES)
def test_every_example_of_the_rules(role: str, phrase: str, example: str) -> None:
    before, name, after = example.replace("]", "[").split("[")
    assert roles(before + name + after)[name] == role, phrase


def test_a_role_is_that_of_all_names_in_a_row() -> None:
    found = roles("It builds skills in Algeria, Morocco as well as Tunisia; Spain looks on.")
    assert found == {"Algeria": "beneficiary", "Morocco": "beneficiary", "Tunisia": "beneficiary", "Spain": "mentioned"}


def test_glosses_do_not_break_a_row() -> None:
    found = roles(
        "It works in three countries: Mali (EUR 3 million), Niger (EUR 2.5 million) and Chad (EUR 1 million)."
    )
    assert found == {"Mali": "beneficiary", "Niger": "beneficiary", "Chad": "beneficiary"}


@pytest.mark.parametrize(
    "text", ["Countries: Bhutan, Ghana", "Countries: Bhutan, Ghana | Phase: II", "Countries\tBhutan, Ghana"]
)
def test_a_comma_between_two_names_of_a_list_makes_a_row(text: str) -> None:
    assert roles(text) == {"Bhutan": "beneficiary", "Ghana": "beneficiary"}


def test_a_comma_between_two_clauses_makes_no_row() -> None:
    assert roles("In Ethiopia, Sweden pays for it.") == {"Ethiopia": "beneficiary", "Sweden": "mentioned"}
    assert roles("A fair in Mombasa, Kenya") == {"Mombasa": "beneficiary", "Kenya": "beneficiary"}


def test_the_mark_of_a_footnote_does_not_break_a_row() -> None:
    found = roles("It works in North Macedonia, Kosovo* and Serbia.")
    assert found == {"North Macedonia": "beneficiary", "Kosovo": "beneficiary", "Serbia": "beneficiary"}


def test_countries_in_brackets_after_their_region_share_its_role() -> None:
    found = roles("It works in the Horn of Africa (Ethiopia and Kenya).")
    assert found == {"Horn of Africa": "beneficiary", "Ethiopia": "beneficiary", "Kenya": "beneficiary"}


def test_the_place_of_an_event_is_no_place_of_work() -> None:
    assert roles("It was signed on 5 July 2021 in Nairobi, Kenya, by both.") == {
        "Nairobi": "mentioned",
        "Kenya": "mentioned",
    }
    assert roles("A conference will be held on Monday in Chad.") == {"Chad": "mentioned"}
    assert roles("It opened on 5 July in Chad.") == {"Chad": "beneficiary"}


def test_the_seat_of_an_embassy_is_no_place_of_work() -> None:
    text = "The Embassy of Japan in Kabul and the Ambassador of Sweden in Kenya met farmers in Uganda."
    assert roles(text) == {
        "Japan": "mentioned",
        "Kabul": "mentioned",
        "Sweden": "mentioned",
        "Kenya": "mentioned",
        "Uganda": "beneficiary",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to the support of the Republic of Korea, schools opened.",
        "Korean specialists advised.",
        "A workshop was held in the Republic of Korea.",
        "It eases learning between the Republic of Korea and India.",
    ],
)
def test_the_donor_is_the_donor(text: str) -> None:
    assert "donor" in roles(text, donor="KOR").values()


def test_the_donor_benefits_where_it_is_listed_with_others() -> None:
    found = roles("It prepares case studies on the Republic of Korea, Italy and Togo.", donor="KOR")
    assert set(found.values()) == {"beneficiary"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The project does not work in the north of Mali.", "mentioned"),
        ("It never took root in Mali.", "mentioned"),
        ("It works not only in Mali.", "beneficiary"),
        ("It is no pilot, but works in Mali.", "beneficiary"),
    ],
)
def test_denial(text: str, role: str) -> None:
    assert roles(text) == {"Mali": role}
