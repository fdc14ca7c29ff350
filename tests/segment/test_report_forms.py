"""Forms of designed reports: heads of several lines and levels, small lines over headings, bands of figures, panels of
facts."""

from collections.abc import Sequence

import pytest

from pipeline.model import BoundingBox, Rule, Style
from pipeline.segment import segment
from pipeline.segment.statistics import statistics
from pipeline.segment.tables.labelled import labelled
from tests.segment.reading import read
from tests.segment.test_form_thresholds import BOLD, grids
from tests.segment.test_pairs import facts
from tests.segment.test_thresholds import found_lines
from tests.segment.typeset import ADVANCE, HEADING, TYPE, Typeset, document, prose

WHITE = BOLD._replace(colour="#ffffff")
SMALL = TYPE._replace(size=8.0, colour="#cc6600")


def right(page: Typeset, x: float, baseline: float, text: str, style: Style = TYPE) -> None:
    """A line that ends at x."""
    page.line(x - ADVANCE * style.size * len(text), baseline, text, style)


def rule(page: Typeset, x0: float, x1: float, y: float) -> None:
    page.rules.append(Rule(BoundingBox(x0, y, x1, y + 0.5)))


def heads(page: Typeset) -> list[list[str]]:
    """The words of the head rows of the page's only table."""
    content = segment(page.source(), "forms").sections[0].content
    (table,) = grids(page)
    rows = sorted({cell.row for cell in table.cells if cell.kind == "head"})
    return [
        [content[cell.span.start : cell.span.end] for cell in table.cells if cell.row == row and cell.kind == "head"]
        for row in rows
    ]


def told(page: Typeset) -> list[tuple[str, str]]:
    """The labels and values of all facts."""
    return [(label, value) for _, label, value in facts(page)]


# ---------------------------------------------------------------------------------------------------------------- heads


def test_heads_of_one_line_centred_beside_heads_of_two_over_rules() -> None:
    """A fund's table with rules between its rows only, one of its labels in two lines."""
    page = Typeset()
    page.line(40, 66, "Table 2. Deposits", BOLD)
    for x, words in ((40, "Contributor"), (400, "Total")):
        page.line(x, 96, words, BOLD)
    for x, first, second in ((200, "Prior years", "as of 2022"), (300, "This year", "Jan-Dec 2023")):
        page.line(x, 90, first, BOLD)
        page.line(x, 102, second, BOLD)
    for place, label in enumerate(
        (("European Union",), ("Department of Foreign", "Affairs of Ruritania"), ("Ireland",))
    ):
        y = 124 + 30 * place
        rule(page, 40, 440, y - 14)
        for number, words in enumerate(label):
            page.line(40, y + 12 * number, words)
        for x in (240, 340, 430):
            right(page, x, y + 6 * (len(label) - 1), f"{place + 1},500")
    rule(page, 40, 440, 200)
    assert heads(page) == [["Contributor", "Prior years as of 2022", "This year Jan-Dec 2023", "Total"]]


def donors(page: Typeset, *, upper: float) -> None:
    page.ground(40, 80, 500, 114, "#1cabe2")
    page.line(46, 99, "Partner", WHITE)
    page.line(290, upper, "Contributions received (US$)", WHITE)
    for x, words in ((330, "Regular"), (420, "Other"), (490, "Total")):
        right(page, x, 106, words, WHITE)
    page.line(46, 126, "Governments", BOLD)
    for place in range(6):
        y = 144 + 17 * place
        if place % 2:
            page.ground(40, y - 12, 500, y + 5, "#eef7fc")
        page.line(46, y, f"Land {'abcdef'[place]}")
        for x in (330, 420, 490):
            right(page, x, y, f"{place + 1},220,000")


def test_heads_of_two_levels_on_a_ground_of_their_own() -> None:
    """A donor table in stripes, its first row the name of those below."""
    page = Typeset()
    donors(page, upper=92)
    assert heads(page) == [
        ["", "Contributions received (US$)", ""],
        ["Partner", "Regular", "Other", "Total"],
    ]


def grants(page: Typeset, size: float) -> None:
    page.line(40, 60, "Annex 2: Active grants", BOLD._replace(size=size))
    for x, words in ((40, "Grant"), (180, "Amount"), (300, "Recipient")):
        page.line(x, 84, words, BOLD)
    rule(page, 40, 440, 88)
    for place in range(4):
        y = 102 + 18 * place
        if place % 2:
            page.ground(40, y - 12, 440, y + 6, "#eef5f0")
        page.line(40, y, f"Window {'abcd'[place]}")
        page.line(180, y, f"${place + 1},000,000")
        page.line(300, y, f"City of {'KLMN'[place]}")


@pytest.mark.parametrize("size", [13.0, 16.0, 24.0])
def test_a_heading_right_above_the_heads_is_none_of_them(size: float) -> None:
    page = Typeset()
    grants(page, size)
    assert heads(page) == [["Grant", "Amount", "Recipient"]]
    assert [section.heading for section in segment(page.source(), "forms").sections] == ["Annex 2: Active grants"]


@pytest.mark.parametrize(("x1", "count"), [(330.0, 1), (322.0, 0)])
def test_a_head_wider_than_its_figures_ends_where_they_do(x1: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "Donor", BOLD)
    right(page, x1, 100, "Approved contribution", BOLD)
    for place in range(3):
        page.line(40, 118 + 14 * place, f"Land {'abc'[place]}")
        right(page, 330, 118 + 14 * place, f"{place + 1}20")
    (table,) = grids(page)
    assert bool([cell for cell in table.cells if cell.kind == "head" and cell.column == 1 and cell.span]) == count


@pytest.mark.parametrize(("filled", "columns"), [(8, 3), (6, 2)])
def test_words_right_of_all_figures_stand_in_most_rows(filled: int, columns: int) -> None:
    page = Typeset()
    for x, words in ((40, "Project"), (400, "Status")):
        page.line(x, 100, words, BOLD)
    right(page, 330, 100, "US$", BOLD)
    for place in range(10):
        page.line(40, 118 + 14 * place, f"Work {'abcdefghij'[place]}")
        right(page, 330, 118 + 14 * place, f"{place + 1},250,000")
        if place < filled:
            page.line(400, 118 + 14 * place, "Ongoing")
    assert grids(page)[0].columns == columns


# ------------------------------------------------------------------------------------------------------------- headings


def fiches(page: Typeset) -> None:
    """Two projects, each with a small line over its heading and facts beside its text."""
    for place, (land, name) in enumerate((("ETHIOPIA", "Water in Afar"), ("SOMALIA", "Markets in Puntland"))):
        top = 60 + 200 * place
        page.line(40, top, land, SMALL)
        page.line(40, top + 16, name, HEADING)
        page.column(40, top + 24, 250, prose("alder" if place else "birch", 80))
        for number, (label, value) in enumerate((("Budget", "US$ 7.8 million"), ("Period", "2021-2025"))):
            page.line(400, top + 16 + 30 * number, label, SMALL._replace(bold=True))
            page.line(400, top + 28 + 30 * number, value)


def test_a_small_line_above_a_heading_belongs_to_it_whatever_stands_beside() -> None:
    found = dict(read(fiches))
    assert [name for name, text in found.items() if "SOMALIA" in text] == ["Markets in Puntland"]
    assert "Budget\tUS$ 7.8 million" in found["Markets in Puntland"]


# ---------------------------------------------------------------------------------------------------- figures and facts


def band(page: Typeset, size: float = 18.0, gap: float = 4.0) -> None:
    figures = (("3.1 M", "people in need"), ("US$ 413 M", "funding required"), ("24%", "of it given"))
    for place, (figure, caption) in enumerate(figures):
        page.line(40 + 170 * place, 100, figure, BOLD._replace(size=size))
        page.line(40 + 170 * place, 100 + 0.24 * size + gap + 7.6, caption)


def with_text(page: Typeset) -> Typeset:
    page.line(40, 160, "What has been done", HEADING)
    page.column(40, 170, 250, prose("alder", 80))
    page.column(320, 170, 250, prose("birch", 80).lower())
    return page


def test_figures_set_large_in_a_row_have_their_captions_below() -> None:
    page = Typeset()
    band(page)
    assert told(with_text(page)) == [
        ("people in need", "3.1 M"),
        ("funding required", "US$ 413 M"),
        ("of it given", "24%"),
    ]


@pytest.mark.parametrize(("size", "gap", "count"), [(14.1, 4, 3), (13.9, 4, 0), (18, 9.9, 3), (18, 10.1, 0)])
def test_figures_are_so_much_larger_than_their_captions_and_so_near(size: float, gap: float, count: int) -> None:
    page = Typeset()
    band(page, size, gap)
    assert len(statistics(found_lines(page))) == count


def test_a_caption_may_go_on_with_what_its_figure_says() -> None:
    page = Typeset()
    for place, (figure, caption) in enumerate((("3,559 children", "are ill"), ("1,200 wells", "are dry"))):
        page.line(40 + 250 * place, 100, figure, BOLD._replace(size=18.0))
        page.line(40 + 250 * place, 116, caption)
    assert told(with_text(page)) == []


def cards(page: Typeset, count: int, columns: Sequence[float]) -> None:
    """Boxes side by side over columns of text."""
    width = 520 / count
    for place in range(count):
        page.ground(40 + place * width, 80, 30 + (place + 1) * width, 130)
        page.line(50 + place * width, 100, f"{place + 2}00", BOLD._replace(size=18.0))
        page.line(50 + place * width, 118, f"Schools {'KLMN'[place]}")
    for place, x in enumerate(columns):
        page.line(x, 160, f"Part {'xyzw'[place]}", HEADING)
        page.column(x, 170, 500 / len(columns) - 20, prose(("alder", "birch", "cedar")[place], 60))


@pytest.mark.parametrize(
    ("count", "columns", "whole"), [(4, (40, 310), True), (3, (40, 310), True), (3, (40, 214, 388), False)]
)
def test_a_row_of_boxes_is_read_before_the_columns_below_it(count: int, columns: Sequence[float], whole: bool) -> None:
    text = "\n".join(f"{heading}\n{text}" for heading, text in read(lambda page: cards(page, count, columns)))
    last = text.index(f"Schools {'KLMN'[count - 1]}")
    assert (last < text.index("Part x")) == whole


def panel(page: Typeset, values: Sequence[str], *, colour: str = "#104080") -> None:
    page.ground(380, 140, 560, 300, "#e8f0f8")
    for place, value in enumerate(values):
        page.line(390, 160 + 20 * place, ("Uptake", "Reach so far", "Main backer", "Scope")[place])
        right(page, 550, 160 + 20 * place, value, BOLD._replace(colour=colour))
    page.column(40, 140, 300, prose("alder", 90))


def test_labels_in_one_type_and_values_at_one_edge_in_another_are_facts() -> None:
    page = Typeset()
    panel(page, ("US$ 413,000", "99,120", "Norway", "24 per cent"))
    assert told(page) == [
        ("Uptake", "US$ 413,000"),
        ("Reach so far", "99,120"),
        ("Main backer", "Norway"),
        ("Scope", "24 per cent"),
    ]


@pytest.mark.parametrize(("values", "count"), [(("413", "99", "Norway"), 1), (("413", "Norway"), 0)])
def test_so_many_labels_that_nobody_knows_are_facts(values: Sequence[str], count: int) -> None:
    page = Typeset()
    panel(page, values)
    assert len(labelled([line for line in found_lines(page) if line.box.x0 > 380])) == count


@pytest.mark.parametrize("values", [("413", "99", "512"), ("Peru", "Mali", "Norway")])
def test_values_of_one_kind_alone_make_no_facts_of_labels(values: Sequence[str]) -> None:
    page = Typeset()
    panel(page, values)
    assert labelled([line for line in found_lines(page) if line.box.x0 > 380]) == []


def form(page: Typeset, labels: Sequence[str], style: Style = BOLD) -> None:
    """A ruled form, two labels with their values in each row."""
    for place, label in enumerate(labels):
        x, y = 40 + 260 * (place % 2), 100 + 18 * (place // 2)
        page.line(x + 4, y, label, style)
        page.line(x + 134, y, ("Zamora", "14 March", "CHF 345,678", "21,300")[place])
    for y in (86, 104, 122):
        rule(page, 40, 560, y)
    for x in (40, 170, 300, 430, 560):
        page.rules.append(Rule(BoundingBox(x, 86, x + 0.5, 122)))
    page.column(40, 160, 500, prose("alder", 60))


def test_facts_stand_beside_each_other_on_a_form() -> None:
    page = Typeset()
    form(page, ("Glide", "Issued on", "Allotted sum", "Affected"))
    assert told(page) == [
        ("Glide", "Zamora"),
        ("Issued on", "14 March"),
        ("Allotted sum", "CHF 345,678"),
        ("Affected", "21,300"),
    ]


@pytest.mark.parametrize(
    ("labels", "count"),
    [(("Budget", "Duration", "Donor", "Affected"), 4), (("Budget", "Issued on", "Allotted sum", "Affected"), 0)],
)
def test_a_form_in_one_type_has_labels_that_are_known(labels: Sequence[str], count: int) -> None:
    page = Typeset()
    form(page, labels, TYPE)
    assert len(told(page)) == count


@pytest.mark.parametrize("x", [101.0, 160.0])
def test_facts_with_text_on_their_lines_beside_them(x: float) -> None:
    """A box with facts on its left and a text on its right, line by line level or not."""

    def layout(page: Typeset) -> None:
        for place, (label, value) in enumerate(
            (
                ("Location:", "Baucau"),
                ("Budget:", "USD 3,250,000"),
                ("Duration:", "2022-2025"),
                ("Partner:", "Ministry"),
            )
        ):
            page.line(40, 100 + 12.5 * place, label, BOLD)
            page.line(x, 100 + 12.5 * place, value)
        page.column(320, 92.4, 240, prose("alder", 60))

    (_, text), *_ = read(layout)
    assert "Location:\tBaucau\nBudget:\tUSD 3,250,000\nDuration:\t2022-2025\nPartner:\tMinistry" in text


# ----------------------------------------------------------------------------------------------- headings of chapters


def chapters(page: Typeset, colours: Sequence[str]) -> None:
    for place, colour in enumerate(colours):
        top = 40 + 180 * place
        style = HEADING._replace(size=20.0, bold=False, colour=colour)
        page.line(40, top + 14, ("health", "livelihoods", "markets", "governance")[place], style)
        if place < len(colours) - 1:
            page.column(40, top + 24, 500, prose("alder", 50))
        else:
            page.line(40, top + 60, "2,095,446", TYPE._replace(size=24.0))


@pytest.mark.parametrize(("count", "found"), [(4, True), (3, False)])
def test_headings_in_several_colours_may_have_any(count: int, found: bool) -> None:
    """The last one, in a colour of its own, has no text below it: only that the others are headings tells."""
    page = Typeset()
    chapters(page, ("#7f1542", "#a1b741", "#ca6c18", "#005c82")[-count:])
    headings = [section.heading for section in segment(page.source(), "forms").sections]
    assert (("health", "livelihoods", "markets", "governance")[count - 1] in headings) == found


def test_what_goes_on_with_a_heading_in_lighter_type_is_none() -> None:
    page = Typeset()
    page.line(40, 60, "Statement of activities", HEADING)
    page.line(40, 74, "as of 30 September 2012", TYPE._replace(colour="#104080"))
    page.column(40, 90, 500, prose("alder", 60))
    assert [section.heading for section in segment(page.source(), "forms").sections] == ["Statement of activities"]


def test_a_heading_over_the_unit_of_its_table() -> None:
    page = Typeset()
    page.line(40, 60, "Annex III. Budget by outcome", HEADING)
    page.line(40, 78, "Dollars Of 2019")
    for place in range(4):
        page.line(40, 110 + 14 * place, f"Outcome {'abcd'[place]}")
        right(page, 330, 110 + 14 * place, f"{place + 1},250,000")
        right(page, 430, 110 + 14 * place, f"{place + 2},250,000")
    headings = [section.heading for section in segment(page.source(), "forms").sections]
    assert "Annex III. Budget by outcome" in headings


# ------------------------------------------------------------------------------------------- what stands beside tables


def test_two_accounts_and_a_note_beside_each_other() -> None:
    """Rows of the one are level with some of the other; each word stands in one table, and the note in none."""

    def layout(page: Typeset) -> None:
        page.column(40, 92, 90, "the records of the fund are audited every year by a firm of accountants in town")
        for place, label in enumerate(("Cash", "Loans given", "Grants due", "Stocks")):
            page.line(160, 100 + 12 * place, label)
            right(page, 300, 100 + 12 * place, f"{place + 1},621,625")
            right(page, 360, 100 + 12 * place, f"{place + 2},038,893")
        page.line(160, 172, "Owed")
        for place, label in enumerate(("Payables", "Advances", "Deposits")):
            page.line(160, 186 + 12 * place, label)
            right(page, 300, 186 + 12 * place, f"{place + 1},134,251")
            right(page, 360, 186 + 12 * place, f"{place + 3},610,089")
        for place, label in enumerate(("Salaries", "Travel", "Rent", "Fees", "Print", "Post", "Audit", "Tax")):
            page.line(400, 103 + 14 * place, label)
            right(page, 500, 103 + 14 * place, f"{place + 1},956,823")
            right(page, 560, 103 + 14 * place, f"{place + 2},677,316")

    text = "\n\n".join(text for _, text in read(layout))
    assert "the records of the fund" in text and "Cash\t1,621,625\t2,038,893\nLoans given\t2,621,625" in text
    assert "Payables\t1,134,251\t3,610,089\nAdvances\t2,134,251\t4,610,089\nDeposits" in text
    assert "Salaries\t1,956,823\t2,677,316\nTravel\t2,956,823" in text
    assert all(text.count(word) == 1 for word in ("Payables", "1,134,251", "Salaries", "accountants", "Owed"))


def test_the_next_line_of_an_item_stands_below_its_words_not_below_its_bullet() -> None:
    page = Typeset()
    page.line(40, 60, "Partners", HEADING)
    for place, (item, rest) in enumerate(
        (("Canada: water for the hills", "(2021-2025)"), ("Ireland: schools in towns", "(2022-2024)"))
    ):
        page.line(40, 80 + 40 * place, "■")
        page.line(56, 80 + 40 * place, item)
        page.line(56, 92 + 40 * place, rest)
    (section,) = segment(page.source(), "forms").sections
    assert section.text == "■ Canada: water for the hills (2021-2025)\n\n■ Ireland: schools in towns (2022-2024)"


def test_the_words_of_a_bar_at_the_foot_of_all_pages_head_no_table() -> None:
    """Chapters named at the foot of each page, one of them a word that heads columns."""
    pages = []
    for name in ("alder", "birch", "cedar"):
        page = Typeset()
        page.line(40, 60, f"Part {name}", HEADING)
        page.column(40, 70, 500, prose(name, 60))
        for x, words in ((40, "health"), (200, "livelihoods"), (360, "partners")):
            page.line(x, 770, words, TYPE._replace(colour="#999999"))
        pages.append(page)
    found = segment(document(*pages), "forms")
    assert [section.heading for section in found.sections] == ["Part alder", "Part birch", "Part cedar"]
    assert sum(each.text == "livelihoods" for each in found.furniture) == 3


def bars(page: Typeset, last: float) -> None:
    """A chart whose figures stand at the ends of its bars, the last row at that height."""
    page.line(40, 60, "Contributions by year (USD million)", HEADING)
    rows = (("2018", 61.2), ("2019", 38.9), ("2020", 70.4), ("2021", 92.0))
    for place, (year, figure) in enumerate(rows):
        y = last if place == len(rows) - 1 else 90 + 18 * place
        page.line(40, y, year)
        page.ground(80, y - 9, 80 + 3 * figure, y + 3)
        page.line(86 + 3 * figure, y, str(figure))


@pytest.mark.parametrize(("last", "rows"), [(146.0, 4), (149.0, 3)])
def test_the_figures_at_the_ends_of_bars_are_one_column(last: float, rows: int) -> None:
    page = Typeset()
    bars(page, last)
    page.column(40, 200, 500, prose("alder", 60))
    assert grids(page)[0].cells[-1].row + 1 == rows


def test_tables_beside_each_other_have_one_caption() -> None:
    page = Typeset()
    page.line(40, 60, "Who gave", HEADING)
    page.line(40, 80, "Thousands of dollars")
    for x, names in ((40, ("Chad", "Chile", "China")), (320, ("Denmark", "Egypt", "Fiji"))):
        for place, name in enumerate(names):
            page.line(x, 110 + 16 * place, name)
            right(page, x + 220, 110 + 16 * place, f"{place + 2},250")
    (section,) = segment(page.source(), "forms").sections
    captions = [table.caption for table in grids(page)]
    assert [section.content[span.start : span.end] for span in captions if span] == ["Thousands of dollars"] * 2


@pytest.mark.parametrize(("top", "owner"), [(230.0, "What came in"), (120.0, "Who gave most")])
def test_a_table_beside_a_text_belongs_to_it(top: float, owner: str) -> None:
    """The text ends above the next heading, or goes on below it beside the table."""

    def layout(page: Typeset) -> None:
        page.line(40, 60, "What came in", HEADING)
        page.column(40, 70, 240, prose("alder", 40))
        page.line(40, top, "Who gave most", HEADING)
        page.column(40, top + 10, 240, prose("birch", 40))
        for place, name in enumerate(("Core", "Themes", "Earmarked", "Other")):
            page.line(330, 80 + 18 * place, name)
            right(page, 480, 80 + 18 * place, f"{place + 1}5%")

    assert [name for name, text in read(layout) if "Earmarked\t35%" in text] == [owner]


def test_a_line_in_sloping_type_is_a_paragraph_of_its_own() -> None:
    """The town of a grantee, and what the grant is for."""
    page = Typeset()
    page.line(40, 60, "Andes Water Fund", HEADING)
    page.line(40, 76, "Lima, Peru", TYPE._replace(italic=True))
    page.column(40, 80.9, 400, "For payments in three basins where people watch over the water that towns drink below.")
    (section,) = segment(page.source(), "forms").sections
    assert section.text.startswith("Lima, Peru\n\nFor payments")


def strip(page: Typeset, top: float, values: Sequence[str]) -> None:
    for place, value in enumerate(values):
        page.line(
            50 + 130 * place, top, ("Wherever", "Whenever", "How much", "Who pays")[place], SMALL._replace(bold=True)
        )
        page.line(50 + 130 * place, top + 12, value)


def test_a_heading_in_parts_on_a_bar_over_a_strip_of_facts() -> None:
    """A number, a bar and a name in two sizes are one heading, for what stands below them has its own columns."""

    def layout(page: Typeset) -> None:
        for place, name in enumerate(("Grain banks", "Courts for women")):
            top = 40 + 200 * place
            page.ground(40, top, 560, top + 24, "#344e41")
            page.line(50, top + 16, f"PROJECT {place + 1}", WHITE)
            page.line(107, top + 16, "|", WHITE)
            page.line(124, top + 16, name, WHITE._replace(size=12.0))
            strip(page, top + 40, ("Ethiopia", "Spring", "EUR 2,300,000", "Ireland"))
            page.column(40, top + 70, 500, prose(("alder", "birch")[place], 60))

    found = dict(read(layout))
    assert list(found) == ["PROJECT 1 | Grain banks", "PROJECT 2 | Courts for women"]
    assert found["PROJECT 1 | Grain banks"].startswith("Wherever\tEthiopia\nWhenever\tSpring\nHow much\tEUR 2,300,000")


@pytest.mark.parametrize(("x1", "count"), [(105.0, 2), (107.0, 1)])
def test_a_line_that_a_rule_underlines_from_end_to_end_is_a_heading(x1: float, count: int) -> None:
    page = Typeset()
    page.line(40, 60, "Programme priorities", HEADING)
    page.line(40, 80, "Food systems")
    rule(page, 40, x1, 82)
    page.column(40, 90, 500, prose("alder", 60))
    sections = segment(page.source(), "forms").sections
    assert [section.heading for section in sections] == ["Programme priorities", "Food systems"][:count]


@pytest.mark.parametrize(("apart", "joined"), [(79.0, True), (81.0, False)])
def test_signs_apart_from_their_figures_and_numbers_before_the_labels(apart: float, *, joined: bool) -> None:
    """Accounts set the sign of a currency at the left edge of the column, in the first row and that of totals."""
    page = Typeset()
    for x, words in ((40, "Rank"), (80, "Donor")):
        page.line(x, 100, words, BOLD)
    for place, name in enumerate(("Norway", "Sweden", "Finland", "Total")):
        y = 118 + 14 * place
        page.line(80, y, name)
        if name != "Total":
            page.line(44, y, str(place + 1))
        for x in (330, 500):
            right(page, x, y, f"{place + 2},250,000")
            if place in (0, 3):
                page.line(x - 45 - apart - 5, y, "$")
    for x, words in ((330, "Core"), (500, "Other")):
        right(page, x, 100, words, BOLD)
    content = segment(page.source(), "forms").sections[0].content
    assert ("1\tNorway\t$ 2,250,000\t$ 2,250,000" in content) == joined
    assert content.startswith("Rank\tDonor")


def test_a_bold_name_in_a_list_without_full_stops_is_no_aside() -> None:
    page = Typeset()
    page.line(40, 60, "Grants", HEADING)
    for place, (name, use) in enumerate((("Asha Trust", "for wells in the hills"), ("Umoja", "to train nurses"))):
        page.line(40, 80 + 40 * place, name, BOLD)
        page.line(40, 92 + 40 * place, use)
    sections = segment(page.source(), "forms").sections
    assert " ".join(section.content for section in sections).count("Umoja") == 1
    assert not any(section.content.strip() == "Umoja" for section in sections)
