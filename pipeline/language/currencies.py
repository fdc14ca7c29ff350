"""How currencies are written: codes, signs, names and abbreviations.

currencies.csv is ISO 4217 with what CLDR, Unicode's locale data, tells of each: its decimals, the decimal mark of its
home and the countries that use it; currency_names.csv has its names in a language. currency_signs.csv holds the other
signs in use, currency_forms.csv those and the words of a language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.language.lexicon import by_language, listed, rows, word_set
from pipeline.language.names import WORD, fold

US = "USD"


class Currency(NamedTuple):
    """A currency of ISO 4217: digits of its smallest unit, the decimal mark of its home, and who uses it (alpha-3)."""

    code: str
    decimals: int
    decimal_mark: str
    countries: frozenset[str]
    former: bool


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
        """Whether it is one letter with a sign, which a space parts: "A $5 million grant" is not in A$, nor "5 $ a"."""
        return len(self.text) == 2 and self.text[0].isalpha() != self.text[1].isalpha()

    @property
    def is_dollar(self) -> bool:
        """Whether the document's rule for a bare dollar speaks of this form."""
        return self.default == US


@cache
def table() -> dict[str, Currency]:
    """All currencies by code."""
    return {
        row["code"]: Currency(
            row["code"],
            int(row["decimals"]),
            row["decimal_mark"],
            frozenset(listed(row["countries"])),
            bool(row["former"]),
        )
        for row in rows("currencies")
    }


NOUN_FIRST = word_set("function_words", "noun before its adjective")
COUNTED_IN_DOLLAR_SIGNS = word_set("function_words", "dollar sign")  # "CAD$", "MXN$"
NO_NOUNS = word_set("function_words", "no currency alone")  # "nouveaux" of "nouveaux shekels"


@by_language
def names() -> dict[str, tuple[str, ...]]:
    """The names of each currency, in lower case."""
    return {row["code"]: tuple(map(str.lower, listed(row["written"]))) for row in rows("currency_names")}


@by_language
def forms() -> dict[str, Form]:
    """All forms by their text: codes, names, nouns that several names share, and the table of other forms."""
    written = {row["form"]: row for row in _written()}
    nouns = _nouns()
    found = {form.text: form for currency in table().values() for form in _of_currency(currency)}
    found |= {noun: Form(noun, "after", codes) for noun, codes in nouns.items() if noun not in found}
    for text, row in written.items():
        codes = tuple(code for part in listed(row["means"]) for code in _meant(part, nouns))
        found[text] = Form(
            text, row["side"], codes, row["default"] or None, Decimal(row["scale"]), bool(row["common_word"])
        )
    return found


def _of_currency(currency: Currency) -> Iterator[Form]:
    """Its code, also as people spell it ("Kes", "CAD$"), and its names."""
    code = currency.code
    yield Form(code, "both", (code,))
    if not currency.former and code not in _common_words():
        yield from (Form(text, "both", (code,), common_word=True) for text in (code.lower(), code.capitalize()))
    for name in names().get(code, ()):
        yield Form(name, "after", (code,))
        if not COUNTED_IN_DOLLAR_SIGNS().isdisjoint(name.split()):
            adjective = " ".join(word for word in name.split() if word not in COUNTED_IN_DOLLAR_SIGNS())
            yield from (Form(text, "both", (code,)) for text in (f"{code}$", f"${code}", f"{adjective} $"))


@by_language
def _common_words() -> frozenset[str]:
    """The forms that are words or abbreviations of other things, too: "TRY", "SDG"."""
    return frozenset(row["form"] for row in _written() if row["common_word"])


def _written() -> tuple[dict[str, str], ...]:
    """The signs that hold in every language, and those and the words of the language that is spoken."""
    return (*rows("currency_signs"), *rows("currency_forms"))


def _nouns() -> dict[str, tuple[str, ...]]:
    """The nouns of currencies' names ("dollar"), each with the codes of all that have it."""
    place = 0 if NOUN_FIRST() else -1
    nouns: dict[str, tuple[str, ...]] = {}
    for code, written in names().items():
        for name in written:
            noun = name.split(" ")[place]
            if noun not in NO_NOUNS():
                nouns[noun] = (*nouns.get(noun, ()), code)
    return nouns


def shared_words() -> list[str]:
    """The words and signs that stand behind a people or country for its currency: "shillings", "Rs"; no codes, since
    "Kenya EUR 3 million" tells a country and an amount."""
    singles = [
        form
        for form in forms().values()
        if form.text.isalpha() and len(form.text) > 1 and form.text.upper() not in form.codes
    ]
    return [form.text for form in singles if form.text.islower() or (len(form.codes) > 1 and not form.common_word)]


@by_language
def owners() -> dict[str, frozenset[str]]:
    """The words that say whose a currency is, in lower case, also without accents: peoples and countries, with their
    codes."""
    return _named(("demonyms", "forms"), ("countries", "name"), ("countries", "aliases"))


@by_language
def peoples() -> dict[str, frozenset[str]]:
    """Those owners that are peoples."""
    return _named(("demonyms", "forms"))


def _named(*columns: tuple[str, str]) -> dict[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    for file, column in columns:
        for row in rows(file):
            for name in listed(row[column]):
                for spelling in {name.lower(), fold(name)}:
                    codes.setdefault(spelling, set()).add(row["iso3"])
    return {name: frozenset(own) for name, own in codes.items()}


def is_sign(text: str) -> bool:
    """Whether a text is a sign of money: "$", "€"."""
    return len(text) == 1 and unicodedata.category(text) == "Sc"


def _meant(part: str, nouns: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A code, or all that share a noun ("*dollar")."""
    return nouns[part[1:]] if part.startswith("*") else (part,)


@by_language
def currency_words() -> frozenset[str]:
    """The words of all forms."""
    return frozenset(word for form in forms() for word in WORD.findall(form.lower()))
