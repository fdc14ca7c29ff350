"""What kind of contribution an amount is, by the words of its sentence, else of its paragraph: flows.csv."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pipeline.language.lexicon import rows
from pipeline.language.lines import as_one_line
from pipeline.language.names import WORD
from pipeline.model import Flow


class Told(NamedTuple):
    """A phrase on tokens start to end, and the flow that it tells: none where it stands for several ("core and
    earmarked") or for any ("grant"); `of_paragraph` where it also tells of the amounts in later sentences."""

    start: int
    end: int
    flow: Flow | Literal[""]
    of_paragraph: bool


class Finder:
    """Finds the phrases in a Doc."""

    def __init__(self, vocab: Vocab) -> None:
        self.rows = {row["phrase"]: row for row in rows("flows")}
        self.matcher = PhraseMatcher(vocab, attr="LOWER")
        for phrase in self.rows:
            self.matcher.add(phrase, [Doc(vocab, WORD.findall(phrase))])

    def __call__(self, doc: Doc) -> list[Told]:
        """All phrases in text order, the longest where they overlap."""
        line, places = as_one_line(doc)
        found = ((span, self.rows[span.label_]) for span in filter_spans(self.matcher(line, as_spans=True)))
        return [
            Told(
                places[span.start],
                places[span.end - 1] + 1,
                cast(Flow | Literal[""], row["flow"]),
                row["holds_for"] == "paragraph",
            )
            for span, row in found
        ]
