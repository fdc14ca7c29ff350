"""What a row says in the words of people, and how soon it needs a look."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.decisions.fields import FIELDS
from pipeline.decisions.file import Decision
from pipeline.decisions.quotes import Passage
from pipeline.model import BoundingBox, Check, PlacedBox
from pipeline.review import rows
from pipeline.review.rows import Row, Value
from pipeline.review.summaries import summary
from tests.sample_tables import tables_of


def row(table: str, checks: tuple[Check, ...] = (), state: str = "open", basis: str = "cell", **values: str) -> Row:
    stated = tuple(Value(name, text, text, text, basis) for name, text in values.items())
    words = {"text": "", "heading": "", "sentence": ("", "", ""), "page": 1, "boxes": (), "quote": "", "rule": ""}
    none = {"decisions": (), "withdrawn": (), "sources": (), "order": (0, 0), "project": None}
    return Row(table=table, id="a", values=stated, state=state, checks=checks, **words, **none)  # type: ignore[arg-type]


def check(severity: str) -> Check:
    return Check(severity=severity, check="bare-project", message="No money.")  # type: ignore[arg-type]


MONEY = {"amount": "3100000", "currency": "EUR"}


@pytest.mark.parametrize(
    ("table", "values", "told"),
    [
        ("documents", {"donor": "Ireland", "language": "en"}, "Ireland · en"),
        ("documents", {"language": "en"}, "en"),
        (
            "projects",
            {**MONEY, "start": "2019", "end": "2021", "countries": "KEN;UGA"},
            "3,100,000 EUR · 2019 to 2021 · Kenya, Uganda",
        ),
        ("projects", {"countries": "KEN"}, "Kenya"),
        ("contributions", {**MONEY, "period": "2021", "qualifier": "nearly"}, "nearly 3,100,000 EUR · 2021"),
        ("money", {**MONEY, "amount_max": "3200000", "flow": "core"}, "3,100,000–3,200,000 EUR · core"),
        ("money", {"currency": "EUR", "flow": "core"}, "core"),
        ("dates", {"value": "2021-03", "duration": "P1M"}, "March 2021"),
        ("dates", {"duration": "P26M"}, "26 months"),
        ("countries", {"name": "Kenya", "iso3": "KEN", "role": "beneficiary"}, "Kenya (KEN) · beneficiary"),
        ("countries", {"name": "Mombasa", "iso3": "KEN", "subdivision": "KE-28"}, "Mombasa (KE-28)"),
        ("countries", {"name": "Congo"}, "Congo"),
        ("quantities", {"value": "1200", "unit": "people", "qualifier": "about"}, "about 1,200 people"),
        ("quantities", {"value": "2", "value_max": "3.5", "unit": "%"}, "2–3.5 %"),
    ],
)
def test_a_row_in_the_words_of_people(table: str, values: dict[str, str], told: str) -> None:
    assert summary(row(table, **values)) == told


@pytest.mark.parametrize(
    ("one", "urgency", "unsure"),
    [
        (row("projects", (check("info"), check("error"))), 0, 105),
        (row("money", (check("warning"), check("info"))), 1, 25),
        (row("projects"), 2, 0),
        (row("money", (check("info"),)), 3, 5),
        (row("money"), 3, 0),
        (row("projects", (check("error"),), state="accepted"), 4, 100),
        (row("projects", basis="", amount="5", currency="EUR", title=""), 2, 2),
        (row("projects", basis="assumed", amount="5"), 2, 1),
        (row("money", basis="", amount="5"), 3, 0),
        (row("contributions", basis="", amount="5", state="corrected"), 4, 0),
    ],
)
def test_how_soon_and_how_much_a_row_needs_a_look(one: Row, urgency: int, unsure: int) -> None:
    assert (one.urgency, one.unsure) == (urgency, unsure)


# ------------------------------------------------------------------------------------------- what a row is made of


def on(page: int, x0: float, top: float, x1: float, bottom: float) -> PlacedBox:
    return PlacedBox(page, BoundingBox(x0, top, x1, bottom))


@pytest.mark.parametrize(
    ("boxes", "found"),
    [
        ("", ()),
        ("2@1,2.5,3,4", (on(2, 1, 2.5, 3, 4),)),
        ("2@1,2,3,4;13@5,6,7,8", (on(2, 1, 2, 3, 4), on(13, 5, 6, 7, 8))),
    ],
)
def test_boxes_as_the_tables_write_them(boxes: str, found: tuple[PlacedBox, ...]) -> None:
    assert rows.placed(boxes) == found


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([on(1, 0, 0, 9, 9), on(1, 5, 10, 20, 19)], [on(1, 0, 0, 20, 19)], id="line by line"),
        pytest.param([on(1, 0, 5, 9, 9), on(1, 5, 5, 20, 9)], [on(1, 0, 5, 20, 9)], id="side by side"),
        pytest.param(
            [on(1, 0, 50, 9, 59), on(1, 20, 49, 29, 58)], [on(1, 0, 50, 9, 59), on(1, 20, 49, 29, 58)], id="higher"
        ),
        pytest.param(
            [on(1, 0, 0, 9, 9), on(1, 0, 20, 9, 29), on(1, 0, 10, 9, 19)],
            [on(1, 0, 0, 9, 29), on(1, 0, 10, 9, 19)],
            id="higher than the line before",
        ),
        pytest.param([on(1, 0, 0, 9, 9), on(2, 0, 10, 9, 19)], [on(1, 0, 0, 9, 9), on(2, 0, 10, 9, 19)], id="pages"),
    ],
)
def test_lines_that_follow_each_other_downwards_are_one_column(
    lines: list[PlacedBox], columns: list[PlacedBox]
) -> None:
    assert list(rows._columns(lines)) == columns


SAID = Passage("s", 1, 1, "Ports", "Ports\n\nIt gave EUR 5. It gave EUR 5 again.")


@pytest.mark.parametrize(
    ("record", "parts"),
    [
        ({}, ("", "", "")),
        ({"sentence": "It gave EUR 5."}, ("", "", "It gave EUR 5.")),
        ({"sentence": "It gave EUR 5.", "char_start": 15}, ("", "", "It gave EUR 5.")),
        ({"sentence": "It gave EUR 5.", "char_start": 15, "char_end": 20}, ("It gave ", "EUR 5", ".")),
        ({"sentence": "It gave EUR 5.", "char_start": 7, "char_end": 9}, ("", "It", " gave EUR 5.")),
        ({"sentence": "It gave EUR 5 again.", "char_start": 30, "char_end": 35}, ("It gave ", "EUR 5", " again.")),
        ({"sentence": "It gave EUR 5", "char_start": 30, "char_end": 35}, ("It gave ", "EUR 5", "")),  # the second one
        ({"sentence": "It gave EUR 5.", "char_start": 15, "char_end": 22}, ("", "", "It gave EUR 5.")),  # beyond it
        ({"sentence": "It gave EUR 5.", "char_start": 15, "char_end": 21}, ("It gave ", "EUR 5.", "")),
        ({"sentence": "It took EUR 5.", "char_start": 15, "char_end": 20}, ("", "", "It took EUR 5.")),  # not there
    ],
)
def test_the_words_of_a_row_within_their_sentence(record: dict[str, object], parts: tuple[str, str, str]) -> None:
    assert rows._sentence(record, SAID) == parts  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("table", "figure", "place"),
    [
        ("money", {"sentence": "It gave EUR 5.", "boxes": "1@1,2,3,4"}, ("It gave EUR 5.", "1@1,2,3,4")),
        ("projects", {"sentence": "It gave EUR 5.", "boxes": "1@1,2,3,4"}, (SAID.content[7:], None)),
        ("contributions", {}, (SAID.content[7:], None)),
    ],
)
def test_a_row_is_shown_in_its_sentence_or_section(table: str, figure: dict[str, object], place: tuple) -> None:
    found = rows._place(table, figure, SAID)  # type: ignore[arg-type]
    assert (found["sentence"], found["boxes"]) == place


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ([], "open"),
        (["accept"], "accepted"),
        (["correct", "accept"], "corrected"),
        (["add", "correct"], "added"),
        (["reject", "accept"], "rejected"),
    ],
)
def test_the_strongest_decision_tells_the_state(verdicts: list[str], state: str) -> None:
    assert rows._state([decision(verdict) for verdict in verdicts]) == state


def decision(verdict: str, line: int = 2) -> Decision:
    return Decision(
        line=line,
        table="money",
        id="m",
        field="amount",
        value="3",
        decision=verdict,  # type: ignore[arg-type]
        reviewer="Ann",
        date=date(2022, 3, 4),
        quote="",
        note="",
    )


def test_fields_that_were_read_from_one_place_are_told_together_each_once() -> None:
    evidence = [
        {"boxes": "1@1,2,3,4", "field": "amount"},
        {"boxes": "1@5,6,7,8", "field": "start"},
        {"boxes": "1@1,2,3,4", "field": "currency"},
        {"boxes": "1@1,2,3,4", "field": "amount"},
    ]
    assert list(rows._sources(evidence)) == [
        ((on(1, 1, 2, 3, 4),), ("amount", "currency")),
        ((on(1, 5, 6, 7, 8),), ("start",)),
    ]


@pytest.mark.parametrize(
    ("now", "told", "basis"), [("Mali", {"basis": "cell"}, "cell"), ("Togo", {"basis": "cell"}, ""), ("Mali", None, "")]
)
def test_a_value_has_a_basis_as_long_as_it_is_the_one_that_was_read(now: str, told: dict | None, basis: str) -> None:
    field = next(field for field in FIELDS["projects"] if field.name == "title")
    assert rows._value(field, {"title": now}, {"title": "Mali"}, told) == ("title", now, now, "Mali", basis)


def test_a_row_offers_what_its_checks_name_and_it_does_not_say_yet() -> None:
    doubt = Check(severity="warning", check="c", message="Open; it may be 3 or 4.", table="money", field="amount")
    offered = row("money", (doubt,), amount="3").candidates
    assert [candidate.text for candidate in offered] == ["4"]


def test_the_lines_that_stand_on_a_row() -> None:
    assert replace(row("money"), decisions=(decision("accept", 2), decision("correct", 13))).standing == "2 13"


def test_the_row_of_a_document_is_the_first_one_of_page_1() -> None:
    tables = tables_of(project=True)
    first, *others = sorted(rows.Rows(tables, tables, ()).of((), ()), key=lambda each: each.order)
    assert (first.table, first.page, first.heading, first.boxes) == ("documents", 1, "", ())
    assert first.order < min(each.order for each in others)
    assert sorted((each.table, each.page) for each in others) == [
        ("contributions", 1),
        ("money", 1),
        ("money", 2),
        ("projects", 2),
    ]


@pytest.mark.parametrize(
    ("severities", "worst"),
    [([], ""), (["info"], "info"), (["info", "warning"], "warning"), (["warning", "error", "info"], "error")],
)
def test_the_worst_check_of_a_row(severities: list[str], worst: str) -> None:
    assert row("money", tuple(map(check, severities))).severity == worst
