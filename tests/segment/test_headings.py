"""What is a heading and what only looks like one."""

from pipeline.model import Section
from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset, document, prose

BOLD = TYPE._replace(font="Sans-Bold", bold=True)


def sections(page: Typeset) -> tuple[Section, ...]:
    return segment(page.source(), "headings").sections


def headings(page: Typeset) -> list[str]:
    return [section.heading for section in sections(page) if section.heading]


def with_text(page: Typeset) -> Typeset:
    """A heading and enough text to show what the running text looks like."""
    page.line(40, 300, "Project alder", HEADING)
    page.column(40, 310, 500, prose("alder", 80))
    return page


def test_a_bold_lead_paragraph_is_text() -> None:
    page = with_text(Typeset())
    page.column(40, 40, 500, "A member since 1991, the donor has brought 32 Conventions into force.", HEADING)
    assert headings(page) == ["Project alder"]
    assert sections(page)[0].kind == "front"


def test_two_lines_are_one_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "Social protection that reaches", HEADING)
    page.line(40, 115, "the families of workers", HEADING)
    page.column(40, 125, 500, prose("birch", 40))
    assert headings(page) == ["Social protection that reaches the families of workers", "Project alder"]


def test_bold_words_that_begin_a_paragraph_and_end_with_a_full_stop_are_a_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "Random control.", BOLD)
    page.line(120, 100, "The districts were drawn by lot before the work began in the")
    page.line(40, 112, "valley, and nobody knew which of them would be first.")
    section = sections(page)[0]
    assert section.heading == "Random control."
    assert section.text.endswith("in the valley, and nobody knew which of them would be first.")


def test_a_label_over_a_figure_is_no_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "Total score", TYPE._replace(size=12.0, colour="#999999"))
    page.line(40, 120, "36.9", TYPE._replace(size=18.0))
    assert headings(page) == ["Project alder"]


def test_a_slogan_over_a_title_is_no_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 40, "EXPLORE AND CONNECT", HEADING)
    page.line(40, 90, "A platform for all", HEADING._replace(size=40.0))
    assert headings(page) == ["A platform for all", "Project alder"]


def test_a_line_in_the_colour_of_links_is_no_heading() -> None:
    page = with_text(Typeset())
    link = TYPE._replace(colour="#0000ff")
    page.line(40, 100, "The programme is led by the office and its")
    page.line(40, 112, "Ministry of Labour and Social Affairs", link)
    page.line(40, 124, "on behalf of both governments, as agreed in the")
    page.line(40, 136, "first plan of the")
    page.line(130, 136, "partnership programme", link)
    assert headings(page) == ["Project alder"]


def test_a_caption_of_a_table_is_no_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "Table 2. Contributions by year", BOLD)
    page.column(40, 110, 500, prose("birch", 40))
    assert headings(page) == ["Project alder"]


def test_a_chart_without_text_keeps_its_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "Contributions by year", HEADING)
    assert headings(page) == ["Contributions by year", "Project alder"]


def test_heading_styles_shown_on_one_page_count_on_all() -> None:
    last = Typeset()
    last.line(40, 100, "Where the money goes", HEADING)
    last.line(40, 120, "46%")
    found = segment(document(with_text(Typeset()), last), "headings").sections
    assert [section.heading for section in found] == ["Project alder", "Where the money goes"]


def test_letters_set_wide_apart_are_words() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "OUR VISION", TYPE._replace(colour="#999999"), spacing=0.25)
    page.column(40, 110, 500, prose("birch", 40))
    assert headings(page) == ["OUR VISION", "Project alder"]


def test_a_pull_quote_is_no_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "“Work is the best way out of poverty”", HEADING)
    page.column(40, 110, 500, prose("birch", 40))
    assert headings(page) == ["Project alder"]


def test_a_name_in_capitals_that_ends_a_list_is_no_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 100, "The work is done together with these partners:")
    page.line(40, 112.5, "UNICEF")
    page.column(40, 122, 500, prose("birch", 40))
    assert headings(page) == ["Project alder"]
