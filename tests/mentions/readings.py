"""Texts whose readings a person has checked: readings.csv, a line a text, with the rules that it is for."""

import csv
from pathlib import Path


def readings(what: str) -> list[tuple[str, str]]:
    """The texts for these rules, each with what they must read."""
    with Path(__file__).with_name("readings.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["reads"]) for row in csv.DictReader(file) if row["what"] == what]
