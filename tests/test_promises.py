"""What a stage says that it never does, it never does: held against the samples, and against who imports what."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from pipeline.mentions import find
from pipeline.model import Basis, Document, identified
from pipeline.pull import read as pull
from pipeline.relate import relate
from pipeline.segment import segment
from tests.test_rooms import imported

RAW = Path(__file__).parents[1] / "raw"
OPEN = (None, "", ())  # what relate may fill


@pytest.fixture(scope="module", params=["ireland", "irlanda", "irlande", "luxembourg", "republic-of-korea"])
def stages(request):
    """What each stage gave for a sample."""
    path = RAW / f"{request.param}.pdf"
    source = pull(path)
    document = Document(id=request.param, file=path.name, sha256="", status="ok", pages=len(source.pages))
    segmentation = segment(source, document.name)
    found = find(document, source, segmentation)
    return source, segmentation, found, relate(*found)


def test_relate_fills_what_mentions_left_open_and_overwrites_nothing(stages) -> None:
    _, _, (_, readings, *_), profile = stages
    before = {
        (reading.section.id, m.table, m.char_start, m.char_end): m for reading in readings for m in reading.mentions
    }
    assert profile.findings
    for finding in profile.findings:
        now = finding.mention
        then = before[finding.section.id, now.table, now.char_start, now.char_end]
        for field in fields(then):
            was, value = getattr(then, field.name), getattr(now, field.name)
            if field.name == "doubts":
                assert value[: len(was)] == was
            elif was not in OPEN and was != "mentioned":
                assert value == was, (field.name, now.text)


STATED = (
    *("title", "amount", "amount_max", "currency", "qualifier", "start", "end", "duration"),
    *("funders", "partners", "countries", "groups", "places", "beneficiaries"),
    *("kind", "period", "period_start", "period_end", "funder"),
)


def test_each_value_of_a_row_has_the_words_that_it_was_read_from(stages) -> None:
    profile = stages[-1]
    sources = {finding.id for finding in profile.findings}
    sources |= {id_ for id_, _ in identified(profile.document.name, profile.sections)}
    for row in (*profile.projects, *profile.contributions):
        stated = {
            (field, item)
            for field in STATED
            for value in [getattr(row, field, None)]
            for item in (value if isinstance(value, tuple) else (value,))
            if item is not None and item != ""
        }
        assert {(evidence.field, evidence.value) for evidence in row.evidence} == stated
        for evidence in row.evidence:
            assert not evidence.source or evidence.source in sources
            assert evidence.basis in get_args(Basis)
            assert evidence.section.boxes(*evidence.span)


@pytest.mark.parametrize("stage", ["mentions", "relate", "check"])
def test_stages_after_segment_never_look_into_a_pdf(stage: str) -> None:
    """What they know of a page came with its sections; checks of whole pages take the records that pull gave."""
    uses = {module for name, used in imported().items() if name.startswith(f"pipeline.{stage}") for module in used}
    assert not {module for module in uses if module.startswith(("pipeline.pull", "pipeline.segment"))}


def test_stages_know_nothing_of_each_other() -> None:
    stages = ("pull", "segment", "mentions", "relate", "decisions", "check", "write")
    for name, used in imported().items():
        room = name.split(".")[1] if "." in name else ""
        if room in stages:
            others = {module.split(".")[1] for module in used if module.startswith("pipeline.")} & set(stages)
            assert others <= {room}, (name, others)
