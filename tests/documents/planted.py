"""What the sample profiles say wrong on purpose, as data for the tests of the checks."""

from typing import NamedTuple


class Fault(NamedTuple):
    """What a check should tell: the check's id, the heading that the fault stands under, and the words that show it."""

    check: str
    heading: str
    quotes: tuple[str, ...]
    why: str
