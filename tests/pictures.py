"""The pictures of docs/, made from the project itself: `python -m tests.pictures`, with Chromium and LibreOffice."""

import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

from pipeline.run import Options, run
from tests.browser import CHROMIUM, LOOK, OPTIONS
from tests.export.office import converted
from tests.walk import ROOT, checkout, reviewed, reviewing, typed

DOCS = ROOT / "docs"
WORKBOOK_SCALE = 2.7  # pixels a point
WORKBOOK_PART = (70, 85, 1490, 480)  # pixels: the first projects, from donor to page


def main(out: Path) -> None:
    """Writes all of them into the folder."""
    with TemporaryDirectory() as name, sync_playwright() as started:
        folder = checkout(Path(name))
        browser = started.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        for picture, image in pictures(folder, browser):
            fewer(image).save(out / f"{picture}.png", optimize=True)
        browser.close()


def fewer(picture: Image.Image) -> Image.Image:
    """The picture in 256 colours, a third of the bytes; rare ones, as those of a legend, stay apart."""
    return picture.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def pictures(folder: Path, browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """Each picture with its name, in the order of the walk, which they need."""
    yield "page", page(folder)
    yield "walk-extract", terminal("make extract", typed("make extract", folder).stdout, browser)
    taken = []
    tab = browser.new_page(viewport=LOOK)
    with reviewing("make review", folder) as address:
        reviewed(tab, address, lambda name: taken.append((name, image(tab.screenshot()))))
    tab.close()
    yield from ((name, listed(picture) if name == "walk-list" else picture) for name, picture in taken)
    typed("make workbook", folder)
    yield "walk-workbook", workbook(folder)


def page(folder: Path) -> Image.Image:
    """A page of a sample with what was read on it."""
    run([ROOT / "raw" / "luxembourg.pdf"], folder / "one", Options(pictures=folder / "pages"))
    return Image.open(folder / "pages" / "luxembourg-002.png")


def terminal(line: str, answer: str, browser: Browser) -> Image.Image:
    """A window in which a command was typed and answered."""
    told = Text.from_ansi(answer.rstrip())
    width = max(len(text.rstrip()) for text in told.plain.splitlines()) + 1
    console = Console(record=True, width=width, file=StringIO(), force_terminal=True)
    console.print(Text(f"$ {line}", style="bold"))
    for text in told.split():
        text.rstrip()
        console.print(text)
    tab = browser.new_page(viewport=LOOK)
    tab.route("http*://**", lambda route: route.abort())  # the picture's font is one of this computer
    tab.set_content(f"<style>body {{ margin: 0; width: 950px }}</style>{console.export_svg(title='Terminal')}")
    taken = image(tab.locator("svg").screenshot())
    tab.close()
    return taken


def listed(picture: Image.Image) -> Image.Image:
    """The list of documents without the empty page below it."""
    return picture.crop((0, 0, picture.width, 320))


def workbook(folder: Path) -> Image.Image:
    """The upper left of the sheet of projects."""
    pdf = converted(folder / "donor-profiles.xlsx", "pdf", folder)
    with pypdfium2.PdfDocument(pdf) as document:
        return document[1].render(scale=WORKBOOK_SCALE).to_pil().crop(WORKBOOK_PART)


def image(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else DOCS)
