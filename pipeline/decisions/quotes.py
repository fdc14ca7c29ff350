"""The texts of a document that a decision on a row may rest on: its quote.

A mention rests on its sentence; a project or contribution on its section's heading, or on a sentence in which the
section tells a figure. White space never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from pipeline.decisions.fields import MENTION_TABLES
from pipeline.model.csv_cells import Cell

if TYPE_CHECKING:
    import pandas as pd

LIKENESS = 0.6  # of difflib: at least this like is a sentence that was changed, less a different one


class Passage(NamedTuple):
    """A section with its running text, which the offsets of mentions index."""

    id: str
    position: int
    page: int
    heading: str
    content: str


class Wording:
    """The sections of one document, and the sentences in which each tells a figure, as the rules read them before
    anything was decided."""

    def __init__(
        self,
        document: str,
        passages: Iterable[Passage],
        sentences: Iterable[tuple[str, object]],
        figures: Iterable[tuple[str, object]],
    ) -> None:
        """`sentences` are told with the id of their section, `figures`, the words of amounts, with their own id."""
        self._figures = {id_: flat(words) for id_, words in figures}
        self.document = document
        self.passages = {passage.id: passage for passage in passages}
        self._sentences = defaultdict[str, list[str]](list)
        for section, sentence in sentences:
            self._sentences[section].append(flat(sentence))

    def of_row(self, table: str, row: Mapping[str, Cell]) -> tuple[str, ...]:
        """The texts that a decision on the row may quote, the most telling one first; on a document, any of its own."""
        if table in MENTION_TABLES:
            return (flat(row["sentence"]),)
        if table == "documents":
            return (flat(row["title"]), *(flat(passage.heading) for passage in self.passages.values()))
        heading = flat(self.passages[str(row["section"])].heading)
        return tuple(dict.fromkeys((heading, *self._sentences[str(row["section"])])))

    def holds(self, quote: str, table: str, row: Mapping[str, Cell]) -> bool:
        """Whether the quote is one of these texts, or a part of one that holds the row's own words."""
        quoted, texts = flat(quote), self.of_row(table, row)
        if quoted in texts or table == "documents":
            return quoted in texts or self.passage_with(quote) is not None
        own = [words for words in self._own_words(table, row) if words and words in quoted]
        return bool(own) and any(quoted in text for text in texts)

    def _own_words(self, table: str, row: Mapping[str, Cell]) -> tuple[str, ...]:
        if table in MENTION_TABLES:
            return (flat(row["text"]),)
        return self._figures.get(str(row["money"]), ""), flat(row.get("title"))

    def passage_with(self, quote: str) -> Passage | None:
        """The first section in which the quote stands."""
        return next((passage for passage in self.passages.values() if flat(quote) in flat(passage.content)), None)

    def nearest(self, quote: str) -> str:
        """The heading or sentence that the quote has most likely become; empty where none is like it."""
        headings = {flat(passage.heading) for passage in self.passages.values()}
        sentences = {sentence for section in self._sentences.values() for sentence in section}
        return next(iter(get_close_matches(flat(quote), sorted(headings | sentences), cutoff=LIKENESS)), "")


def flat(text: object) -> str:
    """The text with single blanks; empty for a missing one."""
    return " ".join(text.split()) if isinstance(text, str) else ""


def wording_of(tables: Mapping[str, pd.DataFrame]) -> Wording:
    """The same from the tables of one document."""
    sentences = (
        told for name in MENTION_TABLES for told in zip(tables[name]["section"], tables[name]["sentence"], strict=True)
    )
    figures = zip(tables["money"]["id"], tables["money"]["text"], strict=True)
    return Wording(str(tables["documents"]["document"].iloc[0]), _passages(tables["sections"]), sentences, figures)


def _passages(sections: pd.DataFrame) -> Iterator[Passage]:
    columns = ("id", "position", "page_first", "heading", "text")
    for id_, position, page, *texts in sections[list(columns)].itertuples(index=False, name=None):
        heading, text = (text if isinstance(text, str) else "" for text in texts)
        yield Passage(id_, position, page, heading, f"{heading}\n\n{text}" if heading else text)
