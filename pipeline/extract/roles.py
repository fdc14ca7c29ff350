"""Whether a text says that work takes place in a country, or people there benefit, by the phrases of roles.csv."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from pipeline.extract.enumerations import Enumeration
from pipeline.extract.gazetteer import Named
from pipeline.extract.names import Words, rows
from pipeline.extract.phrases import PhraseBook, word_classes
from pipeline.model import Role

REACH_OF_NEGATION = 7  # words: "does not work in the north of Mali"
CLAUSE_ENDS = frozenset({",", ";", ".", ":", "but", "(", "\n\n"})


class Rule(NamedTuple):
    """The role of a country in a phrase, and when the donor too has it: always, when listed with others, or never."""

    role: Role
    donor_too: Literal["always", "listed", "never"]


def role(text: Words, named: Named, row: Enumeration, donor: str | None) -> Role:
    """The role of a name that stands, alone or with others, in an enumeration."""
    rule = _rule(text, named, row)
    if not donor or donor not in named.codes:
        return rule.role
    others = any(donor not in other.codes for other in row.names)
    return "beneficiary" if rule.donor_too == "always" or (rule.donor_too == "listed" and others) else "donor"


def _rule(text: Words, named: Named, row: Enumeration) -> Rule:
    start = _without_modifiers(text, row.start)
    phrase = phrases().around(text, start, row.end, named.kind) or phrases().around(
        text, _without_modifiers(text, named.start), named.end, named.kind
    )
    if phrase is None or (phrase.value.role == "beneficiary" and _negated(text, start)):
        return Rule("mentioned", "never")
    return phrase.value


@cache
def phrases() -> PhraseBook[Rule]:
    """The phrases that tell roles."""
    return PhraseBook((row["phrase"], Rule(row["role"], row["donor"])) for row in rows("roles.csv"))  # type: ignore[arg-type]


def _without_modifiers(text: Words, start: int) -> int:
    """Where a name begins with the words that narrow it: "the", "northern", "rural"."""
    while start and text.folded[start - 1] in word_classes()["MODIFIER"]:
        start -= 1
    return start


def _negated(text: Words, start: int) -> bool:
    """Whether the words before deny it, in the same clause; "not only" does not."""
    before = text.folded[max(0, start - REACH_OF_NEGATION) : start]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in CLAUSE_ENDS:
            return False
        if before[place] in word_classes()["NEGATION"]:
            return before[place + 1 : place + 2] != ["only"]
    return False
