"""Text read over the ends of its lines: white space parts words; only the end of a passage parts what is said.

The passages of a section end where its form says (`doc._.form`): at every line end and tab of its text. In a text that
came without a form a blank line ends one, and so does a tab between cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.attrs import IS_SPACE
from spacy.tokens import Doc, Token

from pipeline.model import Block

CELL_END, LINE_END = "\t", "\n"

NO_FORM: tuple[Block, ...] = ()
Doc.set_extension("form", default=NO_FORM, force=True)  # the blocks of the text
Doc.set_extension("offsets", default=(), force=True)  # where its tokens begin
Doc.set_extension("blanks", default=None, force=True)
Doc.set_extension("formed", default=False, force=True)  # whether it is a section's, all of whose line ends part


def parts(token: Token) -> bool:
    """Whether white space parts what is said: between passages, at a blank line or after a cell; a tab that indents a
    line of plain text does not."""
    text = token.text
    return text.count(LINE_END) > 1 or (LINE_END in text and token.doc._.formed) or ends_cell(token)


def ends_cell(token: Token) -> bool:
    """Whether white space stands between two cells or rows of a table, or a label and its value."""
    text = token.text
    if CELL_END in text:
        return LINE_END not in text or (token.doc._.formed and text.count(LINE_END) == 1)
    return text == LINE_END and token.doc._.formed


def parted(doc: Doc, start: int, end: int) -> bool:
    """Whether anything between two characters of the text parts what is said."""
    between = doc.char_span(start, end, alignment_mode="expand") if end > start else None
    return between is not None and any(map(parts, between))


def has_cells(doc: Doc) -> bool:
    """Whether there are rows of tables in the text."""
    return any(ends_cell(doc[i]) for i in _blanks(doc))


def breaks(doc: Doc) -> Iterator[int]:
    """The indices of the white space that parts what is said."""
    return (i for i in _blanks(doc) if parts(doc[i]))


def _blanks(doc: Doc) -> tuple[int, ...]:
    """The indices of all white space, which each component asks for."""
    blanks: tuple[int, ...] | None = doc._.blanks
    if blanks is None:
        blanks = doc._.blanks = tuple(doc.to_array([IS_SPACE]).nonzero()[0].tolist())
    return blanks


def words_of(doc: Doc) -> Sequence[int]:
    """The indices of all tokens but line ends, indents and other white space that does not part what is said."""
    left_out = {i for i in _blanks(doc) if not parts(doc[i])}
    return [i for i in range(len(doc)) if i not in left_out] if left_out else range(len(doc))


def as_one_line(doc: Doc) -> tuple[Doc, Sequence[int]]:
    """The words alone, for matchers, and the index that each has in the text."""
    places = words_of(doc)
    return (doc if len(places) == len(doc) else Doc(doc.vocab, [doc[i].text for i in places])), places
