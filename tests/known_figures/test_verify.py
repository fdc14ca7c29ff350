"""A known figure is asked of the rows that its words tell, and of no others."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.decisions.file import LineError
from pipeline.errors import UsageError
from pipeline.known_figures.file import COLUMNS, KnownFigure, read, text
from pipeline.known_figures.verify import Told, Verdict, differences, verify
from pipeline.model import schema
from pipeline.model.csv_cells import csv_lines
from pipeline.write import rows
from tests.sample_tables import profile_of, tables_of

TWICE = "Ireland gave the fund EUR 20 million. It adds EUR 20 million in 2024."
GIVEN = KnownFigure(
    table="contributions",
    heading="What Ireland gives",
    field="amount",
    value="20000000",
    quote="EUR 20 million",
    page=1,
    checked_by="Ann",
    checked_on=date(2026, 3, 1),
)
GRANT = GIVEN._replace(table="money", heading="Safer ports", value="3000000", quote="EUR 3 million to", page=2)
PORTS = GRANT._replace(table="projects", quote="to the ports")


@pytest.mark.parametrize("figure", [GIVEN, GRANT, PORTS], ids=lambda figure: figure.table)
def test_what_the_tables_have(figure):
    assert differences([figure], tables_of(project=True)) == ()


@pytest.mark.parametrize("figure", [GIVEN, GRANT, PORTS], ids=lambda figure: figure.table)
def test_a_figure_that_is_off_by_one(figure):
    off = figure._replace(value=str(int(figure.value) + 1))
    (difference,) = differences([off], tables_of(project=True))
    assert str(difference) == (
        f'page {figure.page}, {figure.table}.amount: the page says "{figure.quote}", '
        f'so "{off.value}" is expected; found "{figure.value}"'
    )


def test_tables_that_are_off_by_one():
    (difference,) = differences([GRANT], tables_of(amount="3000001"))
    assert (difference.figure, difference.found) == (GRANT, ("3000001",))


def with_two_contributions():
    """The text gives EUR 20 million and EUR 5 million; what was read from each differs in kind."""
    tables = tables_of(given="Ireland gave the fund EUR 20 million and EUR 5 million.")
    for name in ("money", "contributions"):
        row = tables[name].iloc[0].copy()
        row["id"], row["amount"] = f"{name}-second", Decimal(5_000_000)
        if name == "money":
            start = row["char_end"] + len(" and ")
            row["text"], row["char_start"], row["char_end"] = "EUR 5 million", start, start + len("EUR 5 million")
        else:
            row["kind"], row["money"] = "core", "money-second"
        tables[name].loc[len(tables[name])] = row
    return tables


def test_a_contribution_is_told_by_its_own_amount_alone():
    """That another row of the section has the value does not do."""
    tables = with_two_contributions()
    first, second = GIVEN, GIVEN._replace(quote="EUR 5 million", value="5000000")
    assert differences([first, second], tables) == ()
    assert [d.found for d in differences([first._replace(value=second.value)], tables)] == [("20000000",)]
    kinds = [figure._replace(field="kind", value="core") for figure in (first, second)]
    assert [d.figure.quote for d in differences(kinds, tables)] == ["EUR 20 million"]


def test_contributions_of_one_amount_stand_in_the_order_of_its_mentions():
    tables = with_two_contributions()
    for name in ("money", "contributions"):
        tables[name].at[len(tables[name]) - 1, "amount"] = Decimal(20_000_000)
    kinds = [GIVEN._replace(field="kind", value=value) for value in ("total", "core")]
    assert [d.figure.value for d in differences(kinds, tables)] == ["core"]
    assert differences([kinds[1]._replace(quote="EUR 5 million")], tables) == ()


def test_a_quote_over_several_rows_asks_whether_one_of_them_has_the_value():
    both = GIVEN._replace(quote="EUR 20 million and EUR 5 million")
    assert differences([both, both._replace(value="5000000")], with_two_contributions()) == ()


def test_a_contribution_with_another_amount_than_its_text_is_told_by_its_section():
    tables = tables_of()
    tables["contributions"].at[0, "amount"] = Decimal(21_000_000)
    assert [d.found for d in differences([GIVEN], tables)] == [("21000000",)]


@pytest.mark.parametrize(
    "elsewhere",
    [{"heading": "Safer ports"}, {"page": 2}, {"quote": "EUR 21 million"}, {"quote": "Ireland gave"}],
    ids=str,
)
def test_words_that_tell_no_such_row(elsewhere):
    (difference,) = differences([GIVEN._replace(**elsewhere)], tables_of())
    assert difference.found == ()
    assert str(difference).endswith("found no such row")


def test_any_page_and_any_white_space():
    assert differences([GIVEN._replace(page=None, quote="EUR  20\nmillion")], tables_of()) == ()


def test_an_empty_value_is_asked_too():
    without_period = GIVEN._replace(field="period", value="")
    assert differences([without_period], tables_of()) == ()
    (difference,) = differences([GIVEN._replace(value="")], tables_of())
    assert difference.found == ("20000000",)


def test_quotes_grow_by_a_word_on_each_side():
    told = Told(tables_of())
    quotes = list(told.quotes(told.rows["money"][1]))
    assert quotes[:3] == ["EUR 3 million", "provided EUR 3 million to", "Aid provided EUR 3 million to the"]
    assert quotes[-1] == "Safer ports Irish Aid provided EUR 3 million to the ports."
    assert list(told.quotes(told.rows["projects"][0])) == []


# ---------------------------------------------------------------------------------------------------------- a folder


@pytest.fixture
def folders(tmp_path):
    """The tables of the document sample, and the folder of known figures with those of two documents."""
    out, known = tmp_path / "out", tmp_path / "known"
    out.mkdir()
    known.mkdir()
    for name, body in rows.of(profile_of()).items():
        out.joinpath(f"{name}.csv").write_text(
            csv_lines([schema.table(name).columns, *body]), encoding="utf-8", newline=""
        )
    for name in ("other", "sample"):
        known.joinpath(f"{name}.csv").write_text(text([GIVEN, GRANT]), encoding="utf-8", newline="")
    return out, known


def test_the_figures_of_all_documents_are_held_or_those_of_the_named(folders):
    other, sample = verify([], *folders)
    assert (sample.document, sample.figures, sample.holds) == ("sample", 2, True)
    assert (other.figures, other.holds) == (2, False)
    assert other.problem.endswith("has figures of it, and the tables have no such document.")
    assert verify(["Sample", "sample.pdf"], *folders) == [sample]


def test_figures_that_are_not_there_are_told(folders):
    out, known = folders
    with pytest.raises(UsageError, match="has no figures of kenya; it has those of other, sample"):
        verify(["sample", "kenya"], out, known)
    with pytest.raises(UsageError, match="There are no known figures in"):
        verify([], out, known / "none")


def test_no_figure_is_held_where_the_document_was_not_read(folders):
    out, known = folders
    path = out / "documents.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",ok,", ",failed,"), encoding="utf-8", newline="")
    (verdict,) = verify(["sample"], out, known)
    assert list(verdict.sentences()) == ["sample: the document was not read (failed), so no figure is held."]


# ---------------------------------------------------------------------------------------------------------- the file


def test_a_file_is_read_as_it_was_written(tmp_path: Path):
    figures = (GIVEN, GIVEN._replace(page=None, heading="", value="", quote="=1+1, or\nmore"), PORTS)
    path = tmp_path / "sample.csv"
    path.write_text(text(figures), encoding="utf-8")
    assert read(path) == figures
    assert "\n=" not in path.read_text(encoding="utf-8")
    assert ",=" not in path.read_text(encoding="utf-8")


def test_no_file_has_no_figures(tmp_path: Path):
    assert read(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("table", "sections", "line 2 has no usable table: it must be one of projects"),
        ("table", "", "line 2 has no usable table: it may not be empty"),
        ("field", "", "line 2 has no usable field: it may not be empty"),
        ("field", "colour", "line 2 names a field colour that the table money does not have"),
        ("page", "two", "line 2 has no usable page: it must be a whole number"),
        ("value", "much", "line 2 has no usable value of amount: it must be a plain number such as 41800000"),
        ("quote", "", "line 2 has no usable quote: it may not be empty"),
        ("page", "0", "line 2 has no usable page"),
        ("checked_by", "", "line 2 has no usable checked_by: it may not be empty"),
        ("checked_on", "", "line 2 has no usable checked_on: it may not be empty"),
        ("checked_on", "1.3.2026", "line 2 has no usable checked_on: it must be a day such as"),
    ],
)
def test_a_line_that_is_no_figure(tmp_path: Path, column: str, cell: str, sentence: str):
    cells = dict(zip(COLUMNS, ("money", "Safer ports", "amount", "1", "EUR 1", "1", "Ann", "2026-03-01"), strict=True))
    path = tmp_path / "sample.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{','.join({**cells, column: cell}.values())}\n", encoding="utf-8")
    with pytest.raises(LineError, match=sentence):
        read(path)


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("What Ireland gives Ireland gave the fund EUR 20 million.", True),  # all of the section
        ("What Ireland gives Ireland gave the fund EUR", False),  # ends within the words
        ("20 million. It adds", False),
        ("fund EUR 20 million", True),
        ("EUR 20 million. It", True),
        ("in 2024.", False),
        ("million in 2024.", False),
    ],
)
def test_a_quote_stands_over_the_rows_own_words(quote, told):
    tables = tables_of(given=TWICE)
    found = differences([GIVEN._replace(table="money", quote=quote)], tables)
    assert [difference.found for difference in found] == ([] if told else [()])


def test_a_quote_over_another_place_of_the_same_words_is_about_that():
    tables = tables_of(given=TWICE)
    again = GIVEN._replace(table="money", quote="adds EUR 20 million")
    assert [difference.found for difference in differences([again], tables)] == [()]


def test_a_contribution_without_an_amount_of_its_text_is_told_by_its_section():
    """As one that a person has added."""
    tables = tables_of()
    tables["contributions"].at[0, "money"] = None
    assert differences([GIVEN._replace(quote="gave the fund")], tables) == ()


def test_a_verdict_holds_without_differences_and_problems():
    off = differences([GIVEN._replace(value="1")], tables_of())
    assert Verdict("ireland", 1).holds
    assert not Verdict("ireland", 1, off).holds
    assert not Verdict("ireland", 1, problem="it was not read").holds
    assert list(Verdict("ireland", 3).sentences()) == ["ireland: 3 of 3 known figures hold."]
    assert list(Verdict("ireland", 3, off).sentences())[-1] == "ireland: 2 of 3 known figures hold."
    assert list(Verdict("ireland", 3, problem="it was not read").sentences()) == ["ireland: it was not read"]
