"""From lines to paragraphs: joins, hyphens, bullets, marks, and the place of every character."""

import pytest

from pipeline.model import Paragraph
from pipeline.segment import segment
from tests.segment.reading import LEFT, RIGHT, WIDTH, read
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose


def text_of(*lines: str, also: str = "") -> str:
    """The text that lines in one column give; `also` stands elsewhere in the document."""
    page = Typeset()
    for place, line in enumerate(lines):
        page.line(40, 100 + 12.5 * place, line)
    other = Typeset()
    other.column(40, 40, 500, also or prose("alder"))
    return segment(document(page, other), "text").sections[0].text.split("\n\n" + (also or prose("alder")))[0]


@pytest.mark.parametrize(
    ("head", "tail"), [("long", "standing"), ("multi", "stakeholder"), ("socio", "economic"), ("people", "centred")]
)
def test_a_hyphen_of_the_word_stays(head: str, tail: str) -> None:
    assert f"a {head}-{tail} plan" in text_of(f"The districts have a {head}-", f"{tail} plan for the years to come.")


def test_a_hyphen_of_the_line_end_goes_if_the_document_has_the_word() -> None:
    joined = text_of("The coop-", "erative works.", also="Each cooperative has its own books and its own rules.")
    assert joined == "The cooperative works."


def test_a_hyphen_of_the_line_end_goes_if_the_document_has_the_word_in_another_form() -> None:
    joined = text_of("All mem-", "bers work.", also="Each member has a vote and a say in what is done.")
    assert joined == "All members work."


def test_a_hyphen_stays_if_the_document_has_the_hyphenated_word() -> None:
    joined = text_of("The co-", "operation works.", also="Their co-operation began late; other cooperation did not.")
    assert joined == "The co-operation works."


def test_a_hyphen_before_an_ending_that_is_no_word_goes() -> None:
    assert text_of("All organisa-", "tions work.") == "All organisations work."


def test_a_line_that_ends_with_a_slash_is_joined_without_a_blank() -> None:
    assert text_of("The plan of the ILO/", "Korea programme works.") == "The plan of the ILO/Korea programme works."


def test_each_bullet_is_a_paragraph_with_its_marker() -> None:
    assert text_of("It has three fields:", "• Education", "• Health", "• Energy") == (
        "It has three fields:\n\n• Education\n\n• Health\n\n• Energy"
    )


def test_text_after_a_list_is_a_paragraph_of_its_own() -> None:
    page = Typeset()
    page.line(40, 100, "• stronger governance")
    page.line(40, 112.5, "The donor works with eight countries and plans to go on with them.")
    assert segment(page.source(), "text").sections[0].text == (
        "• stronger governance\n\nThe donor works with eight countries and plans to go on with them."
    )


def test_a_gap_ends_a_paragraph_only_with_its_sentence() -> None:
    page = Typeset()
    for baseline, line in ((100, "The plan covers case studies"), (130, "on three countries."), (160, "It ends soon.")):
        page.line(40, baseline, line)
    assert (
        segment(page.source(), "text").sections[0].text
        == "The plan covers case studies on three countries.\n\nIt ends soon."
    )


def test_a_raised_mark_stands_where_it_is_drawn() -> None:
    page = Typeset()
    page.line(40, 100, "In the 3")
    page.line(80, 96, "rd", TYPE._replace(size=6.0))
    page.line(88, 100, " grade they read.")
    for order in (page, page.shuffled(1), page.shuffled(2)):
        assert segment(order.source(), "text").sections[0].text == "In the 3rd grade they read."


def test_a_text_goes_on_on_the_next_page() -> None:
    first, second = Typeset(), Typeset()
    first.line(40, 100, "Project alder", HEADING)
    words = prose("alder", 60).split()
    first.column(40, 110, 500, " ".join(words[:40]))
    second.column(40, 40, 500, " ".join(words[40:]))
    (section,) = segment(document(first, second), "text").sections
    assert section.text == prose("alder", 60)
    assert section.pages == (1, 2)


def test_a_footnote_and_a_caption_leave_the_sentence_that_they_interrupt() -> None:
    page = Typeset()
    small = TYPE._replace(size=7.0)
    page.line(40, 50, "Project alder", HEADING)
    words = prose("alder", 90).split()
    page.column(40, 60, 250, " ".join(words[:60]))
    page.line(40, 300, "1 As booked by the ministry.", small)
    page.column(310, 60, 250, " ".join(words[60:]))
    project, note = segment(page.source(), "text").sections
    assert project.text == prose("alder", 90)
    assert (note.text, note.kind) == ("1 As booked by the ministry.", "other")


def test_every_character_has_its_place() -> None:
    page = Typeset()
    page.line(40, 50, "Project alder", HEADING)
    page.column(40, 60, 200, prose("alder", 40))
    (section,) = segment(page.source(), "text").sections
    drawn = {(character.box, character.text) for character in page.page().characters()}
    letters = list(section.letters())
    assert [letter.text for letter in letters] == [letter for letter in section.content if not letter.isspace()]
    assert all(section.content[letter.offset] == letter.text for letter in letters)
    assert all((letter.box, letter.text) in drawn for letter in letters)
    start = section.content.index("Project")
    (placed,) = section.boxes(start, start + len("Project alder"))
    assert placed.box.x0 == pytest.approx(40)
    assert placed.box.width == pytest.approx(13 * 6.5)


def test_an_initial_over_several_lines_begins_the_first() -> None:
    page = Typeset()
    page.line(40, 124, "T", TYPE._replace(size=34.0))
    for baseline, line in ((100, "he districts found that plans"), (112, "and wages have begun"), (124, "to change.")):
        page.line(60, baseline, line)
    for order in (page, page.shuffled(1), page.shuffled(2)):
        text = segment(order.source(), "text").sections[0].text
        assert text == "The districts found that plans and wages have begun to change."


def test_a_marker_may_stand_before_another() -> None:
    page = Typeset()
    for x, text in ((40, "1."), (64, "(a)"), (90, "The districts found that plans")):
        page.line(x, 100, text)
    page.line(90, 112, "and wages have begun to change.")
    text = segment(page.source(), "text").sections[0].text
    assert text == "1. (a) The districts found that plans and wages have begun to change."


def test_an_initial_that_is_a_word_stays_one() -> None:
    page = Typeset()
    page.line(40, 112, "A", TYPE._replace(size=24.0))
    page.line(54, 100, "member of the office since 1991,")
    page.line(54, 112, "the donor works in eight countries.")
    text = segment(page.source(), "text").sections[0].text
    assert text == "A member of the office since 1991, the donor works in eight countries."


def test_an_initial_that_might_be_a_word_is_none_before_a_single_letter() -> None:
    made = Typeset()
    made.line(40, 62.5, "I", HEADING._replace(size=26.0))
    made.line(56, 50, "t helps the districts where people found")
    made.line(56, 62.5, "plans that change work.")
    (section,) = segment(made.source(), "text").sections
    assert section.text == "It helps the districts where people found plans that change work."


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("$ 7 ,854,549", "$ 7,854,549"),
        ("$1 70,049,508", "$170,049,508"),
        ("CHF 1 9,276,969 in all", "CHF 19,276,969 in all"),
        ("US$ 12 3,000", "US$ 123,000"),
        # These are two numbers, or one whose gap says nothing of its own.
        ("Table 1 70,049,508", "Table 1 70,049,508"),
        ("US$ 12 345,000", "US$ 12 345,000"),
        ("In 2019 12,000 people", "In 2019 12,000 people"),
        ("June 30, 2015", "June 30, 2015"),
        ("a, b ,c", "a, b ,c"),
    ],
)
def test_gap_within_a_number_is_closed(printed: str, read: str) -> None:
    assert text_of(f"The sum is {printed}.") == f"The sum is {read}."


@pytest.mark.parametrize(("indent", "whole"), [(0.0, True), (60.0, False)], ids=["in line", "set in"])
def test_a_bold_line_of_a_paragraph_is_part_of_its_sentence(indent: float, whole: bool) -> None:
    page = Typeset()
    for place, line in enumerate(
        (
            "The outcomes of the programmes are shown in a table that was",
            "checked by two auditors who are paid after they have finished",
            "and that the ministry keeps. It will be told every year by all.",
        )
    ):
        page.line(40 + indent * (place == 1), 60 + 12.5 * place, line, TYPE._replace(bold=place == 1))
    page.column(40, 110, 320, prose("alder", 40))
    text = "that was checked by two auditors who are paid after they have finished and that the ministry"
    assert any(text in section.text for section in segment(page.source(), "text").sections) is whole


@pytest.mark.parametrize(
    ("last", "items"),
    [("of them children and they had no help.", 0), ("of them children.\n– Others fled from the land.", 2)],
    ids=["a dash within a sentence", "a list"],
)
def test_a_dash_that_begins_a_line_is_a_point_only_among_others(last: str, items: int) -> None:
    page = Typeset()
    for place, line in enumerate(["In that year a famine killed nearly many people", *f"– half {last}".split("\n")]):
        page.line(40, 60 + 12.5 * place, line)
    (section,) = segment(page.source(), "text").sections
    assert sum(isinstance(block, Paragraph) and block.item for block in section.blocks) == items


def test_a_numbered_paragraph_goes_on_left_of_its_first_line() -> None:
    page = Typeset()
    page.line(90, 60, "2. The delegation of the country announced that its government would")
    page.line(40, 72.5, "make these contributions in the year to come and in the one after it.")
    (section,) = segment(page.source(), "text").sections
    assert len(section.blocks) == 1


@pytest.mark.parametrize("ends", [(";", ";"), ("", "")], ids=["marked", "bare"])
def test_an_item_of_a_list_goes_on_in_the_next_column_where_the_others_end_with_a_mark(ends: tuple[str, str]) -> None:
    first, second = ends

    def layout(page: Typeset) -> None:
        page.column(LEFT, 40, WIDTH, prose("alder", 60))
        page.line(LEFT, 200, "Ireland gave in all these years:")
        page.line(LEFT, 213, f"• two boats worth EUR 3 million{first}")
        page.line(LEFT, 226, f"• four cranes worth EUR 4 million{second}")
        page.line(LEFT, 239, "• and for the pumps of all the schools of")
        page.line(RIGHT, 45, "Mali a sum of EUR 5 million.")
        page.column(RIGHT, 58, WIDTH, prose("birch", 60))

    ((_, text),) = read(layout)
    assert ("of Mali a sum" in text) is bool(first)


def test_lines_that_each_begin_with_a_label_are_paragraphs_whatever_the_labels_say() -> None:
    lines = ("Cruise plan: 2017-2020, Bangladesh", "Planned end: 05/2019", "Colour: red lead.")
    assert text_of(*lines) == "\n\n".join(lines)


def test_a_line_that_begins_with_its_colon_has_no_label() -> None:
    assert text_of(": the dry docks", ": the night boats.") == ": the dry docks : the night boats."
