"""Where long words may be cut at a line's end: the hyphens of hyphenation.txt."""

import re
from pathlib import Path

SOFT_HYPHEN = "\u00ad"

_WORDS = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split()
_CUT = {word.replace("-", ""): word.replace("-", SOFT_HYPHEN) for word in _WORDS}
_PATTERN = re.compile(rf"\b({'|'.join(_CUT)})\b", re.IGNORECASE)


def with_soft_hyphens(text: str) -> str:
    """The text with a soft hyphen wherever a word of the list may be cut."""
    return _PATTERN.sub(lambda match: match[0][0] + _CUT[match[0].lower()][1:], text)
