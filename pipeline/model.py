"""The records that travel between the stages.

Every stage reads this file and this file imports none of them. All records are frozen; lengths are PDF points, and
boxes are measured from the top left corner of the page.

    pull     PDF file  -> Source (pages of positioned text)
    segment  Source    -> Segmentation (sections in reading order, furniture, what was dropped)
    find     sections  -> Reading (sections with their mentions)
    relate   readings  -> Profile (findings with an id, Project, Contribution)
    check    Profile   -> Check
    write    Profile   -> tables
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from itertools import chain, groupby, islice, takewhile
from typing import ClassVar, Literal, NamedTuple, TypeVar

Status = Literal["ok", "failed", "no-text", "encrypted"]
SectionKind = Literal["project", "contributions", "priorities", "front", "other"]
Severity = Literal["error", "warning", "info"]
Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than", "between"]
DateKind = Literal["day", "month", "quarter", "year", "fiscal_year", "decade", "range", "since", "until", "duration"]
CountryKind = Literal["country", "demonym", "group", "region", "place"]
OrganisationKind = Literal["donor_agency", "multilateral", "office", "country"]
Role = Literal["donor", "beneficiary", "mentioned"]
Flow = Literal["assessed", "voluntary", "core", "earmarked", "humanitarian", "project", "other"]
ContributionKind = Literal["assessed", "voluntary", "core", "earmarked", "humanitarian", "total", "other"]
Review = Literal["accepted", "corrected", "added"]


# ---------------------------------------------------------------------------------------------------------------- pull


class BoundingBox(NamedTuple):
    """A rectangle on a page: points from the left and top edges, x0 <= x1 and top <= bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points across."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points down."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its x and y."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def union(self, other: BoundingBox) -> BoundingBox:
        """The smallest box that holds both."""
        return BoundingBox(
            min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom)
        )

    def shared(self, other: BoundingBox) -> BoundingBox | None:
        """What lies in both."""
        x0, top = max(self.x0, other.x0), max(self.top, other.top)
        x1, bottom = min(self.x1, other.x1), min(self.bottom, other.bottom)
        return BoundingBox(x0, top, x1, bottom) if x0 <= x1 and top <= bottom else None

    def turned(self, degrees: int, width: float, height: float) -> BoundingBox:
        """Where it lies after its page, of that size, is turned clockwise by a multiple of 90 degrees."""
        match degrees % 360:
            case 90:
                return BoundingBox(height - self.bottom, self.x0, height - self.top, self.x1)
            case 180:
                return BoundingBox(width - self.x1, height - self.bottom, width - self.x0, height - self.top)
            case 270:
                return BoundingBox(self.top, width - self.x1, self.bottom, width - self.x0)
        return self

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class Boxes(NamedTuple):
    """The boxes of characters one after the other, as columns of equal length: one record for each of them would cost
    most of the time of reading a page."""

    x0: Sequence[float]
    top: Sequence[float]
    x1: Sequence[float]
    bottom: Sequence[float]

    @classmethod
    def of(cls, boxes: Iterable[BoundingBox]) -> Boxes:
        """The boxes as columns."""
        columns = tuple(zip(*boxes, strict=True))
        return cls(*columns) if columns else cls((), (), (), ())

    @property
    def whole(self) -> BoundingBox:
        """The smallest box that holds all."""
        return BoundingBox(min(self.x0), min(self.top), max(self.x1), max(self.bottom))

    def part(self, start: int, end: int | None = None) -> Boxes:
        """Those from start to before end."""
        return Boxes(self.x0[start:end], self.top[start:end], self.x1[start:end], self.bottom[start:end])

    def joined(self, other: Boxes) -> Boxes:
        """These and then the others."""
        return Boxes(*((*mine, *its) for mine, its in zip(self, other, strict=True)))

    def each(self) -> Iterator[BoundingBox]:
        """One by one."""
        return map(BoundingBox, *self)

    def turned(self, degrees: int, width: float, height: float) -> Boxes:
        """Where they lie after their page, of that size, is turned clockwise by a multiple of 90 degrees."""
        return Boxes.of(box.turned(degrees, width, height) for box in self.each())


class Style(NamedTuple):
    """How a run of characters is drawn. Colour is `#rrggbb`; rotation is degrees clockwise, 0 for upright text."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    rotation: int = 0


class Tag(NamedTuple):
    """What the structure tree of a tagged PDF says of some text. `rank` is the place, in the order of the tree, of the
    paragraph, heading or cell that the text is part of; `heading` its level from 1 to 6 (0: none); `row` the number of
    its table row on the page (0: none), where rows of one table follow each other and those of two tables do not."""

    rank: int
    heading: int = 0
    row: int = 0


class Character(NamedTuple):
    """One drawn character: a letter, figure, sign or blank. The letters of a ligature share its width."""

    text: str
    box: BoundingBox
    baseline: float
    style: Style


class Run(NamedTuple):
    """Characters that are drawn one after the other on one baseline in one style, and the box of each. Turned text has
    a run for each character; its baseline is that on the page turned so that it is upright. `tag` is there in tagged
    PDFs."""

    text: str
    boxes: Boxes
    baseline: float
    style: Style
    tag: Tag | None = None

    def part(self, start: int, end: int | None = None) -> Run:
        """The characters text[start:end]."""
        return Run(self.text[start:end], self.boxes.part(start, end), self.baseline, self.style, self.tag)

    def characters(self) -> Iterator[Character]:
        """One by one."""
        for letter, box in zip(self.text, self.boxes.each(), strict=True):
            yield Character(letter, box, self.baseline, self.style)


class Area(NamedTuple):
    """A filled rectangle, or the bounding box of a filled path. Colour is `#rrggbb`."""

    box: BoundingBox
    colour: str


class Rule(NamedTuple):
    """A drawn straight line (or a filled rectangle at most 3 points thick)."""

    box: BoundingBox


class Link(NamedTuple):
    """A link annotation: one box for each line that it lies over, and its target."""

    boxes: tuple[BoundingBox, ...]
    target: str


class Dropped(NamedTuple):
    """Text that a reader found and left out, and the reason (`off the page`, `invisible`, `drawn twice`)."""

    text: str
    box: BoundingBox
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """What one page draws. `runs` keep the order of the content stream; `number` counts from 1; `frames` are rectangles
    that are stroked and not filled; `by_ocr` says that the runs were read from the page's image."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    areas: tuple[Area, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[BoundingBox, ...] = ()
    frames: tuple[BoundingBox, ...] = ()
    links: tuple[Link, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    by_ocr: bool = False

    def characters(self) -> Iterator[Character]:
        """The characters of all runs."""
        return chain.from_iterable(run.characters() for run in self.runs)


@dataclass(frozen=True, slots=True)
class Source:
    """A PDF as a reader sees it: its pages and what its metadata say of it (nothing, where they are silent)."""

    pages: tuple[Page, ...]
    title: str = ""
    language: str = ""
    created: date | None = None


# ------------------------------------------------------------------------------------------------------------- segment


class PlacedBox(NamedTuple):
    """A box on a numbered page."""

    page: int
    box: BoundingBox


class Place(NamedTuple):
    """Where the word content[start:end] of a section is printed: its characters have the boxes from `first` on. `line`
    is the number of its printed line within the section."""

    start: int
    end: int
    page: int
    line: int
    boxes: Boxes
    first: int

    def within(self, start: int, end: int) -> Place:
        """The part of it that is in content[start:end]."""
        cut = max(start - self.start, 0)
        return self._replace(start=self.start + cut, end=min(end, self.end), first=self.first + cut)

    def each(self) -> Boxes:
        """The boxes of its characters."""
        return self.boxes.part(self.first, self.first + self.end - self.start)


class Letter(NamedTuple):
    """A character of a section's content that is no blank, its offset there, and where it is printed."""

    text: str
    offset: int
    page: int
    box: BoundingBox


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what belongs to it. Paragraphs of `text` are apart by a blank line; lines are joined.

    `places` has the words of `content` in order. All other characters of it are blanks.
    """

    id: str
    position: int
    kind: SectionKind
    heading: str
    text: str
    places: tuple[Place, ...]
    links: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """The text that character offsets index: heading, blank line, text; just the text where there is no heading."""
        return f"{self.heading}\n\n{self.text}" if self.heading else self.text

    @property
    def pages(self) -> tuple[int, int]:
        """First and last page."""
        numbers = [place.page for place in self.places]
        return min(numbers), max(numbers)

    def within(self, start: int = 0, end: int | None = None) -> Iterator[Place]:
        """The places of content[start:end], cut there."""
        end = len(self.content) if end is None else end
        first = bisect_right(self.places, start, key=lambda place: place.end)
        for place in takewhile(lambda place: place.start < end, islice(self.places, first, None)):
            yield place if start <= place.start and place.end <= end else place.within(start, end)

    def letters(self, start: int = 0, end: int | None = None) -> Iterator[Letter]:
        """The letters, figures and signs of content[start:end]."""
        content = self.content
        for place in self.within(start, end):
            for offset, box in enumerate(place.each().each(), place.start):
                yield Letter(content[offset], offset, place.page, box)

    def boxes(self, start: int = 0, end: int | None = None) -> tuple[PlacedBox, ...]:
        """One box for each printed line that content[start:end] runs over, in reading order."""
        lines = groupby(self.within(start, end), key=lambda place: (place.page, place.line))
        boxes = ((page, reduce(BoundingBox.union, (place.each().whole for place in line))) for (page, _), line in lines)
        return tuple(map(PlacedBox._make, boxes))


class Furniture(NamedTuple):
    """Words of a page that belong to no section: a running head, a page number, a tab title."""

    page: int
    text: str
    box: BoundingBox
    reason: str


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A document cut into sections. Every word of every page is in one section or in the furniture."""

    sections: tuple[Section, ...]
    furniture: tuple[Furniture, ...] = ()


# ---------------------------------------------------------------------------------------------------- find and relate


class Doubt(NamedTuple):
    """A field that the rules left empty, why, and the values it might have."""

    field: str
    reason: str
    candidates: tuple[str, ...] = ()


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
    """An amount in whole currency units. `amount_max` is the upper end of a range; `currency` is ISO 4217."""

    table: ClassVar[str] = "money"

    kind: str = "money"
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str | None = None
    qualifier: Qualifier = "exact"
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
    role: Role = "mentioned"


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


@dataclass(frozen=True, slots=True)
class Reading:
    """A section and all that its words mention, in text order."""

    section: Section
    mentions: tuple[Mention, ...]

    def of(self, kind: type[M]) -> tuple[M, ...]:
        """The mentions of one kind of record."""
        return tuple(mention for mention in self.mentions if isinstance(mention, kind))


@dataclass(frozen=True, slots=True)
class Context:
    """What a document tells about all its mentions: the donor's ISO 3166-1 alpha-3 code, the currency of a bare
    dollar, whether the day comes before the month (None: not shown), and the day whose group members count."""

    donor: str | None = None
    dollar: str | None = None
    day_first: bool | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A mention in its section. `id` stays the same as long as the sentence around the mention does."""

    id: str
    section: Section
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """One project section as a row: values decided from its findings. Lists are in reading order."""

    id: str
    section: Section
    title: str
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    currency: str | None = None
    qualifier: Qualifier | None = None
    funders: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    duration: str | None = None
    countries: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What the donor gave beyond single projects, told by one money mention. `doubts` are those of the row alone; those
    of the mention are its own."""

    id: str
    section: Section
    kind: ContributionKind
    money: Money
    period: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    funder: str | None = None
    doubts: tuple[Doubt, ...] = ()


# --------------------------------------------------------------------------------------------------- check and write


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something for a person to look at. `check` is the check's id; table, row (an id) and field say where."""

    severity: Severity
    check: str
    message: str
    section: str = ""
    page: int | None = None
    table: str = ""
    row: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of the run; `status` other than `ok` comes with one sentence in `error`."""

    id: str
    file: str
    sha256: str
    status: Status
    error: str = ""
    pages: int | None = None
    title: str = ""
    language: str = ""
    donor: str = ""
    donor_iso3: str = ""
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything that was read from one document."""

    document: Document
    sections: tuple[Section, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    findings: tuple[Finding, ...] = ()
    projects: tuple[Project, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    checks: tuple[Check, ...] = ()
