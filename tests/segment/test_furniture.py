"""What stands at a page's edge for the page's sake, and icons."""

from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose

SMALL = TYPE._replace(size=7.0)
ICON = HEADING._replace(font="Icons")


def page(name: str, number: int) -> Typeset:
    made = Typeset()
    made.line(40, 25, "DONOR PROFILES", SMALL)
    made.line(40, 100, f"Project {name}", HEADING)
    made.column(40, 110, 500, prose(name, 60))
    made.line(290, 785, str(number))
    return made


def test_running_heads_and_page_numbers_belong_to_no_section() -> None:
    segmentation = segment(document(page("alder", 1), page("birch", 2)), "furniture")
    assert [section.heading for section in segmentation.sections] == ["Project alder", "Project birch"]
    assert [(item.page, item.text) for item in segmentation.furniture] == [
        (1, "DONOR PROFILES"),
        (1, "1"),
        (2, "DONOR PROFILES"),
        (2, "2"),
    ]


def test_a_lone_page_has_its_number_and_the_running_foot_beside_it_as_furniture() -> None:
    made = Typeset()
    made.line(40, 100, "Project alder", HEADING)
    made.column(40, 110, 500, prose("alder", 60))
    made.line(40, 785, "Annual report", SMALL)
    made.line(540, 785, "7", SMALL)
    segmentation = segment(made.source(), "furniture")
    assert [section.text for section in segmentation.sections] == [prose("alder", 60)]
    assert {item.text for item in segmentation.furniture} == {"Annual report", "7"}


def test_a_year_in_the_text_is_no_page_number() -> None:
    made = Typeset()
    made.column(40, 700, 500, prose("alder", 60) + "\n\n2021")
    assert segment(made.source(), "furniture").furniture == ()


def test_words_that_are_all_a_page_has_are_its_text() -> None:
    pages = [Typeset(), Typeset()]
    for made in pages:
        made.line(40, 25, "Potato")
    assert segment(document(*pages), "furniture").furniture == ()


def test_an_icon_before_a_heading_leaves_the_text_whatever_its_letter() -> None:
    made = Typeset()
    for top, name in ((40, "alder"), (300, "birch")):
        made.line(40, top + 20, "f", ICON)
        made.line(56, top + 20, f"For project {name}", HEADING)
        made.column(40, top + 40, 500, prose(name, 60))
    segmentation = segment(made.source(), "furniture")
    assert [section.heading for section in segmentation.sections] == ["For project alder", "For project birch"]
    assert [(item.text, item.reason) for item in segmentation.furniture] == [("f", "icon")] * 2


def test_a_letter_in_a_font_that_also_sets_words_is_no_icon() -> None:
    made = Typeset()
    made.line(40, 60, "f", ICON)
    made.line(56, 60, "For project alder", HEADING)
    made.column(40, 80, 500, prose("alder", 60))
    made.line(40, 300, "often", ICON)
    assert all(item.reason != "icon" for item in segment(made.source(), "furniture").furniture)


def test_facts_at_the_top_of_several_pages_are_text() -> None:
    pages = [page("alder", 1), page("birch", 2)]
    for made in pages:
        made.line(430, 45, "Period: 2019-2022")
    texts = [section.text for section in segment(document(*pages), "furniture").sections]
    assert sum(text.count("Period:\t2019-2022") for text in texts) == 2


def test_the_next_line_of_a_text_is_text_although_it_comes_back_at_the_same_height() -> None:
    pages = [page("alder", 1), page("birch", 2)]
    for made, amount in zip(pages, ("EUR 7.2", "US$ 10.9"), strict=True):
        made.line(430, 45, f"Budget: {amount}")
        made.line(430, 57.5, "million")
    texts = [section.text for section in segment(document(*pages), "furniture").sections]
    assert any("EUR 7.2 million" in text for text in texts)
    assert any("US$ 10.9 million" in text for text in texts)


def test_numbered_titles_near_the_top_of_pages_are_no_running_heads() -> None:
    pages = []
    for number, name in enumerate(("alder", "birch", "cedar"), 1):
        page = Typeset()
        page.line(40, 30, f"Report of the year | {number}", TYPE._replace(size=8.0))
        page.line(40, 60, f"Project {number}", HEADING)
        page.column(40, 70, 500, prose(name, 60))
        pages.append(page)
    found = segment(document(*pages), "numbered")
    assert [section.heading for section in found.sections] == ["Project 1", "Project 2", "Project 3"]
    assert [piece.text for piece in found.furniture] == [f"Report of the year | {number}" for number in (1, 2, 3)]
