"""Which names of a sentence may be its subject: those that nothing governs."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.function_words import AND, OF, POSSESSIVE, THE, TO
from pipeline.language.lexicon import word_set
from pipeline.relate.phrases import Phrase, phrase_at
from pipeline.relate.words import of_class

BEFORE_SUBJECT, WHICH = word_set("function_words", "before a subject"), word_set("function_words", "which")


def is_free(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name may be a subject: nothing governs it."""
    j = i - 1
    while steps := _before_subject(phrases, j):
        j -= steps
    before, last = phrase_at(phrases, j - 1).text, phrase_at(phrases, j)
    is_object = before in TO() and last.text.isalpha() and last.text not in WHICH()  # "to expand the initiative"
    is_governed = is_object or last.text in of_class("GOVERNS") or "THROUGH" in last.kinds
    return not (is_governed or _ends_places(phrases, i) or names_a_project(phrases, i))


def names_a_project(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name that no list knows is the one of a project: "the REACH initiative", "the HIV/AIDS programme"."""
    if "NAME" not in phrases[i].kinds:
        return False
    while phrase_at(phrases, i + 1).text == "/" and "NAME" in phrase_at(phrases, i + 2).kinds:
        i += 2
    after = phrase_at(phrases, i + 1).kinds
    return "PROJECT" in after and not ("GIVE" in after and _is_object(phrase_at(phrases, i + 2)))


def _is_object(phrase: Phrase) -> bool:
    """Whether what a verb of giving asks for follows a word that may be one: "Moss and the Ferry Union fund it"."""
    return phrase.text in BEFORE_SUBJECT() or bool(phrase.kinds & {"UNDERTAKING", "MONEY"})


def _before_subject(phrases: Sequence[Phrase], j: int) -> int:
    """How many phrases up to a place may stand before a subject: an article, a people, an owner, "governments of", "a
    group of", "the 2018"."""
    if owns(phrases, j):
        return 3
    before, last = phrase_at(phrases, j - 1).text, phrase_at(phrases, j)
    if last.text in OF() and before in of_class("BODIES") | of_class("CIRCLE"):
        return 2
    if "YEAR" in last.kinds and before in THE():
        return 2
    return int(last.text in BEFORE_SUBJECT() or "DEMONYM" in last.kinds)


def _ends_places(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name that no list knows ends a list of places: "our offices in Fiji and Port Lorne gave", "the ports of
    Fiji and Lorne"."""
    inside, place, link = (phrase_at(phrases, j) for j in range(i - 3, i))
    is_linked = "NAME" in phrases[i].kinds and "PLACE" in place.kinds and link.text in AND()
    return is_linked and inside.text in of_class("INSIDE") | OF()


def owns(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether a name ends here whose the next one is: what governs it governs both ("a member of UNICEF’s Board")."""
    return j > 1 and phrase_at(phrases, j - 1).text == "’" and phrase_at(phrases, j).text in POSSESSIVE()
