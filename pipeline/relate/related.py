"""A section with all that was worked out of it, from which its rows are made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.ids import Register, one_spaced
from pipeline.model import Finding, Mention, Money, Organisation, Reading, Section, Span
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Sentence, sentences_in
from pipeline.relate.played import Played


class Related(NamedTuple):
    """A section of the named document, what it mentions, its sentences, what its amounts stand for, its findings in
    text order, and the ids of its cells and facts; `rubrics` are the sections below a project's heading that are the
    project's, `hosts` the bodies that the document's title names."""

    document: str
    donor: Donor
    reading: Reading
    sentences: Sequence[Sentence]
    amounts: Sequence[Played]
    findings: tuple[Finding, ...] = ()
    cells: Mapping[Span, str] = {}
    rubrics: tuple[Related, ...] = ()
    hosts: tuple[str, ...] = ()

    @property
    def money(self) -> Mapping[int, Finding]:
        """The findings of its amounts, by where they begin."""
        return {f.mention.char_start: f for f in self.findings if isinstance(f.mention, Money)}

    @property
    def heading(self) -> Sequence[Sentence]:
        """The sentences of its heading."""
        return [sentence for sentence in self.sentences if sentence.in_heading]

    def within(self, span: Span) -> Related:
        """What a part of its content tells."""
        mentions = tuple(mention for mention in self.reading.mentions if span.holds(mention.char_start))
        return self._replace(
            reading=replace(self.reading, mentions=mentions),
            sentences=sentences_in(self.sentences, span),
            amounts=[amount for amount in self.amounts if span.holds(amount.money.char_start)],
        )

    def findings_in(self, span: Span) -> tuple[Finding, ...]:
        """The findings that begin in a part of its content."""
        first, end = (bisect_left(self.findings, at, key=lambda finding: finding.mention.char_start) for at in span)
        return self.findings[first:end]

    def finding(self, amount: Played) -> Finding:
        """The finding of an amount of the section or of one of its rubrics."""
        own = next(part for part in (self, *self.rubrics) if any(each is amount for each in part.amounts))
        return own.money[amount.money.char_start]


def findings(
    document: str, section: Section, mentions: Iterable[Mention], registers: dict[str, Register]
) -> Iterator[Finding]:
    """The mentions of a section that have a table, with their ids: made of the document's name, the table, the sentence
    and the place of the words in it. Neither the section nor the rules come into it, so that the id lasts as long as
    the sentence. `registers` are those of the document, by table."""
    for mention in mentions:
        if not isinstance(mention, Organisation):
            sentence, words = map(one_spaced, (mention.sentence, mention.text))
            before = mention.sentence[: mention.char_start - mention.sentence_start].count(mention.text)
            if mention.table not in registers:
                registers[mention.table] = Register(mention.table)
            register = registers[mention.table]
            yield Finding(register.of(document, sentence, words, before), section, mention)
