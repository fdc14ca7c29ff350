"""Tables as they stand on the page: cells with their lines, in rows and columns, and what kind each is.

Head rows are those over the first row with a figure, as far as they are set alike or span columns; in a table without
figures the first row, if it is set otherwise than the rows below it. A row whose label says total, and the last column
whose head does, hold totals. The first columns that hold words head the rows: one that spans rows, and the one after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from pipeline.language.currencies import table as currencies
from pipeline.language.expressions import says
from pipeline.language.lexicon import word_set
from pipeline.model import BoundingBox, CellKind, Style
from pipeline.segment.facts import is_label
from pipeline.segment.lines.baselines import Line
from pipeline.segment.lines.levels import by_level, level
from pipeline.segment.lines.stretches import around
from pipeline.segment.tables.heads import spans

YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?(?!\d)")
FIGURE = re.compile(r"[^\w\s]*(?:[A-Z]{1,3}[$€£¥]?|[$€£¥])?\s?[-−–(]?\s?\d")
# Zeros that are the unit of the figures below: "(US$ 000)", "£'000".
THOUSANDS = re.compile(r"\W*(?:[A-Z]{1,3})?\W*0{3}s?\W*")
# A cell is a figure if its letters are no more than this beside its digits: "US$ 1.2 million", not "Phase 2".
FIGURE_LETTERS = 10
# A label of a fact has no more words than this.
LABEL_WORDS = 8
# Figures beside each other are further apart than this, in ems.
FIGURE_GAP = 0.45
# Dots led from a label to a figure that stands further away on its line than this, in ems.
LED = 1.5
# The sign of a currency, which accounts set apart from its figure.
SIGN = re.compile(r"[A-Z]{0,3}[$€£¥]")
SIGN_OR_CODE = re.compile(r"[$€£¥]|\b[A-Z]{3}\b")
# A figure with groups of thousands, which numbers no row.
SUM = re.compile(r"[^\w\s]?\d{1,3}(?:[,.’']\d{3})+(?:[.,]\d\d)?")
# What the edge of a cell breaks off a figure with groups of thousands: "£10,732,199.6" over "3".
BROKEN, WHOLE = re.compile(r"\D*\d{1,3}[,.’']\d{3}\D.*"), re.compile(r"\D*\d{1,3}(?:([,.’'])\d{3})+(?:(?!\1)[.,]\d\d)?")
REST = re.compile(r"[,.’']\d{2,3}(?:\D.*)?")  # of a figure, which nothing else begins with: "4,500" over ",000"
# Words of one column begin within this of each other (points).
SAME_EDGE = 1.0
# What a text that has not come to its end closes with.
OPEN = ("-", "–", "—", "/", ",", "&", "(")
NO_FIGURE = re.compile(r"(?:[A-Z]{3}|[A-Z]{0,3}[$€£¥])?\s?[-–—]|\.\.")
NOTHING = word_set("function_words", "nothing")
# Numbers with fewer characters than this may count the rows.
SHORT = 4
# The values of a column are of one kind if this share of them is.
SAME_KIND = 0.75


@dataclass(frozen=True, eq=False)
class Cell:
    """The lines of a cell from top to bottom; an empty one has none. Rows and columns count from 0."""

    lines: tuple[Line, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    kind: CellKind = "cell"
    rest: tuple[tuple[int, Line], ...] = ()  # its lines on the pages that follow, each with its page

    @cached_property
    def text(self) -> str:
        """The lines joined by blanks."""
        return " ".join(line.text for line in self.lines)

    @property
    def style(self) -> Style | None:
        """That of the first line."""
        return self.lines[0].style if self.lines else None


@dataclass(frozen=True, eq=False)
class Table:
    """Cells that tile their grid, row by row; the first `stub` columns head the rows."""

    cells: tuple[Cell, ...]
    box: BoundingBox
    stub: int = 0
    continues: bool = False  # whether it goes on with the table before it, on the page before

    @cached_property
    def rows(self) -> int:
        """How many."""
        return max(cell.row + cell.rows for cell in self.cells)

    @cached_property
    def columns(self) -> int:
        """How many."""
        return max(cell.column + cell.columns for cell in self.cells)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Those of all cells, in the order of the cells."""
        return tuple(line for cell in self.cells for line in cell.lines)

    @cached_property
    def heads(self) -> int:
        """The number of head rows."""
        return max((cell.row + cell.rows for cell in self.cells if cell.kind == "head"), default=0)

    def edges(self) -> list[tuple[float, float] | None]:
        """Where the words of each column begin and end; None where none stand in that column alone."""
        columns: list[tuple[float, float] | None] = []
        for column in range(self.columns):
            lines = [line for cell in self.cells if cell.column == column and cell.columns == 1 for line in cell.lines]
            columns.append((min(line.box.x0 for line in lines), max(line.box.x1 for line in lines)) if lines else None)
        return columns

    def facts(self) -> list[tuple[Cell, Cell]]:
        """Labels and their values, if that is what the cells are."""
        return self._in_cells() or self._beside()

    def _in_cells(self) -> list[tuple[Cell, Cell]]:
        """Known labels over their values in each cell."""
        filled = [cell for cell in self.cells if cell.lines]
        if not all(is_label(cell.lines[0].text) and cell.lines[1:] for cell in filled):
            return []
        return [(replace(cell, lines=cell.lines[:1]), replace(cell, lines=cell.lines[1:])) for cell in filled]

    def _beside(self) -> list[tuple[Cell, Cell]]:
        """Labels and their values, if that is what the rows are: two columns without heads, and values of many kinds
        (of two, if they are set otherwise than their labels), or labels that are known or end with a colon; figures
        with a total are none. So are known labels over one row of values, and several facts beside each other in each
        row, if their labels are known or set otherwise than values of two kinds."""
        if self.rows == 2 and len(self.cells) == 2 * self.columns:
            told = list(zip(self.cells[: self.columns], self.cells[self.columns :], strict=True))
            if all(is_label(label.text) and value.lines for label, value in told):
                return told
        if len(self.cells) < self.rows * self.columns or self.columns % 2:
            return []
        pairs = list(zip(self.cells[::2], self.cells[1::2], strict=True))
        told = [(label, value) for label, value in pairs if label.lines or value.lines]
        if not all(label.lines and value.lines and len(label.text.split()) <= LABEL_WORDS for label, value in told):
            return []
        figures = sum(is_figure(value.text) for _, value in told)
        known = _are_labels([label.text for label, _ in told])
        if self.columns > 2:
            typed = _in_two_types(told) and 0 < figures < len(told)
            return told if (typed or known) and not any(is_figure(label.text) for label, _ in told) else []
        if self.heads or len(told) < len(pairs) or any(is_amount(label.text) for label, _ in told):
            return []
        totals = any(cell.kind == "total" for cell in self.cells)
        mixed = figures < (1 if _in_two_types(told) else SAME_KIND) * len(told)
        return told if (mixed and not totals) or (known and not (totals and figures == len(told))) else []

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size


def _in_two_types(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all labels are set in one type, and all values in another."""
    labels, values = (_styles(column) for column in zip(*rows, strict=True))
    return len(labels) == len(values) == 1 and labels != values


def is_nil(text: str) -> bool:
    """Whether a text stands for no figure: a dash, its currency before it or none, or a word."""
    return bool(NO_FIGURE.fullmatch(text)) or text.lower() in NOTHING()


def is_figure(text: str) -> bool:
    """Whether a cell tells a figure: a number, an amount, a share, a day; a year may be a head, and so may a unit."""
    rest = YEARS.sub("", text).strip()
    return (
        bool(FIGURE.match(rest))
        and sum(map(str.isalpha, rest)) <= FIGURE_LETTERS
        and not (_names(rest) or THOUSANDS.fullmatch(rest))
    )


def is_whole_figure(text: str) -> bool:
    """Whether a text is a figure that nothing is missing of, or stands for none."""
    return (is_figure(text) and not text.endswith(OPEN)) or is_nil(text)


def is_broken(upper: str, lower: str) -> bool:
    """Whether the texts of two lines of a cell are one figure that its edge breaks: one of them is none, both together
    are."""
    rests = BROKEN.fullmatch(upper) and not WHOLE.fullmatch(upper) and lower[0].isdigit()
    return bool((rests or REST.fullmatch(lower)) and WHOLE.fullmatch(upper + lower))


def is_amount(text: str) -> bool:
    """Whether a cell tells a figure with the sign or code of its currency."""
    told = SIGN_OR_CODE.search(text)
    return told is not None and (not told[0].isalpha() or told[0] in currencies()) and is_figure(text)


def _names(text: str) -> bool:
    """Whether a text is a word with its number, on either side of it: "Phase 2", "Q1", "Component 3", "2. Ireland"."""
    return bool(re.fullmatch(r"\(?[A-Za-z]{1,12}\.? ?\d\d?\)?[*†]?|\d{1,3}[.)] [A-Z].*", text.strip()))


def table(cells: Iterable[Cell]) -> Table:
    """The table of cells that tile a grid, with heads, totals and the columns that head its rows told."""
    ordered = _with_spans(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    rows: list[list[Cell]] = [[] for _ in range(max(cell.row + cell.rows for cell in ordered))]
    for cell in ordered:
        rows[cell.row].append(cell)
    heads = _heads(rows)
    stub = _stub(rows[heads:], max(cell.column + cell.columns for cell in ordered))
    totals = {place for place, row in enumerate(rows) if place >= heads and _is_total_row(row)}
    total_columns = _total_columns(rows[:heads], stub)
    told = (replace(cell, kind=_kind(cell, heads, totals, total_columns)) for cell in ordered)
    return Table(tuple(told), around(line.box for cell in ordered for line in cell.lines), stub)


def _with_spans(cells: list[Cell]) -> list[Cell]:
    """The cells, with the upper ones of heads on two levels over all columns of figures that they are centred on."""
    figured = [cell for cell in cells if cell.row and cell.columns == 1 and is_figure(cell.text)]
    figures = sorted({cell.column for cell in figured})
    first = min((cell.row for cell in figured), default=0)
    if not figures or first > 2 or figures != [*range(figures[0], figures[-1] + 1)]:
        return cells
    heads = [cell for cell in cells if cell.row < first]
    over = [cell for cell in heads if figures[0] <= cell.column < figures[-1] + 2 - cell.columns]
    beside = [cell for cell in heads if cell not in over]
    levels = by_level([line for cell in over for line in cell.lines])
    if len(levels) != 2 or len(levels[1]) != len(figures) or any(cell.columns > 1 for cell in beside):
        return cells
    upper, lower = levels
    columns = [
        [line, *(line for cell in figured if cell.column == column for line in cell.lines)]
        for column, line in zip(figures, lower, strict=True)
    ]
    edges = [(min(line.box.x0 for line in part), max(line.box.x1 for line in part)) for part in columns]
    told = spans([line.box for line in upper], edges, lower[0].size)
    if not told:
        return cells
    return sorted(
        [
            *(
                Cell(tuple(line for cell in beside if cell.column == column for line in cell.lines), 0, column, rows=2)
                for column in sorted({cell.column for cell in beside})
            ),
            *(Cell((line,), 0, figures[a], columns=b - a + 1) for line, (a, b) in zip(upper, told, strict=True)),
            *(Cell((line,), 1, column) for column, line in zip(figures, lower, strict=True)),
            *(replace(cell, row=cell.row + 2 - first) for cell in cells if cell.row >= first),
        ],
        key=lambda cell: (cell.row, cell.column),
    )


def without_rows(whole: Table, count: int) -> Table:
    """The rows of a table after the first `count`, none of them heads: it goes on with another."""
    cells = [replace(cell, row=cell.row - count) for cell in whole.cells if cell.row >= count]
    return replace(whole, cells=tuple(replace(cell, kind="cell") if cell.kind == "head" else cell for cell in cells))


def joined(upper: Table, names: Sequence[Line], lower: Table) -> Table:
    """Two tables of the same columns as one, with a name of rows, if any, between them."""
    below = upper.rows + len(names)
    named = (
        Cell((line,) if column == 0 else (), row, column)
        for row, line in enumerate(names, upper.rows)
        for column in range(upper.columns)
    )
    return table([*upper.cells, *named, *(replace(cell, row=cell.row + below) for cell in lower.cells)])


def _kind(cell: Cell, heads: int, rows: set[int], columns: set[int]) -> CellKind:
    if cell.row < heads:
        return "head"
    return "total" if cell.row in rows or cell.column in columns else "cell"


def _heads(rows: Sequence[Sequence[Cell]]) -> int:
    """How many of the first rows are heads."""
    first = next((place for place, row in enumerate(rows) if any(is_figure(cell.text) for cell in row[1:])), None)
    if first == 0 or len(rows) < 2:
        return 0
    if first is None or _lists_facts(rows):
        return _end(rows, 1) if _sets_off(rows) else 0
    above = 0
    for place in range(first):
        filled = [cell for cell in rows[place] if cell.lines]
        names_rows = len(filled) == 1 and filled[0].column == 0 and place > 0  # "Revenue", over rows of its own
        if names_rows or (above and not _alike(rows, above - 1, place)):
            break
        above = place + 1
    return _end(rows, above)


def _lists_facts(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether two columns hold values of many kinds, or labels that are known or end with a colon, so that figures
    below its first row do not show this to be one of heads."""
    values = [row[-1].text for row in rows[1:] if row[-1].lines]
    few = sum(map(is_figure, values)) < SAME_KIND * len(values)
    return sum(cell.columns for cell in rows[0]) == 2 and (few or _are_labels([row[0].text for row in rows]))


def _are_labels(texts: Sequence[str]) -> bool:
    """Whether most texts are known labels of facts, or end with a colon."""
    return 2 * sum(is_label(text) or text.endswith(":") for text in texts) > len(texts)


def _end(rows: Sequence[Sequence[Cell]], count: int) -> int:
    """How many rows the cells that begin in the first `count` rows reach over."""
    return max((cell.row + cell.rows for row in rows[:count] for cell in row), default=0)


def _alike(rows: Sequence[Sequence[Cell]], upper: int, lower: int) -> bool:
    """Whether two rows can both be heads: cells of the upper one span columns or rows or are empty, or both are years,
    or set in one type that the rows below are not set in."""
    spans = any(cell.columns > 1 or cell.rows > 1 or not cell.lines for cell in rows[upper])
    years = all(YEARS.fullmatch(cell.text.rstrip("*† ")) for cell in rows[lower][1:] if cell.lines)
    return spans or years or (_styles(rows[upper]) == _styles(rows[lower]) != _styles(rows[lower + 1]))


def _sets_off(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row is set otherwise than all below it, and has a head for each column."""
    first = _styles(rows[0])
    alike = sum(bool(_styles(row[-1:]) & first) for row in rows[1:])
    return all(cell.lines for cell in rows[0]) and not alike


def _styles(row: Sequence[Cell]) -> set[tuple[bool, str, int]]:
    return {(style.bold, style.colour, round(style.size)) for cell in row if (style := cell.style)}


def _stub(body: Sequence[Sequence[Cell]], columns: int) -> int:
    """The columns that head the rows: up to the first with words of which none spans rows, if all before it hold words,
    codes or short numbers."""
    for column in range(columns - 1):
        cells = [cell for row in body for cell in row if cell.column == column]
        filled = [cell for cell in cells if cell.lines]
        words = sum(not is_figure(cell.text) for cell in filled) * 2 > len(filled)
        if words and not any(cell.rows > 1 for cell in cells):
            return column + 1
        codes = all(len(cell.text) < SHORT or any(map(str.isalpha, cell.text)) for cell in filled)
        codes = codes and 2 * sum(is_amount(cell.text) for cell in filled) <= len(filled)
        if not codes:
            return column
    return min(1, columns - 1)


def _is_total_row(row: Sequence[Cell]) -> bool:
    words = next((cell.text for cell in row if cell.lines and not is_figure(cell.text)), "")
    return bool(says("total").search(words))


def _total_columns(heads: Sequence[Sequence[Cell]], stub: int) -> set[int]:
    return {
        cell.column + place
        for row in heads
        for cell in row
        if cell.column >= stub and says("total_column").search(cell.text)
        for place in range(cell.columns)
    }


# ------------------------------------------------------------------------------------------------------- cells by white


def of_rows(rows: Sequence[Sequence[Line]], heads: Sequence[Sequence[Line]] = ()) -> Table:
    """The table of the lines of each row, and of head rows over them; what stands below each other is a column."""
    heads, rows = _figures_apart(heads, rows)
    heads, rows = ([[part for line in row for part in apart(line)] for row in part] for part in (heads, rows))
    columns = _columns(rows)
    cells: list[Cell] = []
    for number, lines in enumerate([*heads, *rows]):
        row = _placed(lines, columns)
        only = next(iter(row)) if number < len(heads) and len(row) == 1 else None
        if only and only[1] > only[0]:  # a head alone over several columns speaks of all
            row = {(1, len(columns) - 1): row[only]}
        column = 0
        while column < len(columns):
            last = next((last for first, last in row if first == column), column)
            cells.append(Cell(tuple(row.get((column, last), ())), number, column, columns=last - column + 1))
            column = last + 1
    return table(cells)


def _figures_apart(
    heads: Sequence[Sequence[Line]], rows: Sequence[Sequence[Line]]
) -> tuple[Sequence[Sequence[Line]], Sequence[Sequence[Line]]]:
    """The rows with their first figures apart from the words that begin at one edge close after them, row by row."""
    edges = [
        words.box.x0
        for row in rows
        for line in [min(row, key=lambda line: line.box.x0)]
        if (words := _after_figure(line))
    ]
    if len(edges) < 2 or max(edges) - min(edges) > SAME_EDGE:
        return heads, rows

    def cut(line: Line) -> list[Line]:
        starts = (word.x0 for word in line.words)
        place = next((n for n, x0 in enumerate(starts) if abs(x0 - edges[0]) <= SAME_EDGE), None)
        return [line.part(0, place), line.part(place, len(line.words))] if place else [line]

    heads, rows = ([[part for line in row for part in cut(line)] for row in part] for part in (heads, rows))
    return heads, rows


def _after_figure(line: Line) -> Line | None:
    """The words of a line after its first word, if that is a sum and more than a blank stands between."""
    if len(line.words) < 2 or not SUM.fullmatch(line.words[0].text):
        return None
    wide = line.words[1].x0 - line.words[0].x1 > FIGURE_GAP * line.size
    rest = line.part(1, len(line.words))
    return rest if wide and rest.words[0].text[0].isalpha() else None


def apart(line: Line) -> list[Line]:
    """The figures of a line that holds several, apart by more than a blank, or its years; else the line."""
    if len(line.words) > 1 and all(YEARS.fullmatch(word.text.rstrip("*†")) for word in line.words):
        return [line.part(place, place + 1) for place in range(len(line.words))]
    gaps = (right.x0 - left.x1 for left, right in pairwise(line.words))
    cuts = [place for place, gap in enumerate(gaps, 1) if gap > FIGURE_GAP * line.size]
    parts = [line.part(start, end) for start, end in pairwise([0, *cuts, len(line.words)])]
    if len(parts) == 2 and SIGN.fullmatch(parts[0].text):
        return [line]
    if len(parts) == 2 and parts[1].box.x0 - parts[0].box.x1 > LED * line.size and is_figure(parts[1].text):
        return parts
    figures = [is_figure(part.text) for part in parts]
    told = any(figures) and all(figure or is_nil(part.text) for figure, part in zip(figures, parts, strict=True))
    return parts if len(parts) > 1 and told else [line]


def _columns(rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """The stretches across that the columns take up: narrow lines tell them first, and two beside each other are two
    only where a row has words in both."""
    bands: list[tuple[float, float]] = []
    for line in sorted((line for row in rows for line in row), key=lambda line: line.box.width):
        x0, x1 = line.box.x0, line.box.x1
        over = [band for band in bands if x0 < band[1] and band[0] < x1]
        if len(over) < 2:
            over.append((x0, x1))
            bands = [band for band in bands if band not in over] + [
                (min(band[0] for band in over), max(band[1] for band in over))
            ]
    bands.sort()
    place = 0
    while place + 1 < len(bands):
        left, right = bands[place], bands[place + 1]
        if any(_both(row, left, right) for row in rows):
            place += 1
        else:
            bands[place : place + 2] = [(left[0], right[1])]
    return bands


def _both(row: Sequence[Line], left: tuple[float, float], right: tuple[float, float]) -> bool:
    """Whether a row has a line that ends in the one stretch and another that begins in the other."""
    return any(_in(line, left) and line.box.x1 <= right[0] for line in row) and any(
        _in(line, right) and line.box.x0 >= left[1] for line in row
    )


def _in(line: Line, band: tuple[float, float]) -> bool:
    return line.box.x0 < band[1] and band[0] < line.box.x1


def _placed(lines: Sequence[Line], columns: Sequence[tuple[float, float]]) -> dict[tuple[int, int], list[Line]]:
    """The lines of a row from top to bottom by the first and last column that they stand in."""
    row: dict[tuple[int, int], list[Line]] = {}
    for line in sorted(lines, key=lambda line: (line.baseline, line.box.x0)):
        over = [place for place, band in enumerate(columns) if _in(line, band)]
        over = [place for place in over if not _taken(line, lines, columns[place])] or over
        near = min(range(len(columns)), key=lambda place: _apart(line, columns[place]))
        first, last = (over[0], over[-1]) if over else (near, near)
        same = next((key for key in row if key[0] <= last and first <= key[1]), None)
        held = row.pop(same) if same else []
        if same:
            first, last = min(first, same[0]), max(last, same[1])
        row[first, last] = [*held, line]
    return row


def _taken(line: Line, row: Sequence[Line], band: tuple[float, float]) -> bool:
    """Whether a line only reaches into a column in which another of its row has all its words, beside it."""
    return any(
        level(line, other)
        and (other.box.x0 >= line.box.x1 or other.box.x1 <= line.box.x0)
        and band[0] <= other.box.x0
        and other.box.x1 <= band[1]
        for other in row
        if other is not line
    )


def _apart(line: Line, band: tuple[float, float]) -> float:
    return max(band[0] - line.box.x1, line.box.x0 - band[1])
