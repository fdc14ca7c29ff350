"""The part that an amount plays in its section."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast

from pipeline.model import Cell, Doubt, Fact, Flow, Money, MoneyRole, Paragraph, Passage, Time
from pipeline.relate.phrases import Actor, Phrase, Sentence
from pipeline.relate.statements import Statement

KNOWN: Final = ("total", "share")  # roles of money of which is told what it is
OPEN: Final = ("share", "total", None)  # roles of what may be a part of another amount, or have parts

LABEL: Final = 6  # phrases that a label with its colon has at most


@dataclass(slots=True, eq=False)
class Played:
    """The part that an amount plays: its role (None: open), the amount that it is a part of or the same as, and who
    gives it (none: not told; several: together)."""

    money: Money
    sentence: Sentence
    place: int
    told: tuple[Statement, ...]
    role: MoneyRole | None = None
    of: Played | None = None
    givers: tuple[Actor, ...] = ()
    takers: tuple[Actor, ...] = ()
    flow: Flow | None = None
    time: Time | None = None
    period: str | None = None
    doubts: tuple[Doubt, ...] = ()
    passage: Passage | None = None
    is_listed: bool = False  # a table of projects or givers tells it
    in_form: bool = False  # a table of facts tells it
    is_of_many: bool = False  # of others who are not named
    glosses: frozenset[int] = frozenset()  # where its sentence tells it in other currencies

    def is_told(self, what: str) -> bool:
        """Whether a frame tells this of it."""
        return any(statement.tells == what for statement in self.told)

    @property
    def size(self) -> Decimal:
        """How much it is, of a range the least: what tells no number plays no part."""
        return cast("Decimal", self.money.amount)

    @property
    def following(self) -> Phrase | None:
        """The phrase right after it."""
        return next(iter(self.sentence.phrases[self.place + 1 :]), None)

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table."""
        return self.passage is not None and isinstance(self.passage.part, Cell)

    @property
    def sums_up(self) -> bool:
        """Whether it stands in a row or column of totals."""
        return self.passage is not None and self.passage.sums_up

    @property
    def is_fact(self) -> bool:
        """Whether a label tells it."""
        return self.in_form or (self.passage is not None and isinstance(self.passage.part, Fact))

    @property
    def is_labelled(self) -> bool:
        """Whether a label tells it, or what its sentence begins with does, up to a colon."""
        before = self.sentence.phrases[: self.place]
        return self.is_fact or (len(before) <= LABEL and any(p.text == ":" for p in before[-2:]))

    @property
    def is_item(self) -> bool:
        """Whether it stands in a point of a list."""
        return self.passage is not None and isinstance(self.passage.block, Paragraph) and self.passage.block.item

    @property
    def by(self) -> frozenset[str]:
        """Who gives it, by codes and names."""
        return frozenset(actor.iso3 or actor.name for actor in self.givers)

    @property
    def value(self) -> tuple[Decimal | None, Decimal | None, str | None]:
        """What two amounts share that are the same."""
        return self.money.amount, self.money.amount_max, self.money.currency
