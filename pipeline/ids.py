"""The ids by which people's decisions find a row again: each depends on the words it was read from, on nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from pipeline.model import Finding, Reading


def stable_id(table: str, *evidence: object) -> str:
    """A short id that depends on the evidence alone."""
    return f"{table}-{sha256(chr(31).join(map(str, evidence)).encode()).hexdigest()[:10]}"


def findings(document: str, readings: Iterable[Reading]) -> Iterator[Finding]:
    """Gives each mention its id: made of the document, the table, the sentence and the place of the words in it.

    Neither the section nor the rules come into it, so that the id lasts as long as the sentence. Where a document
    says the same sentence again, the occurrences are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for reading in readings:
        for mention in reading.mentions:
            sentence, words = (" ".join(text.split()) for text in (mention.sentence, mention.text))
            before = mention.sentence[: mention.char_start - mention.sentence_start]
            id_ = stable_id(mention.table, document, sentence, words, before.count(mention.text))
            seen[id_] += 1
            yield Finding(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}", reading.section, mention)
