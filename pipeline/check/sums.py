"""Sums that do not add up: a whole and its parts in one sentence, or in a list with a line for the whole; or all parts
of money whose whole stands elsewhere in the section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import addable
from pipeline.check.part_whole import (
    Figures,
    Sum,
    enumeration,
    sentences,
    sums_in_lists,
    sums_in_sentences,
    sums_of_parts,
)
from pipeline.check.rounding import meaning, total
from pipeline.check.tables import in_table
from pipeline.language.expressions import cue
from pipeline.model import Check, Contribution, ContributionKind, Money, Profile

# A kind of contributions, and the kinds that are all of it: the first of them that a section tells.
WHOLES: Final[tuple[tuple[ContributionKind, tuple[tuple[ContributionKind, ...], ...]], ...]] = (
    ("total", (("assessed", "voluntary"), ("assessed", "core", "earmarked"), ("assessed", "earmarked"))),
    ("voluntary", (("core", "earmarked"),)),
)
ALL_KINDS: Final = ({"core", "earmarked"}, {"assessed", "voluntary"})


class SumMismatch(Checker):
    """A figure was misread, or the document contradicts itself, beyond what printed digits and qualifiers can mean."""

    id = "sum-mismatch"
    title = "Parts do not add up to their whole"
    template = "{whole} is broken down as {parts}, but {sum} is {total}."
    advice = (
        "Look at the page: correct a figure that was misread, accept them where the document itself does not add up."
    )

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check a whole, in reading order; the figures stay as printed."""
        for figures in addable(profile.findings):
            found_sums = [*sums_in_sentences(figures), *sums_in_lists(figures)]
            wholes = {found.whole.start for found in found_sums}
            found_sums += [found for found in sums_of_parts(figures) if found.whole.start not in wholes]
            for found in found_sums:
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


class KindsMismatch(Checker):
    """Assessed and voluntary contributions are all that there are, core and earmarked ones all voluntary ones."""

    id = "kinds-mismatch"
    title = "Kinds of contributions do not add up to their total"
    template = "The contributions of {parts} do not add up to {whole}."
    advice = "Look at the figures: correct one that was misread, accept them where they are of different years."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each whole of a section and period that tells one amount of each kind outside of tables; none
        for one that is told not to be the sum of its parts."""
        kinds = {contribution.kind for contribution in profile.contributions}
        if not any(whole in kinds and any(map(kinds.issuperset, parts)) for whole, parts in WHOLES):
            return
        wrong = {check.row for check in SumMismatch().run(profile)}
        told = (
            c
            for c in profile.contributions
            if not in_table(c.section, c.stated.char_start) and not (c.money and c.money.id in wrong)
        )
        for _, group in groupby(told, key=lambda contribution: contribution.section.id):
            rows = list(group)
            for period in dict.fromkeys(c.period for c in rows if c.period) or [None]:
                yield from self._told([c for c in rows if c.period in (period, None)])

    def _told(self, rows: Sequence[Contribution]) -> Iterator[Check]:
        kinds = {kind: [c for c in rows if c.kind == kind] for kind in {c.kind for c in rows}}
        for whole, parts in WHOLES:
            stated = kinds.get(whole, [])
            own = next((p for p in parts if all(len(kinds.get(kind, ())) == 1 for kind in p)), ())
            amounts = [row for kind in own for row in kinds[kind]]
            if len(stated) != 1 or not amounts or len({c.stated.currency for c in (*stated, *amounts)}) > 1:
                continue
            (all_of_it,) = stated
            own_id = all_of_it.money.id if all_of_it.money else ""
            if any(c.stated.part_of and c.stated.part_of != own_id for c in amounts):
                continue  # they are parts of another amount
            if not total(meaning(c.stated) for c in amounts).meets(meaning(all_of_it.stated)):
                told = [f"{quoted(c.stated.text)} ({c.kind})" for c in amounts]
                gaps = {"parts": " and ".join([", ".join(told[:-1]), told[-1]])}
                yield self.on_contribution(all_of_it, "amount", whole=quoted(all_of_it.stated.text), **gaps)


class PartsMismatch(Checker):
    """Parts of money whose whole another sentence tells: one was misread, or the document contradicts itself."""

    id = "parts-mismatch"
    title = "Parts of money do not add up to any amount of their section"
    template = "The parts {parts} add up to {total}, but no amount around them is that."
    advice = "Look for the whole on the page: correct a part that was misread, accept the rows where no whole is told."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each sentence with all parts in a section that tells larger amounts, none of them their sum."""
        for figures in addable(profile.findings):
            for parts in map(_all_parts, sentences(figures)):
                wholes = [figure for figure in figures if figure not in parts]
                larger = parts and any(whole.value > max(part.value for part in parts) for whole in wholes)
                sum_ = total(part.meaning for part in parts)
                if larger and not any(sum_.meets(whole.meaning) for whole in wholes) and parts[0].finding:
                    values = [part.value for part in parts]
                    told = {"parts": quoted(*(part.text for part in parts)), "total": f"{sum(values):,f}"}
                    yield self.on_finding(parts[0].finding, "amount", **told)


def _all_parts(sentence: Figures) -> Figures:
    """The amounts that a sentence begins with, if it says that they are all parts of one."""
    parts = enumeration(sentence)
    money = [part.finding.mention for part in parts if part.finding]
    flows = {mention.flow for mention in money if isinstance(mention, Money)}
    if len(parts) < 2 or not flows:
        return ()
    before = parts[0].section.content[parts[0].sentence_start : parts[0].start]
    announced = cue("parts_follow").search(before) or (cue("kinds_follow").search(before) and flows in ALL_KINDS)
    return parts if announced else ()


def adds_up(found: Sum) -> bool:
    """Whether whole and parts agree; parts that need not be complete may stay below the whole."""
    parts, whole = total(part.meaning for part in found.parts), found.whole.meaning
    return parts.meets(whole) if found.complete else parts.low <= whole.high
