from pipeline.model import schema

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
