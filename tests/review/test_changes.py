"""What people do on the page: what comes to stand in the reviews file, and in the tables after the next run."""

from decimal import Decimal

import pandas as pd
import pytest

from tests.review.site_folders import HEADING

SENTENCE = "Ireland gave the port project EUR 3 million between 2018 and 2020."
CRANES = [299, 171, 380, 184]  # points of page 1: around "a score of cranes"


def states(page):
    """The rows of the page by state."""
    html = page.get("documents/sample/").text
    return {state: html.count(f'data-state="{state}"') > 0 for state in ("accepted", "corrected", "rejected", "added")}


def row(folders, text="EUR 3 million"):
    """The row of the tables with these words, None where it is gone."""
    money = folders.table("money")
    found = money[money["text"] == text]
    return None if found.empty else found.iloc[0]


def test_accept(page, folders):
    assert page.decide("money", "EUR 3 million", "accept").status_code == 200
    stated = {decision.field: decision.value for decision in folders.decisions}
    assert (stated["amount"], stated["currency"]) == ("3000000", "EUR")
    assert {(d.decision, d.reviewer, d.quote) for d in folders.decisions} == {("accept", "Ann", SENTENCE)}
    assert states(page)["accepted"]
    folders.extract()
    assert row(folders)["review"] == "accepted"


def test_what_was_accepted_ends_when_the_rules_read_another_value(page, folders):
    page.decide("money", "EUR 3 million", "accept")
    folders.reviews.write_text(folders.reviews.read_text().replace("3000000", "3000001"))
    folders.extract()
    (check,) = folders.table("checks").query("check == 'stale-decision'")["message"]
    assert 'the accepted value "3000001" is now "3000000"' in check


def test_correct(page, folders):
    answer = page.decide("money", "EUR 3 million", "correct", amount="3100000", currency="EUR")
    assert answer.status_code == 200
    assert [(d.decision, d.field, d.value) for d in folders.decisions] == [("correct", "amount", "3100000")]
    assert 'data-value="3100000"' in answer.json()["row"]
    folders.extract()
    assert (row(folders)["amount"], row(folders)["review"]) == (Decimal(3_100_000), "corrected")


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("amount", "3-4 million", "must be a plain number"),
        ("currency", "XXQ", "such as EUR, not"),
        ("qualifier", "roughly", "must be one of"),
        ("page", "2", "is no field"),
        ("review", "accepted", "is no field"),
    ],
)
def test_a_value_that_the_schema_does_not_allow(page, folders, field, value, problem):
    answer = page.decide("money", "EUR 3 million", "correct", **{field: value})
    assert answer.status_code == 422
    assert problem in answer.json()["problems"][field]
    assert not folders.reviews.exists()


def test_a_correction_that_changes_nothing(page, folders):
    assert page.decide("money", "EUR 3 million", "correct", amount="3000000").status_code == 422
    assert not folders.reviews.exists()


def test_reject(page, folders):
    page.decide("money", "EUR 3 million", "reject")
    assert states(page)["rejected"]
    folders.extract()
    assert row(folders) is None
    assert page.get("documents/sample/").status_code == 200


def test_a_rejected_row_stays_listed_and_can_be_taken_back(page, folders):
    page.decide("money", "EUR 3 million", "reject")
    (rejected,) = folders.decisions
    folders.extract()
    assert "A row of money was rejected by Ann" in page.get("documents/sample/").text
    page.post("decisions", table="money", id=rejected.id, verdict="withdraw")
    folders.extract()
    assert row(folders)["amount"] == 3_000_000
    assert "was rejected by" not in page.get("documents/sample/").text


def test_a_check_that_a_decision_settles_goes_and_the_count_goes_down(page, folders):
    """The currency of the project's amount; the person accepts the row as it is, or corrects the field."""
    folders.tell("amount")
    assert "Look at this." in page.get("documents/sample/").text
    page.decide("money", "EUR 3 million", "correct", currency="USD")
    assert "Look at this." in page.get("documents/sample/").text
    page.decide("money", "EUR 3 million", "correct", amount="5 million")
    assert "Look at this." not in page.get("documents/sample/").text
    page.decide("money", "EUR 3 million", "withdraw")
    assert "Look at this." in page.get("documents/sample/").text
    page.decide("money", "EUR 3 million", "accept")
    assert "Look at this." not in page.get("documents/sample/").text


def test_a_later_decision_takes_the_place_of_one_that_it_cannot_stand_beside(page, folders):
    page.decide("money", "EUR 3 million", "reject")
    page.decide("money", "EUR 3 million", "correct", amount="1")
    page.decide("money", "EUR 3 million", "correct", amount="2", currency="USD")
    assert [(d.field, d.value) for d in folders.decisions] == [("amount", "2"), ("currency", "USD")]
    page.decide("money", "EUR 3 million", "accept")
    assert {(d.decision, d.value) for d in folders.decisions if d.field == "amount"} == {
        ("correct", "2"),
        ("accept", "2"),
    }


def test_a_second_correction_of_another_field(page, folders):
    """The form sends all fields as they are shown: the first correction is among them, and stays."""
    page.decide("money", "EUR 3 million", "correct", amount="2", currency="EUR")
    page.decide("money", "EUR 3 million", "correct", amount="2", currency="USD")
    assert [(d.field, d.value) for d in folders.decisions] == [("amount", "2"), ("currency", "USD")]


def test_two_people(page, folders):
    """Who accepts a row that another person has corrected has seen the corrected value."""
    page.decide("money", "EUR 3 million", "correct", amount="2")
    answer = page.post(
        "decisions", table="money", id=folders.id_of("money", "EUR 3 million"), verdict="accept", reviewer="Bob"
    )
    assert answer.status_code == 200
    folders.extract()
    assert row(folders)["amount"] == 2


def test_withdraw(page, folders):
    page.decide("money", "EUR 450 000", "accept")
    kept = folders.decisions
    page.decide("money", "EUR 3 million", "correct", amount="2")
    page.decide("money", "EUR 3 million", "withdraw")
    assert [d.id for d in folders.decisions] == [d.id for d in kept]
    page.decide("money", "EUR 450 000", "withdraw")
    assert not folders.reviews.exists()


def test_withdraw_a_decision_on_a_row_that_is_gone(page, folders):
    page.decide("money", "EUR 3 million", "correct", amount="2")
    folders.reviews.write_text(folders.reviews.read_text().replace("money-", "money-x"))
    assert "no such row" in page.get("documents/sample/").text
    page.post("decisions", table="money", id=folders.decisions[0].id, verdict="withdraw")
    assert not folders.reviews.exists()


def test_a_project_rests_on_the_sentence_that_tells_its_amount(page, folders):
    (project,) = folders.table("projects")["id"]
    page.post("decisions", table="projects", id=project, verdict="correct", values={"end": "2021"})
    assert folders.decisions[0].quote.startswith("A grant of EUR 450 000 <script>")
    folders.extract()
    assert folders.table("projects").iloc[0]["end"] == "2021"


def test_a_project_without_an_amount_rests_on_its_heading(page, folders):
    (project,) = folders.table("projects")["id"]
    values = {"amount": "", "currency": "", "qualifier": ""}
    page.post("decisions", table="projects", id=project, verdict="correct", values=values)
    folders.extract()
    page.post("decisions", table="projects", id=project, verdict="withdraw")
    page.post("decisions", table="projects", id=project, verdict="correct", values={"end": "2021"})
    assert folders.decisions[0].quote == HEADING


def test_add(page, folders):
    marked = page.post("marked", page=1, box=CRANES).json()
    assert marked["text"] == "a score of cranes"
    assert marked["quote"].startswith("Some 5000 dockers")
    added = page.post("additions", page=1, box=CRANES, table="quantities", values={"value": "20", "unit": "cranes"})
    assert added.json()["row"] == f"quantities/{folders.decisions[0].id}"
    assert states(page)["added"]
    folders.extract()
    cranes = folders.table("quantities").iloc[-1]
    assert (cranes["value"], cranes["unit"], cranes["review"]) == (20, "cranes", "added")
    text = folders.table("sections").iloc[0]
    content = f"{text['heading']}\n\n{text['text']}"
    assert content[cranes["char_start"] : cranes["char_end"]] == "a score of cranes"
    assert cranes["boxes"].startswith("1@")


def test_an_added_row_that_is_rejected_leaves_nothing(page, folders):
    page.post("additions", page=1, box=CRANES, table="quantities", values={"value": "20", "unit": "cranes"})
    folders.extract()
    page.decide("quantities", "a score of cranes", "reject")
    assert not folders.reviews.exists()
    assert "a score of cranes</span>" not in page.get("documents/sample/").text


def test_add_without_what_a_row_needs(page, folders):
    answer = page.post("additions", page=1, box=CRANES, table="quantities", values={"value": "", "unit": "cranes"})
    assert answer.json()["problems"] == {"value": "may not be empty"}
    assert not folders.reviews.exists()


def test_mark_nothing(page):
    answer = page.post("marked", page=1, box=[0, 0, 20, 20])
    assert answer.status_code == 422
    assert "no words in the box" in answer.json()["message"]


def test_nobody_decides(page, folders):
    answer = page.post(
        "decisions", table="money", id=folders.id_of("money", "EUR 3 million"), verdict="accept", reviewer=""
    )
    assert answer.status_code == 422
    assert not folders.reviews.exists()


def test_a_file_that_git_left_in_conflict_stays_as_it_is(page, folders):
    folders.reviews.write_text("<<<<<<< ours\n")
    answer = page.decide("money", "EUR 3 million", "accept")
    assert answer.status_code == 422
    assert "conflict marker" in answer.json()["message"]
    assert folders.reviews.read_text() == "<<<<<<< ours\n"


def test_nothing_but_the_reviews_file_is_written(page, folders):
    before = {path.name: path.read_bytes() for path in folders.out.iterdir()}
    page.decide("money", "EUR 3 million", "reject")
    assert {path.name: path.read_bytes() for path in folders.out.iterdir()} == before
    assert sorted(path.name for path in folders.raw.iterdir()) == ["Sample.pdf", "sample.reviews.csv"]


def test_open_rows_that_need_a_look_come_first(page, folders):
    page.decide("money", "EUR 3 million", "accept")
    html = page.get("documents/sample/").text
    urgencies = [int(part[0]) for part in html.split('data-urgency="')[1:]]
    assert urgencies == sorted(urgencies)
    assert (urgencies[0], urgencies[-1]) == (2, 4)
    assert pd.isna(row(folders)["review"])
