"""The second reader: what it sees otherwise is told, what both see is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import pull
from pipeline.check import check
from pipeline.check.second_reader import NotReadAgain, ReadDifferently, figures_on
from pipeline.mentions import find
from pipeline.model import BoundingBox, Boxes, Document, Finding, Money, Page, Profile, Run, Section, Source, Style
from pipeline.relate import relate
from pipeline.segment import segment
from tests.places import places

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


def test_what_the_second_reader_tells_is_among_all_checks(profile: Profile, source: Source) -> None:
    first, *others = source.pages
    told = check(profile, source, Source((with_another_digit(first, "amounted to EUR ", "7"), *others[1:])))
    assert {ReadDifferently.id, NotReadAgain.id} <= {each.check for each in told}
    assert not {ReadDifferently.id, NotReadAgain.id} & {each.check for each in check(profile, source)}


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


# ------------------------------------------------------------------------------ a line made by hand, 10 points a letter

LINE = "the port had 45 boats in it"
START = LINE.index("45")
STYLE = Style("Serif", 10, bold=False, italic=False, colour="#000000")


def told_of(second: list[Run], line: str = LINE, figure: str = "45") -> list[str]:
    """What the second reader is told to see where the figure of the line stands."""
    section = Section("s", 1, "other", "", line, places(line))
    start = line.index(figure)
    money = Money(text=figure, char_start=start, char_end=start + len(figure), rule="")
    profile = Profile(
        document=Document(id="d", file="d.pdf", sha256="", status="ok"),
        sections=(section,),
        findings=(Finding("m", section, money),),
    )
    checks = ReadDifferently(Source((Page(1, 600, 800, tuple(second)),))).run(profile)
    return [check.message.split('"')[3] for check in checks]


def run(text: str, *, at: int = 0, right: float = 0, down: float = 0) -> Run:
    """Letters from the place of the line's letter `at` on, moved by so many points."""
    boxes = [
        BoundingBox(10.0 * (at + n) + right, down, 10.0 * (at + n + 1) + right, down + 10) for n in range(len(text))
    ]
    return Run(text, Boxes.of(boxes), 8 + down, STYLE)


def test_the_same_line_is_the_same() -> None:
    assert told_of([run(LINE)]) == []
    assert told_of([run(LINE.replace("45", "46"))]) == ["46"]
    assert told_of([run(LINE.replace("45", "  "))]) == [""]


@pytest.mark.parametrize("down", [-4, 4])
def test_a_figure_is_looked_for_over_the_whole_height_of_its_box(down: float) -> None:
    """The middle of a character may lie on any point of it, the first and the last included."""
    assert told_of([run(LINE.replace("45", "46"), down=down)]) == ["46"]
    assert told_of([run(LINE.replace("45", "46"), down=down + (2 if down > 0 else -2))]) == [""]


def test_characters_are_read_from_left_to_right() -> None:
    other = LINE.replace("45", "67")
    runs = [run(other[START + 1 :], at=START + 1), run(other[: START + 1])]
    assert told_of(runs) == ["67"]


def test_the_same_words_further_right_are_the_same() -> None:
    """Twelve characters around the figure tell its place; the second reader may have other ones before them."""
    assert told_of([run(LINE, right=14)]) == []
    assert told_of([run(LINE.replace("boats", "boots"), right=14)]) == ["4"]
    farther = f"xx {LINE} yy"
    assert told_of([run("zz" + farther[2:], right=14)], line=farther) == []
    within = "the " + LINE[4:].replace("the", "tha")
    assert told_of([run(within, right=14)]) == []


@pytest.mark.parametrize(
    ("changed", "is_told"), [(START - 12, True), (START - 13, False), (START + 13, True), (START + 14, False)]
)
def test_twelve_characters_on_each_side_tell_the_place(changed: int, is_told: bool) -> None:
    line = LINE + "s now"
    other = f"{line[:changed]}#{line[changed + 1 :]}"
    assert line[changed] != " "
    assert bool(told_of([run(other, right=14)], line=line)) is is_told


def test_a_line_a_point_higher_or_lower_is_the_same_line() -> None:
    assert told_of([run(LINE, right=14, down=1)]) == []
    assert told_of([run(LINE, right=14, down=-1)]) == []
    assert told_of([run(LINE, right=14, down=2)]) != []


def test_a_mark_over_a_figure_is_not_part_of_it() -> None:
    """A turned label or a watermark; a digit on the figure's own line is."""
    digit = run("7", at=START, right=4)
    assert told_of([run(LINE), run("D", at=START, right=4)]) == []
    assert told_of([run(LINE), digit._replace(style=STYLE._replace(rotation=90))]) == []
    assert told_of([run(LINE), digit._replace(baseline=4)]) == []
    assert told_of([run(LINE), digit]) == ["475"]


def test_each_character_has_a_twin_of_its_own() -> None:
    line = LINE.replace("45", "44")
    assert told_of([run(line)], line=line, figure="44") == []
    assert told_of([run(line), run("4", at=START, right=1)], line=line, figure="44") == ["444"]


def test_a_figure_of_one_digit_is_looked_for_beside_its_words() -> None:
    line = LINE.replace("45", "5")
    assert told_of([run(line, right=14)], line=line, figure="5") == []
    assert told_of([run(line.replace("5", "6"), right=14)], line=line, figure="5") != []


def test_a_dash_needs_no_twin() -> None:
    line = LINE.replace("45", "4-5")
    assert told_of([run(line.replace("-", "–")), run("~", at=START)], line=line, figure="4-5") == []
