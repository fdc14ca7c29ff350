"""Currencies in a text, and which one a form means.

A form that several currencies share ("$", "kr", "pesos") is decided by the people or country before it ("Nepali Rs"),
its donor, and the currencies and countries that the text names; dollars by the document's rule, else they are settled
when all of it is read (dollars).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.language.currencies import NOUN_FIRST, US, Form, forms, is_sign, owners, peoples, table
from pipeline.language.function_words import BY, FOR, FROM, IN, TO
from pipeline.language.lexicon import by_language, word_set
from pipeline.language.names import WORD, Entries
from pipeline.language.numbers import CODE_MARKS
from pipeline.language.spans import Doc
from pipeline.model import Country, Doubt

LEAST_CODE = 5  # digits without a mark that make a code of the letter before them
WITH_CENTS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d\d|\d{1,3}(?:\.\d{3})+,\d\d")
OVER = word_set("function_words", "before a span")
LONGEST_OWNER = 3  # words: "Papua New Guinean"


class Found(NamedTuple):
    """A form on tokens start to end."""

    start: int
    end: int
    form: Form


@by_language
def _written() -> tuple[Entries[Form], Entries[Form]]:
    """The forms with a capital letter, found as they are written, and the others, found however they are spelled."""
    exact, spelled = Entries[Form](), Entries[Form]()
    for text, form in forms().items():
        if text == text.lower() or ("$" in text and not form.is_one_letter):
            spelled.enter(WORD.findall(text.lower()), form)
        else:
            exact.enter(WORD.findall(text), form)
    return exact, spelled


def currencies(doc: Doc) -> list[Found]:
    """All forms in text order, the longest where they overlap."""
    exact, spelled = _written()
    matches = [*exact.all([doc.texts[i] for i in doc.places]), *spelled.all(doc.words)]
    found: list[Found] = []
    for first, after, form in sorted(matches, key=lambda match: (match[0], -match[1])):
        start, end, own = _with_owner(doc, doc.places[first], doc.places[after - 1] + 1, form)
        own = _of_owner_after(doc, end, own)
        if own.is_dollar and _is_abbreviated(doc, start):
            own = own._replace(default=None)  # some other dollar: "X$ 3 million"
        if (not found or start >= found[-1].end) and not (
            _is_apart(doc, start, end, own) or _in_address(doc, end) or _ends_country(doc, start, end)
        ):
            found.append(Found(start, end, own))
    return found


def _is_abbreviated(doc: Doc, start: int) -> bool:
    """Whether letters that no number stands before are glued to a sign: "X$", not "8 M$"."""
    before = doc.text_at(start - 1) if start else ""
    return before.isupper() and not doc.spaced(start - 1) and not doc.text_at(start - 2)[-1:].isdecimal()


def _is_apart(doc: Doc, start: int, end: int, form: Form) -> bool:
    """Whether a space parts a letter from its sign ("A $5 million grant" is not in A$), a word ("left us $5 million")
    or a letter from its number ("50 p", but "Q 4 millones"), or it belongs to a code ("AR-L1411", "CIF G28567790")."""
    if form.is_one_letter:
        return doc.spaced(start)
    if "$" in form.text and doc.texts[start].islower() and doc.texts[start + 1] == "$":
        return doc.spaced(start) and doc.texts != doc.lower  # but "hk $ 5" where all is in small letters
    if not (len(form.text) == 1 and form.text.isalpha() and form.text.isascii()):
        return False
    if start and doc.texts[start - 1] in CODE_MARKS and not doc.spaced(start - 1):
        return True
    number, blank = (end, doc.spaced(end - 1)) if form.side == "before" else (start - 1, doc.spaced(start - 1))
    figure = doc.texts[number] if 0 <= number < len(doc) else ""
    if not figure[:1].isdecimal() or (len(figure) >= LEAST_CODE and figure.isdecimal()):
        return True
    return blank and not (form.side == "before" and _is_sum(doc, number))


def _is_sum(doc: Doc, start: int) -> bool:
    """Whether a number on a token is written as only sums are: with a scale, or with groups and cents."""
    number = doc.number_at(start)
    return bool(number and number.scale > 1) or bool(WITH_CENTS.fullmatch(doc.texts[start]))


def _with_owner(doc: Doc, start: int, end: int, form: Form) -> tuple[int, int, Form]:
    """A form that several currencies share, with the people or country whose it is: "Nepali Rs", "Kenya shillings",
    "riyals qatariens"; a country before a sign may be who gives ("Canada $2 million, Mexico $1 million")."""
    may_be_owners = peoples() if is_sign(doc.texts[start]) and start and doc.spaced(start - 1) else owners()
    for length in range(LONGEST_OWNER if len(form.codes) > 1 else 0, 0, -1):
        first, after = (end, min(len(doc), end + length)) if NOUN_FIRST() else (max(0, start - length), start)
        own = _owned(form, doc.written(first, after), may_be_owners)
        if own:
            return min(start, first), max(end, after), own
    return start, end, form


def _of_owner_after(doc: Doc, end: int, form: Form) -> Form:
    """A sign that several currencies share, as that of the people whose name stands alone after its number: "$5 million
    Canadian in aid", not "a $5 million Canadian grant"."""
    number = doc.number_at(end) if form.is_dollar else None
    if number is None:
        return form
    after = doc.text_at(number.end + 1).lower()
    is_alone = not after.isalpha() or after in IN() | FOR() | FROM() | TO() | BY() | OVER()
    return (_owned(form, doc.text_at(number.end), owners()) if is_alone else None) or form


def _owned(form: Form, owner: str, codes: Mapping[str, frozenset[str]]) -> Form | None:
    """A form as that of a people or country; None where none of its currencies is theirs."""
    whose = codes.get(owner.lower().replace("\n", " "), frozenset())
    own = tuple(code for code in form.codes if whose & table()[code].countries and not table()[code].former)
    default = form.default if form.default in own else None
    return form._replace(codes=own, default=default, common_word=False) if own else None


def _ends_country(doc: Doc, start: int, end: int) -> bool:
    """Whether a form is the last word of a country's name: "Sierra Leone"."""
    return start > 0 and doc.texts[start].istitle() and doc.written(start - 1, end).lower() in owners()


def _in_address(doc: Doc, end: int) -> bool:
    """Whether what ends before token `end` is somebody's name in an e-mail address."""
    return doc.text_at(end) == "@" and not doc.spaced(end - 1)


def stated(found: Iterable[Form]) -> set[str]:
    """The currencies that forms state which can mean only one."""
    return {form.codes[0] for form in found if len(form.codes) == 1}


def resolve(doc: Doc, beside: Sequence[Form], elsewhere: set[str]) -> tuple[str | None, tuple[Doubt, ...]]:
    """The one currency that the forms beside an amount mean, or a doubt; `elsewhere` are those stated in its text."""
    if not beside:
        return None, (Doubt("currency", "neither its sentence nor its paragraph tells one"),)
    sure = stated(beside)
    if len(sure) > 1:
        return None, (Doubt("currency", "two currencies stand beside the amount", tuple(sorted(sure))),)
    if sure:
        return sure.pop(), ()
    form, context = beside[0], doc.context
    reason = f"“{form.text}” is the sign or name of several currencies"
    if form.is_dollar:
        return (context.dollar, ()) if context.dollar else (US, (Doubt("currency", reason, form.codes, assumed=True),))
    today = [code for code in form.codes if not table()[code].former]  # nobody gives French francs any more
    by_donor = [code for code in today if context.donor in table()[code].countries]
    by_text = [code for code in form.codes if code in elsewhere]
    by_country, by_place = ([code for code in today if table()[code].countries & named] for named in _named(doc))
    of_place = Doubt("currency", f"{reason}, and the text names a place, but no country", form.codes, assumed=True)
    known = ((by_donor, ()), (by_text, ()), (by_country, ()), ([] if by_country else by_place, (of_place,)))
    for codes, doubts in known:
        if len(codes) == 1:
            return codes[0], doubts
    return form.default, (Doubt("currency", reason, form.codes, assumed=form.default is not None),)


def _named(doc: Doc) -> tuple[set[str], set[str]]:
    """The countries that the text names, itself or by their peoples, and those of the places that it names."""
    countries, places = set[str](), set[str]()
    for mention in doc.mentions:
        if isinstance(mention, Country) and mention.iso3:
            (places if mention.kind == "place" else countries).add(mention.iso3)
    return countries, places
