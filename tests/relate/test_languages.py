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
