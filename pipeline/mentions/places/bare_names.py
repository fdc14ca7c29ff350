"""A text that is a country's name and nothing else, as the cell of a table: there it may be in any case or language."""

from __future__ import annotations

from functools import cache

from pipeline.language.function_words import THE
from pipeline.language.lexicon import listed, rows
from pipeline.language.names import NOTE_MARKS, Words
from pipeline.mentions.places.gazetteer import ALSO_WORDS, Meaning, Named, nations, table

MOST_WORDS = 16


def name_alone(text: Words) -> Named | None:
    """The name that the text is, without its article and note marks; None where it is more."""
    if len(text.folded) > MOST_WORDS:
        return None
    start, end = int(not THE().isdisjoint(text.folded[:1])), len(text.folded)
    if text.folded[-2:-1] == [","] and text.folded[-1] in THE():
        end -= 2
    while end > start and text.folded[end - 1] in NOTE_MARKS:
        end -= 1
    name = tuple(text.folded[start:end])
    meanings = tuple(table().values.get(name, ())) or _foreign(" ".join(name))
    if not meanings or (len(name) == 1 and name[0].upper() in ALSO_WORDS() and not text.written[start].isupper()):
        return None
    return Named(start, end, meanings)


def _foreign(name: str) -> tuple[Meaning, ...]:
    iso3 = _names_of_all_languages().get(name)
    return (Meaning("country", nations()[iso3].name, name, iso3),) if iso3 else ()


@cache
def _names_of_all_languages() -> dict[str, str]:
    return {name: row["iso3"] for row in rows("names_alone") for name in listed(row["names"])}
