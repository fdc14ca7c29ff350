"""Frames: patterns over phrases that tell what a mention does in its sentence, the rows of frames.csv.

[MONEY]   the mention that is asked about, by its class       WORD   any phrase of that class     word   the word
giver:WHO the phrase that fills a slot                        a/b    either                       x?     may be missing
..        up to nine phrases, none of them an amount or a break of clauses         ...   any phrases up to a break
....      any phrases of the sentence
__        up to three words of one noun phrase
~         up to three words that only shade (classes ABOUT, AUX)                   ^ $   the sentence's edges
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from pipeline.language.lexicon import by_language, rows
from pipeline.relate.phrases import LONGEST, Phrase, Sentence
from pipeline.relate.words import classes

ANY = r"<\|[^<>]*\|>"
PLAIN = r"<\|(?!\)|[^<>]*\|?\b(?:MONEY|BREAK)\|)[^<>]*\|>"
BRACKETED = rf"<\|\(\|>(?:{PLAIN}){{0,6}}<\|\)\|>"  # no gap leads out of a bracket
NO_BREAK = r"<\|(?![^<>]*\bBREAK\|)[^<>]*\|>"
SHADE = r"<\|[^<>]*\b(?:ABOUT|AUX)\|[^<>]*>"
TIGHT = r"<\|(?![^<>]*\b(?:MONEY|BREAK|PREP|TIME)\|)(?!\|[,:]\|)[^<>]*\|>"
GAPS = {
    "__": rf"(?:{TIGHT}){{0,3}}?",
    "..": rf"(?:{PLAIN}|{BRACKETED}){{0,9}}?",
    "...": rf"(?:{NO_BREAK}){{0,24}}?",
    "....": rf"(?:{ANY}){{0,60}}?",
    "~": rf"(?:{SHADE}){{0,4}}",
}


CODES, MET, SOMEWHERE = "codes", "met", "somewhere"  # what is noted of a whole sentence
NOTHING = 1  # the bit of a frame that needs nothing
REACHES = {"..": 9, "...": 24, "....": 60, "~": 4, "__": 3}  # phrases that a gap may hold


class Need(NamedTuple):
    """One of these words or classes has to stand before the mention (side -1) or after it (1), this near."""

    side: int
    choices: frozenset[str]
    reach: int


class Frame(NamedTuple):
    """What a pattern tells of its mention; `before` and `after` are the regular expressions of its sides, if any."""

    tells: str
    focus: str
    before: str
    after: str
    needs: tuple[Need, ...]
    text: str
    weight: int


class Sought(NamedTuple):
    """A frame by its place among all; `needs` are the sides, bits and reaches of what it needs, `bits` all of these
    bits together."""

    place: int
    bits: int
    needs: tuple[tuple[int, int, int], ...]
    frame: Frame


class Frames:
    """Frames by what they need: each choice of words and classes is a bit, and a phrase has the bits of all that it
    meets."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        choices = dict.fromkeys(need.choices for frame in frames for need in frame.needs)
        bits = {one: NOTHING << n for n, one in enumerate(choices, 1)}
        self.met_by: dict[str, int] = {}
        for one, bit in bits.items():
            for word in one:
                self.met_by[word] = self.met_by.get(word, 0) | bit
        self.sought: dict[str, dict[int, list[Sought]]] = {}  # by the class of the mention and the rarest need
        for place, frame in enumerate(frames):
            needs = tuple((need.side, bits[need.choices], need.reach) for need in frame.needs)
            rarest = min(frame.needs, key=lambda need: len(need.choices), default=None)
            group = self.sought.setdefault(frame.focus, {}).setdefault(bits[rarest.choices] if rarest else NOTHING, [])
            group.append(Sought(place, reduce(or_, (bit for _, bit, _ in needs), 0), needs, frame))
        self.rarest = {focus: reduce(or_, groups) for focus, groups in self.sought.items()}
        self.known: dict[tuple[frozenset[str], str], int] = {}  # most phrases come again

    def near(self, sentence: Sentence, place: int, focus: str) -> list[Frame]:
        """The frames that may tell of the phrase at a place: all that they need stands near enough. It spares most
        frames the search."""
        if MET not in sentence.memo:
            sentence.memo[MET] = tuple([self._met(phrase) for phrase in sentence.phrases])
            sentence.memo[SOMEWHERE] = (reduce(or_, sentence.memo[MET], NOTHING),)
        met = sentence.memo[MET]
        return [sought.frame for sought in self._candidates(sentence, focus) if _is_near(sought, met, place)]

    def _met(self, phrase: Phrase) -> int:
        """The bits of a phrase."""
        key = phrase.kinds, phrase.text
        if key not in self.known:
            words = phrase.kinds.union((phrase.text,), phrase.text.split())
            self.known[key] = reduce(or_, (self.met_by.get(word, 0) for word in words), 0)
        return self.known[key]

    def _candidates(self, sentence: Sentence, focus: str) -> tuple[Sought, ...]:
        """The frames of which all that they need stands somewhere in the sentence: one of ten."""
        if focus not in sentence.memo:
            (met,) = sentence.memo[SOMEWHERE]
            groups = self.sought.get(focus, {})
            some = (sought for bit in _each(met & self.rarest.get(focus, 0)) for sought in groups[bit])
            sentence.memo[focus] = tuple(sorted([sought for sought in some if sought.bits & met == sought.bits]))
        return sentence.memo[focus]


def _each(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest


def _is_near(sought: Sought, met: Sequence[int], place: int) -> bool:
    for side, bit, reach in sought.needs:
        near = met[max(0, place - reach) : place] if side < 0 else met[place + 1 : place + 1 + reach]
        if not reduce(or_, near, 0) & bit:
            return False
    return True


class Statement(NamedTuple):
    """That a frame fits: what it tells, who fills its slots, and over how many phrases it reaches."""

    frame: Frame
    slots: dict[str, Phrase]
    length: int

    @property
    def weight(self) -> int:
        """How much the pattern asks for."""
        return self.frame.weight

    @property
    def asks(self) -> frozenset[str]:
        """The words and classes that its frame asks for."""
        return frozenset().union(*(need.choices for need in self.frame.needs))

    @property
    def tells(self) -> str:
        """What its frame tells."""
        return self.frame.tells


@by_language
def frames() -> dict[str, tuple[Frame, ...]]:
    """All frames, by the class of the mention that they tell of."""
    found: dict[str, list[Frame]] = {}
    for row in rows("frames"):
        frame = _frame(row["tells"], row["pattern"])
        found.setdefault(frame.focus, []).append(frame)
    return {focus: tuple(list_) for focus, list_ in found.items()}


@by_language
def _all() -> Frames:
    return Frames([frame for own in frames().values() for frame in own])


def _frame(tells: str, pattern: str) -> Frame:
    words = pattern.split()
    place = next(i for i, word in enumerate(words) if word.startswith("["))
    focus = words[place][1:-1]
    before, after = words[:place], words[place + 1 :]
    needs = (*_needs(before[::-1], -1), *_needs(after, 1))
    weight = sum(w not in GAPS and w[-1] not in "?*" for w in words)
    return Frame(tells, focus, _side(before, "before"), _side(after, "after"), needs, pattern, weight)


def _needs(words: Sequence[str], side: int) -> Iterator[Need]:
    """What a side of a pattern asks for, by how far from the mention it may stand; the words go outwards."""
    reach = 0
    for word in words:
        reach += REACHES.get(word, 0 if word in "^$" else LONGEST if word[-1] == "*" else 1)
        if word not in GAPS and word not in "^$" and word[-1] not in "?*" and not word.startswith("!"):
            plain = word.partition(":")[2] if re.match(r"[a-z]+:.", word) else word
            yield Need(side, frozenset(w for choice in plain.split("/") for w in choice.split("_")), reach)


def _side(words: Sequence[str], side: str) -> str:
    if not words:
        return ""
    body = "".join(_items(words))
    # the nearest words before it, where a pattern fits in several ways
    return rf"(?s:.*)(?P<body>{body})\Z" if side == "before" else f"(?P<body>{body})"


@cache
def _compiled(side: str) -> re.Pattern[str]:
    """Once a sentence has what its frame needs: most are never met, and all of them would be a third of loading."""
    return re.compile(side)


def _items(words: Sequence[str]) -> Iterator[str]:
    """The words of a pattern; those that an entry of a class holds together may be read as one, too."""
    i = 0
    while i < len(words):
        for length in range(min(LONGEST, len(words) - i), 1, -1):
            run = words[i : i + length]
            together = [" ".join(c) for c in product(*(w.split("/") for w in run)) if c in classes()]
            if all(map(_is_literal, run)) and together:
                yield f"(?:{''.join(map(_item, run))}|{_item('/'.join(t.replace(' ', '_') for t in together))})"
                i += length
                break
        else:
            yield _item(words[i])
            i += 1


def _is_literal(word: str) -> bool:
    return (
        word not in GAPS and word not in "^$" and word == word.lower() and word[-1] not in "?*" and ":" not in word[1:]
    )


def _item(word: str) -> str:
    if word in GAPS:
        return GAPS[word]
    if word == "^":
        return r"\A"
    if word == "$":
        return r"\Z"
    if word.endswith("*") and len(word) > 1:
        return rf"(?:{_item(word[:-1])}){{0,4}}"
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    slot = ""
    if match := re.fullmatch(r"([a-z]+):(.+)", word):
        slot, word = match.groups()
    negated = word.startswith("!")
    choices = [w.replace("_", " ") for w in word.lstrip("!").split("/")]
    alternatives = "|".join(map(re.escape, choices))
    item = rf"<\|(?:[^<>]*\|)?(?:{alternatives})\|[^<>]*>"
    if negated:
        item = rf"(?!{item}){ANY}"
    if slot:
        item = f"(?P<{slot}>{item})"
    return f"(?:{item})?" if optional else item


def statements(sentence: Sentence, place: int, focus: str) -> tuple[Statement, ...]:
    """All that the frames tell of the phrase at a place of a sentence."""
    if (place, focus) not in sentence.memo:
        sentence.memo[place, focus] = tuple(_statements(sentence, place, focus))
    return sentence.memo[place, focus]


def _statements(sentence: Sentence, place: int, focus: str) -> Iterator[Statement]:
    near = _all().near(sentence, place, focus)
    if not near:
        return
    codes = _codes(sentence)
    before, after = "".join(codes[:place]), "".join(codes[place + 1 :])
    yield from filter(None, (_fit(frame, sentence.phrases, place, before, after) for frame in near))


def _fit(frame: Frame, phrases: Sequence[Phrase], place: int, before: str, after: str) -> Statement | None:
    """What a frame tells of the phrase at a place, where it fits what stands before and after it."""
    slots, length = dict[str, Phrase](), 0
    for side, codes, start in ((frame.before, before, 0), (frame.after, after, place + 1)):
        found = _compiled(side).match(codes) if side else None
        if side and not found:
            return None
        if found:
            length += found["body"].count("<")
            for name in found.re.groupindex:
                if name != "body" and found[name]:
                    slots[name] = phrases[start + codes[: found.start(name)].count("<")]
    return Statement(frame, slots, length)


def _codes(sentence: Sentence) -> tuple[str, ...]:
    """What patterns are held against, phrase by phrase."""
    if CODES not in sentence.memo:
        sentence.memo[CODES] = tuple([phrase.code for phrase in sentence.phrases])
    return sentence.memo[CODES]
