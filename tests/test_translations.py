"""Profiles of one donor in English, Spanish and French tell the same facts: their tables agree value by value."""

from collections.abc import Iterator, Mapping

import pandas as pd
import pytest

from pipeline import find_mentions

ORIGINAL, TRANSLATIONS = "ireland", ("irlanda", "irlande")
AMOUNT = ["amount", "amount_max", "currency", "qualifier"]


def rows(table: str, document: str, samples: Mapping[str, pd.DataFrame]) -> list[dict[str, str]]:
    found = samples[table]
    return found[found["document"] == document].fillna("").astype(str).to_dict("records")


def bodies(names: str) -> Iterator[str]:
    """Who gives, a country by its code."""
    for name in names.split(";"):
        codes = [mention.iso3 for mention in find_mentions(name) if mention.table == "countries"]
        yield (codes[0] if codes else "") or name


@pytest.mark.parametrize("document", TRANSLATIONS)
def test_the_projects_agree(document: str, samples: Mapping[str, pd.DataFrame]) -> None:
    original, told = (rows("projects", name, samples) for name in (ORIGINAL, document))
    assert len(told) == len(original) == 8
    for ours, theirs in zip(original, told, strict=True):
        for field in (*AMOUNT, "start", "end"):
            assert theirs[field] == ours[field], (theirs["title"], field)
        assert theirs["countries"] == ours["countries"], theirs["title"]
        assert set(bodies(theirs["funders"])) == set(bodies(ours["funders"])), theirs["title"]


@pytest.mark.parametrize("document", TRANSLATIONS)
def test_the_contributions_agree(document: str, samples: Mapping[str, pd.DataFrame]) -> None:
    original, told = (rows("contributions", name, samples) for name in (ORIGINAL, document))
    assert len(told) == len(original) == 24
    for ours, theirs in zip(original, told, strict=True):
        for field in ("kind", *AMOUNT):
            assert theirs[field] == ours[field], (theirs["amount"], field)
        assert list(bodies(theirs["funder"])) == list(bodies(ours["funder"]))
        assert ours["period"] in ("", theirs["period"])  # the English sentence does not say of which years its core is
