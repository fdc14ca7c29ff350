"""Currencies in a text: ISO 4217 codes, signs, names and abbreviations, and which currency they mean.

rules/currencies.csv is ISO 4217 with what CLDR, Unicode's locale data, tells of each: its English names, its decimals,
the decimal mark of its home and the countries that use it. rules/currency_forms.csv holds the other forms in use. A
form that several currencies share ("$", "kr", "pesos") is decided by the document's rule, its donor, and the
currencies and countries that the text names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.find.lines import as_one_line
from pipeline.find.names import WORD, listed, rows
from pipeline.model import Doubt


LONGEST_OWNER = 3  # words: "Papua New Guinean"


class Currency(NamedTuple):
    """A currency of ISO 4217: digits of its smallest unit, the decimal mark of its home, and who uses it (alpha-3)."""

    code: str
    names: tuple[str, ...]
    decimals: int
    decimal_mark: str
    countries: frozenset[str]
    common_word: bool
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
            bool(row["former"]),
        )
        for row in rows("currencies.csv")
    }


@cache
def forms() -> dict[str, Form]:
    """All forms by their text: codes, names, nouns that several names share, and the table of other forms."""
    written = {row["form"]: row for row in rows("currency_forms.csv")}
    nouns = _nouns()
    found = {form.text: form for currency in table().values() for form in _of_currency(currency)}
    found |= {noun: Form(noun, "after", codes) for noun, codes in nouns.items() if noun not in found}
    for text, row in written.items():
        codes = tuple(code for part in listed(row["means"]) for code in _meant(part, nouns))
        found[text] = Form(text, row["side"], codes, row["default"] or None, Decimal(row["scale"]), bool(row["common_word"]))
    return found


def _of_currency(currency: Currency) -> Iterator[Form]:
    """Its code, also as people spell it ("Kes", "CAD$"), and its names."""
    code = currency.code
    yield Form(code, "both", (code,), common_word=currency.common_word)
    if not (currency.common_word or currency.former):
        yield from (Form(text, "both", (code,), common_word=True) for text in (code.lower(), code.capitalize()))
    for name in map(str.lower, currency.names):
        yield Form(name, "after", (code,))
        adjective, _, noun = name.rpartition(" ")
        if noun == "dollar":
            yield Form(f"{adjective} $", "both", (code,))
        if noun in {"dollar", "peso"}:
            yield from (Form(text, "both", (code,)) for text in (f"{code}$", f"${code}"))


def _nouns() -> dict[str, tuple[str, ...]]:
    """The nouns of currencies' names ("dollar"), each with the codes of all that have it."""
    nouns: dict[str, tuple[str, ...]] = {}
    for currency in table().values():
        for name in map(str.lower, currency.names):
            noun = name.rpartition(" ")[2]
            nouns[noun] = (*nouns.get(noun, ()), currency.code)
    return nouns


def shared_words() -> list[str]:
    """The words and signs that stand behind a people or country for its currency: "shillings", "Rs"."""
    singles = [form for form in forms().values() if form.text.isalpha() and len(form.text) > 1]
    return [form.text for form in singles if form.text.islower() or (len(form.codes) > 1 and not form.common_word)]


@cache
def _owners() -> dict[str, frozenset[str]]:
    """The words that say whose a currency is, in lower case: peoples and countries, with their codes."""
    owners: dict[str, set[str]] = {}
    for file, column in (("demonyms.csv", "forms"), ("countries.csv", "name"), ("countries.csv", "aliases")):
        for row in rows(file):
            for name in listed(row[column]):
                owners.setdefault(name.lower(), set()).add(row["iso3"])
    return {owner: frozenset(codes) for owner, codes in owners.items()}


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
            start, form = _with_owner(doc, start, form)
            if (not found or start >= found[-1].end) and not (_is_apart(doc, start, end, form) or _in_address(doc, end)):
                found.append(Found(start, end, form))
        return found


def _is_apart(doc: Doc, start: int, end: int, form: Form) -> bool:
    """Whether a space parts a letter from its sign ("A $5 million grant" is not in A$) or from its number ("50 p")."""
    if form.is_one_letter:
        return bool(doc[start].whitespace_)
    if not (len(form.text) == 1 and form.text.isalpha() and form.text.isascii()):
        return False
    number, blank = (end, doc[start].whitespace_) if form.side == "before" else (start - 1, doc[start - 1].whitespace_)
    return not (0 <= number < len(doc) and doc[number].text[0].isdecimal() and not blank)


def _with_owner(doc: Doc, start: int, form: Form) -> tuple[int, Form]:
    """A form that several currencies share, with the people or country before it whose it is: "Nepali Rs", "Kenya
    shillings"."""
    for first in range(max(0, start - LONGEST_OWNER), start if len(form.codes) > 1 else 0):
        owners = _owners().get(doc[first:start].text.lower().replace("\n", " "), frozenset())
        own = tuple(code for code in form.codes if owners & table()[code].countries and not table()[code].former)
        if own:
            default = form.default if form.default in own else None
            return first, form._replace(codes=own, default=default, common_word=False)
    return start, form


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
