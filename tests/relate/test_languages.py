"""A project told in French and in Spanish comes to one and the same row."""

from decimal import Decimal

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Section
from pipeline.relate import relate
from pipeline.relate.lists import sentences

TOLD = {
    "fr": (
        "Des emplois décents au Sénégal",
        "Bailleur : Luxembourg\n\nBudget : 2,5 millions d’euros\n\nPériode : 2019-2022\n\n"
        "Le Luxembourg a versé 1,5 million d’euros en 2020 pour former 500 jeunes au Sénégal.",
    ),
    "es": (
        "Empleo decente en el Senegal",
        "Donante: Luxemburgo\n\nPresupuesto: 2,5 millones de euros\n\nPeríodo: 2019-2022\n\n"
        "Luxemburgo aportó 1,5 millones de euros en 2020 para formar a 500 jóvenes en el Senegal.",
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_a_project(language):
    heading, text = TOLD[language]
    context = Context(language=language)
    document = Document(id="page", file="page.pdf", sha256="", status="ok", language=language)
    title = read_section(Section("", 0, "front", "", "Luxembourg", places=()), context)
    section = Section("s-1", 1, "project", heading, text, places=())
    profile = relate(document, [read_section(section, context)], title)
    (project,) = profile.projects
    assert (project.amount, project.currency) == (Decimal(1500000), "EUR")
    assert (project.start, project.end, project.countries) == ("2019", "2022", ("SEN",))
    roles = [finding.mention.role for finding in profile.findings if finding.mention.table == "money"]
    assert roles == ["total", "share"]


@pytest.mark.parametrize(
    ("language", "text", "lists"),
    [
        ("fr", "L’aide de l’UE au Niger, au Tchad et au Mali croît.", ["ue", "niger tchad mali"]),
        ("es", "La ayuda de España a Bolivia y al Perú sube.", ["españa", "bolivia perú"]),
    ],
)
def test_a_preposition_alone_makes_no_list(language, text, lists):
    with spoken(language):
        (sentence,) = sentences(read_section(Section("", 0, "other", "", text, places=()), Context(language=language)))
        assert [phrase.text for phrase in sentence.phrases if "WHO" in phrase.kinds] == lists


@pytest.mark.parametrize(
    ("language", "donor", "heading", "text", "told"),
    [
        (
            *("fr", "Monaco", "Écoles au Mali", "La Principauté finance le projet (300 000 euros) depuis avril 2020."),
            (300000, "2020-04", None, ["Principauté"], []),
        ),
        (
            *("fr", "France", "Eau au Mali", "Le Conseil départemental de l’Aude apporte 25 000 euros au projet."),
            (25000, None, None, ["Conseil départemental de l’Aude"], []),
        ),
        (
            *("fr", "Suède", "Eau au Mali", "La Suède, à travers la FAO, a apporté 2 millions d’euros."),
            (2000000, None, None, ["Suède"], ["FAO"]),
        ),
        (
            *("es", "España", "Agua en Perú", "La Generalitat financia este proyecto con 450.000 euros hasta 2023."),
            (450000, None, "2023", ["Generalitat"], []),
        ),
        (
            *("es", "España", "Agua en Perú", "Financiado por la Junta de Castilla y León (30.000 €)."),
            (30000, None, None, ["Junta de Castilla y León"], []),
        ),
        (
            *("es", "Suecia", "Agua en Perú", "Suecia concedió a la FAO 2 millones de euros para el proyecto."),
            (2000000, None, None, ["Suecia"], ["FAO"]),
        ),
    ],
)
def test_what_a_sentence_tells_of_a_project(language, donor, heading, text, told):
    context = Context(language=language)
    document = Document(id="page", file="page.pdf", sha256="", status="ok", language=language)
    title = read_section(Section("", 0, "front", "", donor, places=()), context)
    section = Section("s-1", 1, "project", heading, text, places=())
    (project,) = relate(document, [read_section(section, context)], title).projects
    found = (project.amount, project.start, project.end, list(project.funders), list(project.partners))
    assert found == told
