"""Phrases, sentences and amounts of which a person can tell by heart what they are.

    in togo[PLACE] and[LINK] port_guild[WHO] gave[GIVE|ACTIVE] eur3[MONEY] in 2020[YEAR] .

A word stands with its classes in brackets, as in frames.csv, and `_` for a blank in it. Who is WHO or a DEMONYM is an
actor of that name, `eur3` three euros, and a YEAR, RANGE, SINCE, UNTIL, DAY or DURATION a time of that value. What the
words cannot show, as the country of a place, is told beside them by the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, get_args

from pipeline.language.lexicon import spoken
from pipeline.mentions.passages import read_section
from pipeline.model import Context, Country, DateKind, Mention, Money, Reading, Section, Time
from pipeline.relate.phrases import Actor, Phrase, Sentence
from pipeline.relate.played import Played
from pipeline.relate.statements import Frame, Need, Statement

WORD = re.compile(r"(?P<text>\S+?)(?:\[(?P<kinds>[A-Z|_]+)\])?")
AMOUNT = re.compile(r"([a-z]{3})([\d.]+)")
TIMES = frozenset(kind.upper() for kind in get_args(DateKind))


def phrases(told: str, start: int = 0, **known: Mention) -> list[Phrase]:
    """The phrases of a line; `known` has the mentions of words that do not show theirs."""
    found = list[Phrase]()
    for part in told.split():
        match = WORD.fullmatch(part)
        assert match, part
        text = match["text"].replace("_", " ")
        kinds = frozenset(match["kinds"].split("|") if match["kinds"] else ())
        mention = known.get(match["text"]) or _mention(text, kinds, start)
        named = kinds & {"WHO", "DEMONYM"}
        iso3, kind = (mention.iso3, mention.kind) if isinstance(mention, Country) else (None, "")
        actors = (Actor(text, iso3, start, kind),) if named else ()
        kinds |= {"TIME"} if kinds & TIMES else set()
        found.append(Phrase(kinds, text, start, start + len(text), mention, actors))
        start += len(text) + 1
    return found


def _mention(text: str, kinds: frozenset[str], start: int) -> Mention | None:
    amount = AMOUNT.fullmatch(text) if "MONEY" in kinds else None
    if amount:
        return money(amount[2], amount[1].upper(), start=start, text=text)
    kind = next(iter(kinds & TIMES), None)
    return time(text, kind.lower(), start) if kind else None


def money(amount: str, currency: str = "EUR", *, start: int = 0, text: str = "", **told: Any) -> Money:
    """An amount."""
    text = text or f"{currency.lower()}{amount}"
    return Money(
        text=text,
        char_start=start,
        char_end=start + len(text),
        rule="",
        amount=Decimal(amount),
        currency=currency,
        **told,
    )


def time(value: str, kind: Any = "year", start: int = 0, **told: Any) -> Time:
    """A time; of a duration the value is how long it is."""
    own = {"duration": value} if kind == "duration" else {"value": value}
    return Time(text=value, char_start=start, char_end=start + len(value), kind=kind, rule="", **own, **told)


def country(iso3: str | None, kind: Any = "country", start: int = 0, name: str = "", **told: Any) -> Country:
    """A country, or a place or people of it."""
    name = name or iso3 or ""
    return Country(
        text=name, char_start=start, char_end=start + len(name), kind=kind, rule="", name=name, iso3=iso3, **told
    )


def sentence(told: str, *, start: int = 0, in_heading: bool = False, **known: Mention) -> Sentence:
    """The phrases of a line as a sentence."""
    return Sentence(start, tuple(phrases(told, start, **known)), in_heading)


def statement(tells: str, *, length: int = 1, asks: Iterable[str] = (), weight: int = 1, **slots: Phrase) -> Statement:
    """That a frame tells this, over so many phrases, with who fills its slots."""
    needs = tuple(Need(-1, frozenset({word}), 1) for word in asks)
    frame = Frame(tells, "MONEY", "", "", needs, "", weight)
    return Statement(frame, slots, length)


def played(line: Sentence | str, nth: int = 0, *tells: str | Statement, **told: Any) -> Played:
    """The nth amount of a sentence, and what is told of it."""
    own = sentence(line) if isinstance(line, str) else line
    place = [i for i, phrase in enumerate(own.phrases) if "MONEY" in phrase.kinds][nth]
    amount = own.phrases[place].mention
    assert isinstance(amount, Money)
    told_of = tuple(statement(tell) if isinstance(tell, str) else tell for tell in tells)
    return Played(amount, own, place, told_of, **told)


def all_played(line: Sentence | str, **told: Any) -> list[Played]:
    """All amounts of a sentence."""
    own = sentence(line) if isinstance(line, str) else line
    return [played(own, nth, **told) for nth in range(sum("MONEY" in phrase.kinds for phrase in own.phrases))]


def actors(*names: str, iso3: str | None = None, known: str = "") -> tuple[Actor, ...]:
    """Who gives or gets."""
    return tuple(Actor(name, iso3, 0, known) for name in names)


def texts(of: Iterable[Phrase]) -> str:
    """The phrases of a list as a line again."""
    return " ".join(phrase.text.replace(" ", "_") for phrase in of)


def read(text: str, heading: str = "", language: str = "en", **told: Any) -> Reading:
    """A section as it is read."""
    section = Section("s", 1, told.pop("kind", "project"), heading, text, places=(), **told)
    with spoken(language):
        return read_section(section, Context(donor="IRL", language=language))


def with_roles(line: Sentence | str, roles: str, **givers: str) -> list[Played]:
    """The amounts of a sentence with their roles in order (`-`: open); `givers` has names by the words of amounts."""
    found = all_played(line)
    for amount, role in zip(found, roles.split(), strict=True):
        amount.role = None if role == "-" else role  # type: ignore[assignment]
        amount.givers = actors(*givers.get(amount.money.text, "").split())
    return found


def outcome(amounts: Sequence[Played]) -> str:
    """Their roles in order, each with the place of the amount that it is of, its givers: `total share:ada part<0`."""
    return " ".join(
        (amount.role or "-")
        + (f"<{next(i for i, other in enumerate(amounts) if other is amount.of)}" if amount.of else "")
        + (f":{'+'.join(giver.name for giver in amount.givers)}" if amount.givers else "")
        for amount in amounts
    )
