"""What pdfium says of a page's structure tree: the order, headings and table rows that a tagged PDF's author gave it.

pdfium loads the part of the tree that the page's entry in the parent tree leads to, and resolves one step of the role
map, so that a paragraph style "Heading_1" is the H1 that it is mapped to. It gives no text: elements name marked
content by number, and each text object knows the number of the outermost marked content that it is drawn in. A form
numbers its own content anew, and the tree of the page does not tell whose number it means, so text within a form has
the tag of the form.
"""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterator
from itertools import count
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.model import Tag
from pipeline.pull.pdfium.ffi import ADDRESS, NUMBER, plain_call
from pipeline.pull.pdfium.graphics import PageObject

# Elements that are read as one; what is nested in them is part of them (Span, Link) or one of these itself.
BLOCKS = frozenset({"P", "LI", "LBody", "TD", "TH", "Caption", "TOCI", "BlockQuote"})
# Levels of headings; Title and the H of documents that nest their chapters have no number of their own.
HEADINGS = {"Title": 1, "H": 1, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
# Notes stand at the foot of the page, wherever in the text the tree has them: they come after all that is none.
NOTES = frozenset({"Note", "FENote"})
AFTER_ALL = 1 << 20
# Elements and their content looked at on one page: a page of small print has some thousands, and every element of a
# document without chapters is looked at on every page. What comes after that is left untagged.
LARGEST = 100_000
# Bytes of an element's type in UTF-16; the names that matter are short.
TYPE_LENGTH = 64

CHILDREN = plain_call(pdfium.FPDF_StructElement_CountChildren, NUMBER, ADDRESS)
CHILD = plain_call(pdfium.FPDF_StructElement_GetChildAtIndex, ADDRESS, ADDRESS, NUMBER)
CHILD_CONTENT = plain_call(pdfium.FPDF_StructElement_GetChildMarkedContentID, NUMBER, ADDRESS, NUMBER)
TYPE = plain_call(pdfium.FPDF_StructElement_GetType, ctypes.c_ulong, ADDRESS, ADDRESS, ctypes.c_ulong)
ROOT = plain_call(pdfium.FPDF_StructTree_GetChildAtIndex, ADDRESS, ADDRESS, NUMBER)
CONTENT = plain_call(pdfium.FPDFPageObj_GetMarkedContentID, NUMBER, ADDRESS)


def tags(page: pypdfium2.PdfPage, texts: Collection[PageObject]) -> dict[int, Tag]:
    """The tag of each tagged text object of a page, by the object's address; none where the page has no tree."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        told = _contents(tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    if not told:
        return {}
    numbers = {text.outermost: CONTENT(text.outermost) for text in texts}
    return {text.address: told[numbers[text.outermost]] for text in texts if numbers[text.outermost] in told}


class _Place(NamedTuple):
    """What the content of an element is part of, and whether that is a block."""

    tag: Tag
    block: bool = False
    note: bool = False


class _Numbers:
    """The ranks and rows given so far on a page."""

    def __init__(self) -> None:
        self.ranks, self.rows = count(1), count(1)

    def place(self, kind: str, around: _Place) -> _Place:
        """The place of an element within another one."""
        note = around.note or kind in NOTES
        row = around.tag.row
        if kind in ("TR", "Table"):  # a table takes a number too, so that its first row does not follow another's last
            row = next(self.rows)
        heading = HEADINGS.get(kind, 0)
        block = bool(heading) or kind in BLOCKS or kind in NOTES
        if around.block and not block:
            return _Place(around.tag._replace(row=row), True, note)
        return _Place(Tag(next(self.ranks) + note * AFTER_ALL, heading, row), block, note)


def _contents(tree: Any) -> dict[int, Tag]:
    """The tag of each marked content that the tree gives one place in its order."""
    told: dict[int, Tag] = {}
    elsewhere: set[int] = set()
    for number, tag in _walk(tree):
        if told.setdefault(number, tag) != tag:
            elsewhere.add(number)
    return {number: tag for number, tag in told.items() if number not in elsewhere}


def _walk(tree: Any) -> Iterator[tuple[int, Tag]]:
    """The numbers of all marked contents with their tags; elements that are reached again, as in a tree that runs in
    a circle, are looked at once. Nothing more once LARGEST is reached."""
    numbers, seen, looked = _Numbers(), set[int](), 0
    top = pdfium.FPDF_StructTree_CountChildren(tree)
    pending = [(ROOT(tree, index), _Place(Tag(0))) for index in reversed(range(min(top, LARGEST)))]
    while pending:
        element, around = pending.pop()
        if not element or element in seen:
            continue
        seen.add(element)
        place, children = numbers.place(_type(element), around), CHILDREN(element)
        looked += 1 + children
        if looked > LARGEST:
            return
        for index in range(children):
            if (number := CHILD_CONTENT(element, index)) >= 0:
                yield number, place.tag
        pending += [(CHILD(element, index), place) for index in reversed(range(children))]


def _type(element: int) -> str:
    """The standard type of an element, empty where its name is too long to be one."""
    buffer = ctypes.create_string_buffer(TYPE_LENGTH)
    length = TYPE(element, buffer, TYPE_LENGTH)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace") if length <= TYPE_LENGTH else ""
