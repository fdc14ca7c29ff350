"""docs/walk.md, followed to the letter: every command in a shell, every click in a browser, what they lead to."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from pipeline import read_table
from tests import pictures, walk
from tests.browser import CHROMIUM, LOOK, OPTIONS
from tests.export.office import SOFFICE
from tests.walk import PROJECT, ROOT, WALK, checkout, reviewed, reviewing, typed

PAGE = WALK.read_text(encoding="utf-8")
STEPS = {
    int(number): text for number, text in re.findall(r"^## (\d)\. .*?\n(.*?)(?=^## )", PAGE, re.DOTALL | re.MULTILINE)
}

needs_make = pytest.mark.skipif(not walk.is_set_up(), reason="The environment of the tests was not set up by make.")


def command(step: int) -> str:
    """What a step types."""
    return re.findall(r"^    (.*)$", STEPS[step], re.MULTILINE)[-1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkout(tmp_path_factory.mktemp("donor-profiles"))


@pytest.fixture
def tab() -> Iterator[Page]:
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        tab = browser.new_page(viewport=LOOK)
        tab.set_default_timeout(10_000)
        yield tab
        browser.close()


@needs_make
def test_profiles_are_read(folder: Path) -> None:
    done = typed(command(3), folder)
    assert done.returncode == 0, done.stderr
    assert list(read_table(folder / "extracted" / "documents.csv")["status"]) == ["ok"] * 5


@needs_make
@pytest.mark.skipif(not CHROMIUM, reason="There is no chromium here: nobody looks at the review page.")
def test_a_review_goes_as_it_is_told(folder: Path, tab: Page) -> None:
    typed(command(3), folder)
    names, pages = [], []

    def look(name: str) -> None:
        names.append(name)
        pages.append(tab.content())

    with reviewing(command(4), folder) as address:
        reviewed(tab, address, look)
    assert names == re.findall(r"\((walk-\w+)\.png\)", STEPS[4])
    for words in re.findall(r"\*\*(.+?)\*\*", STEPS[4]):
        assert words in "".join(pages), words
    project = read_table(folder / "extracted" / "projects.csv").set_index("title").loc[PROJECT]
    assert (str(project["amount"]), project["review"]) == ("6200000", "corrected")
    checks = read_table(folder / "extracted" / "checks.csv")
    assert "two-amounts" not in set(checks["check"][checks["document"] == "ireland"])
    assert walk.READER in folder.joinpath("raw", "ireland.reviews.csv").read_text(encoding="utf-8")


@needs_make
def test_the_workbook_is_written(folder: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    typed(command(3), folder)
    done = typed(command(5), folder)
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(folder / "donor-profiles.xlsx")
    assert set(re.findall(r"\*\*(.+?)\*\*", STEPS[5])) <= set(book.sheetnames)


@needs_make
@pytest.mark.skipif(not (CHROMIUM and SOFFICE), reason="There is no chromium or no LibreOffice here to make pictures.")
def test_pictures_of_the_terminal_and_the_workbook_are_made(folder: Path, tab: Page) -> None:
    answer = typed(command(3), folder).stdout
    typed(command(5), folder)
    assert tab.context.browser
    for picture in (pictures.terminal(command(3), answer, tab.context.browser), pictures.workbook(folder)):
        assert picture.width > 800
        assert len(picture.convert("L").getcolors() or ()) > 10


@needs_make
def test_ones_own_profile_is_read_beside_the_samples(folder: Path) -> None:
    shutil.copy(ROOT / "raw" / "luxembourg.pdf", folder / "raw" / "Our own.pdf")
    assert typed(command(6), folder).returncode == 0
    assert "our-own" in set(read_table(folder / "extracted" / "documents.csv")["document"])


@needs_make
def test_figures_are_held_by_make(folder: Path) -> None:
    """The target runs the whole suite; here, of it, the known figures of the sample that the walk corrects."""
    folder.joinpath("raw", "ireland.reviews.csv").unlink(missing_ok=True)  # as the walk says
    done = typed("make test", folder, PYTEST_ADDOPTS="tests/test_known_figures.py -k ireland")
    assert done.returncode == 0, done.stdout


@needs_make
def test_the_command_is_known_to_a_terminal(folder: Path) -> None:
    running = ROOT.joinpath("docs", "running.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^    (source .*)$", running, re.MULTILINE)
    done = typed(f"bash -c '{line} && donor-profiles --version'", folder)
    assert done.stdout.startswith("donor-profiles, version "), done.stderr


def test_what_has_to_be_there_is_what_the_tests_begin_with() -> None:
    (line,) = re.findall(r"^    sudo apt-get install (.*)$", STEPS[1], re.MULTILINE)
    run = ROOT.joinpath(".ci", "run").read_text(encoding="utf-8")
    installed = {package for found in re.findall(r"missing\+=\(([^)]*)\)", run) for package in found.split()}
    assert set(shlex.split(line)) <= installed


def test_what_does_not_work_is_told_in_the_programs_words() -> None:
    own = ROOT.joinpath("Makefile").read_text(encoding="utf-8")
    own += ROOT.joinpath("pipeline", "review", "server.py").read_text(encoding="utf-8").replace("{port}", "8610")
    for words in ("Python 3.11 or newer is needed", "Port 8610 cannot be used"):
        assert f"`{words}`" in PAGE
        assert words in own
