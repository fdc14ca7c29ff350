"""Every expression of a language fits its own examples: the labels of tables, and the turns of phrase."""

import re

import pytest

from pipeline.language.expressions import cue, says
from pipeline.language.lexicon import languages, settings, spoken

READERS = {"labels": says, "cues": cue}


def examples():
    for language in sorted(languages()):
        for file in READERS:
            with spoken(language):
                rules = settings(file)
            for name, rule in rules.items():
                for side in ("yes", "no"):
                    yield from ((language, file, name, side, text) for text in rule[side])


@pytest.mark.parametrize(("language", "file", "name", "side", "text"), [*examples()])
def test_example(language: str, file: str, name: str, side: str, text: str) -> None:
    with spoken(language):
        assert bool(READERS[file](name).search(text)) == (side == "yes")


@pytest.mark.parametrize("language", sorted(languages()))
@pytest.mark.parametrize("file", READERS)
def test_every_expression_is_told_by_examples_and_has_a_source(language: str, file: str) -> None:
    with spoken(language):
        rules = settings(file)
    for name, rule in rules.items():
        assert rule.keys() - {"expression", "expressions"} == {"yes", "no", "source"}, name
        assert rule["yes"], name
        assert rule["source"], name


def test_every_expression_of_labels_has_an_example_that_it_alone_fits() -> None:
    for language in sorted(languages()):
        with spoken(language):
            rules = settings("labels")
        for name, rule in rules.items():
            for own in rule["expressions"]:
                others = [re.compile(each, re.IGNORECASE) for each in rule["expressions"] if each != own]
                alone = [text for text in rule["yes"] if not any(other.search(text) for other in others)]
                assert any(re.search(own, text, re.IGNORECASE) for text in alone), (language, name, own)


def test_every_language_has_the_same_turns_of_phrase() -> None:
    names = []
    for language in sorted(languages()):
        with spoken(language):
            names.append(set(settings("cues")))
    assert all(those == names[0] for those in names)
