"""Tagged pages: the tree decides what geometry leaves open, and nothing where it is wrong."""

from collections.abc import Callable, Sequence

import pytest

from pipeline.model import Tag
from tests.segment.reading import LEFT, RIGHT, WIDTH, Layout, read
from tests.segment.typeset import HEADING, Typeset, prose

Author = Callable[[int, int], Tag | None]
Block = Callable[[Typeset], object]


def laid(blocks: Sequence[Block], author: Author) -> Layout:
    """A page of blocks; the author says which tag each has, by its place and how many there are."""

    def layout(page: Typeset) -> None:
        for place, block in enumerate(blocks):
            block(page.tagged(author(place, len(blocks))))

    return layout


def heading(x: float, top: float, words: str) -> Block:
    return lambda page: page.line(x, top + 10, words, HEADING)


def column(x: float, top: float, width: float, name: str, words: int) -> Block:
    return lambda page: page.column(x, top, width, prose(name, words))


def texts(layout: Layout) -> list[str]:
    return [text for _, text in read(layout)]


def first_words(layout: Layout) -> list[str]:
    """The first word of every paragraph, in reading order."""
    return [paragraph.split()[0].lower() for text in texts(layout) for paragraph in text.split("\n\n")]


# Four cards in two rows, each with a heading.
cards = [
    block
    for place, name in enumerate(("alder", "birch", "cedar", "dogwood"))
    for x, top in [((LEFT, RIGHT)[place % 2], 40 + 200 * (place // 2))]
    for block in (heading(x, top, f"Project {name}"), column(x, top + 20, 230, name, 20 + 10 * place))
]
# A sidebar, a heading over two columns, and cards.
profile = [
    heading(40, 40, "At a glance"),
    column(40, 60, 110, "sidebar", 60),
    heading(190, 40, "Decent work in all districts of the coast"),
    column(190, 60, 380, "main", 70),
    heading(190, 290, "Project alder"),
    column(190, 310, 180, "alder", 40),
    heading(390, 290, "Project birch"),
    column(390, 310, 180, "birch", 40),
    heading(190, 490, "Project cedar"),
    column(190, 510, 180, "cedar", 40),
    heading(390, 490, "Project dogwood"),
    column(390, 510, 180, "dogwood", 40),
]


# --------------------------------------------------------------------------------------------------------------- order


@pytest.mark.parametrize("first", ["sidebar", "main"])
def test_a_sidebar_is_read_before_or_after_the_text_beside_it(first: str) -> None:
    ranks = {"sidebar": 1, "main": 2} if first == "sidebar" else {"sidebar": 2, "main": 1}

    def layout(page: Typeset) -> None:
        page.tagged(Tag(ranks["sidebar"])).column(40, 40, 120, prose("sidebar", 20))
        page.tagged(Tag(ranks["main"])).column(200, 40, 360, prose("main", 90))

    assert first_words(layout)[0] == first


def test_columns_of_one_width_are_read_from_left_to_right_whatever_the_tree_says() -> None:
    def layout(page: Typeset) -> None:
        page.tagged(Tag(2)).column(LEFT, 40, WIDTH, prose("alder", 60))
        page.tagged(Tag(1)).column(RIGHT, 40, WIDTH, prose("birch", 60))

    assert first_words(layout) == ["alder", "birch"]


def test_a_sentence_is_not_cut_to_read_what_stands_beside_it_first() -> None:
    def layout(page: Typeset) -> None:
        words = prose("alder", 80).split()
        page.tagged(Tag(2)).column(40, 40, 120, " ".join(words[:21]))
        page.tagged(Tag(1)).column(200, 40, 360, " ".join(words[21:]))

    assert texts(layout) == [prose("alder", 80)]


def test_cards_are_read_column_by_column_if_the_tree_does() -> None:
    ranks = [1, 2, 5, 6, 3, 4, 7, 8]  # of heading and text of each card, row by row
    assert first_words(laid(cards, lambda place, _: Tag(ranks[place]))) == ["alder", "cedar", "birch", "dogwood"]


def test_paragraphs_in_a_grid_are_read_row_by_row_if_the_tree_does() -> None:
    paragraphs = cards[1::2]
    assert first_words(laid(paragraphs, lambda place, _: Tag(place))) == ["alder", "birch", "cedar", "dogwood"]


def test_lines_of_two_columns_are_not_read_across_though_the_tree_does() -> None:
    """As programs tag that know lines but no columns."""

    def layout(page: Typeset) -> None:
        for x, name, side in ((LEFT, "alder", 0), (RIGHT, "birch", 1)):
            for place in range(12):
                page.tagged(Tag(2 * place + side)).line(x, 50 + 12.5 * place, prose(name, 8)[:40])

    names = [word.lower() for text in texts(layout) for word in text.split() if word.lower() in ("alder", "birch")]
    assert names == sorted(names)


# ------------------------------------------------------------------------------------------------------------ headings


def plain_headings(tags: dict[str, Tag]) -> Layout:
    """Headings in the type of the text, each with the tag that it has; a text of five lines below each."""

    def layout(page: Typeset) -> None:
        top = 40.0
        for place, (heading, tag) in enumerate(tags.items()):
            page.tagged(tag).line(LEFT, top + 8, heading)
            top = page.tagged(Tag(tag.rank + 1)).column(LEFT, top + 14, 500, prose(f"text{place}", 60)) + 30

    return layout


def test_a_line_that_is_tagged_as_a_heading_is_one_in_any_type() -> None:
    layout = plain_headings({"Skills for youth": Tag(1, 2), "Safer mines": Tag(3, 3)})
    assert [heading for heading, _ in read(layout)] == ["Skills for youth", "Safer mines"]


def test_a_line_that_is_tagged_as_a_paragraph_may_be_a_heading() -> None:
    def layout(page: Typeset) -> None:
        page.tagged(Tag(1)).line(LEFT, 50, "Skills for youth", HEADING)
        page.tagged(Tag(2)).column(LEFT, 60, 500, prose("alder", 60))

    assert [heading for heading, _ in read(layout)] == ["Skills for youth"]


def test_a_heading_right_below_a_line_without_a_full_stop_is_no_part_of_it() -> None:
    def layout(page: Typeset) -> None:
        end = page.tagged(Tag(1)).column(LEFT, 40, 500, prose("alder", 60).rstrip("."))
        page.tagged(Tag(2, 2)).line(LEFT, end + 8, "Skills for youth")
        page.tagged(Tag(3)).column(LEFT, end + 14, 500, prose("birch", 60))

    assert [heading for heading, _ in read(layout)] == ["", "Skills for youth"]


def test_a_heading_may_be_followed_by_one_of_a_lower_level() -> None:
    def layout(page: Typeset) -> None:
        page.tagged(Tag(1, 1)).line(LEFT, 50, "Decent work")
        page.tagged(Tag(2, 2)).line(LEFT, 80, "Skills for youth")
        page.tagged(Tag(3)).column(LEFT, 90, 500, prose("alder", 90))

    assert [heading for heading, _ in read(layout)] == ["Decent work", "Skills for youth"]


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
            page.tagged(tag).line(LEFT, baseline, words)
        page.tagged(Tag(3)).column(LEFT, 80, 500, prose("alder", 90))

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
        page.tagged(Tag(1)).column(40, 40, 520, prose("alder", 60))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                heading = level if column == 0 else 0
                tag = Tag(10 + 3 * place + column, heading, 2 + place)
                page.tagged(tag).column(40 + 170 * column, 150 + 40 * place, 120, words)
        page.tagged(Tag(30)).column(40, 290, 520, prose("birch", 60))

    return layout


def test_lines_of_a_table_row_are_one_row() -> None:
    assert texts(cells())[0].split("\n\n")[1].split("\n") == [
        "Skills for youth in districts of the north\tMinistry of labour and social affairs\tUS$ 4 million",
        "Safer mines\tUnion of miners in all of the provinces\tUS$ 2 million",
        "Decent work\tEmployers\tUS$ 1.5 million",
    ]


def test_the_heading_of_a_table_whose_first_row_is_a_single_cell() -> None:
    def layout(page: Typeset) -> None:
        page.tagged(Tag(1)).line(40, 50, "Funding by project", HEADING)
        for rank, (x, baseline, words, row) in enumerate(
            [
                (40, 80, "Project", 2),
                (300, 80, "Budget", 2),
                (40, 100, "In the north", 3),
                (40, 120, "Safer mines", 4),
                (300, 120, "US$ 2 million", 4),
            ],
            start=2,
        ):
            page.tagged(Tag(rank, row=row)).line(x, baseline, words)
        page.tagged(Tag(9)).column(40, 160, 500, prose("alder", 60))

    heading, text = read(layout)[0]
    assert heading == "Funding by project"
    assert text.split("\n\n")[0].split("\n") == ["Project\tBudget", "In the north\t", "Safer mines\tUS$ 2 million"]


def test_rows_that_stand_beside_each_other_are_no_table() -> None:
    def layout(page: Typeset) -> None:
        page.tagged(Tag(1)).column(40, 40, 520, prose("alder", 60))
        for place, words in enumerate(("Safer mines", "Union of miners", "Decent work", "Employers")):
            page.tagged(Tag(2 + place, row=2 + place // 2)).line(40 + 140 * place, 200, words)

    assert not any("Safer mines\tUnion of miners\n" in text for text in texts(layout))


def test_a_table_with_headings_is_there_for_the_layout() -> None:
    assert not any("\t" in text for text in texts(cells(level=3)))


# --------------------------------------------------------------------------------------------------------- wrong trees

WRONG: dict[str, Author] = {
    "reversed": lambda place, count: Tag(count - place),
    "everything a heading": lambda place, _: Tag(place, 1),
    "everything in one table": lambda place, _: Tag(1, 0, place + 1),
    "half of the page": lambda place, count: Tag((place + 2) % 4) if place < 4 else None,
    "one paragraph": lambda place, count: Tag(1),
    "bodies before their headings": lambda place, count: Tag(place if place % 2 else place + count, 2 - place % 2 * 2),
    "pairs swapped": lambda place, count: Tag(place ^ 1, 2),
    "empty": lambda place, count: None,
}


@pytest.mark.parametrize("wrong", list(WRONG))
@pytest.mark.parametrize("blocks", [profile, cards], ids=["profile", "cards"])
def test_a_wrong_tree_changes_nothing(blocks: Sequence[Block], wrong: str) -> None:
    assert read(laid(blocks, WRONG[wrong])) == read(laid(blocks, lambda place, count: None))


def test_the_right_tree_of_the_same_page_is_followed() -> None:
    names = ["At a glance", "Decent work in all districts of the coast"]
    names += [f"Project {name}" for name in ("alder", "birch", "cedar", "dogwood")]
    layout = laid(profile, lambda place, count: Tag(place, 2 - place % 2 * 2))
    assert [heading for heading, _ in read(layout)] == names
