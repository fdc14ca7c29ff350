"""Ids: one rule for all tables; no row gives way to another that reads like it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.ids import Register
from pipeline.run import Options, run
from pipeline.write.dataframes import read_table
from tests.pdfs import typeset

GIFT = "Ireland gave EUR 7 million in 2021."
IDS = ["money-312c53a137", "money-312c53a137-2", "money-312c53a137-3", "money-4618c1d194"]
ROWS = [("2019", "4.0"), ("2020", "5.0"), ("2021", "6.0"), ("2022", "7.0")]


@pytest.fixture(autouse=True)
def _empty_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONOR_PROFILES_CACHE", str(tmp_path_factory.mktemp("cache")))


@given(st.lists(st.text("ab-2", max_size=3)))
def test_a_register_gives_no_id_twice(words: list[str]) -> None:
    register = Register("money")
    ids = [register.of(word) for word in words]
    assert len(set(ids)) == len(ids)
    again = Register("money")
    assert [again.of(word) for word in words] == ids


def test_an_id_is_made_of_the_words_and_a_repeat_is_numbered() -> None:
    """By these, people's decisions of earlier years find their rows."""
    money = Register("money")
    ids = [money.of("Kenya", 2021), money.of("Kenya", 2021), money.of("Kenya", "2021"), money.of("Kenya2021")]
    assert ids == IDS
    assert Register().of("Kenya", 2021) == IDS[0].removeprefix("money-")


def test_one_sentence_in_two_sections_is_two_contributions(tmp_path: Path) -> None:
    """Ireland's profile tells a gift in its summary and again where it tells all of them."""
    canvas = page(tmp_path / "ireland.pdf")
    for number, heading in enumerate(("Contributions to the fund", "Contributions by year")):
        section(canvas, 720 - 120 * number, heading, [GIFT])
    canvas.save()
    contributions, money = tables_of(tmp_path, "contributions", "money")
    assert list(contributions["amount"]) == [7_000_000, 7_000_000]
    assert contributions["id"].is_unique
    assert list(contributions["money"]) == list(money["id"])


def test_two_tables_with_equal_rows_are_eight_contributions(tmp_path: Path) -> None:
    """The one in euros, the other in dollars: every amount has its row."""
    canvas = page(tmp_path / "ireland.pdf")
    for number, unit in enumerate(("EUR million", "US$ million")):
        top = 720 - 200 * number
        section(canvas, top, f"Contributions of Ireland in {unit[:3].lower()}", [])
        for line, cells in enumerate([("Year", unit), *ROWS]):
            for column, cell in enumerate(cells):
                canvas.drawString(72 + 150 * column, top - 30 - 16 * line, cell)
    canvas.save()
    contributions, money = tables_of(tmp_path, "contributions", "money")
    assert sorted(money["currency"]) == ["EUR"] * 4 + ["USD"] * 4
    assert sorted(contributions["currency"]) == ["EUR"] * 4 + ["USD"] * 4
    assert set(contributions["money"]) == set(money["id"])


def test_a_second_file_of_that_name_in_another_folder_changes_no_id(tmp_path: Path) -> None:
    """Two years of one donor's profile."""
    raw = tmp_path / "raw"
    typeset(raw / "2023" / "ireland.pdf", GIFT)
    alone = ids_of(raw, tmp_path / "alone")
    typeset(raw / "2024" / "ireland.pdf", GIFT)
    both = ids_of(raw, tmp_path / "both")
    assert set(alone) == {"ireland"}
    assert set(both) == {"2023-ireland", "2024-ireland"}
    assert both["2023-ireland"] == both["2024-ireland"] == alone["ireland"]


def page(path: Path) -> Canvas:
    canvas = Canvas(str(path), invariant=True)
    canvas.setFont("Helvetica-Bold", 26)
    canvas.drawString(72, 770, "Ireland and the fund")
    return canvas


def section(canvas: Canvas, top: float, heading: str, lines: list[str]) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(72, top, heading)
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(lines):
        canvas.drawString(72, top - 30 - 14 * number, line)


def tables_of(folder: Path, *names: str):
    run([folder], folder / "out", Options(verify=False))
    return [read_table(folder / "out" / f"{name}.csv") for name in names]


def ids_of(raw: Path, out: Path) -> dict[str, set[str]]:
    run([raw], out, Options(verify=False))
    money = read_table(out / "money.csv")
    return {str(document): set(rows["id"]) for document, rows in money.groupby("document")}
