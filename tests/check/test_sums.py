"""Wholes and parts, made by hand: what adds up, what one enumeration takes in, and what is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.check.figures import Figure, addable, ones
from pipeline.check.part_whole import (
    MAX_GAP,
    MAX_ITEM,
    Sum,
    enumeration,
    sentences,
    sums_in_lists,
    sums_in_sentences,
    sums_of_parts,
)
from pipeline.check.rounding import Interval
from pipeline.check.sums import adds_up
from pipeline.language.lexicon import spoken
from pipeline.model import Finding, Money, Section
from tests.places import places


@pytest.fixture(autouse=True)
def english():
    with spoken("en"):
        yield


def interval(low: int, high: int) -> Figure:
    section = Section("s", 1, "other", "", "", ())
    return Figure(section, "", 0, 0, 0, Decimal(low), Interval(Decimal(low), Decimal(high)))


@pytest.mark.parametrize(
    ("parts", "whole", "complete", "agree"),
    [
        ([(1, 2), (3, 4)], (6, 7), True, False),  # the edges at which two roundings part
        ([(1, 2), (3, 4)], (5, 7), True, True),
        ([(1, 2), (3, 4)], (2, 4), True, False),
        ([(1, 2), (3, 4)], (2, 4), False, True),  # some of the parts may come to as much as the whole
        ([(1, 2), (3, 4)], (2, 3), False, False),
        ([(1, 2), (3, 4)], (9, 9), False, True),
        ([(1, 1), (3, 3)], (4, 4), True, True),
    ],
)
def test_parts_add_up_to_their_whole(
    parts: list[tuple[int, int]], whole: tuple[int, int], complete: bool, agree: bool
) -> None:
    assert adds_up(Sum(interval(*whole), tuple(interval(*part) for part in parts), complete)) is agree


def figures(text: str, *amounts: str, heading: str = "", start: int = 0) -> tuple[Figure, ...]:
    """The amounts in the text, all of one sentence, each so many millions."""
    content = f"{heading}\n\n{text}" if heading else text
    section = Section("s", 1, "other", heading, text, places(content))
    found, at = [], 0
    for amount in amounts:
        at = content.index(amount, at)
        value = Decimal(amount.split()[1]) * 1_000_000
        money = Money(text=amount, char_start=at, char_end=at + len(amount), rule="", amount=value, currency="EUR")
        around = Interval(value, value)
        finding = Finding(f"m{at}", section, money)
        found.append(Figure(section, amount, at, at + len(amount), start, value, around, "", finding))
        at += len(amount)
    return tuple(found)


def texts(found: tuple[Figure, ...]) -> list[str]:
    return [figure.text for figure in found]


def gap(length: int) -> str:
    """So many characters between two parts of one enumeration."""
    return f" for {'roads' * length}"[: length - 5] + " and "


@pytest.mark.parametrize(("length", "parts"), [(MAX_GAP, 2), (MAX_GAP + 1, 1)])
def test_parts_far_apart_are_of_two_enumerations(length: int, parts: int) -> None:
    assert MAX_GAP == 120
    assert len(enumeration(figures(f"EUR 1 m{gap(length)}EUR 2 m", "EUR 1 m", "EUR 2 m"))) == parts


def test_an_enumeration_ends_after_its_and() -> None:
    text = "EUR 1 m for roads, EUR 2 m for ports and EUR 3 m for schools, EUR 4 m"
    assert texts(enumeration(figures(text, "EUR 1 m", "EUR 2 m", "EUR 3 m", "EUR 4 m"))) == [
        "EUR 1 m",
        "EUR 2 m",
        "EUR 3 m",
    ]


def found_in_sentence(text: str, *amounts: str) -> list[tuple[str, list[str], bool]]:
    return [
        (found.whole.text, texts(found.parts), found.complete) for found in sums_in_sentences(figures(text, *amounts))
    ]


@pytest.mark.parametrize(
    ("text", "whole", "parts", "complete"),
    [
        ("EUR 9 m, of which EUR 4 m for roads and EUR 3 m for ports", "EUR 9 m", ["EUR 4 m", "EUR 3 m"], True),
        ("EUR 9 m, of which EUR 4 m for roads", "EUR 9 m", ["EUR 4 m"], False),
        ("EUR 9 m, including EUR 4 m for roads and EUR 3 m for ports", "EUR 9 m", ["EUR 4 m", "EUR 3 m"], False),
        ("EUR 9 m: EUR 4 m for roads and EUR 3 m for ports", "EUR 9 m", ["EUR 4 m", "EUR 3 m"], True),
        ("EUR 4 m for roads and EUR 3 m for ports, for a total of EUR 9 m", "EUR 9 m", ["EUR 4 m", "EUR 3 m"], True),
        ("EUR 9 m: EUR 4 m for roads", None, [], False),
        ("EUR 4 m for roads, for a total of EUR 9 m", None, [], False),
    ],
)
def test_wholes_of_a_sentence(text: str, whole: str | None, parts: list[str], complete: bool) -> None:
    amounts = sorted({*parts, "EUR 4 m", "EUR 9 m"}, key=text.index)
    assert found_in_sentence(text, *amounts) == ([(whole, parts, complete)] if whole else [])


def test_of_these_goes_on_with_the_sentence_before() -> None:
    text = "It gave EUR 9 m. Of these, EUR 4 m went to ports. It lent EUR 3 m."
    nine, four, three = (
        figure._replace(sentence_start=text.index(words))
        for figure, words in zip(
            figures(text, "EUR 9 m", "EUR 4 m", "EUR 3 m"), ("It gave", "Of these", "It lent"), strict=True
        )
    )
    assert list(sentences((nine, four, three))) == [(nine, four), (three,)]


def listed(lines: list[str], *amounts: str, heading: str = "") -> list[tuple[str, list[str], bool]]:
    found = sums_in_lists(figures("\n\n".join(lines), *amounts, heading=heading))
    return [(sum_.whole.text, texts(sum_.parts), sum_.complete) for sum_ in found]


ROADS, PORTS, ALL = "EUR 4 m", "EUR 3 m", "EUR 9 m"


@pytest.mark.parametrize("heading", ["", "Ports"])
def test_the_whole_of_a_list_stands_last_or_first_or_in_the_line_above(heading: str) -> None:
    roads, ports = f"Roads: {ROADS}", f"Ports: {PORTS}"
    whole = (ALL, [ROADS, PORTS], True)
    assert listed([roads, ports, f"Total: {ALL}"], ROADS, PORTS, ALL, heading=heading) == [whole]
    assert listed([f"Total: {ALL}", roads, ports], ALL, ROADS, PORTS, heading=heading) == [whole]
    assert listed([f"It has {ALL}:", roads, ports], ALL, ROADS, PORTS, heading=heading) == [whole]
    assert listed([f"It has {ALL}, including:", roads, ports], ALL, ROADS, PORTS, heading=heading) == [
        (ALL, [ROADS, PORTS], False)
    ]
    assert listed([f"It has {ALL}.", roads, ports], ALL, ROADS, PORTS, heading=heading) == []
    # the next point, which is too long to be one of these, goes on with the list
    assert listed([f"It has {ALL}:", f"{roads};", f"{ports};"], ALL, ROADS, PORTS, heading=heading) == []
    assert listed([roads, f"Total: {ALL}"], ROADS, ALL, heading=heading) == []
    begin = [f"It has {ALL}:", f"{ROADS} for roads", f"{PORTS} for ports"]  # items that begin with their figure
    assert listed(begin, ALL, ROADS, PORTS, heading=heading) == [whole]


@pytest.mark.parametrize(("length", "is_item"), [(MAX_ITEM, True), (MAX_ITEM + 1, False)])
def test_a_long_paragraph_is_no_item_of_a_list(length: int, is_item: bool) -> None:
    assert MAX_ITEM == 120
    roads = f"Roads {ROADS} {'r' * length}"[:length]
    found = listed([roads, f"Ports: {PORTS}", f"Total: {ALL}"], ROADS, PORTS, ALL)
    assert bool(found) is is_item
    all_long = [f"{line} {'x' * length}"[:length] for line in (f"Roads {ROADS}", f"Ports {PORTS}", f"Total: {ALL}")]
    assert bool(listed(all_long, ROADS, PORTS, ALL)) is is_item


def test_two_parts_are_summed_up_where_the_text_says_that_they_are_parts() -> None:
    text = "The whole of EUR 9 m: EUR 4 m, EUR 3 m"
    nine, *parts = figures(text, ALL, ROADS, PORTS)

    def part_of(figure: Figure, id_: str, role: str = "part") -> Figure:
        assert figure.finding and isinstance(figure.finding.mention, Money)
        mention = replace(figure.finding.mention, part_of=id_, role=role)  # type: ignore[arg-type]
        return figure._replace(finding=replace(figure.finding, mention=mention))

    assert nine.finding
    own = [part_of(part, nine.finding.id) for part in parts]
    assert [(s.whole, s.parts, s.complete) for s in sums_of_parts((nine, *own))] == [(nine, tuple(own), False)]
    assert list(sums_of_parts((nine, own[0], parts[1]))) == []
    assert list(sums_of_parts((nine, own[0], part_of(parts[1], "another")))) == []
    assert list(sums_of_parts((nine, own[0], part_of(parts[1], nine.finding.id, "same")))) == []
    total = figures("Total: EUR 9 m: EUR 4 m, EUR 3 m", ALL, ROADS, PORTS)[0]
    assert total.finding
    own = [part_of(part, total.finding.id) for part in parts]
    assert [s.complete for s in sums_of_parts((total, *own))] == [True]


def test_small_numbers_have_words() -> None:
    words = ones()
    assert (words["one"], words["two"], words["twelve"]) == (1, 2, 12)
    assert "thirteen" not in words
    assert "zero" not in words


def counted(profile_of, text: str) -> list[list[str]]:
    return [[figure.text for figure in found] for found in addable(profile_of(text).findings)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has 12 communes: twelve in Mali.", [["12 communes", "twelve"]]),
        ("It has 13 communes: thirteen in Mali.", [["13 communes"]]),
        ("It has 12 communes, one of them in Mali.", [["12 communes"]]),
        ("It has 1,200 communes, 1,100 in Mali.", [["1,200 communes", "1,100"]]),
        ("It trained 40% in Mali.", []),
        ("It gave EUR 2 million and USD 3 million in 5 ports.", [["EUR 2 million"], ["USD 3 million"], ["5 ports"]]),
    ],
)
def test_figures_that_can_be_added_up(profile_of, text: str, found: list[list[str]]) -> None:
    assert counted(profile_of, text) == found
