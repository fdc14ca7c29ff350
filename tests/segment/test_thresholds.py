"""Every distance that the layout is read by, a little below it and a little above: what a page says changes between.

Distances are in ems of type of 10 points, which a tenth of an em of slack keeps apart from rounding.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.model import BoundingBox, Boxes, Link, Rule, Run, Source, Style, Tag
from pipeline.segment import segment
from pipeline.segment.elements import from_top, level
from pipeline.segment.facts import states_figure
from pipeline.segment.icons import icon_fonts
from pipeline.segment.lines.baselines import Line, lines
from pipeline.segment.lines.drop_caps import lift_initials
from pipeline.segment.lines.gutters import stretches as heights
from pipeline.segment.lines.gutters import tallest_band
from pipeline.segment.lines.justification import whole_lines
from pipeline.segment.lines.rotation import turned_lines, turned_pages
from pipeline.segment.lines.stretches import stretches
from pipeline.segment.order.structure_tree import trusted
from pipeline.segment.regions import Panel, page_panel
from pipeline.segment.typography import runs_on, typography
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose, wrapped

EM = TYPE.size
Pair = pytest.mark.parametrize
FULL = "the districts where people found that plans and wages have begun"  # a line that fills its column
SMALL = TYPE._replace(size=6.0)


def text(page: Typeset) -> str:
    return "\n\n".join(section.content for section in segment(page.source(), "page").sections)


def printed(page: Typeset) -> list[str]:
    """The lines of a page before any reading order, by their words."""
    return sorted(line.text for line in found_lines(page))


def found_lines(page: Typeset) -> list[Line]:
    return lines(stretches(run for line in page.lines for run in line))


def beside(*texts: str, gap: float, style=TYPE, rise: float = 0.0) -> Typeset:
    """Texts on one line with white between them; those after the first stand higher by the rise."""
    page, x = Typeset(), 40.0
    for place, part in enumerate(texts):
        page.line(x, 100 - (rise if place else 0), part, style if place else TYPE)
        x += len(part) * (style if place else TYPE).size / 2 + gap
    return page


# ---------------------------------------------------------------------------------------------------- letters and words


@Pair(("gap", "words"), [(0.14, "wagesplans"), (0.16, "wages plans")])
def test_a_blank_is_wider_than_letters_are_apart(gap: float, words: str) -> None:
    assert printed(beside("wages", "plans", gap=gap * EM)) == [words]


@Pair(("spacing", "words"), [(0.045, ["ab cd ef"]), (0.055, ["abcdef"])])
def test_the_letters_of_a_spaced_line_are_no_words(spacing: float, words: list[str]) -> None:
    """White of 0.19 em parts words in common type, and none where all letters are set apart."""
    page, x = Typeset(), 40.0
    for place, letter in enumerate("abcdef"):
        x += (0.19 if place in {2, 4} else spacing) * EM if place else 0
        page.line(x, 100, letter)
        x += EM / 2
    assert printed(page) == words


@Pair(("letters", "words"), [("abcd", "ab cd"), ("abcde", "abcde")])
def test_three_gaps_do_not_show_that_a_line_is_spaced_and_four_do(letters: str, words: str) -> None:
    page, x = Typeset(), 40.0
    for place, letter in enumerate(letters):
        x += (0.19 if place == 2 else 0.06) * EM if place else 0
        page.line(x, 100, letter)
        x += EM / 2
    assert printed(page) == [words]


@Pair(("size", "word"), [(19.5, "T he"), (20.5, "The")])
def test_an_initial_is_twice_as_large_as_its_word(size: float, word: str) -> None:
    page = Typeset()
    page.line(40, 100, "T", TYPE._replace(size=size))
    page.line(40 + size / 2 + 2, 100, "he")
    assert printed(page) == [word]


# ---------------------------------------------------------------------------------------------------------------- lines


@Pair(("gap", "found"), [(0.95, ["wages plans"]), (1.05, ["plans", "wages"])])
def test_a_gap_of_an_em_ends_a_line(gap: float, found: list[str]) -> None:
    assert printed(beside("wages", "plans", gap=gap * EM)) == found


@Pair(("rise", "found"), [(0.14, ["wages plans"]), (0.16, ["plans", "wages"])])
def test_type_a_little_off_its_baseline_is_of_the_line(rise: float, found: list[str]) -> None:
    assert printed(beside("wages", "plans", gap=3, rise=rise * EM)) == found


@Pair(("rise", "count"), [(0.019, 1), (0.021, 2)])
def test_a_stretch_has_one_baseline(rise: float, count: int) -> None:
    page = beside("wages", "plans", gap=3, rise=rise * EM)
    assert len(list(stretches(run for line in page.lines for run in line))) == count


@Pair(
    ("mark", "gap", "rise", "size", "found"),
    [
        ("a", 0.28, 4.0, 6.0, ["wages a"]),
        ("a", 0.32, 4.0, 6.0, ["a", "wages"]),
        ("a", 0.1, 5.9, 6.0, ["wagesa"]),
        ("a", 0.1, 6.1, 6.0, ["a", "wages"]),
        ("a", 0.1, 4.0, 8.3, ["wagesa"]),
        ("a", 0.1, 4.0, 8.5, ["a", "wages"]),
        ("abcd", 0.1, 4.0, 6.0, ["wagesabcd"]),
        ("abcde", 0.1, 4.0, 6.0, ["abcde", "wages"]),
    ],
    ids=["near", "far", "low", "high", "small", "large", "short", "long"],
)
def test_a_raised_mark_is_near_its_word_low_small_and_short(
    mark: str, gap: float, rise: float, size: float, found: list[str]
) -> None:
    assert printed(beside("wages", mark, gap=gap * EM, style=TYPE._replace(size=size), rise=rise)) == found


@Pair(("apart", "baseline"), [(4.5, 120.0), (5.5, 120.0 - 5.5)])
def test_an_initial_stands_beside_lines_over_a_quarter_of_its_height(apart: float, baseline: float) -> None:
    page = Typeset()
    page.line(40, 120, "T", TYPE._replace(size=20.0))
    page.line(52, 120, "plans", TYPE._replace(size=4.0))
    page.line(52, 120 - apart, "he wages", TYPE._replace(size=4.0))
    drawn = list(stretches(run for line in page.lines for run in line))
    assert lift_initials(drawn)[0].baseline == baseline


@Pair(("gap", "baseline"), [(9.5, 108.0), (10.5, 120.0)])
def test_an_initial_stands_within_half_an_em_of_its_lines(gap: float, baseline: float) -> None:
    page = Typeset()
    page.line(40, 120, "T", TYPE._replace(size=20.0))
    for line in (108, 120):
        page.line(50 + gap, line, "he wages")
    drawn = list(stretches(run for line in page.lines for run in line))
    assert lift_initials(drawn)[0].baseline == baseline


@Pair(("reach", "found"), [(4.9, ["1. wages"]), (5.1, ["1.", "wages"])])
def test_a_marker_hangs_within_five_ems_of_its_item(reach: float, found: list[str]) -> None:
    assert printed(beside("1.", "wages", gap=reach * EM)) == found


@Pair(("marker", "found"), [("(iii)", ["(iii) wages"]), ("(viii)", ["(viii)", "wages"])])
def test_a_marker_has_five_letters_at_most(marker: str, found: list[str]) -> None:
    assert printed(beside(marker, "wages", gap=2 * EM)) == found


@Pair(("lower", "are_level"), [(3.4, True), (3.6, False)])
def test_lines_are_level_within_a_third_of_an_em(lower: float, are_level: bool) -> None:
    one, other = found_lines(beside("wages", "plans", gap=100, rise=lower))
    assert level(one, other) is are_level


# ------------------------------------------------------------------------------------------------------ narrow gutters


def narrow_columns(count: int, gap: float, jut: float = 0.0) -> Typeset:
    """Lines of two columns with so much white between them, the last of the right one set in by `jut`."""
    page = Typeset()
    for line in range(count):
        page.line(40, 100 + 7 * line, "the alder goes on", SMALL)
        x = 40 + 17 * 3 + gap + (jut if line == count - 1 else 0)
        page.line(x, 100 + 7 * line, "in birch districts", SMALL)
    return page


@Pair(("count", "are_columns"), [(3, False), (4, True)])
def test_a_gutter_narrower_than_an_em_goes_through_four_lines(count: int, are_columns: bool) -> None:
    """Two or three blanks below each other are chance."""
    assert len(printed(narrow_columns(count, 5.0))) == count * (1 + are_columns)


@Pair(("gap", "are_columns"), [(0.57, False), (0.63, True)])
def test_a_narrow_gutter_is_wider_than_a_blank(gap: float, are_columns: bool) -> None:
    assert len(printed(narrow_columns(5, gap * SMALL.size))) == 5 * (1 + are_columns)


@Pair(("jut", "are_columns"), [(0.9, True), (1.1, False)])
def test_a_narrow_gutter_is_straight(jut: float, are_columns: bool) -> None:
    assert len(printed(narrow_columns(4, 4.5, jut))) == 4 * (1 + are_columns)


@Pair(("white", "read_down"), [(6.7, False), (8.0, True)])
def test_columns_have_nearly_an_em_of_white_between_them(white: float, read_down: bool) -> None:
    """Boxes may reach into it by a point on both sides."""
    page = Typeset()
    for x, name in ((40, "alder"), (40 + 225 + white, "birch")):
        for line in range(12):
            page.line(x, 50 + 12.5 * line, f"{name} {line:02} goes on in the districts, where once")
    found = text(page)
    assert (found.index("alder 11") < found.index("birch 00")) is read_down


@Pair(("gap", "count"), [(7.9, 1), (8.1, 2)])
def test_lines_of_a_paragraph_are_less_than_a_line_apart(gap: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "wages")
    page.line(40, 110 + gap, "plans")
    assert len(heights(sorted(found_lines(page), key=from_top))) == count


def band(lower: float, *, jut: float = 0.0) -> bool:
    """Whether white parts two lines, of which the right one stands so much lower; the left one juts into it."""
    page = Typeset()
    page.line(265 + jut, 100, "wages")  # 9 points of white after it, where it does not jut
    page.line(299, 100 + lower, "plans")
    return tallest_band(sorted(found_lines(page), key=from_top)) is not None


@Pair(("lower", "parted"), [(4.9, True), (5.1, False)])
def test_text_stands_beside_text_over_half_an_em(lower: float, parted: bool) -> None:
    assert band(lower) is parted


@Pair(("jut", "parted"), [(0.9, True), (1.1, False)])
def test_boxes_may_reach_into_a_gutter_by_a_point(jut: float, parted: bool) -> None:
    assert band(4, jut=jut) is parted


# --------------------------------------------------------------------------------------------------- grounds and rules


def whole(page: Typeset) -> Panel:
    panel, _ = page_panel(page.page(), list(stretches(run for line in page.lines for run in line)))
    return panel


def panels(page: Typeset) -> int:
    return len(whole(page).panels)


def dividers(page: Typeset) -> int:
    return len(whole(page).dividers)


@Pair(("width", "count"), [(23.5, 0), (24.5, 1)])
def test_what_is_narrower_than_two_letters_is_no_ground(width: float, count: int) -> None:
    page = Typeset()
    for baseline in (100, 112):
        page.line(41, baseline, "plan")
        page.line(300, baseline, "wages")
    page.ground(40, 90, 40 + width, 120)
    assert panels(page) == count


@Pair(("width", "count"), [(23.5, 0), (24.5, 1)])
def test_a_rule_as_short_as_a_word_parts_nothing(width: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "wages")
    page.rules.append(Rule(BoundingBox(40, 110, 40 + width, 111)))
    assert dividers(page) == count


@Pair(("apart", "count"), [(5.9, 1), (6.1, 2)])
def test_a_rule_drawn_in_pieces_is_one(apart: float, count: int) -> None:
    page = Typeset()
    page.line(40, 100, "wages")
    for x0 in (40, 140 + apart):
        page.rules.append(Rule(BoundingBox(x0, 110, x0 + 100, 111)))
    assert dividers(page) == count


@Pair(
    ("edge", "count"),
    [(0.79, 0), (0.81, 1), (0.21, 0), (0.19, 1)],
    ids=["cuts its end", "holds it", "cuts its beginning", "beside it"],
)
def test_an_area_whose_edge_cuts_a_line_is_no_ground(edge: float, count: int) -> None:
    """A line of ten letters, of which so much lies on an area with two lines of its own."""
    page = Typeset()
    page.line(100, 100, "thedistric")
    for baseline in (120, 132):
        page.line(62, baseline, "plans")
        page.line(300, baseline, "wages")
    page.ground(60, 90, 100 + 50 * edge, 140)
    assert panels(page) == count


@Pair(("tall", "count"), [(59.0, 0), (61.0, 2)])
def test_the_row_of_a_striped_table_is_no_higher_than_six_lines(tall: float, count: int) -> None:
    page = Typeset()
    for top in (100, 200):
        page.ground(40, top - 10, 400, top + 70)
        for x in (50, 250):
            page.line(x, top, "wages")
            page.line(x, top + tall, "plans")
    page.line(40, 400, "outside")
    assert panels(page) == count


@Pair(("apart", "count"), [(1.9, 0), (2.1, 1)])
def test_a_frame_that_stands_apart_is_a_ground(apart: float, count: int) -> None:
    page = Typeset()
    page.frames.append(BoundingBox(40, 90, 200, 120))
    page.rules.append(Rule(BoundingBox(40, 120 + apart, 200, 120.5 + apart)))
    for baseline in (100, 112):
        page.line(50, baseline, "plans")
        page.line(300, baseline, "wages")
    assert panels(page) == count


@Pair(("deep", "count"), [(4.9, 0), (5.1, 1)])
def test_a_ground_of_a_single_line_is_no_panel(deep: float, count: int) -> None:
    """Two words on it that are no further apart than half the type's size stand on one line."""
    page = Typeset()
    page.line(50, 100, "plans")
    page.line(120, 100 + deep, "and")
    page.line(300, 100, "wages")
    page.ground(40, 85, 200, 115)
    assert panels(page) == count


# ----------------------------------------------------------------------------------------------------------- paragraphs


def paragraphs(page: Typeset) -> int:
    return len(text(page).split("\n\n"))


@Pair(
    ("wider", "end", "count"),
    [(0.28, ".", 1), (0.32, ".", 2), (0.58, "", 1), (0.62, "", 2)],
    ids=["as usual after a sentence", "wider after a sentence", "wider within one", "twice as much wider within one"],
)
def test_a_gap_ends_a_paragraph(wider: float, end: str, count: int) -> None:
    page, baseline = Typeset(), 100.0
    for place in range(6):
        page.line(40, baseline, FULL.capitalize() + (end if place == 2 else ","))
        baseline += 12.5 + (wider * EM if place == 2 else 0)
    assert paragraphs(page) == count


@Pair(("room", "count"), [(0.48, 1), (0.52, 2)])
def test_a_line_broken_early_ends_a_paragraph(room: float, count: int) -> None:
    """The next word and a blank of half an em would have found place on it."""
    page = Typeset()
    page.line(40 + room * EM, 100, FULL)
    page.line(40, 112.5, f"{FULL[:-7]}.")
    page.line(
        40, 125, "Begins now."
    )  # its first word is one letter too long for the place of the other, blank included
    assert len(f"{FULL[:-7]}.Begins") == len(FULL)
    assert paragraphs(page) == count


@Pair(("between", "count"), [(3, 2), (4, 1)])
def test_how_wide_a_column_is_shows_in_four_lines_above(between: int, count: int) -> None:
    page = Typeset()
    for place, line in enumerate([FULL, *["where people found plans"] * between, "that change work.", "Begun."]):
        page.line(40, 100 + 12.5 * place, line)
    assert paragraphs(page) == count


@Pair(("offset", "count"), [(2.9, 2), (3.1, 1)])
def test_how_wide_a_column_is_shows_in_lines_that_begin_within_three_ems(offset: float, count: int) -> None:
    page = Typeset()
    page.line(40, 87.5, "where people found plans.")
    page.line(40 + offset * EM, 100, FULL[:45])
    page.line(40, 112.5, "where people found plans.")
    page.line(40, 125, "Begun.")
    assert paragraphs(page) - paragraphs(without_last(page)) == count - 1


def without_last(page: Typeset) -> Typeset:
    other = Typeset()
    other.lines = page.lines[:-1]
    return other


@Pair(("size", "count"), [(9.0, 1), (8.8, 2)])
def test_type_of_another_size_begins_a_paragraph(size: float, count: int) -> None:
    page = Typeset()
    for place in range(3):
        page.line(40, 100 + 12.5 * place, FULL)
    page.line(40, 137.5, "and they have changed it.", TYPE._replace(size=size))
    assert paragraphs(page) == count


def test_the_end_of_a_sentence_at_the_end_of_a_column_or_page_is_enough() -> None:
    """Nothing else shows there whether a paragraph ends; the gap to the next line is none."""
    for end, whole in ((",", True), (".", False)):
        upper, lower = f"{FULL}{end}", f"{FULL.capitalize()}."
        page = Typeset()
        for place in range(8):
            page.line(40, 100 + 12.5 * place, upper)
            page.line(400, 100 + 12.5 * place, f"{lower[:-1]},")
        assert (f"{upper} {FULL.capitalize()}" in text(page)) is whole, f"columns, after {end}"
        first, second = Typeset(), Typeset()
        first.line(40, 700, upper)
        second.line(40, 100, lower)
        (section,) = segment(document(first, second), "pages").sections
        assert (section.text == f"{upper} {lower}") is whole, f"pages, after {end}"


# ------------------------------------------------------------------------------------------------- furniture and asides


def on_two_pages(lines_of: Callable[[Typeset, int], None]) -> list[str]:
    """The furniture of two pages with text."""
    pages = [Typeset(), Typeset()]
    for number, page in enumerate(pages):
        page.column(120, 200, 300, prose(("alder", "birch")[number], 40))
        lines_of(page, number)
    return [piece.text for piece in segment(document(*pages), "pages").furniture]


@Pair(("middle", "count"), [(79.0, 2), (81.0, 0)])
def test_a_running_head_stands_in_the_outer_tenth_of_the_page(middle: float, count: int) -> None:
    assert len(on_two_pages(lambda page, _: page.line(120, middle + 2.6, "Alder and partners"))) == count


@Pair(("middle", "count"), [(41.0, 2), (43.0, 0)])
def test_a_tab_title_stands_in_the_outer_fourteenth_of_the_width(middle: float, count: int) -> None:
    assert len(on_two_pages(lambda page, _: page.line(middle - 12.5, 400, "Alder"))) == count


@Pair(("lower", "count"), [(2.9, 2), (3.1, 0)])
def test_furniture_stands_at_one_height(lower: float, count: int) -> None:
    assert len(on_two_pages(lambda page, number: page.line(120, 40 + lower * number, "Alder and partners"))) == count


@Pair(("words", "count"), [(7, 1), (8, 0)])
def test_the_row_of_a_page_number_is_short(words: int, count: int) -> None:
    page = Typeset()
    page.column(40, 100, 300, prose("alder", 40))
    page.line(40, 780, " ".join([*["plan"] * words, "7"]))
    assert len(segment(page.source(), "page").furniture) == count


@Pair(("apart", "count"), [(1.15, 0), (1.25, 1)])
def test_the_row_of_a_page_number_stands_apart(apart: float, count: int) -> None:
    page = Typeset()
    page.line(40, 780, "7")
    page.line(40, 780 - (1 + apart) * EM, FULL)
    assert len(segment(page.source(), "page").furniture) == count


@Pair(("size", "count"), [(9.25, 1), (9.35, 0)])
def test_a_footnote_is_smaller_than_the_text(size: float, count: int) -> None:
    page = Typeset()
    end = page.column(40, 100, 300, prose("alder", 60))
    page.line(40, end + 30, "1 As booked by the ministry.", TYPE._replace(size=size))
    assert sum(section.kind == "other" for section in segment(page.source(), "page").sections) == count


@Pair(
    ("below", "count", "found"),
    [(1.9, 4, True), (2.1, 4, False), (1.9, 5, False)],
    ids=["near its picture", "far from it", "of five lines"],
)
def test_a_caption_is_near_its_picture_and_short(below: float, count: int, found: bool) -> None:
    page = Typeset()
    small = TYPE._replace(size=8.0)
    page.column(40, 100, 300, prose("alder", 60))
    page.pictures.append(BoundingBox(40, 300, 340, 400))
    for line in range(count):
        page.line(40, 400 + below * 8 + 0.76 * 8 + 10 * line, "Women of the districts at work", small)
    page.column(40, 520, 300, prose("birch", 60))
    assert any(section.kind == "other" for section in segment(page.source(), "page").sections) is found


# ---------------------------------------------------------------------------------------------------------------- links


def three_sections() -> Typeset:
    """Birch stands to the right of alder, cedar below it."""
    page = Typeset()
    for x, top, name in ((40, 100, "alder"), (310, 100, "birch"), (40, 161, "cedar")):
        page.line(x, top, f"Project {name}", HEADING)
        page.column(x, top + 10, 250, prose(name, 30))
    return page


def owner(page: Typeset, x: float, y: float) -> str:
    """The section to which a small link belongs."""
    link = Link((BoundingBox(x - 2, y - 2, x + 2, y + 2),), "https://example.org")
    source = Source((replace(page.page(), links=(link,)),))
    (section,) = (section for section in segment(source, "page").sections if section.links)
    return section.heading.split()[-1]


def test_a_link_between_columns_belongs_to_the_nearer_one() -> None:
    page = three_sections()
    (second, *_) = page.lines[2]  # of alder's text
    left, y = second.boxes.whole.x1, second.boxes.whole.middle[1]
    middle = (left + 310) / 2
    owners = [owner(page, x, y) for x in (left + 3, middle - 1, middle + 1, 307)]
    assert owners == ["alder", "alder", "birch", "birch"]


@Pair(("y", "name"), [(80, "alder"), (130, "alder"), (152, "alder"), (156, "cedar"), (250, "cedar")])
def test_a_link_between_lines_belongs_to_the_nearer_one(y: float, name: str) -> None:
    assert owner(three_sections(), 70, y) == name


# ---------------------------------------------------------------------------------------------------------- turned type


def turned(*letters: tuple[str, float, float, int]) -> list[str]:
    """The lines of letters, each with the middle of its box and how far it is turned."""
    runs = [
        Run(letter, Boxes([x - 2.5], [y - 5], [x + 2.5], [y + 5]), y + 2.4, TYPE._replace(rotation=rotation))
        for letter, x, y, rotation in letters
    ]
    return [line.text for line in turned_lines(runs)]


@Pair(("apart", "found"), [(7.9, ["ab"]), (8.1, ["a b"]), (14.9, ["a b"]), (15.1, ["a", "b"])])
def test_letters_of_a_curve_go_on_within_an_em_and_a_half(apart: float, found: list[str]) -> None:
    """Nearer than 0.3 em to each other, beside what each of them measures, they are of one word."""
    assert turned(("a", 100, 100, 20), ("b", 100 + apart, 100, 20)) == found


@Pair(("bend", "found"), [(45, ["ab"]), (46, ["a", "b"]), (315, ["ab"]), (314, ["a", "b"])])
def test_a_curve_bends_by_half_a_right_angle_at_most(bend: int, found: list[str]) -> None:
    assert turned(("a", 100, 100, 1), ("b", 106, 100, (1 + bend) % 360)) == found


@Pair(("letters", "turns"), [(9, {}), (10, {1: 90})])
def test_a_page_is_turned_if_most_of_its_letters_are(letters: int, turns: dict[int, int]) -> None:
    page = Typeset()
    page.line(40, 100, "wages")
    page.line(40, 300, "plan", TYPE._replace(rotation=180))
    page.line(40, 200, "thedistricts"[:letters], TYPE._replace(rotation=90))
    assert turned_pages([page.page()]) == turns


# ------------------------------------------------------------------------------------------------------ justified lines


def justified(widest: float = 20.0, off: float = 0.0, away: float = 1.0) -> int:
    """How many lines become of three words set apart as far as a line so many ems above them goes, give or take."""
    page = Typeset()
    page.line(40, 100, "many districts where")  # 100 points
    for x, word in ((40 + off, "when"), (80 + off, "they"), (100 + off + widest, "have")):
        page.line(x, 100 + away * EM, word)
    return len(whole_lines(found_lines(page)))


@Pair(("widest", "count"), [(22.4, 2), (22.6, 4)])
def test_justified_blanks_are_equally_wide(widest: float, count: int) -> None:
    assert justified(widest) == count


@Pair(("off", "count"), [(2.9, 2), (3.1, 4)])
def test_a_justified_line_goes_from_edge_to_edge(off: float, count: int) -> None:
    assert justified(off=off) == count


@Pair(("away", "count"), [(5.9, 2), (6.1, 4)])
def test_the_edges_of_a_justified_line_show_in_lines_near_it(away: float, count: int) -> None:
    assert justified(away=away) == count


# --------------------------------------------------------------------------------------------------- what type tells


def stands_out(text: str, style: Style) -> bool:
    """Whether a line stands out from lines of common type."""
    page = Typeset()
    page.line(40, 90, text, style)
    for place in range(3):
        page.line(40, 120 + 12.5 * place, FULL)
    found = found_lines(page)
    (line,) = (line for line in found if line.text == text)
    return typography(found).stands_out(line)


@Pair(
    ("text", "style", "out"),
    [
        ("Work", TYPE._replace(size=11.1), False),
        ("Work", TYPE._replace(size=11.3), True),
        ("Work", TYPE._replace(size=8.4, bold=True), False),
        ("Work", TYPE._replace(size=8.6, bold=True), True),
        ("Work", TYPE._replace(size=9.7, colour="#104080"), False),
        ("Work", TYPE._replace(size=9.9, colour="#104080"), True),
        ("Work", TYPE._replace(colour="#bfbfbf"), False),
        ("Work", TYPE._replace(colour="#c1c1c1"), True),
        ("ILO", TYPE, False),
        ("WORK", TYPE, True),
    ],
    ids=lambda value: "" if isinstance(value, bool) else getattr(value, "font", value),
)
def test_a_line_stands_out_by_size_weight_colour_or_capitals(text: str, style: Style, out: bool) -> None:
    assert stands_out(text, style) is out


@Pair(("letters", "own"), [(119, False), (120, True)])
def test_a_panel_has_its_own_running_text_from_some_letters_on(letters: int, own: bool) -> None:
    page = Typeset()
    blue = TYPE._replace(size=9.0)
    page.line(40, 100, ("districts" * 20)[:letters], blue)
    document_type = typography(found_lines(three_sections()))
    assert (document_type.within(found_lines(page)).body == blue) is own


@Pair(("going_on", "running"), [(1, False), (2, True)])
def test_a_column_runs_on_if_a_quarter_of_its_lines_do(going_on: int, running: bool) -> None:
    page = Typeset()
    for place in range(8):
        page.line(40, 100 + 12.5 * place, "districts" if place < going_on else "Districts")
    assert runs_on(found_lines(page)) is running


@Pair(("glyphs", "fonts"), [("abc", {"Dings"}), ("abcd", set())])
def test_an_icon_font_has_three_glyphs_at_most(glyphs: str, fonts: set[str]) -> None:
    page = Typeset()
    for place, glyph in enumerate(glyphs):
        page.line(40, 100 + 20 * place, glyph, TYPE._replace(font="Dings"))
        page.line(50, 100 + 20 * place, "plans and wages")
    assert icon_fonts(found_lines(page)) == fonts


# ------------------------------------------------------------------------------------------------------------- sections


@Pair(("word", "same"), [(7, False), (8, True)])
def test_a_section_without_a_heading_is_known_by_its_first_eight_words(word: int, same: bool) -> None:
    """Its id, on which decisions of people rest, stays when what follows them changes."""
    ids = []
    for changed in ("plans", "goals"):
        page = Typeset()
        words = FULL.split()
        words[word] = changed
        page.line(40, 100, " ".join(words))
        ids += [section.id for section in segment(page.source(), "page").sections]
    assert (ids[0] == ids[1]) is same


@Pair(("words", "figure"), [("5,000 people in need", True), ("5,000 people in great need", False)])
def test_a_figure_set_large_has_four_words_at_most(words: str, figure: bool) -> None:
    assert states_figure(words) is figure


@Pair(("words", "count"), [(10, 2), (11, 1)])
def test_a_panel_with_most_words_of_a_page_is_its_ground(words: int, count: int) -> None:
    page = Typeset()
    page.line(40, 50, "Project alder", HEADING)
    page.line(40, 70, "the plans and wages in all districts change.")  # with the heading ten words
    page.ground(30, 100, 500, 150)
    page.line(40, 120, "and so they do in")
    page.line(40, 132.5, " ".join(["districts"] * (words - 5)))
    assert len(segment(page.source(), "page").sections) == count


@Pair(("size", "kind"), [(14.0, "project"), (14.1, "other")])
def test_headings_of_projects_are_of_one_size(size: float, kind: str) -> None:
    page = Typeset()
    for place, name in enumerate(("alder", "birch", "cedar")):
        page.line(40, 50 + 150 * place, f"Project {name}", HEADING._replace(size=size if place == 2 else 13.0))
        page.column(40, 60 + 150 * place, 400, prose(name, 40))
    assert [section.kind for section in segment(page.source(), "page").sections] == ["project", "project", kind]


# ------------------------------------------------------------------------------------------------ what stands beside


@Pair(("below", "at_home"), [(3.95, True), (4.05, False)])
def test_facts_beside_a_section_begin_within_four_ems_of_its_heading(below: float, at_home: bool) -> None:
    page = Typeset()
    for place, name in enumerate(("alder", "birch", "cedar")):
        page.line(40, 50 + 200 * place, f"Project {name}", HEADING)
        page.column(40, 60 + 200 * place, 370, prose(name, 60))
        top = 50 + 200 * place - 0.76 * HEADING.size + below * HEADING.size
        page.line(430, top + 0.76 * EM, f"Budget: EUR {place + 2} million")
    sections = segment(page.source(), "page").sections
    assert [f"EUR {place + 2}" in section.text for place, section in enumerate(sections)] == [at_home, at_home, True]


@Pair(("strip", "at_home"), [(0.49, False), (0.51, True)])
def test_text_beside_sections_is_theirs_where_the_white_over_headings_goes_on(strip: float, at_home: bool) -> None:
    page, top = Typeset(), 40.0
    names = ("alder", "birch", "cedar")
    for name in names:
        page.line(40, top + 0.76 * HEADING.size, f"Project {name}", HEADING)
        bottom = page.column(40, top + 15.5, 260, prose(name, 40)) - 2.5
        lines = wrapped(prose(f"side{name}", 300), 40)[: int((bottom - top) // 12.5)]
        for place, line in enumerate(lines):  # set from the top of the heading to the end of its text
            page.line(330, top + 7.6 + (bottom - top - EM) / (len(lines) - 1) * place, line)
        top = bottom + strip * HEADING.size
    texts = [section.text.lower() for section in segment(page.source(), "page").sections]
    assert all(f"side{name}" in text for name, text in zip(names, texts, strict=True)) is at_home


# ------------------------------------------------------------------------------------------------------ structure tree


@Pair(
    ("tagged", "headings", "kept"),
    [(90, 0, True), (89, 0, False), (100, 49, True), (100, 50, False)],
    ids=["nine tenths are tagged", "fewer are", "half are no headings", "half are headings"],
)
def test_a_structure_tree_is_trusted_if_it_covers_the_page_with_more_than_headings(
    tagged: int, headings: int, kept: bool
) -> None:
    """A page of a hundred letters, of which so many are in the tree, and so many of those in its headings."""
    page = Typeset()
    parts = ((headings, Tag(1, heading=1)), (tagged - headings, Tag(2)), (100 - tagged, None))
    for place, (letters, tag) in enumerate(parts):
        if letters:
            page.tagged(tag).line(40, 100 + 20 * place, "a" * letters)
    assert any(line.tag for line in trusted(whole(page)).every()) is kept
