"""Which names of a sentence are one list, and what each of its words is in it."""

import pytest

from pipeline.language.lexicon import spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Section
from pipeline.relate.lists import sentences
from pipeline.relate.phrases import Phrase


def phrases(text: str) -> tuple[Phrase, ...]:
    """Those of the one sentence of a text."""
    section = Section("s", 1, "project", "", text, places=())
    with spoken("en"):
        (sentence,) = sentences(read_section(section, Context(donor="IRL")))
    return sentence.phrases


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("It works in Togo and Benin.", ["togo benin"]),
        ("It works in Togo or Benin.", ["togo benin"]),
        ("It works in both Togo and Benin.", ["togo benin"]),
        ("It works in northern Togo and southern Benin.", ["togo benin"]),
        ("It works in Togo, Benin and Ghana.", ["togo benin ghana"]),
        ("It works in Togo, Benin, Ghana.", ["togo benin ghana"]),
        ("It works in Togo, and Ghana.", ["togo ghana"]),
        # two with a comma alone are a list where one lies in the other, a label stands before them or a bar beside them
        ("It works in Togo, Benin.", []),
        ("It works in Lomé, Togo.", ["lomé togo"]),
        ("It works in Lomé, Benin.", []),
        ("It works in Togo, Lomé.", []),
        ("Thanks to FAO, UNICEF works.", []),
        ("Thanks to FAO and UNICEF it works.", ["fao unicef"]),
        ("Partners: FAO, UNICEF.", ["fao unicef"]),
        ("Partners: FAO; UNICEF.", ["fao unicef"]),
        ("EUR 3 million | Togo, Benin", ["togo benin"]),
        ("Togo, Benin | EUR 3 million", ["togo benin"]),
        # a semicolon
        ("It works in Togo; Benin; and Ghana.", ["togo benin ghana"]),
        ("It works in Togo; Benin pays.", []),
        ("Thanks to FAO; UNICEF; and WFP it works.", []),
        # a remark in brackets, of twelve words and signs at most and without an amount
        ("It works in Togo (since 2020), Benin and Ghana.", ["togo benin ghana"]),
        ("It works in Togo (a b c d e f g h i j), Benin and Ghana.", ["togo benin ghana"]),
        ("It works in Togo (a b c d e f g h i j k), Benin and Ghana.", ["benin ghana"]),
        ("It works in Togo (EUR 2 million), Benin and Ghana.", ["benin ghana"]),
        # a place that no list knows, after others with their countries in brackets
        ("It works in Lomé (Togo), Lorne (Benin) and Aru (Ghana).", ["lomé togo benin ghana"]),
        # a region in which the places lie
        ("It works in Fiji and Samoa in the Pacific; and Togo.", ["fiji samoa togo"]),
        ("It works in Fiji and Samoa in Togo; and Benin.", ["fiji samoa", "togo benin"]),
        # what stands between commas or brackets before the last
        ("It works in Togo and, under a separate deal, Ghana.", ["togo ghana"]),
        ("It works in Togo and (from 2023) Ghana.", ["togo ghana"]),
        ("It works in Togo and, under a deal of EUR 2 million, Ghana.", []),
        # a list is closed by its "and"
        ("It works in Togo and Benin, Norway pays.", ["togo benin"]),
        ("It works in Togo and Benin, Norway, Chad and Mali.", ["togo benin", "norway chad mali"]),
        # a clause of its own
        ("It works in Togo, and Ghana was added.", []),
        ("It works in Togo and Ghana was added.", ["togo ghana"]),
        # a name that no list knows, with its country in brackets
        ("It works in Sunsari (Nepal) and Bangadi (Kenya).", ["nepal kenya"]),
        ("It works in Sunsari (Nepal), Morang (Nepal) and Kenya.", ["nepal nepal kenya"]),
    ],
)
def test_names_that_are_one_list(text: str, lists: list[str]) -> None:
    assert [" ".join(m.text for m in phrase.members) for phrase in phrases(text) if len(phrase.members) > 1] == lists


def test_an_abbreviation_in_brackets_belongs_to_the_name_before_it() -> None:
    (listed,) = (phrase for phrase in phrases("The Danish Refugee Council (DRC) and UNICEF work.") if phrase.actors)
    assert [(actor.name, actor.short) for actor in listed.actors] == [("Danish Refugee Council", "DRC"), ("UNICEF", "")]


def kinds(text: str, word: str) -> set[str]:
    """What a word is, of a few classes."""
    (found,) = (phrase.kinds for phrase in phrases(text) if phrase.text == word)
    return set(found & {"SUBJ", "ACTIVE", "PASSIVE", "BREAK", "EXPECT", "GIVE", "FUNDBODY"})


@pytest.mark.parametrize(
    ("text", "word", "is_a"),
    [
        ("Ireland gave EUR 2 million to Togo.", "ireland", {"SUBJ"}),
        ("Ireland gave EUR 2 million to Togo.", "togo", set()),
        ("Ireland gave EUR 2 million to Togo.", "gave", {"GIVE", "ACTIVE"}),
        ("EUR 2 million was given by Ireland.", "given", {"GIVE", "PASSIVE"}),
        ("EUR 2 million was given by Ireland.", "ireland", set()),
        ("EUR 2 million given by Ireland.", "given", {"GIVE", "PASSIVE"}),
        ("EUR 2 million (funded with UNICEF) came.", "funded", {"GIVE", "PASSIVE"}),
        ("EUR 2 million funded with UNICEF came.", "funded", {"GIVE", "ACTIVE"}),
        ("Ireland was not often given EUR 2 million.", "given", {"GIVE", "PASSIVE"}),
        ("Ireland was for two years now given EUR 2 million.", "given", {"GIVE", "ACTIVE"}),  # too far from its "was"
        ("Since others paid in, Ireland gave EUR 2 million.", ",", {"BREAK"}),
        ("In 2020, Ireland gave EUR 2 million.", ",", set()),
        ("Since 2020, Ireland gave EUR 2 million.", ",", set()),  # no clause
        ("Ireland plans to give EUR 2 million.", "plans", {"EXPECT"}),
        ("A transition fund for Togo helps.", "fund", {"FUNDBODY"}),
        ("To expand the initiative UNICEF gave it.", "unicef", {"SUBJ"}),
        ("A member of UNICEF’s Board gave.", "unicef", set()),
    ],
)
def test_what_a_word_is(text: str, word: str, is_a: set[str]) -> None:
    assert kinds(text, word) == is_a
