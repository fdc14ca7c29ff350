"""Names in a row: "Algeria, Morocco and Tunisia" is one enumeration, and what is said of it is said of each name."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.language.function_words import AND, IN, POSSESSIVE
from pipeline.language.lexicon import by_language, word_set
from pipeline.language.names import CELL, NOTE_MARKS, PARAGRAPH, Words
from pipeline.language.phrases import word_classes
from pipeline.mentions.places.gazetteer import Named

LINKING = word_set("function_words", "links names")
LINK_MARKS = frozenset({",", "/", *NOTE_MARKS})
ENDS = frozenset({".", ";", ")", CELL, PARAGRAPH})
LONGEST_LINK = 5  # words: ", as well as the"
LONGEST_GLOSS = 10  # words, with its brackets


class Enumeration(NamedTuple):
    """One name or several in a row."""

    names: tuple[Named, ...]

    @property
    def start(self) -> int:
        """Its first word."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """The word after its last."""
        return self.names[-1].end


def enumerations(text: Words, found: list[Named]) -> list[Enumeration]:
    """All names, those in a row together.

    A missing comma does not part them; a comma alone between just two countries does where the sentence goes on after
    them ("In Mali, Norway pays for it").
    """
    rows: list[list[Named]] = []
    for named in found:
        if rows and _linked(text, rows[-1][-1], named):
            rows[-1].append(named)
        else:
            rows.append([named])
    return [Enumeration(tuple(part)) for row in rows for part in _clauses(text, row)]


def _linked(text: Words, first: Named, second: Named) -> bool:
    between = text.folded[first.end : second.start]
    if PARAGRAPH in between or CELL in between:
        return False
    if between[:1] == [";"]:  # "Kenya; Uganda; Mali", "Kenya and Mali; and Niger and Togo"; not "Kenya; Norway pays"
        goes_on = ENDS if AND().isdisjoint(between[1:2]) else ENDS | AND() | IN() | {","}
        between = between[1:] if goes_on.issuperset(text.folded[second.end : second.end + 1]) else between
    if between[:1] == ["("]:
        if len(between) == 1:  # "Toamasina (Madagascar)", "Niger (Tahoua)", "the Sahel (Mali"
            return first.kind in {"place", "region"} or _is_place_of(second, first)
        closed = between.index(")") + 1 if ")" in between else len(between)
        between = between[closed:] if closed <= LONGEST_GLOSS else between  # "Mali (EUR 3 million), Niger"
    if between[:1] == ["'"] and between[1:] and POSSESSIVE().issuperset(between[1:]):  # "Ethiopia's Amhara region"
        return _is_place_of(second, first)
    if between[:1] == [")"] and first.kind == "place":  # "Niger (Tahoua and Dosso) and Mali"
        between = between[1:]
    return len(between) <= LONGEST_LINK and all(word in _links() for word in between)


@by_language
def _links() -> frozenset[str]:
    """What may stand between two names of a row."""
    return LINK_MARKS | LINKING() | word_classes()["MODIFIER"]


def _is_place_of(place: Named, country: Named) -> bool:
    return place.kind == "place" and place.codes == country.codes


def _clauses(text: Words, row: list[Named]) -> list[list[Named]]:
    if len(row) == 2 and {named.kind for named in row} == {"country"}:
        first, second = row
        following = text.folded[second.end : second.end + 1]
        if text.folded[first.end : second.start] == [","] and not ENDS.issuperset(following):
            return [[first], [second]]
    return [row]
