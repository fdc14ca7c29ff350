"""Pages as they look: a drawing in letters becomes a page, and what is read on it is told in lines to compare.

A letter is 5 points wide and a row of letters `pitch` points high. Words apart by more than one blank are lines of
their own. A word that begins with `*` is in bold type, with `+` in that of headings, with `~` in small type, up to the
next two blanks; a row of dashes is a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import dedent

from pipeline.model import Block, BoundingBox, Facts, Paragraph, Rule, Section, Table
from pipeline.segment import segment
from tests.segment.typeset import HEADING, TYPE, Typeset

LETTER, LEFT, TOP = 5.0, 40.0, 100.0
STYLES = {"*": TYPE._replace(bold=True), "+": HEADING, "~": TYPE._replace(size=8.0)}
PART = re.compile(r"[^ ]+(?: [^ ]+)*")


def drawn(art: str, pitch: float = 12.5) -> Typeset:
    """The page that looks like the drawing."""
    page = Typeset()
    for row, text in enumerate(dedent(art).strip("\n").split("\n")):
        baseline = TOP + pitch * row
        for part in PART.finditer(text):
            x, words = LEFT + LETTER * part.start(), part[0]
            if set(words) == {"-"} and words[1:]:
                box = BoundingBox(x, baseline - 3.9, x + LETTER * len(words), baseline - 3.1)
                page.rules.append(Rule(box))
            else:
                style = STYLES.get(words[0])
                page.line(x, baseline, words[1:] if style else words, style or TYPE)
    return page


def told(page: Typeset) -> str:
    """Sections with their blocks, a line each: `#` and a heading, `<` and that above it, `·` an item of a list, `=` in a
    fact, `|` and a row of a table."""
    sections = segment(page.source(), "page").sections
    names = {section.id: section.heading for section in sections}
    return "\n".join(line for section in sections for line in _section(section, names))


def _section(section: Section, names: Mapping[str, str]) -> Iterator[str]:
    """The heading with the one it stands below, and what kind of section it is, if of any."""
    kind = "" if section.kind == "other" else f"({section.kind})"
    below = f"< {names[section.parent]}" if section.parent else ""
    yield " ".join(part for part in ("#", section.heading, below, kind) if part)
    for block in section.blocks:
        yield from _block(block, section.content)


def _block(block: Block, content: str) -> Iterator[str]:
    match block:
        case Paragraph(span, item):
            yield f"· {content[span.start : span.end]}" if item else content[span.start : span.end]
        case Facts(facts):
            for label, value in facts:
                yield f"{content[label.start : label.end]} = {content[value.start : value.end]}"
        case Table():
            yield from _table(block, content)


def _table(table: Table, content: str) -> Iterator[str]:
    """A row a line, `h` before heads and `t` before totals; a cell over several columns or rows tells how many."""
    for row in range(table.rows):
        cells = [cell for cell in table.cells if cell.row == row]
        kind = {"head": "h", "total": "t", "cell": ""}[cells[0].kind] if cells else ""
        yield f"{kind}| " + " | ".join(
            content[cell.span.start : cell.span.end]
            + (f" →{cell.columns}" if cell.columns > 1 else "")
            + (f" ↓{cell.rows}" if cell.rows > 1 else "")
            for cell in cells
        )
