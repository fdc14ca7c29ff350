"""Currencies in a text: ISO 4217 codes, signs, names and abbreviations, and which currency they mean.

currencies.csv is ISO 4217 with what CLDR, Unicode's locale data, tells of each: its English names, its decimals,
the decimal mark of its home and the countries that use it. currency_forms.csv holds the other forms in use. A
form that several currencies share ("$", "kr", "pesos") is decided by the document's rule, its donor, and the
currencies and countries that the text names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.lexicon import WORD, listed, rows
from pipeline.language.lines import as_one_line
from pipeline.model import Doubt


class Currency(NamedTuple):
    """A currency of ISO 4217: digits of its smallest unit, the decimal mark of its home, and who uses it (alpha-3)."""

    code: str
    names: tuple[str, ...]
    decimals: int
    decimal_mark: str
    countries: frozenset[str]
    common_word: bool


class Form(NamedTuple):
    """How a currency is written. `side` is where it stands beside its number, `codes` are the currencies it may mean,
    `scale` is 0.01 for cents and 1000 for "TEUR", `common_word` that it also is a word or abbreviation of its own
    ("TRY", "SDG", "pounds")."""

    text: str
    side: str
    codes: tuple[str, ...]
    default: str | None = None
    scale: Decimal = Decimal(1)
    common_word: bool = False

    @property
    def is_one_letter(self) -> bool:
        """Whether it is one letter with a sign, which a space parts: "A $5 million grant" is not in A$."""
        return len(self.text) == 2 and self.text[0].isalpha() and not self.text[1].isalpha()

    @property
    def is_dollar(self) -> bool:
        """Whether the document's rule for a bare dollar speaks of this form."""
        return self.default == "USD"


class Found(NamedTuple):
    """A form on tokens start to end."""

    start: int
    end: int
    form: Form


@cache
def table() -> dict[str, Currency]:
    """All currencies by code."""
    return {
        row["code"]: Currency(
            row["code"],
            tuple(listed(row["written"])),
            int(row["decimals"]),
            row["decimal_mark"],
            frozenset(listed(row["countries"])),
            bool(row["common_word"]),
        )
        for row in rows("currencies.csv")
    }


@cache
def forms() -> dict[str, Form]:
    """All forms by their text: codes, names, nouns that several names share, and the table of other forms."""
    found: dict[str, Form] = {}
    nouns: dict[str, tuple[str, ...]] = {}
    for currency in table().values():
        code = currency.code
        found[code] = Form(code, "both", (code,), common_word=currency.common_word)
        for name in map(str.lower, currency.names):
            found[name] = Form(name, "after", (code,))
            adjective, _, noun = name.rpartition(" ")
            nouns[noun] = (*nouns.get(noun, ()), code)
            if noun == "dollar":
                found[f"{adjective} $"] = Form(f"{adjective} $", "both", (code,))
    for noun, codes in nouns.items():
        found.setdefault(noun, Form(noun, "after", codes))
    for row in rows("currency_forms.csv"):
        codes = tuple(code for part in listed(row["means"]) for code in _meant(part, nouns))
        found[row["form"]] = Form(
            row["form"], row["side"], codes, row["default"] or None, Decimal(row["scale"]), bool(row["common_word"])
        )
    return found


def _meant(part: str, nouns: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A code, or all that share a noun ("*dollar")."""
    return nouns[part[1:]] if part.startswith("*") else (part,)


CURRENCY_WORDS = frozenset(word for form in forms() for word in WORD.findall(form.lower()))


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
            apart = form.is_one_letter and doc[start].whitespace_
            if (not found or start >= found[-1].end) and not (apart or _in_address(doc, end)):
                found.append(Found(start, end, form))
        return found


def _in_address(doc: Doc, end: int) -> bool:
    """Whether what ends before token `end` is somebody's name in an e-mail address."""
    return end < len(doc) and doc[end].text == "@" and not doc[end - 1].whitespace_


def stated(found: Iterable[Form]) -> set[str]:
    """The currencies that forms state which can mean only one."""
    return {form.codes[0] for form in found if len(form.codes) == 1}


def resolve(doc: Doc, beside: Sequence[Form], elsewhere: set[str]) -> tuple[str | None, tuple[Doubt, ...]]:
    """The one currency that the forms beside an amount mean, or a doubt; `elsewhere` are those stated in its text."""
    sure = stated(beside)
    if len(sure) > 1:
        return None, (Doubt("currency", "two currencies stand beside the amount", tuple(sorted(sure))),)
    if sure:
        return sure.pop(), ()
    form, context = beside[0], doc._.context
    if form.is_dollar and context.dollar:
        return context.dollar, ()
    by_donor = [code for code in form.codes if context.donor in table()[code].countries]
    by_text = [] if form.is_dollar else [code for code in form.codes if code in elsewhere]
    by_country = [] if form.is_dollar else [code for code in form.codes if table()[code].countries & _named(doc)]
    for codes in (by_donor, by_text, by_country):
        if len(codes) == 1:
            return codes[0], ()
    reason = f"“{form.text}” is the sign or name of several currencies"
    return form.default, (Doubt("currency", reason, form.codes),)


def _named(doc: Doc) -> set[str]:
    """The countries that the text names."""
    return {mention.iso3 for mention in doc._.mentions if mention.table == "countries" and mention.iso3}
