"""What a browser sends, of which nothing is trusted."""

from datetime import date

import pytest
from starlette.exceptions import HTTPException

from pipeline.model import BoundingBox
from pipeline.review import asked
from pipeline.review.actions import Change, RefusedChange, Target

ROW = {"table": "money", "id": "m", "seen": [2, 3], "standing": [2]}


def test_rows_to_decide_on() -> None:
    bare = {"table": "documents"}
    assert [target.table for target in asked.targets({"rows": [bare]})] == ["documents"]
    assert asked.targets({"rows": [ROW, bare]}) == [
        Target("money", "m", frozenset({2, 3}), frozenset({2})),
        Target("documents", "", frozenset(), frozenset()),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        None,
        {},
        ROW,
        [],
        "money",
        [ROW, "money"],
        [{**ROW, "table": "sections"}],
        [{**ROW, "table": 1}],
        [{**ROW, "id": 1}],
        [{**ROW, "seen": 2}],
        [{**ROW, "seen": [2, "3"]}],
        [{**ROW, "standing": None}],
    ],
    ids=str,
)
def test_rows_that_are_none(rows: object) -> None:
    with pytest.raises(HTTPException) as refused:
        asked.targets({"rows": rows})
    assert refused.value.status_code == 400


def test_a_change_is_of_a_hundred_thousand_rows_at_most() -> None:
    row = {"table": "money"}
    assert len(asked.targets({"rows": [row] * 100_000})) == 100_000
    with pytest.raises(HTTPException):
        asked.targets({"rows": [row] * 100_001})


def test_a_text_that_was_not_sent_is_empty_and_another_value_is_none() -> None:
    assert [asked.text({"note": "why"}, name) for name in ("note", "words")] == ["why", ""]
    with pytest.raises(HTTPException) as refused:
        asked.text({"note": 1}, "note")
    assert (refused.value.status_code, refused.value.detail) == (400, "note must be a text.")


def test_one_of_the_allowed_texts() -> None:
    assert asked.choice({"verdict": "reject"}, "verdict", asked.VERDICTS) == "reject"
    with pytest.raises(HTTPException) as refused:
        asked.choice({"verdict": "add"}, "verdict", asked.VERDICTS)
    assert (refused.value.status_code, refused.value.detail) == (
        400,
        "verdict must be one of accept, correct, reject.",
    )


def test_what_a_person_decides() -> None:
    sent = {"reviewer": "Ann", "note": "typo", "values": {"amount": "3"}}
    assert asked.change(sent, "correct") == Change(
        verdict="correct", reviewer="Ann", today=date.today(), note="typo", values={"amount": "3"}
    )
    assert asked.change({"reviewer": "Ann"}, "accept").values == {}


@pytest.mark.parametrize("values", [None, ["3"], {"amount": 3}, {"amount": "3", "currency": None}], ids=str)
def test_values_that_are_none(values: object) -> None:
    with pytest.raises(HTTPException) as refused:
        asked.change({"reviewer": "Ann", "values": values}, "correct")
    assert refused.value.status_code == 400


def test_somebody_decides() -> None:
    with pytest.raises(RefusedChange, match="Write your name"):
        asked.reviewer({"reviewer": ""})


def test_a_box_on_a_page() -> None:
    assert asked._box({"page": 2, "box": [1, 2.5, 3, 4]}) == (2, BoundingBox(1, 2.5, 3, 4))


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"page": 2},
        {"box": [1, 2, 3, 4]},
        {"page": "2", "box": [1, 2, 3, 4]},
        {"page": 2, "box": "1234"},
        {"page": 2, "box": [1, 2, 3]},
        {"page": 2, "box": [1, 2, 3, 4, 5]},
        {"page": 2, "box": [1, 2, 3, "4"]},
        {"page": 2, "box": []},
    ],
    ids=str,
)
def test_a_box_that_is_none(data: dict[str, object]) -> None:
    with pytest.raises(HTTPException) as refused:
        asked._box(data)
    assert refused.value.status_code == 400
