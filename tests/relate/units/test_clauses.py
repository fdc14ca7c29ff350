"""Whose words are whose, phrase by phrase."""

import pytest

from pipeline.relate.clauses import clause
from tests.relate.records import played, texts


@pytest.mark.parametrize(
    ("text", "nth", "before", "after", "opening"),
    [
        ("a eur3[MONEY] b", 0, "a", "b", "a"),
        ("eur3[MONEY]", 0, "", "", ""),
        ("eur3[MONEY] , b eur4[MONEY]", 1, ", b", "", ""),
        ("eur3[MONEY] b eur4[MONEY]", 1, "", "", ""),
        ("eur3[MONEY] b eur4[MONEY]", 0, "", "b", ""),
        # what stands between two is parted at the last word that parts clauses, else at a comma, else at a bracket
        ("a eur3[MONEY] b and c eur4[MONEY] d", 0, "a", "b", "a"),
        ("a eur3[MONEY] b and c eur4[MONEY] d", 1, "and c", "d", "a"),
        ("a eur3[MONEY] b , c eur4[MONEY] d", 0, "a", "b", "a"),
        ("a eur3[MONEY] b , c eur4[MONEY] d", 1, ", c", "d", "a"),
        ("a eur3[MONEY] b ( c eur4[MONEY] d", 1, "( c", "d", "a"),
        ("a eur3[MONEY] b ; c , d ( e eur4[MONEY] f", 1, "; c , d ( e", "f", "a"),
        ("a eur3[MONEY] b , c ( d eur4[MONEY] f", 1, ", c ( d", "f", "a"),
        ("a eur3[MONEY] b , c , d eur4[MONEY] f", 1, ", d", "f", "a"),
        ("a eur3[MONEY] and b and eur4[MONEY] f", 1, "and", "f", "a"),
        ("a eur3[MONEY] and eur4[MONEY] f", 0, "a", "", "a"),
        # the "with" that leads up to an amount parts nothing
        ("a eur3[MONEY] b with eur4[MONEY] f", 1, "", "f", "a"),
        ("a eur3[MONEY] b with about[ABOUT] eur4[MONEY] f", 1, "", "f", "a"),
        ("a eur3[MONEY] b with c eur4[MONEY] f", 1, "with c", "f", "a"),
        ("a eur3[MONEY] with about[ABOUT] eur4[MONEY] f", 1, "", "f", "a"),
        ("a eur3[MONEY] with eur4[MONEY] f", 0, "a", "with", "a"),
        ("a eur3[MONEY] about[ABOUT] eur4[MONEY] f", 1, "", "f", "a"),
        # no clause and nothing that is said of a part
        ("a eur3[MONEY] b while[BREAK] c", 0, "a", "b", "a"),
        ("a eur3[MONEY] while[BREAK] c", 0, "a", "", "a"),
        ("a eur3[MONEY] b of_which[PARTLY] c", 0, "a", "b", "a"),
        ("a eur3[MONEY] b of_which[PARTLY] c while[BREAK] d", 0, "a", "b", "a"),
        ("a while[BREAK] b eur3[MONEY]", 0, "b", "", "a while b"),
        ("a while[BREAK] eur3[MONEY]", 0, "", "", "a while"),
        ("a while[BREAK] b but[BREAK] c eur3[MONEY]", 0, "c", "", "a while b but c"),
        ("while[BREAK] b eur3[MONEY]", 0, "b", "", "while b"),
        ("since a ,[BREAK] b eur3[MONEY]", 0, "since a , b", "", "since a , b"),
        ("a , eur3[MONEY] b eur4[MONEY] c", 1, "", "c", "a ,"),
        ("a eur3[MONEY] , eur4[MONEY] b", 0, "a", "", "a"),
        ("a eur3[MONEY] , eur4[MONEY] b", 1, ",", "b", "a"),
        ("a eur3[MONEY|BREAK] b", 0, "a", "b", "a"),
        ("a and[BREAK] eur3[MONEY|BREAK] b", 0, "", "b", "a and"),
        # a colon before a time
        ("a : in[PREP] 2021[YEAR] b eur3[MONEY]", 0, "in 2021 b", "", "a : in 2021 b"),
        ("a : in[PREP] may 2021[YEAR] eur3[MONEY]", 0, "a : in may 2021", "", "a : in may 2021"),
        ("a : b 2021[YEAR] eur3[MONEY]", 0, "a : b 2021", "", "a : b 2021"),
        ("a , in[PREP] 2021[YEAR] b eur3[MONEY]", 0, "a , in 2021 b", "", "a , in 2021 b"),
        # what tells more of it, right behind it
        ("a eur3[MONEY] that[BREAK|RELATIVE] b gave while[BREAK] c", 0, "a", "that b gave", "a"),
        ("a eur3[MONEY] b that[BREAK|RELATIVE] c", 0, "a", "b", "a"),
        ("a eur3[MONEY] of_which[PARTLY] was[BE] core while[BREAK] c", 0, "a", "of which was core", "a"),
        ("a eur3[MONEY] of_which[PARTLY] core was[BE] c", 0, "a", "", "a"),
        ("a eur3[MONEY] that[BREAK|RELATIVE] b while[BREAK] c and[BREAK] d", 0, "a", "that b", "a"),
        ("a of_which[PARTLY] b eur3[MONEY]", 0, "a of which b", "", "a of which b"),
        ("a eur2[MONEY] b while[BREAK] c eur3[MONEY] d eur4[MONEY] e", 1, "c", "d", "a"),
        ("a eur2[MONEY] b eur3[MONEY] c eur4[MONEY] d", 1, "", "c", "a"),
        ("a eur2[MONEY] b and c eur3[MONEY] d and e eur4[MONEY] f", 1, "and c", "d", "a"),
        ("a eur2[MONEY] b and c eur3[MONEY] d and e eur4[MONEY] f", 2, "and e", "f", "a"),
        ("a eur2[MONEY] b and c eur3[MONEY] d and e eur4[MONEY] f", 0, "a", "b", "a"),
    ],
)
def test_the_words_of_an_amount(text: str, nth: int, before: str, after: str, opening: str) -> None:
    own = clause(played(text, nth))
    assert [texts(part).replace("_", " ") for part in own] == [before, after, opening]


def test_an_amount_and_its_gloss_share_their_words() -> None:
    amount = played("a eur3[MONEY] ( usd4[MONEY] ) b and c eur5[MONEY]", 0, glosses=frozenset({3}))
    assert [texts(part) for part in clause(amount)] == ["a", "( usd4 ) b", "a"]
