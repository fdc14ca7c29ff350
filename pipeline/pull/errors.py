"""Why a PDF cannot be read, each as one sentence for the person whose file it is."""

from __future__ import annotations

from pipeline.model import Status


class Unreadable(Exception):  # noqa: N818 (says what the PDF is)
    """A PDF that gives no words. `status` is what the documents table says of it."""

    status: Status = "failed"

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Broken(Unreadable):
    """Not a PDF, or one that is damaged beyond reading."""


class Encrypted(Unreadable):
    """A PDF that asks for a password or certificate."""

    status = "encrypted"


class WithoutText(Unreadable):
    """A PDF whose pages hold no characters, as scans do."""

    status = "no-text"
