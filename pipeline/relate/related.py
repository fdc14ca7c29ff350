"""A section with all that was worked out of it, from which its rows are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.model import Finding, Money, Reading
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Sentence
from pipeline.relate.roles import Played


class Related(NamedTuple):
    """A section of the named document, what it mentions, its sentences, what its amounts stand for, and its findings in
    text order; `rubrics` are the sections below a project's heading that are the project's."""

    document: str
    donor: Donor
    reading: Reading
    sentences: Sequence[Sentence]
    amounts: Sequence[Played]
    findings: tuple[Finding, ...] = ()
    rubrics: tuple[Related, ...] = ()

    @property
    def money(self) -> Mapping[int, Finding]:
        """The findings of its amounts, by where they begin."""
        return {f.mention.char_start: f for f in self.findings if isinstance(f.mention, Money)}

    @property
    def heading(self) -> Sequence[Sentence]:
        """The sentences of its heading."""
        return [sentence for sentence in self.sentences if sentence.in_heading]

    def finding(self, amount: Played) -> Finding:
        """The finding of an amount of the section or of one of its rubrics."""
        (own,) = (part for part in (self, *self.rubrics) if amount in part.amounts)
        return own.money[amount.money.char_start]
