"""Names of countries in the names of something else: lakes, companies, currencies, languages, persons.

not_countries.csv lists the phrases that tell it.
"""

from __future__ import annotations

from itertools import takewhile

from pipeline.language.currencies import NOUN_FIRST
from pipeline.language.function_words import THE
from pipeline.language.lexicon import by_language, rows, word_set
from pipeline.language.names import Words
from pipeline.language.phrases import PhraseBook, word_classes
from pipeline.language.plurals import is_plural
from pipeline.mentions.places.coordination import Enumeration, enumerations
from pipeline.mentions.places.gazetteer import Named

AMONG_COUNTRIES = word_set("function_words", "country among countries")
LEAST_COUNTRIES = 3
SMALL_WORDS = word_set("function_words", "within a name")


def countries_only(text: Words, found: list[Named]) -> list[Named]:
    """The names that no phrase around them makes something else's."""
    others = _other_bodies(text, found)
    return [
        named._replace(is_person=_may_be_person(text, named, found))
        for row in enumerations(text, found)
        if not _are_languages(text, row)
        for named in row.names
        if not _is_place_apart(text, named, row)
        and _phrases().around(text, named.start, named.end, named.kind) is None
        and text.written[named.start] not in others
    ]


def _is_place_apart(text: Words, named: Named, row: Enumeration) -> bool:
    """Whether the name of a country that a better-known place has too stands elsewhere than among countries: "Dominica,
    Granada y Guyana", not "Sevilla, Granada"."""
    if " ".join(text.written[named.start : named.end]) not in AMONG_COUNTRIES():
        return False
    at = row.names.index(named)
    beside = [*row.names[max(0, at - 1) : at], *row.names[at + 1 : at + 2]]
    countries = [other for other in row.names if other.kind == "country"]
    return len(countries) < LEAST_COUNTRIES or any(other.kind != "country" for other in beside)


def _may_be_person(text: Words, named: Named, found: list[Named]) -> bool:
    """Whether a country that people are also named after stands before what may be a surname: one capitalised word
    that is no part of a longer name and names no institution ("Jordan Achterberg", not "Jordan Country Office")."""
    following, after = text.written[named.end : named.end + 1], text.written[named.end + 1 : named.end + 2]
    if text.written[named.start] not in word_classes()["FIRST_NAME"] or not following or not following[0].istitle():
        return False
    parted = text.tokens[named.end] != text.tokens[named.end - 1] + 1
    is_name = any(other.start == named.end for other in found) or (after[:1] and after[0].istitle())
    known = following[0] in word_classes()["INSTITUTION"] or text.folded[named.end] in _no_surnames()
    is_noun = not NOUN_FIRST() and is_plural(text.folded[named.end])  # where nouns come first "Funes" is a surname
    return not (parted or is_name or known or is_noun)


@by_language
def _no_surnames() -> frozenset[str]:
    return word_classes()["DAY"] | word_classes()["AREA"] | word_classes()["PEOPLE"] | word_classes()["SUPPORT"]


def _other_bodies(text: Words, found: list[Named]) -> set[str]:
    """The abbreviations that the text itself spells out as something else: "CAR, the Council of Arid
    Regions", "the Council of Arid Regions (CAR)"."""
    others = set()
    for named in found:
        letters = text.written[named.start]
        if named.end == named.start + 1 and letters.isupper() and len(letters) > 1:
            for spelled in (_spelled_after(text, named.end), _spelled_before(text, named, letters)):
                initials = "".join(text.written[i][0] for i in spelled if text.written[i][0].isupper())
                if initials == letters and not any(o.codes == named.codes and o.start in spelled for o in found):
                    others.add(letters)
    return others


def _spelled_after(text: Words, end: int) -> range:
    """The capitalised words that follow in brackets or after a comma."""
    if text.folded[end : end + 1] not in ([","], ["("]):
        return range(0)
    first = end + 1 + (not THE().isdisjoint(text.folded[end + 1 : end + 2]))
    words = list(takewhile(lambda i: _is_of_a_name(text, i), range(first, len(text.written))))
    return range(first, first + len(words))


def _spelled_before(text: Words, named: Named, letters: str) -> range:
    """The capitalised words before the abbreviation in brackets, as many as it has letters."""
    if text.folded[max(named.start - 1, 0)] != "(":
        return range(0)
    last, capitals = named.start - 1, 0
    first = last
    while first and capitals < len(letters) and _is_of_a_name(text, first - 1):
        first -= 1
        capitals += text.written[first][0].isupper()
    return range(first, last)


def _is_of_a_name(text: Words, i: int) -> bool:
    return text.written[i].istitle() or text.folded[i] in SMALL_WORDS()


def _are_languages(text: Words, row: Enumeration) -> bool:
    """Whether a phrase stands around all of a row of peoples, as in "translated into French and Spanish"."""
    peoples = all(named.kind == "demonym" for named in row.names)
    return peoples and _phrases().around(text, row.start, row.end, "demonym") is not None


@by_language
def _phrases() -> PhraseBook[None]:
    return PhraseBook((row["phrase"], None) for row in rows("not_countries"))
