"""What an amount stands for, by what is told of it, amount by amount."""

import pytest

from pipeline.model import Cell, Passage, Span
from pipeline.relate.actors import Donor
from pipeline.relate.columns import Listed
from pipeline.relate.phrases import Phrase
from pipeline.relate.played import Played
from pipeline.relate.roles import (
    _amounts,
    _decide,
    _is_same,
    _joined,
    _may_be_planned,
    _phases,
    _told_again,
    _told_role,
    _wider,
    of_known_scale,
)
from pipeline.relate.statements import Statement
from tests.relate.records import actors, all_played, money, outcome, phrases, played, sentence, statement, with_roles

IRELAND = Donor("Ireland", "IRL")


def ada(*kinds: str) -> Phrase:
    (phrase,) = phrases("ada[WHO]")
    return phrase._replace(kinds=phrase.kinds | set(kinds))


def near(tells: str, length: int, **slots: Phrase) -> Statement:
    return statement(tells, length=length, **slots)


@pytest.mark.parametrize(
    ("tells", "role"),
    [
        ((), None),
        (("total",), "total"),
        (("share",), "share"),
        (("total?",), "total"),
        (("share?",), "share"),
        (("works",), None),
        # what is apart goes before, the first of these first
        (("share", "rate"), "rate"),
        (("rate", "none"), "rate"),
        (("none", "needed"), "none"),
        (("needed", "part"), "needed"),
        (("part", "other"), "part"),
        (("other", "spent"), "other"),
        (("spent", "total"), "spent"),
        (("needed", "promised"), None),
        (("needed", "promised", "share"), "share"),
        (("covered",), "part"),
        (("each",), "rate"),
        (("part", "whole"), "total"),
        (("whole",), "total"),
        (("other", "whole"), "other"),
        (("own", "rate"), "share"),
        (("several", "share", "total"), "share"),
        (("several", "total"), "total"),
        # of share and total the nearest, and of two as near the first by name
        ((near("total", 2), near("share", 3)), "total"),
        ((near("total", 3), near("share", 2)), "share"),
        ((near("total", 3), near("share", 3)), "share"),
        ((near("share?", 2), near("total", 9)), "total"),
        ((near("share?", 3), near("total?", 2)), "total"),
        ((near("works", 1), near("total?", 2)), "total"),
        ((near("total", 2), near("works", 1)), "total"),
        # who gives it stands next to it
        ((near("total", 1), near("share", 3, giver=ada())), "share"),
        ((near("total", 1), near("share", 4, giver=ada())), "total"),
        ((near("total", 1), near("share", 3, taker=ada())), "total"),
        ((near("total", 1), near("gives", 3, giver=ada())), "total"),
        # "Norway and Denmark gave EUR 3 million each"
        ((near("each", 9), near("share", 9, giver=ada("LIST"))), "share"),
        ((near("each", 9), near("share", 9, giver=ada())), "rate"),
    ],
)
def test_what_is_told_of_an_amount(tells: tuple[str | Statement, ...], role: str | None) -> None:
    assert _told_role(played("eur3[MONEY]", 0, *tells), in_project=True) == role


def test_only_a_project_has_money_of_others() -> None:
    assert _told_role(played("eur3[MONEY]", 0, "other", "share"), in_project=False) == "share"
    assert _told_role(played("eur3[MONEY]", 0, "other", "share"), in_project=True) == "other"


@pytest.mark.parametrize(
    ("text", "tells", "is_same"),
    [
        ("eur3[MONEY] usd4[MONEY]", ("same",), True),
        ("eur3[MONEY] eur4[MONEY]", ("same",), False),
        ("eur3[MONEY] usd4[MONEY]", (), False),
        ("eur3[MONEY] usd4[MONEY]", ("same", "rate"), True),
        ("eur1[MONEY] usd4[MONEY]", ("same", "rate"), False),
        ("eur3[MONEY] usd1[MONEY]", ("same", "rate"), False),
        ("eur3[MONEY] usd1[MONEY]", ("same",), True),
    ],
)
def test_an_amount_in_another_currency(text: str, tells: tuple[str, ...], is_same: bool) -> None:
    before, _ = all_played(text)
    assert _is_same(played(before.sentence, 1, *tells), before) is is_same


def decided(text: str, *tells: str | Statement, role: str | None = None, by: str = "", of: Played | None = None) -> str:
    """What the second amount of a sentence is, after a first of this role and givers."""
    own = sentence(text)
    before = played(own, 0, role=role, givers=actors(*by.split()), of=of)
    amount = played(own, 1, *tells)
    _decide(amount, before, True, IRELAND)
    return outcome([before, amount]).split()[1]


@pytest.mark.parametrize(
    ("text", "role", "by", "found"),
    [
        ("gave[GIVE] eur3[MONEY] eur4[MONEY]", "share", "ada", "share:ada"),
        ("gave[GIVE] eur3[MONEY] eur4[MONEY]", "total", "", "total"),
        ("gave[GIVE] eur3[MONEY] eur4[MONEY]", None, "", "-"),
        ("gave[GIVE] eur3[MONEY] while[BREAK] eur4[MONEY]", "share", "ada", "-"),
        ("while[BREAK] gave[GIVE] eur3[MONEY] eur4[MONEY] while[BREAK]", "share", "ada", "share:ada"),
        ("gave[GIVE] eur3[MONEY] eur4[MONEY] from leo", "share", "ada", "share"),
        ("gave[GIVE] eur3[MONEY] eur4[MONEY] by leo", "share", "ada", "share"),
        ("gave[GIVE] eur3[MONEY] eur4[MONEY] now by leo", "share", "ada", "share:ada"),
        ("gave[GIVE] eur3[MONEY] by leo eur4[MONEY]", "share", "ada", "share:ada"),
        ("gave[GIVE] eur3[MONEY] mali[PLACE] eur4[MONEY]", "share", "ada", "share"),
        ("gave[GIVE] eur3[MONEY] leo[WHO] eur4[MONEY]", "share", "ada", "share"),
        ("gave[GIVE] mali[PLACE] eur3[MONEY] eur4[MONEY]", "share", "ada", "share:ada"),
        # it stands bare beside a name
        ("eur3[MONEY] eur4[MONEY]", None, "", "total"),
        ("gets[GET] eur3[MONEY] eur4[MONEY]", None, "", "-"),
        ("costs[COSTS] eur3[MONEY] eur4[MONEY]", None, "", "-"),
    ],
)
def test_an_amount_of_which_nothing_is_told_goes_on(text: str, role: str | None, by: str, found: str) -> None:
    assert decided(text, role=role, by=by) == found


@pytest.mark.parametrize(
    ("text", "tells", "role", "found"),
    [
        ("a eur3[MONEY] and eur4[MONEY]", "share", "part", "part"),
        ("a eur3[MONEY] plus eur4[MONEY]", "total", "needed", "needed"),
        ("a eur3[MONEY] and eur4[MONEY]", "share", "other", "share"),
        ("a eur3[MONEY] , eur4[MONEY]", "share", "part", "share"),
        ("a eur3[MONEY] and while[BREAK] eur4[MONEY]", "share", "part", "share"),
        ("and eur3[MONEY] eur4[MONEY]", "share", "part", "share"),
        ("a eur3[MONEY] and eur4[MONEY]", "spent", "part", "spent"),
    ],
)
def test_a_list_of_parts_goes_on(text: str, tells: str, role: str, found: str) -> None:
    assert decided(text, tells, role=role) == found
    before, amount = all_played(text)
    assert _joined(before, amount) is (found != "share" or role == "other")


def test_a_list_of_parts_ends_with_who_gives_another() -> None:
    giver = ada()
    assert (
        decided("gave[GIVE] eur3[MONEY] and eur4[MONEY]", near("share", 9, giver=giver), role="part", by="leo")
        == "share:ada"
    )


def test_an_amount_again_in_another_currency_is_that_of_the_first() -> None:
    own = sentence("the eur3[MONEY] ( usd4[MONEY] = gbp2[MONEY] )")
    first = played(own, 0, role="share")
    second, third = played(own, 1, "same"), played(own, 2, "same")
    _decide(second, first, True, IRELAND)
    _decide(third, second, True, IRELAND)
    assert outcome([first, second, third]) == "share same<0 same<0"
    unsaid = played(own, 0)
    told = played(own, 1, "same", near("share", 2, giver=ada()))
    _decide(told, unsaid, True, IRELAND)
    assert outcome([unsaid, told]) == "share:ada same<0"
    spent = played(own, 1, "same", near("total", 2))
    open_ = played(own, 0, role="total", givers=actors("leo"))
    _decide(spent, open_, True, IRELAND)
    assert outcome([open_, spent]) == "total:leo same<0"


def test_an_amount_after_one_told_again_is_of_the_role_of_the_first() -> None:
    own = sentence("gave[GIVE] eur3[MONEY] ( usd4[MONEY] ) or eur5[MONEY]")
    whole = played(own, 0, role="total")
    before = played(own, 1, role="same", of=whole)
    amount = played(own, 2)
    _decide(amount, before, True, IRELAND)
    assert amount.role == "total"


def test_who_gets_an_amount_and_who_gives_it() -> None:
    amount = played("gave[GIVE] eur3[MONEY]", 0, near("x", 9, taker=ada()))
    _decide(amount, None, True, IRELAND)
    assert [taker.name for taker in amount.takers] == ["ada"]
    assert (amount.role, amount.givers) == (None, ())
    given = played("gave[GIVE] eur3[MONEY]", 0, near("x", 9, giver=ada()))
    _decide(given, None, True, IRELAND)
    assert outcome([given]) == "share:ada"
    for tells in ("joint", "whole", "needed"):
        of_all = played("gave[GIVE] eur3[MONEY]", 0, near("x", 9, giver=ada()), tells)
        _decide(of_all, None, True, IRELAND)
        assert of_all.givers == ()
        assert of_all.is_of_many is (tells == "joint")


def test_what_is_said_of_the_amount_before_that_nobody_gives() -> None:
    own = sentence("gave[GIVE] eur3[MONEY] while[BREAK] eur4[MONEY]")
    through = statement("share", length=9, asks=["MONEY"], giver=ada())
    for by, found in (((), "share"), (actors("leo"), "share:ada")):
        amount = played(own, 1, through)
        _decide(amount, played(own, 0, role="total", givers=by), True, IRELAND)
        assert outcome([amount]) == found


@pytest.mark.parametrize(
    ("roles", "tells", "found"),
    [("share share", "own", "other:ada share:ada"), ("share share", "total", "share:ada share")],
)
def test_what_the_project_gets_of_a_wider_sum(roles: str, tells: str, found: str) -> None:
    wider, own = with_roles("eur9[MONEY] of eur3[MONEY]", roles, eur9="ada")
    own.told = (statement(tells),)
    _wider([wider, own])
    assert outcome([wider, own]) == found


def test_a_wider_sum_stands_in_the_same_sentence() -> None:
    (wider,), (own,) = with_roles("eur9[MONEY]", "share"), with_roles("eur3[MONEY]", "share", eur3="leo")
    own.told = (statement("own"),)
    _wider([wider, own])
    assert outcome([wider, own]) == "share share:leo"


@pytest.mark.parametrize(
    ("text", "role", "by", "tells", "planned"),
    [
        ("a eur3[MONEY]", None, "", (), True),
        ("a eur3[MONEY]", None, "ada", (), True),
        ("a eur3[MONEY]", "share", "", (), True),
        ("a eur3[MONEY]", "total", "", (), True),
        ("a eur3[MONEY]", "spent", "", (), False),
        ("a eur3[MONEY]", "share", "ada", (), False),
        ("gave[GIVE] eur3[MONEY]", "share", "", (), False),
        ("got[GET] eur3[MONEY]", "share", "", (), False),
        ("could[COULD] give[GIVE] eur3[MONEY]", "share", "", (), True),
        ("a eur3[MONEY]", "total", "", ("total",), False),
        ("a eur3[MONEY]", "share", "", ("total",), True),
    ],
)
def test_what_an_outlook_plans(text: str, role: str | None, by: str, tells: tuple[str, ...], planned: bool) -> None:
    amount = played(text, 0, *tells, role=role, givers=actors(*by.split()))
    assert bool(_may_be_planned(amount)) is planned


def of_phases(heading: str, *told: tuple[str, str]) -> str:
    amounts = [amount for text, roles in told for amount in with_roles(text, roles, eur4="ada")]
    _phases(amounts, heading)
    return outcome(amounts)


def test_the_amounts_of_other_phases_are_others() -> None:
    second = ("phase 2 eur3[MONEY]", "total")
    assert of_phases("Ports, phase 2", second, ("phase 1 eur4[MONEY]", "share")) == "total other"
    assert of_phases("Ports, phase 2", second, ("phase 2 eur4[MONEY]", "share")) == "total share:ada"
    assert of_phases("Ports, phase 2", second, ("a eur4[MONEY]", "share")) == "total share:ada"
    assert of_phases("Ports, phase 2", second, ("begun[BEGIN] eur4[MONEY]", "share")) == "total other"
    assert (
        of_phases("Ports, phase 1", ("phase 1 eur3[MONEY]", "total"), ("begun[BEGIN] eur4[MONEY]", "share"))
        == "total share:ada"
    )
    assert of_phases("Ports, phase 2", second, ("phase 1 eur4[MONEY]", "spent")) == "total spent:ada"
    assert of_phases("Ports", second, ("phase 1 eur4[MONEY]", "share")) == "total share:ada"
    assert (
        of_phases("Ports, phase 2", ("a eur3[MONEY]", "total"), ("phase 1 eur4[MONEY]", "share")) == "total share:ada"
    )
    spent = ("phase 2 eur3[MONEY]", "spent")
    assert of_phases("Ports, phase 2", spent, ("phase 1 eur4[MONEY]", "share")) == "spent share:ada"
    behind = ("phase 2 eur3[MONEY] phase 1", "total")
    assert of_phases("Ports, phase 2", behind, ("phase 1 eur4[MONEY]", "share")) == "total other"


def test_an_amount_of_the_heading_is_of_its_phase() -> None:
    (own,) = with_roles("phase 2 eur3[MONEY]", "total")
    (headed,) = with_roles(sentence("phase 1 eur4[MONEY]", in_heading=True), "share")
    _phases([own, headed], "Ports, phase 2")
    assert outcome([own, headed]) == "total share"


@pytest.mark.parametrize(
    ("amount", "sentence_", "candidates"),
    [
        ("999", "eur999", ("999", "999000", "999000000")),
        ("1000", "eur1000", ()),
        ("999", " eur999 ", ("999", "999000", "999000000")),
        ("999", "eur999 came", ()),
        ("2.5", "eur2.5", ("2.5", "2500", "2500000")),
    ],
)
def test_a_small_figure_that_stands_by_itself(amount: str, sentence_: str, candidates: tuple[str, ...]) -> None:
    found = of_known_scale(money(amount, sentence=sentence_))
    assert (found.amount is None) is bool(candidates)
    assert [doubt.candidates for doubt in found.doubts] == ([candidates] if candidates else [])


def test_amounts_that_play_a_part() -> None:
    small = money("3", sentence="eur3")
    own = sentence("eur2000[MONEY] eur3[MONEY] eur4000[X]", eur3=small, eur4000=money("4000"))
    assert [amount.money.text for amount in _amounts([own])] == ["eur2000"]


def test_a_cell_that_tells_its_row_again() -> None:
    spans = [Span(0, 4), Span(5, 9), Span(10, 14)]
    first, second, third = all_played("eur3[MONEY] usd4[MONEY] gbp5[MONEY]")
    for amount, span in zip((first, second, third), spans, strict=True):
        amount.role, amount.passage = "share", Passage(span, None, Cell(span, 0, 0))
    cells = {span: Listed(span, "share", None, False, spans[0] if span is spans[1] else None) for span in spans}
    _told_again([first, second, third], cells)
    assert outcome([first, second, third]) == "share same<0 share"
    second.role, second.of = "spent", None
    _told_again([first, second, third], cells)
    assert outcome([first, second, third]) == "share spent share"


def test_an_amount_of_a_cell_that_tells_the_one_before_again() -> None:
    span, other = Span(0, 20), Span(21, 30)
    own = sentence("eur3[MONEY] ( usd4[MONEY] gbp5[MONEY] )")
    first, second, third = played(own, 0, role="share"), played(own, 1, "same"), played(own, 2, "same")
    for amount in (first, second, third):
        amount.passage = Passage(span, None, Cell(span, 0, 0))
    cells = {cell: Listed(cell, "share", None, False) for cell in (span, other)}
    _told_again([first, second, third], cells)
    assert outcome([first, second, third]) == "share same<0 same<0"
    for amount in (second, third):
        amount.role, amount.of = "total", None
    second.passage = Passage(other, None, Cell(other, 0, 1))
    _told_again([first, second, third], cells)
    assert outcome([first, second, third]) == "share total total"
    second.passage = None
    _told_again([first, second, third], cells)
    assert outcome([first, second, third]) == "share total total"
