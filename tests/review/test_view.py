"""What is left to look at, as people have decided so far."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.decisions.file import Decision
from pipeline.model import Check
from pipeline.review import view
from pipeline.review.index import Progress
from pipeline.review.marks import Mark, readings
from pipeline.review.summaries import events
from tests.review.test_rows import row


def decided(verdict: str, field: str = "", **values: object) -> Decision:
    given = {"line": 2, "table": "money", "id": "m", "value": "3", "reviewer": "Ann", "quote": "Said.", "note": ""}
    told = {**given, "date": date(2022, 3, 4), **values}
    return Decision(decision=verdict, field=field, **told)  # type: ignore[arg-type]


def told(
    check: str = "two-amounts", table: str = "money", id_: str = "m", field: str = "amount", **values: object
) -> Check:
    return Check(severity="warning", check=check, message="Look.", table=table, row=id_, field=field, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decisions", "refused", "check", "is_settled"),
    [
        pytest.param([], [], told(), False, id="nobody has decided"),
        pytest.param([decided("accept")], [], told(), True, id="the row is accepted"),
        pytest.param([decided("reject")], [], told(), True, id="the row is rejected"),
        pytest.param([decided("correct", "amount")], [], told(), True, id="the field is corrected"),
        pytest.param([decided("correct", "currency")], [], told(), False, id="another field is corrected"),
        pytest.param([decided("accept", id="n")], [], told(), False, id="another row is accepted"),
        pytest.param([decided("accept")], [told("stale-decision")], told(), False, id="the decision does not hold"),
        pytest.param([decided("accept")], [told("other-check")], told(), True, id="another check"),
        pytest.param(
            [decided("accept", table="documents", id="a")],
            [],
            told(table="documents", id_="a", field="", page=3),
            False,
            id="how a page was read",
        ),
        pytest.param(
            [decided("accept", table="documents", id="a")],
            [],
            told(table="documents", id_="a", field="donor"),
            True,
            id="the document's donor",
        ),
    ],
)
def test_what_a_decision_settles(
    decisions: list[Decision], refused: list[Check], check: Check, is_settled: bool
) -> None:
    assert view._settled(decisions, refused)(check) is is_settled


def test_a_rejected_row_that_is_gone_is_remarked() -> None:
    decisions = [
        decided("reject", note="a price"),
        decided("reject", id="n"),
        decided("reject", id="there"),
        decided("accept", id="o"),
    ]
    checks = list(view._rejected(decisions, {("money", "there")}))
    assert [(check.row, check.message) for check in checks] == [
        ("m", 'A row of money was rejected by Ann on 2022-03-04 (a price); it was read from "Said.".'),
        ("n", 'A row of money was rejected by Ann on 2022-03-04; it was read from "Said.".'),
    ]
    assert {(check.severity, check.check, check.table) for check in checks} == {("info", "rejected", "money")}


def test_how_far_a_review_is() -> None:
    rows = [row("projects"), row("projects", state="accepted"), row("money"), row("money", state="rejected")]
    checks = [told(), told(), replace(told(), severity="error"), replace(told(), severity="info")]
    assert view._progress(rows, checks) == Progress(rows=4, decided=2, open_projects=1, errors=1, warnings=2)


@pytest.mark.parametrize(("check", "is_one"), [("stale-decision", True), ("rejected", True), ("two-amounts", False)])
def test_a_remark_on_a_decision_may_be_taken_back(check: str, is_one: bool) -> None:
    assert view.Remark(told(check), (), "").about_decision is is_one


def test_what_people_have_decided_in_sentences() -> None:
    history = replace(
        row("money"),
        decisions=(decided("correct", "amount", line=3, note="typo"), decided("correct", "period", line=4, value="")),
        withdrawn=(decided("accept", line=2, withdrawn="Ben, 2022-03-05"),),
    )
    assert list(events(history)) == [
        "Ann accepted this row, 2022-03-04; taken back by Ben, 2022-03-05.",
        "Ann corrected amount to 3, 2022-03-04: “typo”.",
        "Ann corrected period to empty, 2022-03-04.",
    ]


QUOTE = "In 2021 Mali got EUR 5 million and EUR 7 million."


def mark(words: str, before: int = 20) -> Mark:
    start = before + QUOTE.index(words)
    return Mark("s", 1, words, QUOTE, before, start, start + len(words), "")


@pytest.mark.parametrize(
    ("words", "tables", "amount"),
    [
        pytest.param("EUR 5 million", ["money", "projects", "contributions"], "5000000", id="an amount"),
        pytest.param("7 million", ["money", "projects", "contributions"], "7000000", id="a part of one"),
        pytest.param("2021", ["dates"], "", id="a year"),
        pytest.param("Mali", ["countries"], "", id="a country"),
        pytest.param("and", [], "", id="nothing"),
        pytest.param(" and ", [], "", id="between two amounts"),
        pytest.param("2021 Mali", ["dates", "countries"], "", id="two, in their order"),
    ],
)
def test_what_the_rules_read_in_marked_words(words: str, tables: list[str], amount: str) -> None:
    found = readings(mark(words))
    assert list(found) == tables
    assert {values.get("amount", "") for values in found.values()} <= {amount}


def test_the_kind_of_an_amount_is_none_of_a_contribution() -> None:
    year = readings(mark("2021"))["dates"]
    assert (year["kind"], year["value"]) == ("year", "2021")
    given = readings(mark("EUR 5 million"))["contributions"]
    assert given == {"amount": "5000000", "currency": "EUR", "qualifier": "exact"}
