"""Places that no table has, by the places that stand in a row with them: "Irbid, Mafraq and Zarqa".

A row is names with capitals, commas between them, closed by an "and". Where the words around say that its names are
places ("the districts of …"), or two of them are known to be and stand in one place of work ("in …"), all of them are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.language.function_words import AND, THE
from pipeline.language.lexicon import by_language, rows
from pipeline.language.names import Words
from pipeline.language.phrases import PhraseBook, word_classes
from pipeline.language.topics import names_a_body
from pipeline.mentions.places.gazetteer import Meaning, Named

LONGEST = 3  # words of a name
ENOUGH = 2  # known places of a row


def certainty(text: Words, start: int, end: int) -> str | None:
    """What the words around a row make sure: a `name`, or even a common `word` as a name."""
    phrase = _cues().around(text, start - (text.folded[max(start - 1, 0)] in THE()), end, "place")
    return phrase.value if phrase else None


@by_language
def _cues() -> PhraseBook[str]:
    return PhraseBook((row["phrase"], row["certainty"]) for row in rows("place_cues"))


def named_beside(text: Words, found: Sequence[Named]) -> list[Named]:
    """The places that stand in a row with one that a table has."""
    known = {index: named for named in found for index in range(named.start, named.end)}
    places: dict[int, Named] = {}
    for named in found:
        if named.kind == "place" and named.start not in places:
            places |= {place.start: place for place in _row(text, named, known)}
    return list(places.values())


def _row(text: Words, first: Named, known: Mapping[int, Named]) -> list[Named]:
    """The names of the row around a place that no table has; none where the row may be of something else."""
    parts = [*reversed(list(_before(text, first, known))), (first.start, first.end), *_after(text, first, known)]
    told = [known.get(start) for start, _ in parts]
    others = [named for named in told if named is not None]
    start, end = parts[0][0], parts[-1][1]
    is_closed = len(parts) > 1 and text.folded[parts[-1][0] - 1] in AND()
    if not is_closed or any((named.kind, named.codes) != ("place", first.codes) for named in others):
        return []
    cue = certainty(text, start, end)
    is_told = cue is not None or text.folded[max(start - 1, 0)] == ":"
    if cue != "word" and not (is_told and len(others) >= ENOUGH):
        return []
    unknown = (part for part, named in zip(parts, told, strict=True) if named is None)
    return [_place(text, *part, first.meanings[0].iso3) for part in unknown]


def _place(text: Words, start: int, end: int, iso3: str) -> Named:
    name = " ".join(text.written[start:end])
    return Named(start, end, (Meaning("place", name, name, iso3),))


def _before(text: Words, first: Named, known: Mapping[int, Named]) -> Iterator[tuple[int, int]]:
    start = first.start
    while start > 1 and text.folded[start - 1] in AND() | {","}:
        end = start - 1 - (text.folded[start - 1] in AND() and text.folded[start - 2] == ",")
        named = known.get(end - 1)
        start = named.start if named else next((i for i in range(end, 0, -1) if not _is_large(text, i - 1)), 0)
        if not _may_be(text, start, end, named):
            return
        yield start, end


def _after(text: Words, first: Named, known: Mapping[int, Named]) -> Iterator[tuple[int, int]]:
    end, is_closed = first.end, False
    while not is_closed and end + 1 < len(text.folded) and text.folded[end] in AND() | {","}:
        is_closed = text.folded[end] in AND() or text.folded[end + 1] in AND()
        start = end + 1 + (text.folded[end] == "," and is_closed)
        named = known.get(start)
        limit = len(text.written)
        end = named.end if named else next((i for i in range(start, limit) if not _is_large(text, i)), limit)
        if not _may_be(text, start, end, named):
            return
        yield start, end


def _is_large(text: Words, i: int) -> bool:
    return text.written[i].istitle() and text.folded[i] not in word_classes()["AREA"]


def _may_be(text: Words, start: int, end: int, named: Named | None) -> bool:
    """Whether words may be the name of a place: few, and none that tells a body."""
    words = text.written[start:end]
    return named is not None or (0 < len(words) <= LONGEST and not any(map(names_a_body, words)))
