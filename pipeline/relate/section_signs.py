"""Signs of what a section is about: what section_signs.csv weighs for and against a project, a giving, or neither.

    heading CLASS   a word of that class in the heading; heading place, body, donor: whom or what it names; names: no more
    text CLASS      a word of that class in the text
    amount TELL     what the frames tell of an amount; amounts N: that so many are told
    time TELL       what they tell of a time; who TELL: of somebody
    giver donor     that the donor gives one of the amounts; other: somebody else; several: more than one does
    countries N     that so many are named beside the donor's
    fact FIELD      what the label of a fact asks for
    points          a list of points
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.language.function_words import AND, FOR, IN, OF, THE, TO, WITH
from pipeline.language.lexicon import word_set
from pipeline.language.plurals import ends_as_plural
from pipeline.model import Country, Paragraph, Quantity, Reading
from pipeline.relate.actors import Donor
from pipeline.relate.phrases import Phrase, Sentence
from pipeline.relate.projects import is_of_people
from pipeline.relate.statements import statements
from pipeline.relate.tables import facts_of

DEFINITE = word_set("function_words", "definite")
BESIDE_NAME = word_set("function_words", "beside a name")
MOST = 4  # amounts or countries that are told apart by their number
TIMES = frozenset({"TIME", "RANGE", "SINCE", "UNTIL", "DURATION", "YEAR"})


def signs(reading: Reading, sentences: Sequence[Sentence], donor: Donor) -> frozenset[str]:
    """All signs of a section."""
    heading = [phrase for sentence in sentences if sentence.in_heading for phrase in sentence.phrases]
    body = [sentence for sentence in sentences if not sentence.in_heading]
    return frozenset((*_of_heading(heading, donor), *_of_text(body), *_of_amounts(body, donor), *_of_form(reading)))


def _of_heading(heading: Sequence[Phrase], donor: Donor) -> Iterator[str]:
    small = AND() | THE() | IN() | TO() | OF() | FOR() | WITH() | BESIDE_NAME() | {"&", "’", ","}
    words = [phrase for phrase in heading if phrase.text not in small]
    if words and all(p.actors or p.kinds & {"NAMED", "TIME"} for p in words):
        yield "heading names"
    for phrase in heading:
        is_own = bool(phrase.actors) and all(map(donor.is_side, phrase.actors))
        if is_own:
            yield "heading donor"
        elif "NAMED" in phrase.kinds:
            yield "heading place"
        elif phrase.actors:
            yield "heading body"
        yield from (f"heading {kind}" for kind in _classes(phrase))


def _classes(phrase: Phrase) -> Iterator[str]:
    """The classes of a phrase, of which a word for projects may be one for several."""
    for kind in phrase.kinds:
        yield f"{kind}S" if kind == "PROJECT" and ends_as_plural(phrase.text) else kind


def _of_text(body: Sequence[Sentence]) -> Iterator[str]:
    for sentence in body:
        for place, phrase in enumerate(sentence.phrases):
            yield from (f"text {kind}" for kind in _classes(phrase))
            before = sentence.phrases[place - 1] if place else None
            is_one = phrase.kinds & {"PROJECT", "FUNDBODY"} == {"PROJECT"} and phrase.kinds & {"WHO", "SUBJ"} != {"WHO"}
            if before and before.text in DEFINITE() and is_one and not ends_as_plural(phrase.text):
                yield "text the PROJECT"
            if isinstance(phrase.mention, Quantity) and is_of_people(phrase.mention):
                yield "text people"
            for kind in phrase.kinds & TIMES:
                yield from (f"time {s.tells.rstrip('?')}" for s in statements(sentence, place, kind))
            if "WHO" in phrase.kinds:
                yield from (f"who {s.tells}" for s in statements(sentence, place, "WHO"))


def _of_amounts(body: Sequence[Sentence], donor: Donor) -> Iterator[str]:
    told = [
        statements(sentence, place, "MONEY")
        for sentence in body
        for place, phrase in enumerate(sentence.phrases)
        if "MONEY" in phrase.kinds
    ]
    yield f"amounts {min(len(told), MOST)}"
    yield from (f"amount {statement.tells.rstrip('?')}" for of_one in told for statement in of_one)
    givers = {actor for of_one in told for s in of_one if "giver" in s.slots for actor in s.slots["giver"].actors}
    takers = {actor.name for of_one in told for s in of_one if "taker" in s.slots for actor in s.slots["taker"].actors}
    yield from ("giver donor" if donor.is_side(giver) else "giver other" for giver in givers)
    if len({giver.iso3 or giver.name for giver in givers}) > 1:
        yield "giver several"
    if takers:
        yield "taker several" if len(takers) > 1 else "taker"


def _of_form(reading: Reading) -> Iterator[str]:
    section = reading.section
    countries = {c.iso3 for c in reading.of(Country) if c.iso3 and c.char_start >= len(section.heading)}
    yield f"countries {min(len(countries), MOST)}"
    yield from (f"fact {field}" for fact in facts_of(section) for field in fact.fields)
    if any(isinstance(block, Paragraph) and block.item for block in section.blocks):
        yield "points"
