"""Signs of what a section is about: what section_signs.csv weighs for and against a project, a giving, or neither.

    heading CLASS   a word of that class in the heading; place: one that it names; names: that it does no more;
                    one LENT: a single loan; headed CLASS: of its noun; NUMBERED: that it begins with a word for parts
                    of texts and a number; none: that there is none
    text CLASS      a word of that class in the text; people: that some are counted; place: one within a country;
                    flows: that it tells kinds of contributions apart; untimed: that none of several sentences tells
                    when the work begins, ends or how long it lasts; long: that it has more sentences than a project
    bare            of a text that tells no amount: headed, heading or opening CLASS: in its heading or first sentence;
                    unowned: that the document has no donor; on a day: that it begins with one; names: that its heading
                    does no more; of a person: that it goes on about the one whom its heading names
    amount TELL     what the frames tell of an amount; amounts N: that so many may be given; amounts 1 titled: one,
                    below a title; amounts first: the first sentence tells one of them; amounts of a year: a sentence
                    tells one, and "in" which year
    who TELL        what they tell of somebody
    countries N     that so many are named
    section         every section; form project: one whose heading has the type that those of projects have

The weights are those of a logistic regression on sections of donors' prose whose kinds people read, of which those that
tell little are left out; docs/rules.md says how they were found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from pipeline.language.function_words import AND, FOR, IN, OF, THE, TO, WITH
from pipeline.language.lexicon import rows, word_set
from pipeline.language.plurals import ends_as_plural
from pipeline.model import Country, Quantity, Reading, SectionKind
from pipeline.relate.actors import Donor
from pipeline.relate.flows import FLOWS
from pipeline.relate.names import MONTHS
from pipeline.relate.phrases import Phrase, Sentence
from pipeline.relate.projects import is_of_people
from pipeline.relate.statements import statements
from pipeline.relate.times import project_span, told_times

DEFINITE = word_set("function_words", "definite")
BESIDE_NAME = word_set("function_words", "beside a name")
CONTRIBUTED = FLOWS.keys() - {"HUMANITARIAN", "LENT"}  # relief and loans are projects, too
SEVERAL = 2
# What ends the first part of a heading, of which the last word is its noun: "Terms | of our loans", "Delegations".
BEHIND_NOUN, MARKS = frozenset({"PREP", "PARTLY"}), frozenset({":", "–", "—", ","})
ENOUGH = 3  # sentences of a text that would tell when its work is done
# What is in no title of a project, but in those of givings, chapters and news.
UNTITLED = frozenset(
    {
        "ALLIANCE",
        "ASKS",
        "BODIES",
        "DONORS",
        "EXPENDITURE",
        "FUNDING",
        "GIFT",
        "GIVING",
        "MANY",
        "NEWS",
        "OCCASION",
        "POOL",
        "OURS",
        "RANK",
        "RECEIVED",
        "RUBRIC",
        "SEVERAL",
        "TIME",
    }
)
LONG = 25  # sentences of a chapter: what is told of a project is shorter
MOST = 4  # amounts or countries that are told apart by their number
SURELY = Decimal("0.7")  # by what one kind has to be ahead of the next; of those nearer, half are right


class Told(NamedTuple):
    """The kind of a section, and what it may be instead where that is nearly as likely; of one that was weighed, by how
    much its kind is ahead."""

    kind: SectionKind
    rival: SectionKind | None = None
    lead: Decimal | None = None


class Weight(NamedTuple):
    """How much a sign speaks for a project and for contributions, in natural logarithms of odds against neither;
    decimals, whose sum is the same in every order."""

    project: Decimal
    contributions: Decimal


@cache
def weights() -> dict[str, Weight]:
    """The weight of each sign."""
    return {
        row["sign"]: Weight(Decimal(row["project"]), Decimal(row["contributions"])) for row in rows("section_signs")
    }


def weighed(reading: Reading, sentences: Sequence[Sentence], donor: Donor) -> Told:
    """The kind that the signs of a section speak for most."""
    found = [weights()[sign] for sign in signs(reading, sentences, donor) if sign in weights()]
    sums: dict[SectionKind, Decimal] = {
        "project": sum((weight.project for weight in found), Decimal(0)),
        "contributions": sum((weight.contributions for weight in found), Decimal(0)),
        "other": Decimal(0),
    }
    first, second, _ = sorted(sums, key=lambda kind: -sums[kind])
    lead = sums[first] - sums[second]
    return Told(first, second if lead < SURELY else None, lead)


def signs(reading: Reading, sentences: Sequence[Sentence], donor: Donor) -> frozenset[str]:
    """All signs of a section."""
    heading = [phrase for sentence in sentences if sentence.in_heading for phrase in sentence.phrases]
    body = [sentence for sentence in sentences if not sentence.in_heading]
    found = frozenset((*_of_heading(heading, donor), *_of_amounts(body)))
    return found.union(
        _of_text(body),
        _of_times(sentences),
        _without_amount(found, heading, sentences, donor) if "amounts 0" in found else (),
        _of_title(found, heading),
        _of_whole(reading),
        ("section",),
    )


def _of_heading(heading: Sequence[Phrase], donor: Donor) -> Iterator[str]:
    small = AND() | THE() | IN() | TO() | OF() | FOR() | WITH() | BESIDE_NAME() | {"&", "’", ","}
    if len(heading) > 1 and "NUMBERED" in heading[0].kinds and "NUM" in heading[1].kinds:
        yield "heading NUMBERED"
    words = [phrase for phrase in heading if phrase.text not in small]
    if words and all(p.actors or p.kinds & {"NAMED", "TIME"} for p in words):
        yield "heading names"
    if not heading:
        yield "heading none"
    heads = _of_noun(heading)
    yield from (f"heading headed {kind}" for kind in heads)
    if "RUBRIC" in heads:  # whatever it is one of: "Terms of our loans"
        return
    for phrase in heading:
        is_own = bool(phrase.actors) and all(map(donor.is_side, phrase.actors))
        if "NAMED" in phrase.kinds and not is_own:
            yield "heading place"
        if "LENT" in phrase.kinds and not ends_as_plural(phrase.text):
            yield "heading one LENT"
        yield from (f"heading {kind}" for kind in _classes(phrase))


def _of_noun(heading: Sequence[Phrase]) -> frozenset[str]:
    """The classes of the noun of a heading."""
    noun = [*takewhile(lambda p: p.kinds.isdisjoint(BEHIND_NOUN) and p.text not in MARKS, heading)][-1:]
    return frozenset[str]().union(*(phrase.kinds for phrase in noun))


def _classes(phrase: Phrase) -> frozenset[str]:
    """The classes of a phrase, of which a word for projects may be one for several."""
    if "PROJECT" in phrase.kinds and ends_as_plural(phrase.text):
        return phrase.kinds - {"PROJECT"} | {"PROJECTS"}
    return phrase.kinds


def _all_classes(sentence: Sentence) -> frozenset[str]:
    if "PROJECT" not in sentence.kinds:
        return sentence.kinds
    return frozenset[str]().union(*map(_classes, sentence.phrases))


def _of_text(body: Sequence[Sentence]) -> Iterator[str]:
    classes = frozenset[str]().union(*map(_all_classes, body))
    yield from (f"text {kind}" for kind in classes)
    if len(classes & CONTRIBUTED) >= SEVERAL:
        yield "text flows"
    for sentence in body:
        if "PROJECT" in sentence.kinds and any(map(_is_the_project, sentence.phrases, sentence.phrases[1:])):
            yield "text the PROJECT"
        for place, phrase in sentence.named:
            if isinstance(phrase.mention, Quantity) and is_of_people(phrase.mention):
                yield "text people"
            if isinstance(phrase.mention, Country) and phrase.mention.kind == "place":
                yield "text place"
            if "WHO" in phrase.kinds:
                yield from (f"who {s.tells}" for s in statements(sentence, place, "WHO"))


def _is_the_project(before: Phrase, phrase: Phrase) -> bool:
    is_one = "FUNDBODY" not in phrase.kinds and phrase.kinds & {"WHO", "SUBJ"} != {"WHO"}
    is_definite = "PROJECT" in phrase.kinds and before.text in DEFINITE()
    return is_definite and is_one and not ends_as_plural(phrase.text)


def _of_times(sentences: Sequence[Sentence]) -> Iterator[str]:
    length = sum(not sentence.in_heading for sentence in sentences)
    if length > LONG:
        yield "text long"
    if length >= ENOUGH:
        span = project_span(told_times(sentences))
        if not (span.start or span.end or span.duration):
            yield "text untimed"


def _of_title(found: Collection[str], heading: Sequence[Phrase]) -> Iterator[str]:
    """That the heading above a single amount, which is not for several, may be what a project is called: more than one
    word, and none of giving, bodies or years."""
    words = [phrase for phrase in heading if "FUNCTION" not in phrase.kinds and any(map(str.isalpha, phrase.text))]
    is_title = len(words) > 1 and all(phrase.kinds.isdisjoint(UNTITLED) and not phrase.actors for phrase in heading)
    if is_title and "amounts 1" in found and "amount several" not in found:
        yield "amounts 1 titled"


def _without_amount(
    found: Collection[str], heading: Sequence[Phrase], sentences: Sequence[Sentence], donor: Donor
) -> Iterator[str]:
    """What speaks against a text that tells no amount, of those `found` and others: events, news and persons."""
    if not donor.name:
        yield "bare unowned"
    if "heading names" in found:
        yield "bare names"
    body = [sentence for sentence in sentences if not sentence.in_heading]
    yield from (f"bare headed {kind}" for kind in _of_noun(heading))
    yield from (f"bare heading {kind}" for phrase in heading for kind in phrase.kinds)
    yield from (f"bare opening {kind}" for sentence in body[:1] for kind in sentence.kinds)
    if _is_of_a_person(heading, body):
        yield "bare of a person"
    days = [phrase.time for sentence in body[:1] for phrase in sentence.phrases if phrase.time and _is_of_days(phrase)]
    span = project_span(told_times(sentences)) if days else None
    bounds = [day for day in (span.starts, span.ends) if day and day.kind == "day"] if span else []
    if any(day not in bounds for day in days) or any(map(_names_a_day, body[:1])):
        yield "bare on a day"


def _is_of_a_person(heading: Sequence[Phrase], body: Sequence[Sentence]) -> bool:
    """Whether a text begins with a name that its heading has and that no list knows, and goes on about him or her."""
    named = (p for sentence in body[:1] for _, p in sentence.named if "SUBJ" in p.kinds and p.mention is None)
    title = " ".join(phrase.text for phrase in heading)
    return any("PERSON" in s.kinds for s in body[:SEVERAL]) and any(p.text in title for p in named)


def _is_of_days(phrase: Phrase) -> bool:
    """Whether a time is a day, or some days of a month: "on 2 May 2020", "from 9 to 11 June 2021"."""
    time = phrase.time
    ends = (time.start or "", time.end or "") if time and time.kind == "range" else ()
    return bool(time and time.kind == "day") or len({end[:7] for end in ends}) == 1


def _names_a_day(sentence: Sentence) -> bool:
    """Whether a sentence names a day without its year: "on 3 February", "March 23-25"."""
    return any(
        {one.text, other.text} & MONTHS() and "NUM" in one.kinds | other.kinds
        for one, other in pairwise(sentence.phrases)
    )


def _of_amounts(body: Sequence[Sentence]) -> Iterator[str]:
    told = [
        (sentence, statements(sentence, place, "MONEY"))
        for sentence in body
        for place, phrase in sentence.named
        if "MONEY" in phrase.kinds
    ]
    own = [sentence for sentence, of_one in told if may_be_given({statement.tells for statement in of_one})]
    yield f"amounts {min(len(own), MOST)}"
    if own and own[0] is body[0]:
        yield "amounts first"
    if any(map(_is_of_a_year, own)):
        yield "amounts of a year"
    yield from (f"amount {statement.tells.rstrip('?')}" for _, of_one in told for statement in of_one)


def _is_of_a_year(sentence: Sentence) -> bool:
    years = (i for i, p in sentence.named if p.time and p.time.kind in ("year", "fiscal_year"))
    return any(sentence.phrases[i - 1].text in IN() for i in years if i)


def may_be_given(tells: Collection[str]) -> bool:
    """Whether an amount may be one that somebody gives, by what the frames tell of it."""
    apart = {"rate", "none", "spent"} | (set() if "promised" in tells else {"needed"})
    return apart.isdisjoint(tells)


def _of_whole(reading: Reading) -> Iterator[str]:
    section = reading.section
    countries = {c.iso3 for c in reading.of(Country) if c.iso3 and c.char_start >= len(section.heading)}
    yield f"countries {min(len(countries), MOST)}"
    if section.kind == "project":
        yield "form project"
