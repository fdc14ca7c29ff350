"""Things by their height on the page, so that of thousands only those nearby are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """What stands on a baseline."""

    @property
    def baseline(self) -> float:
        """Points from the top edge."""

    @property
    def size(self) -> float:
        """Size of the type in points."""


T = TypeVar("T", bound=Placed)


class Strips(Generic[T]):
    """Level strips of the page, as high as the largest type."""

    def __init__(self, things: Sequence[T], to_come: Sequence[Placed] = ()) -> None:
        placed: list[Placed] = [*things, *to_come]
        self.height = max((thing.size for thing in placed), default=inf)
        self.strips: dict[int, list[T]] = defaultdict(list)
        for thing in things:
            self.add(thing)

    def _place(self, thing: Placed) -> int:
        return int(thing.baseline // self.height)

    def add(self, thing: T) -> None:
        """Put a thing into its strip."""
        self.strips[self._place(thing)].append(thing)

    def remove(self, thing: T) -> None:
        """Take a thing out of its strip."""
        self.strips[self._place(thing)].remove(thing)

    def near(self, thing: Placed) -> Iterator[T]:
        """All things no further above or below than the largest type is high."""
        place = self._place(thing)
        for strip in (place - 1, place, place + 1):
            yield from self.strips.get(strip, ())

    def all(self) -> list[T]:
        """All things, from strip to strip."""
        return [thing for strip in self.strips.values() for thing in strip]
