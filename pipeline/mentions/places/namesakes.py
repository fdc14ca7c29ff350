"""Names of countries in the names of something else: lakes, companies, currencies, languages, persons.

not_countries.csv lists the phrases that tell it.
"""

from __future__ import annotations

from functools import cache

from pipeline.language.lexicon import Words, rows
from pipeline.language.phrases import PhraseBook
from pipeline.mentions.places.coordination import Enumeration, enumerations
from pipeline.mentions.places.gazetteer import Named


def countries_only(text: Words, found: list[Named]) -> list[Named]:
    """The names that no phrase around them makes something else's."""
    return [
        named
        for row in enumerations(text, found)
        if not _are_languages(text, row)
        for named in row.names
        if _phrases().around(text, named.start, named.end, named.kind) is None
    ]


def _are_languages(text: Words, row: Enumeration) -> bool:
    """Whether a phrase stands around all of a row of peoples, as in "translated into French and Spanish"."""
    peoples = all(named.kind == "demonym" for named in row.names)
    return peoples and _phrases().around(text, row.start, row.end, "demonym") is not None


@cache
def _phrases() -> PhraseBook[None]:
    return PhraseBook((row["phrase"], None) for row in rows("not_countries.csv"))
