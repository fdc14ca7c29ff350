"""Profiles for the checks, made from plain text by the rules themselves."""

import re
from collections.abc import Callable
from typing import get_args

import pytest

from pipeline.mentions.passages import read_section
from pipeline.mentions.tables import plain_form
from pipeline.model import Context, Document, Profile, Section, SectionKind
from pipeline.relate import relate
from tests.places import places

HEADING = re.compile(r"^## (?:(\w+):[ ]?)?(.*)$", re.MULTILINE)


@pytest.fixture
def profile_of() -> Callable[..., Profile]:
    """The profile of a text in which each `## kind: heading` begins a section (kind `project` if not told)."""
    return profile


def profile(text: str, **document: str) -> Profile:
    fields = {"donor": "Ireland", "donor_iso3": "IRL", "language": "en", **document}
    row = Document(id="sample", file="sample.pdf", sha256="", status="ok", **fields)
    starts = [match.start() for match in HEADING.finditer(text)]
    sections = [
        _section(position, text[start:end])
        for position, (start, end) in enumerate(zip([0, *starts], [*starts, len(text)], strict=True))
        if text[start:end].strip()
    ]
    title = Section("", 0, "front", "", row.donor, places=())
    readings = [read_section(section, Context(donor=row.donor_iso3)) for section in sections]
    return relate(row, readings, read_section(title, Context()))


def _section(position: int, text: str) -> Section:
    match = HEADING.match(text)
    kind, heading = match.groups() if match else ("front", "")
    body = text[match.end() :].strip() if match else text.strip()
    body = re.sub(r"(?<=[^\n\t])\n(?=[^\n\t])", " ", body)  # as segment joins lines
    assert (kind or "project") in get_args(SectionKind)
    content = f"{heading}\n\n{body}" if heading else body
    form = plain_form(content)[1 if heading else 0 :]
    return Section(f"s-{position}", position, kind or "project", heading, body, places(content), blocks=form)
