"""Small faults that can be planted in code and in tables of rules, each as a file with one thing changed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
# Messages, types and what is said to the type checker: no test should hold them word by word.
PASSED_OVER = (ast.JoinedStr, ast.Assert, ast.Raise, ast.arg, ast.alias)
ROW = re.compile(r"^(?!#).*\n", re.MULTILINE)
LIST = re.compile(r"^(?P<name>\w+) = \[(?P<items>(?:[^\]\"'#]|\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*)*)\]", re.MULTILINE)
ITEM = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*')(?:, *)?""")
VALUE = re.compile(r"""^\w+ = (?:"[^"\n]*"|'[^'\n]*'|[\d_.]+)[^\n]*\n""", re.MULTILINE)
EXAMPLES = {"yes", "no", "examples", "example", "reads", "name", "none"}


class Fault(NamedTuple):
    """A file's text between two offsets in bytes, and what stands there instead."""

    path: Path
    start: int
    end: int
    instead: str

    @property
    def planted(self) -> bytes:
        """The file with the fault."""
        whole = self.path.read_bytes()
        return whole[: self.start] + self.instead.encode() + whole[self.end :]

    def told(self, root: Path) -> str:
        """Place, what stands there, and what stands there instead."""
        whole = self.path.read_bytes()
        line = whole.count(b"\n", 0, self.start) + 1
        before = " ".join(whole[self.start : self.end].decode().split())
        return f"{self.path.relative_to(root)}:{line}: {before}  ->  {self.instead.strip() or 'nothing'}"


def of_code(path: Path) -> Iterator[Fault]:
    """One comparison, operator, number, truth or condition changed, or one statement gone."""
    text = path.read_bytes()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _nodes(ast.parse(text)):
        for other in _changed(node):
            start = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
            end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
            instead = ast.unparse(other)
            yield Fault(path, start, end, instead if isinstance(node, ast.stmt) else f"({instead})")


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """What a fault can be planted in, in the order of the text."""
    if isinstance(node, PASSED_OVER) or (isinstance(node, ast.keyword) and node.arg == "strict"):
        return  # that both sides of a zip are of one length is asserted, too
    yield node
    for name, field in ast.iter_fields(node):
        if name not in {"annotation", "returns", "decorator_list"}:
            for child in field if isinstance(field, list) else [field]:
                if isinstance(child, ast.AST):
                    yield from _nodes(child)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                other = deepcopy(node)
                other.ops[place] = COMPARED[type(op)]()
                yield other
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in COMPUTED:
            yield ast.BinOp(left, COMPUTED[type(op)](), right)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(value=float(value)):
            changed = (round(value * 1.25, 4), round(value * 0.8, 4)) if value else (1.0,)
            yield from map(ast.Constant, changed)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Continue() | ast.AugAssign() | ast.Expr(value=ast.Call()):
            yield ast.Pass()


def of_rules(path: Path) -> Iterator[Fault]:
    """One entry of a table gone: a row of a CSV file, an item of a TOML list or an assignment of its own."""
    text = path.read_text(encoding="utf-8")
    entries = list(ROW.finditer(text))[1:] if path.suffix == ".csv" else _items(text)
    for entry in entries:
        yield Fault(path, len(text[: entry.start()].encode()), len(text[: entry.end()].encode()), "")


def _items(text: str) -> Iterator[re.Match[str]]:
    """The items of lists, but for those of examples, and the assignments of one string or number each."""
    for named in LIST.finditer(text):
        if named["name"] not in EXAMPLES:
            yield from ITEM.finditer(text, named.start("items"), named.end("items"))
    yield from VALUE.finditer(text)
