"""What the sample profiles say wrong on purpose, as data for the tests of the checks."""

from typing import Literal, NamedTuple


class Fault(NamedTuple):
    """Something that a check should tell: its sort, the heading it stands under, and the words that show it."""

    sort: Literal["sum", "figure told twice", "duration", "period"]
    heading: str
    quotes: tuple[str, ...]
    why: str
