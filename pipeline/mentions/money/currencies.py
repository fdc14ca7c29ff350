"""Currencies in a text, and which one a form means.

A form that several currencies share ("$", "kr", "pesos") is decided by the people or country before it ("Nepali Rs"),
the document's rule, its donor, and the currencies and countries that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.currencies import NOUN_FIRST, Form, forms, owners, table
from pipeline.language.lines import as_one_line
from pipeline.language.names import WORD
from pipeline.language.numbers import CODE_MARKS
from pipeline.model import Country, Doubt

LEAST_CODE = 7  # digits without a mark that make a code of the letter before them
WITH_CENTS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d\d|\d{1,3}(?:\.\d{3})+,\d\d")
LONGEST_OWNER = 3  # words: "Papua New Guinean"


class Found(NamedTuple):
    """A form on tokens start to end."""

    start: int
    end: int
    form: Form


class Finder:
    """Finds forms in a Doc: those with a capital letter as they are written, others however they are spelled."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.exact, self.spelled = PhraseMatcher(vocab), PhraseMatcher(vocab, attr="LOWER")
        for text in forms():
            loose = text == text.lower() or ("$" in text and not forms()[text].is_one_letter)
            (self.spelled if loose else self.exact).add(text, [Doc(vocab, WORD.findall(text))])

    def __call__(self, doc: Doc) -> list[Found]:
        """All forms in text order, the longest where they overlap."""
        line, places = as_one_line(doc)
        matches = [*self.exact(line), *self.spelled(line)]
        found: list[Found] = []
        for key, first, after in sorted(matches, key=lambda match: (match[1], -match[2])):
            form = forms()[self.vocab.strings[key]]
            start, end = places[first], places[after - 1] + 1
            start, end, form = _with_owner(doc, start, end, form)
            if (not found or start >= found[-1].end) and not (
                _is_apart(doc, start, end, form) or _in_address(doc, end) or _ends_country(doc, start, end)
            ):
                found.append(Found(start, end, form))
        return found


def _is_apart(doc: Doc, start: int, end: int, form: Form) -> bool:
    """Whether a space parts a letter from its sign ("A $5 million grant" is not in A$) or from its number ("50 p",
    but "Q 4 millones"), or it belongs to a code ("AR-L1411", "CIF G28567790")."""
    if form.is_one_letter:
        return bool(doc[start].whitespace_)
    if not (len(form.text) == 1 and form.text.isalpha() and form.text.isascii()):
        return False
    if start and doc[start - 1].text in CODE_MARKS and not doc[start - 1].whitespace_:
        return True
    number, blank = (
        (end, doc[end - 1].whitespace_) if form.side == "before" else (start - 1, doc[start - 1].whitespace_)
    )
    if not (0 <= number < len(doc) and doc[number].text[0].isdecimal()):
        return True
    if len(doc[number]) >= LEAST_CODE and doc[number].text.isdecimal():
        return True
    return bool(blank) and not (form.side == "before" and _is_sum(doc, number))


def _is_sum(doc: Doc, start: int) -> bool:
    """Whether a number on a token is written as only sums are: with a scale, or with groups and cents."""
    number = next((number for number in doc._.numbers if number.start == start), None)
    return bool(number and number.scale > 1) or bool(WITH_CENTS.fullmatch(doc[start].text))


def _with_owner(doc: Doc, start: int, end: int, form: Form) -> tuple[int, int, Form]:
    """A form that several currencies share, with the people or country whose it is: "Nepali Rs", "Kenya shillings",
    "riyals qatariens"."""
    for length in range(LONGEST_OWNER if len(form.codes) > 1 else 0, 0, -1):
        owner = doc[end : end + length] if NOUN_FIRST() else doc[max(0, start - length) : start]
        whose = owners().get(owner.text.lower().replace("\n", " "), frozenset())
        own = tuple(code for code in form.codes if whose & table()[code].countries and not table()[code].former)
        if own:
            default = form.default if form.default in own else None
            own_form = form._replace(codes=own, default=default, common_word=False)
            return min(start, owner.start), max(end, owner.end), own_form
    return start, end, form


def _ends_country(doc: Doc, start: int, end: int) -> bool:
    """Whether a form is the last word of a country's name: "Sierra Leone"."""
    return start > 0 and doc[start].is_title and doc[start - 1 : end].text.lower() in owners()


def _in_address(doc: Doc, end: int) -> bool:
    """Whether what ends before token `end` is somebody's name in an e-mail address."""
    return end < len(doc) and doc[end].text == "@" and not doc[end - 1].whitespace_


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
    form, context = beside[0], doc._.context
    if form.is_dollar and context.dollar:
        return context.dollar, ()
    today = [code for code in form.codes if not table()[code].former]  # nobody gives French francs any more
    by_donor = [code for code in today if context.donor in table()[code].countries]
    by_text = [] if form.is_dollar else [code for code in form.codes if code in elsewhere]
    by_country, by_place = (
        [] if form.is_dollar else [code for code in today if table()[code].countries & named] for named in _named(doc)
    )
    reason = f"“{form.text}” is the sign or name of several currencies"
    of_place = Doubt("currency", f"{reason}, and the text names a place, but no country", form.codes, assumed=True)
    known = ((by_donor, ()), (by_text, ()), (by_country, ()), ([] if by_country else by_place, (of_place,)))
    for codes, doubts in known:
        if len(codes) == 1:
            return codes[0], doubts
    return form.default, (Doubt("currency", reason, form.codes, assumed=form.default is not None),)


def _named(doc: Doc) -> tuple[set[str], set[str]]:
    """The countries that the text names, itself or by their peoples, and those of the places that it names."""
    countries, places = set[str](), set[str]()
    for mention in doc._.mentions:
        if isinstance(mention, Country) and mention.iso3:
            (places if mention.kind == "place" else countries).add(mention.iso3)
    return countries, places
