"""Tables of reports as cells in rows and columns: what parts them, how cells are set, what heads them."""

from collections.abc import Callable, Sequence

import pytest

from pipeline.model import BoundingBox, Facts, Rule, Section, Style, Table
from pipeline.segment import segment
from tests.segment.test_blocks import assert_form
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose

BOLD = TYPE._replace(font="Sans-Bold", bold=True)
LEFT, PITCH = 40.0, 18.0
DONORS = (("Donor", "2023", "2024"), ("Norway", "1,250", "1,300"), ("Sweden", "800", ""), ("Total", "2,050", "1,300"))


def sections(*pages: Typeset) -> list[Section]:
    found = segment(document(*pages), "tables").sections
    for section in found:
        assert_form(section)
    return list(found)


def tables(*pages: Typeset) -> list[list[list[str]]]:
    """The texts of the cells of each table, row by row."""
    return [
        [[section.content[slice(*cell.span)] for cell in block.row(row)] for row in range(block.rows)]
        for section in sections(*pages)
        for block in section.blocks
        if isinstance(block, Table)
    ]


def whole(*pages: Typeset) -> tuple[Section, Table]:
    (found,) = [
        (section, block) for section in sections(*pages) for block in section.blocks if isinstance(block, Table)
    ]
    return found


def cells(page: Typeset, rows: Sequence[Sequence[str]], x: Sequence[float], top: float = 100.0) -> None:
    """Cells at these places across, the lines of a cell apart by a line end, the first row in bold."""
    for place, row in enumerate(rows):
        for left, cell in zip(x, row, strict=True):
            for line, text in enumerate(cell.split("\n")):
                if text:
                    page.line(left, top + 12 + PITCH * place + 11 * line, text, TYPE if place else BOLD)


def grid(page: Typeset, x: Sequence[float], y: Sequence[float]) -> None:
    """All rules of a table with cells between these places."""
    page.rules += [Rule(BoundingBox(x[0], at, x[-1], at + 0.5)) for at in y]
    page.rules += [Rule(BoundingBox(at, y[0], at + 0.5, y[-1])) for at in x]


def ruled(page: Typeset) -> None:
    cells(page, DONORS, (44, 144, 244))
    grid(page, (40, 140, 240, 340), [100 + PITCH * place for place in range(5)])


def striped(page: Typeset) -> None:
    cells(page, DONORS, (44, 144, 244))
    for place in range(4):
        for left in (40, 140, 240):
            page.ground(
                left, 100 + PITCH * place, left + 100, 100 + PITCH * (place + 1), ("#eeeeee", "#ffffff")[place % 2]
            )


def rules_in_pieces(page: Typeset) -> None:
    """Rules between rows, a piece for each column, none above the heads and none below the last row."""
    cells(page, DONORS, (44, 144, 244))
    for place in (1, 2, 3):
        for left in (40, 140, 240):
            page.rules.append(Rule(BoundingBox(left, 100 + PITCH * place, left + 100, 100.5 + PITCH * place)))


def borderless(page: Typeset) -> None:
    cells(page, DONORS, (44, 144, 244))


@pytest.mark.parametrize("layout", [ruled, striped, rules_in_pieces, borderless], ids=lambda layout: layout.__name__)
def test_a_table_of_donors_with_an_empty_cell(layout: Callable[[Typeset], None]) -> None:
    page = Typeset()
    layout(page)
    section, table = whole(page)
    assert tables(page) == [[list(row) for row in DONORS]]
    assert [cell.kind for cell in table.cells if cell.column == 0] == ["head", "cell", "cell", "total"]
    figure = next(cell for cell in table.cells if section.content[slice(*cell.span)] == "1,250")
    assert [section.content[slice(*cell.span)] for cell in table.heads(figure)] == ["2023"]
    assert [section.content[slice(*cell.span)] for cell in table.labels(figure)] == ["Norway"]
    assert section.text.split("\n")[2] == "Sweden\t800\t"


def test_cells_of_several_lines_are_read_each_for_itself() -> None:
    page = Typeset()
    rows = (("Operation", "Recipient", "Dates"), ("Safer\nmines", "Union of\nminers", "20/03/15 –\n31/12/18"))
    for place, row in enumerate(rows):
        for left, cell in zip((44, 144, 244), row, strict=True):
            for line, text in enumerate(cell.split("\n")):
                page.line(left, 112 + 20 * place + 11 * line, text, TYPE if place else BOLD)
    page.lines[-2:] = []
    page.line(244, 132, "20/03/15")  # justified: the dash stands at the edge of the cell
    page.line(330, 132, "–")
    page.line(244, 143, "31/12/18")
    grid(page, (40, 140, 240, 340), (100, 120, 150))
    assert tables(page) == [
        [["Operation", "Recipient", "Dates"], ["Safer mines", "Union of miners", "20/03/15 – 31/12/18"]]
    ]


def test_a_first_column_that_spans_rows_heads_them_all() -> None:
    page = Typeset()
    cells(
        page,
        (("Sector", "Donor", "Amount"), ("", "Norway", "500"), ("Public", "Sida", "300"), ("", "Japan", "200")),
        (44, 144, 244),
    )
    page.rules += [Rule(BoundingBox(40, at, 340, at + 0.5)) for at in (100, 118, 172)]
    page.rules += [Rule(BoundingBox(140, at, 340, at + 0.5)) for at in (136, 154)]
    page.rules += [Rule(BoundingBox(at, 100, at + 0.5, 172)) for at in (40, 140, 240, 340)]
    section, table = whole(page)
    figures = [cell for cell in table.cells if cell.column == 2 and cell.kind == "cell"]
    labels = [[section.content[slice(*label.span)] for label in table.labels(figure)] for figure in figures]
    assert labels == [["Public", "Norway"], ["Public", "Sida"], ["Public", "Japan"]]


def test_heads_of_two_levels() -> None:
    page = Typeset()
    rows = (
        ("Donor", "Millions of euros", ""),
        ("", "2023", "2024"),
        ("Norway", "1.5", "2.5"),
        ("Sweden", "3.5", "4.5"),
    )
    cells(page, rows, (44, 144, 244))
    page.rules += [Rule(BoundingBox(40, at, 340, at + 0.5)) for at in (100, 136, 154, 172)]
    page.rules += [Rule(BoundingBox(140, 118, 340, 118.5))]
    page.rules += [Rule(BoundingBox(at, 100, at + 0.5, 172)) for at in (40, 140, 340)]
    page.rules += [Rule(BoundingBox(240, 118, 240.5, 172))]
    section, table = whole(page)
    last = table.cells[-1]
    assert [section.content[slice(*head.span)] for head in table.heads(last)] == ["Millions of euros", "2024"]


def test_figures_between_two_rules_are_rows_and_lines_of_words_head_those_below_them() -> None:
    page = Typeset()
    rows = (
        ("Item", "2023", "2024"),
        ("Revenue", "", ""),
        ("Gifts", "1.5", "2.5"),
        ("Other", "3.5", "4.5"),
        ("Total", "5.0", "7.0"),
    )
    cells(page, rows, (44, 144, 244))
    grid(page, (40, 140, 240, 340), (100, 118, 172, 190))
    assert tables(page) == [[list(row) for row in rows]]


def test_the_label_of_several_lines_stands_beside_one_line_of_figures() -> None:
    page = Typeset()
    for baseline, text in (
        (100, "Statistics for all"),
        (120, "Training centre for"),
        (131, "the districts"),
        (151, "Roads"),
    ):
        page.line(44, baseline, text)
    for baseline, text in ((100, "$2,000"), (120, "$15,000"), (151, "$1,000")):
        page.line(304, baseline, text.rjust(7))
    assert tables(page) == [
        [["Statistics for all", "$2,000"], ["Training centre for the districts", "$15,000"], ["Roads", "$1,000"]]
    ]


def test_two_tables_side_by_side_are_two() -> None:
    page = Typeset()
    for x, rows in (
        (40, (("Cash", "1,200"), ("Loans", "3,400"), ("Land", "5,600"))),
        (320, (("Wages", "700"), ("Rent", "800"))),
    ):
        for place, (label, figure) in enumerate(rows):
            page.line(x, 100 + 14 * place + (x > 100) * 7, label)
            page.line(x + 150, 100 + 14 * place + (x > 100) * 7, figure)
    assert sorted(tables(page)) == [
        [["Cash", "1,200"], ["Loans", "3,400"], ["Land", "5,600"]],
        [["Wages", "700"], ["Rent", "800"]],
    ]


def test_a_table_that_goes_on_over_the_page_is_one_and_its_heads_are_told_once() -> None:
    pages = []
    for names in (("Norway", "Sweden", "Japan"), ("Chad", "Mali", "Peru")):
        page = Typeset()
        top = 700.0 if names[0] == "Norway" else 40.0
        rows = (("Donor", "2023", "2024"), *((name, "1.5", "2.5") for name in names))
        cells(page, rows, (44, 144, 244), top)
        grid(page, (40, 140, 240, 340), [top + PITCH * place for place in range(5)])
        pages.append(page)
    pages[0].column(40, 40, 400, prose("alder", 60))
    (found,) = tables(*pages)
    assert [row[0] for row in found] == ["Donor", "Norway", "Sweden", "Japan", "Chad", "Mali", "Peru"]


def test_a_title_in_the_table_and_notes_below_it_are_no_rows() -> None:
    page = Typeset()
    page.line(44, 94, "Contributions by donor", BOLD)
    cells(page, DONORS, (44, 144, 244))
    page.line(44, 184, "* Not counting gifts in kind.")
    page.rules += [Rule(BoundingBox(40, at, 340, at + 0.5)) for at in (82, 100, 118, 136, 154, 172, 190)]
    page.rules += [Rule(BoundingBox(at, 82, at + 0.5, 190)) for at in (40, 340)]
    page.rules += [Rule(BoundingBox(at, 100, at + 0.5, 172)) for at in (140, 240)]
    assert tables(page) == [[list(row) for row in DONORS]]


def test_cards_in_a_ruled_grid_are_no_table() -> None:
    page = Typeset()
    for place in range(4):
        x, top = 40 + 250 * (place % 2), 100 + 150 * (place // 2)
        page.column(x + 10, top + 10, 220, prose(f"card{place}", 90))
    grid(page, (40, 290, 540), (100, 250, 400))
    assert tables(page) == []


def test_labels_and_values_of_many_kinds_are_facts() -> None:
    page = Typeset()
    rows = (
        ("Budget", "USD 2,500,000"),
        ("Duration", "January 2020 – May 2022"),
        ("Donor", "Sida"),
        ("Partners", "FAO"),
    )
    cells(page, rows, (44, 144))
    page.lines[0], page.lines[1] = page.lines[1], page.lines[0]
    grid(page, (40, 140, 340), [100 + PITCH * place for place in range(5)])
    (section,) = sections(page)
    (facts,) = (block for block in section.blocks if isinstance(block, Facts))
    told = [(section.content[slice(*fact.label)], section.content[slice(*fact.value)]) for fact in facts.facts]
    assert told == list(rows)


def test_facts_on_one_line() -> None:
    page = Typeset()
    page.column(40, 40, 400, prose("alder", 30))
    page.line(40, 120, "Budget: US$ 1.2 million | Period: 2019-2022 | Donor: Norway")
    (section,) = sections(page)
    assert section.text.split("\n")[-3:] == ["Budget:\tUS$ 1.2 million |", "Period:\t2019-2022 |", "Donor:\tNorway"]
    (facts,) = (block for block in section.blocks if isinstance(block, Facts))
    assert [section.content[slice(*fact.value)] for fact in facts.facts] == ["US$ 1.2 million", "2019-2022", "Norway"]


@pytest.mark.parametrize(("size", "is_table"), [(14.0, False), (10.0, True)], ids=["a panel", "a cell"])
def test_a_text_with_its_heading_beside_a_coloured_map_is_no_cell(size: float, is_table: bool) -> None:
    page = Typeset()
    page.ground(40, 100, 300, 300)
    page.line(50, 120, "Snapshot", TYPE._replace(size=size))
    page.column(50, 130, 240, prose("alder", 60))
    for place, names in enumerate((("Gulf", "Sea"), ("Lake", "Hills"))):
        for at, name in enumerate(names):
            page.ground(
                300 + 100 * at, 100 + 100 * place, 400 + 100 * at, 200 + 100 * place, f"#{at + 2}{place + 2}ccdd"
            )
            page.line(320 + 100 * at, 150 + 100 * place, name)
    assert bool(tables(page)) is is_table


def stripes(page: Typeset, rows: int, top: float, right: float = 340.0) -> None:
    for place in range(rows):
        page.ground(40, top + PITCH * place, right, top + PITCH * (place + 1), ("#ffffff", "#e8eef5")[place % 2])


@pytest.mark.parametrize("bold", [True, False], ids=["in the type of the heads", "in other type"])
def test_two_levels_of_heads_over_striped_rows(bold: bool) -> None:
    page = Typeset()
    upper = BOLD if bold else TYPE._replace(italic=True)
    for x, text in ((44, "Donor"), (180, "Core"), (300, "All")):
        page.line(x, 96, text, upper)
    for x, text in ((144, "2022"), (214, "2023"), (284, "2022")):
        page.line(x, 112, text, BOLD)
    cells(page, (("Norway", "1,250", "1,300", "2,550"), ("Sweden", "800", "900", "1,700")), (44, 144, 214, 284), 118)
    page.lines = [
        tuple(run._replace(style=TYPE) if run.text in {"Norway", "1,250", "1,300", "2,550"} else run for run in line)
        for line in page.lines
    ]
    stripes(page, 2, 118)
    (table,) = tables(page)
    assert len(table) == (4 if bold else 3)
    assert table[-1] == ["Sweden", "800", "900", "1,700"]


def test_a_line_alone_between_rules_names_the_rows_below_it() -> None:
    page = Typeset()
    rows = (
        ("Project", "Country", "Budget"),
        ("West Africa", "", ""),
        ("Seeds", "Mali", "2,500"),
        ("Courts", "Niger", "950"),
        ("East Africa", "", ""),
        ("Stoves", "Uganda", "1,045"),
        ("Wells", "Kenya", "780"),
    )
    cells(page, rows, (44, 144, 244))
    page.rules += [Rule(BoundingBox(40, 100 + PITCH * place, 340, 100.5 + PITCH * place)) for place in range(1, 8)]
    assert tables(page) == [[list(row) for row in rows]]


@pytest.mark.parametrize(
    ("name", "style"),
    [("The courts of the district were opened.", TYPE), ("West Africa", TYPE._replace(size=14.0))],
    ids=["a sentence", "larger type"],
)
def test_what_is_no_name_of_rows_ends_a_table(name: str, style: Style) -> None:
    page = Typeset()
    page.line(44, 112, name, style)
    for place, row in enumerate((("Seeds", "Mali", "2,500"), ("Courts", "Niger", "950"))):
        for x, text in zip((44, 144, 244), row, strict=True):
            page.line(x, 130 + PITCH * place, text)
    page.rules += [Rule(BoundingBox(40, 100 + PITCH * place, 340, 100.5 + PITCH * place)) for place in range(4)]
    assert tables(page) == [[["Seeds", "Mali", "2,500"], ["Courts", "Niger", "950"]]]


def test_a_label_that_heads_several_rows_between_two_rules() -> None:
    page = Typeset()
    rows = (("Region", "Country", "Project", "Amount"), ("West", "Mali\nNiger", "Seeds\nCourts", "1,200\n850"))
    cells(page, (*rows, ("East", "Kenya\nUganda", "Wells\nStoves", "640\n90")), (44, 104, 164, 244))
    page.lines = page.lines[:4]
    for place, row in enumerate((*rows[1:], ("East", "Kenya\nUganda", "Wells\nStoves", "640\n90"))):
        for x, cell in zip((44, 104, 164, 244), row, strict=True):
            for line, text in enumerate(cell.split("\n")):
                page.line(x, 130 + 40 * place + 14 * line, text)
    page.rules += [Rule(BoundingBox(40, at, 340, at + 0.5)) for at in (118, 155, 195)]
    section, table = whole(page)
    assert [section.content[slice(*label.span)] for label in table.labels(table.cells[-1])] == ["East", "Uganda"]
    assert [cell.rows for cell in table.cells if section.content[slice(*cell.span)] in {"West", "East"}] == [2, 2]


@pytest.mark.parametrize(
    ("name", "goes_on"),
    [("Operations (continued)", True), ("Operations – continued", True), ("Loans (continued)", False)],
)
def test_a_heading_that_says_that_it_goes_on_opens_no_section(name: str, goes_on: bool) -> None:
    pages = []
    for heading, names in (("Operations", ("Trams", "Trains")), (name, ("Boats", "Barges"))):
        page = Typeset()
        page.line(40, 80, heading, HEADING)
        if not pages:
            page.line(40, 30, "About the operations", HEADING)
            page.column(40, 36, 500, prose("alder", 30))
        rows = (("Operation", "2023", "2024"), *((row, "1.5", "2.5") for row in names))
        cells(page, rows, (44, 144, 244), 100)
        grid(page, (40, 140, 240, 340), [100 + PITCH * place for place in range(4)])
        pages.append(page)
    found = segment(document(*pages), "sample")
    headings = [section.heading for section in found.sections if section.heading != "About the operations"]
    assert headings == ["Operations", *([] if goes_on else [name])]
    assert [[row[0] for row in table] for table in tables(*pages)] == (
        [["Operation", "Trams", "Trains", "Boats", "Barges"]]
        if goes_on
        else [["Operation", "Trams", "Trains"], ["Operation", "Boats", "Barges"]]
    )
    assert [part.text for part in found.furniture if "section" in part.reason] == ([name] if goes_on else [])
