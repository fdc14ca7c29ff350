"""Countries that a project has from the heading above it alone: "Ethiopia", and below it what is done there."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from pipeline.language.function_words import POSSESSIVE
from pipeline.model import Country, Doubt
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Phrase
from pipeline.relate.related import Related

NOBODY = Donor("", "")
BESIDE = frozenset({"PLACE", "BODY", "PROJECT", "SEVERAL", "TIME", "LINK", "PREP", "RELATION", "GIFT", "GIVING"})


class Headed(NamedTuple):
    """The countries that a heading names, with its section; `is_alone` says that it names nothing else."""

    section: Related
    countries: tuple[Country, ...]
    is_alone: bool

    def doubt(self, own: Sequence[Country]) -> Doubt:
        """That only the heading names them, and what the text names instead."""
        texts = _texts(own)
        told = f", and the text names {', '.join(texts)}" if texts else ""
        return Doubt("countries", f"a heading above names them{told}", texts, True)

    @property
    def against(self) -> Doubt:
        """That the text names only others."""
        texts = _texts(self.countries)
        return Doubt("countries", f"a heading above names {', '.join(texts)}", texts, True)


def _texts(countries: Sequence[Country]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(country.text.split()) for country in countries))


def countries_above(headed: Sequence[Related], giving: Container[str | None]) -> Headed | None:
    """The countries of the nearest heading above a project that names some, other than those that give."""
    for section in headed:
        phrases = [phrase for sentence in section.heading for phrase in sentence.phrases]
        told = {m.char_start for m in section.reading.of(Country) if m.role == "beneficiary"}
        named = [m for m in _countries(phrases) if m.iso3 and m.iso3 != section.donor.iso3 and m.iso3 not in giving]
        may_be_alone = section.donor != NOBODY and _is_of_places(phrases)  # a giver, where nobody knows who gives
        if may_be_alone or any(m.char_start in told for m in named):
            is_alone = all("PLACE" in p.kinds or not _says(p) for p in phrases)
            if named:
                return Headed(section, tuple(named), is_alone)
    return None


def _countries(phrases: Sequence[Phrase]) -> Iterator[Country]:
    for phrase in phrases:
        for member in phrase.members or (phrase,):
            if isinstance(member.mention, Country) and member.mention.kind == "country":
                yield member.mention


def _is_of_places(phrases: Sequence[Phrase]) -> bool:
    """Whether a heading names places and no work of its own: "Mali and Niger", "Country programmes: Mali"."""
    return all(p.kinds & BESIDE or not _says(p) for p in phrases)


def _says(phrase: Phrase) -> bool:
    return any(map(str.isalpha, phrase.text)) and "LINK" not in phrase.kinds and phrase.text not in POSSESSIVE()
