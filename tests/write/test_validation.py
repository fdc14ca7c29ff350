from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.model import Finding, Money, Profile
from pipeline.write import rows
from pipeline.write.validation import TableError, validated


def with_money(profile: Profile, **values: object) -> Profile:
    money = profile.findings[0].mention
    assert isinstance(money, Money)
    changed = replace(profile.findings[0], mention=replace(money, **values))  # type: ignore[arg-type]
    return replace(profile, findings=(changed,))


def test_tables_that_hold_pass_as_they_are(profile: Profile) -> None:
    tables = rows.of(profile)
    assert validated(tables) is tables


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"currency": "usd"}, "money .* currency has 'usd'"),
        ({"currency": "USD\n"}, "money .* currency"),
        ({"qualifier": "maybe"}, "money .* qualifier has 'maybe'"),
        ({"amount": Decimal("Infinity")}, "money .* amount"),
        ({"amount": 1.5}, "money .* amount has '1.5'"),
        ({"rule": None}, "money .* rule"),
    ],
)
def test_a_value_that_no_field_may_have_is_told(profile: Profile, values: dict[str, object], told: str) -> None:
    with pytest.raises(TableError, match=told):
        validated(rows.of(with_money(profile, **values)))


@pytest.mark.parametrize("cells", [-1, -2])
def test_a_row_that_lacks_cells_goes_no_further(profile: Profile, cells: int) -> None:
    tables = rows.of(profile)
    for money in (tables["money"], [*tables["money"], tables["money"][0]]):
        short = [*money[:-1], money[-1][:cells]]
        with pytest.raises(ValueError, match="shorter"):
            validated({**tables, "money": short})


def test_a_count_that_is_too_small_is_told(profile: Profile) -> None:
    first = replace(profile.sections[0], position=0)
    with pytest.raises(TableError, match=r"sections .* position has '0'"):
        validated(rows.of(replace(profile, sections=(first, profile.sections[1]))))


def test_each_item_of_a_list_is_looked_at(profile: Profile) -> None:
    project = replace(profile.projects[0], countries=("KEN", "Uganda"))
    with pytest.raises(TableError, match="countries has 'KEN;Uganda'"):
        validated(rows.of(replace(profile, projects=(project,))))


def test_two_rows_of_one_id_are_told(profile: Profile) -> None:
    twice = Finding(profile.findings[0].id, profile.findings[0].section, profile.findings[0].mention)
    with pytest.raises(TableError, match=r"money .* id has 'm0'"):
        validated(rows.of(replace(profile, findings=(*profile.findings, twice))))


def test_a_row_of_a_section_that_is_not_there_is_told(profile: Profile) -> None:
    with pytest.raises(TableError, match="'island/2', which the table sections does not have"):
        validated(rows.of(replace(profile, sections=profile.sections[:1])))


def test_a_row_of_evidence_that_stands_twice_is_told(profile: Profile) -> None:
    tables = rows.of(profile)
    row = ("island", "projects", "p1", "title", "Gardens", None, "heading", 2, "2@10,20,45,30")
    assert validated({**tables, "evidence": [row]})
    with pytest.raises(TableError, match=r"evidence .*'island, projects, p1, title, Gardens' twice"):
        validated({**tables, "evidence": [row, row]})


def test_a_largest_amount_without_a_least_is_told(profile: Profile) -> None:
    with pytest.raises(TableError, match="money has amount_max without amount"):
        validated(rows.of(with_money(profile, amount=None, amount_max=Decimal(1))))
