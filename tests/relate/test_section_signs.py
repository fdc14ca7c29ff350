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
NOBODY = Donor("", "")
SIGNS = rows("section_signs")


def told(heading, text, donor=IRELAND):
    reading = read_section(Section("s-1", 1, "project", heading, text, places=()), Context(donor=donor.iso3))
    return weighed(reading, sentences(reading), donor)


@pytest.mark.parametrize("row", SIGNS, ids=[row["sign"] for row in SIGNS])
def test_an_example_is_of_another_kind_without_its_sign(row, monkeypatch):
    heading, _, text = row["example"].partition(" | ")
    donor = NOBODY if row["sign"] == "bare unowned" else IRELAND
    assert told(heading, text, donor).kind == row["kind"]
    left = {sign: weight for sign, weight in section_signs.weights().items() if sign != row["sign"]}
    monkeypatch.setattr(section_signs, "weights", lambda: left)
    assert told(heading, text, donor).kind != row["kind"]


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
        ("Ports", "Ships call. Tea is sold. Roads are long.", {"text untimed"}),
        ("Ports", "Ships call. Tea is sold.", set()),
        ("Ports", "Ships call. Tea is sold. The work began in May 2020.", set()),
        ("Ports", "Ships call. Tea is sold. Work lasts two years.", set()),
        ("Rules of the fund", "", {"heading headed RUBRIC"}),
        ("Support to the strategy of Togo", "", {"heading place"}),
        ("Ports: the results", "", set()),
        ("Partnership with UNICEF", "", {"heading headed ALLIANCE"}),
        ("Piers as a partner of ports", "", set()),
        ("", "Ships call.", {"heading none"}),
        ("Ports", "In 2020 Ireland gave EUR 3 million.", {"amounts of a year"}),
        ("Ports", "Ireland gave EUR 3 million from 2020 to 2022. In 2021 ships called.", set()),
        ("Ports", "Ireland gave EUR 3 million in Togo. It began after 2020.", set()),
        ("Ports", "Ships met from 9 to 11 June 2021.", {"bare on a day"}),
        ("Ports", "Ships met in June 2021.", set()),
        ("Ports", "Ships met on July 10-11.", {"bare on a day"}),
        ("Ports", "Ships met on 2 May 2021 for EUR 3 million.", set()),
        ("Ports", "Work began on 2 May 2021.", set()),
        ("Ports", "Ships call. They met on 2 May 2021.", set()),
        ("Remembering Mary Byrne", "Mary Byrne led the port of Cork. She died in March.", {"bare of a person"}),
        ("Remembering Mary Byrne", "Mary Byrne led the port for EUR 3 million. She died.", {"amounts 1 titled"}),
        ("Mary Byrne Trust", "Mary Byrne Trust helps ports. They are old.", set()),
        ("Boats for Lorne", "Ireland gave EUR 2 million.", {"amounts 1 titled"}),
        ("Boats", "Ireland gave EUR 2 million.", set()),
        ("Boats for Lorne", "Ireland gave EUR 2 million to nine projects.", set()),
        ("Boats for Lorne", "Ireland gave EUR 2 million, Norway EUR 1 million.", set()),
        ("Boats of 2021", "Ireland gave EUR 2 million.", set()),
        ("Boats and UNICEF", "Ireland gave EUR 2 million.", set()),
        ("Annex 3: ports", "", {"heading NUMBERED"}),
        ("Three annexes", "", set()),
    ],
)  # fmt: skip
def test_signs(heading, text, found):
    reading = read_section(Section("s-1", 1, "project", heading, text, places=()), Context(donor="IRL"))
    own = signs(reading, sentences(reading), IRELAND)
    assert found <= own
    shown = {"heading names", "heading place", "heading one LENT", "text the PROJECT", "text people", "text untimed"}
    shown |= {"heading headed RUBRIC", "heading headed ALLIANCE", "heading none", "amounts of a year"}
    shown |= {"amounts 1 titled", "bare on a day", "bare of a person", "heading NUMBERED"}
    assert not own & (shown - found)


PASSAGES = [
    ("Togo", "project", "giving under a country: what one undertaking does",
     "The wells of Lomé were dry. Since 2021 Ireland and UNICEF have been drilling new ones for EUR 3 million, and the "
     "last will be done in 2025. They serve 40,000 people."),
    ("Togo", "contributions", "giving under a country: a year's sums to several",
     "Togo was the second largest partner in 2022. Ireland gave EUR 9 million in that year. Of this, EUR 4 million "
     "went to schools, EUR 3 million to ports and EUR 2 million to UNICEF."),
    ("Partnership with UNICEF", "contributions", "giving under a partner",
     "Ireland and UNICEF have known each other for long. In 2022 Ireland gave it EUR 9 million. It was among the top "
     "ten donors."),
    ("Rules of procurement", "other", "how it is done",
     "Ships are bought by tender. Offers above EUR 1 million are opened by the board. Those below go to the office."),
    ("Visit of the minister", "other", "news",
     "The minister saw the port of Lomé on 2 May 2022. He brought a pump worth EUR 3 million. A choir sang."),
    ("History", "other", "background",
     "Ireland and Togo have known each other for long. The first ship came in 1960. Trade grew to EUR 3 million."),
    ("Harbour Forum", "other", "an event",
     "In Lomé, 300 ministers and port managers of 40 countries took part in the fourth Harbour Forum from 9 to 11 May. "
     "They agreed to train divers together."),
    ("Harbour Forum", "project", "an event that somebody pays for",
     "Ireland gives EUR 3 million for the fourth Harbour Forum, which trains 300 port managers of Togo on 9 May 2024."),
    ("Boats for Lorne", "project", "one sum below a title",
     "In 2021 Ireland gave UNICEF EUR 2 million for new boats."),
    ("Support to UNICEF", "contributions", "one sum below the name of a giving",
     "In 2021 Ireland gave UNICEF EUR 2 million for new boats."),
    ("Boats for Lorne", "contributions", "one sum for several",
     "In 2021 Ireland gave EUR 2 million to nine projects."),
    ("Divers of Togo", "other", "a study that was published",
     "In March the institute published a study on divers and their pay in Togo. It may be ordered from the library."),
    ("Mary Byrne, our woman in Lomé", "other", "a person",
     "Mary Byrne grew up in Cork, where her father was a diver. She has worked in Togo since 2017 and trains six "
     "people."),
    ("Article 6: piers of Togo", "other", "a part of a text of law",
     "The parties build piers in Togo. They work with UNICEF."),
    ("Piers for Togo", "project", "work without money that begins on a day",
     "The project began on 2 May 2022. It trains 400 women of Togo to build piers, and is run by UNICEF."),
    ("Piers that last", "project", "no word for a project",
     "Divers of Lomé rebuild the old piers, and train 40 boys to do so. EUR 3 million from Ireland. It goes on until "
     "May 2024."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "kind", "text"), [(h, k, t) for h, k, _, t in PASSAGES], ids=[p[2] for p in PASSAGES]
)
def test_passages(heading, kind, text):
    assert told(heading, text).kind == kind


def test_a_section_of_another_form_has_no_sign_of_a_project_s():
    reading = read_section(Section("s-1", 1, "other", "Piers", "", places=()), Context(donor="IRL"))
    assert "form project" not in signs(reading, sentences(reading), IRELAND)


@pytest.mark.parametrize(("ahead", "rival"), [(SURELY, None), (SURELY - Decimal("0.1"), "other")])
def test_a_kind_that_is_nearly_as_likely_is_told(ahead, rival, monkeypatch):
    only = {"section": section_signs.Weight(ahead, Decimal(-1))}
    monkeypatch.setattr(section_signs, "weights", lambda: only)
    assert told("Piers", "They were built.") == Told("project", rival, ahead)
