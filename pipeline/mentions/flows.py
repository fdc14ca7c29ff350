"""What kind of contribution an amount is, by the words of its sentence, else of its paragraph: flows.csv."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

from pipeline.language.lexicon import by_language, rows
from pipeline.language.names import WORD, Entries
from pipeline.language.spans import Doc, longest
from pipeline.model import Flow


class Told(NamedTuple):
    """A phrase on tokens start to end, and the flow that it tells: none where it stands for several ("core and
    earmarked") or for any ("grant"); `of_paragraph` where it also tells of the amounts in later sentences."""

    start: int
    end: int
    flow: Flow | Literal[""]
    of_paragraph: bool


@by_language
def _phrases() -> Entries[tuple[Flow | Literal[""], bool]]:
    phrases = Entries[tuple[Flow | Literal[""], bool]]()
    for row in rows("flows"):
        told = cast(Flow | Literal[""], row["flow"]), row["holds_for"] == "paragraph"
        phrases.enter(WORD.findall(row["phrase"].lower()), told)
    return phrases


def told_flows(doc: Doc) -> list[Told]:
    """All phrases in text order, the longest where they overlap."""
    places = doc.places
    found = _phrases().all(doc.words)
    return sorted(longest(Told(places[start], places[end - 1] + 1, *told) for start, end, told in found))
