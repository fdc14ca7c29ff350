"""Whom facts name whose labels ask for somebody."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Section, Span
from pipeline.relate.asked import _is_name, _items, _named
from pipeline.relate.phrases import Actor
from tests.relate.test_tables import profile

ABOUT = {"Budget": "EUR 3 million", "Start": "May 2020"}


def partners(value: str, label: str = "Partners") -> tuple[str, ...]:
    (project,) = profile({**ABOUT, label: value}, heading="Safe ports").projects
    return project.partners


@pytest.mark.parametrize(
    ("value", "named"),
    [
        # a name alone, whatever it is made of
        ("Moss & Sons", ("Moss & Sons",)),
        ("Ferrovia", ("Ferrovia",)),
        ("LEDA/ORMO", ("LEDA/ORMO",)),
        ("Ferrovia (of Lomé)", ("Ferrovia",)),
        # several
        ("Port Guild; ORMO", ("Port Guild", "ORMO")),
        ("Ferrovia, Port Guild and ORMO", ("Ferrovia", "Port Guild", "ORMO")),
        ("Port Guild / Ferry Trust", ("Port Guild", "Ferry Trust")),
        ("UNICEF, Ferrovia", ("UNICEF", "Ferrovia")),
        ("UNICEF, Ledaro", ("UNICEF", "Ledaro")),
        # one with a comma in its name
        ("Ministry of Water, Irrigation and Energy", ("Ministry of Water, Irrigation and Energy",)),
        ("Ministry of Water, Irrigation and Energy; ORMO", ("Ministry of Water, Irrigation and Energy", "ORMO")),
        # nobody
        ("to be named", ()),
        ("Port Guild and others", ("Port Guild",)),
        ("They were chosen by all who live in the old port of the town", ()),
    ],
)
def test_partners(value: str, named: tuple[str, ...]) -> None:
    assert partners(value) == named


def test_a_name_ends_with_its_value() -> None:
    """The label of the next fact may follow at once."""
    section = Section("s", 1, "project", "", "By Moss & Sons Budget", ())
    actor = Actor("Moss & Sons Budget", None, 3, "agency")
    with spoken("en"):
        found = list(_named(section, Span(3, 14), [actor]))
    assert [each.name for each in found] == ["Moss & Sons"]


def test_whoever_receives_a_grant_is_a_partner() -> None:
    assert partners("Moss & Sons", "Grantee") == ("Moss & Sons",)
    assert partners("Moss & Sons", "Sector") == ()


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a, b and c", [(0, 1), (3, 4), (9, 10)]),
        ("a , and b", [(0, 1), (8, 9)]),
        ("sand", [(0, 4)]),
        (" a", [(1, 2)]),
        ("", []),
    ],
)
def test_the_parts_of_a_list(text: str, items: list[tuple[int, int]]) -> None:
    with spoken("en"):
        assert list(_items(text)) == items


@pytest.mark.parametrize(
    ("words", "is_name"),
    [("Moss", True), ("moss", False), ("", False), ("A b c d e f g h", True), ("A b c d e f g h i", False)],
)
def test_what_is_written_as_a_name(words: str, is_name: bool) -> None:
    assert _is_name(words) is is_name
