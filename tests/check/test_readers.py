"""The second reader: what it sees otherwise is told, what both see is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import pull
from pipeline.check.second_reader import NotReadAgain, ReadDifferently, figures_on
from pipeline.mentions import find
from pipeline.model import Document, Page, Profile, Source
from pipeline.relate import relate
from pipeline.segment import segment

LUXEMBOURG = Path(__file__).parents[2] / "raw" / "luxembourg.pdf"


@pytest.fixture(scope="module")
def source() -> Source:
    return pull.read(LUXEMBOURG)


@pytest.fixture(scope="module")
def profile(source: Source) -> Profile:
    document = Document(id="luxembourg", file="luxembourg.pdf", sha256="", status="ok")
    return relate(*find(document, source, segment(source, "luxembourg")))


def with_another_digit(page: Page, before: str, digit: str) -> Page:
    """The page with another digit after the only place where its stream says `before`."""
    text = "".join(run.text for run in page.runs)
    at = text.index(before) + len(before)
    assert text.count(before) == 1
    runs = [run.part(index, index + 1) for run in page.runs for index in range(len(run.text))]
    runs[at] = runs[at]._replace(text=digit)
    return replace(page, runs=tuple(runs))


def test_both_readers_see_the_sample_alike(profile: Profile) -> None:
    figures = figures_on(profile)
    second = pull.reread(LUXEMBOURG, figures.keys(), around=figures)
    assert [*NotReadAgain(second).run(profile), *ReadDifferently(second).run(profile)] == []


def test_digit_that_the_second_reader_sees_otherwise(profile: Profile, source: Source) -> None:
    first, *others = source.pages
    second = Source((with_another_digit(first, "amounted to EUR ", "7"), *others))
    (told,) = ReadDifferently(second).run(profile)
    assert told.message.startswith('"EUR 14 million" is read as "EUR 74 million" by the second PDF reader')
    assert (told.table, told.page) == ("money", 1)


def test_page_that_the_second_reader_cannot_read(profile: Profile, source: Source) -> None:
    second = Source(source.pages[1:])
    (told,) = NotReadAgain(second).run(profile)
    assert told.page == 1
    assert not [check for check in ReadDifferently(second).run(profile) if check.page == 1]


def moved(page: Page, by: float) -> Page:
    """The page with everything further right (points)."""
    boxes = (
        run.boxes._replace(x0=[x + by for x in run.boxes.x0], x1=[x + by for x in run.boxes.x1]) for run in page.runs
    )
    return replace(page, runs=tuple(run._replace(boxes=own) for run, own in zip(page.runs, boxes, strict=True)))


@pytest.mark.parametrize("digit, told", [("1", False), ("7", True)])
def test_words_that_stand_elsewhere_on_their_line_are_the_same(
    profile: Profile, source: Source, digit: str, told: bool
) -> None:
    first, *others = source.pages
    second = Source((moved(with_another_digit(first, "amounted to EUR ", digit), 9.0), *others))
    assert bool([*ReadDifferently(second).run(profile)]) is told


@pytest.mark.parametrize("by", [0.5, 1.0, 1.5, 2.0, 2.5])
def test_a_figure_of_the_same_characters_is_the_same(profile: Profile, source: Source, by: float) -> None:
    """Also where they stand a little further right, beside a word that the second reader sees otherwise."""
    first, *others = source.pages
    second = Source((moved(with_another_digit(first, "amounted t", "0"), by), *others))
    assert [check.message for check in ReadDifferently(second).run(profile)] == []
