"""Which amount is a part of which, amount by amount, on both sides of each measure."""

from collections.abc import Callable, Sequence

import pytest

from pipeline.model import Cell, Fact, Facts, Paragraph, Passage, Section, Span, Table
from pipeline.relate.part_whole import (
    _addends,
    _is_smaller,
    _is_total_line,
    _list_after,
    _other_givers,
    _points_back,
    _rests,
    of_which,
    parts,
    repeats,
    years,
)
from pipeline.relate.played import Played
from tests.relate.records import actors, all_played, outcome, played, sentence, statement, with_roles


def after(rule: Callable[[Sequence[Played]], None], amounts: Sequence[Played]) -> str:
    """What amounts are once the rule has decided."""
    rule(amounts)
    return outcome(amounts)


def in_sentences(*told: tuple[str, str], **givers: str) -> list[Played]:
    """The amounts of several sentences with their roles."""
    return [amount for text, roles in told for amount in with_roles(text, roles, **givers)]


# ------------------------------------------------------------------------------------------------ tables and facts


def table_of(*rows: tuple[str, ...]) -> tuple[Section, list[Played]]:
    """A section that is one table, the first column its labels, and its amounts."""
    content = "\n".join("\t".join(row) for row in rows)
    cells, start = list[Cell](), 0
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            cells.append(Cell(Span(start, start + len(text)), place, column))
            start += len(text) + 1
    table = Table(None, tuple(cells), stub=1)
    amounts = [
        played(f"{content[slice(*cell.span)]}[MONEY]", passage=Passage(cell.span, table, cell), role="total")
        for cell in cells
        if cell.column
    ]
    return Section("s", 1, "other", "", content, (), blocks=(table,)), amounts


def test_rows_of_which_are_parts_of_the_row_above_in_their_column() -> None:
    section, amounts = table_of(
        ("All", "eur9", "usd8"),
        ("of which ports", "eur4", "eur3"),
        ("of which tugs", "eur2", "usd1"),
        ("Rest", "eur1", "usd1"),
    )
    amounts[0].givers = actors("ada")
    of_which(amounts, section)
    assert outcome(amounts) == "total:ada total part<0:ada total part<0:ada part<1 total total"


def test_the_row_above_is_that_of_the_same_table() -> None:
    section, (whole,) = table_of(("All", "eur9"))
    other, (part,) = table_of(("of which ports", "eur4"))
    of_which([part], other)
    assert (part.role, part.of) == ("total", None)
    of_which([whole], section)
    assert whole.role == "total"


def test_facts_of_which_are_parts_of_the_fact_above() -> None:
    content = "Budget\teur9\nof which ports\teur4\nEnd\t2020"
    spans = [Span(0, 6), Span(7, 11), Span(12, 26), Span(27, 31)]
    facts = Facts((Fact(spans[0], spans[1]), Fact(spans[2], spans[3])))
    section = Section("s", 1, "other", "", content, (), blocks=(facts,))
    amounts = [
        played(f"{content[slice(*fact.value)]}[MONEY]", passage=Passage(fact.value, facts, fact))
        for fact in facts.facts
    ]
    of_which(amounts, section)
    assert outcome(amounts) == "- part<0"


def test_text_has_no_rows() -> None:
    section = Section("s", 1, "other", "", "of which eur4", ())
    paragraph = Paragraph(Span(0, 13))
    amount = played("of_which eur4[MONEY]", passage=Passage(paragraph.span, paragraph, None))
    of_which([amount, played("eur4[MONEY]")], section)
    assert amount.role is None


# ------------------------------------------------------------------------------------------------ each year


@pytest.mark.parametrize(
    ("text", "roles", "outcome_"),
    [
        ("eur3[MONEY] each_year or eur9[MONEY]", "share total", "part<1:ada total:ada"),
        ("eur3[MONEY] each_year or eur9[MONEY]", "- total", "part<1:ada total:ada"),
        ("eur3[MONEY] each_year or eur9[MONEY]", "needed total", "needed:ada total"),
        ("eur3[MONEY] each_year or eur9[MONEY]", "share share", "share:ada share"),
        ("eur9[MONEY] each_year or eur9[MONEY]", "share total", None),
        ("eur3[MONEY] each_year or usd9[MONEY]", "share total", "share:ada total"),
    ],
)
def test_what_is_given_each_year_is_a_part_of_the_sum(text: str, roles: str, outcome_: str | None) -> None:
    amounts = with_roles(text, roles, eur3="ada")
    amounts[0].told = (statement("yearly"),)
    years(amounts)
    assert outcome(amounts) == (outcome_ or roles)


def test_a_sum_of_years_keeps_its_own_giver_and_its_own_sentence() -> None:
    amounts = with_roles("eur3[MONEY] each_year or eur9[MONEY]", "share total", eur3="ada", eur9="leo")
    amounts[0].told = (statement("yearly"),)
    assert after(years, amounts) == "part<1:ada total:leo"
    apart = in_sentences(("eur3[MONEY]", "share"), ("eur9[MONEY]", "total"))
    apart[0].told = (statement("yearly"),)
    assert after(years, apart) == "share total"
    not_yearly = with_roles("eur3[MONEY] or eur9[MONEY]", "share total")
    assert after(years, not_yearly) == "share total"


# ------------------------------------------------------------------------------------------------ parts


@pytest.mark.parametrize(
    ("text", "roles", "outcome_"),
    [
        ("eur9[MONEY] with eur4[MONEY]", "total part", "total part<0"),
        ("eur4[MONEY] with eur4[MONEY]", "total part", "total part<0"),
        ("eur3[MONEY] with eur4[MONEY]", "total part", "total share"),
        ("eur9[MONEY] with eur4[MONEY]", "share part", "share part<0"),
        ("eur9[MONEY] with eur4[MONEY]", "- part", "- part<0"),
        ("eur9[MONEY] with eur4[MONEY]", "needed part", "needed part<0"),
        ("eur9[MONEY] with eur4[MONEY]", "rate part", "rate share"),
        ("eur9[MONEY] with eur4[MONEY]", "other part", "other other"),
        ("eur9[MONEY] with eur4[MONEY]", "none part", "none none"),
        ("eur9[MONEY] with eur4[MONEY]", "spent part", "spent share"),
        ("eur9[MONEY] spent eur4[MONEY] of_it[OFIT]", "spent part", "spent spent"),
        ("eur9[MONEY] spent eur4[MONEY] now of_it[OFIT]", "spent part", "spent share"),
        ("of eur9[MONEY] spent eur4[MONEY]", "spent part", "spent spent"),
        # the last of several that are large enough
        ("eur9[MONEY] and eur7[MONEY] with eur4[MONEY]", "total total part", "total total part<1"),
        ("eur9[MONEY] and eur3[MONEY] with eur4[MONEY]", "total total part", "total total part<0"),
        # a sum that comes later, but no list that goes on
        ("eur4[MONEY] of eur9[MONEY]", "part total", "part<1 total"),
        ("eur4[MONEY] of eur4[MONEY]", "part total", "share total"),
        ("eur4[MONEY] and eur9[MONEY]", "part total", "share total"),
        ("eur4[MONEY] ; eur9[MONEY]", "part total", "share total"),
        ("and eur4[MONEY] of eur9[MONEY]", "part total", "part<1 total"),
        ("eur4[MONEY] of eur9[MONEY] and", "part total", "part<1 total"),
        ("eur4[MONEY] of usd9[MONEY]", "part total", "share total"),
        ("eur4[MONEY] of eur9[MONEY] of eur8[MONEY]", "part total total", "part<1 total total"),
        # another currency
        ("eur9[MONEY] with usd4[MONEY]", "total part", "total part<0"),
        ("eur9[MONEY] with usd4[MONEY]", "share part", "share part<0"),
        ("eur9[MONEY] with usd4[MONEY]", "- part", "- share"),
        ("eur9[MONEY] with usd4[MONEY] of_it[OFIT]", "- part", "- share"),
        ("usd9[MONEY] and eur8[MONEY] with usd4[MONEY]", "total total part", "total total part<0"),
        ("usd3[MONEY] and eur8[MONEY] with usd4[MONEY]", "total total part", "total total part<1"),
    ],
)
def test_the_sum_that_an_amount_is_a_part_of(text: str, roles: str, outcome_: str) -> None:
    assert after(parts, with_roles(text, roles)) == outcome_


def test_a_part_of_a_sum_of_another_sentence() -> None:
    assert after(parts, in_sentences(("eur9[MONEY]", "total"), ("eur4[MONEY]", "part"))) == "total part<0"
    assert after(parts, in_sentences(("eur9[MONEY]", "other"), ("eur4[MONEY]", "part"))) == "other share"
    assert after(parts, in_sentences(("eur4[MONEY]", "part"), ("eur9[MONEY]", "total"))) == "share total"
    # the nearest of its own sentence goes before
    here = in_sentences(("eur9[MONEY]", "total"), ("eur8[MONEY] with eur4[MONEY]", "total part"))
    assert after(parts, here) == "total total part<1"
    later = in_sentences(("eur9[MONEY]", "total"), ("eur4[MONEY] of eur8[MONEY]", "part total"))
    assert after(parts, later) == "total part<2 total"
    back = in_sentences(("eur9[MONEY]", "total"), ("of eur4[MONEY] in eur8[MONEY]", "part total"))
    assert after(parts, back) == "total part<0 total"
    other_currency = in_sentences(("usd9[MONEY]", "share"), ("of eur4[MONEY]", "part"))
    assert after(parts, other_currency) == "share part<0"
    not_pointing = in_sentences(("usd9[MONEY]", "share"), ("with eur4[MONEY]", "part"))
    assert after(parts, not_pointing) == "share share"


def test_a_part_that_is_covered_of_a_budget_that_nobody_states_stays_open() -> None:
    amounts = with_roles("eur4[MONEY]", "part")
    amounts[0].told = (statement("covered"),)
    assert after(parts, amounts) == "-"


def test_a_part_that_has_its_whole_keeps_it() -> None:
    amounts = with_roles("eur9[MONEY] and eur6[MONEY] with eur4[MONEY]", "total total part")
    amounts[2].of = amounts[0]
    assert after(parts, amounts) == "total total part<0"


@pytest.mark.parametrize(
    ("text", "roles", "givers", "outcome_"),
    [
        ("eur9[MONEY] with eur4[MONEY]", "share part", {"eur9": "ada"}, "share:ada part<0:ada"),
        ("eur9[MONEY] with eur4[MONEY]", "share part", {"eur9": "ada", "eur4": "leo"}, "share:ada share:leo"),
        ("eur9[MONEY] with eur4[MONEY]", "share part", {"eur9": "ada", "eur4": "ada"}, "share:ada part<0:ada"),
        ("eur9[MONEY] with eur4[MONEY]", "total part", {"eur4": "leo"}, "total share:leo"),
        ("eur9[MONEY] with eur4[MONEY]", "share part", {"eur4": "leo"}, "share part<0:leo"),
        ("eur4[MONEY] of eur9[MONEY]", "part total", {"eur4": "leo"}, "share:leo total"),
        ("eur4[MONEY] of eur9[MONEY]", "part total", {"eur4": "leo", "eur9": "ada"}, "part<1:leo total:ada"),
        ("eur4[MONEY] of eur9[MONEY]", "part share", {"eur4": "leo"}, "part<1:leo share"),
        (
            "eur9[MONEY] with eur4[MONEY] and eur3[MONEY]",
            "total part part",
            {"eur9": "ada", "eur4": "ada", "eur3": "leo"},
            "total:ada part<0:ada share:leo",
        ),
    ],
)
def test_a_part_and_its_givers(text: str, roles: str, givers: dict[str, str], outcome_: str) -> None:
    amounts = with_roles(text, roles, **givers)
    parts(amounts)
    assert outcome(amounts) == outcome_


def test_the_sum_of_an_earlier_sentence_that_nobody_gives() -> None:
    amounts = in_sentences(("eur9[MONEY]", "total"), ("eur4[MONEY]", "part"), eur4="leo")
    assert after(parts, amounts) == "total share:leo"
    amounts = in_sentences(("eur9[MONEY]", "total"), ("eur4[MONEY]", "part"), eur4="leo", eur9="leo")
    assert after(parts, amounts) == "total:leo part<0:leo"


# ------------------------------------------------------------------------------------------ sums below their parts


@pytest.mark.parametrize(
    ("text", "roles", "givers", "outcome_"),
    [
        ("eur3[MONEY] eur4[MONEY] sum eur9[MONEY]", "- - total", {}, "part<2 part<2 total"),
        ("eur9[MONEY] eur4[MONEY] sum eur9[MONEY]", "- - total", {}, "- part<2 total"),
        ("usd3[MONEY] eur4[MONEY] sum eur9[MONEY]", "- - total", {}, "- part<2 total"),
        ("eur3[MONEY] eur4[MONEY] sum eur9[MONEY]", "- needed total", {}, "part<2 needed total"),
        (
            "eur3[MONEY] eur4[MONEY] sum eur9[MONEY]",
            "- - total",
            {"eur3": "leo", "eur9": "ada"},
            "-:leo part<2 total:ada",
        ),
    ],
)
def test_a_sum_below_its_parts(text: str, roles: str, givers: dict[str, str], outcome_: str) -> None:
    amounts = with_roles(text, roles, **givers)
    amounts[2].told = (statement("sum"),)
    parts(amounts)
    assert outcome(amounts) == outcome_


@pytest.mark.parametrize(
    ("text", "roles", "outcome_"),
    [
        ("eur4[MONEY] eur5[MONEY] eur9[MONEY]", "- - -", "part<2 part<2 -"),
        ("eur9[MONEY] eur4[MONEY] eur5[MONEY]", "- - -", "- part<0 part<0"),
        ("eur4[MONEY] eur6[MONEY] eur9[MONEY]", "- - -", "- - -"),
        ("eur4[MONEY] usd5[MONEY] eur9[MONEY]", "- - -", "- - -"),
        ("eur9[MONEY] eur9[MONEY]", "- -", "- -"),  # one amount is no sum
        ("eur0[MONEY] eur0[MONEY] eur0[MONEY]", "- - -", "- - -"),
        ("eur9[MONEY] with eur4[MONEY] and eur5[MONEY]", "total part -", "total part<0 part<0"),
        # rounding: a five-hundredth
        ("eur500[MONEY] eur499[MONEY] eur1000[MONEY]", "- - -", "part<2 part<2 -"),
        ("eur500[MONEY] eur498[MONEY] eur1000[MONEY]", "- - -", "part<2 part<2 -"),
        ("eur500[MONEY] eur497[MONEY] eur1000[MONEY]", "- - -", "- - -"),
        ("eur500[MONEY] eur502[MONEY] eur1000[MONEY]", "- - -", "part<2 part<2 -"),
        ("eur500[MONEY] eur503[MONEY] eur1000[MONEY]", "- - -", "- - -"),
        # what stands beyond those that come to it is no part
        ("eur7[MONEY] eur4[MONEY] eur5[MONEY] eur9[MONEY]", "- - - -", "- part<3 part<3 -"),
        ("eur9[MONEY] eur4[MONEY] eur5[MONEY] eur7[MONEY]", "- - - -", "- part<0 part<0 -"),
        ("eur4[MONEY] eur5[MONEY] eur9[MONEY]", "- needed -", "- needed -"),
    ],
)
def test_amounts_that_come_to_another(text: str, roles: str, outcome_: str) -> None:
    assert after(parts, with_roles(text, roles)) == outcome_


def test_what_several_give_is_a_total_and_not_its_parts() -> None:
    amounts = with_roles("eur4[MONEY] eur5[MONEY] eur9[MONEY]", "share share share", eur4="ada", eur5="leo", eur9="ada")
    assert after(parts, amounts) == "share:ada share:leo total"
    of_one = with_roles("eur4[MONEY] eur5[MONEY] eur9[MONEY]", "share share share", eur4="ada", eur5="ada")
    assert after(parts, of_one) == "part<2:ada part<2:ada share"


def test_the_lines_above_a_line_of_a_total_are_its_parts() -> None:
    amounts = in_sentences(
        ("a : eur3[MONEY]", "-"),
        ("b : eur20[MONEY]", "-"),
        ("c : eur4[MONEY]", "-"),
        ("total[TOTAL] : eur20[MONEY]", "-"),
    )
    assert [a.money.text for a in _addends(amounts[3], amounts)] == ["eur3", "eur4"]
    assert [a.money.text for a in _addends(amounts[3], amounts[2:])] == []  # one line alone
    two = in_sentences(("a : eur3[MONEY]", "-"), ("b : eur4[MONEY]", "-"), ("total[TOTAL] : eur20[MONEY]", "-"))
    assert _addends(two[2], two) == two[:2]
    taken = in_sentences(("a : eur3[MONEY]", "-"), ("b : eur3[MONEY]", "-"), ("total[TOTAL] : eur20[MONEY]", "-"))
    taken[0].of = taken[1]
    assert _addends(taken[2], taken) == []


@pytest.mark.parametrize(
    ("text", "nth", "is_line"),
    [
        ("total[TOTAL] : eur3[MONEY]", 0, True),
        ("total[TOTAL] eur3[MONEY] :", 0, False),
        ("a total[TOTAL] : eur3[MONEY]", 0, False),
        ("total[TOTAL] eur2[MONEY] : eur3[MONEY]", 1, True),
        ("eur3[MONEY]", 0, False),
    ],
)
def test_a_line_of_a_total(text: str, nth: int, is_line: bool) -> None:
    assert _is_total_line(played(text, nth)) is is_line


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("eur9[MONEY] for : eur3[MONEY] and eur4[MONEY]", 2),
        ("eur9[MONEY] : eur3[MONEY] and eur4[MONEY]", 2),
        ("eur9[MONEY] for 2020[YEAR] : eur3[MONEY]", 0),
        ("eur9[MONEY] 2020[YEAR] for : eur3[MONEY]", 1),
        ("eur9[MONEY] ; for : eur3[MONEY]", 0),
        (": eur9[MONEY] for eur3[MONEY]", 0),
        ("; eur9[MONEY] for : eur3[MONEY] ;", 1),
        ("eur9[MONEY] eur3[MONEY] : eur4[MONEY]", 0),
        ("eur9[MONEY] : eur3[MONEY] eur7[MONEY]", 0),
        ("eur100[MONEY] : eur50[MONEY] eur51[MONEY]", 2),  # a hundredth more than all
        ("eur100[MONEY] : eur50[MONEY] eur52[MONEY]", 0),
        ("eur9[MONEY] for :", 0),
        ("eur9[MONEY]", 0),
    ],
)
def test_the_list_that_a_colon_leads_to(text: str, count: int) -> None:
    whole, *rest = all_played(text)
    assert len(_list_after(whole, rest)) == count


def test_a_list_ends_with_its_sentence() -> None:
    (whole, one), (other,) = all_played("eur9[MONEY] : eur3[MONEY]"), all_played("a b c eur4[MONEY]")
    assert _list_after(whole, [one, other]) == [one]


# ------------------------------------------------------------------------------------------------ what is left


@pytest.mark.parametrize(
    ("text", "roles", "outcome_"),
    [
        ("eur9[MONEY] eur4[MONEY] eur5[MONEY]", "total part -", "total part<0 part<0"),
        ("eur9[MONEY] eur4[MONEY] eur6[MONEY]", "total part -", "total part<0 -"),
        ("eur9[MONEY] eur4[MONEY] usd5[MONEY]", "total part -", "total part<0 -"),
        ("eur9[MONEY] eur4[MONEY] eur5[MONEY]", "total part needed", "total part<0 needed"),
        ("eur1000[MONEY] eur400[MONEY] eur598[MONEY]", "total part -", "total part<0 part<0"),
        ("eur1000[MONEY] eur400[MONEY] eur597[MONEY]", "total part -", "total part<0 -"),
        ("eur9[MONEY] eur2[MONEY] eur3[MONEY] eur4[MONEY]", "total part part -", "total part<0 part<0 part<0"),
    ],
)
def test_what_is_left_of_a_sum(text: str, roles: str, outcome_: str) -> None:
    amounts = with_roles(text, roles)
    for amount in amounts:
        amount.of = amounts[0] if amount.role == "part" else None
    amounts[0].givers = actors("ada")
    _rests(amounts)
    assert outcome(amounts).replace(":ada", "") == outcome_
    assert all(amount.givers for amount in amounts if amount is amounts[-1] and amount.role == "part")


def test_what_is_left_is_nobodys_and_of_the_same_sentence() -> None:
    amounts = with_roles("eur9[MONEY] eur4[MONEY] eur5[MONEY]", "total part -", eur5="leo")
    amounts[1].of = amounts[0]
    assert after(_rests, amounts) == "total part<0 -:leo"
    apart = in_sentences(("eur9[MONEY] eur4[MONEY]", "total part"), ("eur5[MONEY]", "-"))
    apart[1].of = apart[0]
    assert after(_rests, apart) == "total part<0 -"
    of_others = with_roles("eur9[MONEY] eur4[MONEY] eur2[MONEY] eur5[MONEY]", "total part part -")
    of_others[1].of, of_others[2].of = of_others[2], of_others[0]
    assert after(_rests, of_others) == "total part<2 part<0 -"
    taken = with_roles("eur9[MONEY] eur4[MONEY] eur5[MONEY]", "total part share")
    taken[1].of, taken[2].of = taken[0], taken[1]
    assert after(_rests, taken) == "total part<0 share<1"


# ------------------------------------------------------------------------------------------------ told again


def test_what_a_heading_tells_and_the_text_again() -> None:
    heading = with_roles(sentence("eur3[MONEY]", in_heading=True), "total")
    assert after(repeats, heading + with_roles("eur3[MONEY]", "share")) == "total same<0"
    assert after(repeats, heading + with_roles("eur4[MONEY]", "share")) == "total share"


def test_a_part_that_the_heading_tells() -> None:
    heading = with_roles(sentence("eur3[MONEY]", in_heading=True), "total")
    text = with_roles("eur9[MONEY] of eur3[MONEY]", "total part", eur3="leo")
    text[1].of = text[0]
    assert after(repeats, [*heading, *text]) == "part<1:leo total part<1:leo"
    body = with_roles("eur3[MONEY]", "total")
    text = with_roles("eur9[MONEY] of eur3[MONEY]", "total part")
    assert after(repeats, [*body, *text]) == "total total part"


@pytest.mark.parametrize(
    ("one", "other", "tells", "outcome_"),
    [
        ("eur3[MONEY]", "eur3[MONEY]", (), "share same<0"),
        ("eur3[MONEY]", "usd3[MONEY]", (), "share share"),
        ("eur3[MONEY]", "eur3[MONEY]", ("others",), "share share"),
        ("eur3[MONEY]", "eur3[MONEY]", ("others", "again"), "share same<0"),
    ],
)
def test_an_amount_that_the_text_tells_again(one: str, other: str, tells: tuple[str, ...], outcome_: str) -> None:
    amounts = in_sentences((one, "share"), (other, "share"))
    amounts[1].told = tuple(map(statement, tells))
    assert after(repeats, amounts) == outcome_


def test_an_amount_is_not_told_again_by_another_or_within_its_sentence() -> None:
    assert after(repeats, with_roles("eur3[MONEY] and eur3[MONEY]", "share share")) == "share share"
    assert after(repeats, in_sentences(("eur3[MONEY]", "needed"), ("eur3[MONEY]", "share"))) == "needed share"
    assert after(repeats, in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "needed"))) == "share needed"
    assert after(repeats, in_sentences(("eur3[MONEY]", "part"), ("eur3[MONEY]", "share"))) == "part share"
    of_two = in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "share"))
    of_two[0].givers, of_two[1].givers = actors("ada"), actors("leo")
    assert after(repeats, of_two) == "share:ada share:leo"
    of_one = in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "share"))
    of_one[1].told, of_one[1].givers = (statement("again"),), actors("leo")
    assert after(repeats, of_one) == "share:leo same<0:leo"
    rounded = in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "share"))
    object.__setattr__(rounded[1].money, "qualifier", "about")
    assert after(repeats, rounded) == "share share"


def test_two_cells_or_points_are_two_amounts() -> None:
    cell = Cell(Span(0, 4), 0, 0)
    item = Paragraph(Span(0, 4), item=True)
    for passage in (Passage(cell.span, None, cell), Passage(item.span, item, None)):
        amounts = in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "share"))
        amounts[0].passage = passage
        assert after(repeats, amounts) == "share same<0"
        amounts = in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "share"))
        amounts[1].passage = passage
        assert after(repeats, amounts) == "share same<0"
        amounts = in_sentences(("eur3[MONEY]", "share"), ("eur3[MONEY]", "share"))
        amounts[0].passage = amounts[1].passage = passage
        assert after(repeats, amounts) == "share share"


# ------------------------------------------------------------------------------------------------ single signs


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("of eur3[MONEY]", True),
        ("of_these eur3[MONEY]", True),
        ("in_these eur3[MONEY]", False),
        ("eur3[MONEY] of_it[OFIT]", True),
        ("eur3[MONEY] now of_it[OFIT]", False),
        ("it[OFIT] eur3[MONEY]", False),
        ("in of eur3[MONEY]", False),
    ],
)
def test_an_amount_of_a_sum_before_it(text: str, points: bool) -> None:
    assert _points_back(played(text)) is points


def test_smaller_amounts_and_other_givers() -> None:
    three, four, euros, dollars = all_played("eur3[MONEY] eur4[MONEY] eur4[MONEY] usd3[MONEY]")
    assert _is_smaller(three, four)
    assert not _is_smaller(four, euros)
    assert not _is_smaller(dollars, four)
    assert not _other_givers(three, four)
    three.givers = actors("ada")
    assert not _other_givers(three, four)
    assert not _other_givers(four, three)
    four.givers = actors("leo")
    assert _other_givers(three, four)
    four.givers = actors("ada")
    assert not _other_givers(three, four)
