"""The structure tree of small tagged PDFs: what each text's tag is."""

from pathlib import Path

import pytest

from pipeline import pull
from pipeline.model import Tag
from tests.tagged import FIRST, ROOT, Written, element, marked, tagged, text, write


def tags(path: Path) -> dict[str, Tag | None]:
    """The tag of each word; every text of these PDFs is one word."""
    return {run.text: run.tag for run in pull.read(path).pages[0].runs}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tagged.pdf"


def test_order_is_that_of_the_tree_and_not_of_the_content(path: Path) -> None:
    drawn = [marked(0, text(50, 700, "second")), marked(1, text(50, 600, "first"))]
    assert tags(tagged(path, drawn, [element("Document", element("P", 1), element("P", 0))])) == {
        "second": Tag(3),
        "first": Tag(2),
    }


def test_headings_through_the_role_map(path: Path) -> None:
    drawn = [marked(number, text(50, 700 - 20 * number, word)) for number, word in enumerate(("one", "two", "three"))]
    tree = [element("Chapter_20name", 0), element("H3", 1), element("Body", 2)]
    levels = {word: tag.heading for word, tag in tags(tagged(path, drawn, tree, "/Chapter_20name /H2")).items() if tag}
    assert levels == {"one": 2, "two": 3, "three": 0}


def test_the_level_of_each_kind_of_heading(path: Path) -> None:
    """Title and the H of documents that nest their chapters have no number of their own."""
    levels = {"Title": 1, "H": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6, "P": 0}
    drawn = [marked(number, text(50, 700 - 20 * number, kind)) for number, kind in enumerate(levels)]
    found = tags(tagged(path, drawn, [element(kind, number) for number, kind in enumerate(levels)]))
    assert {word: tag and tag.heading for word, tag in found.items()} == levels


def test_what_is_inline_belongs_to_its_paragraph(path: Path) -> None:
    """Both ways of nesting: elements in an element, and marked content in marked content."""
    drawn = [
        marked(0, text(50, 700, "outer"), marked(1, text(50, 680, "inner"), kind="Span"), text(50, 660, "after")),
        marked(2, text(50, 640, "link")),
        marked(3, text(50, 620, "next")),
    ]
    found = tags(tagged(path, drawn, [element("P", 0, element("Span", 1), element("Link", 2)), element("P", 3)]))
    assert [found[word] for word in ("outer", "inner", "after", "link")] == [Tag(1)] * 4
    assert found["next"] == Tag(2)


def test_a_paragraph_without_an_element_of_its_own_is_told_from_the_next(path: Path) -> None:
    """Browsers put text that is in no paragraph into elements without a meaning."""
    drawn = [marked(0, text(50, 700, "one")), marked(1, text(50, 680, "two"))]
    found = tags(tagged(path, drawn, [element("Div", element("NonStruct", 0), element("NonStruct", 1))]))
    assert found == {"one": Tag(2), "two": Tag(3)}


def test_rows_of_tables(path: Path) -> None:
    words = ("a", "b", "c", "d", "e", "f")
    drawn = [marked(number, text(50, 700 - 20 * number, word)) for number, word in enumerate(words)]
    row = element("TR", element("TH", 0), element("TH", 1)), element("TR", element("TD", element("P", 2)))
    tree = [
        element("Table", element("TBody", *row)),
        element("P", 3),
        element("Table", element("TR", 4)),
        element("P", 5),
    ]
    rows = {word: tag.row for word, tag in tags(tagged(path, drawn, tree)).items() if tag}
    assert rows["a"] == rows["b"] == rows["c"] - 1
    assert rows["e"] > rows["c"] + 1, "the next table's first row does not follow the last row of this one"
    assert rows["d"] == rows["f"] == 0


def test_a_note_comes_after_all_text(path: Path) -> None:
    drawn = [marked(0, text(50, 700, "one")), marked(1, text(50, 50, "note")), marked(2, text(50, 600, "two"))]
    found = tags(tagged(path, drawn, [element("P", 0, element("Note", element("P", 1))), element("P", 2)]))
    assert sorted(found, key=lambda word: found[word] or Tag(0)) == ["one", "two", "note"]


def test_artifacts_and_what_no_element_holds_have_no_tag(path: Path) -> None:
    drawn = [
        marked(0, text(50, 700, "tagged")),
        f"/Artifact BMC {text(50, 40, 'artifact')} EMC",
        marked(7, text(50, 600, "lost")),
        text(50, 500, "bare"),
    ]
    assert tags(tagged(path, drawn, [element("P", 0)])) == {
        "tagged": Tag(1),
        "artifact": None,
        "lost": None,
        "bare": None,
    }


def test_content_that_two_elements_hold_has_no_tag(path: Path) -> None:
    drawn = [marked(0, text(50, 700, "twice")), marked(1, text(50, 600, "once"))]
    assert tags(tagged(path, drawn, [element("P", 0, 0), element("H1", 1, 0)])) == {"twice": None, "once": Tag(2, 1)}


def test_a_form_numbers_its_content_for_itself(path: Path) -> None:
    """Placed PDFs keep their marks: number 0 of a form is not number 0 of the page."""
    drawn = [marked(0, text(50, 700, "page")), "/X Do"]
    assert tags(tagged(path, drawn, [element("H1", 0)], form=marked(0, text(50, 600, "form")))) == {
        "page": Tag(1, 1),
        "form": None,
    }


def test_text_in_a_marked_form_has_the_tag_of_the_form(path: Path) -> None:
    drawn = [marked(0, text(50, 700, "page")), marked(1, "/X Do")]
    tree = [element("H1", 0), element("P", 1)]
    assert tags(tagged(path, drawn, tree, form=marked(0, text(50, 600, "form"))))["form"] == Tag(2)


def test_content_of_another_page_is_not_that_of_this_one(path: Path) -> None:
    drawn = [marked(0, text(50, 700, "here")), marked(1, text(50, 600, "elsewhere"))]
    other = "<< /Type /MCR /Pg 2 0 R /MCID 1 >>"
    assert tags(tagged(path, drawn, [element("P", 0, other)])) == {"here": Tag(1), "elsewhere": None}


def test_a_tree_without_elements(path: Path) -> None:
    assert tags(tagged(path, [marked(0, text(50, 700, "text"))], [])) == {"text": None}


def test_a_tree_that_runs_in_a_circle(path: Path) -> None:
    elements = [
        f"<< /S /A /P {ROOT} 0 R /K [{FIRST + 1} 0 R {FIRST + 1} 0 R] >>",
        f"<< /S /B /P {FIRST} 0 R /K [{FIRST + 2} 0 R {FIRST} 0 R {FIRST + 2} 0 R] >>",
        f"<< /S /P /P {FIRST + 1} 0 R /Pg 3 0 R /K [0 {FIRST} 0 R -4 99999999999] >>",
    ]
    drawn = [marked(0, text(50, 700, "text"))]
    found = tags(write(path, drawn, Written(elements, f"{FIRST} 0 R", f"{FIRST + 2} 0 R", roles="/A /B /B /A")))
    assert found["text"] is not None


def test_a_tree_with_more_ways_than_anybody_can_go(path: Path) -> None:
    """Each of thirty elements holds the next ten times: 10 ** 30 ways to the text."""
    depth = 30
    held = [" ".join([f"{FIRST + place + 1} 0 R"] * 10) for place in range(depth - 1)] + ["0"]
    elements = [f"<< /S /Div /P {ROOT + place} 0 R /Pg 3 0 R /K [{kids}] >>" for place, kids in enumerate(held)]
    drawn = [marked(0, text(50, 700, "text"))]
    assert tags(write(path, drawn, Written(elements, f"{FIRST} 0 R", f"{FIRST + depth - 1} 0 R")))["text"]


def test_a_tree_too_large_to_be_of_use_is_left(path: Path) -> None:
    drawn = [marked(0, text(50, 700, "first")), marked(1, text(50, 600, "last"))]
    tree = [element("P", 0), element("P", *range(2, 100_002)), element("P", 1)]
    assert tags(tagged(path, drawn, tree)) == {"first": Tag(1), "last": None}


def test_a_page_without_a_tree(path: Path) -> None:
    drawn = [text(50, 700, "plain")]
    path = write(path, drawn, Written([], "", ""))
    path.write_bytes(path.read_bytes().replace(b"/StructTreeRoot", b"/NothingOfSort0"))
    assert tags(path) == {"plain": None}
