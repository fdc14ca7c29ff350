"""Where a sentence begins: after a full stop, question or exclamation mark that ends one, and after a blank line."""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

NAME = "donor_profiles_sentences"


@Language.component(NAME)
def sentences(doc: Doc) -> Doc:
    """Sets `is_sent_start` on every token."""
    for previous, token in pairwise(doc):
        token.is_sent_start = previous.text in {".", "!", "?"} or "\n\n" in previous.text
    return doc
