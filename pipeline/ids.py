"""The ids by which people's decisions find a row again. One rule for all tables: an id is made of the words that the
row was read from and of the file's own name, never of a folder, a page, a position or a rule; what comes again is told
apart by its order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from hashlib import sha256
from pathlib import PurePath

# Letters that Unicode does not take apart into a base letter and an accent.
BASE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
)


def document_name(file: str) -> str:
    """The file's name without suffix and accents, lower-cased, words joined by `-`; empty where it has no letter or
    digit."""
    apart = unicodedata.normalize("NFKD", PurePath(file).stem.casefold()).translate(BASE_LETTERS)
    plain = unicodedata.normalize("NFC", "".join(letter for letter in apart if not unicodedata.combining(letter)))
    return "-".join(re.findall(r"[^\W_]+", plain))


@lru_cache(maxsize=1 << 6)  # what is read from one sentence or row follows each other
def one_spaced(text: str) -> str:
    """The words of a text with one blank between two of them."""
    return " ".join(text.split())


class Register:
    """The ids of one table of one document: unique by construction, for a repeat gets `-2`, `-3` and so on."""

    def __init__(self, table: str = "") -> None:
        self._before = f"{table}-" if table else ""
        self._seen: Counter[str] = Counter()

    def of(self, *words: object) -> str:
        """The id of the next row that was read from these words."""
        evidence = chr(31).join(map(str, words)).encode("utf-8", "replace")
        id_ = f"{self._before}{sha256(evidence).hexdigest()[:10]}"
        self._seen[id_] += 1
        return id_ if self._seen[id_] == 1 else f"{id_}-{self._seen[id_]}"
