"""Sums that do not add up: a whole and its parts in one sentence, or in a list with a line for the whole."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.check.checker import Checker, quoted
from pipeline.check.enumerations import Sum, sums_in_lists, sums_in_sentences
from pipeline.check.figures import addable
from pipeline.check.meaning import total
from pipeline.model import Check, Profile


class SumMismatch(Checker):
    """Compares each whole with its parts, within what their printed digits and qualifiers can mean."""

    id = "sum-mismatch"
    title = "Parts do not add up to their whole"
    template = "{whole} is told with the parts {parts}, but {sum} is {total}."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check a whole, in reading order; the figures stay as printed."""
        for figures in addable(profile.findings):
            for found in (*sums_in_sentences(figures), *sums_in_lists(figures)):
                if found.whole.finding and not adds_up(found):
                    values = [part.value for part in found.parts]
                    yield self.on_finding(
                        found.whole.finding,
                        "value" if found.whole.noun else "amount",
                        whole=quoted(found.whole.text),
                        parts=quoted(*(part.text for part in found.parts)),
                        sum=" + ".join(f"{value:,f}" for value in values),
                        total=f"{sum(values):,f}",
                    )


def adds_up(found: Sum) -> bool:
    """Whether whole and parts agree; parts that need not be complete may stay below the whole."""
    parts, whole = total(part.meaning for part in found.parts), found.whole.meaning
    return parts.meets(whole) if found.complete else parts.low <= whole.high
