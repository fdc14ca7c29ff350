"""Whose an amount is and of which kind, amount by amount."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Doubt, Span
from pipeline.relate.actors import Donor
from pipeline.relate.contributions import (
    _apart_by_one,
    _gets,
    _is_anybodys,
    _is_donors,
    _is_its,
    _is_of_accounts,
    _is_of_profile,
    _is_passed_on,
    _kind,
    _named_at,
    _names,
    _presumed,
    _rivals,
    contributor,
)
from pipeline.relate.flows import flow, says_total
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Sentence
from pipeline.relate.played import Played
from pipeline.relate.related import Related
from tests.relate.records import actors, country, phrases, played, read, sentence, statement

IRELAND = Donor("Ireland", "IRL")
NOBODY = Donor("", "")
IRL = {"ireland": country("IRL", name="ireland")}


def line(told: str, **more: object) -> Sentence:
    """A sentence in which `ireland` is the donor's country."""
    return sentence(told, **IRL, **more)  # type: ignore[arg-type]


def related(text: str, heading: str = "", kind: str = "contributions") -> Related:
    """A section of the Irish donor, with its amounts as they are told."""
    reading = read(text, heading, kind=kind)
    with spoken("en"):
        own = sentences(reading)
    amounts = [played(one, nth) for one in own for nth in range(sum("MONEY" in phrase.kinds for phrase in one.phrases))]
    return Related("sample", IRELAND, reading, own, amounts)


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        # total where its parts of several kinds make up the whole
        ("eur9: eur5:core eur4:earmarked", "total"),
        ("eur9: eur5:core eur4:core", "other"),
        ("eur9: eur5:core eur4:", "other"),
        ("eur100: eur50:core eur49:earmarked", "total"),
        ("eur100: eur50:core eur48:earmarked", "other"),
        ("eur9:voluntary eur5:core eur4:earmarked", "voluntary"),
        ("eur9:voluntary eur5:assessed eur4:earmarked", "total"),
        ("eur9:core eur5:assessed eur4:earmarked", "total"),
        ("eur9:core", "core"),
        ("eur9:project", "other"),
        ("eur9:", "other"),
    ],
)
def test_the_kind_of_a_sum_and_its_parts(amounts: str, found: str) -> None:
    own = []
    for part in amounts.split():
        amount, _, kind = part.partition(":")
        own.append(played(f"{amount}[MONEY]", role="part" if own else "total", of=own[0] if own else None))
        own[-1].flow = kind or None  # type: ignore[assignment]
    assert _kind(own[0], own) == found
    own[1:] = [
        played("eur9[MONEY]", role="share", of=own[0], flow="core"),
        played("eur9[MONEY]", role="same", of=own[0]),
    ]
    assert _kind(played("eur9[MONEY]"), own) == "other"


@pytest.mark.parametrize(
    ("told", "role", "tells", "found"),
    [
        ("total[TOTAL] eur3[MONEY]", "share", (), "total"),
        ("total[TOTAL] of_them : eur3[MONEY]", "share", (), "total"),
        ("eur3[MONEY] a total[TOTAL]", "share", (), "total"),
        ("eur3[MONEY] a b total[TOTAL]", "share", (), "total"),
        ("eur3[MONEY] a b c total[TOTAL]", "share", (), "other"),
        ("of the total[TOTAL] eur3[MONEY]", "share", (), "other"),
        ("eur3[MONEY]", "total", ("whole",), "total"),
        ("eur3[MONEY]", "total", ("sum",), "total"),
        ("eur3[MONEY]", "share", ("sum",), "other"),
        ("eur3[MONEY]", "total", (), "other"),
        ("total[TOTAL] ,[BREAK] x but[BREAK] eur3[MONEY]", "share", (), "total"),
        ("total[TOTAL] eur2[MONEY] and x but[BREAK] eur3[MONEY]", "share", (), "total"),
    ],
)
def test_a_total_by_its_words(told: str, role: str, tells: tuple[str, ...], found: str) -> None:
    amount = played(told, 0, *tells, role=role)
    assert _kind(amount, [amount]) == found


def test_the_line_of_a_total_of_a_list() -> None:
    amount = played("eur3[MONEY]", role="total", is_listed=True)
    assert _kind(amount, []) == "total"
    second = played("total[TOTAL] eur2[MONEY] and eur3[MONEY]", 1)
    assert _kind(second, []) == "other"


@pytest.mark.parametrize(
    ("line_", "says"),
    [
        ("total[TOTAL]", True),
        ("a total[TOTAL]", True),
        ("of total[TOTAL]", False),
        ("of the total[TOTAL]", False),
        ("of a total[TOTAL]", True),
        ("of the a total[TOTAL]", True),
        ("of total[TOTAL] total[TOTAL]", True),
        ("of", False),
    ],
)
def test_what_is_of_the_total_is_none(line_: str, says: bool) -> None:
    assert says_total(phrases(line_)) is says


@pytest.mark.parametrize(
    ("told", "rivals"),
    [
        ("eur3[MONEY] from ada[WHO]", ("ada",)),
        ("eur3[MONEY] by ada[WHO]", ("ada",)),
        ("eur3[MONEY] with ada[WHO]", ("ada",)),
        ("eur3[MONEY] to ada[WHO]", ()),
        ("eur3[MONEY] from the ada[WHO]", ("ada",)),
        ("eur3[MONEY] from a ada[WHO]", ()),
        ("from eur3[MONEY] ada[WHO]", ()),
        ("ada[WHO|SUBJ] eur3[MONEY]", ("ada",)),
        ("( ada[WHO|SUBJ] eur3[MONEY]", ()),
        ("ada[WHO] eur3[MONEY]", ()),
        ("ada[WHO|SUBJ] while[BREAK] eur3[MONEY]", ()),
        ("eur3[MONEY] while[BREAK] ada[WHO|SUBJ]", ()),
        ("while[BREAK] ada[WHO|SUBJ] eur3[MONEY] while[BREAK]", ("ada",)),
        ("ada[WHO|SUBJ] eur3[MONEY] from ada[WHO]", ("ada",)),
        ("ada[WHO|SUBJ] eur3[MONEY] from leo[WHO]", ("ada", "leo")),
        ("ireland[WHO|SUBJ] eur3[MONEY]", ()),
        ("ada[WHO|SUBJ] received[GET] eur3[MONEY]", ()),
    ],
)
def test_who_else_may_have_given_it(told: str, rivals: tuple[str, ...]) -> None:
    with spoken("en"):
        assert _rivals(played(line(told)), IRELAND) == rivals


ANOTHER = "another than the donor may have given it"
TOGETHER = "it is named together with others"
NOT_SAID = "the text does not say who gave it"
NOT_NAMED = "its sentence does not name who gives"


@pytest.mark.parametrize(
    ("told", "givers", "funder", "doubt"),
    [
        ("eur3[MONEY]", "ada", "ada", None),
        ("eur3[MONEY]", "ada leo", None, Doubt("funder", "several give it together", ("ada", "leo"))),
        ("ireland[WHO] eur3[MONEY]", "", "Ireland", None),
        ("we eur3[MONEY]", "", "Ireland", None),
        ("eur3[MONEY] from ada[WHO]", "", None, Doubt("funder", ANOTHER, ("Ireland", "ada"))),
        ("ireland[WHO] eur3[MONEY] from ada[WHO]", "", "Ireland", Doubt("funder", TOGETHER, ("Ireland", "ada"), True)),
        ("gift[GIFT] eur3[MONEY]", "", "Ireland", Doubt("funder", NOT_NAMED, (), True)),
        ("eur3[MONEY]", "", None, Doubt("funder", NOT_SAID, ("Ireland",))),
    ],
)
def test_who_gave_an_amount(told: str, givers: str, funder: str | None, doubt: Doubt | None) -> None:
    with spoken("en"):
        assert contributor(played(line(told), givers=actors(*givers.split())), [], IRELAND) == (funder, doubt)


def test_the_sum_of_a_list_and_what_no_donor_gives_has_no_giver() -> None:
    assert contributor(played("gift[GIFT] eur3[MONEY]", is_listed=True), [], IRELAND) == (None, None)
    assert contributor(played("gift[GIFT] eur3[MONEY]"), [], NOBODY) == (None, None)


@pytest.mark.parametrize(
    ("told", "heading", "takers", "funder", "reason"),
    [
        ("eur3[MONEY]", "ireland[WHO]", "", "Ireland", ""),
        ("eur3[MONEY]", "ireland[WHO] ada[WHO|SUBJ]", "", None, NOT_SAID),
        ("gift[GIFT] eur3[MONEY]", "ireland[WHO] ada[WHO|SUBJ]", "", "Ireland", NOT_NAMED),
        ("gift[GIFT] eur3[MONEY]", "ports", "", "Ireland", NOT_NAMED),
        ("gave[GIVE] eur3[MONEY]", "ports", "", "Ireland", NOT_NAMED),
        ("eur3[MONEY]", "gifts[GIFT]", "", "Ireland", NOT_NAMED),
        ("gift[GIFT] eur3[MONEY]", "ports", "mali", None, NOT_SAID),
        ("gift[GIFT] eur3[MONEY]", "ireland[WHO] ada[WHO|SUBJ]", "mali", "Ireland", NOT_NAMED),
        ("gift[GIFT] lent[LENT] eur3[MONEY]", "ports", "", None, NOT_SAID),
    ],
)
def test_who_gave_an_amount_whose_sentence_names_nobody(
    told: str, heading: str, takers: str, funder: str | None, reason: str
) -> None:
    amount = played(line(told), takers=actors(*takers.split()))
    with spoken("en"):
        found, doubt = _presumed(amount, [line(heading, in_heading=True)], IRELAND)
    assert (found, doubt.reason if doubt else "") == (funder, reason)


def test_a_sentence_that_speaks_of_the_donor() -> None:
    assert _names(line("ireland[WHO] paid"), IRELAND)
    assert _names(line("our gift[GIFT]"), IRELAND)
    assert _names(line("we have[HAVE] given[GIVE] eur3[MONEY]"), IRELAND)
    assert not _names(line("our founder gave[GIVE] eur3[MONEY]"), IRELAND)
    assert not _names(line("how we are[BE] funded[FUNDS]"), IRELAND)
    assert not _names(line("ada[WHO] paid"), IRELAND)


def test_who_gets_or_spends_it_gives_nothing() -> None:
    with spoken("en"):
        assert _gets(sentence("ada[WHO|SUBJ] received[GET] eur3[MONEY]"), 0)
        assert not _gets(sentence("ada[WHO|SUBJ] gave[GIVE|ACTIVE] eur3[MONEY]"), 0)


def test_money_that_is_passed_on_by_who_got_it() -> None:
    taken = actors("ada")
    assert _is_passed_on(played("eur3[MONEY]", givers=actors("ada")), taken, IRELAND)
    assert not _is_passed_on(played("eur3[MONEY]", givers=actors("leo")), taken, IRELAND)
    assert not _is_passed_on(played("eur3[MONEY]", givers=actors("ada", "leo")), taken, IRELAND)
    assert not _is_passed_on(played("eur3[MONEY]"), taken, IRELAND)
    assert not _is_passed_on(played("eur3[MONEY]", givers=actors("ada", iso3="IRL")), taken, IRELAND)


def test_what_many_give_is_nobodys() -> None:
    assert _is_anybodys(played("eur3[MONEY]", is_of_many=True))
    assert _is_anybodys(played("eur3[MONEY]", 0, "many"))
    assert not _is_anybodys(played("eur3[MONEY]", 0, "many", givers=actors("ada")))
    assert not _is_anybodys(played("eur3[MONEY]"))


def test_a_gift_of_the_donor() -> None:
    own, other = actors("Ireland", iso3="IRL"), actors("ada")
    assert _is_donors(played("eur3[MONEY]", role="share", givers=own), IRELAND)
    assert _is_donors(played("eur3[MONEY]", role="share", givers=other + own), IRELAND)
    assert not _is_donors(played("eur3[MONEY]", role="share", givers=other), IRELAND)
    assert not _is_donors(played("eur3[MONEY]", givers=own), IRELAND)


@pytest.mark.parametrize(
    ("told", "tells", "role", "takers", "is_own"),
    [
        ("eur3[MONEY]", "share", "share", "mali", True),
        ("eur3[MONEY]", "share?", "share", "mali", True),
        ("eur3[MONEY]", "total", "total", "mali", True),
        ("eur3[MONEY]", "total", "share", "mali", False),
        ("eur3[MONEY]", "part", "part", "mali", False),
        ("eur3[MONEY]", "share", "share", "", False),
        ("eur3[MONEY]", "share several", "share", "", True),
        ("deal[AGREEMENT] eur3[MONEY]", "share", "share", "", True),
        ("eur3[MONEY] from ada[WHO]", "share", "share", "mali", False),
    ],
)
def test_front_matter_tells_gifts_of_the_donor(told: str, tells: str, role: str, takers: str, is_own: bool) -> None:
    amount = played(told, 0, *tells.split(), role=role, takers=actors(*takers.split()))
    assert _is_of_profile(amount, IRELAND) is is_own
    amount.givers = actors("ada")
    assert not _is_of_profile(amount, IRELAND)


def test_front_matter_tells_core_money_of_the_donor() -> None:
    assert _is_of_profile(played("eur3[MONEY]", role="share", flow="core"), IRELAND)
    assert not _is_of_profile(played("eur3[MONEY]", flow="core"), IRELAND)
    assert not _is_of_profile(played("eur3[MONEY]", 0, "share", takers=actors("mali")), IRELAND)


def test_phrases_that_follow_each_other() -> None:
    a, b, c, d = phrases("a b c d")
    assert set(_apart_by_one([a, b, c, d])) == {(a, b), (b, c), (c, d), (a, c), (b, d)}


@pytest.mark.parametrize(
    ("before", "told", "role", "is_its"),
    [
        ("ireland[WHO|SUBJ] pays .", "its gift[GIFT] of eur3[MONEY]", "share", True),
        ("ireland[WHO|SUBJ] pays .", "its core gift[GIFT] of eur3[MONEY]", "share", True),
        ("ireland[WHO|SUBJ] pays .", "its core good gift[GIFT] of eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "the gift[GIFT] of eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "it gave[GIVE] eur3[MONEY]", "share", True),
        ("ireland[WHO|SUBJ] pays .", "it has eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "mali gave[GIVE] eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "its ports of eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "gift[GIFT] its eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "eur3[MONEY] its gift[GIFT]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "its gift[GIFT] of eur3[MONEY]", "total", False),
        ("ireland[WHO] pays .", "its gift[GIFT] of eur3[MONEY]", "share", False),
        ("ada[WHO|SUBJ] pays .", "its gift[GIFT] of eur3[MONEY]", "share", False),
        ("ireland[WHO|SUBJ] pays .", "ada[WHO|SUBJ] its gift[GIFT] of eur3[MONEY]", "share", False),
    ],
)
def test_its_gift_is_that_of_the_subject_before(before: str, told: str, role: str, is_its: bool) -> None:
    section = related("")._replace(sentences=[line("ada[WHO|SUBJ] x"), line(before, start=20), line(told, start=60)])
    amount = played(section.sentences[2], role=role)
    assert _is_its(amount, section) is is_its
    assert not _is_its(played(section.sentences[2], role=role, givers=actors("ada")), section)
    headed = section._replace(sentences=[line(before, in_heading=True), section.sentences[2]])
    assert not _is_its(amount, headed)
    after = section._replace(sentences=[section.sentences[2], line(before, start=120)])
    assert not _is_its(amount, after)


def test_an_amount_of_accounts() -> None:
    accounts = related("Revenue: contributions EUR 3 million.")
    assert not _is_of_accounts(played("eur3[MONEY]"), accounts)
    assert _is_of_accounts(played("revenue[ACCOUNTS] eur3[MONEY]"), accounts)


def test_where_the_giver_of_an_amount_is_named() -> None:
    section = related(
        "Norway gave EUR 3 million. Ireland gave EUR 2 million. We gave EUR 1 million. It is EUR 4 million."
    )
    content = section.reading.section.content
    norway, ireland, we, none = section.amounts
    norway.givers = tuple(norway.sentence.phrases[0].actors)
    assert [content[slice(*_named_at(amount, section))] for amount in (norway, ireland, we, none)] == [
        "Norway",
        "Ireland",
        "We",
        "EUR 4 million",
    ]
    headed = related("It is EUR 4 million.", "Gifts of Ireland")
    span = _named_at(headed.amounts[0], headed)
    assert headed.reading.section.content[slice(*span)] == "Ireland"
    assert span == Span(9, 16)


# -------------------------------------------------------------------------------------------------- what kind of money


@pytest.mark.parametrize(
    ("told", "nth", "found"),
    [
        ("core[CORE] eur3[MONEY]", 0, "core"),
        ("eur3[MONEY] core[CORE]", 0, "core"),
        ("eur3[MONEY] loan[LENT]", 0, "other"),
        ("eur3[MONEY] for a project[ACTION]", 0, "project"),
        ("eur3[MONEY]", 0, None),
        ("mixed[MIXED] eur3[MONEY]", 0, None),
        # the nearest, on either side
        ("core[CORE] a eur3[MONEY] assessed[ASSESSED]", 0, "assessed"),
        ("core[CORE] eur3[MONEY] a assessed[ASSESSED]", 0, "core"),
        ("core[CORE] eur3[MONEY] assessed[ASSESSED]", 0, "assessed"),
        ("core[CORE] eur3[MONEY] , assessed[ASSESSED]", 0, "core"),
        ("core[CORE] , a eur3[MONEY] b assessed[ASSESSED]", 0, "assessed"),
        ("core[CORE] , eur3[MONEY] , assessed[ASSESSED]", 0, "assessed"),
        ("core[CORE] , eur3[MONEY]", 0, "core"),
        # of several together the more telling
        ("eur3[MONEY] voluntary[VOLUNTARY] core[CORE]", 0, "core"),
        ("eur3[MONEY] voluntary[VOLUNTARY] , earmarked[EARMARKED]", 0, "voluntary"),
        ("eur3[MONEY] a voluntary[VOLUNTARY] b core[CORE]", 0, "core"),
        ("eur3[MONEY] voluntary[VOLUNTARY] a b core[CORE]", 0, "voluntary"),
        ("eur3[MONEY] voluntary[VOLUNTARY] is[BE] core[CORE]", 0, "voluntary"),
        # in total
        ("total[TOTAL] eur3[MONEY] , core[CORE]", 0, None),
        ("total[TOTAL] core[CORE] eur3[MONEY]", 0, "core"),
        ("eur3[MONEY] a b c total[TOTAL] , core[CORE]", 0, None),
        ("eur3[MONEY] a b c d total[TOTAL] , core[CORE]", 0, "core"),
        ("eur3[MONEY] , total[TOTAL] core[CORE]", 0, "core"),
        # what the sentence begins with
        ("core[CORE] eur2[MONEY] and eur3[MONEY]", 1, "core"),
        ("core[CORE] eur2[MONEY] and gave[GIVE] eur3[MONEY]", 1, None),
        ("core[CORE] eur2[MONEY] and got[GET] eur3[MONEY]", 1, None),
        ("assessed[ASSESSED] core[CORE] a eur2[MONEY] and eur3[MONEY]", 1, "core"),
    ],
)
def test_the_kind_of_money(told: str, nth: int, found: str | None) -> None:
    assert flow(played(told, nth), [], []) == found


def test_the_kind_of_money_of_the_sentence_before_and_the_heading() -> None:
    bare = played("gave eur3[MONEY]")
    heading = [sentence("core[CORE] gifts", in_heading=True)]
    assert flow(bare, [], heading) == "core"
    assert flow(bare, [sentence("assessed[ASSESSED] money")], heading) == "assessed"
    assert flow(bare, [sentence("assessed[ASSESSED] money"), sentence("it is so")], heading) == "core"
    assert flow(bare, [sentence("a b c d assessed[ASSESSED]")], []) == "assessed"
    assert flow(bare, [sentence("a b c d e assessed[ASSESSED]")], []) is None
    assert flow(bare, [sentence("assessed[ASSESSED] eur9[MONEY]")], heading) == "core"
    own: Played = played("earmarked[EARMARKED] eur3[MONEY]", 0, statement("x"))
    assert flow(own, [sentence("assessed[ASSESSED] money")], heading) == "earmarked"
