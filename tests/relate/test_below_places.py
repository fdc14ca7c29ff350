"""Projects below a heading that names their country and nothing else."""

from pipeline.mentions import find
from pipeline.model import Document, Profile
from pipeline.relate import relate
from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset

LOWER = TYPE._replace(font="Sans-Bold", bold=True)
ABOVE = "has long worked with Irish Aid on ports, on courts and on the schools of the coast."


def profile() -> Profile:
    page = Typeset()
    top = 40.0
    for country in ("Chad", "Mali", "Togo"):
        page.line(40, top, country, HEADING)
        top = page.column(40, top + 8, 500, f"{country} {ABOVE}") + 14
        if country == "Mali":
            page.line(40, top, "Clean water", LOWER)
            text = "Irish Aid gives EUR 3 million to the wells of the coast from 2019 to 2022."
            top = page.column(40, top + 6, 500, text) + 14
            page.line(40, top, "Safer courts", LOWER)
            text = "Irish Aid gives EUR 2 million to the courts of the south from 2020 to 2022."
            top = page.column(40, top + 6, 500, text) + 14
    source = page.source()
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    return relate(*find(document, source, segment(source, "page")))


def test_sections_below_a_country_are_projects_and_the_country_is_none() -> None:
    assert [row.title for row in profile().projects] == ["Clean water", "Safer courts"]
