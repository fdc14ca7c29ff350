"""The sample profiles: the words that they were typeset from come back under their own headings."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from random import Random

import pytest

from pipeline import pull
from pipeline.model import BoundingBox, Page, Section, Segmentation, Source
from pipeline.segment import segment
from tests.documents.words import sections as written

RAW = Path(__file__).parents[2] / "raw"
NAMES = ("ireland", "luxembourg", "republic-of-korea")
# Sections in which a table or the labels of a chart stand after the text.
WITH_TABLES = {"What Ireland contributes", "What Luxembourg contributes", "Where the money goes, 2018-2021"}
WITH_TABLES |= {"Korean contributions to the ILO, 2018-2022"}


@cache
def source(name: str) -> Source:
    return pull.read(RAW / f"{name}.pdf")


@cache
def segmentation(name: str) -> Segmentation:
    return segment(source(name), name)


def plain(markdown: str) -> str:
    """The words as printed: without marks, link targets and paragraphs."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", markdown).replace("*", "")
    return " ".join(re.sub(r"^- ", "• ", text).split())


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_has_its_own_words(name: str) -> None:
    want = {section.heading: " ".join(map(plain, section.paragraphs)) for section in written(f"{name}.md")}
    found = {section.heading: " ".join(section.text.split()) for section in segmentation(name).sections}
    headed = {heading: text for heading, text in found.items() if heading}
    assert headed.keys() == {heading for heading in want if heading}
    for heading, text in headed.items():
        assert text.startswith(want[heading]) if heading in WITH_TABLES else text == want[heading], heading


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_or_told_twice(name: str) -> None:
    drawn = Counter(letter for page in source(name).pages for run in page.runs for letter in run.text)
    told = Counter(letter for section in segmentation(name).sections for letter in section.content)
    told += Counter(letter for item in segmentation(name).furniture for letter in item.text)
    for mark in (" ", "\n", "\t", "-"):  # blanks are made, hyphens at line ends may go
        del drawn[mark], told[mark]
    assert told == drawn


def test_only_hyphens_of_line_ends_are_gone() -> None:
    text = " ".join(section.content for section in segmentation("ireland").sections)
    assert "long-term" in text or "school-leaving" in text
    assert not re.search(r"\w- \w|Pro-gramme|Orga-nization", text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_content_stream_makes_no_difference(name: str, seed: int) -> None:
    shuffled = Source(tuple(_shuffled(page, seed) for page in source(name).pages))
    assert list(map(_told, segment(shuffled, name).sections)) == list(map(_told, segmentation(name).sections))


def _shuffled(page: Page, seed: int) -> Page:
    """Lines in another order; turned text stays as it is drawn, letter after letter."""
    lines = [
        list(line)
        for _, line in groupby(page.runs, key=lambda run: (run.style.rotation, run.style.rotation or run.baseline))
    ]
    Random(seed).shuffle(lines)
    return replace(page, runs=tuple(run for line in lines for run in line))


def _told(section: Section) -> tuple[str, str, str]:
    return section.heading, section.text, section.kind


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_in_the_boxes_of_a_line_is_what_the_section_says(name: str) -> None:
    pages = {page.number: page for page in source(name).pages}
    for section in segmentation(name).sections:
        said = re.sub(r"\W", "", section.content)
        boxes = section.boxes()
        inside = "".join(_letters(pages[placed.page], placed.box) for placed in boxes)
        assert Counter(re.sub(r"\W", "", inside)) == Counter(said), section.heading


def _letters(page: Page, box: BoundingBox) -> str:
    return "".join(character.text for character in page.characters() if box.holds(*character.box.middle))


def test_links_belong_to_the_section_that_they_lie_in() -> None:
    sections = segmentation("republic-of-korea").sections
    (india,) = (section for section in sections if "India" in section.heading)
    assert [target.split("/")[-3] for target in india.links[-2:]] == ["start-and-improve-your-business", "score"]
    assert not next(section for section in sections if section.heading.startswith("Two channels")).links
    drawn = {link.target for page in source("republic-of-korea").pages for link in page.links}
    assert {target for section in sections for target in section.links} == drawn
