"""Rules, areas and frames of a page -> grids: cells that drawn lines part.

The way of pdfplumber's table finder (A. Nurminen, Algorithmic Extraction of Data in Tables in PDF Documents, 2013):
edges that lie on one line become one edge, where level and upright edges meet is a crossing, and the smallest
rectangle with a crossing at each corner and an edge along each side is a cell. Cells that share a corner are one grid.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from math import inf
from typing import NamedTuple

from pipeline.model import BoundingBox, Page

# Edges nearer to each other than this lie on one line, and ends nearer than this meet (points).
NEAR = 3.0
# What is shorter than this (points) is no edge of a cell.
SHORTEST = 4.0
# A rule shorter than this (points) is no piece of one that ends where a column does.
SHORTEST_PIECE = 15.0
# No cell is narrower or lower than this (points).
NARROWEST = 6.5
# Borders nearer to each other than this, between which no row has a cell, are one, set off in some rows (points).
SET_OFF = 15.0
# A page with more edges than this is a drawing: only those that are longer than LONG (points) may be of tables.
MOST_EDGES, LONG = 1500, 60.0


class Edge(NamedTuple):
    """A level edge at the height `at` from `start` to `end` across, or an upright one with the axes swapped."""

    at: float
    start: float
    end: float


class Slot(NamedTuple):
    """A cell of a grid: where it begins, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int
    columns: int


class Grid(NamedTuple):
    """The heights and the places across at which its cells begin and end, and the cells."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    slots: tuple[Slot, ...]
    open: bool = False  # whether only rules between its rows are drawn, so that the first and the last may have none

    @property
    def box(self) -> BoundingBox:
        """The smallest box that holds all cells."""
        return BoundingBox(self.x[0], self.y[0], self.x[-1], self.y[-1])


def grids(page: Page) -> list[Grid]:
    """The grids of a page from its top. What rules and frames part is a grid whatever areas lie in it: the grounds of
    its cells may be smaller than they are, and the grounds of its lines of text are no cells."""
    ruled = list(_grids(*edges(page, ())))
    ruled += [
        grid._replace(open=True)
        for edges_of_table in _pieced(page)
        for grid in _grids(*edges_of_table)
        if not any(_overlap(grid.box, other.box) for other in ruled)
    ]
    areas = [area.box for area in page.areas if not any(_overlap(area.box, grid.box) for grid in ruled)]
    filled = (grid for grid in _grids(*edges(page, areas)) if not any(_overlap(grid.box, other.box) for other in ruled))
    return sorted([*ruled, *filled] if areas else ruled, key=lambda grid: grid.box.top)


def _grids(level: list[Edge], upright: list[Edge]) -> Iterator[Grid]:
    """The grids of at least two rows and two columns that edges make."""
    if len(level) + len(upright) > MOST_EDGES:
        level, upright = ([edge for edge in some if edge.end - edge.start > LONG] for some in (level, upright))
    for boxes in _connected(list(_Crossings(_joined(level), _joined(upright)).cells())):
        grid = _grid(boxes)
        if len(grid.x) > 2 and len(grid.y) > 2:
            yield grid


def _pieced(page: Page) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Of each table the level rules that are drawn in pieces, one for each column, and the uprights that their ends
    would make."""
    rules = sorted(
        Edge(rule.box.middle[1], rule.box.x0, rule.box.x1) for rule in page.rules if rule.box.width > SHORTEST_PIECE
    )
    tables: list[list[list[Edge]]] = []
    for _, line in groupby(rules, key=lambda rule: round(rule.at)):
        pieces = sorted(line, key=lambda piece: piece.start)
        if len(pieces) > 1 and all(abs(right.start - left.end) < NEAR for left, right in pairwise(pieces)):
            if not tables or not any(_shares_a_border(pieces, other) for other in tables[-1]):
                tables.append([])
            tables[-1].append(pieces)
    for lines in tables:
        yield _edges_of_pieces(lines, rules)


def _shares_a_border(one: Sequence[Edge], other: Sequence[Edge]) -> bool:
    """Whether pieces of two rules meet at the same place: rules of two tables may begin and end alike, no more."""
    return any(abs(left.end - right.end) < NEAR for left in one[:-1] for right in other[:-1])


def _edges_of_pieces(lines: Sequence[Sequence[Edge]], rules: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    level = [piece for pieces in lines for piece in pieces]
    upright: list[Edge] = []
    group: list[tuple[float, float]] = []
    for end in [*sorted((end, piece.at) for piece in level for end in piece[1:]), (inf, inf)]:
        if group and end[0] - group[-1][0] >= NEAR:
            heights = [height for _, height in group]
            upright.append(Edge(sum(x for x, _ in group) / len(group), min(heights), max(heights)))
            group = []
        group.append(end)
    left, right = min(edge.start for edge in level), max(edge.end for edge in level)
    top, bottom = level[0].at, level[-1].at
    # Under a cell that spans all columns the rule is in one piece.
    level += [rule for rule in rules if top < rule.at < bottom and _from_to(rule, left, right)]
    level.append(Edge(bottom, left, right))
    return level, [*upright, Edge(left, top, bottom), Edge(right, top, bottom)]


def _from_to(edge: Edge, start: float, end: float) -> bool:
    return abs(edge.start - start) < NEAR and abs(edge.end - end) < NEAR


def _overlap(one: BoundingBox, other: BoundingBox) -> bool:
    shared = one.shared(other)
    return shared is not None and min(shared.width, shared.height) > NEAR


def edges(page: Page, areas: Iterable[BoundingBox]) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright edges of the rules and frames of a page, and of areas."""
    level, upright = [], []
    for x0, top, x1, bottom in (rule.box for rule in page.rules):
        if x1 - x0 >= max(bottom - top, SHORTEST):
            level.append(Edge((top + bottom) / 2, x0, x1))
        elif bottom - top >= SHORTEST:
            upright.append(Edge((x0 + x1) / 2, top, bottom))
    for x0, top, x1, bottom in {*areas, *page.frames}:
        level += [Edge(top, x0, x1), Edge(bottom, x0, x1)]
        upright += [Edge(x0, top, bottom), Edge(x1, top, bottom)]
    return level, upright


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """The edges with those on one line that meet or overlap as one."""
    lines: list[list[Edge]] = []
    for edge in sorted(edges):
        if lines and edge.at - lines[-1][-1].at < NEAR and edge.at - lines[-1][0].at < 2 * NEAR:
            lines[-1].append(edge)
        else:
            lines.append([edge])
    whole: list[Edge] = []
    for line in lines:
        at = sum(edge.at for edge in line) / len(line)
        ends: list[Edge] = []
        for _, start, end in sorted(line, key=lambda edge: edge.start):
            if ends and start - ends[-1].end < NEAR:
                ends[-1] = Edge(at, ends[-1].start, max(end, ends[-1].end))
            else:
                ends.append(Edge(at, start, end))
        whole += ends
    return whole


class _Crossings:
    """Where level and upright edges meet: of each level edge the uprights by their place across, of each upright the
    levels by their height."""

    def __init__(self, level: Sequence[Edge], upright: Sequence[Edge]) -> None:
        self.level = level
        self.across: dict[int, dict[float, int]] = defaultdict(dict)
        self.down: dict[int, dict[float, int]] = defaultdict(dict)
        heights = [edge.at for edge in level]
        for name, edge in enumerate(upright):
            for other in range(bisect_left(heights, edge.start - NEAR), bisect_right(heights, edge.end + NEAR)):
                if level[other].start - NEAR <= edge.at <= level[other].end + NEAR:
                    self.across[other][edge.at] = name
                    self.down[name][heights[other]] = other

    def cells(self) -> Iterator[BoundingBox]:
        """The smallest rectangles with a crossing at each corner and an edge along each side."""
        depths = {name: sorted(edges) for name, edges in self.down.items()}
        for top, places in self.across.items():
            xs = sorted(places)
            for first, x in enumerate(xs):
                left = places[x]
                lower = depths[left][bisect_right(depths[left], self.level[top].at) :]
                if box := self._cell(top, left, xs[first:], lower):
                    yield box

    def _cell(self, top: int, left: int, xs: Sequence[float], lower: Sequence[float]) -> BoundingBox | None:
        """The smallest cell in the corner of a level edge and an upright one: to one of the places across, the first of
        which is its own, and one of the depths."""
        for x in xs[1:]:
            right = self.across[top][x]
            for depth in lower:
                if self.across[self.down[left][depth]].get(x) == right:
                    return BoundingBox(xs[0], self.level[top].at, x, depth)
        return None


def _connected(boxes: Sequence[BoundingBox]) -> Iterator[list[BoundingBox]]:
    """Boxes that share a corner, directly or through others."""
    corners: dict[tuple[float, float], list[int]] = defaultdict(list)
    for name, box in enumerate(boxes):
        for corner in ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom)):
            corners[corner].append(name)
    left = set(range(len(boxes)))
    while left:
        waiting, group = [left.pop()], []
        while waiting:
            name = waiting.pop()
            group.append(boxes[name])
            box = boxes[name]
            around = ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom))
            near = left.intersection(chain.from_iterable(corners[corner] for corner in around))
            left -= near
            waiting += near
        yield group


def _grid(boxes: Sequence[BoundingBox]) -> Grid:
    """The places of boxes in rows and columns."""
    x = _without_set_off(_places(side for box in boxes for side in (box.x0, box.x1)), boxes)
    y = _places(side for box in boxes for side in (box.top, box.bottom))
    slots = []
    for box in sorted(boxes, key=lambda box: (box.top, box.x0)):
        column, end = _place(x, box.x0), _place(x, box.x1)
        row, bottom = _place(y, box.top), _place(y, box.bottom)
        if end > column and bottom > row:
            slots.append(Slot(row, column, bottom - row, end - column))
    return Grid(tuple(x), tuple(y), tuple(slots))


def _places(sides: Iterable[float]) -> list[float]:
    """Each place once; those nearer than NARROWEST are one."""
    kept: list[float] = []
    for side in sorted(set(sides)):
        if not kept or side - kept[-1] >= NARROWEST:
            kept.append(side)
    return kept


def _without_set_off(places: Sequence[float], boxes: Sequence[BoundingBox]) -> list[float]:
    """The places across without those that only some rows, mostly that of the heads, have a border at, close to that of
    the others."""
    borders = Counter(_place(places, side) for box in boxes for side in (box.x0, box.x1))
    columns = {(_place(places, box.x0), _place(places, box.x1)) for box in boxes}
    off = {
        min((left, left + 1), key=lambda place: borders[place])
        for left, (start, end) in enumerate(pairwise(places))
        if end - start < SET_OFF and (left, left + 1) not in columns
    }
    return [place for number, place in enumerate(places) if number not in off]


def _place(places: Sequence[float], side: float) -> int:
    return min(range(len(places)), key=lambda place: abs(places[place] - side))
