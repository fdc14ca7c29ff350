"""Which amount of a section is its project's, amount by amount."""

import pytest

from pipeline.model import Cell, Doubt, Fact, Facts, Paragraph, Passage, Span
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Phrase
from pipeline.relate.played import Played
from pipeline.relate.project_amounts import (
    _doubted,
    _is_less,
    _is_near,
    _is_others,
    _little,
    _most,
    _portions,
    _wholes,
    _within,
    project_amount,
)
from tests.relate.records import actors, all_played, money, played, sentence, statement

IRELAND = Donor("Ireland", "IRL")
NOBODY = Donor("", "")


def amounts(told: str) -> list[Played]:
    """`eur9:share,ada+leo,others`: amounts with their role (`-`: open), who gives them and what is told of them; who is
    `irl` is the donor."""
    found = []
    for part in told.split():
        amount, _, rest = part.partition(":")
        role, givers, *tells = (*rest.split(","), "")[: max(2, rest.count(",") + 1)]
        one = played(f"{amount}[MONEY]", 0, *tells)
        one.role = None if role == "-" else role  # type: ignore[assignment]
        one.givers = tuple(actors(name, iso3="IRL" if name == "irl" else None)[0] for name in givers.split("+") if name)
        found.append(one)
    return found


def chosen(told: str, donor: Donor = IRELAND) -> str:
    """The amount that is chosen, what speaks against it, and whether it is given all the same."""
    amount, doubt = project_amount(amounts(told), donor)
    return f"{amount.money.text if amount else '-'} {_said(doubt)}".strip()


def _said(doubt: Doubt | None) -> str:
    return f"{doubt.reason} {'+'.join(doubt.candidates)}{' assumed' if doubt.assumed else ''}" if doubt else ""


MORE = "more than one amount is told as the project's funding"
OTHERS_GIVE = "others give, too, and the text does not say who gives this"
OF_WHOLE = "the text does not say who gives this of the whole"
ANOTHERS = "it is what another gives; the whole may be the project's"
ANOTHER_SUM = "the text does not say who gives another sum"
TOO_MUCH = "more is given than all is said to cost"
ONLY = "it is the only amount that may be the project's funding"
NOT_SAID = "the text does not say whether this is the project's funding"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("", "-"),
        # the donor's share
        ("eur3:share,irl", "eur3"),
        ("eur9:total eur3:share,irl", "eur3"),
        ("eur3:share,irl eur3:share,irl", "eur3"),
        ("eur3:share,irl eur4:share,irl", f"- {MORE} eur3+eur4"),
        ("eur3:share,irl eur4:share,irl,sofar", "eur3"),
        ("eur4:share,irl,sofar", "eur4"),
        ("eur3:share,irl+ada", "eur3"),
        ("eur9:total eur3:part,irl,portion", "eur3"),
        ("eur9:total eur3:part,irl", "eur9"),
        # another that nobody is said to give
        ("eur4:share,irl eur1:share", f"eur4 {ANOTHER_SUM} eur1 assumed"),
        ("eur5:share,irl eur1:share", "eur5"),
        ("eur4:share,irl usd1:share", "eur4"),
        ("eur4:share,irl eur1:share,ada", "eur4"),
        ("eur4:share,irl eur1:share,,others", "eur4"),
        ("eur3:share,irl eur4:share,irl eur3:share", f"- {MORE} eur3+eur4"),
        # more than all
        ("eur3:total eur4:share,irl", "eur4"),
        ("eur4:total eur4:share,irl", "eur4"),
        # other shares
        ("eur3:share", "eur3"),
        ("eur3:share,ada", "eur3"),
        ("eur3:share eur4:share", f"- {MORE} eur3+eur4"),
        ("eur3:share eur4:share,ada", f"eur3 {OTHERS_GIVE} eur3+eur4 assumed"),
        ("eur3:share,ada eur4:share,leo", f"- {MORE} eur3+eur4"),
        ("eur9:total eur3:share", f"eur3 {OF_WHOLE} eur9 assumed"),
        ("eur9:total eur3:share,ada", f"eur3 {ANOTHERS} eur9 assumed"),
        ("eur9:total eur3:share,ada eur4:share,leo", "eur9"),
        ("eur9:total eur3:share eur4:share", f"- {MORE} eur3+eur4"),
        ("eur9:total eur3:share eur4:share eur5:share,ada", f"- {MORE} eur3+eur4"),
        ("eur9:total eur8:total eur3:share", f"- {MORE} eur9+eur8"),
        ("eur9:total eur8:total eur3:share,ada", f"eur3 {ANOTHERS} eur9+eur8 assumed"),
        ("eur9:total eur3:share,,others", "eur9"),
        ("eur3:share,,others", "eur3"),
        ("eur3:share,,others eur4:share", "eur4"),
        ("eur3:total eur4:share", "eur4"),  # more than the total: that is another thing's
        # the whole, and what is left
        ("eur9:total", "eur9"),
        ("eur9:total eur8:total", f"- {MORE} eur9+eur8"),
        ("eur9:total eur3:part", "eur9"),
        ("eur1000:total eur900:total", "eur1000"),  # a price is none
        ("eur1000:-", f"eur1000 {ONLY}  assumed"),
        ("eur999:-", "-"),
        ("eur1000:- eur1000:-", f"eur1000 {ONLY}  assumed"),
        ("eur1000:- eur2000:-", f"- {NOT_SAID} eur1000+eur2000"),
        ("eur2000:needed", "-"),
    ],
)
def test_the_amount_of_a_project(told: str, found: str) -> None:
    assert chosen(told) == found


def test_what_another_gives_is_told_where_there_is_a_donor() -> None:
    assert chosen("eur9:total eur3:share,ada", NOBODY) == "eur3"
    assert chosen("eur9:total eur3:share,ada", Donor("Moss Trust", "")) == f"eur3 {ANOTHERS} eur9 assumed"
    assert chosen("eur9:total eur3:share,ada", Donor("", "IRL")) == f"eur3 {ANOTHERS} eur9 assumed"


def test_what_many_give_is_no_share() -> None:
    told = amounts("eur3:share eur4:share")
    told[0].is_of_many = True
    assert project_amount(told, IRELAND) == (told[1], None)


def test_a_label_says_more_than_a_sentence() -> None:
    told = amounts("eur9:total eur3:share")
    fact = Fact(Span(0, 1), Span(2, 6))
    told[0].passage = Passage(fact.value, Facts((fact,)), fact)
    assert project_amount(told, IRELAND) == (told[0], None)
    told[1].passage = told[0].passage
    found, _ = project_amount(told, IRELAND)
    assert found is told[1]
    cell = Cell(Span(2, 6), 0, 0)
    told = amounts("eur9:total eur3:share")
    told[0].passage = Passage(cell.span, None, cell)
    found, _ = project_amount(told, IRELAND)
    assert found is told[1]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("eur9:share", ""),
        ("eur9:share,,yearly", "it is given each year, and the text states no sum  assumed"),
        ("eur9:share,,several", "it goes to several, and the text does not say how much to this  assumed"),
        ("eur9:share,,sofar", "it is all that was given since a time, and may be for more  assumed"),
        # another sum of a quarter at least
        ("eur8:share eur2:-", "the text does not say what another sum stands for eur2 assumed"),
        ("eur8:share eur1:-", ""),
        ("eur8:share,,added", "it is added to what was given before  assumed"),
        ("eur8:share,,extra", "it is added to what was given before  assumed"),
        ("eur8:share eur2:share", ""),
        ("eur8:share eur2:total", "the text does not say what another sum stands for eur2 assumed"),
        ("eur8:share eur1:total", ""),
        ("eur8:share eur8:total", ""),
        ("eur8:share usd2:total", ""),
        ("eur8:total eur2:total", ""),
        ("eur8:total eur2:-", "the text does not say what another sum stands for eur2 assumed"),
    ],
)
def test_what_speaks_against_an_amount(told: str, reason: str) -> None:
    own = amounts(told)
    assert _said(_doubted(own[0], own)) == reason


def test_a_sum_whose_parts_are_less() -> None:
    doubt = "all that was given comes to it, and may be for more"
    own = amounts("eur9:total,,sum eur4:part eur3:part")
    assert _doubted(own[0], own) is None
    own[1].of = own[2].of = own[0]
    assert _said(_doubted(own[0], own)) == f"{doubt} eur4+eur3 assumed"
    all_of_it = amounts("eur7:total,,sum eur4:part eur3:part")
    all_of_it[1].of = all_of_it[2].of = all_of_it[0]
    assert _doubted(all_of_it[0], all_of_it) is None
    not_sum = amounts("eur9:total eur4:part")
    not_sum[1].of = not_sum[0]
    assert _doubted(not_sum[0], not_sum) is None
    same = amounts("eur9:total,,sum eur4:same")
    same[1].of = same[0]
    assert _doubted(same[0], same) is None


def test_a_total_less_than_the_share() -> None:
    share, total = amounts("eur9:share eur8:total")
    assert _is_less(total, share)
    assert not _is_less(share, total)
    assert not _is_less(*reversed(amounts("eur9:share eur9:total")))
    assert not _is_less(*reversed(amounts("eur9:total eur8:total")))
    assert not _is_less(*reversed(amounts("eur9:share usd8:total")))


def test_totals_that_may_be_one() -> None:
    totals = amounts("eur9:total eur3:total usd1:total")
    assert [p.money.text for p in _wholes(totals, amounts("eur4:share"))] == ["eur9", "usd1"]
    assert [p.money.text for p in _wholes(totals, amounts("eur3:share"))] == ["eur9", "eur3", "usd1"]


def test_the_most_that_an_amount_may_be() -> None:
    (one,) = amounts("eur3:total")
    assert _most(one) == 3
    of_range = Played(money("3", amount_max=money("4").amount), sentence("eur3[MONEY]"), 0, ())
    assert _most(of_range) == 4


def test_parts_that_say_whose_they_are() -> None:
    whole, part, other = amounts("eur9:total eur3:part,irl,portion eur3:share,irl,portion")
    assert _portions([whole, part, other]) == [part]
    giver = sentence("ada[WHO]").phrases[0]
    told: tuple[dict[str, Phrase], ...] = ({"label": giver}, {"giver": giver}, {})
    labelled, given, plain = (played("eur3[MONEY]", 0, statement("x", **slots), role="part") for slots in told)
    assert _portions([labelled, given, plain]) == [labelled]
    given.of, given.givers = whole, actors("ada")
    plain.of, plain.givers = whole, actors("ada")
    assert _portions([labelled, given, plain]) == [labelled, given]
    whole.givers = actors("ada")
    assert _portions([given]) == []


def test_an_amount_large_enough_to_be_the_projects() -> None:
    share, quarter, less, dollars = amounts("eur8:share eur2:share eur1:share usd8:share")
    assert [_is_near(other, share) for other in (share, quarter, less, dollars)] == [True, True, False, False]


def test_what_another_puts_in() -> None:
    assert [_is_others(p) for p in amounts("eur1:share eur1:share,,others eur1:share,,part eur1:share,ada,part")] == [
        False,
        True,
        False,
        True,
    ]


def test_a_share_of_more_than_all() -> None:
    share, less, more, dollars = amounts("eur4:share eur3:total eur5:total usd3:total")
    assert _within((share, None), [less], [share, less]) == (
        None,
        Doubt("amount", TOO_MUCH, ("eur4", "eur3")),
    )
    assert _within((share, None), [more], [share, more]) == (share, None)
    assert _within((share, None), [less, more], [share, less, more]) == (share, None)
    assert _within((share, None), [dollars], [share, dollars]) == (share, None)
    assert _within((share, None), [], [share, less]) == (share, None)
    assert _within((None, None), [less], [less]) == (None, None)
    part, same = amounts("eur2:part eur4:total")
    part.of = same
    assert _within((share, None), [same], [part, same]) == (share, None)
    equal = all_played("eur4[MONEY]")
    assert _within((share, None), equal, equal) == (share, None)


def test_a_small_sum_of_which_nothing_tells_who_gives_it() -> None:
    small, known, large, labelled = (
        *amounts("eur900:share eur900:share,ada eur1000:share"),
        played("cost : eur9[MONEY]"),
    )
    assert _said(_little(small)) == "it is little for a project, and may be a price or what each gets  assumed"
    assert [_little(each) for each in (known, large, labelled)] == [None] * 3
    for passage in (
        Passage(Span(0, 9), Paragraph(Span(0, 9), item=True), None),
        Passage(Span(0, 9), Paragraph(Span(0, 9)), Cell(Span(0, 9), 0, 0)),
    ):
        small.passage = passage
        assert _little(small) is None
    small.passage = Passage(Span(0, 9), Paragraph(Span(0, 9)), None)
    assert _little(small)
