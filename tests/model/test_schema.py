import re

import pytest

from pipeline.model import schema
from pipeline.model.schema import Field

MENTION = "id document section page text … sentence char_start char_end boxes rule review"
PROMISED = {
    "documents": "document file sha256 pages title language donor donor_iso3 status error sections words review",
    "sections": "id document position parent kind heading page_first page_last words text boxes",
    "cells": "id document section page grid row column kind head label text boxes",
    "projects": "id document section title amount amount_max currency qualifier funders partners start end duration "
    "countries groups places beneficiaries links page money review",
    "contributions": "id document section kind amount amount_max currency qualifier period period_start period_end "
    "funder page money review",
    "evidence": "document table row field value source basis page boxes",
    "money": MENTION.replace("…", "amount amount_max currency qualifier role part_of flow period funder"),
    "dates": MENTION.replace("…", "kind value start end duration"),
    "countries": MENTION.replace("…", "kind name iso2 iso3 subdivision members role"),
    "quantities": MENTION.replace("…", "value value_max unit qualifier"),
    "checks": "id severity check document section page table row field message",
}
# The fields that every row has.
A_MENTION_HAS = "id document section page text char_start char_end rule"
NEVER_EMPTY = {
    "documents": "document file status",
    "sections": "id document position kind page_first page_last words",
    "cells": "id document section page grid row column kind",
    "projects": "id document section page",
    "contributions": "id document section kind page",
    "evidence": "document table row field value page",
    "money": A_MENTION_HAS,
    "dates": f"{A_MENTION_HAS} kind",
    "countries": f"{A_MENTION_HAS} kind name role",
    "quantities": f"{A_MENTION_HAS} value unit",
    "checks": "id severity check document message",
}
# Places that count from 1; what else is counted may be none, and an amount of a page may be below zero.
FROM_ONE = {"page", "page_first", "page_last", "position", "grid", "row", "column"}
FROM_NONE = {"pages", "sections", "words", "char_start", "char_end"}
SUMS = {(table, field) for table in ("projects", "contributions") for field in ("amount", "amount_max")}


def test_tables_have_the_columns_that_people_hang_their_spreadsheets_on() -> None:
    assert {table.name: " ".join(table.columns) for table in schema.TABLES} == PROMISED


def test_choices_are_those_that_are_promised() -> None:
    fields = {(table.name, field.name): field.values for table in schema.TABLES for field in table.fields}
    assert fields["documents", "status"] == ("ok", "failed", "no-text", "encrypted")
    assert fields["sections", "kind"] == ("project", "contributions", "priorities", "front", "other")
    assert fields["countries", "role"] == ("donor", "beneficiary", "mentioned")
    assert fields["projects", "review"] == ("accepted", "corrected", "added")


def test_every_field_is_described_in_a_sentence() -> None:
    for table in schema.TABLES:
        for field in table.fields:
            assert field.description.endswith("."), (table.name, field.name)


def test_references_name_a_field_and_a_table() -> None:
    for table in schema.TABLES:
        for field, target in table.references:
            assert field in table.columns
            assert set(schema.table(target).key) <= set(schema.table(target).columns)


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_fields_that_every_row_has(table: schema.Table) -> None:
    required = set(NEVER_EMPTY[table.name].split())
    assert {field.name for field in table.fields if field.required} == required
    assert [table.requires(name) for name in table.columns] == [name in required for name in table.columns]


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_least_numbers(table: schema.Table) -> None:
    for field in table.fields:
        if field.type == "integer":
            assert field.name in FROM_ONE | FROM_NONE
            assert field.minimum == (1 if field.name in FROM_ONE else 0), field.name
        else:
            assert field.minimum == (0 if (table.name, field.name) in SUMS else None), field.name


def test_a_person_may_empty_what_need_not_be_there_but_for_the_title_of_a_project() -> None:
    kept = {(table.name, field.name) for table in schema.TABLES for field in table.fields if not field.may_be_emptied}
    assert kept == {("projects", "title")}


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        (
            schema.POINT,
            "2020 2020-01 2020-12 2020-01-31 2020-04-30 2020-02-29 199X 2020-21 2020-24 2020-33 2020-36 2020-41",
            "20 2020-00 2020-13 2020-20 2020-25 2020-32 2020-37 2020-39 2020-42 2020-01-32 2020-04-31 2020-02-30 2020/",
        ),
        (
            schema.PERIOD,
            "2018/2022 2018-03/2022-02 2018-03-01/2022-02-28 2004/.. ../2004 2004 2020-34",
            "2018/ /2018 ../.. 2018/2022/2023 2020-34/2020-35 199X/200X 2018-2022",
        ),
        (schema.DURATION, "P4Y P26M P3Y6M P3.5Y P6W P90D P1Y2M3W4D", "P 4Y P4 PY P4M3Y P-1Y PT4H P.5Y"),
        (
            schema.BOX,
            "1@0,0,10,10 12@72.5,100.25,300,112 1@-5,0,10,10",
            "0,0,10,10 1@0,0,10 1@0,0,10,10,10 1@0,0,10,1.234 a@0,0,1,1",
        ),
        (schema.DAY, "2020-12-01", "2020-12 2020-1-1 2020-12-010"),
    ],
)
def test_patterns_fit_whole_values_and_no_others(pattern: str, fitting: str, others: str) -> None:
    assert [value for value in fitting.split() if not re.fullmatch(pattern, value)] == []
    assert [value for value in others.split() if re.fullmatch(pattern, value)] == []


def test_a_field_says_what_is_wanted_with_an_example() -> None:
    assert Field(name="", description="", type="number", minimum=0).wanted.startswith(
        "a plain number of 0 or more such as"
    )
    assert Field(name="", description="", type="number").wanted.startswith("a plain number such as")
    assert Field(name="", description="", values=("one", "two")).wanted == "one of one, two"
    assert Field(name="", description="").wanted == "a text"
    assert Field(name="", description="", codes=frozenset({"MLI", "NER"})).item_pattern == "(?:MLI|NER)"
