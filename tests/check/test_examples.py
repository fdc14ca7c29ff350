"""Every check in plain text: what fires it, with its message, and what must not."""

import tomllib
from pathlib import Path

import pytest

from pipeline.check import CHECKERS, check

EXAMPLES = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))
FIRES = [(name, each) for name, examples in EXAMPLES.items() for each in examples["fires"]]
SILENT = [(name, each) for name, examples in EXAMPLES.items() for each in examples["silent"]]

# Those whose examples are mentions made by hand, in test_values.
BY_HAND = {
    "assumed-value",
    "foreign-language",
    "missing-currency",
    "reversed-range",
    "undecided-value",
    "unknown-donor",
}


@pytest.mark.parametrize(("name", "example"), FIRES, ids=[f"{name}-{n}" for n, (name, _) in enumerate(FIRES)])
def test_fires(profile_of, name, example):
    assert [each.message for each in check(profile_of(example["text"])) if each.check == name] == [example["message"]]


@pytest.mark.parametrize(("name", "example"), SILENT, ids=[f"{name}-{n}" for n, (name, _) in enumerate(SILENT)])
def test_must_not_fire(profile_of, name, example):
    assert [each.message for each in check(profile_of(example["text"])) if each.check == name] == []


def test_ids_are_unique_and_titles_are_there():
    assert len({checker.id for checker in CHECKERS}) == len(CHECKERS)
    assert all(checker.title and checker.template.endswith((".", "{sentence}")) for checker in CHECKERS)


def test_every_check_has_examples():
    assert set(EXAMPLES) | BY_HAND == {checker.id for checker in CHECKERS}
    assert all(examples["fires"] and examples["silent"] for examples in EXAMPLES.values())
