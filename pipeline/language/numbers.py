"""Numbers in digits: what their points, commas, apostrophes and spaces mean.

A mark is decided by the whole number ("9.990,00", "1 350 000", "12,34,567.89", "2,5"). One point or comma before
exactly three digits ("1.350", "1,350") is decided by the other numbers of the text: `Marks` is what they show. Where
they show nothing a comma groups thousands, as English writes it, and a point stays open: two readings, a thousand
times apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from spacy.lang.lex_attrs import is_currency

from pipeline.language.function_words import AND, OF
from pipeline.language.lexicon import by_language, rows, word_set
from pipeline.language.lexicon import words as entries
from pipeline.language.spans import Doc, Number

LONGEST = 18  # digits; more are an account number or noise, not a figure

GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<group>[.,'’ ])\d{3}(?:(?P=group)\d{3})*)"
    r"(?:(?P<decimal>(?!(?P=group))[.,])(?P<fraction>\d+))?"
)
INDIAN = re.compile(r"(?P<whole>\d{1,2}(?P<group>,)(?:\d{2},)+\d{3})(?:(?P<decimal>\.)(?P<fraction>\d+))?")
DECIMAL = re.compile(r"(?P<whole>\d+)(?P<decimal>[.,])(?P<fraction>\d+)")
ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
RAISED = re.compile(r"\d+['’]\d{1,2}")  # "2'5 millones", in languages that write decimals so
MILLIONS = re.compile(  # "1'200.000", "8'750,000.00"
    r"(?P<whole>[1-9]\d{0,2}['’]\d{3}(?P<group>[.,])\d{3})(?:(?!(?P=group))(?P<decimal>[.,])(?P<fraction>\d\d))?"
)
FOOTNOTED = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+)[1-9]\d?")  # "45,0003": a footnote's number runs on


class Marks(NamedTuple):
    """The marks that the plain cases of a text show between thousands and before decimals."""

    groups: frozenset[str]
    decimals: frozenset[str]


def shown(numbers: Iterable[str]) -> Marks:
    """What the numbers of one text show of its marks; those that could be either show nothing."""
    matches = [
        match.groupdict()
        for text in numbers
        if not (text.isdecimal() or ONE_GROUP.fullmatch(text) or FOOTNOTED.fullmatch(text))
        and (match := next(filter(None, (form.fullmatch(text) for form in (MILLIONS, GROUPED, INDIAN, DECIMAL))), None))
    ]
    return Marks(
        frozenset(match["group"] for match in matches if match.get("group")),
        frozenset(match["decimal"] for match in matches if match["decimal"]),
    )


def read(text: str, marks: Marks) -> tuple[Decimal, ...]:
    """The readings of a number in digits: one where it is sure, two where the marks leave it open (the likelier first),
    none where it is no number ("192.168.1")."""
    if len(text) > LONGEST and sum(map(str.isdigit, text)) > LONGEST:
        return ()
    if text.isdecimal():
        return (Decimal(text),)
    if RAISED_MARKS().intersection(text) and RAISED.fullmatch(text):
        text = re.sub("['’]", ".", text)
    if (match := MILLIONS.fullmatch(text)) and match["group"] in GROUPS() | NOUGHTS():
        return (_value(match),)
    if ONE_GROUP.fullmatch(text):
        return _one_group(text, marks)
    forms = (GROUPED, INDIAN, *([FOOTNOTED] if "," in GROUPS() else []), DECIMAL)
    return tuple(dict.fromkeys(_value(match) for form in forms if (match := form.fullmatch(text))))


GROUPS = word_set("function_words", "groups thousands")
NOUGHTS = word_set("function_words", "groups noughts")  # "2,000 millones", where commas are decimal marks as well
PARTING = by_language(lambda: GROUPS() & {","})  # "2, 50 million" are two numbers in English
SUMS = by_language(lambda: [phrase.split() for phrase in entries("money_words", "sum")])
LONGEST_PHRASE = 4  # words
DECIMALS = re.compile(r"\d\d?")
RAISED_MARKS = word_set("function_words", "raised decimal mark")


def _one_group(text: str, marks: Marks) -> tuple[Decimal, ...]:
    mark, other = (",", ".") if "," in text else (".", ",")
    if mark in NOUGHTS() and text.endswith("000"):
        return (Decimal(text.replace(mark, "")),)
    grouped, decimal = Decimal(text.replace(mark, "")), Decimal(text.replace(mark, "."))
    if mark in marks.groups or (mark not in marks.decimals and (mark in GROUPS() or other in marks.decimals)):
        return (grouped,)
    if mark in marks.decimals or other in marks.groups:
        return decimal, grouped
    return grouped, decimal


def _value(match: re.Match[str]) -> Decimal:
    whole = "".join(character for character in match["whole"] if character.isdecimal())
    return Decimal(f"{whole}.{match.groupdict().get('fraction') or ''}")


class Word(NamedTuple):
    """What a word adds to a number: a unit, tens, a hundred, a scale, a collective ("une dizaine de millions"), a
    fraction, a tail ("and a half")."""

    kind: str
    value: Decimal


@by_language
def number_words() -> dict[str, Word]:
    """What each word of numbers.csv adds."""
    return {row["word"]: Word(row["kind"], Decimal(row["value"])) for row in rows("numbers")}


@by_language
def number_scales() -> dict[str, Decimal]:
    """The scales that are number words: "million"."""
    return {word: row.value for word, row in number_words().items() if row.kind == "scale"}


@by_language
def _tails() -> dict[str, list[tuple[list[str], Decimal]]]:
    """The phrases that end a number ("and a half", "-and-a-half"), by their first word."""
    tails: dict[str, list[tuple[list[str], Decimal]]] = {}
    for phrase, word in number_words().items():
        if word.kind == "tail":
            plain = phrase.split()
            for form in (plain, [part for own in plain for part in ("-", own)]):
                tails.setdefault(form[0], []).append((form, word.value))
    return tails


HYPHENS = frozenset("-‐‑")
CODE_MARKS = HYPHENS | {".", "/"}
ONE, POINT = word_set("function_words", "a"), word_set("function_words", "point")
RAISED_POINTS = frozenset("·‧∙")  # "£2·7 million"
TENS_JOIN = word_set("function_words", "between tens and units")
LABELS = word_set("date_words", "LABEL")
ALONE = word_set("function_words", "counts without an article")
HALVES = word_set("function_words", "half before of")  # "un millón y medio de euros", not "3 million and half of it"
ROOM = {
    "unit": 1,
    "tens": 10,
    "score": 10,
    "sixty": 20,
    "hundreds": 100,
}  # what fits after a word of each kind: "doscientos cinco"
BEYOND_THOUSANDS = frozenset({Decimal(1), Decimal(1_000_000)})  # thousands of millions are written in both, "7 mil 500"
NO_WORD = Word("none", Decimal(0))


def _word(text: str) -> Word:
    """What a word adds, which is in lower case."""
    return number_words().get(text, NO_WORD)


def like_number(text: str) -> bool:
    """Whether a number can stand on this token."""
    return text[:1].isdecimal() or text.lower() in _counting()


@by_language
def _counting() -> frozenset[str]:
    return frozenset(word for word, told in number_words().items() if told.kind != "article")


def numbers(doc: Doc) -> None:
    """Leaves every number of the text."""
    places, words, counting = doc.places, doc.words, _counting()
    if not counting:  # without a language's words its marks are unknown
        return
    candidates = [at for at, word in enumerate(words) if word in counting or word[:1].isdecimal()]
    written = {at: _grouped(doc, places, at) for at in candidates if words[at][0].isdecimal()}
    marks = shown(text for at, (text, _) in written.items() if not _counts_nothing(doc, places[at]))
    found: list[Number] = []
    for at in candidates:
        if found and at < found[-1].end:
            continue
        if at in written:
            text, end = written[at]
            bare = _begins_with_point(doc, places, at)
            start, text = (at - 1, f"0.{text}") if bare else (at, text)
            number = _in_digits(words, start, end, read(text, marks))
        else:
            number = _in_words(words, at)
        apart = not (number and found) or words[number.end] == "/"  # "mil 50/100 soles"
        if number and not apart and number.start == found[-1].end and _go_together(found[-1], number):
            number = _together(found.pop(), number)
        if number:
            found.append(number)
    doc.numbers = tuple(n._replace(start=places[n.start], end=places[n.end - 1] + 1) for n in found)


def _go_together(high: Number, low: Number) -> bool:
    """Whether a number goes on in a smaller scale: "3 million 500 thousand", "45 mil 300", "mil 500", "siete mil 500
    millones"."""
    thousands = high.scale == 1000 or (high.in_words and high.scale == 1 and high.readings[0] % 1000 == 0)
    return high.scale > low.scale > 1 or (thousands and low.scale in BEYOND_THOUSANDS and max(low.readings) < 1000)


def _together(high: Number, low: Number) -> Number:
    """Two numbers that are one: "3 million 500 thousand"."""
    shared = low.scale if low.scale > high.scale else Decimal(1)
    readings = {h * high.scale * shared + w * low.scale: None for h in high.readings for w in low.readings}
    return Number(high.start, low.end, tuple(readings), in_words=True)


def _grouped(doc: Doc, places: Sequence[int], at: int) -> tuple[str, int]:
    """The digits that begin at a word with the groups of three that follow apart by a space, and where they end; in
    "250, 000" and "un montant de 77, 86 milliards" the space is a slip."""
    text, end = doc.texts[places[at]], at + 1
    if _raised_point(doc, places[at]) or _decimals_apart(doc, places, at):
        return f"{text}.{doc.texts[places[at + 2]]}", at + 3
    while _space_after_comma(doc, places[end - 1]):
        text, end = f"{text},000", end + 2
    while end < len(places) and _one_space(doc, places[end - 1], places[end]):
        longer = f"{text} {doc.texts[places[end]]}"
        if not GROUPED.fullmatch(longer):
            break
        text, end = longer, end + 1
    return text, end


def _counts_nothing(doc: Doc, i: int) -> bool:
    """Whether a number is one of a section ("article 4.1") or the end of a code ("12.03.20.143A.481.08"), whose marks
    are no number's."""
    if i and doc.lower[i - 1] in LABELS():
        return True
    if i < 2 or doc.spaced(i - 1) or doc.spaced(i - 2):
        return False
    return doc.texts[i - 1] in CODE_MARKS and doc.texts[i - 2][-1].isalnum()


def _raised_point(doc: Doc, i: int) -> bool:
    """Whether a point in the middle of the line, and then digits, are glued to a token: "£2·7"."""
    if i + 2 >= len(doc) or doc.texts[i + 1] not in RAISED_POINTS or doc.spaced(i) or doc.spaced(i + 1):
        return False
    return doc.texts[i].isdecimal() and doc.texts[i + 2].isdecimal()


def _begins_with_point(doc: Doc, places: Sequence[int], at: int) -> bool:
    """Whether digits are the decimals of a number without its nought: "US$ .5 million", not "4 .5" nor "dept.5"."""
    i = places[at]
    if i == 0 or doc.texts[i - 1] != "." or doc.spaced(i - 1) or not doc.texts[i].isdecimal():
        return False
    if i == 1 or doc.is_blank(i - 2) or is_currency(doc.texts[i - 2]):
        return True
    return doc.spaced(i - 2) and not doc.texts[i - 2][-1].isdecimal()


def _space_after_comma(doc: Doc, i: int) -> bool:
    """Whether a comma is glued to a token and after it, apart by a space, stand three noughts."""
    if i + 2 >= len(doc) or doc.texts[i + 2] != "000":
        return False
    return doc.texts[i + 1] == "," and doc.spaced(i + 1) and not doc.spaced(i)


def _decimals_apart(doc: Doc, places: Sequence[int], at: int) -> bool:
    """Whether a mark is glued to digits and their decimals follow apart by a space, before a scale: what stands before
    says that the figure is a sum, or they begin with a nought."""
    if at + 3 >= len(places) or places[at + 3] != places[at] + 3:
        return False
    i = places[at]
    whole, mark, decimals, scale = doc.lower[i : i + 4]
    if mark not in {",", "."} or mark in PARTING() or doc.spaced(i) or not doc.spaced(i + 1):
        return False
    if not (whole.isdecimal() and DECIMALS.fullmatch(decimals) and _word(scale).kind == "scale"):
        return False
    before = doc.lower[max(0, i - LONGEST_PHRASE) : i]
    told = any(before[-len(phrase) :] == phrase for phrase in SUMS())
    sign = mark == "," and any(map(is_currency, before[-2:]))
    return told or sign or decimals[0] == "0"


def _one_space(doc: Doc, left: int, right: int) -> bool:
    """Whether just one space, of any width, is between two tokens."""
    space = doc.text[doc.ends[left] : doc.starts[right]]
    return len(space) == 1 and space != "\n"


def _in_digits(words: Sequence[str], start: int, end: int, readings: tuple[Decimal, ...]) -> Number | None:
    """Digits with what follows them: "2½", "2 and a half", "4.5 million", "$10-million"."""
    if not readings:
        return None
    tail, end = _tail(words, end)
    scale, end = _scale(words, end)
    if scale > 1 and not tail:  # "1 million and a half"
        tail, end = _tail(words, end)
    return Number(start, end, tuple(reading + tail for reading in readings), scale)


def _in_words(words: Sequence[str], start: int) -> Number | None:
    """A number that begins in words: "three", "two and a half billion", "a hundred million", "half a million"."""
    first = _word(words[start])
    if first.kind in {"scale", "collective", "hundred", "fraction"}:
        if start and _word(words[start - 1]).kind == "article":
            start -= 1
        elif first.kind != "fraction" and words[start] not in ALONE():
            return None
    if part := _part_of_scale(words, start):
        return part
    value, end = _below_million(words, start)
    decimals, end = _decimals(words, end) if end > start else (Decimal(0), end)
    tail, end = (decimals, end) if decimals else _tail(words, end)
    scale, end = _scale(words, end)
    if scale > 1 and not tail:  # "a million and a half"
        tail, end = _tail(words, end)
    if end == start or first.kind == "fraction":
        return None
    value += tail
    rest, end = _smaller(words, end, scale)
    if rest:
        return Number(start, end, (value * scale + rest,), in_words=True)
    return Number(start, end, (value,), scale, in_words=True)


def _part_of_scale(words: Sequence[str], start: int) -> Number | None:
    """ "half a million", "half million", "a quarter of a million", "three-quarters of a million"."""
    count, end = _below_thousand(words, start)
    end += words[end] in HYPHENS or (end == start and words[end] in ONE())
    part = _word(words[end])
    if part.kind != "fraction":
        return None
    end += 1
    while words[end] in OF() | ONE() | HYPHENS:
        end += 1
    scale, after = _scale(words, end)
    return Number(start, after, (part.value * (count or 1),), scale, in_words=True) if after > end else None


def _below_million(words: Sequence[str], start: int) -> tuple[Decimal, int]:
    """The same below a million, in languages that count thousands so before a scale: "mil doscientos millones"."""
    value, end = _below_thousand(words, start)
    thousand = _word(words[end])
    if words[end] not in ALONE() or thousand.kind != "scale":
        return value, end
    rest, after = _below_thousand(words, end + 1)
    return max(value, Decimal(1)) * thousand.value + rest, after


def _below_thousand(words: Sequence[str], start: int) -> tuple[Decimal, int]:
    """The value of number words below a thousand and where they end: (0, start) where there are none."""
    value, end, room = Decimal(0), start, 1000
    while True:
        at = end + 1 if words[end] in _joiners(room) or (room == 1 and words[end] in HYPHENS) else end
        word = _word(words[at])
        if word.kind == "hundred" and (0 < value < 100 or (end == start and words[at] in ALONE())):
            value, room = max(value, Decimal(1)) * 100, 100
        elif word.kind == "score" and room == 1 and 0 < value % 100 < 10:  # "quatre-vingts"
            value, room = value + value % 100 * (word.value - 1), 20
        elif word.value < room and (word.kind in ROOM or (end == start and _is_one(words, at))):
            value, room = value + word.value, ROOM.get(word.kind, 1)
        else:
            return value, end
        end = at + 1


def _joiners(room: int) -> frozenset[str]:
    """What may stand before the word of an open place: "two hundred and five", "twenty-five", "vingt et un"."""
    return AND() if room == 100 else HYPHENS | TENS_JOIN() if room in {10, 20} else frozenset()


def _decimals(words: Sequence[str], end: int) -> tuple[Decimal, int]:
    """The decimals after a point in words, and where they end: "one point five"."""
    figures, at = "", end + 1
    while words[end] in POINT() and (word := _word(words[at])).kind == "unit" and word.value < 10:
        figures, at = f"{figures}{word.value}", at + 1
    return (Decimal(f"0.{figures}"), at) if figures else (Decimal(0), end)


def _is_one(words: Sequence[str], at: int) -> bool:
    """Whether an article counts as one: before a hundred or a scale."""
    article, following = (_word(words[i]).kind for i in (at, at + 1))
    return article == "article" and following in {"hundred", "scale", "collective"}


def _tail(words: Sequence[str], end: int) -> tuple[Decimal, int]:
    for form, value in _tails().get(words[end], ()):
        after = end + len(form)
        if words[end:after] == form and (words[after] not in OF() or words[after - 1] in HALVES()):
            return value, after
    return Decimal(0), end


def _scale(words: Sequence[str], end: int) -> tuple[Decimal, int]:
    """The product of the scale words that follow: "hundred thousand", "million", "-million", "dizaine de millions"."""
    scale, of = Decimal(1), False
    while True:
        at = end + 1 if words[end] in HYPHENS or (of and words[end] in OF()) else end
        word = _word(words[at])
        if word.kind not in {"hundred", "scale"} and (word.kind != "collective" or scale > 1):
            return scale, end
        scale, end, of = scale * word.value, at + 1, word.kind == "collective"


def _smaller(words: Sequence[str], end: int, scale: Decimal) -> tuple[Decimal, int]:
    """What follows a scale in smaller ones: "five hundred thousand" of "two million and five hundred thousand", "six
    hundred" of "five thousand, six hundred"."""
    total = Decimal(0)
    while scale > 1:
        linked = words[end] in AND() or words[end] == ","
        value, after = _below_thousand(words, end + linked)
        smaller, after = _scale(words, after)
        listed = words[end] == "," and value < 100 and smaller == 1
        if after == end + linked or smaller >= scale or listed:
            break
        total, end, scale = total + value * smaller, after, smaller
    return total, end
