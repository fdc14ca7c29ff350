"""Pages read by OCR are told on every row that rests on them; text that a page does not show is told page by page."""

from dataclasses import replace

from pipeline.check import check
from pipeline.model import BoundingBox, Dropped, Page, Source

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
