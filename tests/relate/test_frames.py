"""Each frame of frames.csv: its example shows it, on the phrase in brackets."""

import re

import pytest

from pipeline.language.lexicon import languages, rows, spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Section
from pipeline.relate.lists import sentences
from pipeline.relate.statements import statements

FRAMES = [
    (language, row["tells"], row["pattern"], row["example"])
    for language in sorted(languages())
    for row in rows("frames", language)
]


@pytest.mark.parametrize(("language", "tells", "pattern", "example"), FRAMES)
def test_the_example_shows_the_frame(language: str, tells: str, pattern: str, example: str) -> None:
    before, told, after = re.split(r"[\[\]]", example)
    focus = re.search(r"\[(\w+)\]", pattern)
    section = Section("", 0, "other", "", f"{before}{told}{after}", places=())
    reading = read_section(section, Context(language=language))
    with spoken(language):
        found = {
            (statement.tells, statement.frame.text)
            for sentence in sentences(reading)
            for place, phrase in enumerate(sentence.phrases)
            if phrase.start <= len(before) < phrase.end and focus and focus[1] in phrase.kinds
            for statement in statements(sentence, place, focus[1])
        }
    assert (tells, pattern) in found
