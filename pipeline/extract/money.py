"""Stub."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

NAME = "donor_profiles_money"


@Language.component(NAME)
def money(doc: Doc) -> Doc:
    """Stub."""
    return doc
