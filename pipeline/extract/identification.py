"""Which of several countries a name stands for: Congo, Korea, Dominican, Georgia.

Evidence decides: the country is named in full elsewhere in the text or is the document's donor, or the text has a word
that only it has (rules/evidence.csv). A name of a country and a place is the country's unless the place has evidence.
Where evidence for none or for several is found, the name keeps all its meanings.
"""

from __future__ import annotations

from functools import cache

from pipeline.extract.gazetteer import Meaning, Named, names_in
from pipeline.extract.names import NameTable, Words, listed, rows


def identify(text: Words, found: list[Named], donor: str | None) -> list[Named]:
    """The same names, each with the meanings that the text leaves open."""
    if all(named.names == 1 for named in found):
        return found
    shown = {named.codes[0] for named in found if len(named.codes) == 1} | {donor}
    words = {meaning.name for named in names_in(text, _evidence()) for meaning in named.meanings}
    return [named._replace(meanings=_left_open(named, shown, words)) for named in found]


def _left_open(named: Named, shown: set[str | None], words: set[str]) -> tuple[Meaning, ...]:
    if named.names == 1:
        return named.meanings
    proved = tuple(
        meaning
        for meaning in named.meanings
        if (meaning.subdivision or meaning.iso3) in words or (not meaning.subdivision and meaning.iso3 in shown)
    )
    return proved or tuple(meaning for meaning in named.meanings if meaning.kind != "place")


@cache
def _evidence() -> NameTable[Meaning]:
    """The words of rules/evidence.csv; the name of each meaning is the code that the word speaks for."""
    words = NameTable[Meaning]()
    for row in rows("evidence.csv"):
        for word in listed(row["words"]):
            words.add(word, Meaning("place", row["code"], word))
    return words
