"""What headings call projects, and what a point of a list is called."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Section, Span
from pipeline.relate.actors import Donor
from pipeline.relate.lists import sentences
from pipeline.relate.points import _named, calling
from tests.relate.records import read

IRELAND = Donor("Ireland", "IRL")


def named(text: str) -> tuple[str, str, str] | None:
    """The title of a point, where it says that it is, and who gets its amount."""
    reading = read(text)
    content = reading.section.content
    with spoken("en"):
        start = content.index(text)
        found = _named(content, Span(start, len(content)), [s for s in sentences(reading) if s.start >= start], IRELAND)
    if found is None:
        return None
    title, where, whom = found
    places = ";".join(content[slice(*span)].strip(" .") for span in where)
    return " ".join(content[slice(*title)].split()), places, ";".join(content[slice(*span)] for span in whom)


@pytest.mark.parametrize(
    ("text", "title", "where", "whom"),
    [
        ("• Safe ports: EUR 3 million", "Safe ports", "", ""),
        ("- “Safe, dry ports” in Togo", "Safe, dry ports", "", ""),
        ("“Safe” and dry", "Safe", "", ""),
        ("Safe ports – in Togo", "Safe ports", "in Togo", ""),
        ("Safe ports; in Togo", "Safe ports", "in Togo", ""),
        ("Safe ports (Togo)", "Safe ports", "Togo", ""),
        ("Safe ports, Togo", "Safe ports", "Togo", ""),
        ("Safe ports – Togo. In 2020 it began.", "Safe ports", "Togo", ""),
        ("Well-kept ports", "Well-kept ports", "", ""),
        ("• Kenya – Dry docks – EUR 2 million (2020–2023)", "Dry docks", "Kenya", ""),
        ("2020–2023: Dry docks, EUR 2 million", "Dry docks", "", ""),
        ("3. Dry docks (Togo and Benin): EUR 2 million", "Dry docks", "Togo and Benin", ""),
        ("Piers, cranes and quays: EUR 2 million", "Piers, cranes and quays", "", ""),
        ("Piers, cranes and quays, EUR 2 million, 2020–2023", "Piers, cranes and quays", "", ""),
        ("Cranes for EUR 90,000 in Mali", "Cranes", "", ""),
        ("Guinea-Bissau: a $15 million loan to rebuild rural roads", "rebuild rural roads", "Guinea-Bissau", ""),
        ("Togo: EUR 90,000 for new cranes, 2021", "new cranes", "Togo", ""),
        ("$50,000 to Port Guild (Kenya) for solar dryers", "solar dryers", "Kenya", "Port Guild"),
        ("$50,000 to Port Guild (Kenya)", "Port Guild", "Kenya", "Port Guild"),
        ("Hill Health Trust: $50,000 for midwives in Kenya", "Hill Health Trust", "", "Hill Health Trust"),
        ("Hill Health Trust, $50,000", "Hill Health Trust", "", "Hill Health Trust"),
        ("FAO: EUR 30,000 to dredge the harbour", "FAO", "", "FAO"),
        ("Save the Children, $50,000", "Save the Children", "", ""),  # gets rather than gives
        ("Dry docks: EUR 30,000, 2020–2022, with FAO and Port Guild", "Dry docks", "", "FAO;Port Guild"),
        ("Coffee Value Chains: EUR 30,000 to FAO", "Coffee Value Chains", "", ""),
    ],
)
def test_a_point_that_has_a_title(text: str, title: str, where: str, whom: str) -> None:
    assert named(text) == (title, where, whom)


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 it had EUR 400,000.",
        "EUR 90,000 for Mali",
        "It bought cranes for EUR 9,000.",
        "45 schools were built with EUR 2 million in Mali",
        "Norway gave EUR 3 million to FAO.",
        "FAO: EUR 3 million",  # may give or get
        "Ireland: EUR 30,000 for new cranes",  # the donor's
        "Togo: EUR 400,000",
        "2020–2023",
        "In all, EUR 3 million",
        "Total: EUR 3 million",
        "Since 2020, EUR 3 million",
    ],
)
def test_a_point_that_has_none(text: str) -> None:
    assert named(text) is None


def called(*headings: tuple[str, str, str, str]) -> list[str]:
    """The ids of the sections below headings that call them projects, by id, id of the one above, kind and heading."""
    with spoken("en"):
        read_ = [read("It is so.", heading) for _, _, _, heading in headings]
        told = [
            (Section(id_, 1, kind, heading, "It is so.", (), parent=above), sentences(reading))  # type: ignore[arg-type]
            for (id_, above, kind, heading), reading in zip(headings, read_, strict=True)
        ]
        return sorted(calling(told))


@pytest.mark.parametrize(
    ("kind", "heading", "is_called"),
    [
        ("other", "Projects in Togo", True),
        ("front", "Projects in Togo", True),
        ("front", "Our grants in 2022", False),
        ("other", "Our grants in 2022", True),
        ("other", "Loans approved", True),
        ("contributions", "Small grants", True),
        ("other", "Grants from Norway", False),
        ("other", "Ports", False),
        ("other", "Grant agreement", False),
        ("other", "Results of our projects", False),
        ("other", "Activities", False),
        ("other", "Projects under preparation", False),
        ("other", "Contributions and loans", False),
    ],
)
def test_a_heading_that_calls_what_stands_below_it_projects(kind: str, heading: str, is_called: bool) -> None:
    assert called(("a", "", kind, heading)) == ["a"] * is_called


def test_headings_below_one_that_calls_projects() -> None:
    """What a title calls so stands right below it."""
    below = ("b", "a", "other", "Togo"), ("c", "b", "other", "Health"), ("d", "b", "other", "Results")
    assert called(("a", "", "other", "Projects by country"), *below) == ["a", "b", "c"]
    assert called(("a", "", "front", "Projects of Ireland"), *below) == ["a"]
    assert called(("a", "", "project", "Projects of Ireland"), *below) == ["a"]
    assert called(("t", "", "front", "Ireland"), ("a", "t", "front", "Grants of 2022"), *below) == ["a", "b", "c"]
