"""What sections are about, condition by condition."""

import pytest

from pipeline.segment.kinds import SAME_SIZE, _may_open, _named, _opening, _projects, kinds
from pipeline.segment.sections import Draft
from tests.segment.records import BOLD
from tests.segment.units.outlined import HEADLINE, draft

Cases = pytest.mark.parametrize
TITLE, MONEY = HEADLINE._replace(size=26.0), "Financial contribution"


def of(*drafts: Draft, text: str = "dug") -> list[str]:
    return kinds(drafts, [text] * len(drafts))


@Cases(
    ("place", "heading", "text", "kind"),
    [
        ("turned", "", "priorities", "other"),
        ("aside", "", "priorities", "other"),
        ("panel", "", "Its priority sectors: ports", "priorities"),
        ("text", "", "Its priority sectors: ports", None),
        ("panel", "", "Its ports", None),
        ("panel", "Ports", "Its priority sectors: ports", None),
        ("text", MONEY, "", "contributions"),
        ("text", "Income (EUR thousands)", "", "other"),
        ("text", "Wells", "", None),
    ],
)
def test_what_words_tell(place: str, heading: str, text: str, kind: str | None) -> None:
    assert _named(draft(heading, place=place), text) == kind


def test_headings_of_one_type_are_projects_and_what_is_larger_before_them_is_front() -> None:
    projects = [draft(name) for name in ("Wells", "Roads", "Rails")]
    found = of(draft("Mali", type_=TITLE), *projects, draft("Chad", type_=TITLE))
    assert found == ["front", "project", "project", "project", "other"]


def test_without_projects_all_but_panels_are_front() -> None:
    assert of(draft(), draft(place="panel"), draft(place="turned")) == ["front", "other", "other"]
    assert of(draft("Mali"), draft("Mali"), draft()) == ["front", "front", "front"]
    assert of() == []


def test_what_has_no_text_or_comes_back_is_no_project() -> None:
    wells, roads = draft("Wells"), draft("Roads")
    assert kinds([wells, roads], ["dug", ""]) == ["project", "other"]
    assert of(wells, draft("Results"), roads, draft("Results")) == ["project", "other", "project", "other"]
    assert of(draft(), wells, draft()) == ["front", "project", "other"]


def test_named_sections_are_what_they_are_named() -> None:
    assert of(draft("Further information"), draft("Wells")) == ["other", "project"]
    assert of(draft("Wells"), draft(MONEY), draft("Mali", type_=TITLE), draft("Roads")) == [
        "project", "contributions", "other", "project",
    ]  # fmt: skip


def test_what_stands_before_the_contributions_on_the_first_page_is_front() -> None:
    first, money, later = draft("Mali"), draft(MONEY), [draft(name, page=2) for name in ("Wells", "Roads")]
    assert of(first, money, *later) == ["front", "contributions", "project", "project"]
    assert of(first, money, later[0]) == ["project", "contributions", "project"]
    assert of(later[0], first, money, *(draft(name) for name in "abc"))[:2] == ["project", "project"]
    assert of(draft(), draft(MONEY), draft("Mali", type_=TITLE), *later)[2] == "other"


def test_the_opening() -> None:
    one, two = draft("Mali"), draft("Chad", page=2)
    others = [draft(name) for name in ("Wells", "Roads", "Rails")]
    assert _opening([one], [one, *others]) == [one]
    assert _opening([draft(), one, draft(page=2)], [one, *others]) == [one]
    assert _opening([one, others[0]], [one, *others]) == []
    assert _opening([one, two], [one, two, *others]) == []
    assert _opening([two], [two, *others]) == [two]
    assert _opening([one], others) == []


def test_the_size_of_projects() -> None:
    small, large, other = draft("a"), draft("b"), draft("c")
    assert _projects({small: 12, large: 14}) == [large]
    assert _projects({small: 12, large: 14, other: 12}) == [small, other]
    assert _projects({small: 12, large: 12 * SAME_SIZE, other: 12}) == [small, other]
    assert _projects({small: 12, large: 12.9, other: 12}) == [small, large, other]
    assert _projects({small: 12, large: 11.2, other: 12}) == [small, large, other]
    assert _projects({small: 12, large: 12 / SAME_SIZE, other: 12}) == [small, other]
    assert _projects({}) == []


def test_the_only_one_in_a_panel_is_no_project() -> None:
    text, panel, other = draft("a"), draft("b", place="panel"), draft("c", place="panel")
    assert _projects({text: 12, panel: 12}) == [text]
    assert _projects({text: 12, panel: 12, other: 12}) == [text, panel, other]
    assert _projects({text: 12, panel: 12, other: 20}) == [text]
    assert of(text, panel) == ["project", "other"]


def test_what_may_be_front_matter() -> None:
    assert [_may_open(each) for each in (draft("a", place="panel"), draft("a"), draft(), draft(place="panel"))] == [
        True, True, True, False,
    ]  # fmt: skip
    assert of(draft("Mali", place="panel", type_=BOLD), draft("Wells"), draft("Roads")) == [
        "front",
        "project",
        "project",
    ]
