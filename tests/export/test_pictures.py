"""Page images with what was found on them."""

from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UsageError
from pipeline.run import Options, run
from tests.pdfs import typeset

ROOT = Path(__file__).parents[2]
PROJECT = (0x33, 0x33, 0x33)
MONEY = (0xD5, 0x5E, 0x00)


def colours(image: Path) -> set[object]:
    with Image.open(image) as opened:
        # the legend, two lines at most, shows all of them
        page = opened.crop((0, 0, opened.width, opened.height - 60))
        return {colour for _, colour in page.getcolors(maxcolors=opened.width * opened.height)}


def test_every_run_draws_every_page(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "ireland.pdf"), invariant=True)
    for page in (1, 2, 3):
        canvas.drawString(72, 720, f"Ireland gave EUR {page} million.")
        canvas.showPage()
    canvas.save()
    for _ in ("read", "cached"):
        run([tmp_path / "ireland.pdf"], tmp_path / "out", Options(pictures=tmp_path / "pages", verify=False))
        drawn = sorted(tmp_path.joinpath("pages").iterdir())
        assert [path.name for path in drawn] == [f"ireland-{page:03d}.png" for page in (1, 2, 3)]
        for path in drawn:
            path.unlink()


def test_sections_and_values_stand_on_the_pages(tmp_path: Path) -> None:
    options = Options(pictures=tmp_path / "pages", verify=False)
    run([ROOT / "raw/luxembourg.pdf"], tmp_path / "out", options)
    assert {PROJECT, MONEY} <= colours(tmp_path / "pages" / "luxembourg-002.png")


def test_a_page_made_to_be_huge_is_drawn_small(tmp_path: Path) -> None:
    plain = typeset(tmp_path / "plain.pdf", "Kenya gave US$ 5 million in 2021.").read_bytes()
    tmp_path.joinpath("huge.pdf").write_bytes(plain.replace(b"/MediaBox [ 0 0 ", b"/MediaBox [ 0 0 9"))
    (outcome,) = run([tmp_path / "huge.pdf"], tmp_path / "out", Options(pictures=tmp_path / "pages"))
    assert outcome.status == "ok"
    with Image.open(tmp_path / "pages" / "huge-001.png") as image:
        assert image.width == 3000


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    tmp_path.joinpath("pages").write_text("a file", encoding="utf-8")
    with pytest.raises(UsageError, match="pages for page images cannot be made: File exists"):
        run([ROOT / "raw/ireland.pdf"], tmp_path / "out", Options(pictures=tmp_path / "pages"))
