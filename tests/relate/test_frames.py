"""Each frame of frames.csv and each class of classes.csv: its example shows it, on the phrase in brackets."""

import re

import pytest

from pipeline.language.lexicon import languages, rows, spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Fact, Facts, Section, Span
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Sentence
from pipeline.relate.statements import statements

FRAMES = [
    (language, row["tells"], row["pattern"], row["example"])
    for language in sorted(languages())
    for row in rows("frames", language)
]
CLASSES = [(language, *row.values()) for language in sorted(languages()) for row in rows("classes", language)]


@pytest.mark.parametrize(("language", "tells", "pattern", "example"), FRAMES)
def test_the_example_shows_the_frame(language: str, tells: str, pattern: str, example: str) -> None:
    focus = re.search(r"\[(\w+)\]", pattern)
    read, start, _ = shown(language, example)
    with spoken(language):
        found = {
            (statement.tells, statement.frame.text)
            for sentence in read
            for place, phrase in enumerate(sentence.phrases)
            if phrase.start <= start < phrase.end and focus and focus[1] in phrase.kinds
            for statement in statements(sentence, place, focus[1])
        }
    assert (tells, pattern) in found


@pytest.mark.parametrize(("language", "name", "words", "example", "_"), CLASSES)
def test_the_example_shows_a_word_of_the_class(language: str, name: str, words: str, example: str, _: str) -> None:
    read, start, told = shown(language, example)
    assert told.lower() in words.split(";")
    assert any(
        name in phrase.kinds for sentence in read for phrase in sentence.phrases if phrase.start <= start < phrase.end
    )


def shown(language: str, example: str) -> tuple[list[Sentence], int, str]:
    """The sentences of an example, where in it the brackets open, and what stands in them; a tab parts the label of a
    fact from its value."""
    before, told, after = re.split(r"[\[\]]", example)
    text = f"{before}{told}{after}"
    tab = text.find("\t")
    facts = (Facts((Fact(Span(0, tab), Span(tab + 1, len(text))),)),) if tab > 0 else ()
    section = Section("", 0, "other", "", text, places=(), blocks=facts)
    reading = read_section(section, Context(language=language))
    with spoken(language):
        return list(sentences(reading)), len(before), told
