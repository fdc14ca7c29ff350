"""What a section is about, by its form, its heading and its siblings."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Reading, Section, SectionKind
from pipeline.relate.actors import Donor
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Sentence
from pipeline.relate.section_kinds import (
    _by_form,
    _formed,
    _is_apart,
    _is_listed,
    _is_told,
    _is_unlikely,
    _may_be,
    _names_facts,
    _opens_as_project,
    _signs,
    kind,
    kinds,
    rubrics,
)
from pipeline.relate.section_signs import Told, may_be_given
from tests.relate.records import read
from tests.relate.test_tables import Part, section_of

IRELAND = Donor("Ireland", "IRL")
GIFT = "Ireland gave EUR 3 million to the project. It began in May 2020."


def of_text(text: str, heading: str = "", form: SectionKind = "project") -> tuple[Reading, list[Sentence]]:
    reading = read(text, heading, kind=form)
    with spoken("en"):
        return reading, sentences(reading)


def of_parts(*parts: Part, heading: str = "Annex", form: SectionKind = "other") -> tuple[Reading, list[Sentence]]:
    with spoken("en"):
        reading = read_section(section_of(*parts, heading=heading, kind=form), Context())
        return reading, sentences(reading)


@pytest.mark.parametrize(
    ("text", "heading", "signs"),
    [
        ("It is so.", "", set()),
        ("The project is new.", "", {"project"}),
        ("The projects are new.", "", set()),
        ("It costs EUR 3 million.", "", {"amount"}),
        ("The wage is EUR 3.", "", set()),
        ("Norway gave EUR 3 million.", "", {"amount", "funder"}),
        ("The work began in May 2020.", "", {"period"}),
        ("They met in May 2020.", "", set()),
        ("Work goes on in Togo.", "", {"place"}),
        ("Togo is far.", "", set()),
        ("It is done together with UNICEF.", "", {"funder"}),
        ("It is so.", "Together with UNICEF", set()),
        ("It is so.", "Ports of Togo", {"place"}),
    ],
)
def test_the_signs_of_a_project(text: str, heading: str, signs: set[str]) -> None:
    _, own = of_text(text, heading)
    with spoken("en"):
        assert _signs(own) == signs


def test_amounts_that_may_be_given() -> None:
    assert may_be_given({"share"})
    assert may_be_given(set())
    assert may_be_given({"promised", "needed"})
    assert not any(may_be_given({"share", tell}) for tell in ("rate", "none", "spent", "needed"))


@pytest.mark.parametrize(
    ("heading", "is_apart"),
    [
        ("9.3. Ports", True),
        ("III. Ports", True),
        ("(b) Ports", True),
        ("A. Ports", True),
        ("1. Ports", False),
        ("Ports", False),
        ("Outlook", True),
        ("Projects in Togo", True),
    ],
)
def test_a_heading_of_no_single_project(heading: str, is_apart: bool) -> None:
    assert _is_apart(*of_text("It is so.", heading)) is is_apart


@pytest.mark.parametrize(
    ("heading", "names"),
    [("Project", True), ("Project title", False), ("In numbers", True), ("Ports", False), ("Donor", False)],
)
def test_a_heading_over_facts_names_nothing(heading: str, names: bool) -> None:
    with spoken("en"):
        assert _names_facts(Section("s", 1, "project", heading, "", ())) is names


@pytest.mark.parametrize(
    ("form", "heading", "found"),
    [
        ("project", "Safe Ports", True),
        ("front", "safe ports", True),
        ("other", "Safe ports", True),
        ("contributions", "Safe ports", False),
        ("other", "Ports", False),
    ],
)
def test_a_section_that_a_list_names(form: SectionKind, heading: str, found: bool) -> None:
    assert _is_listed(Section("s", 1, form, heading, "", ()), {"safe ports"}) is found


PROJECTS = [["Project", "Budget"], ["Ports", "EUR 3 million"]]
GIVERS = [["Donor", "Amount"], ["Norway", "EUR 3 million"]]


@pytest.mark.parametrize(
    ("part", "form", "found"),
    [
        (PROJECTS, "other", "other"),
        (PROJECTS, "project", "other"),
        (PROJECTS, "front", None),
        (GIVERS, "other", "contributions"),
        (GIVERS, "contributions", None),
        ({"Project": "Safe ports", "Budget": "EUR 3 million"}, "front", "project"),
        ({"Project": "Safe ports", "Donor": "Norway"}, "front", None),
        ({"Budget": "EUR 3 million"}, "other", None),
        ({"Budget": "EUR 3 million", "Start": "May 2020"}, "other", "project"),
        ({"Budget": "EUR 3 million", "Start": "May 2020"}, "project", "project"),
        ({"Country": "Togo", "Budget": "EUR 3 million"}, "project", "project"),
        ({"Location": "Sokodé", "Budget": "EUR 3 million"}, "project", "project"),
        ({"Country": "Togo", "Budget": "EUR 3 million"}, "contributions", None),
        ({"Partner": "UNICEF", "Budget": "EUR 3 million"}, "project", None),
        ({"Country": "Togo", "Partner": "UNICEF"}, "project", None),
        ({"Country": "Togo", "Partner": "UNICEF"}, "other", None),
        ({"Country": "Togo", "Start": "May 2020"}, "other", "project"),
        ({"Funding": "EUR 3 million", "Project description": "Ports are built."}, "front", "project"),
        ({"Project description": "Ports are built."}, "front", None),
        ("It is so.", "other", None),
    ],
)
def test_the_kind_that_tables_and_facts_tell(part: Part, form: SectionKind, found: str | None) -> None:
    reading, own = of_parts(part, form=form)
    with spoken("en"):
        assert _by_form(reading.section, own) == found


def test_a_project_told_beside_its_tables() -> None:
    gift, date = "Norway gave EUR 3 million.", "The work began in May 2020."
    for text, told in ((GIFT, True), (gift, True), ("It is EUR 3 million.", False), (date, False)):
        reading, own = of_parts(text, PROJECTS)
        with spoken("en"):
            assert _is_told(own, reading.section) is told
            assert (_by_form(reading.section, own) is None) is told
    reading, own = of_parts(PROJECTS)
    with spoken("en"):
        assert not _is_told(own, reading.section)


@pytest.mark.parametrize(
    ("text", "heading", "found"),
    [
        (GIFT, "Ports of Togo", True),
        (GIFT, "Ports, phase 2", True),
        (GIFT, "Ports of Ireland", False),
        (GIFT, "Ports", False),
        (GIFT, "Projects in Togo", False),
        (GIFT, "Agreement with Togo", False),
        ("Ireland gave EUR 3 million.", "Ports, phase 2", False),
        ("Ireland gave EUR 3 million to the project.", "Ports, phase 2", True),
        ("The project began in May 2020. Ireland pays.", "Ports, phase 2", False),
    ],
)
def test_front_matter_opens_as_a_project(text: str, heading: str, found: bool) -> None:
    _, own = of_text(text, heading, "front")
    words = [phrase for one in own if one.in_heading for phrase in one.phrases]
    with spoken("en"):
        assert _opens_as_project(words, own, IRELAND) is found


@pytest.mark.parametrize(
    ("text", "heading", "told", "may_be"),
    [
        ("It is so.", "Ports", Told("other", "project"), True),
        ("It is so.", "Ports", Told("contributions", "project"), True),
        ("It is so.", "Ports", Told("other"), False),
        ("The project is new.", "Ports", Told("other"), True),
        ("The project is new.", "Ports", Told("contributions"), False),
        ("Work goes on in Togo.", "Ports", Told("other"), False),
        ("It is so.", "Ports of Togo", Told("other"), True),
        ("The project is new.", "Outlook", Told("other", "project"), False),
    ],
)
def test_a_section_that_is_nearly_a_project(text: str, heading: str, told: Told, may_be: bool) -> None:
    with spoken("en"):
        assert _may_be(*of_text(text, heading), told) is may_be
        assert not _may_be(*of_text(text, heading, "other"), told)


@pytest.mark.parametrize(
    ("text", "heading", "form", "found"),
    [
        (GIFT, "Ports of Togo", "project", "project"),
        (GIFT, "Ports of Togo", "front", "project"),
        (GIFT, "Ports", "front", "front"),
        (GIFT, "Ports of Togo", "contributions", "contributions"),
        (GIFT, "Ports of Togo", "priorities", "priorities"),
        (GIFT, "Project", "project", "other"),
        (GIFT, "In numbers", "project", "other"),
        (GIFT, "Outlook", "project", "other"),
        (GIFT, "Lessons from the ports", "project", "other"),
        (GIFT, "Five lessons", "project", "other"),
        (GIFT, "Radio lessons", "project", "project"),
        (GIFT, "Irish policy in short", "project", "other"),
        (GIFT, "9.3. Ports", "project", "other"),
        (GIFT, "Expenditure", "contributions", "other"),
        (GIFT, "Expenditure of gifts", "contributions", "contributions"),
        ("It is so.", "Ports", "project", "other"),
    ],
)
def test_the_kind_of_a_section(text: str, heading: str, form: SectionKind, found: str) -> None:
    with spoken("en"):
        assert kind(*of_text(text, heading, form), IRELAND).kind == found


def test_a_chapter_with_a_place_may_be_a_project() -> None:
    with spoken("en"):
        assert kind(*of_text(GIFT, "9.3. Ports of Togo"), IRELAND).kind == "project"


def test_expenditure_told_in_a_table_of_givers() -> None:
    with spoken("en"):
        assert kind(*of_parts(GIVERS, heading="Expenditure"), IRELAND).kind == "other"
        assert kind(*of_parts(GIVERS, heading="Expenditure and contributions"), IRELAND).kind == "contributions"
        assert kind(*of_parts(GIVERS, heading="Annex"), IRELAND).kind == "contributions"


def kinds_of(*sections: tuple[Reading, list[Sentence]]) -> list[str]:
    with spoken("en"):
        return [told.kind for told in kinds(sections, IRELAND)]


def test_most_sections_of_a_form_make_the_others_projects_too() -> None:
    project, bare = of_text(GIFT, "Ports of Togo"), of_text("The work began in May 2020.", "Ports")
    assert kinds_of(bare)[0] == "other"
    assert kinds_of(project, bare) == ["project", "other"]
    assert kinds_of(project, project, bare) == ["project", "project", "project"]
    assert kinds_of(project, project, bare, bare) == ["project", "project", "other", "other"]
    empty = of_text("It is so.", "Ports")
    assert kinds_of(project, project, empty)[2] == "other"
    apart = of_text("The project is new.", "Outlook")
    assert kinds_of(project, project, bare, apart, apart) == ["project", "project", "project", "other", "other"]
    giving = of_text("Ireland gave EUR 3 million in 2020.", "Togo")
    assert kinds_of(project, project, bare, giving) == ["project", "project", "other", "contributions"]


def test_a_section_that_another_one_lists_is_a_project() -> None:
    section = of_text("It is so.", "Ports")
    assert kinds_of(section, of_parts(PROJECTS))[0] == "project"
    assert kinds_of(section, of_parts(GIVERS))[0] == "other"


def test_sections_that_tell_amounts_below_a_place_have_the_form_of_projects() -> None:
    def below(text: str, heading: str, parent: str = "") -> tuple[Reading, list[Sentence]]:
        reading, own = of_text(text, heading, "other" if parent else "project")
        return replace(reading, section=replace(reading.section, id=heading, parent=parent)), own

    togo = below("Ireland works in Togo on ports.", "Togo")
    piers, tugs = below(GIFT, "Piers", "Togo"), below("It is so.", "Tugs", "Togo")
    formed = [reading.section.kind for reading, _ in _formed([togo, piers, tugs], IRELAND)]
    assert formed == ["other", "project", "other"]
    again = below(GIFT, "Piers", "Mali")
    assert [reading.section.kind for reading, _ in _formed([togo, piers, again], IRELAND)] == [
        "project",
        "other",
        "other",
    ]
    ports = below("Ireland works on ports.", "Ports"), below(GIFT, "Piers", "Ports")
    assert [reading.section.kind for reading, _ in _formed(ports, IRELAND)] == ["project", "other"]


def test_sections_beside_one_that_tells_of_a_project_have_its_form() -> None:
    def below(text: str, heading: str) -> tuple[Reading, list[Sentence]]:
        reading, own = of_text(text, heading, "other" if heading != "Ports" else "project")
        parent = "" if heading == "Ports" else "Ports"
        return replace(reading, section=replace(reading.section, id=heading, parent=parent)), own

    ports, sums = below("Ireland works on ports.", "Ports"), below("EUR 3 million.", "Tugs")
    told = below(
        "The project trains 40 divers in Togo for EUR 3 million from Ireland. It began in May 2020.", "Divers of Togo"
    )
    bare = below("It is so.", "Quays")
    with spoken("en"):
        assert [one.section.kind for one, _ in _formed([bare, ports, told, sums], IRELAND)][2:] == [
            "project",
            "project",
        ]
        assert [one.section.kind for one, _ in _formed([ports, told, sums], IRELAND)][1:] == ["other", "other"]
        assert [one.section.kind for one, _ in _formed([bare, ports, sums], IRELAND)][2:] == ["other"]


def section(id_: str, heading: str, parent: str = "") -> Section:
    return Section(id_, 1, "other", heading, "", (), parent=parent)


@pytest.mark.parametrize(
    ("lead", "text", "unlikely"),
    [
        (Decimal("1.9"), "It is so.", True),
        (Decimal(2), "It is so.", False),
        (Decimal("0.9"), "It costs EUR 3 million.", True),
        (Decimal(1), "It costs EUR 3 million.", False),
        (None, "It is so.", False),
    ],
)
def test_a_project_of_which_only_weak_signs_speak(lead: Decimal | None, text: str, unlikely: bool) -> None:
    _, own = of_text(text, "Ports")
    with spoken("en"):
        assert _is_unlikely(own, Told("project", None, lead)) is unlikely
        assert not _is_unlikely(own, Told("other", "project", lead))


NOBODY = Donor("", "")
WEAK = "Young people were trained in three districts of Togo."


@pytest.mark.parametrize(
    ("others", "donor", "told"),
    [
        pytest.param(7, NOBODY, Told("other", "project"), id="one of many, of no donor"),
        pytest.param(6, NOBODY, Told("project"), id="one of a few"),
        pytest.param(7, IRELAND, Told("project"), id="one of a donor"),
    ],
)
def test_where_few_sections_of_a_report_are_projects(others: int, donor: Donor, told: Told) -> None:
    found = [
        of_text(WEAK, "Schools for Togo"),
        *(of_text("They met.", f"Meeting of {name}") for name in "ABCDEFG"[:others]),
    ]
    with spoken("en"):
        first, *rest = kinds(found, donor)
    assert first[:2] == told[:2]
    assert {one.kind for one in rest} == {"other"}


def test_rubrics_come_back_below_several_projects() -> None:
    sections = [
        section("a", "Ports"),
        section("a1", "Results", "a"),
        section("a2", "Results of it", "a1"),
        section("b", "Tugs"),
        section("b1", "Results", "b"),
        section("c", "Quays"),
    ]
    project, other, gifts = Told("project"), Told("other"), Told("contributions")
    with spoken("en"):
        assert rubrics(sections, [project, other, other, project, other, other]) == {1: 0, 4: 3}
        assert rubrics(sections, [project, project, other, project, gifts, other]) == {1: 0}
        assert rubrics(sections, [other, other, other, project, other, other]) == {4: 3}
        apart = [section("a", "Ports"), section("a1", "Results", "a"), section("c", "Results"), section("d", "", "a")]
        assert rubrics(apart, [project, other, other, other]) == {}
        apart = [section("a", "Ports"), section("a1", "Results", "a"), section("c", "Results"), section("d", "", "a")]
        assert rubrics(apart, [project, other, other, other]) == {}
        alone = [section("a", "Ports"), section("a1", "Results", "a"), section("a2", "At a glance", "a1")]
        assert rubrics(alone, [project, other, other]) == {}
        facts = [section("a", "Ports"), section("a1", "At a glance", "a"), section("a2", "At a glance", "a1")]
        assert rubrics(facts, [project, gifts, other]) == {1: 0, 2: 0}
        assert rubrics([section("a", "At a glance", "gone")], [project]) == {}
