"""Tagged pages: the tree decides what geometry leaves open, and nothing where it is wrong."""

from collections.abc import Callable

import pytest

from pipeline.model import Tag
from tests.segment.test_order import LEFT, RIGHT, WIDTH, Layout, read
from tests.segment.typeset import HEADING, TYPE, Typeset, prose


def texts(layout: Layout) -> list[str]:
    return [text for _, text in read(layout)]


def first_words(layout: Layout) -> list[str]:
    """The first word of every paragraph, in reading order."""
    return [paragraph.split()[0].lower() for text in texts(layout) for paragraph in text.split("\n\n")]


# --------------------------------------------------------------------------------------------------------------- order


@pytest.mark.parametrize("first", ["sidebar", "main"])
def test_a_sidebar_is_read_before_or_after_the_text_beside_it(first: str) -> None:
    ranks = {"sidebar": 1, "main": 2} if first == "sidebar" else {"sidebar": 2, "main": 1}

    def layout(page: Typeset) -> None:
        page.column(40, 40, 120, prose("sidebar", 20), tag=Tag(ranks["sidebar"]))
        page.column(200, 40, 360, prose("main", 90), tag=Tag(ranks["main"]))

    assert first_words(layout)[0] == first


def test_columns_of_one_width_are_read_from_left_to_right_whatever_the_tree_says() -> None:
    def layout(page: Typeset) -> None:
        page.column(LEFT, 40, WIDTH, prose("alder", 60), tag=Tag(2))
        page.column(RIGHT, 40, WIDTH, prose("birch", 60), tag=Tag(1))

    assert first_words(layout) == ["alder", "birch"]


def test_a_sentence_is_not_cut_to_read_what_stands_beside_it_first() -> None:
    def layout(page: Typeset) -> None:
        words = prose("alder", 80).split()
        page.column(40, 40, 120, " ".join(words[:21]), tag=Tag(2))
        page.column(200, 40, 360, " ".join(words[21:]), tag=Tag(1))

    assert texts(layout) == [prose("alder", 80)]


def grid(ranks: dict[str, int], heading: bool) -> Layout:
    """Four cards in two rows; alder and birch are those of the first."""

    def layout(page: Typeset) -> None:
        for place, (name, rank) in enumerate(ranks.items()):
            x, top = (LEFT, RIGHT)[place % 2], 40 + 200 * (place // 2)
            if heading:
                page.line(x, top + 10, f"Project {name}", HEADING, tag=Tag(10 * rank))
            page.column(x, top + 20, 230, prose(name, 20 + 10 * place), tag=Tag(10 * rank + 1))

    return layout


def test_cards_are_read_column_by_column_if_the_tree_does() -> None:
    ranks = {"alder": 1, "birch": 3, "cedar": 2, "dogwood": 4}
    assert first_words(grid(ranks, heading=True)) == ["alder", "cedar", "birch", "dogwood"]


def test_paragraphs_in_a_grid_are_read_row_by_row_if_the_tree_does() -> None:
    ranks = {"alder": 1, "birch": 2, "cedar": 3, "dogwood": 4}
    assert first_words(grid(ranks, heading=False)) == ["alder", "birch", "cedar", "dogwood"]


def test_lines_of_two_columns_are_not_read_across_though_the_tree_does() -> None:
    """As programs tag that know lines but no columns."""

    def layout(page: Typeset) -> None:
        for x, name, side in ((LEFT, "alder", 0), (RIGHT, "birch", 1)):
            for place in range(12):
                page.line(x, 50 + 12.5 * place, prose(name, 8)[:40], tag=Tag(2 * place + side))

    names = [word.lower() for text in texts(layout) for word in text.split() if word.lower() in ("alder", "birch")]
    assert names == sorted(names)


# ------------------------------------------------------------------------------------------------------------ headings


def plain_headings(tags: dict[str, Tag]) -> Layout:
    """Headings in the type of the text, each with the tag that it has; a text of five lines below each."""

    def layout(page: Typeset) -> None:
        top = 40.0
        for place, (heading, tag) in enumerate(tags.items()):
            page.line(LEFT, top + 8, heading, tag=tag)
            top = page.column(LEFT, top + 14, 500, prose(f"text{place}", 60), tag=Tag(tag.rank + 1)) + 30

    return layout


def test_a_line_that_is_tagged_as_a_heading_is_one_in_any_type() -> None:
    layout = plain_headings({"Skills for youth": Tag(1, 2), "Safer mines": Tag(3, 3)})
    assert [heading for heading, _ in read(layout)] == ["Skills for youth", "Safer mines"]


def test_a_line_that_is_tagged_as_a_paragraph_may_be_a_heading() -> None:
    def layout(page: Typeset) -> None:
        page.line(LEFT, 50, "Skills for youth", HEADING, tag=Tag(1))
        page.column(LEFT, 60, 500, prose("alder", 60), tag=Tag(2))

    assert [heading for heading, _ in read(layout)] == ["Skills for youth"]


@pytest.mark.parametrize("line", ["Work goes on in the districts along the river.", "2 441 3 364", "and its partners"])
def test_what_cannot_be_a_heading_is_none_though_it_is_tagged_so(line: str) -> None:
    assert [heading for heading, _ in read(plain_headings({line: Tag(1, 1)}))] == [""]


def test_two_headings_below_each_other_are_two_and_lines_of_one_are_one() -> None:
    def layout(page: Typeset) -> None:
        for baseline, words, tag in (
            (50, "Decent work in all", Tag(1, 1)),
            (62, "districts of the coast", Tag(1, 1)),
            (74, "Skills for youth", Tag(2, 2)),
        ):
            page.line(LEFT, baseline, words, tag=tag)
        page.column(LEFT, 80, 500, prose("alder", 90), tag=Tag(3))

    headings = [heading for heading, _ in read(layout)]
    assert headings == ["Decent work in all districts of the coast", "Skills for youth"]


# -------------------------------------------------------------------------------------------------------------- tables


def cells(level: int = 0) -> Layout:
    """A table without rules whose cells have several lines; those of its first column may be tagged as headings."""
    rows = [
        ("Skills for youth in districts of the north", "Ministry of labour and social affairs", "US$ 4 million"),
        ("Safer mines", "Union of miners in all of the provinces", "US$ 2 million"),
        ("Decent work", "Employers", "US$ 1.5 million"),
    ]

    def layout(page: Typeset) -> None:
        page.column(40, 40, 520, prose("alder", 60), tag=Tag(1))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                heading = level if column == 0 else 0
                tag = Tag(10 + 3 * place + column, heading, 2 + place)
                page.column(40 + 170 * column, 150 + 40 * place, 120, words, tag=tag)
        page.column(40, 290, 520, prose("birch", 60), tag=Tag(30))

    return layout


def test_lines_of_a_table_row_are_one_row() -> None:
    assert texts(cells())[0].split("\n\n")[1:4] == [
        "Skills for youth in districts of the north\tMinistry of labour and social affairs\tUS$ 4 million",
        "Safer mines\tUnion of miners in all of the provinces\tUS$ 2 million",
        "Decent work\tEmployers\tUS$ 1.5 million",
    ]


def test_a_table_with_headings_is_there_for_the_layout() -> None:
    assert not any("\t" in text for text in texts(cells(level=3)))


# --------------------------------------------------------------------------------------------------------- wrong trees

WRONG: dict[str, Callable[[int, int], Tag | None]] = {
    "reversed": lambda place, count: Tag(count - place),
    "everything a heading": lambda place, _: Tag(place, 1),
    "everything in one table": lambda place, _: Tag(1, 0, place + 1),
    "half of the page": lambda place, count: Tag(place, 0, 0) if place * 2 < count else None,
    "one paragraph": lambda place, count: Tag(1),
    "bodies before their headings": lambda place, count: Tag(place if place % 2 else place + count, 2 - place % 2 * 2),
    "pairs swapped": lambda place, count: Tag(place ^ 1, 2),
    "empty": lambda place, count: None,
}


def profile(tag: Callable[[int, int], Tag | None]) -> Layout:
    """A sidebar, a heading over two columns, and a grid of cards."""
    blocks: list[Callable[[Typeset, Tag | None], object]] = [
        lambda page, tag: page.line(40, 50, "At a glance", HEADING, tag=tag),
        lambda page, tag: page.column(40, 60, 110, prose("sidebar", 60), tag=tag),
        lambda page, tag: page.line(190, 50, "Decent work in all districts of the coast", HEADING, tag=tag),
        lambda page, tag: page.column(190, 60, 380, prose("main", 70), tag=tag),
    ]
    for place, name in enumerate(("alder", "birch", "cedar", "dogwood")):
        x, top = (190, 390)[place % 2], 300 + 200 * (place // 2)
        blocks += [
            lambda page, tag, x=x, top=top, name=name: page.line(x, top, f"Project {name}", HEADING, tag=tag),  # type: ignore[misc]
            lambda page, tag, x=x, top=top, name=name: page.column(x, top + 10, 180, prose(name, 40), tag=tag),  # type: ignore[misc]
        ]

    def layout(page: Typeset) -> None:
        for place, block in enumerate(blocks):
            block(page, tag(place, len(blocks)))

    return layout


@pytest.mark.parametrize("wrong", list(WRONG))
def test_a_wrong_tree_changes_nothing(wrong: str) -> None:
    assert read(profile(WRONG[wrong])) == read(profile(lambda place, count: None))


def test_the_right_tree_of_the_same_page_is_followed() -> None:
    names = ["At a glance", "Decent work in all districts of the coast"]
    names += [f"Project {name}" for name in ("alder", "birch", "cedar", "dogwood")]
    assert [heading for heading, _ in read(profile(lambda place, count: Tag(place, 2 - place % 2 * 2)))] == names
