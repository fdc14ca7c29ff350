"""README.md and docs/ say what is, and all of it: commands, options, targets, tables, checks, files."""

import re

import click
import pytest

from pipeline import read_table
from pipeline.cli.commands import main
from pipeline.model.schema import TABLES
from tests.readme import README, ROOT, pages

SHORT = 150  # lines
DOCS = sorted(ROOT.joinpath("docs").glob("*.md"))
TEXTS = {path: path.read_text(encoding="utf-8") for path in (README, *DOCS)}
ALL = "\n".join(TEXTS.values())
SOURCES = [path.read_text(encoding="utf-8") for path in ROOT.joinpath("pipeline").rglob("*.py")]
TARGETS = set(re.findall(r"^([a-z]+):", ROOT.joinpath("Makefile").read_text(encoding="utf-8"), re.MULTILINE))
# What a path in the text begins with, where it is one of the project's own.
FOLDERS = ("pipeline", "tests", "docs")


def options() -> set[str]:
    """All options of all commands, and of the command itself."""
    parameters = [parameter for command in (main, *main.commands.values()) for parameter in command.params]
    named = (parameter for parameter in parameters if isinstance(parameter, click.Option))
    return {flag for option in named for flag in (*option.opts, *option.secondary_opts) if flag.startswith("--")}


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_made_parts_are_current(path: object) -> None:
    assert pages()[path] == TEXTS[path], "run `python -m tests.readme`"  # type: ignore[index]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_to_files_and_headings(path: object) -> None:
    for target, heading in re.findall(r"\]\((?!http)([^)#]*)(#[^)]*)?\)", TEXTS[path]):  # type: ignore[index]
        led_to = path.parent / target if target else path  # type: ignore[attr-defined]
        assert led_to.exists(), target
        headings = re.findall(r"^#+ (.*)$", led_to.read_text(encoding="utf-8"), re.MULTILINE) if heading else ()
        assert not heading or heading[1:] in {anchor(text) for text in headings}, f"{target}{heading}"


def anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_readme_is_short_and_leads_to_every_page() -> None:
    assert len(TEXTS[README].splitlines()) < SHORT
    assert {f"docs/{path.name}" for path in DOCS} <= set(re.findall(r"\]\(([^)#]*)", TEXTS[README]))


def test_every_picture_is_shown() -> None:
    shown = set(re.findall(r"!\[[^\]]+\]\((?:docs/)?([\w-]+\.png)\)", ALL))
    assert shown == {path.name for path in ROOT.joinpath("docs").glob("*.png")}


def test_every_command_and_no_other_is_told() -> None:
    told = set(re.findall(r"(?:`|^ {4,}|or: )donor-profiles ([a-z]+)\b", ALL, re.MULTILINE))
    assert told == set(main.commands)


def test_every_option_and_no_other_is_told() -> None:
    told = set(re.findall(r"(?<![\w-])(--[a-z]+(?:-[a-z]+)*)\b", ALL))
    assert told - {"--version", "--help", "--install"} == options() - {"--version"}  # --install: of WSL and Xcode


def test_every_target_and_no_other_is_told() -> None:
    told = set(re.findall(r"(?:`|^ +)make ([a-z]+)\b", ALL, re.MULTILINE))
    assert told == TARGETS


def test_every_table_and_no_other_is_told() -> None:
    headed = re.findall(r"^### (\w+)\.csv$", TEXTS[ROOT / "docs" / "reference.md"], re.MULTILINE)
    assert headed == [table.name for table in TABLES]
    named = set(re.findall(r"`(\w+)\.csv`", TEXTS[README]))
    assert named <= {table.name for table in TABLES}


def test_every_check_and_no_other_is_told() -> None:
    told = set(re.findall(r"^### ([a-z-]+)$", TEXTS[ROOT / "docs" / "checks.md"], re.MULTILINE))
    made = {name for text in SOURCES for name in re.findall(r'^    id = "([a-z-]+)"$', text, re.MULTILINE)}
    assert told == made
    assert set(read_table(ROOT / "extracted" / "checks.csv")["check"]) <= told


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_files_that_are_named_exist(path: object) -> None:
    for name in re.findall(r"`([\w./-]+/[\w./-]*)`", TEXTS[path]):  # type: ignore[index]
        if name.split("/")[0] in FOLDERS:
            assert ROOT.joinpath(name).exists(), name


def test_terms_of_the_glossary_stand_in_order_and_once() -> None:
    terms = re.findall(r"^\*\*(.+?)\*\*", TEXTS[ROOT / "docs" / "glossary.md"], re.MULTILINE)
    assert terms == sorted(set(terms), key=str.lower)
