"""What tells a heading from text, condition by condition."""

from dataclasses import replace

import pytest

from pipeline.model import Tag
from pipeline.segment.headings import (
    LARGER,
    TITLE,
    Heading,
    _captions,
    _facts_follow,
    _grouped,
    _heads_cards,
    _in_other_colours,
    _is_fact,
    _is_subtitle,
    _is_text,
    _is_unit,
    _like_a_heading,
    _lines_if_unlike,
    _proven,
    _reads_on,
    _run_in,
    _same,
    _Style,
    _style,
    _text_follows,
    _within_sentence,
    outlines,
)
from pipeline.segment.tables.cells import Table
from tests.segment.records import BOLD, PLAIN, box, cells, joined, line, lines
from tests.segment.units.outlined import HEADLINE, RUNNING, TEXT, flow, heading, outline, shown

Cases = pytest.mark.parametrize
RED = HEADLINE._replace(colour="#cc0000")
SMALL = PLAIN._replace(size=8.0)


def table(rows: int = 2) -> Table:
    found = cells(*["Mali | 1"] * rows)
    return Table(tuple(found), box(0, 92, 200, 72 + 20 * rows))


# ------------------------------------------------------------------------------------------------- styles of a document


@Cases(("size", "colours", "found"), [(LARGER * 10, 3, True), (11, 3, False), (14, 3, True), (14, 2, False)])
def test_a_heading_in_three_colours_is_one_in_any(size: float, colours: int, found: bool) -> None:
    styles = {_Style(size, True, f"#{place}00000", False) for place in range(colours)}
    other = _Style(size, True, "#00ff00", False)
    assert _in_other_colours(styles, [other], [flow(line(TEXT))]) == ({other} if found else set())


def test_colours_are_counted_for_each_size_apart() -> None:
    styles = {_Style(14, True, "#1", False), _Style(14, True, "#2", False), _Style(15, True, "#3", False)}
    assert _in_other_colours(styles, [_Style(14, True, "#4", False)], [flow(line(TEXT))]) == set()


@Cases(("size", "found"), [(TITLE * 10, "# Wells"), (14, "Wells"), (20, "# Wells")])
def test_the_largest_type_is_a_title_without_text(size: float, found: str) -> None:
    page = flow(line("Wells", type_=PLAIN._replace(size=size)), line("5 %", y=140), line("6 %", y=180))
    assert shown(outlines([page])[0].items)[0] == found


def test_a_style_in_three_colours_is_one_in_others() -> None:
    types = [HEADLINE._replace(colour=f"#{place}00000") for place in range(3)]
    proven = flow(
        *(
            line(text, y=100 + 20 * place, type_=type_)
            for place, (text, type_) in enumerate(pair for type_ in types for pair in (("Wells", type_), (TEXT, PLAIN)))
        )
    )
    other = flow(line("Roads", type_=RED), line("5 %", y=116), line("A title", y=300, type_=HEADLINE._replace(size=30)))
    assert shown(outlines([proven, other])[1].items)[0] == "# Roads"


def test_a_style_of_one_page_is_one_of_all() -> None:
    first = flow(line("Wells", type_=HEADLINE), line(TEXT, y=116))
    second = flow(line("Roads", type_=HEADLINE), line("5 %", y=116))
    other = flow(line("Roads", type_=RED), line("5 %", y=116))
    assert [shown(page.items)[0] for page in outlines([first, second, other])] == ["# Wells", "# Roads", "Roads"]
    assert outlines([]) == []


def test_headings_without_text_in_panels_become_lines() -> None:
    page = flow(flow(line("Roads", type_=HEADLINE), line("5 %", y=116)), line(TEXT, y=140))
    assert shown(outlines([page])[0].items) == ["[Roads, 5 %]", TEXT]


def test_a_heading_that_ends_with_a_colon_needs_no_text() -> None:
    page = flow(line("Roads:", type_=HEADLINE), line("5 %", y=116), line("Rails", y=150, type_=HEADLINE))
    assert shown(outlines([page])[0].items) == ["# Roads:", "5 %", "Rails"]


@Cases(
    ("below", "fact"),
    [([line(TEXT)], False), ([line("Mali")], True), ([], True), ([heading(TEXT)], True)],
    ids=["text", "a value", "nothing", "a heading"],
)
def test_a_label_over_no_text_is_a_fact(below: list, fact: bool) -> None:
    assert _is_fact(heading("Budget"), below) is fact
    assert not _is_fact(heading("Wells"), below)


def test_the_style_of_a_heading() -> None:
    assert _style(heading("Wells", type_=RED._replace(size=13.6))) == _Style(14, True, "#cc0000", False)
    assert _style(heading("WELLS")).capitals


# --------------------------------------------------------------------------------------------------- lines that are one


def test_what_a_ground_holds_is_grouped() -> None:
    head = [
        line(text, y=100 + 16 * place, type_=HEADLINE) for place, text in enumerate(("Wells in", "the north", "now"))
    ]
    panel = flow(line("Roads", type_=HEADLINE), line(TEXT, y=116))
    page = flow(line("It is so.", y=80), *head, line(TEXT, y=150), panel, table(), line("Rails", y=400, type_=HEADLINE))
    found = _grouped(page).items
    assert shown(found) == ["It is so.", "# Wells in the north now", TEXT, f"[# Roads, {TEXT}]", "| Mali", "# Rails"]
    assert found[1].box == (0, 88.8, 59.5, 134.8)


def test_labels_and_values_are_no_headings() -> None:
    labels = [line(f"Valley {place}", y=100 + 40 * place, type_=PLAIN._replace(colour="#cc0000")) for place in range(3)]
    values = [line("Colca", y=112 + 40 * place, type_=PLAIN) for place in range(3)]
    items = [item for pair in zip(labels, values, strict=True) for item in pair]
    assert not any(isinstance(item, Heading) for item in _grouped(flow(*items)).items)
    assert isinstance(_grouped(flow(items[0], line(TEXT, y=130))).items[0], Heading)
    assert isinstance(_grouped(flow(items[0], table(), *items[1:3])).items[0], Heading)  # a table parts them


UPPER = line("Wells", type_=HEADLINE)


@Cases(
    ("upper", "lower", "same"),
    [
        (UPPER, line("and roads", y=116, type_=HEADLINE), True),
        (UPPER, line("and roads", y=130, type_=HEADLINE), False),
        (UPPER, line("and roads", y=116, type_=HEADLINE._replace(bold=False)), False),
        (UPPER, line("and roads", y=116, type_=RED), False),
        (UPPER, line("and roads", y=116, type_=HEADLINE, underlined=True), False),
        (UPPER, line("and roads", y=116, type_=HEADLINE, bullet=True), False),
        (UPPER, line("and roads", 36, y=116, type_=HEADLINE), False),
        (UPPER, line("Budget", y=116, type_=HEADLINE), False),
        (UPPER, line("budget", y=116, type_=HEADLINE), True),
        (line("Wells:", type_=HEADLINE), line("and roads", y=116, type_=HEADLINE), True),
        (line("Wells:", type_=BOLD), line("and roads", y=112, type_=BOLD), False),
        (
            line("Wells:", type_=BOLD._replace(size=LARGER * 10)),
            line("and roads", y=112, type_=BOLD._replace(size=LARGER * 10)),
            True,
        ),
    ],
    ids=[
        "two lines",
        "far",
        "weight",
        "colour",
        "underlined",
        "bullet",
        "beside",
        "label",
        "word of a label",
        "colon",
        "colon in small type",
        "colon in the smallest large type",
    ],
)
def test_two_lines_are_one_heading(upper, lower, same: bool) -> None:
    assert _same(upper, lower, RUNNING) is same


@Cases(("size", "one"), [(TITLE * 10, True), (14, False)])
def test_a_title_goes_on_in_lighter_type(size: float, one: bool) -> None:
    upper, lower = line("Wells", type_=BOLD._replace(size=size)), line("dug", y=118, type_=PLAIN._replace(size=size))
    assert _same(upper, lower, RUNNING) is one


@Cases(
    ("upper", "lower", "same"),
    [(1, 1, True), (1, 2, False), (0, 2, True), (1, 0, True)],
    ids=["one tag", "two headings", "only the second tagged", "only the first tagged"],
)
def test_two_tags_of_headings_are_two_headings(upper: int, lower: int, same: bool) -> None:
    tags = [Tag(place, level) if level else None for place, level in enumerate((upper, lower))]
    if upper == lower:
        tags[1] = tags[0]
    one, other = (line("Wells", y=100 + 16 * place, type_=HEADLINE, tag=tag) for place, tag in enumerate(tags))
    assert _same(one, other, RUNNING) is same


# --------------------------------------------------------------------------------------------------- words of a heading


WORDS = (
    "the wells of the north are dug by all who live there and they are paid for it as they have asked us to do so once"
)


@Cases(
    ("text", "alike"),
    [
        ("Wells", True),
        ("wells", False),
        ("\n".join(["Wells"] * 7), True),
        ("\n".join(["Wells"] * 8), False),
        (" ".join(["Wells"] * 30), True),
        (" ".join(["Wells"] * 31), False),
        ("Aid", True),
        ("Ai d", False),
        ("Million", False),
        ("Aid 12 34", False),
        ("Aids 12 34", True),
        ("• Wells", False),
        ("Wells: www.wells.org", False),
        ("ann@wells.org", False),
        ("Wells of wells.org", True),
        ("wells.of.north", False),
        ("Wells.", False),
        ("Wells,", False),
        ("Wells;", False),
        ("Wells:", False),
        ("“Wells”", False),
        ("Figure 2. Wells", False),
        ("5,000 wells", False),
    ],
)
def test_words_of_a_heading(text: str, alike: bool) -> None:
    assert _like_a_heading(heading(text), lower=False, colon=False) is alike


@Cases(("text", "lower", "colon"), [("wells", True, False), ("Wells:", False, True)])
def test_what_some_headings_may_do(text: str, lower: bool, colon: bool) -> None:
    assert _like_a_heading(heading(text), lower=lower, colon=colon)
    assert not _like_a_heading(heading(text), lower=False, colon=False)
    assert not _like_a_heading(heading("Wells."), lower=lower, colon=colon)


def unlike(*items, typography=RUNNING) -> list[str]:
    return shown(_lines_if_unlike(items, typography))


LARGE = PLAIN._replace(size=LARGER * 10)


@Cases(
    ("type_", "text", "found"),
    [
        (LARGE, "wells", "# wells"),
        (BOLD._replace(size=11), "wells", "wells"),
        (LARGE, "Wells:", "# Wells:"),
        (BOLD._replace(size=11), "Wells:", "Wells:"),
    ],
)
def test_large_type_may_begin_small_and_end_with_a_colon(type_, text: str, found: str) -> None:
    assert unlike(line(TEXT, y=50), heading(text, type_=type_), line(TEXT, y=116)) == [TEXT, found, TEXT]


def test_a_colon_at_the_top_or_underlined() -> None:
    top, under = heading("Wells:", type_=BOLD), line("Wells:", y=100, type_=BOLD, underlined=True)
    assert unlike(top, line("Mali.", y=112)) == ["# Wells:", "Mali."]
    assert unlike(line("Mali.", y=50), Heading((under,), under.box)) == ["Mali.", "# Wells:"]


def test_a_caption_begins_small_and_is_none() -> None:
    caption = heading("wells", y=118)
    assert unlike(line("5,000", y=100, type_=HEADLINE), caption) == ["5,000", "wells"]
    assert unlike(line("5,000", y=60), caption) == ["5,000", "# wells"]
    assert unlike(heading("wells"), line("5,000", y=84)) == ["# wells", "5,000"]


def test_a_run_in_heading_is_not_tried() -> None:
    assert unlike(heading("Wells.", run_in=True)) == ["# Wells."]
    assert unlike(heading("Wells.")) == ["Wells."]


def test_a_sentence_goes_around_it_unless_the_tags_say_heading() -> None:
    before, name, after = line("The wells of", 0, 88), line("Mali", 0, 100, BOLD), line("are dug there.", 0, 112)
    tagged = replace(name, tag=Tag(1, 2))
    assert unlike(before, Heading((name,), name.box), after) == ["The wells of", "Mali", "are dug there."]
    assert unlike(line("Roads.", 0, 88), Heading((name,), name.box), after)[1] == "Mali"
    assert unlike(before, Heading((name,), name.box), line("Roads.", 0, 112))[1] == "Mali"
    assert unlike(line("Roads.", 0, 88), Heading((name,), name.box), line("Roads.", 0, 112))[1] == "# Mali"
    assert unlike(before, Heading((tagged,), tagged.box), after)[1] == "# Mali"
    assert unlike(line("The wells of", 0, 76), line("Mines.", 0, 88), Heading((name,), name.box))[2] == "# Mali"


@Cases(
    ("gap", "below"),
    [(0, True), (4, True), (5, False), (-9, True), (-10, False)],
)
def test_what_stands_right_below(gap: float, below: bool) -> None:
    assert box(0, 90, 10, 100).right_above(box(9, 100 + gap, 20, 110), 5) is below
    assert not box(0, 90, 10, 100).right_above(box(10, 100 + gap, 20, 110), 5)


@Cases(
    ("upper", "lower", "text", "gap", "subtitle"),
    [
        (BOLD, PLAIN, "as of 2012", 2, True),
        (BOLD, BOLD, "as of 2012", 2, False),
        (PLAIN, PLAIN, "as of 2012", 2, False),
        (PLAIN, PLAIN._replace(italic=True), "as of 2012", 2, True),
        (PLAIN._replace(italic=True), PLAIN._replace(italic=True), "as of 2012", 2, False),
        (BOLD, PLAIN, "As of 2012", 2, False),
        (BOLD, PLAIN, "as of 2012", 4.9, True),
        (BOLD, PLAIN, "as of 2012", 5, False),
    ],
)
def test_a_subtitle_goes_on_in_lighter_type(upper, lower, text: str, gap: float, subtitle: bool) -> None:
    above, below = heading("Wells", type_=upper), heading(text, y=110 + gap, type_=lower)
    assert _is_subtitle([heading("Mali", 20), above], below) is subtitle
    assert not _is_subtitle([line("Wells", type_=upper)], below)
    assert not _is_subtitle([], below)


@Cases(
    ("figure", "caption", "captions"),
    [
        (line("5,000"), heading("wells", 112, PLAIN), True),
        (line("Wells"), heading("wells", 112, PLAIN), False),
        (heading("5,000", type_=PLAIN), heading("wells", 112, PLAIN), True),
        (table(), heading("wells", 112, PLAIN), False),
        (line("5,000"), heading("wells", 139, PLAIN), True),
        (line("5,000"), heading("wells", 140, PLAIN), False),
        (line("5,000"), heading("wells", 112, PLAIN, x=24), True),
        (line("5,000"), heading("wells", 112, PLAIN, x=25), False),
        (line("5,000"), heading("wells", 109, PLAIN, x=54), True),
        (line("5,000"), heading("wells", 110, PLAIN, x=54), False),
        (line("5,000"), heading("wells", 90, PLAIN, x=54), False),
        (line("5,000"), heading("wells", 100, PLAIN, x=25.5), True),
        (line("5,000"), heading("wells", 100, PLAIN, x=54), True),
        (line("5,000"), heading("wells", 100, PLAIN, x=55), False),
        (line("5,000", 50), heading("wells", 100, PLAIN), False),
        (line("5,000"), heading("wells", 113, PLAIN._replace(size=LARGER * 10)), True),
        (line("5,000"), heading("wells", 113, PLAIN._replace(size=12)), False),
    ],
    ids=[
        "below",
        "no figure",
        "a figure that stands out",
        "table",
        "near",
        "far",
        "column",
        "beside and lower",
        "level and near",
        "level",
        "lower",
        "higher",
        "right",
        "far right",
        "left",
        "as large",
        "larger",
    ],
)
def test_the_caption_of_a_figure(figure, caption: Heading, captions: bool) -> None:
    assert _captions(caption, figure) is captions


@Cases(
    ("other", "within"),
    [
        (line("the wells of", y=88), True),
        (line("the wells.", y=88), False),
        (line("the wells:", y=88), True),
        (line("of the north", y=112), True),
        (line("Of the north", y=112), False),
        (line("the wells of", y=85.1), True),
        (line("the wells of", y=85), False),
        (line("the wells of", 20, 88), False),
        (line("the wells of", y=88, type_=PLAIN._replace(size=11.3)), False),
        (line("the wells of", y=88, type_=PLAIN._replace(size=11)), True),
        (line("the wells of", y=89, type_=PLAIN._replace(size=9)), True),
        (line("the wells of", y=89, type_=PLAIN._replace(size=8.8)), False),
        (heading("the wells of", y=88, type_=BOLD), False),
    ],
    ids=[
        "begun",
        "ended",
        "colon",
        "goes on",
        "begins",
        "near",
        "apart",
        "beside",
        "larger",
        "little larger",
        "little smaller",
        "smaller",
        "heading",
    ],
)
def test_a_name_within_a_sentence(other, within: bool) -> None:
    assert _within_sentence([other], heading("Mali", type_=BOLD)) is within
    assert _within_sentence([table(), other], heading("Mali", type_=BOLD)) is within


# ------------------------------------------------------------------------------------------------------ run-in headings


def run_in(lead: str, rest: str = TEXT, before=None, **told) -> list[str]:
    first = line(lead, type_=BOLD)
    whole = replace(joined(first, line(rest, first.box.x1 + 5)), **told)
    return shown(_run_in(whole, before))


@Cases(
    ("lead", "found"),
    [
        ("Wells.", True),
        ("Wells", False),
        (" ".join(["of"] * 9 + ["Wells."]), True),
        (" ".join(["of"] * 10 + ["Wells."]), False),
        ("As.", True),
        ("A.", False),
    ],
)
def test_bold_words_before_a_text(lead: str, found: bool) -> None:
    assert run_in(lead) == ([f"# {lead}", TEXT] if found else [f"{lead} {TEXT}"])


@Cases(
    ("before", "found"),
    [("Mali.", True), ("Mali!", True), ("Mali?", True), ("in Mali", False), ("in Mali:", False)],
)
def test_they_begin_a_paragraph(before: str, found: bool) -> None:
    assert (len(run_in("Wells.", before=line(before))) == 2) is found
    assert len(run_in("Wells.", before=line(before), bullet=True)) == 2
    assert len(run_in("Wells.", before=heading(before))) == 2


def test_a_bold_line_has_no_text_of_its_own() -> None:
    assert len(_run_in(line("Wells.", type_=BOLD), None)) == 1
    assert len(_run_in(line("Wells."), None)) == 1


def test_both_parts_stand_where_they_stood() -> None:
    first = line("Wells.", type_=BOLD)
    head, rest = _run_in(replace(joined(first, line("are dug", 40)), bullet=True), None)
    assert (head.box, head.run_in, head.lines[0].bullet) == (box(0, 92, 30, 102), True, True)
    assert (rest.text, rest.box, rest.bullet) == ("are dug", box(40, 92, 72.5, 102), False)


# --------------------------------------------------------------------------------------------------------- what follows


@Cases(
    ("text", "is_text"),
    [
        ("Water wells dug there", True),
        ("Water Wells dug there", True),
        ("Water Wells Dug there", False),
        ("water dug there", False),
    ],
)
def test_a_line_of_text(text: str, is_text: bool) -> None:
    assert _is_text(line(text)) is is_text


@Cases(
    ("texts", "reads"),
    [
        (("Union of Mali and", "of Chad are here"), True),
        (("Union of Mali and", "of Chad are"), False),
        (("Union of Mali and", "Of Chad Are Here"), False),
        (("Union of Mali and", "of chad Are Here"), True),
        (("Union of Mali And", "of Chad Are Here"), False),
        (("Union of Mali And", "of chad Are Here"), False),
    ],
)
def test_lines_that_read_on(texts: tuple[str, ...], reads: bool) -> None:
    assert _reads_on(lines(*texts)) is reads
    assert not _reads_on([heading("Wells"), *lines(*texts)])


@Cases(
    ("size", "rows", "unit"),
    [(10, 2, True), (10, 1, False), (12.4, 2, True), (13, 2, False)],
)
def test_the_unit_of_a_table(size: float, rows: int, unit: bool) -> None:
    between = line("In thousands of euros", y=116, type_=PLAIN._replace(size=size))
    assert _is_unit(heading("Wells"), [between, table(rows)]) is unit
    assert not _is_unit(heading("Wells"), [between, between])
    assert not _is_unit(heading("Wells"), [table(rows), between])


def test_a_unit_may_be_smaller_by_just_that_factor() -> None:
    assert _is_unit(heading("Wells", type_=PLAIN._replace(size=LARGER * 10)), [line("Euros"), table()])


FACTS = [line("Budget", y=120, type_=SMALL), line("EUR 2 million", y=131, type_=BOLD)]


def test_facts_follow() -> None:
    assert _facts_follow(heading("Wells"), FACTS)
    assert _facts_follow(heading("Wells"), [outline(*FACTS), line(TEXT, y=160)])
    assert _facts_follow(heading("Wells"), [outline(heading("Mali"), *FACTS)])
    assert _facts_follow(heading("Wells", type_=PLAIN._replace(size=LARGER * 8)), FACTS)
    assert not _facts_follow(heading("Wells", type_=SMALL), FACTS)
    assert not _facts_follow(heading("Wells"), lines(TEXT, TEXT, y=120))
    assert not _facts_follow(heading("Wells"), [heading("Roads"), *FACTS])
    assert not _facts_follow(heading("Wells"), [table(), *FACTS])
    assert not _facts_follow(heading("Wells"), [FACTS[0], table(), FACTS[1]])


@Cases(
    ("following", "told"),
    [
        ([outline(heading("Roads", type_=BOLD), line(TEXT, y=112))], True),
        ([outline(heading("Roads"), line(TEXT, y=112))], False),
        ([outline(heading("Roads", type_=BOLD), line("5 %", y=130))], False),
        ([outline(*FACTS)], True),
        ([outline(line("5 %"))], False),
        ([line(TEXT)], False),
        ([], False),
    ],
    ids=["cards", "as large", "without text", "facts", "a figure", "text", "nothing"],
)
def test_a_heading_of_cards(following: list, told: bool) -> None:
    assert _heads_cards(heading("Wells"), following) is told


@Cases(
    ("following", "follows"),
    [
        ([line(TEXT)], True),
        ([line("Mali"), line("of the north", y=112)], True),
        ([line("Mali"), line("Of the north", y=112)], False),
        ([line("Mali"), line("mali@wells.org", y=112)], False),
        ([line("Mali")], False),
        (lines("The Charter on Wells", "(May 2019) ties it to the goals"), True),
        (lines("The Charter on Wells", "(May 2019) Of Goals", "And Of Wells", "ties it to the goals"), False),
        (lines("The Charter On Wells Of Mali", "(May 2019) ties it to www.wells.org"), False),
        (FACTS, True),
        ([line("Budget: 2")], True),
        ([line("1. Mali")], True),
        ([line("Mali", bullet=True)], True),
        (lines("Union Of Mali and", "Of chad are here"), True),
        (lines("Union Of Mali", "Of all these", "Of the chad are"), True),
        (lines("Union Of Mali", "Of all", "Of Chad", "of the chad are"), False),
        ([line("Euros"), table()], True),
        ([table()], True),
        ([table(1)], False),
        ([heading("Roads", type_=BOLD), line(TEXT, y=112)], True),
        ([heading("Roads", type_=RED), line(TEXT, y=112)], True),
        ([heading("Roads"), line(TEXT, y=112)], False),
        ([heading("Roads", type_=HEADLINE._replace(size=15)), line(TEXT, y=112)], False),
        ([heading("Roads", type_=BOLD), line("5 %", y=112)], False),
        ([heading("Budget", type_=BOLD)], True),
        ([outline(heading("Budget", type_=BOLD))], True),
        ([outline(line("Budget"), line("5", 200))], True),
        ([outline(heading("Roads", type_=BOLD), line(TEXT, y=112))], True),
        ([], False),
    ],
    ids=[
        "text",
        "goes on small",
        "goes on large",
        "address",
        "a word",
        "text below",
        "text further below",
        "address below",
        "facts",
        "a fact",
        "a point",
        "an icon",
        "names",
        "names on three lines",
        "names on four lines",
        "unit",
        "table",
        "a row",
        "smaller heading",
        "other heading",
        "same heading",
        "larger heading",
        "empty heading",
        "label",
        "label in a panel",
        "line of a label",
        "cards",
        "nothing",
    ],
)
def test_text_follows(following: list, follows: bool) -> None:
    assert _text_follows(heading("Wells"), following) is follows


def test_no_label_is_the_heading_of_labels() -> None:
    assert not _text_follows(heading("Duration"), [heading("Budget", type_=BOLD)])


def card(name: str, *below, type_=BOLD):
    return outline(heading(name, type_=type_), *below)


@Cases(("count", "place", "found"), [(3, 5, 1), (2, 5, 0), (3, 6, 0)])
def test_three_cards_with_text_prove_their_heads(count: int, place: int, found: int) -> None:
    held = [*(line("5 %", 0, 120 + 50 * number) for number in range(place)), line(TEXT, y=500)]
    page = outline(*(card(f"Valley {number}", *held) for number in range(count)))
    assert len(list(_proven(page))) == found


def test_what_proves_a_style() -> None:
    page = outline(
        heading("Wells"),
        line(TEXT),
        heading("Roads", type_=RED),
        line("5 %"),
        outline(heading("Rails", type_=BOLD), line(TEXT)),
    )
    assert [style.colour + str(style.size) for style in _proven(page)] == ["#00000014", "#00000010"]
    plain = [outline(line("Valley"), line(TEXT)) for _ in range(3)]
    assert list(_proven(outline(*plain))) == []
    assert list(_proven(outline(*(card("Valley", table(1)) for _ in range(3))))) == []


@Cases(("size", "within"), [(27.9, True), (28, False)])
def test_a_sentence_around_a_name_has_its_size(size: float, within: bool) -> None:
    other = line("the wells of", y=90, type_=PLAIN._replace(size=size))
    assert _within_sentence([other], heading("Mali", type_=BOLD._replace(size=25.0))) is within


def test_a_label_keeps_its_text_and_is_none_over_a_value() -> None:
    labels = [line(label, y=y, type_=HEADLINE) for label, y in (("Budget", 100), ("Duration", 140))]
    page = flow(labels[0], line(TEXT, y=116), labels[1], line("Now", y=156), line(TEXT, y=172))
    assert shown(outlines([page])[0].items) == ["# Budget", TEXT, "Duration", "Now", TEXT]
