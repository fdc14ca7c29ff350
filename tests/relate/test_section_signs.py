"""What a section is about, by its signs; the donor is Ireland."""

from decimal import Decimal

import pytest

from pipeline.language.lexicon import rows
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Section
from pipeline.relate import section_signs
from pipeline.relate.actors import Donor
from pipeline.relate.lists import sentences
from pipeline.relate.section_signs import SURELY, Told, signs, weighed

IRELAND = Donor("Ireland", "IRL")
SIGNS = rows("section_signs")


def told(heading, text, form="project"):
    reading = read_section(Section("s-1", 1, form, heading, text, places=()), Context(donor="IRL"))
    return weighed(reading, sentences(reading), IRELAND)


@pytest.mark.parametrize("row", SIGNS, ids=[row["sign"] for row in SIGNS])
def test_an_example_is_of_another_kind_without_its_sign(row, monkeypatch):
    heading, _, text = row["example"].partition(" | ")
    assert told(heading, text).kind == row["kind"]
    left = {sign: weight for sign, weight in section_signs.weights().items() if sign != row["sign"]}
    monkeypatch.setattr(section_signs, "weights", lambda: left)
    assert told(heading, text).kind != row["kind"]


@pytest.mark.parametrize(
    ("heading", "text", "found"),
    [
        ("Ireland and Togo in 2021", "", {"heading names", "heading place", "heading TIME"}),
        ("UNICEF", "", {"heading names"}),
        ("Piers of Togo", "", {"heading place"}),
        ("Ten projects", "", {"heading PROJECTS"}),
        ("A soft loan for Mali", "", {"heading place", "heading one LENT"}),
        ("Loans for Mali", "", {"heading place"}),
        ("A project", "The project is run in Togo, Mali, Niger, Chad and Benin.", {"text the PROJECT", "countries 4"}),
        ("A project", "A project is run in Togo and Mali.", {"text PROJECT", "countries 2"}),
        ("A project", "It trained 400 nurses for EUR 3 million.", {"text people", "amounts 1", "countries 0"}),
        ("Gifts", "Ireland gave EUR 3 million, EUR 2 million, EUR 4 million, EUR 5 million and EUR 6 million.",
         {"amounts 4", "amount share", "section", "form project"}),
    ],
)  # fmt: skip
def test_signs(heading, text, found):
    reading = read_section(Section("s-1", 1, "project", heading, text, places=()), Context(donor="IRL"))
    own = signs(reading, sentences(reading), IRELAND)
    assert found <= own
    assert not own & ({"heading names", "heading place", "heading one LENT", "text the PROJECT", "text people"} - found)


def test_a_section_of_another_form_has_no_sign_of_a_project_s():
    reading = read_section(Section("s-1", 1, "other", "Piers", "", places=()), Context(donor="IRL"))
    assert "form project" not in signs(reading, sentences(reading), IRELAND)


@pytest.mark.parametrize(("ahead", "rival"), [(SURELY, None), (SURELY - Decimal("0.1"), "other")])
def test_a_kind_that_is_nearly_as_likely_is_told(ahead, rival, monkeypatch):
    only = {"section": section_signs.Weight(ahead, Decimal(-1))}
    monkeypatch.setattr(section_signs, "weights", lambda: only)
    assert told("Piers", "They were built.") == Told("project", rival)
