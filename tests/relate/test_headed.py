"""Countries that only the heading above a project names are the project's, and told."""

import pytest

from pipeline.mentions import find
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Project, Section
from pipeline.relate import relate
from pipeline.segment import segment
from tests.segment.typeset import HEADING, Typeset

TEXT = "Ireland gives EUR 3 million for the project, which runs from 2020 to 2023."


def project(*above: str, heading: str = "The safer ports project", text: str = TEXT) -> Project:
    """The project below headings, the highest first."""
    sections = [
        Section(f"s-{n}", n, "other", words, "", places=(), parent=f"s-{n - 1}" if n else "")
        for n, words in enumerate(above)
    ]
    own = Section("s-own", len(above), "project", heading, text, places=(), parent=f"s-{len(above) - 1}")
    title = read_section(Section("", 0, "front", "", "Ireland", places=()), Context())
    readings = [read_section(section, Context(donor="IRL")) for section in (*sections, own)]
    (row,) = relate(Document(id="d", file="d.pdf", sha256="", status="ok"), readings, title).projects
    return row


@pytest.mark.parametrize(
    ("above", "countries"),
    [
        (("Malawi",), ("MWI",)),
        (("Mali and Niger",), ("MLI", "NER")),
        (("Projects in Ghana",), ("GHA",)),
        (("Country programmes: Ghana",), ("GHA",)),
        # the nearest that names some, and never the donor's
        (("Ireland in Malawi", "Ports and roads"), ("MWI",)),
        (("Ireland in Africa", "Malawi"), ("MWI",)),
        (("Ireland’s cooperation with Malawi", "Ireland"), ("MWI",)),
        (("Ireland",), ()),
        # a heading of another kind names a body, a people, a group
        (("Kenya Red Cross",), ()),
        (("Malian ports",), ()),
        (("The story of Kenya’s ports",), ()),
    ],
)
def test_countries_of_a_heading_above(above, countries):
    row = project(*above)
    assert row.countries == countries
    told = [(d.reason, d.assumed) for d in row.doubts if d.field == "countries"]
    assert told == ([("a heading above names them", True)] if countries else [])


def test_countries_of_the_text_go_before_those_of_a_heading_above():
    row = project("Malawi", text=f"{TEXT} It builds ports in Malawi and Zambia.")
    assert (row.countries, row.doubts) == (("MWI", "ZMB"), ())
    assert project("Ireland in Malawi", heading="Ports in Togo").countries == ("TGO",)


def test_a_text_that_names_only_others_than_its_country_is_told():
    row = project("Malawi", text=f"{TEXT} Pilots learned to sail in Germany.")
    assert row.countries == ("MWI",)
    assert [(d.reason, d.candidates) for d in row.doubts if d.field == "countries"] == [
        ("a heading above names them, and the text names Germany", ("Germany",))
    ]


def test_a_text_that_names_only_others_than_a_heading_above_is_told():
    row = project("Ireland in Malawi", text=f"{TEXT} It builds ports in Togo.")
    assert row.countries == ("TGO",)
    assert [(d.reason, d.candidates, d.assumed) for d in row.doubts if d.field == "countries"] == [
        ("a heading above names Malawi", ("Malawi",), True)
    ]


def test_who_gives_is_no_place_of_work():
    assert project("Norway", text=f"{TEXT} Norway adds NOK 3 million.").countries == ()


def test_a_heading_above_names_no_country_where_a_fact_does():
    page = Typeset()
    page.line(40, 60, "Malawi", HEADING._replace(size=20.0))
    page.column(40, 80, 500, "Ireland gives to these ports, and the people who work there have begun to build.")
    for place, (title, country) in enumerate((("Safer ports", "Viet Nam"), ("Cleaner ports", "Timor-Leste"))):
        top = 140 + 100 * place
        page.line(40, top, title, HEADING)
        for line, fact in enumerate(("Budget: EUR 2 million", f"Country: {country}")):
            page.line(40, top + 20 + 14 * line, fact)
    source = page.source()
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    rows = relate(*find(document, source, segment(source, "page"))).projects
    assert [(row.title, row.countries) for row in rows] == [("Safer ports", ("VNM",)), ("Cleaner ports", ("TLS",))]
