"""Labels and values that type and place show, condition by condition."""

from collections.abc import Sequence

import pytest

from pipeline.segment.pairs import (
    LARGER,
    Pair,
    _are_level,
    _differ,
    _groups,
    _is_any_figure,
    _is_caption,
    _is_label,
    _is_value,
    _may_caption,
    _pair,
    _tells_facts,
    are_pairs,
    pairs,
)
from tests.segment.records import BOLD, PLAIN, line, lines

Cases = pytest.mark.parametrize
LARGE = BOLD._replace(size=16.0)
RED = PLAIN._replace(colour="#cc0000")


def group(*texts: str, y: float = 100.0, x: float = 0.0, type_=PLAIN):
    (found,) = _groups(lines(*texts, x=x, y=y, type_=type_))
    return found


def told(found: Sequence) -> list[str]:
    """`label = value`, `figure of caption`, or the line."""
    return [_told(part) if isinstance(part, Pair) else part.text for part in found]


def _told(pair: Pair) -> str:
    label, value = (" ".join(line.text for line in part) for part in (pair.label, pair.value))
    return f"{value} of {label}" if pair.figure_first else f"{label} = {value}"


# --------------------------------------------------------------------------------------------------------------- groups


@Cases(
    ("lower", "one"),
    [
        (line("in Mali", y=112), True),
        (line("in Mali", y=120.9), True),
        (line("in Mali", y=121), False),
        (line("in Mali", x=25, y=112), False),
        (line("in Mali", y=112, type_=BOLD), False),
        (line("in Mali", y=100, x=5), False),
    ],
    ids=["below", "near", "far", "beside", "other type", "level"],
)
def test_lines_of_one_label(lower, one: bool) -> None:
    found = _groups([line("Wells"), lower])
    assert [each.text for each in found] == (["Wells in Mali"] if one else ["Wells", "in Mali"])
    assert found[0].box.bottom == (lower.box.bottom if one else 102)


@Cases(
    ("other", "differ"),
    [
        (PLAIN, False),
        (BOLD, True),
        (RED, True),
        (PLAIN._replace(size=11), False),
        (PLAIN._replace(size=LARGER * 10), True),
        (PLAIN._replace(italic=True), False),
    ],
)
def test_two_types(other, differ: bool) -> None:
    assert _differ(line("Wells"), line("Mali", type_=other)) is differ
    assert _differ(line("Mali", type_=other), line("Wells")) is differ


# ---------------------------------------------------------------------------------------------------------------- pairs


@Cases(
    ("lower", "found"),
    [
        (group("Mali", y=112, type_=BOLD), "Valley = Mali"),
        (group("Mali", y=112), None),
        (group("Mali", y=122.9, type_=BOLD), "Valley = Mali"),
        (group("Mali", y=123, type_=BOLD), None),
        (group("Mali", y=112, x=30, type_=BOLD), None),
        (group("mali", y=112, type_=BOLD), None),
        (group("Ada", "Bo", "Cy", y=112, type_=BOLD), "Valley = Ada Bo Cy"),
        (group("Ada", "Bo", "Cy", "Di", y=112, type_=BOLD), None),
        (group("5 wells", y=135.7, type_=LARGE), None),
        (group("5 wells", y=135.5, type_=LARGE), "Valley = 5 wells"),
    ],
    ids=[
        "below",
        "one type",
        "near",
        "far",
        "beside",
        "goes on",
        "three lines",
        "four lines",
        "far in large type",
        "near in large type",
    ],
)
def test_a_value_below_its_label(lower, found: str | None) -> None:
    pair = _pair(group("Valley"), lower, None)
    assert (told([pair]) if pair else None) == ([found] if found else None)


@Cases(
    ("lower", "found"),
    [
        (group("wells", y=114), True),
        (group("Wells", y=126.7), True),
        (group("Wells", y=132), False),
        (group("Wells", "in Mali", "and Chad", y=114), True),
        (group("Wells", x=70, y=100), True),
        (group("Wells", x=40, y=100), False),
        (group("Wells", x=87.9, y=100), True),
        (group("Wells", x=88, y=100), False),
        (group("Wells", x=70, y=111.1), True),
        (group("Wells", x=70, y=111.2), False),
        (group("Wells", x=70, y=85.3), True),
        (group("Wells", x=70, y=85.2), False),
        (group("Wells", y=114, type_=PLAIN._replace(size=15)), False),
        (group("Wells are dug.", y=114), False),
    ],
    ids=[
        "below",
        "near",
        "far",
        "three lines",
        "beside",
        "touches",
        "near beside",
        "far beside",
        "lower",
        "too low",
        "higher",
        "too high",
        "as large",
        "a sentence",
    ],
)
def test_a_figure_with_its_caption(lower, found: bool) -> None:
    pair = _pair(group("2,500", type_=LARGE), lower, None)
    assert (pair is not None and pair.figure_first) is found


def test_a_figure_is_larger_by_that_factor() -> None:
    large = group("2,500", type_=PLAIN._replace(size=LARGER * 10))
    assert _pair(large, group("wells", y=113), None).figure_first


@Cases(
    ("after", "found"),
    [
        (group("Colca", y=133), True),
        (group("Colca", y=124), False),
        (group("Colca", y=123.9), False),
        (group("Colca", y=124.1), True),
        (group("Colca", y=121.9), True),
        (group("Colca", y=122), False),
        (group("Colca", y=124, x=20), True),
        (group("Budget", y=124), False),
    ],
    ids=["far", "as near", "nearer", "further", "overlaps", "touches", "beside", "a known label"],
)
def test_a_value_is_nearer_to_its_label_than_to_what_follows(after, found: bool) -> None:
    assert (_pair(group("Valley"), group("Mali", y=112, type_=BOLD), after) is not None) is found


def test_known_labels_may_stand_at_even_distances() -> None:
    value, after = group("Mali", y=112, type_=BOLD), group("Duration", y=124)
    assert _pair(group("Budget"), value, after) is not None
    assert _pair(group("Valley"), value, after) is None
    assert _pair(group("Budget"), value, group("Colca", y=124)) is None


# ---------------------------------------------------------------------------------------------------------- their words


@Cases(
    ("text", "is_"),
    [
        ("2,500", True),
        ("2,500 km", True),
        ("12 34 5", False),
        ("5,000 wells in Mali", True),
        ("Wells", False),
        ("2019", True),
    ],
)
def test_figures(text: str, is_: bool) -> None:
    assert _is_any_figure(text) is is_


@Cases(
    ("text", "caption", "label"),
    [
        ("Wells", True, True),
        ("wells", True, False),
        ("Wells:", True, True),
        ("Wells.", False, False),
        ("2,500", False, False),
        (" ".join(["Wells"] * 8), True, True),
        (" ".join(["Wells"] * 9), False, False),
    ],
)
def test_captions_and_labels(text: str, caption: bool, label: bool) -> None:
    assert (_is_caption(group(text)), _is_label(group(text))) == (caption, label)


@Cases(
    ("text", "is_"),
    [
        ("Mali", True),
        ("mali", False),
        ("Mali.", False),
        ("5,000 wells", True),
        (" ".join(["Mali"] * 14), True),
        (" ".join(["Mali"] * 15), False),
    ],
)
def test_values(text: str, is_: bool) -> None:
    assert _is_value(group(text)) is is_


@Cases(
    ("figure", "caption", "may"),
    [
        ("2,500", "are dug", True),
        ("2,500 wells", "are dug", False),
        ("2,500 wells", "Are dug", True),
        ("US$ 2 million", "are given", True),
        ("US$ 2.5 Million", "are given", True),
        ("2.5 M", "are given", True),
        ("2.5 km", "are dug", False),
        ("34 %", "are dug", True),
        ("2,500", "are dug.", False),
        ("2,500 wells", "Are dug.", False),
    ],
)
def test_what_a_figure_counts(figure: str, caption: str, may: bool) -> None:
    assert _may_caption(group(figure), group(caption)) is may


# -------------------------------------------------------------------------------------------------------- rows of facts


def fact(label: str, value: str, types=(PLAIN, BOLD), y: float = 100.0, x: float = 0.0) -> Pair:
    return Pair((line(label, x, y, types[0]),), (line(value, x, y + 12, types[1]),), False)


VALLEY, NUMBER, BUDGET = ("Valley", "Mali"), ("Wells", "2,500"), ("Budget", "EUR 2 million")
HEADS = BOLD, PLAIN


@Cases(
    ("row", "types", "groups", "facts"),
    [
        ([], (PLAIN, BOLD), 2, False),
        ([VALLEY], (PLAIN, BOLD), 2, False),
        ([VALLEY] * 2, (PLAIN, BOLD), 4, False),
        ([VALLEY] * 3, (PLAIN, BOLD), 6, True),
        ([NUMBER], (PLAIN, BOLD), 2, True),
        ([NUMBER], (PLAIN, BOLD), 3, False),
        ([NUMBER], (PLAIN._replace(size=11), BOLD), 2, True),
        ([NUMBER], (PLAIN._replace(size=LARGER * 10), BOLD), 2, False),
        ([NUMBER] * 2, (PLAIN, BOLD), 5, True),
        ([NUMBER] * 2, (LARGE, PLAIN), 5, True),
        ([NUMBER, VALLEY], (PLAIN, BOLD), 4, False),
        ([BUDGET], (PLAIN, BOLD), 9, True),
        ([BUDGET], (LARGE, PLAIN), 9, False),
        ([("Budget", "Mali")], (PLAIN, BOLD), 9, False),
        ([("Budget", "Mali")], (PLAIN, BOLD), 2, True),
        ([("Budget", "Mali")], (LARGE, PLAIN), 2, False),
        ([BUDGET, VALLEY], (PLAIN, BOLD), 9, False),
        ([BUDGET, ("Duration", "3 years of work")], (PLAIN, BOLD), 9, True),
        ([VALLEY] * 3, HEADS, 6, False),
        ([VALLEY] * 3, (PLAIN._replace(size=10.5), PLAIN), 6, False),
        ([VALLEY, VALLEY, BUDGET], HEADS, 6, True),
        ([VALLEY, VALLEY, ("Wells", "2 of Mali")], HEADS, 6, False),
        ([VALLEY, ("Wells", "2 of Mali"), ("Wells", "2 of Mali")], HEADS, 6, True),
        ([VALLEY, ("Budget", "Mali"), ("Budget", "Mali")], HEADS, 6, True),
        ([VALLEY, VALLEY, VALLEY, ("Budget", "2 of Mali")], HEADS, 8, False),
    ],
)
def test_which_pairs_are_facts(row, types, groups: int, facts: bool) -> None:
    found = [fact(*words, types, y=100 + 40 * place) for place, words in enumerate(row)]
    assert _tells_facts(found, groups) is facts


def test_a_figure_before_its_caption_is_a_fact() -> None:
    assert _tells_facts([Pair((line("wells"),), (line("2,500", type_=LARGE),), True)], 9)


def test_a_strip_of_facts_with_one_that_tells() -> None:
    words = [("Valley", "Mali"), ("Chief", "Ada"), ("Wells", "2 of Mali")]
    strip = [fact(*each, HEADS, x=100 * place) for place, each in enumerate(words)]
    assert _are_level(strip)
    assert _tells_facts(strip, 6)
    assert not _tells_facts([fact("Valley", "Mali", HEADS, x=100 * place) for place in range(3)], 6)
    assert not _are_level([*strip, fact("Valley", "Mali", y=140)])


def flat(*words: tuple[str, str]) -> list:
    """The lines of pairs below each other."""
    found = [fact(*told, y=100 + 40 * place) for place, told in enumerate(words)]
    return [each for pair in found for part in (pair.label, pair.value) for each in part]


def test_facts_among_lines() -> None:
    facts = flat(VALLEY, ("Chief", "Ada"), NUMBER)
    assert told(pairs(facts)) == ["Valley = Mali", "Chief = Ada", "Wells = 2,500"]
    assert told(pairs([line("In Mali.", y=50), *facts, line("It is so.", y=300)])) == [
        "In Mali.", "Valley = Mali", "Chief = Ada", "Wells = 2,500", "It is so.",
    ]  # fmt: skip
    assert told(pairs(facts[:4])) == ["Valley", "Mali", "Chief", "Ada"]
    assert told(pairs([])) == []


def test_a_row_ends_where_the_types_or_kinds_of_its_pairs_change() -> None:
    facts = flat(VALLEY, ("Chief", "Ada"))
    label, value, _ = fact("Wells", "Ada", (PLAIN, RED), y=180)
    other = [*label, *value]
    assert told(pairs([*facts, *other])) == ["Valley", "Mali", "Chief", "Ada", "Wells", "Ada"]
    figure = [line("2,500", y=180, type_=LARGE), line("wells", y=194)]
    assert told(pairs([*facts, *figure])) == ["Valley", "Mali", "Chief", "Ada", "2,500 of wells"]


def test_lines_that_are_facts_and_nothing_else() -> None:
    facts = flat(VALLEY, ("Chief", "Ada"), NUMBER)
    assert are_pairs(facts)
    assert not are_pairs([*facts, line("It is so.", y=300)])


def test_lines_go_on_with_the_last_group() -> None:
    found = _groups([line("Valley"), *lines("Ada", "Bo", "Cy", y=112, type_=BOLD), line("Chief", y=160)])
    assert [each.text for each in found] == ["Valley", "Ada Bo Cy", "Chief"]


def test_what_follows_a_value_counts_wherever_the_value_stands() -> None:
    facts = [line("Valley"), line("Mali", y=112, type_=BOLD), line("Chief", y=140), line("Ada", y=152, type_=BOLD)]
    third = [line("Wells", y=180), line("Bo", y=192, type_=BOLD)]
    assert told(pairs([*facts, *third])) == ["Valley = Mali", "Chief = Ada", "Wells = Bo"]
    assert told(pairs([*facts, *third, line("Now", y=204)])) == ["Valley", "Mali", "Chief", "Ada", "Wells", "Bo", "Now"]
    assert told(pairs([*facts, line("Now", y=163), line("It is", y=300)])) == [
        "Valley", "Mali", "Chief", "Ada", "Now", "It is",
    ]  # fmt: skip


def test_labels_that_stand_out_no_more_than_their_values_need_no_figures() -> None:
    assert _tells_facts([fact(*VALLEY, (PLAIN, RED), y=100 + 40 * place) for place in range(3)], 6)
    assert _tells_facts([fact(*VALLEY, (BOLD, BOLD._replace(colour="#cc0000")), y=100 + 40 * n) for n in range(3)], 6)
