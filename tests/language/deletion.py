"""Deletes entries of the tables in turn and looks whether their examples still read as they say.

Run as a module it prints, as JSON, the entries that nobody misses. Entries whose words do not stand in each other's
examples are deleted together; each such batch is read in a fork of a process that has loaded all but the rules.
"""

from __future__ import annotations

import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import spacy  # noqa: F401  # loaded before the forks, which need it
from spacy.lang.en import English  # noqa: F401

from pipeline.language import lexicon

CLASS = re.compile("[A-Z]{4,}")  # in a phrase
TOGETHER = 150  # entries of a batch at most
JOBS = os.cpu_count() or 1


class Entry(NamedTuple):
    """An entry of a language's table, by its number there, with its texts; what it may speak in: a text with all its
    words, or one that its pattern was found to match. Neither is known of all entries."""

    language: str
    table: str
    number: int
    texts: tuple[str, ...]
    words: frozenset[str] = frozenset()
    pattern: str = ""


def words_of(text: str) -> frozenset[str]:
    """The words and marks of a text, as they are compared."""
    return frozenset(re.findall(r"[^\W\d_]+|\d+|[^\w\s]", text.lower()))


def batches(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries in batches of which none may speak in another one's texts."""
    matched = _matched([(entry.language, text) for entry in entries for text in entry.texts])
    made: list[list[Entry]] = []
    for entry in entries:
        batch = next((batch for batch in made if _fits(entry, batch, matched)), None)
        if batch is None:
            made.append(batch := [])
        batch.append(entry)
    return made


def _fits(entry: Entry, batch: Sequence[Entry], matched: dict[str, frozenset[str]]) -> bool:
    return (
        len(batch) < TOGETHER
        and all(entry.language == other.language for other in batch)
        and not any(
            _may_speak(entry, other.texts, matched) or _may_speak(other, entry.texts, matched) for other in batch
        )
    )


def _may_speak(entry: Entry, texts: Sequence[str], matched: dict[str, frozenset[str]]) -> bool:
    if entry.pattern:
        return any(entry.pattern in matched[text] for text in texts)
    return any(entry.words <= words_of(text) for text in texts)


def _matched(texts: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The patterns that match anything in each text, which stands behind its language."""

    def found() -> dict[str, list[str]]:
        from pipeline.language.patterns import Layer
        from tests.language.reading import reads

        matching, hits = Layer._match, set()

        def noted(self, number, *rest):  # type: ignore[no-untyped-def]
            hits.add(self.patterns[number][0].patterns[0])
            return matching(self, number, *rest)

        Layer._match = noted  # type: ignore[method-assign]
        told = {}
        for language, text in dict.fromkeys(texts):
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


def readings(batch: Sequence[Entry]) -> list[list[str]]:
    """What the texts of each entry of a batch are read as without all of its entries."""
    found: list[list[str]] = _in_fork(lambda: _read_without(batch))
    return found


def _read_without(batch: Sequence[Entry]) -> list[list[str]]:
    gone = {(entry.language, entry.table, entry.number) for entry in batch}
    whole = lexicon.rows

    def rows(name: str, language: str | None = None) -> tuple[dict[str, str], ...]:
        whose = language or lexicon.current()
        return tuple(row for number, row in enumerate(whole(name, whose)) if (whose, name, number) not in gone)

    lexicon.rows = rows  # type: ignore[assignment]  # before any rule is made
    from tests.language.reading import reads

    return [[reads(text, entry.table, entry.language) for text in entry.texts] for entry in batch]


def entry(table: str, number: int, row: dict[str, str], texts: tuple[str, ...], language: str = lexicon.OWN) -> Entry:
    """The entry of a row."""
    if "pattern" in row:
        return Entry(language, table, number, texts, pattern=row["pattern"])
    own = row.get("word") or row.get("form") or row.get("phrase", "")
    return Entry(
        language, table, number, texts, words_of(" ".join(word for word in own.split() if not CLASS.fullmatch(word)))
    )


def proved() -> list[Entry]:
    """Every entry that has an example."""
    return [
        entry(name, number, row, (row["example"],), language)
        for name, table in lexicon.tables().items()
        if table.proof == "proved"
        for language in sorted(lexicon.languages())
        for number, row in enumerate(lexicon.rows(name, language))
    ]


def unmissed() -> list[str]:
    """The entries whose examples read the same without them."""
    groups = batches(proved())
    with ThreadPoolExecutor(JOBS) as pool:
        results = pool.map(readings, groups)
    return [
        f"{entry.language}/{entry.table}.csv, entry {entry.number + 1}: {entry.texts[0]!r} reads the same without it"
        for batch, found in zip(groups, results, strict=True)
        for entry, texts in zip(batch, found, strict=True)
        if texts[0] == lexicon.rows(entry.table, entry.language)[entry.number]["reads"]
    ]


if __name__ == "__main__":
    json.dump(unmissed(), sys.stdout, ensure_ascii=False, indent=1)
