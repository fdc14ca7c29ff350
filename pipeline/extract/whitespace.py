"""White space as the rules see it: every run is one space, or one blank line where it holds a line's end twice.

A figure may be broken at a line's end, indented, or set with no-break and thin spaces ("US$ 5.2\\n    million"); the
rules read it as one line, and what they find is put back in its place in the text as given.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import M

RUN = re.compile(r"[\s\u200b\ufeff]+|\u00ad")  # with zero-width spaces; a soft hyphen is nothing at all


def collapse(text: str) -> tuple[str, list[int]]:
    """The text as the rules see it, and for each of its characters the offset in the text as given."""
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for run in RUN.finditer(text):
        space = _space(run[0])
        parts += text[end : run.start()], space
        offsets += [*range(end, run.start()), *[run.start()] * len(space)]
        end = run.end()
    return "".join(parts) + text[end:], [*offsets, *range(end, len(text))]


def _space(run: str) -> str:
    if run == "\u00ad":
        return ""
    return "\n\n" if run.count("\n") > 1 else " "


def restore(mention: M, text: str, offsets: list[int]) -> M:
    """The mention as it stands in the text as given."""
    start, end = offsets[mention.char_start], offsets[mention.char_end - 1] + 1
    first, last = mention.sentence_start, mention.sentence_start + len(mention.sentence)
    return replace(
        mention,
        text=text[start:end],
        char_start=start,
        char_end=end,
        sentence=text[offsets[first] : offsets[last - 1] + 1],
        sentence_start=offsets[first],
    )
