"""Amounts on pages: what segment hands on of a table is enough to read its figures."""

from decimal import Decimal

from pipeline.mentions.passages import read_section
from pipeline.model import BoundingBox, Context, Money, Rule
from pipeline.segment import segment
from tests.segment.typeset import ADVANCE, HEADING, TYPE, Typeset, prose


def amounts(page: Typeset) -> list[tuple[str, Decimal | None, str | None]]:
    found = segment(page.source(), "amounts").sections
    mentions = (mention for section in found for mention in read_section(section, Context()).mentions)
    return [(m.text, m.amount, m.currency) for m in mentions if isinstance(m, Money)]


def test_a_scale_in_the_heading_holds_for_the_figures_and_the_total_below_a_chart() -> None:
    page = Typeset()
    page.line(40, 80, "Spending (in millions)", HEADING)
    page.line(40, 104, "■ Schools and")
    rows = (("training centres", "$1,925.1", "70.0%"), ("■ Roads", "603.6", "22.0%"), ("■ Health", "208.8", "8.0%"))
    for place, row in enumerate(rows):
        for x, text in zip((40, 200, 300), row, strict=True):
            page.line(x + (100 - len(text) * ADVANCE * TYPE.size) * (x > 40), 115 + 16 * place, text)
    page.line(40, 175, "Total $2,737.5")
    page.column(40, 220, 400, prose("alder", 60) + " It had paid $5,000.")
    assert amounts(page) == [
        ("$1,925.1", 1_925_100_000, "USD"),
        ("603.6", 603_600_000, "USD"),
        ("208.8", 208_800_000, "USD"),
        ("$2,737.5", 2_737_500_000, "USD"),
        ("$5,000", 5_000, "USD"),
    ]


def test_a_label_may_state_the_scale_of_its_row() -> None:
    page = Typeset()
    for place, row in enumerate((("Assets (in billions)", "$1.25"), ("Wages", "$640"))):
        for x, text in zip((40, 200), row, strict=True):
            page.line(x + (100 - len(text) * ADVANCE * TYPE.size) * (x > 40), 115 + 16 * place, text)
    assert amounts(page) == [("$1.25", 1_250_000_000, "USD"), ("$640", 640, "USD")]


def test_a_unit_that_stands_over_some_years_holds_for_all() -> None:
    page = Typeset()
    page.line(210, 88, "Millions of euros")
    for place, row in enumerate(
        (("", "2024", "2023", "2022"), ("Core", "231.1", "364.1", "482.0"), ("Other", "1", "2", "3"))
    ):
        for x, text in zip((40, 140, 220, 280), row, strict=True):
            if text:
                page.line(x + (40 - len(text) * ADVANCE * TYPE.size) * (x > 40), 100 + 14 * place, text)
    assert [amount for _, amount, _ in amounts(page)][:3] == [231_100_000, 364_100_000, 482_000_000]


def test_a_line_that_groups_rows_counts_something_where_that_is_a_word_of_its_own() -> None:
    for group, count in (("Governments", 2), ("Commitments", 2), ("Men", 0)):
        page = Typeset()
        page.line(40, 80, "US$ thousands")
        rows = (("Donor", "2023", "2024"), (group, "", ""), ("Norway", "1,250", "1,300"))
        for place, row in enumerate(rows):
            for x, text in zip((44, 144, 244), filter(None, row), strict=False):
                page.line(x, 112 + 18 * place, text)
        page.rules += [Rule(BoundingBox(40, 100 + 18 * at, 340, 100.5 + 18 * at)) for at in range(4)]
        page.rules += [Rule(BoundingBox(x, 100, x + 0.5, 154)) for x in (40, 140, 240, 340)]
        assert [amount for _, amount, _ in amounts(page)] == [1_250_000, 1_300_000][:count]
