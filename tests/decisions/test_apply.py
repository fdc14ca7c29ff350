"""The life of a decision: applied as long as its text stands, told when it does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from pipeline.decisions.apply import following, offsets
from pipeline.decisions.file import Decision, read
from pipeline.decisions.profile import decide as decide_records
from pipeline.decisions.quotes import Passage, Wording
from pipeline.model import Doubt
from pipeline.review.view import decided as decided_tables
from pipeline.write import rows
from pipeline.write.dataframes import records
from pipeline.write.validation import validated
from tests.sample_tables import GIVEN, GRANT, frames, profile_of, tables_of

CHANGED_GRANT = "Irish Aid provided EUR 3 million to the ports and markets."


@pytest.fixture
def money_row():
    """The grant of EUR 3 million, as the rules read it."""
    money = tables_of()["money"]
    return money[money["sentence"] == GRANT].iloc[0]


@pytest.fixture(params=["a run", "the review page"])
def decide(request, reviews, money_row):
    """Decided tables and checks after the given lines, each a decision on the grant unless it says otherwise: as a run
    decides on what the rules have read, and as the review page decides on the tables of the last run."""

    def run(profile, *lines):
        on_grant = {"table": "money", "id": money_row["id"], "reviewer": "Ann", "date": "2026-03-01", "quote": GRANT}
        decisions, broken = read(reviews(*({**on_grant, **line} for line in lines)))
        assert broken == ()
        if request.param == "a run":
            decided, checks = decide_records(profile, decisions)
            validated(rows.of(decided))
            return frames(decided), checks
        tables, checks = decided_tables(frames(profile), decisions)
        validated({name: [tuple(row.values()) for row in records(table)] for name, table in tables.items()})
        return tables, checks

    return run


def grant(tables):
    """Amount and review of the rows that tell the grant, in order."""
    rows = tables["money"][tables["money"]["text"] == "EUR 3 million"]
    return [(row.amount, None if pd.isna(row.review) else row.review) for row in rows.itertuples()]


# ------------------------------------------------------------------------------------------------------- the verdicts


def test_nothing_decided(decide):
    rows, checks = decide(profile_of())
    assert (grant(rows), checks) == ([(Decimal(3_000_000), None)], ())


def test_accept(decide):
    rows, checks = decide(profile_of(), {"decision": "accept"})
    assert (grant(rows), checks) == ([(Decimal(3_000_000), "accepted")], ())


def test_correct(decide):
    rows, checks = decide(profile_of(), {"decision": "correct", "field": "amount", "value": "3100000"})
    assert (grant(rows), checks) == ([(Decimal(3_100_000), "corrected")], ())


def test_correct_to_nothing(decide):
    rows, checks = decide(profile_of(), {"decision": "correct", "field": "currency", "value": ""})
    assert pd.isna(rows["money"].iloc[1]["currency"])
    assert checks == ()


def test_reject(decide):
    rows, checks = decide(profile_of(), {"decision": "reject"})
    assert (list(rows["money"]["text"]), checks) == (["EUR 20 million"], ())


def test_add(decide):
    """One line a field; place, page and offsets follow from the quote; the row stands where it is read."""
    line = {"id": "mine-1", "decision": "add", "quote": GIVEN}
    rows, checks = decide(
        profile_of(),
        {**line, "field": "text", "value": "EUR 20"},
        {**line, "field": "amount", "value": "20"},
        {**line, "field": "char_start", "value": "0"},
        {**line, "field": "char_end", "value": "4"},
    )
    assert checks == ()
    assert rows["money"].iloc[0]["id"] == "mine-1"
    row = rows["money"].iloc[0]
    assert (row["document"], row["page"], row["sentence"], row["rule"]) == ("sample", 1, GIVEN, "added by a person")
    assert (row["amount"], row["review"]) == (Decimal(20), "added")


def test_add_counts_the_offsets(decide):
    rows, checks = decide(
        profile_of(), {"id": "mine-1", "table": "countries", "decision": "add", "field": "text", "value": "Irish Aid"},
        {"id": "mine-1", "table": "countries", "decision": "add", "field": "kind", "value": "country"},
        {"id": "mine-1", "table": "countries", "decision": "add", "field": "name", "value": "Ireland"},
        {"id": "mine-1", "table": "countries", "decision": "add", "field": "role", "value": "donor"},
    )  # fmt: skip
    assert checks == ()
    row = rows["countries"].iloc[0]
    content = f"Safer ports\n\n{GRANT}"
    assert content[row["char_start"] : row["char_end"]] == "Irish Aid"


def test_a_project_is_found_by_its_heading_and_by_a_sentence_of_its_money(decide):
    project = {"table": "projects", "id": tables_of()["projects"].iloc[0]["id"]}
    for quote in ("Safer ports", GRANT):
        rows, checks = decide(
            profile_of(), {**project, "decision": "correct", "field": "end", "value": "2026", "quote": quote}
        )
        assert (rows["projects"].iloc[0]["end"], rows["projects"].iloc[0]["review"]) == ("2026", "corrected")
        assert checks == ()


def test_a_contribution_can_be_corrected_though_it_has_no_column_for_it(decide):
    contribution = {"table": "contributions", "id": tables_of()["contributions"].iloc[0]["id"], "quote": GIVEN}
    rows, checks = decide(profile_of(), {**contribution, "decision": "correct", "field": "kind", "value": "core"})
    assert (rows["contributions"].iloc[0]["kind"], checks) == ("core", ())


def test_correct_then_accept_by_one_person_is_corrected(decide):
    rows, checks = decide(
        profile_of(), {"decision": "accept"}, {"decision": "correct", "field": "amount", "value": "3100000"}
    )
    assert (grant(rows), checks) == ([(Decimal(3_100_000), "corrected")], ())


def test_what_came_in_stays_as_it_is(decide):
    profile = profile_of()
    decide(profile, {"decision": "correct", "field": "amount", "value": "1"})
    assert grant(frames(profile)) == [(Decimal(3_000_000), None)]


# ---------------------------------------------------------------------------------------------- what changes around it


@pytest.mark.parametrize(
    "change",
    [{"amount": "3"}, {"given": "Ireland gave EUR 20 million."}, {"heading": "Safe ports"}],
    ids=["rules", "another section", "the heading above"],
)
def test_a_decision_outlives_other_changes(decide, change):
    rows, checks = decide(profile_of(**change), {"decision": "correct", "field": "amount", "value": "3100000"})
    assert (grant(rows), checks) == ([(Decimal(3_100_000), "corrected")], ())


def test_white_space_in_the_quote_does_not_matter(decide):
    rows, checks = decide(profile_of(), {"decision": "accept", "quote": GRANT.replace(" ", "\n")})
    assert (grant(rows), checks) == ([(Decimal(3_000_000), "accepted")], ())


@pytest.mark.parametrize(
    "decision",
    [{"decision": "accept"}, {"decision": "correct", "field": "amount", "value": "9"}, {"decision": "reject"}],
    ids=["accept", "correct", "reject"],
)
def test_its_own_sentence_changes(decide, decision):
    rows, (check,) = decide(profile_of(grant=CHANGED_GRANT), decision)
    assert grant(rows) == [(Decimal(3_000_000), None)]
    assert (check.severity, check.check, check.table) == ("warning", "stale-decision", "money")
    assert check.field == decision.get("field", "")
    assert f'its quote "{GRANT}" is now "{CHANGED_GRANT}", so please look again' in check.message


def test_a_new_edition_without_the_sentence(decide):
    rows, (check,) = decide(profile_of(grant="Nothing is told of it."), {"decision": "accept"})
    assert grant(rows) == []
    assert f'its quote "{GRANT}" is gone, so please look again' in check.message


def test_a_project_whose_figure_was_rewritten_under_the_same_heading(decide):
    """The quote of a figure is its sentence, so that a new edition does not keep the old figure's decision."""
    project = {"table": "projects", "id": tables_of()["projects"].iloc[0]["id"], "quote": GRANT}
    rows, (check,) = decide(
        profile_of(grant=CHANGED_GRANT, project=True),
        {**project, "decision": "correct", "field": "amount", "value": "9"},
    )
    assert rows["projects"].iloc[0]["amount"] == Decimal(3_000_000)
    assert check.check == "stale-decision"


def test_an_accepted_value_that_the_rules_read_otherwise_now(decide):
    accept = {"decision": "accept", "field": "amount", "value": "3000000"}
    rows, checks = decide(profile_of(), accept)
    assert (grant(rows), checks) == ([(Decimal(3_000_000), "accepted")], ())
    rows, (check,) = decide(profile_of(amount="3"), accept)
    assert grant(rows) == [(Decimal(3), None)]
    assert 'the accepted value "3000000" is now "3", so please look again' in check.message


def test_a_row_that_the_rules_no_longer_read(decide):
    """The sentence stands, the row does not: a rejection has come true, anything else is told."""
    profile = replace(profile_of(), findings=profile_of().findings[:1])
    assert decide(profile, {"decision": "reject"})[1] == ()
    (check,) = decide(profile, {"decision": "accept"})[1]
    assert "still stands, but the rules read no such row from it" in check.message


def test_an_added_row_that_the_rules_have_come_to_read(decide, money_row):
    add = {"id": "mine-1", "decision": "add"}
    rows, (check,) = decide(
        profile_of(), {**add, "field": "text", "value": "EUR 3 million"}, {**add, "field": "amount", "value": "3000000"}
    )
    assert grant(rows) == [(Decimal(3_000_000), None)]
    assert f"the rules now read this row themselves as {money_row['id']}" in check.message


def test_an_added_row_whose_quote_is_gone(decide):
    add = {"id": "mine-1", "decision": "add", "quote": "A sentence of the last edition."}
    rows, (check,) = decide(profile_of(), {**add, "field": "text", "value": "edition"})
    assert "mine-1" not in set(rows["money"]["id"])
    assert 'its quote "A sentence of the last edition." is gone' in check.message


# ---------------------------------------------------------------------------------------- what rests on a decided row


@pytest.mark.parametrize(
    "decision",
    [{"decision": "reject"}, {"decision": "correct", "field": "amount", "value": "3100000"}],
    ids=["reject", "correct"],
)
def test_a_project_that_rests_on_a_figure_decided_otherwise(decide, decision):
    rows, (check,) = decide(profile_of(project=True), decision)
    project = rows["projects"].iloc[0]
    assert project["amount"] == Decimal(3_000_000)
    assert (check.severity, check.check) == ("warning", "unsupported-amount")
    assert (check.table, check.row, check.field, check.page) == ("projects", project["id"], "amount", 2)
    assert "The amount 3,000,000 of projects row" in check.message
    assert 'was read from "EUR 3 million", which a person has corrected or rejected' in check.message


def test_a_project_that_is_decided_with_its_figure(decide):
    to_new = {"decision": "correct", "field": "amount", "value": "3100000"}
    project = {"table": "projects", "id": tables_of()["projects"].iloc[0]["id"]}
    rows, checks = decide(profile_of(project=True), to_new, {**project, **to_new})
    assert (rows["projects"].iloc[0]["amount"], checks) == (Decimal(3_100_000), ())


# ------------------------------------------------------------------------------------------------------ two people


def test_two_people_say_the_same(decide):
    line = {"decision": "correct", "field": "amount", "value": "3100000"}
    rows, checks = decide(profile_of(), line, line, {**line, "value": "3100000.0", "reviewer": "Ben"})
    assert (grant(rows), checks) == ([(Decimal(3_100_000), "corrected")], ())


def test_two_people_correct_different_fields(decide):
    rows, checks = decide(
        profile_of(),
        {"decision": "correct", "field": "amount", "value": "3100000"},
        {"decision": "correct", "field": "qualifier", "value": "nearly", "reviewer": "Ben"},
    )
    assert (grant(rows), checks) == ([(Decimal(3_100_000), "corrected")], ())
    assert rows["money"].iloc[1]["qualifier"] == "nearly"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"decision": "correct", "field": "amount", "value": "1"},
            {"decision": "correct", "field": "amount", "value": "2"},
        ),
        ({"decision": "accept"}, {"decision": "reject"}),
        ({"decision": "correct", "field": "amount", "value": "1"}, {"decision": "reject"}),
        ({"decision": "accept"}, {"decision": "correct", "field": "amount", "value": "1"}),
    ],
    ids=["two values", "accept and reject", "correct and reject", "accept what another corrects"],
)
def test_a_contradiction_is_told_and_neither_holds(decide, one, other):
    rows, (check,) = decide(profile_of(), one, {**other, "reviewer": "Ben"})
    assert grant(rows) == [(Decimal(3_000_000), None)]
    assert (check.severity, check.check) == ("warning", "contradicting-decisions")
    assert "Ann" in check.message
    assert "Ben" in check.message


def test_another_person_accepts_a_correction_later(decide):
    rows, checks = decide(
        profile_of(),
        {"decision": "correct", "field": "amount", "value": "3100000"},
        {"decision": "accept", "reviewer": "Ben", "date": "2026-03-02"},
    )
    assert (grant(rows), checks) == ([(Decimal(3_100_000), "corrected")], ())


def test_a_contradiction_leaves_the_other_fields(decide):
    rows, (check,) = decide(
        profile_of(),
        {"decision": "correct", "field": "amount", "value": "1"},
        {"decision": "correct", "field": "amount", "value": "2"},
        {"decision": "correct", "field": "qualifier", "value": "about"},
    )
    assert grant(rows) == [(Decimal(3_000_000), "corrected")]
    assert check.field == "amount"


def test_two_people_add_one_row_with_two_values(decide):
    add = {"id": "mine-1", "decision": "add", "field": "text"}
    rows, (check,) = decide(profile_of(), {**add, "value": "Irish"}, {**add, "value": "Aid", "reviewer": "Ben"})
    assert "mine-1" not in set(rows["money"]["id"])
    assert check.check == "contradicting-decisions"


@pytest.mark.parametrize("quote", ["What Ireland gives", GRANT])
def test_a_documents_donor_is_corrected(decide, quote):
    """Where the file's name does not tell the donor, or tells another."""
    on_it = {"table": "documents", "id": "sample", "quote": quote, "decision": "correct"}
    rows, checks = decide(
        profile_of(),
        {**on_it, "field": "donor", "value": "Irish Aid"},
        {**on_it, "field": "donor_iso3", "value": "Utopia"},
        {**on_it, "field": "donor_iso3", "value": "Ireland"},
    )
    document = rows["documents"].iloc[0]
    assert [check.check for check in checks] == ["unfit-decision"]
    assert (document["donor"], document["donor_iso3"], document["review"]) == ("Irish Aid", "IRL", "corrected")


@pytest.mark.parametrize(
    ("line", "check"),
    [
        ({"decision": "reject"}, "unfit-decision"),
        ({"decision": "correct", "field": "status", "value": "ok"}, "unfit-decision"),
        ({"decision": "correct", "field": "donor", "value": "X", "quote": "Nowhere said"}, "stale-decision"),
    ],
)
def test_what_cannot_be_decided_on_a_document(decide, line, check):
    on_it = {"table": "documents", "id": "sample", "quote": GRANT}
    rows, (told,) = decide(profile_of(), {**on_it, **line})
    assert told.check == check
    assert rows["documents"]["donor"].item() == "Ireland"


# ------------------------------------------------------------------------------------------ what follows from a value


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2019/2021", "2019-01-01", "2021-12-31"),
        ("2019-34", "2019-04-01", "2019-06-30"),
        ("Q2 2019", "2019-04-01", "2019-06-30"),
        ("since 2019", "2019-01-01", None),
        ("../2021-02", None, "2021-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("", None, None),
    ],
)
def test_the_days_of_a_period_follow_it(decide, value, start, end):
    on_it = {"table": "contributions", "id": tables_of()["contributions"].iloc[0]["id"], "quote": GIVEN}
    rows, checks = decide(profile_of(), {**on_it, "decision": "correct", "field": "period", "value": value})
    given = rows["contributions"].iloc[0]
    assert checks == ()
    assert [None if pd.isna(day) else day for day in given[["period_start", "period_end"]]] == [start, end]


@pytest.mark.parametrize("own_first", [True, False])
def test_days_that_a_person_sets_are_those_of_the_person(decide, own_first):
    """A fiscal year begins when its country says."""
    on_it = {"table": "contributions", "id": tables_of()["contributions"].iloc[0]["id"], "quote": GIVEN}
    lines = [
        {**on_it, "decision": "correct", "field": "period_start", "value": "2019-07-01"},
        {**on_it, "decision": "correct", "field": "period", "value": "2019/2020"},
    ]
    rows, checks = decide(profile_of(), *(lines if own_first else reversed(lines)))
    given = rows["contributions"].iloc[0]
    assert (checks, given["period_start"], given["period_end"]) == ((), "2019-07-01", "2020-12-31")


def test_a_period_that_ends_before_it_starts_is_none(decide):
    on_it = {"table": "contributions", "id": tables_of()["contributions"].iloc[0]["id"], "quote": GIVEN}
    _, (told,) = decide(profile_of(), {**on_it, "decision": "correct", "field": "period", "value": "2025/2020"})
    assert told.check == "unfit-decision"


def test_an_added_date_has_its_days(decide):
    line = {"table": "dates", "id": "mine", "decision": "add", "quote": GIVEN}
    values = {"text": "the fund", "kind": "range", "value": "2019 to 2021"}
    rows, checks = decide(profile_of(), *({**line, "field": name, "value": value} for name, value in values.items()))
    assert checks == ()
    assert list(rows["dates"].iloc[0][["value", "start", "end"]]) == ["2019/2021", "2019-01-01", "2021-12-31"]


def test_an_added_country_has_its_name(decide):
    line = {"table": "countries", "id": "mine", "decision": "add", "quote": GIVEN}
    values = {"text": "the fund", "kind": "country", "iso3": "Mali", "role": "beneficiary"}
    rows, checks = decide(profile_of(), *({**line, "field": name, "value": value} for name, value in values.items()))
    assert checks == ()
    assert list(rows["countries"].iloc[0][["name", "iso2", "iso3"]]) == ["Mali", "ML", "MLI"]


@pytest.mark.parametrize(
    ("row", "made"),
    [
        ({"kind": "country", "iso3": "GEO"}, {"iso2": "US", "name": "United States", "subdivision": None}),
        ({"kind": "place", "iso3": "GEO", "subdivision": "GE-TB"}, {"iso2": "US", "subdivision": None}),
        ({"kind": "place", "iso3": "GEO", "subdivision": "US-GA"}, {"iso2": "US"}),
    ],
)
def test_a_countrys_name_and_codes_follow_one_code(row, made):
    assert following("countries", row, {"iso3": "USA"}) == made


def test_the_donors_code_follows_the_donor(decide):
    on_it = {"table": "documents", "id": "sample", "quote": GRANT, "decision": "correct"}
    for donor, code in {"Norway": "NOR", "The Fund of Funds": None}.items():
        rows, checks = decide(profile_of(), {**on_it, "field": "donor", "value": donor})
        told = rows["documents"].iloc[0]["donor_iso3"]
        assert (checks, None if pd.isna(told) else told) == ((), code)


def test_a_donor_with_the_code_of_another_country_is_refused(decide):
    on_it = {"table": "documents", "id": "sample", "quote": GRANT, "decision": "correct"}
    rows, (told,) = decide(profile_of(), {**on_it, "field": "donor_iso3", "value": "Norway"})
    assert "the row then has the donor Ireland with the code NOR" in told.message
    assert rows["documents"].iloc[0]["donor_iso3"] == "IRL"


# ------------------------------------------------------------------------------------------------- what does not fit


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("amount", "3-4 million", "its amount must be a plain number such as 41800000 or 15 million"),
        ("amount", "USD 3 million", "its amount must be a plain number"),
        ("amount", "NaN", "its amount must be a plain number"),
        ("currency", "XXQ", 'its currency must be a currency or its ISO 4217 code such as EUR, not "XXQ"'),
        ("currency", "dollars", "its currency must be a currency"),
        ("period", "banana", "its period must be a date or period such as 2019-03, 2018/2022 or 2004/.., not"),
        ("period", "2021-02-30", "its period must be"),
        ("qualifier", "roughly", "its qualifier must be one of exact, about"),
        ("char_end", "-1", "its char_end must be a whole number of 0 or more"),
        ("page", "0", "its page must be a whole number of 1 or more"),
        ("text", "", "its text may not be empty"),
        ("section", "none", "its section must be a section of the document"),
        ("id", "x", "its id is none that a decision can set"),
        ("colour", "red", "its colour is none that a decision can set"),
    ],
)
def test_a_value_that_the_schema_does_not_allow(decide, field, value, reason):
    rows, (check,) = decide(profile_of(), {"decision": "correct", "field": field, "value": value})
    assert grant(rows) == [(Decimal(3_000_000), None)]
    assert (check.severity, check.check, check.field) == ("error", "unfit-decision", field)
    assert reason in check.message


def test_the_end_of_a_range_without_its_beginning(decide):
    """Both lines are of their columns, and the row that they make is none."""
    lines = ({"decision": "correct", "field": f, "value": v} for f, v in (("amount", ""), ("amount_max", "5 million")))
    rows, (check,) = decide(profile_of(), *lines)
    assert grant(rows) == [(Decimal(3_000_000), None)]
    assert (check.severity, check.check) == ("error", "unfit-decision")
    assert "the row then has amount_max without amount" in check.message


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("amount", "15 million", Decimal(15_000_000)),
        ("amount", "5,000", Decimal(5000)),
        ("currency", "US dollars", "USD"),
        ("period", "March 2019", "2019-03"),
        ("period", "Feb-23", "2023-02"),
        ("period", "2018 to 2022", "2018/2022"),
    ],
)
def test_a_value_in_the_words_of_people(decide, field, value, read):
    rows, checks = decide(profile_of(), {"decision": "correct", "field": field, "value": value})
    assert checks == ()
    assert rows["money"].loc[rows["money"]["sentence"] == GRANT, field].item() == read


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("EUR 3 million to the ports", True),
        ("Irish  Aid provided EUR 3 million", True),
        ("EUR 3 million", True),
        ("to the ports", False),  # without the row's own words
        ("EUR 3 million to the airports", False),
    ],
)
def test_a_quote_may_be_a_part_of_the_sentence(decide, quote, holds):
    rows, checks = decide(profile_of(), {"decision": "correct", "field": "amount", "value": "5", "quote": quote})
    assert grant(rows) == ([(Decimal(5), "corrected")] if holds else [(Decimal(3_000_000), None)])
    assert [check.check for check in checks] == ([] if holds else ["stale-decision"])


def test_a_project_is_quoted_by_its_name_or_the_words_of_its_amount(decide):
    project = profile_of(project=True).projects[0]
    for quote in ("Safer ports", "EUR 3 million to the ports"):
        on_it = {"table": "projects", "id": project.id, "quote": quote}
        rows, checks = decide(
            profile_of(project=True), {**on_it, "decision": "correct", "field": "end", "value": "2024"}
        )
        assert (checks, rows["projects"]["end"].item()) == ((), "2024")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("amount", "-5", "must be a plain number of 0 or more"),
        ("title", "", "may not be empty"),
        ("start", "2018-2022", "must be a day, month or year such as 2019-03-01"),
        ("countries", "ZZZ", "must be countries or their ISO 3166-1 alpha-3 codes joined by ; such as MLI;NER"),
        ("countries", "Mali;Guinea-", "must be countries"),
        ("duration", "long", "must be a duration such as 26 months or P26M"),
    ],
)
def test_a_value_that_no_project_may_have(decide, field, value, told):
    profile = profile_of(project=True)
    line = {"table": "projects", "id": profile.projects[0].id, "quote": "Safer ports", "decision": "correct"}
    rows, (check,) = decide(profile, {**line, "field": field, "value": value})
    assert f"its {field} {told}" in check.message
    assert rows["projects"]["review"].isna().all()


def test_a_project_whose_quote_is_gone_is_told_with_its_heading(decide):
    """The most telling of the texts that a decision on it may quote."""
    profile = profile_of(project=True)
    on_it = {"table": "projects", "id": profile.projects[0].id, "quote": "Nothing like it."}
    _, (told,) = decide(profile, {**on_it, "decision": "accept"})
    assert 'its quote "Nothing like it." is now "Safer ports"' in told.message


def test_an_added_row_that_is_not_whole(decide):
    rows, (check,) = decide(profile_of(), {"id": "mine-1", "decision": "add", "field": "amount", "value": "1"})
    assert "mine-1" not in set(rows["money"]["id"])
    assert "the row lacks text, char_start, char_end" in check.message


def test_one_bad_line_spoils_an_added_row(decide):
    add = {"id": "mine-1", "decision": "add"}
    rows, (check,) = decide(
        profile_of(), {**add, "field": "text", "value": "Irish Aid"}, {**add, "field": "amount", "value": "much"}
    )
    assert "mine-1" not in set(rows["money"]["id"])
    assert check.check == "unfit-decision"


# ----------------------------------------------------------------------------------------------------- texts, by hand


def wording(*headings):
    passages = [Passage(heading, number, 1, heading, heading) for number, heading in enumerate(headings)]
    return Wording("sample", passages, [], [])


@pytest.mark.parametrize(
    ("quote", "heading", "is_near"),
    [
        ("abcde", "abcxy", True),  # three of five letters
        ("abcdefghi", "abcdevwxyz", False),  # five of nine and ten
        ("Safer ports", "Safe ports", True),
        ("Safer ports", "Clean water", False),
    ],
)
def test_a_text_that_is_like_the_quote_is_what_it_has_become(quote, heading, is_near):
    assert wording(heading).nearest(quote) == (heading if is_near else "")


def test_the_text_that_is_most_like_the_quote_is_the_nearest():
    assert wording("Safe port", "Safe ports", "Safest porters").nearest("Safer ports") == "Safe ports"


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [
        ("ports", "to the ports of Chad", 24),
        ("the", "to the ports", 20),
        ("t", "to the ports", None),  # which of three?
        ("ports", "ports", None),  # the quote stands there twice
        ("roads", "to the ports of Chad", None),
        (None, "to the ports of Chad", None),
    ],
)
def test_where_words_stand_that_stand_there_once(text, quote, start):
    passage = Passage("s", 1, 1, "", "Of ports it gave to the ports of Chad.")
    found = offsets(text, quote, passage)
    assert found == ({} if start is None else {"char_start": start, "char_end": start + len(text)})


def test_added_rows_stand_in_reading_order(decide):
    """Also after a row of their own section, and a row without offsets by its section alone."""
    add = {"decision": "add", "field": "text"}
    rows, checks = decide(
        profile_of(),
        *(
            {**add, "id": "last", "quote": GRANT, "field": f, "value": v}
            for f, v in (("text", "ports"), ("amount", "1"))
        ),
        *(
            {**add, "id": "first", "quote": GIVEN, "field": f, "value": v}
            for f, v in (("text", "Ireland"), ("amount", "2"))
        ),
        *(
            {**add, "id": "p-0", "table": "projects", "quote": GIVEN, "field": f, "value": v}
            for f, v in (("title", "Fund"),)
        ),
    )
    assert checks == ()
    assert list(rows["money"]["text"]) == ["Ireland", "EUR 20 million", "EUR 3 million", "ports"]
    assert list(rows["projects"]["title"]) == ["Fund", "Safer ports"]


def test_who_corrects_an_added_row_has_added_it(decide):
    add = {"id": "mine-1", "decision": "add", "quote": GIVEN}
    rows, checks = decide(
        profile_of(),
        {**add, "field": "text", "value": "the fund"},
        {**add, "field": "amount", "value": "1"},
        {**add, "decision": "correct", "field": "amount", "value": "2"},
    )
    assert checks == ()
    assert rows["money"].iloc[0][["amount", "review"]].tolist() == [Decimal(2), "added"]


def test_a_correction_that_spoils_an_added_row_leaves_none(decide):
    add = {"id": "mine-1", "decision": "add", "quote": GIVEN}
    rows, (check,) = decide(
        profile_of(), {**add, "field": "text", "value": "the fund"}, {**add, "field": "amount_max", "value": "1"}
    )
    assert "mine-1" not in set(rows["money"]["id"])
    assert "the row then has amount_max without amount" in check.message


def test_an_added_row_with_the_id_of_another_is_refused(decide, money_row):
    add = {"decision": "add", "quote": GIVEN, "id": money_row["id"]}
    rows, (check,) = decide(profile_of(), {**add, "field": "text", "value": "the fund"})
    assert "the rules read another row with this id" in check.message
    assert len(rows["money"]) == 2


def test_who_accepts_some_of_what_a_row_states_leaves_its_doubts():
    profile = profile_of()
    doubt = Doubt("period", "two years are named")
    given, grant_ = profile.findings
    profile = replace(profile, findings=(given, replace(grant_, mention=replace(grant_.mention, doubts=(doubt,)))))
    on_grant = {
        "line": 2,
        "table": "money",
        "id": grant_.id,
        "reviewer": "Ann",
        "date": date(2026, 3, 1),
        "quote": GRANT,
    }
    accept = Decision(**on_grant, decision="accept", field="currency", value="EUR")
    decided, _ = decide_records(profile, [accept])
    assert decided.findings[1].mention.doubts == (doubt,)
    assert decided.findings[0] is given


def test_a_decision_is_named_as_people_know_it(decide, money_row):
    on_it = {"quote": "Nothing like it.", "value": "5"}
    _, (accept,) = decide(profile_of(), {**on_it, "decision": "accept", "value": ""})
    assert accept.message.startswith(f"The decision to accept money row {money_row['id']} (Ann, 2026-03-01, line 2)")
    _, (correct,) = decide(profile_of(), {**on_it, "decision": "correct", "field": "amount"})
    assert f'to correct amount of money row {money_row["id"]} to "5" (Ann, ' in correct.message
