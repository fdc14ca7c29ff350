"""Both readers see the same characters in the same places, on the samples and on pages with one trap each."""

import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline import pull
from pipeline.model import BoundingBox, Character, Page

SAMPLES = sorted((Path(__file__).parents[2] / "raw").glob("*.pdf"))
Typeset = Callable[..., Path]


def text(page: Page) -> str:
    return "".join(run.text for run in page.runs)


def letters(page: Page) -> Counter[str]:
    """Letters and digits, with ligatures as the letters that they stand for."""
    return Counter(filter(str.isalnum, text(page)))


def seen_elsewhere(page: Page, other: Page) -> list[Character]:
    """The characters that the other reader does not see within a point of their place."""
    places: dict[str, list[BoundingBox]] = {}
    for character in other.characters():
        places.setdefault(character.text, []).append(character.box)
    return [
        c for c in page.characters() if c.text.isalnum() and not any(near(c.box, box) for box in places.get(c.text, ()))
    ]


def near(one: BoundingBox, other: BoundingBox) -> bool:
    """By their middles: pdfium's box of an overhanging italic takes in the overhang."""
    return abs(one.x0 + one.x1 - other.x0 - other.x1) < 2 and abs(one.top - other.top) < 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_readers_agree_on_the_samples(path: Path) -> None:
    first = pull.read(path).pages
    second = pull.reread(path, range(1, len(first) + 1)).pages
    for one, other in zip(first, second, strict=True):
        assert letters(one) == letters(other)
        assert seen_elsewhere(other, one) == []


def test_place_size_and_colour_of_a_word(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.drawString(100, 500, "Hi")

    h, _ = pull.read(typeset(draw)).pages[0].characters()
    assert (h.text, h.style.font, h.style.size, h.style.bold, h.style.colour) == (
        "H", "Helvetica-Bold", 20, True, "#ff0000",
    )  # fmt: skip
    assert (round(h.box.x0), round(h.baseline), round(h.box.height)) == (100, 95, 20)


def test_size_that_is_in_the_matrix(typeset: Typeset) -> None:
    """InDesign writes fonts at size 1 and scales the text matrix."""

    def draw(canvas: Canvas) -> None:
        drawn = canvas.beginText()
        drawn.setFont("Helvetica", 1)
        drawn.setTextTransform(9, 0, 0, 9, 100, 500)
        drawn.textOut("tiny")
        canvas.drawText(drawn)

    assert {run.style.size for run in pull.read(typeset(draw)).pages[0].runs} == {9}


@pytest.mark.parametrize(("width", "rotation"), [(0.5, 0), (1, 0), (-0.5, 180), (-1, 180)])
def test_letters_that_are_narrow_or_mirrored(typeset: Typeset, width: float, rotation: int) -> None:
    """To the second reader, mirrored ones are as turned by half: they run to the left."""

    def draw(canvas: Canvas) -> None:
        drawn = canvas.beginText()
        drawn.setFont("Helvetica", 10)
        drawn.setTextTransform(width, 0, 0, 1, 200, 500)
        drawn.textOut("AA")
        canvas.drawText(drawn)

    first, second = pull.reread(typeset(draw), [1]).pages[0].characters()
    assert {first.style.rotation, second.style.rotation} == {rotation}
    assert first.style.size == 10
    assert second.box.x0 - first.box.x0 == pytest.approx(6.67 * width)
    assert first.box.width == pytest.approx(abs(6.67 * width))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_page_with_a_crop_box(typeset: Typeset, turn: int) -> None:
    """Both readers give the places as a person sees the page, whichever way it is turned."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.setCropBox((20, 30, 400, 380))
        canvas.drawString(100, 300, "US$ 8 million")

    path = typeset(draw)
    one, other = pull.read(path).pages[0], pull.reread(path, [1]).pages[0]
    assert (one.width, one.height) == ((350, 380) if turn in (90, 270) else (380, 350))
    for mine, its in zip(one.characters(), other.characters(), strict=True):
        assert mine.text == its.text
        assert math.dist(mine.box.middle, its.box.middle) < 3  # the second reader knows no em square of turned text
    assert {run.style.rotation for run in one.runs} == {turn}
    across = {round(box.width if turn in (90, 270) else box.height, 3) for box in (c.box for c in one.characters())}
    assert across == {12}, "boxes are as high as the type is large, across its line"


def test_text_off_the_page_is_dropped_and_told(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "seen")
        canvas.drawString(900, 500, "US$ 9 million")

    path = typeset(draw)
    page, again = pull.read(path).pages[0], pull.reread(path, [1]).pages[0]
    assert (text(page), text(again)) == ("seen", "seen")
    assert {dropped.reason for dropped in page.dropped} == {"off the page"}
    assert [(dropped.text, dropped.reason) for dropped in again.dropped] == [
        (letter, "off the page") for letter in "US$ 9 million"
    ]


def test_text_outside_its_clip_is_dropped_and_told(typeset: Typeset) -> None:
    """As in a picture of a page of which only a part is shown; clips hold for what is drawn in a form, too."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("placed")
        canvas.drawString(10, 10, "US$ 8 million")
        canvas.drawString(10, 90, "cut away")
        canvas.endForm()
        canvas.saveState()
        canvas.translate(100, 400)
        shown = canvas.beginPath()
        shown.rect(0, 0, 200, 50)
        canvas.clipPath(shown, stroke=0)
        canvas.doForm("placed")
        canvas.restoreState()

    page = pull.read(typeset(draw)).pages[0]
    assert text(page) == "US$ 8 million"
    assert [(dropped.text, dropped.reason) for dropped in page.dropped] == [("cut away", "clipped")]


def test_text_in_the_colour_of_its_ground_is_dropped_and_told(typeset: Typeset) -> None:
    """White on white is unseen; white on a dark panel, or on a ground of many small paths, is not."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(40, 390, 200, 30, stroke=0, fill=1)
        for row in range(12):
            for column in range(80):
                canvas.rect(40 + 2.5 * column, 290 + 2.5 * row, 2.5, 2.5, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        for height, words in ((500, "US$ 9 million"), (400, "on a panel"), (300, "on a pattern")):
            canvas.drawString(50, height, words)

    page = pull.read(typeset(draw)).pages[0]
    assert [run.text for run in page.runs] == ["on a panel", "on a pattern"]
    assert [(dropped.text, dropped.reason) for dropped in page.dropped] == [
        ("US$ 9 million", "in the colour of its ground")
    ]


def test_invisible_text_is_dropped_beside_visible_text(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "seen")
        canvas.drawString(50, 400, "hidden", mode=3)

    page = pull.read(typeset(draw)).pages[0]
    assert text(page) == "seen"
    assert {dropped.reason for dropped in page.dropped} == {"invisible"}


def test_invisible_text_is_the_text_of_a_scan(typeset: Typeset) -> None:
    page = pull.read(typeset(lambda canvas: canvas.drawString(50, 500, "scanned", mode=3))).pages[0]
    assert text(page) == "scanned"


def test_drop_shadow_is_read_once(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "Shadow")
        for line in range(10):
            canvas.drawString(50, 400 - 14 * line, f"line {line}")
        canvas.drawString(51, 499, "Shadow")

    page = pull.read(typeset(draw)).pages[0]
    assert text(page).count("Shadow") == 1
    assert {dropped.reason for dropped in page.dropped} == {"drawn twice"}


def test_equal_words_on_two_lines_are_both_read(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 500, "2022")
        canvas.drawString(50, 488, "2022")

    assert text(pull.read(typeset(draw)).pages[0]) == "20222022"


def test_panel_rule_and_links(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 1)
        canvas.rect(200, 100, 150, 300, stroke=0, fill=1)
        canvas.line(20, 50, 400, 50)
        canvas.drawString(50, 500, "Occupational safety and")
        canvas.linkURL("https://example.org/safety", (50, 498, 180, 512))

    page = pull.read(typeset(draw)).pages[0]
    assert [(area.colour, round(area.box.x0), round(area.box.top), round(area.box.x1)) for area in page.areas] == [
        ("#0000ff", 200, 195, 350)
    ]
    assert len(page.rules) == 1
    assert [link.target for link in page.links] == ["https://example.org/safety"]
    assert page.links[0].boxes[0].holds(100, 595 - 505)


def test_frames_are_rectangles_that_are_stroked_and_not_filled(typeset: Typeset) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 400, 100, 80)
        canvas.roundRect(200, 400, 100, 80, 8)
        canvas.rect(50, 200, 100, 80, fill=1)
        canvas.circle(250, 240, 40)
        canvas.lines([(50, 50, 150, 130), (150, 130, 50, 130)])
        canvas.drawString(60, 450, "Framed")

    frames = pull.read(typeset(draw)).pages[0].frames
    assert [frame.middle for frame in frames] == [pytest.approx((100, 155)), pytest.approx((250, 155))]


def test_password(typeset: Typeset) -> None:
    path = typeset(lambda canvas: canvas.drawString(50, 500, "secret"), encrypt=StandardEncryption("open", canCopy=0))
    with pytest.raises(pull.EncryptedDocument, match="remove its password"):
        pull.read(path)
    with pytest.raises(pull.EncryptedDocument):
        pull.reread(path, [1])


def test_page_without_text(typeset: Typeset) -> None:
    with pytest.raises(pull.TextlessDocument, match="ocrmypdf"):
        pull.read(typeset(lambda canvas: canvas.rect(10, 10, 50, 50, fill=1)))


@pytest.mark.parametrize("content", [b"", b"\x00" * 700_000, b"<html>not found</html>", b"%PDF-1.7\n1 0 obj\n"])
def test_what_is_no_pdf(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.pdf"
    path.write_bytes(content)
    with pytest.raises(pull.DamagedDocument, match=r"no\.pdf"):
        pull.read(path)
    with pytest.raises(pull.DamagedDocument):
        pull.reread(path, [1])


def test_a_header_may_stand_a_little_below_the_beginning(typeset: Typeset) -> None:
    """As after the head of a mail: within the first 1024 bytes."""
    path = typeset(lambda canvas: canvas.drawString(50, 500, "seen"))
    content = path.read_bytes()
    path.write_bytes(b"\n" * (1024 - len("%PDF-")) + content)
    assert text(pull.read(path).pages[0]) == "seen"
    path.write_bytes(b"\n" * (1025 - len("%PDF-")) + content)
    with pytest.raises(pull.DamagedDocument, match="does not begin with %PDF-"):
        pull.read(path)


@pytest.mark.parametrize(("height", "seen"), [(6, "abc"), (9, "b")])
def test_the_second_reader_reads_what_is_level_with_a_box_or_near_it(
    typeset: Typeset, height: float, seen: str
) -> None:
    """Lines of 12 points whose middles are `height` points apart; turned text is read wherever it stands."""

    def draw(canvas: Canvas) -> None:
        for nth, letter in enumerate("abc"):
            canvas.drawString(50, 500 - height * nth, letter)
        canvas.rotate(90)
        canvas.drawString(50, -300, "t")

    path = typeset(draw)
    (box,) = (c.box for c in pull.read(path).pages[0].characters() if c.text == "b")
    level = box._replace(top=box.top + 2, bottom=box.bottom - 2)
    assert text(pull.reread(path, [1], around={1: [level]}).pages[0]) == f"{seen}t"
    assert text(pull.reread(path, [1]).pages[0]) == "abct"


BROKEN = """%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 35>> stream
BT /F 12 Tf 40 100 Td (Ports) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
"""


def test_a_page_that_is_not_there_has_no_size_and_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_text(BROKEN, encoding="ascii")
    read = pull.read(path).pages
    assert [(page.number, page.width, page.height, text(page)) for page in read] == [
        (1, 300, 200, "Ports"),
        (2, 0, 0, ""),
    ]
