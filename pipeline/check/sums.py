"""Sums that do not add up: a whole and its parts in one sentence, or in a list with a line for the whole; or all parts
of money whose whole stands elsewhere in the section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from pipeline.check.checker import Checker, quoted
from pipeline.check.figures import addable
from pipeline.check.part_whole import LEAD_IN, Figures, Sum, enumeration, sentences, sums_in_lists, sums_in_sentences
from pipeline.check.rounding import meaning, total
from pipeline.check.tables import in_table
from pipeline.model import Check, Money, Profile

# Words of a sentence before the first of all parts: "The budget comprises", "three parts, namely", "by theme:".
PARTS_FOLLOW: Final = re.compile(
    r"\b(?:budget|funding|grant|contribution|amount|money|total)s?\b[^.;:\n]{0,30}\b(?:comprises?|consists? of|covers"
    rf"|(?:is|are) (?:made up of|composed of|split|divided)(?: into| between| among)?)\b{LEAD_IN}"
    r"|\b(?:components|parts|pillars|outputs|windows|work ?streams)\b(?:, namely|:)\s*$"
    r"|\bby (?:region|country|sector|theme|topic|area|purpose|type|kind|source|year)s?\b[^.;:\n]{0,30}:\s*$",
    re.IGNORECASE,
)
# "Of the voluntary money," announces all of it only where the parts are all the kinds that there are.
KINDS_FOLLOW: Final = re.compile(r"^Of (?:the|its|this|these|all)\b[^.;:\n]{0,40},\s*$")
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


class KindsMismatch(Checker):
    """Assessed and voluntary contributions are all that there are, wherever the text tells them."""

    id = "kinds-mismatch"
    title = "Assessed and voluntary contributions do not add up to their total"
    template = "The contributions of {assessed} (assessed) and {voluntary} (voluntary) do not add up to {whole}."
    advice = "Look at the three figures: correct one that was misread, accept them where they are of different years."

    def run(self, profile: Profile) -> Iterator[Check]:
        """One check for each section that tells one amount of each outside of tables, for no two periods."""
        told = (c for c in profile.contributions if not in_table(c.section, c.stated.char_start))
        for _, group in groupby(told, key=lambda contribution: contribution.section.id):
            contributions = list(group)
            kinds = {kind: [c for c in contributions if c.kind == kind] for kind in ("total", "assessed", "voluntary")}
            if any(len(same) != 1 for same in kinds.values()) or len({c.period for c in contributions} - {None}) > 1:
                continue
            whole, *parts = (same[0] for same in kinds.values())
            agree = total(meaning(part.stated) for part in parts).meets(meaning(whole.stated))
            if len({c.stated.currency for c in (whole, *parts)}) == 1 and not agree:
                assessed, voluntary = (quoted(part.stated.text) for part in parts)
                gaps = {"assessed": assessed, "voluntary": voluntary, "whole": quoted(whole.stated.text)}
                yield self.on_contribution(whole, "amount", **gaps)


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
    announced = PARTS_FOLLOW.search(before) or (KINDS_FOLLOW.search(before) and flows in ALL_KINDS)
    return parts if announced else ()


def adds_up(found: Sum) -> bool:
    """Whether whole and parts agree; parts that need not be complete may stay below the whole."""
    parts, whole = total(part.meaning for part in found.parts), found.whole.meaning
    return parts.meets(whole) if found.complete else parts.low <= whole.high
