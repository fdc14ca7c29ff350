"""Pages as they look: a drawing in letters becomes a page, and what is read on it is told in lines to compare.

A letter is 5 points wide and a row of letters `pitch` points high. Words apart by more than one blank are lines of
their own. Those that begin with `*` are in bold type, with `/` in sloping, `^` coloured, `+` in that of headings, `~`
in small type. A row of dashes is a rule, `+---+---+` with bars between are those of a grid; `[` and `]`, each below
each other, are the sides of a ground, `{` and `}` those of a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent

from pipeline.model import Area, Block, BoundingBox, Facts, Paragraph, Rule, Section, Table
from pipeline.segment import segment
from tests.segment.typeset import ADVANCE, HEADING, TYPE, Typeset

LETTER, LEFT, TOP = 5.0, 40.0, 100.0
STYLES = {
    "*": TYPE._replace(bold=True),
    "/": TYPE._replace(italic=True),
    "^": TYPE._replace(colour="#104080"),
    "+": HEADING,
    "~": TYPE._replace(size=8.0),
}
PART = re.compile(r"[^ \[\]{}]+(?: [^ \[\]{}]+)*")
GRID = re.compile(r"[ +]*\+-[+-]*[ +-]*")


def drawn(art: str, pitch: float = 12.5, gap: float = 1.0, type_size: float = 1.0) -> Typeset:
    """The page that looks like the drawing. `gap` widens the places of the columns, of figures their right ends, and
    `type_size` all type but the common one."""
    page = Typeset(width=600 * gap, ascent=0.75)  # so that no place is rounded
    rows = dedent(art).strip("\n").split("\n")
    has_grid = any(GRID.fullmatch(text) for text in rows)
    for row, text in enumerate(rows):
        baseline = TOP + pitch * row
        if has_grid:
            for bar in re.finditer(r"\|", text):
                x, middle = LEFT + gap * LETTER * (bar.start() + 0.5), baseline - 3.5
                page.rules.append(Rule(BoundingBox(x - 0.3, middle - pitch, x + 0.3, middle + pitch)))
        for part in PART.finditer(text.replace("|", " ") if has_grid else text):
            x, words = LEFT + gap * LETTER * part.start(), part[0]
            if not set(words) - set("-+") and words[1:]:
                for piece in re.finditer("-+", words):
                    start, end = x + gap * LETTER * (piece.start() - 0.5), x + gap * LETTER * (piece.end() + 0.5)
                    page.rules.append(Rule(BoundingBox(start, baseline - 3.9, end, baseline - 3.1)))
                continue
            style = STYLES.get(words[0], TYPE)
            if style is not TYPE:
                words = words[1:]
            if style.size != TYPE.size:
                style = style._replace(size=style.size * type_size)
            if words[0].isdigit():
                x = LEFT + gap * LETTER * part.end() - ADVANCE * style.size * len(words)
            page.line(x, baseline, words, style)
    page.areas += [Area(box, "#ddeeff") for box in _sides(rows, r"\[", r"\]", pitch, gap)]
    page.pictures += _sides(rows, "{", "}", pitch, gap)
    return page


def _sides(rows: Sequence[str], left: str, right: str, pitch: float, gap: float) -> list[BoundingBox]:
    """The boxes between signs that stand below each other."""
    boxes: dict[tuple[int, int], list[int]] = {}
    found = []
    for row, text in enumerate([*rows, ""]):
        signs = ([match.start() for match in re.finditer(sign, text)] for sign in (left, right))
        here = set(zip(*signs, strict=True))
        for sides in [sides for sides in boxes if sides not in here]:
            first, last = boxes.pop(sides)
            x0, x1 = (LEFT + gap * LETTER * (side + 0.5) for side in sides)
            found.append(BoundingBox(x0, TOP + pitch * (first - 1) + 2.5, x1, TOP + pitch * last + 4.5))
        for sides in here:
            boxes[sides] = [boxes.get(sides, [row])[0], row]
    return found


def told(page: Typeset) -> str:
    """Sections with their blocks, a line each: `#` and a heading, `<` and that above it, `·` and an item of a list, a
    fact with `=`, `|` and a row of a table."""
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
