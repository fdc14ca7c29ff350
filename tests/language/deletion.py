"""Deletes entries of the tables in turn and looks whether their examples still read as they say.

Run as a module it prints, as JSON, the entries that nobody misses. Entries of which none may speak in another one's
example are deleted together; each such batch is read in a fork of a process that has loaded all but the rules: modules
make none when they are imported.
"""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, NamedTuple

from pipeline.language import lexicon
from pipeline.language.patterns import Layer
from tests.language.reading import reads

CLASS = re.compile("[A-Z]{4,}")  # in a phrase
TOGETHER = 300  # entries of a batch at most: a fork makes all rules anew, which takes as long as reading 150 examples
JOBS = os.cpu_count() or 1


class Entry(NamedTuple):
    """An entry of a language's table, by its number there, and its example."""

    language: str
    table: str
    number: int
    text: str

    @property
    def row(self) -> dict[str, str]:
        return lexicon.rows(self.table, self.language)[self.number]


class Batch(NamedTuple):
    """Entries of one language, their examples, and the examples in which they may speak."""

    entries: list[Entry]
    texts: set[str]
    heard: set[str]


def batches(heard: Mapping[Entry, set[str]]) -> list[list[Entry]]:
    """Entries in batches of which none may speak in another one's example, from the examples where each may."""
    made: list[Batch] = []
    for entry in sorted(heard, key=lambda entry: -len(heard[entry])):  # those heard in few places fit anywhere
        free = (b for b in made if b.entries[0].language == entry.language and len(b.entries) < TOGETHER)
        fitting = (b for b in free if entry.text not in b.heard and b.texts.isdisjoint(heard[entry]))
        if not (batch := next(fitting, None)):
            made.append(batch := Batch([], set(), set()))
        batch.entries.append(entry)
        batch.texts.add(entry.text)
        batch.heard.update(heard[entry])
    return [batch.entries for batch in made]


def heard(entries: Sequence[Entry]) -> dict[Entry, set[str]]:
    """The examples of its language in which each entry may speak: those that its pattern, or a pattern with its class,
    matches, or in which its expression is found, or that have all its words."""
    found: dict[Entry, set[str]] = {}
    for language in sorted({entry.language for entry in entries}):
        own = [entry for entry in entries if entry.language == language]
        texts = {entry.text for entry in own}
        matched, having = _matched(texts, language), defaultdict[str, set[str]](set)
        for text in texts:
            for word in _words(text):
                having[word].add(text)
        found |= {entry: _heard(entry.row, texts, matched, having) for entry in own}
    return found


def _heard(
    row: dict[str, str], texts: set[str], matched: Mapping[str, frozenset[str]], having: Mapping[str, set[str]]
) -> set[str]:
    if "pattern" in row:
        return {text for text in texts if row["pattern"] in matched[text]}
    if "expression" in row and "class" in row:
        named = re.compile(rf"\b{row['class']}\b")
        return {text for text in texts if any(map(named.search, matched[text]))}
    if "expression" in row:
        return {text for text in texts if re.search(row["expression"], text, re.IGNORECASE)}
    return texts.intersection(*(having[word] for word in _own_words(row)))


def _own_words(row: dict[str, str]) -> set[str]:
    """The words of an entry without the classes in its phrase."""
    if "phrase" in row:
        return _words(" ".join(word for word in row["phrase"].split() if not CLASS.fullmatch(word)))
    return _words(row.get("word") or row.get("form") or row.get("words", ""))


def _words(text: str) -> set[str]:
    """The words and marks of a text as they are compared, a plural as its singular."""
    return {re.sub("ies$|y$|s$", "", word) or word for word in re.findall(r"[^\W\d_]+|\d+|[^\w\s]", text.lower())}


def _matched(texts: Iterable[str], language: str) -> dict[str, frozenset[str]]:
    """The patterns that match anything in each text."""

    def found() -> dict[str, list[str]]:
        matching, hits = Layer._match, set()

        def noted(self, number, *rest):  # type: ignore[no-untyped-def]
            hits.add(self.patterns[number][0].patterns[0])
            return matching(self, number, *rest)

        Layer._match = noted  # type: ignore[method-assign]
        told = {}
        for text in texts:
            hits.clear()
            reads(text, "", language)
            told[text] = sorted(hits)
        return told

    return {text: frozenset(patterns) for text, patterns in _in_fork(found).items()}


def _in_fork(work: Callable[[], Any]) -> Any:
    """What `work` gives in a fork of this process, in which no rule is loaded yet."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with os.fdopen(writer, "w") as out:
                json.dump(work(), out)
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader) as received:
        said = received.read()
    os.waitpid(child, 0)
    return json.loads(said)


def readings(batch: Sequence[Entry]) -> list[str]:
    """What the examples of a batch are read as without all of its entries."""
    found: list[str] = _in_fork(lambda: _read_without(batch))
    return found


def _read_without(batch: Sequence[Entry]) -> list[str]:
    gone = {(entry.language, entry.table, entry.number) for entry in batch}
    whole = lexicon._rows

    @cache
    def rows(name: str, language: str) -> tuple[dict[str, str], ...]:
        return tuple(row for number, row in enumerate(whole(name, language)) if (language, name, number) not in gone)

    lexicon._rows = rows
    return [reads(entry.text, entry.table, entry.language) for entry in batch]


def languages_of(table: lexicon.Table) -> list[str]:
    """The languages in which the examples of a table are read: of one that holds in all of them, our own."""
    return [lexicon.OWN] if table.folder == "world" else sorted(lexicon.languages())


def proved() -> list[Entry]:
    """Every entry that has an example."""
    return [
        Entry(language, name, number, row["example"])
        for name, table in lexicon.tables().items()
        if table.proof == "proved"
        for language in languages_of(table)
        for number, row in enumerate(lexicon.rows(name, language))
    ]


def unmissed() -> list[str]:
    """The entries whose examples read the same without them.

    Some read the same only because what would have spoken instead was deleted too: what nobody missed is read once
    more, without those of its batch that were missed.
    """
    for name in lexicon.tables():
        for language in lexicon.languages():
            lexicon.rows(name, language)  # the forks need not read the files
    left = heard(proved())
    with ThreadPoolExecutor(JOBS) as pool:
        for _ in range(2):
            groups = batches(left)
            read = zip(groups, pool.map(readings, groups), strict=True)
            same = [e for batch, texts in read for e, text in zip(batch, texts, strict=True) if text == e.row["reads"]]
            left = {entry: left[entry] for entry in same}
    return [f"{e.language}/{e.table}.csv, entry {e.number + 1}: {e.text!r} reads the same without it" for e in left]


if __name__ == "__main__":
    json.dump(unmissed(), sys.stdout, ensure_ascii=False, indent=1)
