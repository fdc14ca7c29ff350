"""What a text is read as, in short: how the examples of the tables of words and patterns say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from pipeline.language.document_words import rules
from pipeline.language.fields import fields
from pipeline.language.lexicon import OWN, spoken
from pipeline.mentions.passages import read

SHOWN = {  # what the entries of each table are there for
    "numbers": "numbers",
    "scales": "money quantities",
    "qualifiers": "money quantities",
    "sentence_words": "sentences",
    "date_patterns": "dates",
    "date_words": "dates",
    "date_classes": "dates",
    "date_codes": "dates",
    "money_patterns": "money dates",
    "money_words": "money",
    "currency_signs": "money texts",
    "currency_forms": "money texts",
    "count_words": "quantities",
    "phrase_words": "countries",
    "not_countries": "countries",
    "place_cues": "countries",
    "place_words": "countries",
    "evidence": "countries",
    "fields": "fields",
    "document_words": "layout",
}


def reads(text: str, table: str, language: str = OWN) -> str:
    """What the text is read as by the rules that a table of a language is part of; empty where they find nothing."""
    kinds = SHOWN.get(table, "countries organisations").split()
    with spoken(language):
        doc = read(text)
        return "; ".join(part for kind in kinds for part in PARTS[kind](doc))


def _sentences(doc: Any) -> Iterable[str]:
    return (" ".join(text.split()) for i in doc.sentences if not (text := doc.sentence_at(i).text).isspace())


def _numbers(doc: Any) -> Iterable[str]:
    return ("|".join(f"{reading * number.scale:f}" for reading in number.readings) for number in doc.numbers)


def _money(doc: Any) -> Iterable[str]:
    for money in _of(doc, "money"):
        amounts = " to ".join(f"{amount:f}" for amount in (money.amount, money.amount_max) if amount is not None)
        told = "" if money.qualifier in {"exact", "between"} else f" {money.qualifier}"
        yield f"{money.currency or '?'} {amounts or '?'}{told}"


def _texts(doc: Any) -> Iterable[str]:
    return (" ".join(money.text.split()) for money in _of(doc, "money"))


def _dates(doc: Any) -> Iterable[str]:
    for time in _of(doc, "dates"):
        fiscal = " fiscal" if time.kind == "fiscal_year" else ""
        yield f"{time.value or time.duration or '?'}{fiscal}{' told' if time.value and time.doubts else ''}"


def _quantities(doc: Any) -> Iterable[str]:
    for count in _of(doc, "quantities"):
        high = f" to {count.value_max:f}" if count.value_max is not None else ""
        told = "" if count.qualifier in {"exact", "between"} else f" {count.qualifier}"
        yield f"{count.value:f}{high} {count.unit}{told}"


def _countries(doc: Any) -> Iterable[str]:
    for country in _of(doc, "countries"):
        code = country.subdivision or country.iso3 or country.name
        yield f"{country.text}: {code if not country.doubts else '?'}"


def _organisations(doc: Any) -> Iterable[str]:
    from pipeline.mentions.organisations import organisations

    return (f"{found.name} {found.iso3 or ''}".strip() for found in organisations(doc) if found.kind != "country")


def _layout(doc: Any) -> Iterable[str]:
    """What a line would be by its first words, as a heading and as the end of one with a hyphen."""
    asked, words = rules(), doc.text.lower().replace("%", " %").split()
    told = {
        "caption": asked.caption.match(doc.text),
        "label": asked.label.match(doc.text),
        "facts": asked.facts.fullmatch(doc.text),
        "large figure": words[0].isdigit() and words[1] in asked.scales,
        "hyphen of the line": "-" in doc.text and doc.text.rpartition("-")[2] in asked.endings,
        "priorities": asked.priorities.search(doc.text),
        "deed": asked.deeds.match(doc.text),
        f"{asked.kind(doc.text)} heading": asked.kind(doc.text),
    }
    return (name for name, fits in told.items() if fits)


def _of(doc: Any, table: str) -> list[Any]:
    return sorted((m for m in doc.mentions if m.table == table), key=lambda mention: mention.char_start)


PARTS: dict[str, Callable[[Any], Iterable[str]]] = {
    "sentences": lambda doc: [" | ".join(_sentences(doc))],
    "numbers": _numbers,
    "money": _money,
    "texts": _texts,
    "dates": _dates,
    "quantities": _quantities,
    "countries": _countries,
    "organisations": _organisations,
    "fields": lambda doc: fields(doc.text),
    "layout": _layout,
}
