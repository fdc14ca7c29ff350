"""What is drawn on the image of a page, colour by colour, in pixels."""

import math
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.export import page_images
from pipeline.export.page_images import FONT, SECTION_COLOURS, TABLE_COLOURS
from pipeline.model import BoundingBox, Boxes, Document, Finding, Money, Place, Profile, Section
from pipeline.model.section import Furniture, SectionKind
from tests.pdfs import typeset

WHITE = (255, 255, 255)
RED = (255, 0, 0)
PROJECT, OTHER = (0x33, 0x33, 0x33), (0x99, 0x99, 0x99)
ARROW, MONEY = (0xD4, 0x14, 0x5A), (0xD5, 0x5E, 0x00)


def paper(scale: float = 1, width: int = 200, height: int = 120) -> tuple[Image.Image, page_images._Pencil]:
    image = Image.new("RGB", (width, height), "white")
    return image, page_images._Pencil(image, scale)


def bounds(image: Image.Image, colour: tuple[int, ...] | None = None) -> tuple[int, int, int, int] | None:
    """First and last column and row (left, top, right, bottom) of a colour; of all that is not white without one."""
    pixels = image.load()
    found = [
        (x, y)
        for x in range(image.width)
        for y in range(image.height)
        if (pixels[x, y] != WHITE if colour is None else pixels[x, y] == colour)
    ]
    columns, rows = zip(*found, strict=True) if found else ((), ())
    return (min(columns), min(rows), max(columns), max(rows)) if found else None


def section(
    heading: list[tuple[int, BoundingBox]], text: list[tuple[int, BoundingBox]], kind: SectionKind = "project"
) -> Section:
    """A project of a letter a line, each with its page and box."""
    offsets = [*range(len(heading)), *(at + len(heading) + 2 * bool(heading) for at in range(len(text)))]
    places = tuple(
        Place(start, start + 1, page, line, Boxes.of([box]), 0)
        for line, (start, (page, box)) in enumerate(zip(offsets, [*heading, *text], strict=True))
    )
    return Section("s", 2, kind, "h" * len(heading), "t" * len(text), places)


def box(x0: float, top: float, x1: float, bottom: float) -> BoundingBox:
    return BoundingBox(x0, top, x1, bottom)


# ---------------------------------------------------------------------------------------------------------------- boxes


def test_a_box_has_a_line_of_one_pixel_and_no_ground() -> None:
    image, pencil = paper(scale=2)
    pencil.box(box(10, 20, 30, 40), "#ff0000")
    assert bounds(image, RED) == (20, 40, 60, 80)
    inside = image.crop((21, 41, 60, 80))
    assert bounds(inside) is None


def test_a_line_is_as_wide_as_asked_and_a_margin_is_in_points() -> None:
    image, pencil = paper(scale=2)
    pencil.box(box(10, 20, 30, 40), "#ff0000", margin=3, width=2)
    assert bounds(image, RED) == (14, 34, 66, 86)
    assert image.getpixel((15, 35)) == RED
    assert image.getpixel((16, 36)) == WHITE


def test_a_ground_lets_the_page_shine_through_and_may_have_no_line() -> None:
    image, pencil = paper()
    pencil.box(box(10, 20, 30, 40), "#ff0000", fill="80", width=0)
    assert bounds(image) == (10, 20, 30, 40)
    assert image.crop((10, 20, 31, 41)).getcolors() == [(441, (255, 127, 127))]


# --------------------------------------------------------------------------------------------------------------- blocks


@pytest.mark.parametrize(
    ("heading", "text", "blocks"),
    [
        pytest.param([], [(1, box(0, 0, 9, 9))], [], id="another page"),
        pytest.param([], [(2, box(0, 0, 9, 9)), (2, box(5, 10, 20, 19))], [box(0, 0, 20, 19)], id="line by line"),
        pytest.param(
            [(2, box(0, 0, 9, 9)), (2, box(0, 10, 30, 19))],
            [(2, box(0, 20, 9, 29))],
            [box(0, 0, 30, 19), box(0, 20, 9, 29)],
            id="the heading is a block of its own",
        ),
        pytest.param(
            [],
            [(2, box(0, 50, 9, 59)), (2, box(20, 0, 29, 9)), (2, box(20, 10, 29, 19))],
            [box(0, 50, 9, 59), box(20, 0, 29, 19)],
            id="back up to the next column",
        ),
        pytest.param(
            [],
            [(2, box(0, 50, 9, 60)), (2, box(20, 40, 29, 51))],
            [box(0, 40, 29, 60)],
            id="a line that ends below the top of the one before",
        ),
        pytest.param(
            [],
            [(2, box(0, 50, 9, 60)), (2, box(20, 40, 29, 50))],
            [box(0, 50, 9, 60), box(20, 40, 29, 50)],
            id="a line that ends at the top of the one before",
        ),
        pytest.param(
            [],
            [(2, box(0, 0, 9, 9)), (2, box(20, 20, 29, 29)), (2, box(0, 12, 9, 19))],
            [box(0, 0, 29, 29), box(0, 12, 9, 19)],
            id="up from the line before, not from the first",
        ),
    ],
)
def test_a_section_covers_blocks_of_a_page(heading: list, text: list, blocks: list[BoundingBox]) -> None:
    assert page_images._blocks(section(heading, text), 2) == blocks


# --------------------------------------------------------------------------------------------------------------- arrows


@pytest.mark.parametrize(
    ("line", "back"),
    [
        pytest.param((10, 10, 50, 10), math.pi, id="to the right"),
        pytest.param((10, 10, 10, 50), -math.pi / 2, id="down"),
        pytest.param((50, 50, 10, 10), math.pi / 4, id="up to the left"),
    ],
)
def test_the_wings_of_an_arrow_point_back(line: tuple[float, float, float, float], back: float) -> None:
    tip, *wings = page_images._head(*line)
    assert tip == line[2:]
    polar = [(math.dist(tip, wing), math.atan2(wing[1] - tip[1], wing[0] - tip[0])) for wing in wings]
    assert [length for length, _ in polar] == pytest.approx([8, 8])
    turns = [(angle - back + math.pi) % (2 * math.pi) - math.pi for _, angle in polar]
    assert turns == pytest.approx([0.45, -0.45])


def test_an_arrow_is_drawn_in_points() -> None:
    image, pencil = paper(scale=2)
    pencil.arrow((10, 10), (10, 40))
    left, top, right, bottom = bounds(image, ARROW)
    assert (top, bottom) == (20, 80)
    assert right - left == 7
    line = bounds(image.crop((0, 20, 200, 60)), ARROW)
    assert line[2] - line[0] == 1


@pytest.mark.parametrize(
    ("blocks", "ways"),
    [
        pytest.param([box(10, 10, 50, 20)], [], id="one block"),
        pytest.param([box(10, 10, 50, 20), box(20, 40, 60, 50)], [((20, 20), (20, 40))], id="straight down"),
        pytest.param([box(30, 10, 50, 20), box(20, 40, 60, 50)], [((30, 20), (20, 40))], id="from the left edge"),
        pytest.param([box(10, 10, 50, 90), box(60, 5, 99, 50)], [((50, 90), (60, 5))], id="to the next column"),
        pytest.param(
            [box(0, 0, 9, 9), box(0, 20, 9, 29), box(5, 40, 9, 49)],
            [((0, 9), (0, 20)), ((5, 29), (5, 40))],
            id="from each block to the next",
        ),
    ],
)
def test_reading_goes_on_from_block_to_block(blocks: list[BoundingBox], ways: list) -> None:
    assert list(page_images._ways(blocks)) == ways


# --------------------------------------------------------------------------------------------- labels, sections, values


def test_a_label_stands_on_the_top_left_corner() -> None:
    image, pencil = paper(scale=2)
    pencil.label(box(20, 40, 60, 60), "2 project", "#ff0000")
    width = int(FONT.getlength("2 project") + 8)
    assert bounds(image) == (32, 56, 32 + width, 72)
    letters = image.crop((33, 57, 32 + width, 72))
    left, top, *_ = letters.getchannel("G").getbbox()  # of all that is not red
    ink = FONT.getbbox("2 project")
    assert (left, top) == (3 + ink[0], ink[1] - 1)
    assert image.getpixel((32, 56)) == RED


def test_a_label_at_the_top_edge_stays_on_the_page() -> None:
    image, pencil = paper()
    pencil.label(box(20, 10, 60, 60), "2 project", "#ff0000")
    assert bounds(image)[1::2] == (0, 16)


def test_a_section_has_a_line_around_each_block_its_heading_on_a_tint_and_a_label() -> None:
    image, pencil = paper()
    one = section([(1, box(20, 30, 60, 40))], [(1, box(20, 60, 120, 70)), (2, box(0, 0, 199, 119))])
    pencil.section(one, 1)
    assert bounds(image, PROJECT) == (16, 10, 124, 74)  # with the label, which is higher than the first block
    assert image.getpixel((60, 26)) == image.getpixel((63, 43)) == image.getpixel((17, 57)) == PROJECT
    tinted = image.getpixel((40, 35))
    assert tinted == image.getpixel((20, 30)) == image.getpixel((60, 40)) == (210, 210, 210)
    assert image.getpixel((18, 58)) == image.getpixel((19, 30)) == image.getpixel((70, 65)) == WHITE
    assert bounds(image.crop((0, 45, 200, 56))) is None


def test_a_section_that_is_not_on_the_page_leaves_no_trace() -> None:
    image, pencil = paper()
    pencil.section(section([], [(2, box(20, 60, 120, 70))]), 1)
    assert bounds(image) is None


def test_a_value_has_a_box_on_a_tint() -> None:
    image, pencil = paper()
    one = section([], [(1, box(20, 30, 60, 40)), (1, box(70, 30, 90, 40)), (2, box(100, 30, 120, 40))])
    mention = Money(text="t", char_start=1, char_end=3, rule="")
    pencil.value(Finding("m", one, mention), 1)
    assert bounds(image) == bounds(image, MONEY) == (70, 30, 90, 40)
    assert image.getpixel((80, 35)) == (246, 220, 199)


# -------------------------------------------------------------------------------------------------------------- legend

NAMES = [*SECTION_COLOURS, *TABLE_COLOURS, "furniture", "reading goes on"]
COLOURS = [*SECTION_COLOURS.values(), *TABLE_COLOURS.values(), "#808080", "#d4145a"]
WIDTHS = [round(FONT.getlength(name)) + 30 for name in NAMES]


def swatches(legend: Image.Image, places: list[tuple[int, int]]) -> list[tuple[int, int, int, int] | None]:
    """What the colours fill of squares that begin five pixels to the left of their places and above."""
    squares = [legend.crop((left - 5, top - 5, left + 16, top + 16)) for left, top in places]
    colours = [tuple(bytes.fromhex(colour[1:])) for colour in COLOURS]
    return [bounds(square, colour) for square, colour in zip(squares, colours, strict=True)]


def test_a_legend_of_one_line_stands_below_the_image() -> None:
    image = Image.new("RGB", (8 + sum(WIDTHS), 50), "black")
    page = page_images._with_legend(image)
    assert page.size == (image.width, 80)
    assert page.crop((0, 0, image.width, 50)).getcolors() == [(50 * image.width, (0, 0, 0))]
    places = [(8 + sum(WIDTHS[:number]), 59) for number in range(len(NAMES))]
    assert swatches(page, places) == [(5, 5, 17, 17)] * len(NAMES)


def test_a_legend_that_is_too_long_by_a_pixel_goes_on_in_a_second_line() -> None:
    page = page_images._with_legend(Image.new("RGB", (7 + sum(WIDTHS), 50), "white"))
    assert page.height == 100
    places = [*((8 + sum(WIDTHS[:number]), 59) for number in range(len(NAMES) - 1)), (8, 79)]
    assert swatches(page, places) == [(5, 5, 17, 17)] * len(NAMES)


def test_the_names_of_a_legend_stand_beside_their_colours() -> None:
    page = page_images._with_legend(Image.new("RGB", (8 + sum(WIDTHS), 1), "white"))
    name = page.crop((21, 0, 8 + WIDTHS[0], page.height))
    left, top, *_ = FONT.getbbox(NAMES[0])
    assert bounds(name)[:2] == (4 + left, 9 + top)


# ---------------------------------------------------------------------------------------------------------------- pages


def profile(path: Path) -> Profile:
    return Profile(document=Document(id=path.stem, file=path.name, sha256="", status="ok"))


def test_an_encrypted_file_is_drawn_with_its_password(tmp_path: Path) -> None:
    path = typeset(tmp_path / "a.pdf", "Kenya gave US$ 5 million.", password="secret")
    folder = tmp_path / "some" / "pages"
    for _ in range(2):
        assert page_images.draw_pages(path, profile(path), folder, password="secret") == [folder / "a-001.png"]


def test_a_damaged_page_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), invariant=True)
    for number in (1, 2, 3):
        canvas.drawString(72, 720, f"Page {number}")
        canvas.showPage()
    canvas.save()
    first, _, rest = path.read_bytes().partition(b"/Type /Page\n")
    path.write_bytes(first + b"/Type /Pane\n" + rest)
    written = page_images.draw_pages(path, profile(path), tmp_path)
    assert [file.name for file in written] == ["a-002.png", "a-003.png"]


def test_a_page_is_drawn_at_one_and_a_half_pixels_a_point(tmp_path: Path) -> None:
    path = typeset(tmp_path / "ireland.pdf", "Kenya gave US$ 5 million in 2021.")
    document = Document(id="ireland", file="ireland.pdf", sha256="", status="ok")
    margin = Furniture(1, "1", box(100, 200, 120, 210), "a page number")
    elsewhere = margin._replace(page=2, box=box(300, 200, 320, 210))
    one = section([(1, box(72, 100, 172, 110))], [(1, box(72, 300, 172, 310))], kind="other")
    profile = Profile(document=document, sections=(one,), furniture=(margin, elsewhere))
    (file,) = page_images.draw_pages(path, profile, tmp_path / "pages")
    assert file.name == "ireland-001.png"
    with Image.open(file) as image:
        page = image.crop((0, 0, 893, 1263))
    assert page.getpixel((150, 300)) == (0x80, 0x80, 0x80)
    assert page.getpixel((165, 307)) == (183, 183, 183)
    assert page.getpixel((450, 300)) == WHITE
    assert bounds(page, ARROW) == (104, 166, 111, 450)
    assert page.getpixel((102, 144)) == OTHER
