"""Each frame of frames.csv: its example shows it, on the phrase in brackets."""

import re

import pytest

from pipeline.language.lexicon import rows
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Section
from pipeline.relate.lists import sentences
from pipeline.relate.statements import statements

FRAMES = [(row["tells"], row["pattern"], row["example"]) for row in rows("frames")]


@pytest.mark.parametrize(("tells", "pattern", "example"), FRAMES)
def test_the_example_shows_the_frame(tells: str, pattern: str, example: str) -> None:
    before, told, after = re.split(r"[\[\]]", example)
    focus = re.search(r"\[(\w+)\]", pattern)
    section = Section("", 0, "other", "", f"{before}{told}{after}", places=())
    found = {
        (statement.tells, statement.frame.text)
        for sentence in sentences(read_section(section, Context()))
        for place, phrase in enumerate(sentence.phrases)
        if phrase.start <= len(before) < phrase.end and focus and focus[1] in phrase.kinds
        for statement in statements(sentence, place, focus[1])
    }
    assert (tells, pattern) in found
