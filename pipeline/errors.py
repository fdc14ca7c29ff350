"""What can go wrong for reasons that a person can mend: one family, each with one sentence that says what, where and
what to do. Anything else that is raised is a fault of this package."""

from __future__ import annotations

from typing import ClassVar, Literal


class DonorProfilesError(Exception):
    """The base of all of them; `str()` of one is its sentence."""


class UsageError(DonorProfilesError):
    """The command cannot begin or end as it was asked; nothing was changed."""


class UnreadableDocument(DonorProfilesError):
    """A PDF that gives no words. `status` is what the documents table says of it."""

    status: ClassVar[Literal["failed", "encrypted", "no-text"]] = "failed"


class DamagedDocument(UnreadableDocument):
    """Not a PDF, or one that is damaged beyond reading."""


class EncryptedDocument(UnreadableDocument):
    """A PDF that asks for a password or certificate."""

    status = "encrypted"


class TextlessDocument(UnreadableDocument):
    """A PDF whose pages hold no characters, as scans do."""

    status = "no-text"
