"""Whether a text says that work takes place in a country, or people there benefit, by the phrases of roles.csv."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import NamedTuple, cast

from pipeline.language.lexicon import CELL, PARAGRAPH, Words, rows
from pipeline.language.phrases import PhraseBook, word_classes
from pipeline.mentions.places.coordination import Enumeration
from pipeline.mentions.places.gazetteer import Named
from pipeline.model import Role

IN_OWNERS = frozenset({"the", "of", "and"})  # "the Embassy of the United States of America in …"
REACH_OF_NEGATION = 7  # words: "does not work in the north of Mali"
CLAUSE_ENDS = frozenset({",", ";", ".", ":", "but", "(", CELL, PARAGRAPH})


class Rule(NamedTuple):
    """The role of a country in a phrase, and when the donor has it too: `always`, `listed` with others, `never`."""

    role: Role
    donor_too: str


def role(text: Words, named: Named, row: Enumeration, donor: str | None) -> Role:
    """The role of a name that stands, alone or with others, in an enumeration."""
    rule = _rule(text, named, row)
    if not donor or donor not in named.codes:
        return rule.role
    others = any(donor not in other.codes for other in row.names)
    return "beneficiary" if rule.donor_too == "always" or (rule.donor_too == "listed" and others) else "donor"


def _rule(text: Words, named: Named, row: Enumeration) -> Rule:
    start = _without_modifiers(text, row.start)
    if _seats_somebody(text, start) or _hosts_event(text, start):
        return Rule("mentioned", "never")
    phrase = phrases().around(text, start, row.end, named.kind) or phrases().around(
        text, _without_modifiers(text, named.start), named.end, named.kind
    )
    if phrase is None or (phrase.value.role == "beneficiary" and _negated(text, start)):
        return Rule("mentioned", "never")
    return phrase.value


@cache
def phrases() -> PhraseBook[Rule]:
    """The phrases that tell roles."""
    return PhraseBook((row["phrase"], Rule(cast(Role, row["role"]), row["donor"])) for row in rows("roles.csv"))


def _without_modifiers(text: Words, start: int) -> int:
    """Where a name begins with the words that narrow it: "the", "northern", "rural"."""
    while start and text.folded[start - 1] in word_classes()["MODIFIER"]:
        start -= 1
    return start


def _seats_somebody(text: Words, start: int) -> bool:
    """Whether an embassy or the like has its seat there, and no more: "the Embassy of Japan in Kabul"."""
    owner = start - 1
    if owner < 0 or text.folded[owner] != "in":
        return False
    while owner and (text.written[owner - 1].istitle() or text.folded[owner - 1] in IN_OWNERS):
        owner -= 1
    own = text.folded[max(owner - 1, 0) : start]
    return any(word in word_classes()["SEAT"] and following == "of" for word, following in pairwise(own))


def _hosts_event(text: Words, start: int) -> bool:
    """Whether something was signed or held there on a day: "signed on 5 July in Nairobi"."""
    place = start - 1
    if place < 1 or text.folded[place] not in {"in", "at"}:
        return False
    while place and (text.folded[place - 1] in word_classes()["DAY"] or text.folded[place - 1][0].isdigit()):
        place -= 1
    return place > 0 and text.folded[place - 1] in word_classes()["EVENT"]


def _negated(text: Words, start: int) -> bool:
    """Whether the words before deny it, in the same clause; "not only" does not."""
    for place in range(start - 1, max(start - 1 - REACH_OF_NEGATION, -1), -1):
        if text.folded[place] in CLAUSE_ENDS:
            return False
        if text.folded[place] in word_classes()["NEGATION"]:
            return text.folded[place + 1] != "only"
    return False
