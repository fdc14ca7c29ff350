"""Which amounts stand beside each other, so that one label tells what the others are."""

import pytest

from pipeline.model import Fact, Facts, Paragraph, Passage, Section, Span
from pipeline.relate.givers import _are_beside
from pipeline.relate.played import Played
from tests.relate.records import played, sentence

ONE, OTHER = Fact(Span(0, 5), Span(6, 9)), Fact(Span(10, 15), Span(16, 19))
PANEL, SECOND = Facts((ONE, OTHER)), Facts((OTHER,))
TEXT = Paragraph(Span(0, 9), item=False)
SECTION = Section("s", 1, "other", "", "", places=())


def of(block: Facts | Paragraph | None, fact: Fact | None = None) -> Played:
    """An amount of a sentence of its own, in a fact or another block."""
    amount = played("eur3[MONEY]")
    amount.passage = Passage(Span(0, 9), block, fact) if block else None
    return amount


def test_amounts_of_one_sentence_are_beside_each_other() -> None:
    line = sentence("eur3[MONEY] and eur4[MONEY]")
    assert _are_beside(played(line), played(line, 1), SECTION)
    assert not _are_beside(played(line), played("eur4[MONEY]"), SECTION)


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        (of(PANEL, ONE), of(PANEL, OTHER), True),
        (of(PANEL, ONE), of(SECOND, OTHER), False),
        (of(PANEL, ONE), of(TEXT), False),
        (of(TEXT), of(PANEL, ONE), False),
        (of(TEXT), of(TEXT), False),
        (of(None), of(None), False),
    ],
)
def test_amounts_of_facts_that_stand_together_are_beside_each_other(one: Played, other: Played, beside: bool) -> None:
    assert _are_beside(one, other, SECTION) is beside


@pytest.mark.parametrize(
    ("line", "is_labelled"),
    [
        ("budget : eur3[MONEY]", True),
        ("budget : about eur3[MONEY]", True),
        ("budget : only about eur3[MONEY]", False),
        ("the grant of the first year : eur3[MONEY]", False),
        ("grant of the year : eur3[MONEY]", True),
        ("a grant of the year : eur3[MONEY]", True),
        ("it is a eur3[MONEY]", False),
        ("eur3[MONEY]", False),
    ],
)
def test_a_label_is_a_few_words_and_a_colon(line: str, is_labelled: bool) -> None:
    assert played(line).is_labelled is is_labelled


def test_the_value_of_a_fact_has_a_label() -> None:
    assert of(PANEL, ONE).is_labelled
    assert not of(TEXT).is_labelled
