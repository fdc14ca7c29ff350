"""What the words of a section mention, and what a document tells about all of its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple, TypeVar

from pipeline.model.section import Section

Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than", "between"]
DateKind = Literal["day", "month", "quarter", "year", "fiscal_year", "decade", "range", "since", "until", "duration"]
CountryKind = Literal["country", "demonym", "group", "region", "place"]
OrganisationKind = Literal["donor_agency", "multilateral", "association", "office", "country"]
Role = Literal["donor", "beneficiary", "mentioned"]
MoneyRole = Literal["same", "rate", "none", "needed", "other", "spent", "part", "share", "total"]
Flow = Literal["assessed", "voluntary", "core", "earmarked", "humanitarian", "project", "other"]


class Doubt(NamedTuple):
    """A field that the text does not decide, why, and the values it might have. It is left empty, unless its value is
    `assumed`."""

    field: str
    reason: str
    candidates: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure, time, place or count as it stands in a text; offsets index that text. `rule` names the rule that read
    it, `sentence` is the sentence around it, which begins at `sentence_start`."""

    table: ClassVar[str]

    text: str
    char_start: int
    char_end: int
    kind: str
    rule: str
    sentence: str = ""
    sentence_start: int = 0
    doubts: tuple[Doubt, ...] = ()


M = TypeVar("M", bound=Mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Mention):
    """An amount in whole currency units. `amount_max` is the upper end of a range; `currency` is ISO 4217. `part_of` is
    the id of the amount that it is a part of, or the same as."""

    table: ClassVar[str] = "money"

    kind: str = "money"
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str | None = None
    qualifier: Qualifier = "exact"
    role: MoneyRole | None = None
    part_of: str | None = None
    flow: Flow | None = None
    period: str | None = None
    funder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Mention):
    """A date, period or duration. `value` is EDTF, `start` and `end` the first and last ISO day meant, `duration` ISO
    8601; each is None where it does not apply."""

    table: ClassVar[str] = "dates"

    kind: DateKind
    value: str | None = None
    start: str | None = None
    end: str | None = None
    duration: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Mention):
    """A country, people, group of countries, region or place. `members` are the ISO 3166-1 alpha-3 codes of a group."""

    table: ClassVar[str] = "countries"

    kind: CountryKind
    name: str
    iso2: str | None = None
    iso3: str | None = None
    subdivision: str | None = None
    members: tuple[str, ...] = ()
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Mention):
    """A count or percentage that is neither money nor time."""

    table: ClassVar[str] = "quantities"

    kind: str = "quantity"
    value: Decimal
    value_max: Decimal | None = None
    unit: str
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Mention):
    """Someone who may give money or work along; not a table of its own. `iso3` is its country, None where it has none
    or none is told."""

    table: ClassVar[str] = "organisations"

    kind: OrganisationKind
    name: str
    iso3: str | None = None


class Tokens(NamedTuple):
    """The tokens of a text: as they are written, where each begins, and which of them begin sentences."""

    texts: Sequence[str]
    starts: Sequence[int]
    sentences: Sequence[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A section and all that its words mention, in text order."""

    section: Section
    mentions: tuple[Mention, ...]
    tokens: Tokens

    def of(self, kind: type[M]) -> tuple[M, ...]:
        """The mentions of one kind of record."""
        return tuple(mention for mention in self.mentions if isinstance(mention, kind))


@dataclass(frozen=True, slots=True)
class Context:
    """What a document tells about all its mentions: the donor's ISO 3166-1 alpha-3 code, the currency of a bare
    dollar, whether the day comes before the month (None: not shown), the day whose group members count, and the
    language (ISO 639-1) of what does not show its own."""

    donor: str | None = None
    dollar: str | None = None
    day_first: bool | None = None
    as_of: date | None = None
    language: str = "en"
