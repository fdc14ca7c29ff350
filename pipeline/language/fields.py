"""What the head of a column or the label of a fact asks for: the entries of fields.csv.

A label names what its longest entry names; of two as long the later one, for the head noun of a label comes last
("project budget" is a budget). What stands joined in a label ("Country and title") is read apart, and what says that it
is of all years ("Paid to date") is left out.
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.language.expressions import says
from pipeline.language.function_words import AND, OR, THE
from pipeline.language.lexicon import NEVER, by_language, rows, words

MONEY: Final = frozenset({"share", "total", "cofinancing", "received", "spent", "needed"})
NAMES: Final = frozenset({"title", "activity"})
BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
LONGEST: Final = 12  # words; what is longer is no label
ENDINGS: Final = by_language(lambda: words("function_words", "number ending"))  # "countr-y", "countr-ies"
SHORTEST: Final = 1  # letters of a stem


@by_language
def fields(label: str) -> tuple[str, ...]:
    """The fields that a label asks for, in its order, each once; none where it names no known one."""
    plain = says("to_date").sub(" ", BRACKETS.sub(" ", label.lower()))
    if len(plain.split()) > LONGEST:
        return ()
    found = (_field(_stems(part)) for part in (plain, *_joined().split(plain)))
    whole, *parts = found
    apart = [field for field in parts if field]
    return tuple(dict.fromkeys(apart if len(apart) == len(parts) else [whole] if whole else []))


def is_field(label: str) -> bool:
    """Whether a label is, word by word, that of a field other than a name, which may begin a heading ("Project: …")."""
    return _entries().get(_stems(BRACKETS.sub(" ", label.lower())), "title") not in NAMES


@by_language
def _joined() -> re.Pattern[str]:
    joining = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(AND() | OR())) or NEVER
    return re.compile(rf"\s*(?:/|&|,|;|{joining})\s*")


def _field(stems: tuple[str, ...]) -> str | None:
    entries = _entries()
    spans = ((end - start, end, stems[start:end]) for end in range(len(stems) + 1) for start in range(end))
    _, _, longest = max((span for span in spans if span[2] in entries), default=(0, 0, ()))
    return entries.get(longest)


def _stems(text: str) -> tuple[str, ...]:
    """The stems of a label's words, the same in singular and plural; the article is left out."""
    found = re.findall(r"[^\W\d_]+|-", text.replace("–", "-"))
    return tuple(_stem(word) for word in found if word not in THE())


def _stem(word: str) -> str:
    while ending := next((e for e in ENDINGS() if word.endswith(e) and len(word) > len(e) + SHORTEST), ""):
        word = word[: -len(ending)]
    return word


@by_language
def _entries() -> dict[tuple[str, ...], str]:
    return {_stems(row["words"]): row["field"] for row in rows("fields")}
