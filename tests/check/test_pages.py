"""Pages read by OCR are told on every row that rests on them; text that a page does not show is told page by page."""

from dataclasses import replace

import pytest

from pipeline.check import check
from pipeline.check.pages import drawn
from pipeline.model import BoundingBox, Boxes, Dropped, Page, Run, Source, Style

TEXT = """
## contributions: What Ireland gives

Ireland gave EUR 7 million in 2021.

## Safer ports in Chad

Irish Aid provided EUR 2 million to train 500 fishers of Chad.
"""
PAGE = Page(1, 595, 842, ())


def told(profile, page):
    """Table and quote of each row that is told."""
    checks = [each for each in check(profile, Source((page,))) if each.check == "row-by-ocr"]
    assert {(each.severity, each.page) for each in checks} <= {("warning", 1)}
    rows = {finding.id for finding in profile.findings} | {
        row.id for row in (*profile.projects, *profile.contributions)
    }
    assert {each.row for each in checks} <= rows
    return sorted((each.table, each.message.split('"')[1]) for each in checks)


def test_every_row_of_a_page_read_by_ocr(profile_of):
    assert told(profile_of(TEXT), replace(PAGE, by_ocr=True)) == [
        ("contributions", "EUR 7 million"),
        ("countries", "Chad"),
        ("countries", "Chad"),
        ("countries", "Ireland"),
        ("countries", "Ireland"),
        ("countries", "Irish"),
        ("dates", "2021"),
        ("money", "EUR 2 million"),
        ("money", "EUR 7 million"),
        ("projects", "Safer ports in Chad"),
        ("quantities", "500 fishers"),
    ]


def test_no_row_of_other_pages(profile_of):
    assert told(profile_of(TEXT), PAGE) == []
    assert told(profile_of(TEXT), replace(PAGE, number=2, by_ocr=True)) == []


def test_text_that_the_page_does_not_show(profile_of):
    box = BoundingBox(0, 0, 9, 9)
    left_out = [
        ("US$", "clipped"),
        ("9 million", "clipped"),
        ("Annex", "off the page"),
        ("Chad", "drawn twice"),
        ("•", "clipped"),
    ]
    page = replace(PAGE, dropped=tuple(Dropped(text, box, reason) for text, reason in left_out))
    (found,) = [each for each in check(profile_of(TEXT), Source((page,))) if each.check == "hidden-text"]
    assert (found.severity, found.page) == ("info", 1)
    assert found.message.endswith('left out: "US$ 9 million" (clipped), "Annex" (off the page).')


def test_characters_that_cannot_be_read(profile_of):
    """A full stop or dash without a character in the font; an icon of its own is no word that anybody misses."""
    profile = profile_of("""
## project: Ports

It gave EUR 4\ufffd5 million in 2018\ufffd2021 \uf0e0 for Chad.
""")
    (found,) = [each for each in check(profile) if each.check == "unreadable-characters"]
    assert (found.severity, found.page) == ("warning", 1)
    assert found.message.startswith("2 characters on page 1 cannot be read")


BOX = BoundingBox(0, 0, 9, 9)
LETTER = Run("a", Boxes.of([BOX]), 9, Style("Serif", 10, bold=False, italic=False, colour="#000000"))


def checks(profile, source, id_):
    return [(each.page, each.message) for each in check(profile, source) if each.check == id_]


@pytest.mark.parametrize(
    ("page", "is_told"),
    [
        (replace(PAGE, pictures=(BOX,)), True),
        (replace(PAGE, pictures=(BOX,), runs=(LETTER,)), False),
        (PAGE, False),  # an empty page
    ],
)
def test_a_page_of_pictures_alone(profile_of, page, is_told):
    found = checks(profile_of(""), Source((page,)), "textless-page")
    assert [number for number, _ in found] == [1] * is_told


def test_pictures_with_text_are_told_once_a_page(profile_of):
    pictures = (BoundingBox(0, 0, 297.5, 421), BoundingBox(297.5, 0, 595, 421))
    page = replace(PAGE, runs=(LETTER,), of_text=pictures)
    ((number, message),) = checks(profile_of(""), Source((page,)), "text-in-picture")
    assert number == 1 and "takes 50% of page 1 " in message
    assert checks(profile_of(""), Source((replace(page, of_text=()),)), "text-in-picture") == []


@pytest.mark.parametrize(("page", "is_told"), [(replace(PAGE, runs=(LETTER,)), True), (PAGE, False)])
def test_a_page_with_words_that_was_read_by_ocr(profile_of, page, is_told):
    assert len(checks(profile_of(""), Source((replace(page, by_ocr=True),)), "read-by-ocr")) == is_told
    assert checks(profile_of(""), Source((page,)), "read-by-ocr") == []


@pytest.mark.parametrize(("count", "is_told"), [(2, True), (1, False)])
def test_pages_that_were_left_out(profile_of, count, is_told):
    found = checks(profile_of(""), Source((PAGE,), count=count), "partly-read")
    assert ["Only 1 of the 2 pages were read" in message for _, message in found] == [True] * is_told


@pytest.mark.parametrize(("number", "more"), [(5, False), (6, True)])
def test_a_message_quotes_five_hidden_texts_of_eighty_characters(profile_of, number, more):
    reasons = ["clipped", "off the page"] * 3
    page = replace(PAGE, dropped=tuple(Dropped(f"Annex {n}", BOX, reasons[n]) for n in range(number)))
    ((_, message),) = checks(profile_of(""), Source((page,)), "hidden-text")
    assert message.count("Annex") == 5
    assert message.endswith("and more.") is more
    for length, whole in ((80, True), (81, False)):
        page = replace(PAGE, dropped=(Dropped("x" * (length - 2) + " y", BOX, "clipped"),))
        ((_, message),) = checks(profile_of(""), Source((page,)), "hidden-text")
        assert ('y" (clipped)' in message) is whole


@pytest.mark.parametrize(("number", "more"), [(1, False), (5, False), (6, True)])
def test_words_with_characters_that_cannot_be_read_are_counted(profile_of, number, more):
    words = " ".join(f"a{letter}\ufffd" for letter in "abcdef"[:number])
    ((_, message),) = checks(profile_of(f"## project: Ports\n\nIt {words}."), None, "unreadable-characters")
    assert message.startswith("1 character on" if number == 1 else f"{number} characters on")
    assert message.endswith("and more.") is more


def test_words_of_a_new_line_are_words_of_their_own():
    runs = (LETTER, LETTER._replace(text="b"), LETTER._replace(text="c", baseline=20))
    assert drawn(Source((replace(PAGE, runs=runs),))) == {1: "\nab\nc"}
