"""Which names of a sentence may be its subject: those that nothing governs."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language.function_words import AND, OF, POSSESSIVE, THE, TO
from pipeline.language.lexicon import word_set
from pipeline.relate.phrases import Phrase
from pipeline.relate.words import of_class

BEFORE_SUBJECT, WHICH = word_set("function_words", "before a subject"), word_set("function_words", "which")


def is_free(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name may be a subject: nothing governs it."""
    j = i - 1
    while j >= 0 and (steps := _before_subject(phrases, j)):
        j -= steps
    before, last = ("", "", *[p.text for p in phrases[max(0, j - 1) : j + 1]])[-2:]
    is_object = before in TO() and last.isalpha() and last not in WHICH()  # "to expand the initiative"
    is_governed = is_object or last in of_class("GOVERNS") or (j >= 0 and "THROUGH" in phrases[j].kinds)
    return not (is_governed or _ends_places(phrases, i) or names_a_project(phrases, i))


def names_a_project(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name that no list knows is the one of a project: "the REACH initiative", "the HIV/AIDS programme"."""
    if "NAME" not in phrases[i].kinds:
        return False
    while i + 2 < len(phrases) and phrases[i + 1].text == "/" and "NAME" in phrases[i + 2].kinds:
        i += 2
    after = phrases[i + 1 : i + 3]
    return bool(after) and "PROJECT" in after[0].kinds and not ("GIVE" in after[0].kinds and _has_object(after[1:]))


def _has_object(after: Sequence[Phrase]) -> bool:
    """Whether what a verb of giving asks for follows a word that may be one: "Moss and the Ferry Union fund it"."""
    return any(p.text in BEFORE_SUBJECT() or p.kinds & {"UNDERTAKING", "MONEY"} for p in after)


def _before_subject(phrases: Sequence[Phrase], j: int) -> int:
    """How many phrases up to a place may stand before a subject: an article, a people, an owner, "governments of", "a
    group of", "the 2018"."""
    if owns(phrases, j):
        return 3
    if j and phrases[j].text in OF() and phrases[j - 1].text in of_class("BODIES") | of_class("CIRCLE"):
        return 2
    if j and "YEAR" in phrases[j].kinds and phrases[j - 1].text in THE():
        return 2
    return int(phrases[j].text in BEFORE_SUBJECT() or "DEMONYM" in phrases[j].kinds)


def _ends_places(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether a name that no list knows ends a list of places: "our offices in Fiji and Port Lorne gave", "the ports of
    Fiji and Lorne"."""
    if i < 3 or "NAME" not in phrases[i].kinds:
        return False
    inside, place, link = phrases[i - 3 : i]
    return inside.text in of_class("INSIDE") | OF() and "PLACE" in place.kinds and link.text in AND()


def owns(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether a name ends here whose the next one is: what governs it governs both ("a member of UNICEF’s Board")."""
    return j > 1 and phrases[j - 1].text == "’" and phrases[j].text in POSSESSIVE()
