"""The time in which an amount was given, phrase by phrase."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.model import Doubt
from pipeline.relate.clauses import clause
from pipeline.relate.periods import (
    Period,
    _against,
    _chosen,
    _is_beside,
    _is_listed,
    _is_yearly,
    _leads_up,
    _may_hold,
    _same,
    _spread,
    _undated,
    period,
    shared,
)
from pipeline.relate.played import Played
from tests.relate.records import all_played, played, sentence, time


def told(found: Period) -> str:
    """The time, or why there is none."""
    return found.time.value or "" if found.time else found.doubt.reason if found.doubt else "-"


SEVERAL = "the sentence names more than one time"
BEFORE = "the time may be that of the amount before it alone"
ALL_YEARS = "it is an amount for each year, not for all of them"
NO_YEAR = "it is an amount for each year, and the text does not say for which"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gave eur3[MONEY] in 2020[YEAR]", "2020"),
        ("in 2020[YEAR] gave eur3[MONEY]", "2020"),
        ("2019[YEAR] gave eur3[MONEY] in 2020[YEAR]", "2020"),  # what follows goes before
        ("gave eur3[MONEY]", "-"),
        ("gave eur3[MONEY] x 2020[YEAR] y 2021[YEAR]", SEVERAL),
        ("gave eur3[MONEY] x 2020[YEAR] y 2020[YEAR]", "2020"),
        ("gave eur3[MONEY] 2020[YEAR] y 2021[YEAR]", "2020"),  # right behind it
        ("gave eur3[MONEY] in 2020[YEAR] y 2021[YEAR]", "2020"),  # beside it
        ("gave eur3[MONEY] in 2020[YEAR] and 2021[YEAR]", SEVERAL),
        ("2020[YEAR] x 2021[YEAR] y eur3[MONEY]", SEVERAL),
        ("2020[YEAR] x 2021[YEAR] ( eur3[MONEY] )", "2021"),
        ("2020[YEAR] and 2021[YEAR] ( eur3[MONEY] )", SEVERAL),
        ("gave eur3[MONEY] P3Y[DURATION]", "-"),
        ("gave eur3[MONEY] x 2020-01-01[DAY]", "2020"),
        # each year
        ("gave eur3[MONEY] each[EACH] year[YEAR_] in 2020[YEAR]", "2020"),
        ("gave yearly[YEARLY] eur3[MONEY] in 2020/2022[RANGE]", ALL_YEARS),
        ("gave yearly[YEARLY] eur3[MONEY] in 2020[YEAR]", "2020"),
        ("gave yearly[YEARLY] eur3[MONEY]", NO_YEAR),
        ("gave eur3[MONEY] in 2020/2022[RANGE]", "2020/2022"),
    ],
)
def test_the_time_of_an_amount(text: str, found: str) -> None:
    assert told(period(played(text), [], [], [])) == found


def test_what_heads_a_cell_and_the_heading_tell_times_after_the_sentence() -> None:
    head, heading = sentence("paid 2019[YEAR]"), sentence("money in 2018[YEAR]", in_heading=True)
    bare = played("gave eur3[MONEY]")
    assert told(period(bare, [], [(head.phrases, head)], [heading])) == "2019"
    assert told(period(bare, [], [], [heading])) == "2018"
    assert told(period(played("gave eur3[MONEY] in 2020[YEAR]"), [], [(head.phrases, head)], [heading])) == "2020"


def test_a_sentence_begins_with_the_time_of_all_its_amounts() -> None:
    text = "in 2020[YEAR] ada gave eur3[MONEY] and leo eur4[MONEY]"
    head = sentence("paid 2019[YEAR]")
    assert told(period(played(text, 1), [], [], [])) == "2020"
    assert told(period(played(text, 1), [], [(head.phrases, head)], [])) == "2019"


def test_an_amount_after_one_with_a_time() -> None:
    own = sentence("gave eur3[MONEY] in 2020[YEAR] and eur4[MONEY]")
    first = played(own, 0, time=time("2020"))
    assert told(period(played(own, 1), [first], [], [])) == BEFORE
    assert told(period(played(own, 1, role="part"), [first], [], [])) == "-"
    assert told(period(played(own, 1, role="same"), [first], [], [])) == "-"
    assert told(period(played(own, 1), [played(own, 0)], [], [])) == "-"
    assert told(period(played("gave eur4[MONEY]"), [first], [], [])) == "-"
    assert told(period(played("gave eur4[MONEY] in the same year"), [first], [], [])) == "2020"
    again = sentence("gave eur3[MONEY] in 2020[YEAR] and eur4[MONEY] in the same year")
    assert told(period(played(again, 1), [played(again, 0, time=time("2020"))], [], [])) == "2020"


def test_a_yearly_amount_that_needs_no_year() -> None:
    text = "gave yearly[YEARLY] eur3[MONEY]"
    assert told(period(played(text, role="rate"), [], [], [])) == "-"
    assert told(period(played(text, role="part"), [], [], [])) == "-"
    again = played(f"{text} in the same year")
    assert told(period(again, [played("eur3[MONEY]", time=time("2020"))], [], [])) == "2020"


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("gave eur4[MONEY] in the same year", "2020"),
        ("in the same period gave eur4[MONEY]", "2020"),
        ("gave eur4[MONEY] in the same town", None),
        ("gave eur4[MONEY] in that year", None),
        ("gave eur4[MONEY] in the same long year", None),
    ],
)
def test_the_time_of_the_amount_before_is_taken_up(text: str, again: str | None) -> None:
    earlier = [
        played("eur1[MONEY]", time=time("2019")),
        played("eur3[MONEY]", time=time("2020")),
        played("eur5[MONEY]"),
    ]
    found = _same(clause(played(text)), earlier)
    assert (found.value if found else None) == again
    assert _same(clause(played(text)), earlier[2:]) is None


@pytest.mark.parametrize(
    ("text", "is_yearly"),
    [
        ("eur3[MONEY] each[EACH] annum[YEAR]", True),
        ("eur3[MONEY] each[EACH] town", False),
        ("eur3[MONEY] annum[YEAR] each[EACH]", False),
        ("eur3[MONEY] a each[EACH] annum[YEAR]", False),
        ("eur3[MONEY] each[EACH]", False),
        ("eur3[MONEY] a b c yearly[YEARLY]", True),
        ("eur3[MONEY] a b c d yearly[YEARLY]", False),
        ("yearly[YEARLY] a b c eur3[MONEY]", True),
        ("yearly[YEARLY] a b c d eur3[MONEY]", False),
    ],
)
def test_what_is_given_each_year(text: str, is_yearly: bool) -> None:
    assert _is_yearly(clause(played(text))) is is_yearly


@pytest.mark.parametrize(
    ("text", "first", "is_listed"),
    [
        ("2020[YEAR] and 2021[YEAR]", True, True),
        ("2020[YEAR] or 2021[YEAR]", True, False),
        ("2020[YEAR] and in 2021[YEAR]", True, False),
        ("2020[YEAR] in and 2021[YEAR]", True, False),
        ("2020[YEAR] 2021[YEAR] and", True, False),
        ("2019[YEAR] x 2020[YEAR] and 2021[YEAR]", True, False),
        ("2019[YEAR] x 2020[YEAR] and 2021[YEAR]", False, True),
    ],
)
def test_times_that_an_and_joins(text: str, first: bool, is_listed: bool) -> None:
    own = sentence(text)
    times = [phrase for phrase in own.phrases if phrase.time]
    assert _is_listed(times[0 if first else -1], times, own) is is_listed


def test_times_of_another_sentence_are_not_joined() -> None:
    times = [phrase for phrase in sentence("2020[YEAR] and 2021[YEAR]").phrases if phrase.time]
    assert not _is_listed(times[0], times, sentence("a and b"))


def test_of_one_time_told_twice_the_nearest_is_shown() -> None:
    for text, part, start in (
        ("eur3[MONEY] 2020[YEAR] x 2020[YEAR]", "after", 5),
        ("2020[YEAR] x 2020[YEAR] eur3[MONEY]", "before", 7),
    ):
        amount = played(text)
        own = clause(amount)
        scope = getattr(own, part)
        found = _chosen([phrase for phrase in scope if phrase.time], own, scope, amount)
        assert found
        assert found.char_start == start


def chosen(text: str, part: str) -> str | None:
    amount = played(text)
    own = clause(amount)
    scope = getattr(own, part)
    found = _chosen([phrase for phrase in scope if phrase.time], own, scope, amount)
    return found.value if found else None


def test_the_nearest_time() -> None:
    assert chosen("eur3[MONEY] 2020[YEAR] x 2021[YEAR]", "after") == "2020"
    assert chosen("2020[YEAR] x 2021[YEAR] for eur3[MONEY]", "before") == "2021"
    assert chosen("2020[YEAR] x 2021[YEAR] y eur3[MONEY]", "before") is None
    assert chosen("eur3[MONEY] in 2020[YEAR] : 2021[YEAR]", "after") == "2020"  # the next has a time between
    assert chosen("eur3[MONEY] in 2020[YEAR] , 2021[YEAR]", "after") is None


@pytest.mark.parametrize(
    ("text", "is_beside", "leads_up"),
    [
        ("2020[YEAR] ( eur3[MONEY]", True, True),
        ("2020[YEAR] eur3[MONEY]", True, True),
        ("2020[YEAR] gave eur3[MONEY]", False, False),
        ("eur3[MONEY] in 2020[YEAR]", True, False),
        ("eur3[MONEY] x in 2020[YEAR]", False, False),
        ("eur3[MONEY] in x 2020[YEAR]", False, False),
        ("x eur3[MONEY] in the 2020[YEAR] x", True, False),
        ("2020/2021[RANGE] ( eur3[MONEY]", True, False),
    ],
)
def test_a_time_beside_an_amount(text: str, is_beside: bool, leads_up: bool) -> None:
    amount = played(text)
    (when,) = [phrase for phrase in amount.sentence.phrases if phrase.time]
    assert _is_beside(when, amount) is is_beside
    assert _leads_up(when, amount) is leads_up


def test_a_time_of_another_sentence_is_beside_nothing() -> None:
    (when,) = sentence("2020[YEAR]").phrases
    assert not _is_beside(when, played("eur3[MONEY]"))


def test_times_in_which_money_may_be_given() -> None:
    own = sentence("2020[YEAR] 2020/2022[RANGE] P3Y[DURATION] 2020-01-01[DAY] word")
    assert [_may_hold(phrase, own) for phrase in own.phrases] == [True, True, False, True, False]
    assert not _may_hold(own.phrases[0]._replace(mention=time("")), own)


def test_a_gift_of_a_day_is_one_of_its_year() -> None:
    amount: Played = played("2020-01-01[DAY] ( eur3[MONEY]")
    assert told(period(amount, [], [], [])) == "2020"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gave eur3[MONEY] over P3Y[DURATION]", "P3Y"),
        ("gave eur3[MONEY] over the next P3Y[DURATION]", "P3Y"),
        ("gave eur3[MONEY] over ports P3Y[DURATION]", ""),
        ("gave eur3[MONEY] with P3Y[DURATION]", ""),
        ("gave eur3[MONEY] P3Y[DURATION]", ""),
        ("gave eur3[MONEY] over P1Y[DURATION]", ""),
        ("gave eur3[MONEY] over P2Y[DURATION]", "P2Y"),
        ("gave eur3[MONEY] over P3M[DURATION]", ""),
        ("gave eur3[MONEY] over 2020[YEAR]", ""),
        ("gave eur3[MONEY] for P3Y[DURATION] project[PROJECT]", ""),
        ("gave eur3[MONEY] for P3Y[DURATION] new gift[GIFT]", ""),
        ("gave eur3[MONEY] for P3Y[DURATION] new good gift[GIFT]", "P3Y"),
        ("gift[GIFT] over P3Y[DURATION] of eur3[MONEY]", "P3Y"),
        ("gift[GIFT] P3Y[DURATION] of eur3[MONEY]", ""),
        ("over P3Y[DURATION] eur2[MONEY] and gave eur3[MONEY]", "P3Y"),
        # an amount that a time of its own follows
        ("over P3Y[DURATION] : eur3[MONEY] in 2017[YEAR]", ""),
        ("over P3Y[DURATION] : eur3[MONEY] 2017[YEAR]", ""),
        ("over P3Y[DURATION] : eur3[MONEY] in may 2017[YEAR]", "P3Y"),
    ],
)
def test_the_years_that_an_amount_is_spread_over(text: str, found: str) -> None:
    amount = played(text, text.count("MONEY") - 1)
    times = [phrase.time for phrase in amount.sentence.phrases if phrase.time]
    assert _spread(clause(amount), times[-1]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eur3[MONEY] since[UNDATED|OPENS] then", "since"),
        ("eur3[MONEY] since[UNDATED|OPENS] been[BE]", ""),
        ("eur3[MONEY] since[UNDATED|OPENS] has[HAVE]", ""),
        ("eur3[MONEY] first_quarter[UNDATED] is[BE]", "first quarter"),
        ("eur3[MONEY] now first_quarter[UNDATED]", "first quarter"),
        ("first_quarter[UNDATED] eur3[MONEY]", "first quarter"),
        ("been[BE] since[UNDATED|OPENS] eur3[MONEY]", "since"),
        ("last[EARLIER] P3Y[DURATION] eur3[MONEY]", "last P3Y"),
        ("last[EARLIER] 2020[YEAR] eur3[MONEY]", ""),
        ("last[EARLIER] port eur3[MONEY]", ""),
        ("eur3[MONEY] in 2020[YEAR]", ""),
    ],
)
def test_a_time_that_names_no_year(text: str, found: str) -> None:
    assert _undated(clause(played(text))) == found


def test_what_speaks_against_a_time() -> None:
    year, years = time("2020"), time("2020/2022", "range")
    plain, yearly = clause(played("gave eur3[MONEY]")), clause(played("yearly[YEARLY] eur3[MONEY]"))
    spread = clause(played("gave eur3[MONEY] over P3Y[DURATION]"))
    found = [
        doubt.candidates if (doubt := _against(chosen, own, undated)) else None
        for chosen, own, undated in (
            (year, plain, ""),
            (year, plain, "since"),
            (year, yearly, ""),
            (years, yearly, ""),
            (year, spread, ""),
            (years, spread, ""),
        )
    ]
    assert found == [None, ("2020", "since"), None, ("2020/2022",), ("2020", "P3Y"), None]


def test_a_time_above_an_amount_with_one_of_its_own() -> None:
    heading = sentence("money in 2018[YEAR]", in_heading=True)
    undated = played("gave eur3[MONEY] first_quarter[UNDATED]")
    assert told(period(undated, [], [], [heading])) not in ("2018", "-")
    assert told(period(played("gave eur3[MONEY] in 2020[YEAR] first_quarter[UNDATED]"), [], [], [heading])) == "2020"
    whole = played("gave eur9[MONEY] first_quarter[UNDATED]")
    part = played("eur3[MONEY]", role="part", of=whole)
    assert told(period(part, [], [], [heading])) not in ("2018", "-")
    share = played("eur3[MONEY]", role="share", of=whole)
    assert told(period(share, [], [], [heading])) == "2018"
    opened = "in 2018[YEAR] eur2[MONEY] and first_quarter[UNDATED] eur3[MONEY]"
    assert told(period(played(opened, 1), [], [], [])) not in ("2018", "-")


def test_a_part_with_a_time_of_its_own_is_not_of_the_time_of_its_whole() -> None:
    whole = played("gave eur9[MONEY]", period="2020")
    for text, role, found in (
        ("eur3[MONEY] first_quarter[UNDATED]", "part", False),
        ("eur3[MONEY]", "part", True),
        ("eur3[MONEY] first_quarter[UNDATED]", "share", True),
    ):
        assert (told(period(played(text, role=role, of=whole), [], [], [])) == "-") is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gave eur3[MONEY] and eur4[MONEY] in 2018[YEAR] and 2019[YEAR] respectively", "2018 2019"),
        ("in 2017[YEAR] gave eur3[MONEY] and eur4[MONEY] in 2018[YEAR] and 2019[YEAR] respectively", "2018 2019"),
        ("eur3[MONEY] of 2017[YEAR] and eur4[MONEY] in 2018[YEAR] and 2019[YEAR] respectively", "2018 2019"),
        ("gave eur3[MONEY] eur4[MONEY] eur5[MONEY] in 2018[YEAR] and 2019[YEAR] respectively", " ".join(["-"] * 3)),
    ],
)
def test_each_amount_has_its_own_of_several_times(text: str, found: str) -> None:
    with spoken("en"):
        times = [period(amount, [], [], []) for amount in all_played(text)]
    assert " ".join(each.time.value or "" if each.time else "-" for each in times) == found


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (["in 2022[YEAR] ireland[WHO] was tenth"], "2022"),
        (["2022-05-03[DAY] ireland[WHO] joined"], "2022"),
        (["in 2022[YEAR] ireland[WHO] was tenth", "norway[WHO] was ninth"], "-"),  # not the sentence right before
        (["boats of 2019[YEAR] had sunk"], "-"),  # it begins with something else
        (["2021[YEAR] 2022[YEAR] were good"], "-"),
        ([], "-"),
    ],
)
def test_the_time_that_the_sentence_before_begins_with(before: list[str], found: str) -> None:
    bare = played("it gave[GIVE] eur3[MONEY]")
    with spoken("en"):
        assert told(period(bare, [], [], [], [sentence(text) for text in before])) == found


def test_amounts_of_a_list_share_the_time_at_its_end() -> None:
    def listed(*doubts: Doubt, role: str = "share") -> list[str | None]:
        one, other = all_played("gave eur4[MONEY] to guild[WHO] and eur2[MONEY] to union[WHO] in 2022[YEAR]")
        one.role, other.role, one.doubts = "share", role, doubts  # type: ignore[assignment]
        phrase = next(phrase for phrase in other.sentence.phrases if phrase.time)
        other.time, other.period = phrase.time, "2022"
        with spoken("en"):
            shared([one, other])
        return [amount.period for amount in (one, other)]

    assert listed() == ["2022", "2022"]
    assert listed(Doubt("funder", "it is open", ())) == ["2022", "2022"]
    assert listed(Doubt("period", "it is open", ())) == [None, "2022"]
    assert listed(role="total") == [None, "2022"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("storm , which[RELATIVE] came in 2019[YEAR] , and sank", False),
        ("storm , which[RELATIVE] came in 2019[YEAR]", True),
        ("storm which[RELATIVE] came in 2019[YEAR] , and sank", True),
        ("storm , it came in 2019[YEAR] , and sank", True),
        ("storm , which[RELATIVE] gave eur3[MONEY] in 2019[YEAR] , and sank", True),
        ("storm , which[RELATIVE] in 2019[YEAR] had a gift[GIFT] , and sank", True),
        ("eur3[MONEY] , which[RELATIVE] came in 2019[YEAR] , and sank", False),
    ],
)
def test_a_time_in_a_clause_that_tells_of_a_name(text: str, holds: bool) -> None:
    own = sentence(text)
    with spoken("en"):
        assert _may_hold(next(phrase for phrase in own.phrases if phrase.time), own) is holds
