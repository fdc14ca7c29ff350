"""What stands below a project's rubrics is the project's: its amount, its times and its countries."""

from decimal import Decimal

from pipeline.mentions import find
from pipeline.model import Document, Profile
from pipeline.relate import relate
from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset

RUBRIC = TYPE._replace(font="Sans-Bold", bold=True)
HELPS = "helps the people who work in the districts of the north to learn."
PROJECTS = (
    ("Safer ports in Chad", "EUR 2 million", "2018 to 2021"),
    ("Clean water for Mali", "EUR 3 million", "2019 to 2022"),
)


def profile(done: str = "The plans have begun to change what people find when they look for work.") -> Profile:
    page = Typeset()
    top = 40.0
    for title, amount, years in PROJECTS:
        page.line(40, top, title, HEADING)
        top = page.column(40, top + 8, 500, f"The project {HELPS}")
        page.line(40, top + 14, "What was done", RUBRIC)
        top = page.column(40, top + 20, 500, done)
        page.line(40, top + 14, "How it is paid for", RUBRIC)
        top = page.column(40, top + 20, 500, f"Irish Aid gave {amount} to the project from {years}.") + 30
    source = page.source()
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    return relate(*find(document, source, segment(source, "page")))


def test_rubrics_are_sections_below_their_project() -> None:
    sections = profile().sections
    names = {section.id: section.heading for section in sections}
    assert [(section.heading, names.get(section.parent, "")) for section in sections] == [
        (heading, above)
        for title, *_ in PROJECTS
        for heading, above in ((title, ""), ("What was done", title), ("How it is paid for", title))
    ]


def test_project_takes_the_amount_and_the_times_of_its_rubrics() -> None:
    found = profile()
    assert [(row.title, row.amount, row.start, row.end) for row in found.projects] == [
        ("Safer ports in Chad", Decimal(2_000_000), "2018", "2021"),
        ("Clean water for Mali", Decimal(3_000_000), "2019", "2022"),
    ]
    assert found.contributions == ()


def test_a_country_that_only_a_rubric_names_is_told() -> None:
    first, second = profile("Thirteen thousand families in Mali were helped to find what they had lost.").projects
    assert (first.countries, second.countries) == (("TCD", "MLI"), ("MLI",))
    assert [(d.field, d.candidates, d.assumed) for d in first.doubts] == [("countries", ("Mali",), True)]
    assert second.doubts == ()


def test_facts_at_a_glance_are_those_of_the_project_that_they_stand_below() -> None:
    page = Typeset()
    page.line(40, 60, "Safer ports in Chad", HEADING)
    page.column(40, 70, 320, f"The project {HELPS} Irish Aid has been there since the plans began.")
    page.ground(400, 80, 590, 160)
    page.line(408, 96, "At a glance", RUBRIC)
    for place, fact in enumerate(("Budget: EUR 2 million", "Start: 2018", "End: 2021")):
        page.line(408, 112 + 14 * place, fact)
    page.line(40, 190, "What comes next", RUBRIC)
    page.column(40, 200, 320, "The plans have begun to change what people find when they look for work.")
    source = page.source()
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    rows = relate(*find(document, source, segment(source, "page"))).projects
    assert [(row.title, row.amount, row.start, row.end) for row in rows] == [
        ("Safer ports in Chad", Decimal(2_000_000), "2018", "2021")
    ]


def boxed(*facts: str) -> Profile:
    """Two sections whose texts tell of no project, each over a box of facts with a bar."""
    page = Typeset()
    top = 40.0
    for title, text in (("Blue peace", "Ministers agree on"), ("Clean cities", "Young people measure")):
        page.line(40, top, title, HEADING)
        top = page.column(40, top + 8, 500, f"{text} how much water each of the towns takes from the river.") + 14
        page.ground(38, top - 12, 560, top + 4, "#aa2222")
        page.line(44, top, "Project facts", RUBRIC._replace(colour="#ffffff"))
        for place, fact in enumerate(facts):
            page.line(44, top + 18 + 13 * place, fact)
        top += 18 + 13 * len(facts) + 30
    source = page.source()
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    return relate(*find(document, source, segment(source, "page")))


def test_a_section_with_facts_of_a_project_below_it_is_one() -> None:
    found = boxed("Budget: EUR 3 million", "Duration: 2019-2022", "Country: Mali")
    assert [(row.title, row.amount, row.end) for row in found.projects] == [
        (title, Decimal(3_000_000), "2022") for title in ("Blue peace", "Clean cities")
    ]


def test_facts_that_name_their_project_leave_the_section_above_none() -> None:
    found = boxed("Project title: Clean water", "Budget: EUR 3 million", "Duration: 2019-2022")
    assert {row.title for row in found.projects} == {"Clean water"}


def test_facts_that_tell_no_money_and_no_time_make_no_project() -> None:
    assert boxed("Country: Mali", "Sector: Water").projects == ()


def test_the_title_of_a_document_is_the_project_whose_facts_stand_below_it() -> None:
    page = Typeset()
    page.line(40, 60, "Rivers without borders", HEADING._replace(size=20.0))
    page.column(40, 70, 500, f"Germany pays for the gauges. The work {HELPS}")
    page.ground(400, 118, 590, 300)
    page.line(408, 130, "Project data", RUBRIC)
    for place, fact in enumerate(("Budget: EUR 2 million", "Duration: 2018-2021", "Country: Mali", "Theme: Water")):
        page.line(408, 160 + 34 * place, fact)
    for place, title in enumerate(("Background", "What was done", "What comes next")):
        page.line(40, 130 + 60 * place, title, RUBRIC)
        page.column(40, 138 + 60 * place, 320, f"The plans have begun to change what people find, and this {HELPS}")
    source = page.source()
    document = Document(id="page", file="page.pdf", sha256="", status="ok")
    rows = relate(*find(document, source, segment(source, "page"))).projects
    assert [(row.title, row.amount, row.end, row.countries) for row in rows] == [
        ("Rivers without borders", Decimal(2_000_000), "2021", ("MLI",))
    ]
