"""Stub."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

NAME = "donor_profiles_dates"


@Language.component(NAME)
def dates(doc: Doc) -> Doc:
    """Stub."""
    return doc
