"""README.md says what is: the column lists, the excerpts, the files and commands that it names."""

import re

from click.testing import CliRunner

from pipeline.cli.commands import main
from tests.readme import README, ROOT, filled

TEXT = README.read_text(encoding="utf-8")


def test_made_parts_are_current() -> None:
    assert filled(TEXT) == TEXT, "run `python -m tests.readme`"


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b", TEXT)) - {"again"} <= targets


def test_options_exist() -> None:
    known = CliRunner().invoke(main, ["extract", "--help"]).output
    for option in set(re.findall(r"`(--[a-z-]+)", TEXT)):
        assert option in known, option
