"""What people do on the page: what comes to stand in the reviews file, and in the tables after the next run."""

from codecs import BOM_UTF8
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from pipeline.decisions.file import read_all
from pipeline.run import Options, run
from tests.pdfs import typeset
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
    assert 'data-value="3100000"' in next(iter(answer.json()["rows"].values()))
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
    page.on("money", rejected.id, "restore")
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
    page.decide("money", "EUR 3 million", "restore")
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
    answer = page.on("money", folders.id_of("money", "EUR 3 million"), "accept", reviewer="Bob")
    assert answer.status_code == 200
    folders.extract()
    assert row(folders)["amount"] == 2


def test_what_is_taken_back_stays_in_the_file_and_is_shown(page, folders):
    page.decide("money", "EUR 450 000", "accept")
    kept = folders.decisions
    page.decide("money", "EUR 3 million", "correct", amount="2")
    page.decide("money", "EUR 3 million", "restore", reviewer="Ben")
    assert folders.decisions == kept
    assert len(folders.reviews.read_text().splitlines()) == len(kept) + 2
    assert (
        f"Ann corrected amount to 2, {date.today()}; taken back by Ben, {date.today()}."
        in page.get("documents/sample/").text
    )


def test_every_correction_of_a_row_stays_in_its_history(page, folders):
    for amount in ("2", "3", "4"):
        page.decide("money", "EUR 3 million", "correct", amount=amount)
    assert [(d.field, d.value) for d in folders.decisions] == [("amount", "4")]
    written = read_all(folders.reviews)[0]
    assert [(d.value, bool(d.withdrawn)) for d in written] == [("2", True), ("3", True), ("4", False)]
    html = page.get("documents/sample/").text
    assert (
        html.index("corrected amount to 2") < html.index("corrected amount to 3") < html.index("corrected amount to 4")
    )


def test_undo_brings_the_decision_before_back(page, folders):
    page.decide("money", "EUR 3 million", "correct", amount="2")
    (first,) = folders.decisions
    page.decide("money", "EUR 3 million", "reject")
    page.decide("money", "EUR 3 million", "restore", standing=[first.line])
    assert folders.decisions == (first,)


def test_who_comes_later_is_told_what_the_earlier_decided(page, folders):
    """Ann's page was loaded before Ben rejected the row; Ben's was before Ann took that back."""
    answer = page.decide("money", "EUR 3 million", "reject", reviewer="Ben")
    (rejected,) = folders.decisions
    answer = page.decide("money", "EUR 3 million", "accept", seen=[])
    assert answer.status_code == 409
    assert answer.json()["message"].startswith("Ben has rejected this row since this page was loaded")
    assert all('data-state="rejected"' in html for html in answer.json()["rows"].values())
    assert folders.decisions == (rejected,)
    page.decide("money", "EUR 3 million", "restore")
    answer = page.decide("money", "EUR 3 million", "accept", seen=[rejected.line], reviewer="Ben")
    assert answer.json()["message"].startswith(f"The decision on this row was taken back (Ann, {date.today()})")
    assert folders.decisions == ()


def test_many_rows_are_accepted_at_once(page, folders):
    rows = [{"table": "money", "id": id_, "seen": []} for id_ in folders.table("money")["id"]]
    assert page.post("decisions", rows=rows, verdict="accept").status_code == 200
    assert {d.id for d in folders.decisions} == set(folders.table("money")["id"])
    folders.extract()
    assert set(folders.table("money")["review"]) == {"accepted"}


def test_withdraw_a_decision_on_a_row_that_is_gone(page, folders):
    page.decide("money", "EUR 3 million", "correct", amount="2")
    folders.reviews.write_text(folders.reviews.read_text().replace("money-", "money-x"))
    assert "no such row" in page.get("documents/sample/").text
    page.on("money", folders.decisions[0].id, "restore")
    assert folders.decisions == ()
    assert "no such row" not in page.get("documents/sample/").text


def test_the_row_of_the_document_is_corrected(page, folders):
    answer = page.on("documents", "sample", "correct", values={"donor": "Ireland", "donor_iso3": "Ireland"})
    assert answer.status_code == 200, answer.text
    folders.extract()
    (document,) = folders.table("documents")[["donor", "donor_iso3", "review"]].itertuples(index=False, name=None)
    assert document == ("Ireland", "IRL", "corrected")


def test_apply_now_runs_the_command_that_the_page_names(page, folders):
    """With the options of the last run: without a mark of byte order, Excel would break the accents anew."""
    run([folders.raw], folders.out, Options(jobs=1, verify=False, bom=True))
    assert f"extract {folders.raw} --out {folders.out} --no-verify --bom" in page.get("documents/sample/").text
    page.decide("money", "EUR 3 million", "correct", amount="2")
    answer = page.post("runs")
    assert answer.status_code == 200, answer.text
    assert row(folders)["amount"] == 2
    assert folders.out.joinpath("money.csv").read_bytes().startswith(BOM_UTF8)


def test_apply_now_reads_the_pdfs_of_the_last_run_and_new_ones_alone(page, folders):
    """A folder may hold PDFs that the run was not asked to read."""
    typeset(folders.raw / "Left out.pdf", "Ireland gave EUR 1 million.")
    run([folders.raw / "Sample.pdf"], folders.out, Options(jobs=1, verify=False))
    assert f"extract {folders.raw / 'Sample.pdf'} --out" in page.get("documents/sample/").text
    assert page.post("runs").status_code == 200
    assert list(folders.table("documents")["document"]) == ["sample"]

    run([folders.raw], folders.out, Options(jobs=1, verify=False))
    typeset(folders.raw / "New.pdf", "Ireland gave EUR 2 million.")
    assert page.post("runs").status_code == 200
    assert list(folders.table("documents")["document"]) == ["left-out", "new", "sample"]


def test_apply_now_drops_no_document_of_another_folder(page, folders, tmp_path):
    other = typeset(tmp_path / "other" / "Kenya.pdf", "Ireland gave EUR 1 million.")
    run([folders.raw, other], folders.out, Options(jobs=1, verify=False))
    html = page.get("documents/sample/").text
    assert "The tables also hold kenya, whose PDFs are not in the folder under review" in html
    assert "data-apply" not in html
    answer = page.post("runs")
    assert answer.status_code == 422
    assert "The tables also hold kenya" in answer.json()["message"]
    assert list(folders.table("documents")["document"]) == ["kenya", "sample"]


def test_apply_now_says_why_it_could_not(page, folders):
    page.decide("money", "EUR 3 million", "correct", amount="2")
    folders.out.joinpath("datapackage.json").unlink()
    answer = page.post("runs")
    assert answer.status_code == 422
    assert "The run was broken off" in answer.json()["message"]


def test_values_are_told_in_words(page):
    html = page.get("documents/sample/").text
    assert "2018 to 2020" in html
    assert "Kenya (KEN)" in html
    assert "3,000,000" in html


def test_a_candidate_is_chosen_with_one_click(page, folders):
    """The check names the times that the sentence tells; each becomes the value of the field that it doubts."""
    folders.tell("period", "The period was left empty: who knows; it may be fiscal years 2021/22 or from 2022 to 2025.")
    html = page.get("documents/sample/").text
    assert ">2021 to 2022</button>" in html
    assert ">2022 to 2025</button>" in html
    assert "&#34;period&#34;: &#34;2022/2025&#34;" in html


def test_a_candidate_of_an_amount_brings_its_currency(page, folders):
    folders.tell("amount", "The amount was left empty: two; it may be US$ 2.5 million or EUR 3 million.")
    html = page.get("documents/sample/").text
    assert ">2,500,000, USD, exact</button>" in html
    assert ">3,000,000, EUR, exact</button>" not in html  # which it is already


def test_a_project_rests_on_the_sentence_that_tells_its_amount(page, folders):
    (project,) = folders.table("projects")["id"]
    page.on("projects", project, "correct", values={"end": "2021"})
    assert folders.decisions[0].quote.startswith("A grant of EUR 450 000 <script>")
    folders.extract()
    assert folders.table("projects").iloc[0]["end"] == "2021"


def test_a_project_without_an_amount_rests_on_its_heading(page, folders):
    (project,) = folders.table("projects")["id"]
    values = {"amount": "", "currency": "", "qualifier": ""}
    page.on("projects", project, "correct", values=values)
    folders.extract()
    page.on("projects", project, "restore")
    page.on("projects", project, "correct", values={"end": "2021"})
    assert folders.decisions[0].quote == HEADING


def test_add(page, folders):
    marked = page.post("marked", page=1, box=CRANES).json()
    assert marked["text"] == "a score of cranes"
    assert marked["quote"].startswith("Some 5000 dockers")
    assert marked["read"] == {}
    added = page.post("additions", page=1, box=CRANES, table="quantities", values={"value": "20", "unit": "cranes"})
    assert added.json()["row"]["id"] == folders.decisions[0].id
    assert states(page)["added"]
    folders.extract()
    cranes = folders.table("quantities").iloc[-1]
    assert (cranes["value"], cranes["unit"], cranes["review"]) == (20, "cranes", "added")
    text = folders.table("sections").iloc[0]
    content = f"{text['heading']}\n\n{text['text']}"
    assert content[cranes["char_start"] : cranes["char_end"]] == "a score of cranes"
    assert cranes["boxes"].startswith("1@")


def test_who_adds_the_same_words_later_is_told(page, folders):
    row = {"page": 1, "box": CRANES, "table": "quantities"}
    page.post("additions", **row, values={"value": "20", "unit": "cranes"})
    before = folders.decisions
    later = page.post("additions", **row, values={"value": "21", "unit": "cranes"}, reviewer="Ben")
    assert later.status_code == 422
    assert later.json()["message"].startswith("Ann has added this row already")
    assert folders.decisions == before


def test_an_added_row_that_is_rejected_is_no_more(page, folders):
    page.post("additions", page=1, box=CRANES, table="quantities", values={"value": "20", "unit": "cranes"})
    folders.extract()
    page.decide("quantities", "a score of cranes", "reject")
    assert folders.decisions == ()
    assert "a score of cranes</span>" not in page.get("documents/sample/").text


def test_words_are_marked_by_typing_them(page):
    marked = page.post("marked", words="EUR  450 000", near="A grant of EUR 450 000").json()
    assert (marked["text"], marked["page"]) == ("EUR 450 000", 1)
    assert marked["read"]["money"]["amount"] == "450000"
    assert marked["read"]["contributions"]["currency"] == "EUR"
    answer = page.post("marked", words="EUR 9", near="")
    assert answer.status_code == 422
    assert "stand nowhere in the text" in answer.json()["message"]


def test_add_without_what_a_row_needs(page, folders):
    answer = page.post("additions", page=1, box=CRANES, table="quantities", values={"value": "", "unit": "cranes"})
    assert answer.json()["problems"] == {"value": "may not be empty"}
    assert not folders.reviews.exists()


def test_mark_nothing(page):
    answer = page.post("marked", page=1, box=[0, 0, 20, 20])
    assert answer.status_code == 422
    assert "no words in the box" in answer.json()["message"]


def test_nobody_decides(page, folders):
    answer = page.on("money", folders.id_of("money", "EUR 3 million"), "accept", reviewer="")
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
    assert (urgencies[0], urgencies[-1]) == (1, 4)  # the donor is not known
    assert pd.isna(row(folders)["review"])
