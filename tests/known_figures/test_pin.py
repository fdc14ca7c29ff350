"""Pinning: what people decided is known from then on, and nothing that was known is lost unnoticed."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from pipeline import read_table
from pipeline.cli.commands import main
from pipeline.decisions.file import Decision, read
from pipeline.known_figures.file import KnownFigure
from pipeline.known_figures.file import read as read_figures
from pipeline.known_figures.pin import Pinned, pinned
from pipeline.known_figures.verify import differences
from pipeline.model import schema
from pipeline.review.view import decided as decided_tables
from pipeline.write import dataframes, rows
from tests.pdfs import typeset
from tests.sample_tables import GIVEN, GRANT, tables_of

Decided = tuple[dict[str, pd.DataFrame], tuple[Decision, ...]]


@pytest.fixture
def decided(reviews: Callable[..., Path]) -> Callable[..., Decided]:
    """The sample's tables as a run writes them after the lines, and the decisions; each line is on the grant unless it
    says otherwise."""

    def run(*lines: dict[str, str], **sample: object) -> Decided:
        tables = tables_of(**sample)
        money = tables_of()["money"]
        on_grant = {"table": "money", "id": money["id"].iloc[1], "reviewer": "Ann", "date": "2026-03-01"}
        decisions, _ = read(reviews(*({"quote": GRANT, **on_grant, **line} for line in lines)))
        after, checks = decided_tables(tables, decisions)
        after["checks"] = dataframes.framed(schema.CHECKS, rows.checks(checks, "sample"))
        return after, decisions

    return run


def pin(decided: Decided, known: tuple[KnownFigure, ...] = (), *, replace: bool = False) -> Pinned:
    return pinned(known, *decided, replace=replace)


def values(outcome: Pinned) -> dict[str, str]:
    return {figure.field: figure.value for figure in outcome.added}


AMOUNT = {"decision": "correct", "field": "amount", "value": "3100000"}


def test_nothing_decided(decided):
    assert pin(decided()) == Pinned((), (), (), ())


def test_an_accepted_row_is_known_in_every_field_also_the_empty_ones(decided):
    outcome = pin(decided({"decision": "accept"}))
    assert values(outcome) == {
        "amount": "3000000", "amount_max": "", "currency": "EUR", "qualifier": "exact", "role": "",
        "part_of": "", "flow": "", "period": "", "funder": "",
    }  # fmt: skip
    amount = outcome.added[0]
    assert (amount.table, amount.heading, amount.quote, amount.page) == ("money", "Safer ports", "EUR 3 million", 2)
    assert (amount.checked_by, amount.checked_on.isoformat()) == ("Ann in review", "2026-03-01")


def test_a_corrected_row_is_known_where_it_has_a_value(decided):
    outcome = pin(decided(AMOUNT, {"decision": "correct", "field": "currency", "value": "", "reviewer": "Ben"}))
    assert values(outcome) == {"amount": "3100000", "currency": "", "qualifier": "exact"}
    assert {f.field: f.checked_by for f in outcome.added} == {
        "amount": "Ann in review", "currency": "Ben in review", "qualifier": "Ben in review",
    }  # fmt: skip


def test_an_added_row(decided):
    line = {"id": "mine-1", "table": "countries", "decision": "add", "quote": GRANT}
    stated = {"text": "Irish", "kind": "demonym", "name": "Ireland", "iso3": "IRL", "role": "donor"}
    outcome = pin(decided(*({**line, "field": field, "value": value} for field, value in stated.items())))
    assert values(outcome) == {"kind": "demonym", "name": "Ireland", "iso2": "IE", "iso3": "IRL", "role": "donor"}
    assert {figure.quote for figure in outcome.added} == {"Irish"}


def test_a_rejected_row_is_not_pinned(decided):
    assert pin(decided({"decision": "reject"})) == Pinned((), (), (), ())


def test_projects_and_contributions(decided):
    tables = tables_of(project=True)
    project = {"table": "projects", "id": tables["projects"]["id"].iloc[0], "decision": "accept"}
    given = {"table": "contributions", "id": tables["contributions"]["id"].iloc[0], "decision": "accept"}
    outcome = pin(decided(project, {**given, "quote": GIVEN}, project=True))
    amounts = [figure for figure in outcome.added if figure.field == "amount"]
    assert [(f.table, f.value, f.quote) for f in amounts] == [
        ("projects", "3000000", GRANT),
        ("contributions", "20000000", "EUR 20 million"),
    ]


def test_the_same_words_twice_are_told_apart_by_those_around_them(decided):
    """The second sentence says the grant again; the quote grows until it is about one of them."""
    tables, decisions = decided({"decision": "accept"})
    content = f"{GRANT} Later it sent EUR 3 million more."
    tables["sections"].at[1, "text"] = content
    again = tables["money"].iloc[1].copy()
    again["id"], again["char_start"] = "money-again", len("Safer ports\n\n") + content.index("EUR 3 million more")
    again["char_end"] = again["char_start"] + len("EUR 3 million")
    tables["money"].loc[2] = again
    assert {figure.quote for figure in pin((tables, decisions)).added} == {"provided EUR 3 million to"}


def test_what_was_pinned_holds(decided):
    after = decided({"decision": "accept"}, {**AMOUNT, "value": "3000001"})
    outcome = pin(after)
    assert differences(outcome.figures, after[0]) == ()
    assert len(differences(outcome.figures, tables_of())) == 1


# ------------------------------------------------------------------------------------------- what was pinned before


def test_again_changes_nothing(decided):
    first = pin(decided({"decision": "accept"}))
    assert pin(decided({"decision": "accept"}), first.figures) == Pinned(first.figures, (), (), ())


def test_a_figure_that_a_person_pinned_in_other_words_is_not_pinned_again(decided):
    (figure,) = [figure for figure in pin(decided({"decision": "accept"})).added if figure.field == "amount"]
    by_hand = figure._replace(quote="Irish Aid provided EUR 3 million", checked_by="Cleo")
    outcome = pin(decided({"decision": "accept"}), (by_hand,))
    assert outcome.figures[0] == by_hand
    assert "amount" not in values(outcome)


@pytest.mark.parametrize("replace", [False, True])
def test_a_figure_that_was_pinned_with_another_value(decided, replace):
    before = pin(decided({"decision": "accept"})).figures
    outcome = pin(decided(AMOUNT), before, replace=replace)
    (conflict,) = outcome.conflicts
    assert (conflict.before, conflict.now.value) == (before[0], "3100000")
    assert outcome.figures == ((conflict.now, *before[1:]) if replace else before)
    assert outcome.added == ()


@pytest.mark.parametrize("replace", [False, True])
def test_a_value_takes_the_place_of_the_first_of_those_that_were_pinned_for_it(decided, replace):
    before = pin(decided({"decision": "accept"})).figures
    again = before[0]._replace(quote="Irish Aid provided EUR 3 million", checked_by="Cleo")
    outcome = pin(decided(AMOUNT), (*before, again), replace=replace)
    (conflict,) = outcome.conflicts
    assert conflict.before == before[0]
    assert outcome.figures == ((conflict.now, *before[1:]) if replace else (*before, again))


# ---------------------------------------------------------------------------------------- what the tables do not show


@pytest.mark.parametrize(
    "lines",
    [
        [{"decision": "accept", "field": "amount", "value": "3"}],
        [AMOUNT, {**AMOUNT, "value": "4", "reviewer": "Ben"}],
        [AMOUNT, {"decision": "reject", "reviewer": "Ben"}],
    ],
    ids=["the rules read another value", "two people correct it", "one corrects it, one rejects it"],
)
def test_a_decision_that_was_not_applied(decided, lines):
    outcome = pin(decided(*lines))
    assert (outcome.added, len(outcome.not_shown)) == ((), 1)


def test_a_decision_whose_sentence_has_changed(decided):
    for line in ({"decision": "accept"}, AMOUNT):
        outcome = pin(decided(line, grant="Irish Aid provided EUR 3 million to the ports and markets."))
        assert (outcome.added, len(outcome.not_shown)) == ((), 1)


def test_a_contribution_whose_decision_is_stale(decided):
    """Contributions have no column that says whether a decision holds; the checks do."""
    given = {"table": "contributions", "id": tables_of()["contributions"]["id"].iloc[0], "quote": "Another sentence."}
    outcome = pin(decided({**given, "decision": "accept"}))
    assert (outcome.added, len(outcome.not_shown)) == ((), 1)


def test_a_decision_made_since_the_last_run(decided):
    """The tables know nothing of it yet."""
    _, decisions = decided({"decision": "accept"})
    outcome = pin((tables_of(), decisions))
    assert (outcome.added, outcome.not_shown) == ((), decisions)


def test_a_row_rejected_since_the_last_run(decided):
    _, decisions = decided({"decision": "reject"})
    outcome = pin((tables_of(), decisions))
    assert (outcome.added, outcome.not_shown) == ((), decisions)


# ------------------------------------------------------------------------------------------------------- the command


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., Result]:
    typeset(tmp_path / "raw" / "Kenya.pdf", "Kenya gave US$ 5 million in 2021.")

    def run(*arguments: str) -> Result:
        folders = {
            "extract": [str(tmp_path / "raw"), "--out", str(tmp_path / "out")],
            "pin": ["--raw", str(tmp_path / "raw"), "--out", str(tmp_path / "out"), "--to", str(tmp_path / "known")],
        }
        return CliRunner().invoke(main, [*arguments, *folders[arguments[0]]])

    return run


def decide(folder: Path, decision: str, field: str = "", value: str = "") -> None:
    money = read_table(folder / "out" / "money.csv").iloc[0]
    folder.joinpath("raw", "kenya.reviews.csv").write_text(
        "table,id,field,value,decision,reviewer,date,quote,note\n"
        f"money,{money['id']},{field},{value},{decision},Ann,2026-03-01,{money['sentence']},\n",
        encoding="utf-8",
    )


def test_the_command(command, tmp_path):
    command("extract")
    decide(tmp_path, "accept")
    command("extract")
    result = command("pin", "kenya")
    assert (result.exit_code, result.output) == (0, "kenya: 9 figures pinned, 0 as they were.\n")
    known = tmp_path / "known" / "kenya.csv"
    first = known.read_bytes()
    amount = next(figure for figure in read_figures(known) if figure.field == "amount")
    assert (amount.value, amount.quote, amount.page, amount.checked_by) == (
        "5000000",
        "US$ 5 million",
        1,
        "Ann in review",
    )

    assert command("pin", "Kenya.pdf").output == "kenya: 0 figures pinned, 9 as they were.\n"
    assert known.read_bytes() == first

    by_hand = first.replace(b"\n", b"\r\n")
    known.write_bytes(by_hand)
    decide(tmp_path, "correct", "amount", "6000000")
    command("extract")
    result = command("pin", "kenya")
    assert result.exit_code == 1
    assert (
        'money.amount, page 1, "US$ 5 million": pinned by Ann in review on 2026-03-01 as "5000000", ' in result.output
    )
    assert 'as "6000000"; kept as it was; --replace puts the new value in its place.' in result.output
    assert known.read_bytes() == by_hand

    result = command("pin", "kenya", "--replace")
    assert result.exit_code == 0
    assert result.output.startswith("kenya: 0 figures pinned, 1 replaced, 8 as they were.\n")
    assert known.read_bytes() == first.replace(b",5000000,", b",6000000,")


def test_a_decision_that_no_run_has_applied_yet(command, tmp_path):
    command("extract")
    decide(tmp_path, "accept")
    result = command("pin", "kenya")
    assert result.exit_code == 1
    assert "is not as Ann decided (2026-03-01, line 2). Run donor-profiles extract again" in result.output
    assert not (tmp_path / "known" / "kenya.csv").exists()


def test_wrong_usage(command, tmp_path):
    result = command("pin", "kenya")
    assert (result.exit_code, "extract raw --out" in result.output) == (2, True)
    command("extract")
    result = command("pin", "../kenia")
    assert (result.exit_code, "holds no document kenia; it holds kenya." in result.output) == (2, True)
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "kenya.csv").write_text("table\n", encoding="utf-8")
    result = command("pin", "kenya")
    assert (result.exit_code, "line 1 must name the columns table, heading" in result.output) == (2, True)
