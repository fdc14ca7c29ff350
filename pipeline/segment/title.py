"""The title of a document: what its metadata say, or what its first page shows largest.

Layout programs fill the title in by themselves: the name of the file, the program's own name before it, or a word that
says that nobody has given one. Such a title names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from statistics import median_low

from pipeline.segment.headings import Heading, Outline
from pipeline.segment.lines.baselines import Line
from pipeline.segment.tables.cells import Table
from pipeline.segment.typography import LARGER

# What programs write of themselves: Microsoft Word - Report_final.docx, report-2019.indd, untitled-2, Document1.
PROGRAM = r"(?:microsoft|adobe|quarkxpress|powerpoint|print)\b.* - .*"
FILE = r".*\.(?:docx?|pdf|indd|pptx?|xlsx?|qxd|ai|pub|rtf|odt|ps|tmp)|\S*[_\d]\S*"
NAMELESS = (
    r"\W*(?:untitled|no title|title|document|presentation|slide|page|layout|sheet|template|blank|anonymous|unspecified"
    r"|unknown|none|null)?\W*\d*\W*"
)
NO_TITLE = re.compile(f"{PROGRAM}|{FILE}|{NAMELESS}", re.IGNORECASE)
# Lines of one title are no smaller than its largest by this factor, and no further apart than this (ems of the lower).
AS_LARGE, NEAR = 0.75, 1.0
# A title has a word of at least this many letters: a year or a logo set large is none.
LETTERS = 3
# A page with no more lines than this may be a cover all in one type.
LINES = 5


def title(told: str, outlines: Sequence[Outline]) -> str:
    """The title, empty where the first page shows nothing larger than its text; `told` is what the metadata say."""
    if not NO_TITLE.fullmatch(told):
        return told
    lines = [line for outline in outlines[:1] for item in outline.every() for line in _lines(item)]
    named = [line for line in lines if any(len(word.text) >= LETTERS and word.text.isalpha() for word in line.words)]
    if not named:
        return ""
    largest = max(named, key=lambda line: line.size)
    if largest.size < LARGER * median_low(line.size for line in lines) and len(lines) > LINES:
        return ""
    place = lines.index(largest)
    above = [*_as_large(largest, takewhile(lambda line: line in named, reversed(lines[:place])))]
    found = [*reversed(above), largest, *_as_large(largest, lines[place + 1 :])]
    return " ".join(line.text for line in found)


def _as_large(largest: Line, others: Iterable[Line]) -> Iterator[Line]:
    """The lines after (or before) the largest one, one after the other, as long as they are about as large and near."""
    last = largest
    for line in others:
        upper, lower = (last, line) if line.box.top > last.box.top else (line, last)
        apart = lower.box.top - upper.box.bottom > NEAR * lower.size
        if line.size < AS_LARGE * largest.size or apart:
            return
        yield line
        last = line


def _lines(item: Heading | Line | Table) -> Sequence[Line]:
    if isinstance(item, Table):
        return ()
    return (item,) if isinstance(item, Line) else item.lines
