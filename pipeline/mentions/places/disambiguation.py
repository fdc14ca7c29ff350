"""Which of several countries a name stands for: Congo, Korea, Dominican, Georgia.

- A name in a row with a country stands for another one: "Congo and the DRC".
- Evidence proves a country: a word that only it has (evidence.csv); or the text names it in full elsewhere, or
  it is the document's donor. The last two do not count against a country whose own short name it is: where a text
  names the Democratic Republic of the Congo, "Congo" may still be the other.
- A name of a country and of a place is the country's, unless a word of evidence speaks for the place or it stands in a
  row with other places of the place's country; in a row with countries it is the country's in any case.

Where none or several are proved, the name means what it means elsewhere in the text, else it keeps all its meanings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from pipeline.language.lexicon import by_language, rows
from pipeline.language.names import NameTable, Words
from pipeline.mentions.places.coordination import Enumeration, enumerations
from pipeline.mentions.places.gazetteer import Meaning, Named, names_in


def identify(text: Words, found: list[Named], donor: str | None) -> list[Named]:
    """The same names, each with the meanings that the text leaves open."""
    if all(named.names == 1 for named in found):
        return found
    shown = {named.codes[0] for named in found if len(named.codes) == 1} | {donor}
    words = names_in(text, _evidence())
    glosses = {named.start: named.codes for named in found if text.folded[max(named.start - 1, 0)] == "("}
    known = [
        named
        if named.names == 1
        else named._replace(
            meanings=_in_country(named, glosses.get(named.end + 1, ())) or _left_open(text, named, row, shown, words)
        )
        for row in enumerations(text, found)
        for named in row.names
    ]
    told: dict[str, set[tuple[Meaning, ...]]] = defaultdict(set)
    for named, before in zip(known, found, strict=True):
        if named.names < before.names and named.kind != "place":
            told[text.written[named.start]].add(named.meanings)
    return [_as_elsewhere(named, told[text.written[named.start]]) for named in known]


def _as_elsewhere(named: Named, told: set[tuple[Meaning, ...]]) -> Named:
    """A name with the meaning that it has elsewhere in the text, where it is left open and that is one."""
    return named._replace(meanings=next(iter(told))) if named.names > 1 and len(told) == 1 else named


def _in_country(named: Named, codes: Sequence[str]) -> tuple[Meaning, ...]:
    """The places that a name may be in the country that stands in brackets after it: "Georgia (USA)"."""
    return tuple(meaning for meaning in named.meanings if meaning.kind == "place" and meaning.iso3 in codes)


def _left_open(
    text: Words, named: Named, row: Enumeration, shown: set[str | None], evidence: Sequence[Named]
) -> tuple[Meaning, ...]:
    """The meanings that are left by the other names of the row, by the countries shown and by the words of evidence."""
    words = {meaning.name for word in evidence for meaning in word.meanings}
    before = {m.name for w in evidence if w.end == named.start - 1 for m in w.meanings if text.folded[w.end] == ","}
    beside = {(other.kind, other.codes[0]) for other in row.names if other.names == 1 and other.codes}
    around = {code for kind, code in beside if kind == "place"} | before
    meanings = tuple(m for m in named.meanings if not _is_beside(m, beside))
    if near := tuple(m for m in meanings if around & {m.iso3, m.subdivision}):
        return near  # "Atlanta, Georgia"
    if beside and not around:
        meanings = tuple(m for m in meanings if m.kind != "place") or meanings
    own = {meaning.iso3 for meaning in meanings if meaning.spelling == meaning.name}
    countries = words | (shown & own if own else shown)
    places = words | around
    proved = tuple(
        meaning
        for meaning in meanings
        if {meaning.iso3, meaning.subdivision} & (places if meaning.kind == "place" else countries)
    )
    return proved or tuple(meaning for meaning in meanings if meaning.kind != "place") or named.meanings


def _is_beside(meaning: Meaning, beside: Set[tuple[str, str]]) -> bool:
    """Whether a name of its country stands beside a meaning, or, where that is a people ("the Dominican officials in
    Dominica"), another of its people."""
    kinds = {"demonym"} if meaning.kind == "demonym" else {"country", "demonym"}
    return any((kind, meaning.iso3) in beside for kind in kinds)


@by_language
def _evidence() -> NameTable[Meaning]:
    """The words of evidence.csv; the name of each meaning is the code that the word speaks for."""
    words = NameTable[Meaning]()
    for row in rows("evidence"):
        words.add(row["word"], Meaning("place", row["code"], row["word"]))
    return words
