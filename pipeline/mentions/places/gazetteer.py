"""The names that the rules know, wherever they stand: countries, peoples, groups, world regions, well-known places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple, cast

from pipeline.language.function_words import THE
from pipeline.language.lexicon import OWN, by_language, listed, rows, word_set
from pipeline.language.names import NameTable, Words, fold
from pipeline.language.plurals import plurals
from pipeline.model import CountryKind

ALSO_WORDS = word_set("function_words", "name and word")  # abbreviations that are words in capitals: "JOIN US"
HEADS = word_set("function_words", "head of a name")  # "the democratic republic of the Congo", "las islas Marshall"


class Nation(NamedTuple):
    """A country or territory with a code of its own; `name` is its short English name as the United Nations use it."""

    iso3: str
    iso2: str
    name: str


class Meaning(NamedTuple):
    """What a name may stand for. `spelling` is the name as its table writes it; groups and regions have no code."""

    kind: CountryKind
    name: str
    spelling: str
    iso3: str = ""
    subdivision: str = ""


class Named(NamedTuple):
    """A name found in a text: its words, from `start` up to `end`, and all that it may stand for; `is_person` where it
    may be somebody's own name, too."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    is_person: bool = False

    @property
    def kind(self) -> CountryKind:
        """What kind of thing it names."""
        return self.meanings[0].kind

    @property
    def codes(self) -> tuple[str, ...]:
        """ISO 3166-1 alpha-3 codes of all countries that it may stand for."""
        return _codes(self.meanings)

    @property
    def names(self) -> int:
        """How many different things it may stand for; a state that is no more is one thing with several codes."""
        return len({(meaning.kind, meaning.name) for meaning in self.meanings})


@lru_cache(maxsize=1 << 12)  # each is asked for again and again
def _codes(meanings: tuple[Meaning, ...]) -> tuple[str, ...]:
    return tuple(sorted({meaning.iso3 for meaning in meanings if meaning.iso3}))


@cache
def nations() -> dict[str, Nation]:
    """All countries and territories by their ISO 3166-1 alpha-3 code, and Kosovo as XKX."""
    return {row["iso3"]: Nation(row["iso3"], row["iso2"], row["name"]) for row in rows("countries", OWN)}


@by_language
def table() -> NameTable[Meaning]:
    """All names of the rules but those of places that only the words around make sure."""
    names = NameTable[Meaning]()
    for meanings in (_countries(), _former_states(), _peoples(), _regions_and_groups(), _well_known_places()):
        for meaning in meanings:
            names.add(meaning.spelling, meaning)
    return names


def _countries() -> Iterator[Meaning]:
    for row in rows("countries"):
        for name in _names(row):
            yield Meaning("country", nations()[row["iso3"]].name, name, row["iso3"])


def _former_states() -> Iterator[Meaning]:
    for row in rows("former_states"):
        for name in _names(row):
            for iso3 in listed(row["successors"]):
                yield Meaning("country", row["name"], name, iso3)


def _peoples() -> Iterator[Meaning]:
    for row in rows("demonyms"):
        for form in listed(row["forms"]):
            for spelling in (form, *plurals(form)):
                yield Meaning("demonym", nations()[row["iso3"]].name, spelling, row["iso3"])


def _regions_and_groups() -> Iterator[Meaning]:
    for row in rows("regions"):
        for name in _names(row):
            yield Meaning("region", row["name"], name)
    for row in rows("groups"):
        for name in _names(row):
            yield Meaning("group", row["name"], name)


def _well_known_places() -> Iterator[Meaning]:
    for row in rows("places"):
        for name in _names(row):
            yield Meaning(cast(CountryKind, row["kind"]), row["name"], name, row["iso3"], row["subdivision"])


def _names(row: dict[str, str]) -> list[str]:
    return [row["name"], *listed(row["aliases"])]


def names_in(text: Words, known: NameTable[Meaning]) -> list[Named]:
    """The longest names of a table, left to right, where they are written as names are."""
    found: list[Named] = []
    free = 0
    begins = (at for word in text.where.keys() & known.firsts for at in text.where[word])
    for index in sorted(begins):
        if index >= free and (named := _named_at(text, index, known)):
            found.append(named)
            free = named.end
    return found


def _named_at(text: Words, index: int, known: NameTable[Meaning]) -> Named | None:
    for length, meanings in known.beginning(text.folded, index):
        end = index + length
        fitting = tuple(meaning for meaning in meanings if _written_as(meaning.spelling, text.written, index, end))
        if fitting:
            return Named(index, end, fitting)
    return None


def _written_as(spelling: str, written: list[str], start: int, end: int) -> bool:
    """Whether the words are written as that name: abbreviations in capitals, other names with one ("La réunion" is no
    country), and a name put behind its article or form of state ("Congo, Democratic Republic of the") not before
    another name."""
    first, before, after = written[start], written[start - 1 : start], written[end : end + 1]
    article, _, name = spelling.partition(" ")
    if name[:1].isupper() and article.lower() in THE():
        return written[start + 1][0].isupper()
    if spelling.isupper():
        shouted = spelling in ALSO_WORDS() and bool(before) and before[0].isupper() and before[0].lower() not in THE()
        return first.isupper() and not shouted
    if spelling.endswith((" of", " the")) and after and (after[0] in THE() or after[0][0].isupper()):
        return False
    if end > start + 1 and first in HEADS():
        return True
    return first[0].isupper() or spelling.startswith(first) or (spelling[0].islower() and fold(spelling) == fold(first))
