"""Which rows of a document a quote of its pages tells, and which known figures the tables do not have.

A quote tells a row where it stands, in the section with the heading and on the page, over the row's own words: the
words of a mention; for a contribution, those of the amount that it was read from. A row without words of its own (a
project, or a contribution that a person has given another amount than the text) is told by any quote of its section,
if the quote stands over no other row's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from pipeline.decisions.fields import MENTION_TABLES, REVIEWED
from pipeline.decisions.file import LineError
from pipeline.decisions.quotes import Passage, flat, wording_of
from pipeline.errors import UsageError
from pipeline.ids import document_name
from pipeline.known_figures.file import KnownFigure, read
from pipeline.model.csv_cells import Cell, plain
from pipeline.write.dataframes import of_document, read_tables, records

Row = Mapping[str, Cell]
TABLES = ("documents", "sections", *REVIEWED, "checks")


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many known figures a document has, those that its tables have otherwise, and, in a sentence, why they could
    not be held against them."""

    document: str
    figures: int
    differences: tuple[Difference, ...] = ()
    problem: str = ""

    @property
    def holds(self) -> bool:
        """Whether the tables have every figure."""
        return not self.differences and not self.problem

    def sentences(self) -> Iterator[str]:
        """What came of it, for a person: each difference, then how many figures hold."""
        if self.problem:
            yield f"{self.document}: {self.problem}"
            return
        yield from (f"{self.document}, {difference}" for difference in self.differences)
        yield f"{self.document}: {self.figures - len(self.differences)} of {self.figures} known figures hold."


def verify(documents: Sequence[str], out: Path, folder: Path) -> list[Verdict]:
    """Holds the tables in `out` against the known figures in `folder`: those of the named documents, or all of them.

    Raises UsageError.
    """
    if not folder.is_dir():
        raise UsageError(f"There are no known figures in {folder}: pin some, or name their folder with --figures.")
    files = {path.stem: path for path in sorted(folder.glob("*.csv"))}
    named = dict.fromkeys(map(document_name, documents)) or files
    if unknown := [name for name in named if name not in files]:
        raise UsageError(f"{folder} has no figures of {unknown[0]}; it has those of {', '.join(files) or 'none'}.")
    tables = read_tables(out, TABLES)
    return [_verdict(name, files[name], tables) for name in named]


def _verdict(document: str, path: Path, tables: Mapping[str, pd.DataFrame]) -> Verdict:
    try:
        figures = read(path)
    except LineError as error:
        raise UsageError(f"{path}, {error}.") from error
    own = of_document(document, tables)
    if own["documents"].empty:
        return Verdict(
            document, len(figures), problem=f"{path} has figures of it, and the tables have no such document."
        )
    if (status := own["documents"]["status"].iloc[0]) != "ok":
        return Verdict(document, len(figures), problem=f"the document was not read ({status}), so no figure is held.")
    return Verdict(document, len(figures), differences(figures, own))


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
