"""Text read over the ends of its lines: white space parts words, only a blank line parts what is said."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import IS_SPACE
from spacy.tokens import Doc


def words_of(doc: Doc) -> Sequence[int]:
    """The indices of all tokens but line ends, indents and other white space; a blank line is kept, for it parts."""
    spaces = doc.to_array([IS_SPACE]).nonzero()[0].tolist()
    left_out = {i for i in spaces if doc[i].text.count("\n") < 2}
    return [i for i in range(len(doc)) if i not in left_out] if left_out else range(len(doc))


def as_one_line(doc: Doc) -> tuple[Doc, Sequence[int]]:
    """The words alone, for matchers, and the index that each has in the text."""
    places = words_of(doc)
    return (doc if len(places) == len(doc) else Doc(doc.vocab, [doc[i].text for i in places])), places
