"""Text read over the ends of its lines: white space parts words; only a blank line, or the end of a table's cell, parts
what is said."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import IS_SPACE
from spacy.tokens import Doc

CELL_END = "\t"


def parts(text: str) -> bool:
    """Whether a token parts what is said: a blank line, or a tab, which ends a cell unless it indents a line."""
    return text.count("\n") > 1 or ends_cell(text)


def ends_cell(text: str) -> bool:
    """Whether a token is what stands between two cells of a table's row."""
    return CELL_END in text and "\n" not in text


def has_cells(doc: Doc) -> bool:
    """Whether there are rows of tables in the text."""
    return any(ends_cell(doc[i].text) for i in doc.to_array([IS_SPACE]).nonzero()[0].tolist())


def words_of(doc: Doc) -> Sequence[int]:
    """The indices of all tokens but line ends, indents and other white space that does not part what is said."""
    spaces = doc.to_array([IS_SPACE]).nonzero()[0].tolist()
    left_out = {i for i in spaces if not parts(doc[i].text)}
    return [i for i in range(len(doc)) if i not in left_out] if left_out else range(len(doc))


def as_one_line(doc: Doc) -> tuple[Doc, Sequence[int]]:
    """The words alone, for matchers, and the index that each has in the text."""
    places = words_of(doc)
    return (doc if len(places) == len(doc) else Doc(doc.vocab, [doc[i].text for i in places])), places
