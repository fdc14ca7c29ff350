"""Tagged PDFs of one page, written by hand: text with its marks, and the structure tree over them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.pdfs import pdf, stream

PAGE, FORM, ROOT, FIRST = 3, 7, 9, 10  # the numbers of objects; FIRST is that of the first element


class Element(NamedTuple):
    """An element of the tree: its type and what it holds, in order: elements, numbers of marked content, or PDF."""

    kind: str
    holds: tuple[Element | int | str, ...]


def element(kind: str, *holds: Element | int | str) -> Element:
    return Element(kind, holds)


def text(x: float, y: float, words: str) -> str:
    """Words at a place (points from the bottom left)."""
    return f"BT /F 10 Tf {x} {y} Td ({words}) Tj ET"


def marked(number: int, *drawn: str, kind: str = "P") -> str:
    """What is drawn as the marked content of that number."""
    return f"/{kind} <</MCID {number}>> BDC {' '.join(drawn)} EMC"


class Written(NamedTuple):
    """A tree as it stands in the file: its elements, references to the topmost and to the owner of each number of
    marked content, and the role map."""

    elements: Sequence[str]
    top: str
    owners: str
    roles: str = ""


def tagged(path: Path, drawn: Sequence[str], tree: Sequence[Element], roles: str = "", form: str = "") -> Path:
    """A PDF with a tree of elements; `/X Do` draws the form."""
    elements: list[str] = []
    owners: dict[int, int] = {}
    top = [_write(one, ROOT, elements, owners) for one in tree]
    owned = " ".join(f"{owners.get(number, ROOT)} 0 R" for number in range(max(owners, default=-1) + 1))
    return write(path, drawn, Written(elements, " ".join(f"{number} 0 R" for number in top), owned, roles), form)


def _write(one: Element, parent: int, elements: list[str], owners: dict[int, int]) -> int:
    number = FIRST + len(elements)
    elements.append("")
    held = []
    for part in one.holds:
        if isinstance(part, Element):
            held.append(f"{_write(part, number, elements, owners)} 0 R")
        else:
            held.append(str(part))
            if isinstance(part, int):
                owners.setdefault(part, number)
    elements[number - FIRST] = f"<< /S /{one.kind} /P {parent} 0 R /Pg {PAGE} 0 R /K [{' '.join(held)}] >>"
    return number


def write(path: Path, drawn: Sequence[str], tree: Written, form: str = "") -> Path:
    """A PDF with a tree that may be none."""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot {ROOT} 0 R /MarkInfo << /Marked true >> >>",
        f"<< /Type /Pages /Kids [{PAGE} 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 5 0 R /StructParents 0 >>",
        stream("", "\n".join(drawn)),
        f"<< /Font << /F 6 0 R >> /XObject << /X {FORM} 0 R >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources 5 0 R", form),
        f"<< /Nums [0 [{tree.owners}]] >>",
        f"<< /Type /StructTreeRoot /K [{tree.top}] /ParentTree 8 0 R /RoleMap << {tree.roles} >> >>",
        *tree.elements,
    ]
    path.write_bytes(pdf(objects))
    return path
