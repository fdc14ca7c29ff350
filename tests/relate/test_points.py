"""Lists whose points are projects; the donor is Ireland."""

import pytest

from pipeline.mentions.passages import read_section
from pipeline.model import Context, Document, Paragraph, Profile, Section, SectionKind, Span
from pipeline.relate import relate
from pipeline.relate.points import ENOUGH


def listed(*paragraphs: str, heading: str = "Decisions of June", kind: SectionKind = "project") -> Profile:
    """The profile of a section whose paragraphs that begin with a bullet are points of a list."""
    text, blocks, start = "\n\n".join(paragraphs), list[Paragraph](), len(heading) + 2
    for paragraph in paragraphs:
        blocks.append(Paragraph(Span(start, start + len(paragraph)), item=paragraph.startswith("•")))
        start += len(paragraph) + 2
    section = Section("s-1", 1, kind, heading, text, places=(), blocks=tuple(blocks))
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    title = read_section(Section("", 0, "front", "", "Ireland", places=()), Context())
    return relate(document, [read_section(section, Context(donor="IRL"))], title)


def projects(profile: Profile) -> list[tuple[str, str]]:
    return [(project.title, f"{project.currency} {project.amount}") for project in profile.projects]


def test_an_amount_that_comes_again_in_a_list_is_another() -> None:
    points = "• Piers in Togo: EUR 250,000 for a project.", "• Cranes in Mali: EUR 250,000 for a project."
    assert projects(listed(*points, heading="Projects", kind="other")) == [
        ("Piers in Togo", "EUR 250000"),
        ("Cranes in Mali", "EUR 250000"),
    ]


POINTS = "• A study of piers in Togo: EUR 400,000.", "• Boats in Mali (EUR 90,000)"


@pytest.mark.parametrize(
    "above",
    [
        "The Board approved the following projects:",
        "Ireland handed over grants for these initiatives of the villages:",
        "In June it signed two programmes:",
        "The Board met in Lorne. Money is split between two initiatives in the north.",
    ],
)
def test_points_below_a_sentence_that_announces_projects_are_projects(above: str) -> None:
    profile = listed(above, *POINTS)
    assert projects(profile) == [("A study of piers in Togo", "EUR 400000"), ("Boats in Mali", "EUR 90000")]
    assert [section.kind for section in profile.sections] == ["other"]
    assert not profile.contributions


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The project paid for:", *POINTS),  # one project
        ("The Board approved nurses.", *POINTS),
        ("It pays for small projects in the villages.", "• Piers, since 2020", "• Cranes, since 2021"),  # no amounts
        ("The Board approved the following projects:", "• In 2020 it had EUR 400,000.", "• EUR 90,000 for Mali."),
        ("The Board approved the following projects:", "• It bought cranes for EUR 9,000.", "• Ports, 2020"),
        ("Ireland gave:", *POINTS),
        ("The Board approved the following projects:", POINTS[0]),  # a list of one
        ("The Board approved the following projects:", "• Ports", "• Cranes"),  # nothing is told of them
        ("Projects of these states are paid for:", "• Togo: EUR 400,000", "• Mali: EUR 90,000"),  # no titles
        ("Projects of these bodies are paid for:", "• UNICEF: EUR 400,000", "• FAO: EUR 90,000"),
        (
            "Norway paid for the following projects:",
            "• After a storm in 2020, piers were built for EUR 400,000.",
            "• Cranes were bought in May 2020: they cost EUR 90,000.",
            "• 27 April: nets for EUR 30,000.",
            "• Boats, EUR 30,000",
            "• Oars, EUR 20,000",
        ),
        ("The harbour was built in 2020 by the people of the village. " * 9, "It led to projects:", *POINTS),
    ],
)
def test_other_points_are_none(paragraphs: tuple[str, ...]) -> None:
    assert {title for title, _ in projects(listed(*paragraphs))} <= {"Decisions of June"}


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Projects of the year", ["A study of piers in Togo", "Boats in Mali"]),
        ("Small grants", ["A study of piers in Togo", "Boats in Mali"]),
        ("Grants awarded in 2020", ["A study of piers in Togo", "Boats in Mali"]),
        ("Highlights of the year", []),
        ("Activities", []),
    ],
)
def test_points_below_a_heading_that_announces_projects_are_projects(heading: str, titles: list[str]) -> None:
    profile = listed("In June the Board met.", *POINTS, heading=heading, kind="other")
    assert [title for title, _ in projects(profile)] == titles


def test_paragraphs_with_a_name_and_a_sum_in_brackets_below_such_a_heading_are_projects() -> None:
    paragraphs = "Piers in Togo (EUR 400,000) serve six towns.", "Boats (Mali, EUR 90,000) were bought."
    named = [("Piers in Togo", "EUR 400000"), ("Boats", "EUR 90000")]
    assert projects(listed(*paragraphs, heading="Our grants")) == named
    assert [p.countries for p in listed(*paragraphs, heading="Our grants").projects] == [("TGO",), ("MLI",)]
    assert len(projects(listed(*paragraphs, heading="Piers and boats"))) < ENOUGH
    givers = "• Norway: EUR 400,000", "• Malta: EUR 90,000"
    assert projects(listed(*givers, heading="Our grants")) == []


@pytest.mark.parametrize(
    ("above", "funders"),
    [
        ("Norway approved the following projects:", ["Norway"]),
        ("In June Norway approved the following projects:", ["Norway"]),
        ("The Board approved the following projects:", []),
    ],
)
def test_who_is_named_above_the_list_gives_for_all(above: str, funders: list[str]) -> None:
    assert [list(project.funders) for project in listed(above, *POINTS).projects] == [funders, funders]


PLACED = "• Piers for six towns (2019–2022): EUR 400,000", "• Cranes for the port, EUR 90,000, 2020 to 2021"


@pytest.mark.parametrize("heading", ["Togo", "Togo and Benin"])
def test_points_with_amounts_and_times_below_the_name_of_a_place_are_projects_there(heading: str) -> None:
    profile = listed(*PLACED, heading=heading)
    assert projects(profile) == [("Piers for six towns", "EUR 400000"), ("Cranes for the port", "EUR 90000")]
    assert {project.countries for project in profile.projects} == {("TGO",) if heading == "Togo" else ("TGO", "BEN")}


@pytest.mark.parametrize(
    ("heading", "paragraphs"),
    [
        ("Ports of Togo", PLACED),  # a project by its name
        ("Togo", ("Ireland gives EUR 2 million for these works:", *PLACED)),  # its parts
        ("Togo", (PLACED[0], "• Cranes", "• Nets")),
        ("Togo", ("• Piers: EUR 400,000", "• Cranes: EUR 90,000")),
    ],
)
def test_points_below_other_headings_or_without_their_own_times_are_of_one_project(
    heading: str, paragraphs: tuple[str, ...]
) -> None:
    assert not {"Piers for six towns", "Piers"} & {
        project.title for project in listed(*paragraphs, heading=heading).projects
    }


@pytest.mark.parametrize(
    ("above", "points", "countries"),
    [
        (
            "It approved the following projects in Ghana:",
            ("• Piers: EUR 40,000", "• Cranes: EUR 90,000"),
            ["GHA", "GHA"],
        ),
        ("It approved the following projects in Ghana:", POINTS, ["TGO", "MLI"]),
        ("It approved the following projects:", ("• Piers: EUR 40,000", "• Cranes: EUR 90,000"), ["", ""]),
    ],
)
def test_work_takes_place_where_the_words_above_the_list_say(
    above: str, points: tuple[str, ...], countries: list[str]
) -> None:
    assert [";".join(project.countries) for project in listed(above, *points).projects] == countries


GIFTS = "• Norway – EUR 9 million", "• The Moss Trust – EUR 3 million", "• Port Union: EUR 2 million"


@pytest.mark.parametrize("heading", ["Government donors", "Foundations and trusts", "Our supporters in 2022"])
def test_points_under_a_heading_of_givers_tell_what_each_gave(heading: str) -> None:
    found = listed(*GIFTS, heading=heading, kind="contributions").contributions
    given = [("Norway", 9_000_000), ("Moss Trust", 3_000_000), ("Port Union", 2_000_000)]
    assert [(c.funder, c.amount) for c in found] == given


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("Grants by country", GIFTS),
        ("Our donors", GIFTS[:1]),  # one alone
        ("Our donors", ("• Rent – EUR 9 million", "• Fuel – EUR 3 million")),
        ("Our donors", ("• Norway, which gave first – see page 9 – gave EUR 9 million", GIFTS[1])),
    ],
)
def test_points_under_other_headings_are_nobody_elses(heading: str, points: tuple[str, ...]) -> None:
    found = listed(*points, heading=heading, kind="contributions").contributions
    assert {c.funder for c in found} <= {"Ireland", "Norway", None}
