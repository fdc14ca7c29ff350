"""Patterns of frames, word by word."""

import re

import pytest

from pipeline.language.lexicon import spoken
from pipeline.relate.statements import (
    REACHES,
    Frame,
    Frames,
    Need,
    Statement,
    _fit,
    _frame,
    _is_literal,
    _item,
    _items,
    _needs,
    _statements,
    frames,
    statements,
)
from tests.relate.records import sentence


def fits(pattern: str, line: str) -> tuple[dict[str, str], int] | None:
    """The slots that a pattern fills in a sentence with one amount, and over how many phrases it reaches; None where it
    does not fit."""
    with spoken("en"):
        frame = _frame("share", pattern)
    own = sentence(line)
    place = next(i for i, phrase in enumerate(own.phrases) if "MONEY" in phrase.kinds)
    if not Frames([frame]).near(own, place, "MONEY"):
        return None
    codes = [phrase.code for phrase in own.phrases]
    found = _fit(frame, own.phrases, place, "".join(codes[:place]), "".join(codes[place + 1 :]))
    return ({name: phrase.text for name, phrase in found.slots.items()}, found.length) if found else None


@pytest.mark.parametrize(
    ("pattern", "line", "length"),
    [
        ("GIVE [MONEY]", "gave[GIVE] eur3[MONEY]", 1),
        ("GIVE [MONEY]", "gave eur3[MONEY]", None),
        ("GIVE [MONEY]", "gave[GIVE] x eur3[MONEY]", None),
        ("gave [MONEY]", "gave[GIVE] eur3[MONEY]", 1),
        ("gave [MONEY]", "gave_up eur3[MONEY]", None),
        ("gave/GIVE [MONEY]", "given[GIVE] eur3[MONEY]", 1),
        ("[MONEY] BUDGET", "eur3[MONEY] cost[BUDGET]", 1),
        ("a b [MONEY] c d", "a b eur3[MONEY] c d", 4),
        ("a b [MONEY] c d", "a b eur3[MONEY] d c", None),
        ("a b? [MONEY]", "a eur3[MONEY]", 1),
        ("a b? [MONEY]", "a b eur3[MONEY]", 2),
        ("a b? [MONEY]", "a b b eur3[MONEY]", None),
        ("a b* [MONEY]", "a b b b b eur3[MONEY]", 5),
        ("a b* [MONEY]", "a b b b b b eur3[MONEY]", None),
        ("a !b [MONEY]", "a c eur3[MONEY]", 2),
        ("a !b [MONEY]", "a b eur3[MONEY]", None),
        ("^ a [MONEY]", "a eur3[MONEY]", 1),
        ("^ a [MONEY]", "b a eur3[MONEY]", None),
        ("[MONEY] a $", "eur3[MONEY] a", 1),
        ("[MONEY] a $", "eur3[MONEY] a b", None),
        # gaps
        ("a .. [MONEY]", "a 1 2 3 4 5 6 7 8 9 eur3[MONEY]", 10),
        ("a .. [MONEY]", "a 1 2 3 4 5 6 7 8 9 10 eur3[MONEY]", None),
        ("[MONEY] .. a", "eur3[MONEY] 1[BREAK] a", None),
        ("[MONEY] .. a", "eur3[MONEY] usd1[MONEY] a", None),
        ("[MONEY] .. a", "eur3[MONEY] ( b usd ) a", 5),
        ("a ... [MONEY]", f"a {'x ' * 24}eur3[MONEY]", 25),
        ("a ... [MONEY]", f"a {'x ' * 25}eur3[MONEY]", None),
        ("[MONEY] ... a", "eur3[MONEY] usd1[MONEY] a", 2),
        ("[MONEY] ... a", "eur3[MONEY] b[BREAK] a", None),
        ("[MONEY] .... a", "eur3[MONEY] b[BREAK] a", 2),
        ("a .... [MONEY]", f"a {'x ' * 60}eur3[MONEY]", 61),
        ("a .... [MONEY]", f"a {'x ' * 61}eur3[MONEY]", None),
        ("a __ [MONEY]", "a 1 2 3 eur3[MONEY]", 4),
        ("a __ [MONEY]", "a 1 2 3 4 eur3[MONEY]", None),
        ("a __ [MONEY]", "a 1[PREP] eur3[MONEY]", None),
        ("a __ [MONEY]", "a , eur3[MONEY]", None),
        ("a ~ [MONEY]", "a 1[ABOUT] 2[AUX] 3[ABOUT] 4[AUX] eur3[MONEY]", 5),
        ("a ~ [MONEY]", "a 1[ABOUT] 2[AUX] 3[ABOUT] 4[AUX] 5[AUX] eur3[MONEY]", None),
        ("a ~ [MONEY]", "a 1 eur3[MONEY]", None),
        # the nearest of several
        ("a .. [MONEY]", "a b a eur3[MONEY]", 1),
        ("[MONEY] .. a", "eur3[MONEY] a b a", 1),
        # an entry of several words is one phrase or several
        ("as_well_as [MONEY]", "as_well_as eur3[MONEY]", 1),
        ("as well as [MONEY]", "as_well_as eur3[MONEY]", 1),
        ("as well as [MONEY]", "as well as eur3[MONEY]", 3),
        ("x as well as [MONEY]", "x as_well_as eur3[MONEY]", 2),
        ("as well as y [MONEY]", "as_well_as y eur3[MONEY]", 2),
        ("as well as? [MONEY]", "as_well_as eur3[MONEY]", None),
    ],
)
def test_where_a_pattern_fits(pattern: str, line: str, length: int | None) -> None:
    found = fits(pattern, line)
    assert (found[1] if found else None) == length


@pytest.mark.parametrize(
    ("pattern", "line", "slots"),
    [
        ("giver:WHO gave [MONEY]", "ada[WHO] gave eur3[MONEY]", {"giver": "ada"}),
        ("giver:WHO? gave [MONEY]", "gave eur3[MONEY]", {}),
        ("[MONEY] giver:WHO/PLACE taker:WHO", "eur3[MONEY] ada[WHO] leo[WHO]", {"giver": "ada", "taker": "leo"}),
        ("label:WHO : [MONEY]", "ada[WHO] : eur3[MONEY]", {"label": "ada"}),
    ],
)
def test_who_fills_a_slot(pattern: str, line: str, slots: dict[str, str]) -> None:
    found = fits(pattern, line)
    assert found
    assert found[0] == slots


@pytest.mark.parametrize(
    ("pattern", "weight"),
    [("a .. b? c* ^ [MONEY] d", 4), ("[MONEY]", 1), ("a [MONEY]", 2), ("__ [MONEY] ~", 1)],
)
def test_how_much_a_pattern_asks_for(pattern: str, weight: int) -> None:
    with spoken("en"):
        assert _frame("x", pattern).weight == weight


def test_what_a_pattern_tells_of() -> None:
    with spoken("en"):
        frame = _frame("share", "giver:WHO gave [MONEY] now")
    assert (frame.tells, frame.focus, frame.text) == ("share", "MONEY", "giver:WHO gave [MONEY] now")
    assert [(need.side, set(need.choices), need.reach) for need in frame.needs] == [
        (-1, {"gave"}, 1),
        (-1, {"WHO"}, 2),
        (1, {"now"}, 1),
    ]
    assert Statement(frame, {}, 3).asks == {"gave", "WHO", "now"}
    assert Statement(frame, {}, 3).weight == frame.weight
    assert Statement(frame, {}, 3).tells == "share"


@pytest.mark.parametrize(
    ("words", "needs"),
    [
        ("a b", [("a", 1), ("b", 2)]),
        ("a/b_c", [("a b c", 1)]),
        (".. a", [("a", 10)]),
        ("... a", [("a", 25)]),
        ("~ a __ b", [("a", 5), ("b", 9)]),
        ("a? b", [("b", 2)]),
        ("a* b", [("b", 6)]),
        ("!a b", [("b", 2)]),
        ("^ a", [("a", 1)]),
        ("$ a", [("a", 1)]),
        ("giver:a b", [("a", 1), ("b", 2)]),
        (": b", [(":", 1), ("b", 2)]),
    ],
)
def test_what_a_side_of_a_pattern_needs(words: str, needs: list[tuple[str, int]]) -> None:
    found = list(_needs(words.split(), -1))
    assert [(" ".join(sorted(need.choices)), need.reach) for need in found] == needs
    assert {need.side for need in found} == {-1}
    assert REACHES[".."] == 9


@pytest.mark.parametrize(
    ("side", "reach", "line", "has"),
    [
        (-1, 1, "a eur3[MONEY] x", True),
        (-1, 1, "a b eur3[MONEY]", False),
        (-1, 2, "a b eur3[MONEY]", True),
        (-1, 9, "eur3[MONEY] a", False),
        (1, 1, "eur3[MONEY] a", True),
        (1, 1, "eur3[MONEY] b a", False),
        (1, 2, "eur3[MONEY] b a", True),
        (1, 9, "a eur3[MONEY]", False),
        (-1, 1, "b eur3[MONEY]", False),
        (-1, 1, "x_a eur3[MONEY]", True),
    ],
)
def test_what_a_frame_needs_stands_near(side: int, reach: int, line: str, has: bool) -> None:
    own = sentence(line)
    place = next(i for i, phrase in enumerate(own.phrases) if "MONEY" in phrase.kinds)
    frame = Frame("x", "MONEY", "", "", (Need(side, frozenset({"a"}), reach),), "", 1)
    assert Frames([frame]).near(own, place, "MONEY") == [frame] * has


@pytest.mark.parametrize(
    ("word", "is_literal"),
    [
        ("gave", True),
        (":", True),
        ("a/b", True),
        ("GIVE", False),
        ("..", False),
        ("^", False),
        ("$", False),
        ("gave?", False),
        ("gave*", False),
        ("x:y", False),
    ],
)
def test_words_that_stand_for_themselves(word: str, is_literal: bool) -> None:
    assert _is_literal(word) is is_literal


def test_signs_that_are_words() -> None:
    assert re.fullmatch(_item("?"), sentence("?").phrases[0].code)
    assert re.fullmatch(_item("*"), sentence("*").phrases[0].code)
    for sign in ("*", "?"):
        assert not re.fullmatch(_item(sign), sentence("x").phrases[0].code)
        assert not re.fullmatch(_item(sign), "")
    assert re.fullmatch(_item("a_b"), sentence("a_b").phrases[0].code)
    assert not re.fullmatch(_item("a"), sentence("ab").phrases[0].code)
    with spoken("en"):
        assert len(list(_items(["as", "well", "as"]))) == 1
        assert len(list(_items(["as", "well", "x"]))) == 3


@pytest.mark.parametrize(
    "line",
    [
        "ada[WHO|SUBJ] gave[GIVE|ACTIVE] eur3[MONEY]",
        "x , ada[WHO|SUBJ] gave[GIVE|ACTIVE] eur3[MONEY]",
        "eur3[MONEY] from ada[WHO]",
        "x y eur3[MONEY] from ada[WHO]",
    ],
)
def test_what_the_frames_tell(line: str) -> None:
    own = sentence(line)
    place = next(i for i, phrase in enumerate(own.phrases) if "MONEY" in phrase.kinds)
    with spoken("en"):
        found = list(_statements(own, place, "MONEY"))
        assert statements(own, place, "MONEY") == tuple(found)
        assert {frame.focus for frame in frames()["MONEY"]} == {"MONEY"}
    givers = {(told.tells, told.slots["giver"].text, told.length) for told in found if "giver" in told.slots}
    assert ("share", "ada", 2) in givers
