"""What a stage says that it never does, it never does: held against the samples, and against who imports what."""

from dataclasses import fields
from pathlib import Path

import pytest

from pipeline.mentions import find
from pipeline.model import Document
from pipeline.pull import read as pull
from pipeline.relate import relate
from pipeline.segment import segment
from tests.test_rooms import imported

RAW = Path(__file__).parents[1] / "raw"
OPEN = (None, "", ())  # what relate may fill


@pytest.fixture(scope="module", params=["ireland", "luxembourg", "republic-of-korea"])
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
