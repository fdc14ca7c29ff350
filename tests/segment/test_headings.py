"""What is a heading and what only looks like one."""

import pytest

from pipeline.model import BoundingBox, Rule, Section
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


@pytest.mark.parametrize(
    "title",
    [
        "Better Schools: 2019-2022",
        "Clean water: 2021–24",
        "Sources of financial support",
        "SOURCES OF FINANCIAL SUPPORT",
        "Photos of the year",
        "Note to our readers",
        "Map of needs",
    ],
)
def test_heading_with_a_colon_and_years_or_a_word_of_captions(title: str) -> None:
    page = with_text(Typeset())
    page.line(40, 500, title, HEADING)
    page.column(40, 510, 500, prose("birch", 40))
    assert headings(page) == ["Project alder", title]


@pytest.mark.parametrize(
    "line",
    ["Budget: 2019-2022", "Total cost: US$ 2,500,000", "Photo: A. Berg", "Map 3", "Source: survey of 2020", "Note 4"],
)
def test_fact_or_caption_in_the_type_of_headings_is_none(line: str) -> None:
    page = with_text(Typeset())
    page.line(40, 500, line, HEADING)
    page.column(40, 510, 500, prose("birch", 40))
    assert headings(page) == ["Project alder"]


def test_heading_over_a_list() -> None:
    """Names of partners over points of a few words and figures."""
    page = with_text(Typeset())
    colour = BOLD._replace(colour="#cc0000")
    for top, name in ((400, "Red Crescent of Alder"), (480, "Birch Society")):
        page.line(40, top, name, colour)
        page.line(60, top + 13, "• Funding: 1,320,992 CHF", BOLD)
        page.line(60, top + 26, "• 500 volunteers", BOLD)
    assert headings(page) == ["Project alder", "Red Crescent of Alder", "Birch Society"]


def test_heading_over_a_paragraph_whose_first_line_is_names_alone() -> None:
    page = with_text(Typeset())
    page.ground(380, 500, 560, 700)
    page.line(390, 520, "What guides the aid", BOLD)
    page.column(390, 530, 150, f"The Northern Cooperation Charter, {prose('cedar', 20)}")
    assert "What guides the aid" in headings(page)


def test_last_word_of_a_heading_may_be_a_label() -> None:
    page = with_text(Typeset())
    page.line(40, 500, "Emergency work that was paid from the supplementary", HEADING)
    page.line(40, 516, "budget", HEADING)
    page.column(40, 530, 500, prose("birch", 40))
    assert headings(page)[-1] == "Emergency work that was paid from the supplementary budget"


def with_underline(page: Typeset, x: float, baseline: float, text: str) -> None:
    page.line(x, baseline, text, BOLD)
    page.rules.append(Rule(BoundingBox(x, baseline + 1, x + 5 * len(text), baseline + 1.5)))


def test_underlined_line_with_a_colon_is_a_heading_and_a_label_is_none() -> None:
    """As letters and field reports are typed: bold type of the size of the text for both."""
    page = with_text(Typeset())
    with_underline(page, 40, 500, "Main results in the year:")
    page.line(40, 514, "People reached per district:", BOLD)
    page.column(40, 520, 500, prose("birch", 40))
    assert headings(page) == ["Project alder", "Main results in the year:"]


def test_large_headings_in_lower_case_and_with_a_colon() -> None:
    page = with_text(Typeset())
    page.line(40, 500, "measuring our mission", HEADING)
    page.column(40, 510, 500, prose("birch", 40))
    page.line(40, 600, "Where to learn more:", HEADING)
    page.column(40, 610, 500, prose("cedar", 40))
    assert headings(page) == ["Project alder", "measuring our mission", "Where to learn more:"]


def test_bold_words_in_lower_case_within_a_paragraph_are_none() -> None:
    page = with_text(Typeset())
    page.line(40, 500, "The districts that have", TYPE)
    page.line(40, 512.5, "plans of their own", BOLD)
    page.line(40, 525, "are found in the north of the country.", TYPE)
    assert headings(page) == ["Project alder"]


@pytest.mark.parametrize(
    "figure",
    [
        "343,559 children",
        "25,062,572 Swiss francs",
        "4 million people",
        "+13 million",
        "80 per cent",
        "US$ 2.5m",
        "9 countries",
    ],
)
def test_figure_that_is_set_large_is_none(figure: str) -> None:
    page = with_text(Typeset())
    page.line(40, 500, figure, HEADING)
    page.column(40, 510, 500, prose("birch", 40))
    assert headings(page) == ["Project alder"]


@pytest.mark.parametrize("title", ["1.2 Background", "2019 in review", "3 Results", "11.1. Where the money went"])
def test_numbers_of_chapters_and_years_begin_headings(title: str) -> None:
    page = with_text(Typeset())
    page.line(40, 500, title, HEADING)
    page.column(40, 510, 500, prose("birch", 40))
    assert headings(page) == ["Project alder", title]


def test_number_of_a_chapter_hangs_before_its_title() -> None:
    page = with_text(Typeset())
    page.line(40, 500, "11.1.", HEADING)
    page.line(100, 500, "Where the money went", HEADING)
    page.column(40, 510, 500, prose("birch", 40))
    assert headings(page) == ["Project alder", "11.1. Where the money went"]


def test_small_line_above_a_heading_belongs_to_what_follows() -> None:
    """The country over the name of its project."""
    page = with_text(Typeset())
    page.line(40, 420, "CHAD", TYPE._replace(size=11.0))
    page.line(40, 436, "Project birch", HEADING)
    page.column(40, 446, 500, prose("birch", 40))
    page.line(40, 540, "NIGER", TYPE._replace(size=11.0))
    page.line(40, 556, "Project cedar", HEADING)
    page.column(40, 566, 500, prose("cedar", 40))
    told = {section.heading: section.text for section in sections(page)}
    assert "CHAD" not in told["Project alder"] and "NIGER" not in told["Project birch"]
    assert told["Project birch"].startswith("CHAD\n\n") and told["Project cedar"].startswith("NIGER\n\n")


def test_last_words_of_a_text_stay_although_a_heading_follows() -> None:
    page = with_text(Typeset())
    bottom = page.column(40, 460, 500, "It works in eight districts of the north, in the towns there and in")
    page.line(40, bottom + 8, "every village", TYPE)
    page.line(40, bottom + 36, "Project birch", HEADING)
    page.column(40, bottom + 46, 500, prose("birch", 40))
    told = {section.heading: section.text for section in sections(page)}
    assert "every village" in told["Project alder"]


def test_shaded_box_with_a_heading_and_facts_ends_what_stands_above_it() -> None:
    page = with_text(Typeset())
    page.ground(36, 500, 560, 560)
    page.line(200, 516, "NIGER (NER2017)", HEADING)
    for place, fact in enumerate(
        ("Start date: 23 November 2016", "People reached: 47,085", "Total amount: CHF 29,686,126")
    ):
        page.line(44, 530 + 12 * place, fact)
    page.column(40, 570, 500, f"The gap is CHF 21,824,617. {prose('birch', 60)}")
    told = {section.heading: section.text for section in sections(page)}
    assert "CHF" not in told["Project alder"]
    assert "CHF 29,686,126" in told["NIGER (NER2017)"] and "CHF 21,824,617" in told["NIGER (NER2017)"]


def test_shaded_box_with_a_story_does_not_take_the_text_below_it() -> None:
    page = with_text(Typeset())
    page.ground(36, 500, 560, 600)
    page.line(44, 520, "A voice of the north", HEADING)
    page.column(44, 530, 480, prose("elder", 50))
    page.column(40, 610, 500, prose("alder", 60))
    told = {section.heading: section.text for section in sections(page)}
    assert "alder" not in told["A voice of the north"]


def test_title_in_bold_and_light_type_is_one_heading() -> None:
    page = with_text(Typeset())
    page.line(40, 60, "Chad", TYPE._replace(size=30.0, bold=True))
    page.line(40, 95, "Fighting hunger", TYPE._replace(size=30.0))
    assert headings(page) == ["Chad Fighting hunger", "Project alder"]


def test_line_with_a_colon_that_begins_a_panel_is_a_heading() -> None:
    """As over addresses: what follows is no running text, and the lines below it in its type are none."""
    page = with_text(Typeset())
    page.ground(36, 500, 560, 600)
    page.line(44, 520, "For more information, please contact:", BOLD)
    page.line(44, 533, "International Federation of the North", BOLD)
    for place, line in enumerate(("P.O. Box 303", "CH-1211 Geneva 19", "Switzerland")):
        page.line(44, 546 + 12.5 * place, line)
    assert headings(page) == ["Project alder", "For more information, please contact:"]
