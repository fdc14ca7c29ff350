"""Which rows of a document a quote of its pages tells, and which known figures the tables do not have.

A quote tells a row where it stands, in the section with the heading and on the page, over the row's own words: the
words of a mention; for a contribution, those of the amount that it was read from. A row without words of its own (a
project, or a contribution that a person has given another amount than the text) is told by any quote of its section,
if the quote stands over no other row's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from pipeline.decisions.fields import MENTION_TABLES, REVIEWED
from pipeline.decisions.quotes import Passage, flat, wording_of
from pipeline.known_figures.file import KnownFigure
from pipeline.model.csv_cells import Cell, plain
from pipeline.write.dataframes import records

Row = Mapping[str, Cell]


class Difference(NamedTuple):
    """A known figure that no row told by its quote has, and what those rows have."""

    figure: KnownFigure
    found: tuple[str, ...]

    def __str__(self) -> str:
        """Quote, expected, found and page in one sentence."""
        figure = self.figure
        page = f"page {figure.page}" if figure.page else "any page"
        found = " or ".join(f'"{value}"' for value in self.found) or "no such row"
        return (
            f'{page}, {figure.table}.{figure.field}: the page says "{figure.quote}", '
            f'so "{figure.value}" is expected; found {found}'
        )


class Words(NamedTuple):
    """Where words stand in the content of a section."""

    start: int
    end: int


class Told:
    """The rows of one document with the words that tell them."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self._passages = wording_of(tables).passages
        self._contents = {passage.id: squeezed(passage.content) for passage in self._passages.values()}
        self.rows = {name: records(tables[name]) for name in REVIEWED}
        self._words = dict(_words(self.rows))

    def rows_by(self, figure: KnownFigure) -> list[Row]:
        """The rows that the figure's quote tells."""
        quote = squeezed(figure.quote)
        wordless, told = list[Row](), list[Row]()
        for row in self.rows[figure.table]:
            passage = self._passages[str(row["section"])]
            if flat(passage.heading) != flat(figure.heading) or figure.page not in {None, row["page"]}:
                continue
            words = self._words.get(str(row["id"]))
            if words and self._covers(quote, passage, words):
                told.append(row)
            elif not words and quote in self._contents[passage.id]:
                wordless.append(row)
        return told or wordless

    def _covers(self, quote: str, passage: Passage, words: Words) -> bool:
        start = len(squeezed(passage.content[: words.start]))
        end = start + len(squeezed(passage.content[words.start : words.end]))
        found = self._contents[passage.id].find(quote, max(0, end - len(quote)), start + len(quote))
        return found >= 0

    def difference(self, figure: KnownFigure) -> Difference | None:
        """What the tables have instead of the figure; nothing where they have it."""
        found = tuple(plain(row[figure.field]) for row in self.rows_by(figure))
        return None if figure.value in found else Difference(figure, tuple(dict.fromkeys(found)))

    def heading(self, row: Row) -> str:
        """The heading of the row's section."""
        return flat(self._passages[str(row["section"])].heading)

    def quotes(self, row: Row) -> Iterator[str]:
        """The row's own words, then with one more word on each side, and so on; nothing for a row without."""
        words = self._words.get(str(row["id"]))
        if not words:
            return
        content = self._passages[str(row["section"])].content
        yield flat(content[words.start : words.end])
        spans = [found.span() for found in re.finditer(r"\S+", content)]
        own = [number for number, (start, end) in enumerate(spans) if start < words.end and words.start < end]
        for more in range(1, len(spans)):
            start, end = spans[max(own[0] - more, 0)][0], spans[min(own[-1] + more, len(spans) - 1)][1]
            yield flat(content[start:end])


def differences(figures: Iterable[KnownFigure], tables: Mapping[str, pd.DataFrame]) -> tuple[Difference, ...]:
    """The figures that the tables, those of one document, do not have."""
    told = Told(tables)
    return tuple(difference for figure in figures if (difference := told.difference(figure)))


def squeezed(content: str) -> str:
    """The text without white space."""
    return "".join(content.split())


def _words(rows: Mapping[str, Iterable[Row]]) -> Iterator[tuple[str, Words]]:
    for name in MENTION_TABLES:
        for row in rows[name]:
            yield str(row["id"]), _of_mention(row)
    money = {row["id"]: row for row in rows["money"]}
    for contribution in rows["contributions"]:
        mention = money.get(contribution["money"])
        if mention and all(contribution[name] == mention[name] for name in ("amount", "amount_max", "currency")):
            yield str(contribution["id"]), _of_mention(mention)


def _of_mention(row: Row) -> Words:
    return Words(int(str(row["char_start"])), int(str(row["char_end"])))
