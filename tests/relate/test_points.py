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
        ("Completed ports of 2020", []),
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


def test_families_and_estates_are_givers_and_nobody_without_a_name_is() -> None:
    points = "• Moss family: EUR 9 million", "• Estate of Ada Moss: EUR 3 million", "• Anonymous donors: EUR 2 million"
    found = listed(*points, heading="Private gifts", kind="contributions").contributions
    assert [c.funder for c in found] == ["Moss family", "Estate of Ada Moss"]


def test_cities_and_couples_are_givers() -> None:
    points = (
        "• Province of Cork – EUR 9 million",
        "• City of Cobh – EUR 3 million",
        "• Mr and Mrs Moss – EUR 2 million",
    )
    found = listed(*points, heading="Donors to the fund", kind="contributions").contributions
    assert [c.funder for c in found] == ["Province of Cork", "City of Cobh", "Mr and Mrs Moss"]


@pytest.mark.parametrize("heading", ["Government donors", "Foundations and trusts", "Our supporters in 2022"])
def test_points_under_a_heading_of_givers_tell_what_each_gave(heading: str) -> None:
    found = listed(*GIFTS, heading=heading, kind="contributions").contributions
    given = [("Norway", 9_000_000), ("Moss Trust", 3_000_000), ("Port Union", 2_000_000)]
    assert [(c.funder, c.amount) for c in found] == given


UNKNOWN = (
    "• Ada and Leo Moss: $9,000",
    "• Ferry Riders of Lorne, $4,000",
    "• The Cobh Swim ($3,000)",
    "• Anonymous: $2,000",
)


@pytest.mark.parametrize("heading", ["Our donors", "Gifts in memory", "Thanks to those who gave"])
def test_points_under_a_heading_of_givers_name_those_that_no_list_knows(heading: str) -> None:
    found = listed(*UNKNOWN, heading=heading, kind="contributions").contributions
    given = [("Ada and Leo Moss", 9_000), ("Ferry Riders of Lorne", 4_000), ("Cobh Swim", 3_000), (None, 2_000)]
    assert [(c.funder, c.amount) for c in found] == given


@pytest.mark.parametrize(
    "points", [("• Clean Water: $9,000", "• Safe Sanitation: $4,000"), ("• Anonymous friends: $9,000",) * 2]
)
def test_points_under_a_heading_of_givers_that_name_work_or_many_are_no_gifts_of_somebody(
    points: tuple[str, ...],
) -> None:
    found = listed(*points, heading="Our donors", kind="contributions").contributions
    assert {c.funder for c in found} <= {"Ireland", None}


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


@pytest.mark.parametrize("heading", ["Our grants in 2022", "Ongoing projects", "Grants awarded"])
def test_points_below_a_heading_that_calls_them_grants_are_projects(heading: str) -> None:
    points = "• Hill Health Trust: $50,000 for midwives in Kenya", "• $25,000 to Delta Network (Bangladesh) for dams"
    found = listed(*points, heading=heading, kind="contributions")
    assert [(p.title, p.amount, p.partners, p.countries) for p in found.projects] == [
        ("Hill Health Trust", 50_000, ("Hill Health Trust",), ("KEN",)),
        ("dams", 25_000, ("Delta Network",), ("BGD",)),
    ]
    assert found.contributions == ()


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("Contributions in 2022", ("• Norway: $50,000 for midwives", "• Togo: $25,000 for dams")),
        ("Grants in 2022", ("• Ireland: $50,000 for midwives", "• Norway: $25,000")),  # by giver
        ("Grants in 2022", ("• In all, $50,000", "• Piers: $30,000", "• It had $40,000 in 2021.")),  # few have titles
        ("Results", ("• Five schools were built with $50,000", "• Workshop on water, March 2022")),
        ("Activities", ("• Training of 40 engineers, $20,000", "• Workshop on water, March 2022")),
    ],
)
def test_points_of_gifts_results_and_activities_are_no_projects(heading: str, points: tuple[str, ...]) -> None:
    assert not {"midwives", "Piers", "Workshop on water"} & {
        title for title, _ in projects(listed(*points, heading=heading, kind="other"))
    }


RICH = (
    "• New piers for villages, EUR 40,000 to Port Guild",
    "• Cranes for small ports, EUR 50,000 to FAO",
    "• Schools for young sailors, EUR 60,000, with UNICEF",
)


def test_points_that_each_tell_a_title_an_amount_and_who_works_are_projects() -> None:
    titles = ["New piers for villages", "Cranes for small ports", "Schools for young sailors"]
    assert [title for title, _ in projects(listed(*RICH, heading="In the villages", kind="other"))] == titles


@pytest.mark.parametrize(
    ("heading", "paragraphs"),
    [
        ("Ports of Togo", ("Ireland gives EUR 2 million for these works:", *RICH)),  # its parts
        ("In the villages", RICH[:2]),
        ("What donors gave", RICH),
        ("In the villages", ("• New piers for villages, EUR 40,000", *RICH[1:])),  # who gets it?
    ],
)
def test_points_that_tell_less_are_none(heading: str, paragraphs: tuple[str, ...]) -> None:
    assert "Cranes for small ports" not in {title for title, _ in projects(listed(*paragraphs, heading=heading))}


def test_a_point_that_names_a_body_of_the_country_is_in_the_country_of_its_heading() -> None:
    points = (
        "• Dry docks: EUR 2 million to the Kenya Red Cross (2020–2022)",
        "• Cranes: EUR 3 million to FAO, 2021–2022",
    )
    assert [p.countries for p in listed(*points, heading="Kenya", kind="other").projects] == [("KEN",), ("KEN",)]


def given(*paragraphs: str, heading: str) -> list[tuple[str | None, int]]:
    found = listed(*paragraphs, heading=heading, kind="contributions")
    return [(row.funder, int(row.amount or 0)) for row in found.contributions]


GIVERS = [("Norway", 2_100_000), ("Moss Trust", 600_000)]


@pytest.mark.parametrize(
    "points",
    [
        ("• Norway – USD 2.1 million", "• Moss Trust – USD 600,000"),
        ("• Norway: USD 2.1 million", "• Moss Trust: USD 600,000"),
        ("• Norway (USD 2.1 million)", "• Moss Trust (USD 600,000)"),
        ("• Norway, USD 2.1 million", "• Moss Trust, USD 600,000"),
        ("Norway: USD 2.1 million; Moss Trust: USD 600,000.",),
    ],
)
@pytest.mark.parametrize("heading", ["Top donors", "Thank you to our supporters", "Funding partners in 2022"])
def test_names_below_a_heading_of_givers_give_what_stands_beside_them(heading: str, points: tuple[str, ...]) -> None:
    assert given(*points, heading=heading) == GIVERS


def test_names_below_words_that_announce_givers_give_what_stands_beside_them() -> None:
    points = "• Norway – USD 2.1 million", "• Moss Trust – USD 600,000"
    assert given("These are the main donors:", *points, heading="Income") == GIVERS
    assert given("These are the main partners:", *points, heading="Income") == [(None, 2_100_000), (None, 600_000)]


def test_where_the_donor_is_a_point_of_a_list_the_others_give_too() -> None:
    points = "• Ireland – USD 2.1 million", "• Moss Trust – USD 600,000"
    assert given(*points, heading="Contributions") == [("Ireland", 2_100_000), ("Moss Trust", 600_000)]
    apart = "• Ireland – USD 2.1 million", "Others have to pay for:", "• Moss Trust – USD 600,000"
    assert ("Moss Trust", 600_000) not in given(*apart, heading="Contributions")


@pytest.mark.parametrize(
    "steps",
    [
        ("$1 million and above", "• Norway", "• Moss Trust", "$100,000 to $999,999", "• Togo"),
        ("$1 million or more:", "Norway, Moss Trust", "Under $1 million", "Togo"),
        ("Between $1 million and $2 million", "Norway, Moss Trust"),
    ],
)
def test_an_amount_over_a_list_of_names_is_nobodys_gift(steps: tuple[str, ...]) -> None:
    assert given(*steps, heading="Our donors") == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Ireland gave at least $1 million.", "Norway, Togo"),
        ("At least $1 million.", "Norway, Togo"),  # a sentence
        ("$1 million", "Norway, Togo"),
        ("$1 million and above", "Many helped."),
        ("$1 million and above", "Norway gave it to Togo."),
    ],
)
def test_other_amounts_beside_names_are_gifts(paragraphs: tuple[str, ...]) -> None:
    assert [amount for _, amount in given(*paragraphs, heading="Contributions of Ireland")] == [1_000_000]


def test_the_sum_below_a_list_leaves_each_point_its_amount() -> None:
    points = "• Piers in Togo: EUR 250,000", "• Cranes in Mali: EUR 50,000"
    found = listed(*points, "Together these grants come to EUR 300,000.", heading="Grants", kind="other")
    assert projects(found) == [("Piers in Togo", "EUR 250000"), ("Cranes in Mali", "EUR 50000")]


def test_a_place_below_a_heading_of_projects_lists_them() -> None:
    """Before the contributions, where a profile may begin with a project."""
    above = Section("s-0", 1, "other", "Ongoing projects", "", places=())
    points = "• Seed banks: EUR 800,000, with FAO", "• Water trucking (EUR 300,000; 2022)"
    text, start, blocks = "\n\n".join(points), len("Kenya") + 2, []
    for point in points:
        blocks.append(Paragraph(Span(start, start + len(point)), item=True))
        start += len(point) + 2
    below = Section("s-1", 2, "front", "Kenya", text, places=(), blocks=tuple(blocks), parent="s-0")
    document = Document(id="sample", file="sample.pdf", sha256="", status="ok")
    title = read_section(Section("", 0, "front", "", "Ireland", places=()), Context())
    found = relate(document, [read_section(one, Context(donor="IRL")) for one in (above, below)], title)
    assert projects(found) == [("Seed banks", "EUR 800000"), ("Water trucking", "EUR 300000")]
    assert {project.countries for project in found.projects} == {("KEN",)}


@pytest.mark.parametrize("heading", ["2024 grants", "Grants awarded in 2024"])
def test_paragraphs_that_begin_with_an_amount_below_a_heading_of_grants_are_projects(heading: str) -> None:
    told = "$50,000 to Port Guild for new cranes.", "A $20,000 grant to FAO for fish ponds in Togo. It began in 2024."
    found = listed(*told, heading=heading, kind="contributions")
    assert projects(found) == [("new cranes", "USD 50000"), ("fish ponds in Togo", "USD 20000")]
    assert found.contributions == ()
    assert projects(listed(*told, heading="Giving in 2024", kind="contributions")) == []


def test_a_word_of_planning_in_a_title_plans_no_amount() -> None:
    points = (
        "• Marine spatial planning in Togo (EUR 45 million, 2022–2026)",
        "• Piers: EUR 3 million, with Mali and Benin",
    )
    found = listed(*points, heading="Projects", kind="other")
    assert projects(found) == [("Marine spatial planning in Togo", "EUR 45000000"), ("Piers", "EUR 3000000")]
    assert [project.partners for project in found.projects] == [(), ()]


FUNDED = (
    "• Safe Harvest: worth EUR 3 million, paid for by Ireland, and meant for pickers.",
    "• Long piers – EUR 2 million in Togo, 2020–2023.",
)


def test_who_works_along_is_no_part_of_a_title() -> None:
    point = "• African Boatmen’s Study Tour, with UNICEF – EUR 3 million; 2010–2019"
    project, _ = listed("We approved the following projects:", point, "• Cranes – EUR 2 million; 2011–2019").projects
    assert (project.title, project.partners) == ("African Boatmen’s Study Tour", ("UNICEF",))


@pytest.mark.parametrize(
    ("above", "points", "titles"),
    [
        ("", FUNDED, ["Safe Harvest", "Long piers"]),
        ("", ("• Harvest: EUR 3 million, 2020.", FUNDED[1]), []),  # a word alone
        ("", (FUNDED[0], "• Long piers – in Togo, 2020–2023."), []),  # no amount
        ("", (FUNDED[0], "• Long piers – EUR 2 million in Togo."), []),  # no time
        ("", (FUNDED[1], "• Safe Harvest: worth EUR 3 million in Togo, 2020."), []),  # nobody
        ("The project has these lines:", FUNDED, []),
        ("Ireland gave EUR 5 million.", FUNDED, []),
    ],
)
def test_points_that_each_tell_a_title_and_an_amount_and_most_a_time(above, points, titles) -> None:
    found = listed(*([above] if above else []), *points, heading="Two newcomers")
    assert [p.title for p in found.projects if p.title != "Two newcomers"] == titles


def test_what_an_amount_is_the_worth_of_gets_it_not() -> None:
    found = listed(*FUNDED, heading="Two newcomers")
    assert [(p.amount, p.partners) for p in found.projects] == [(3_000_000, ()), (2_000_000, ())]


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        # what tells an amount further on begins with none
        ("Small grants", ("Piers cost $50,000 to build.", "Cranes cost $40,000 to buy.")),
        # half of the points, and no more
        ("Grants awarded in 2022", ("• Piers in Togo: $30,000", "• It had $40,000 in 2021.")),
        ("Togo", (*PLACED, "• Boats for pilots: EUR 30,000", "• Nets for fishers: EUR 20,000")),
        # a title of one word
        (
            "Decisions of June",
            ("• Harvest: worth EUR 3 million, paid for by Ireland in 2020.", FUNDED[1]),
        ),
    ],
)
def test_points_of_which_too_few_are_projects(heading: str, points: tuple[str, ...]) -> None:
    assert {title for title, _ in projects(listed(*points, heading=heading, kind="other"))} <= {heading}


def test_most_of_the_points_below_a_place_make_the_others_projects_too() -> None:
    found = listed(*PLACED, "• Boats for pilots: EUR 30,000", heading="Togo", kind="other")
    assert [title for title, _ in projects(found)] == ["Piers for six towns", "Cranes for the port", "Boats for pilots"]


def test_a_point_that_calls_itself_a_project_is_no_part_of_one() -> None:
    first = "• Safe Harvest: a project worth EUR 3 million, paid for by Ireland in 2020."
    assert [title for title, _ in projects(listed(first, FUNDED[1], kind="other"))] == ["Safe Harvest", "Long piers"]


def test_points_below_a_colon_need_no_amounts() -> None:
    above, points = "The Board approved the following projects:", ("• Piers, since 2020", "• Cranes, since 2021")
    assert [title for title, _ in projects(listed(above, *points, kind="other"))] == ["Piers", "Cranes"]


def test_half_of_the_points_below_an_announcement_have_titles() -> None:
    above, others = (
        "The Board approved the following projects:",
        ("• In 2020 it had EUR 4,000.", "• It bought 2 in 2021."),
    )
    assert [title for title, _ in projects(listed(above, *POINTS, *others, kind="other"))] == [
        "A study of piers in Togo",
        "Boats in Mali",
    ]


def test_the_donor_labels_a_point_only_before_its_title() -> None:
    points = "• Piers in Togo (Irish Aid): EUR 30,000", "• Cranes in Mali: EUR 20,000"
    found = listed("The Board approved the following projects:", *points, kind="other")
    assert [title for title, _ in projects(found)] == ["Piers in Togo", "Cranes in Mali"]


def test_several_get_what_a_point_tells() -> None:
    points = "• $50,000 to FAO and UNICEF for cranes in Togo", "• $20,000 to FAO for nets in Mali"
    found = listed(*points, heading="Small grants", kind="other").projects
    assert [(project.title, project.partners) for project in found] == [
        ("cranes in Togo", ("FAO", "UNICEF")),
        ("nets in Mali", ("FAO",)),
    ]


@pytest.mark.parametrize(("more", "count"), [(0, 2), (1, 0)])
def test_announced_points_tell_a_third_of_their_section(more: int, count: int) -> None:
    above, points = "It approved two projects:", ("• Piers in Togo: EUR 30,000", "• Cranes in Mali: EUR 20,000")
    told = sum(map(len, points))
    rest = 2 * told - len("\n\n".join((above, "", "", ""))) + more
    before = ("We met. " * 40)[: rest - 1] + "."
    assert len("\n\n".join((before, above, *points))) == 3 * told + more
    assert len(projects(listed(before, above, *points, kind="other"))) == count


@pytest.mark.parametrize(
    ("points", "given"),
    [
        (("Norway: EUR 3 million", "The Moss Trust: EUR 2 million"), [("Norway", 3), ("Moss Trust", 2)]),
        (
            ("Norway: EUR 3 million", "Togo: EUR 1 million", "Port Guild: EUR 2 million"),
            [("Norway", 3), ("Togo", 1), ("Port Guild", 2)],
        ),
        # what stands between the name and the amount may say anything
        (
            ("Norway: in 2020 it was EUR 3 million", "Togo: EUR 1 million", "Malta: EUR 2 million"),
            [("Togo", 1), ("Malta", 2)],
        ),
    ],
)
def test_points_below_a_heading_of_givers_tell_who_gives(points: tuple[str, ...], given: list[tuple[str, int]]) -> None:
    found = listed(*(f"• {point}" for point in points), heading="Our donors", kind="contributions").contributions
    assert [(row.funder, row.amount / 1_000_000) for row in found if row.funder and row.amount] == given


@pytest.mark.parametrize(
    ("above", "heading", "countries"),
    [
        ((), "Projects in Togo", ("TGO",)),
        ((), "Irish projects in Togo", ("TGO",)),
        (("Work goes on in Benin.", "The Board approved the following projects in Togo:"), "Decisions", ("TGO",)),
        (("Work goes on in Benin.", "The Board approved the following projects:"), "Decisions", ()),
    ],
)
def test_a_point_that_names_no_country_has_that_of_the_words_above_it(
    above: tuple[str, ...], heading: str, countries: tuple[str, ...]
) -> None:
    points = "• Piers: EUR 400,000 (2020)", "• Boats in Mali: EUR 90,000"
    found = listed(*above, *points, heading=heading, kind="other").projects
    assert [project.countries for project in found] == [countries, ("MLI",)]
